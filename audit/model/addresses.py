"""The parts of an address, and whether it lies on a domain: one answer for every stage.

Never an error.
"""

import re
from urllib.parse import unquote, urlsplit

_FOR_A_SCREEN = ("www.", "m.", "mobile.", "amp.")
_COPY = re.compile(
    r"https?://(?:"
    r"web\.archive\.org/(?:web/)?(?:\d{1,14}(?:[a-z]{2}_)?|\*)"
    r"|archive\.(?:today|ph|is|li|vn|fo|md)/(?:\d{4}[\d.-]{0,16}|newest|oldest|o/\w{1,12})"
    r")/(?P<page>.+)",
    re.IGNORECASE | re.DOTALL,
)
_SCHEME = re.compile(r"https?:/{0,2}", re.IGNORECASE)


def hostname(url: str) -> str:
    """The host of an address in lower case and ASCII, without the dot of the root.

    Empty where there is none.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:  # the web may answer with an address that is none
        return ""
    return _ascii(host.lower())


def path_of(url: str) -> str:
    """The path of an address; empty where there is none."""
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    return hostname(url).removeprefix("www.")


def plain_host(url: str) -> str:
    """The host of an address without the screen it is for: ``www.``, ``m.``, ``amp.``."""
    host = hostname(url)
    for prefix in _FOR_A_SCREEN:
        rest = host.removeprefix(prefix)
        if rest != host and "." in rest:
            return rest
    return host.replace(".m.", ".", 1) if host.endswith(".m.wikipedia.org") else host


def domains_of(url: str) -> tuple[str, ...]:
    """The host of an address and the domains it lies below, the narrowest first."""
    labels = hostname(url).split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels)))


def on_domain(url: str, *domains: str) -> bool:
    """Whether the host of an address is one of the domains or lies below one."""
    return not {_ascii(domain.lower()) for domain in domains}.isdisjoint({*domains_of(url)} - {""})


def copied_from(url: str) -> str | None:
    """The page that an address of a web archive has a copy of; None where it says of none.

    The Internet Archive's and archive.today's long form; the short one (``archive.ph/AbCdE``) does
    not say.
    """
    copy = _COPY.match(url)
    if copy is None:
        return None
    page = copy["page"]
    if page[:8].lower().startswith(("http%3a", "https%3a")):
        page = unquote(page)
    scheme = _SCHEME.match(page)
    rest = page[scheme.end() :] if scheme is not None else page
    secure = scheme is None or scheme.group()[:5].lower() == "https"
    found = f"{'https' if secure else 'http'}://{rest}"
    return found if "." in hostname(found) else None


def _ascii(host: str) -> str:
    """A host as name servers have it (RFC 3490); one that cannot be written so stays as it is."""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host
