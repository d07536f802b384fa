"""The parts of an address, and whether it lies on a domain, for every stage; never an error."""

from audit.model.addresses import (
    copied_from,
    domains_of,
    host_of,
    hostname,
    on_domain,
    path_of,
    plain_host,
)

__all__ = [
    "copied_from",
    "domains_of",
    "host_of",
    "hostname",
    "on_domain",
    "path_of",
    "plain_host",
]
