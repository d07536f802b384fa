"""The parts of an address, and whether it lies on a domain: one answer for every stage.

Never an error.
"""

from urllib.parse import urlsplit

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


def hostname(url: str) -> str:
    """The host of an address in lower case, without the dot of the root.

    Empty where there is none.
    """
    try:
        return (urlsplit(url).hostname or "").lower().rstrip(".")
    except ValueError:  # the web may answer with an address that is none
        return ""


def path_of(url: str) -> str:
    """The path of an address; empty where there is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    return hostname(url).removeprefix("www.")


def domains_of(url: str) -> tuple[str, ...]:
    """The host of an address and the domains it lies below, the narrowest first."""
    labels = hostname(url).split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels)))


def on_domain(url: str, *domains: str) -> bool:
    """Whether the host of an address is one of the domains or lies below one."""
    return not {domain.lower() for domain in domains}.isdisjoint({*domains_of(url)} - {""})
