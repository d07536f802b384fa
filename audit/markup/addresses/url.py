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
    "address_of_file",
    "copied_from",
    "domains_of",
    "host_of",
    "hostname",
    "is_own_file",
    "on_domain",
    "path_of",
    "plain_host",
    "shown_address",
]

_OF_FILE = "file:"


def address_of_file(name: str) -> str:
    """What stands for an address where a source is a file of the user's own, and nothing else."""
    return f"{_OF_FILE}{name}"


def is_own_file(url: str) -> bool:
    """Whether an address stands for a file of the user's own."""
    return url.startswith(_OF_FILE)


def shown_address(url: str) -> str:
    """An address as a sentence has it; of a file of the user's own, that it is one."""
    return f"your file {url.removeprefix(_OF_FILE)}" if is_own_file(url) else url
