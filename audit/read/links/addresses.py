"""Where the hyperlinks of an article lead."""

import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from audit.markup.addresses.url import hostname
from audit.markup.addresses.wrapped import unwrapped

_SHORT = "t.co"
_HOST = re.compile(
    r"(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?::[0-9]{1,5})?(?P<path>/.*)?\Z", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")


def resolver(
    page: str | None, declared: str | None, canonical: str | None
) -> Callable[[str], str | None]:
    """A function that makes an address as written absolute, or None when it leads off the web.

    A relative address leads from the ``declared`` one of the ``<base>``, else from that of the
    ``page``, else from the one that the page calls ``canonical``. An absolute http or https address
    stays as it is written, less what only leads through a counter or a filter to it.
    """
    base = (declared and _absolute(declared, page or canonical)) or page
    base = base or (canonical and _absolute(canonical, None)) or None
    return lambda address: _meant(address, base)


def is_url(text: str) -> bool:
    """Whether an input names a page on the web rather than a file."""
    return text.lower().startswith(("http://", "https://"))


def meant_address(name: str) -> str | None:
    """The address that a name which is no file may have been typed for.

    None where it looks like none. It begins with ``www.``, or with a host and a slash.
    """
    looks = _HOST.match(name)
    if looks is None or not (looks["path"] or name.lower().startswith("www.")):
        return None
    return f"https://{name}"


def only_absolute(address: str) -> str | None:
    """The address when it is one of the web by itself, else None."""
    return _meant(address, None)


def _meant(address: str, base: str | None) -> str | None:
    """The address that a reader is led to: what a wrapper names goes the way of any address."""
    absolute = _absolute(address, base)
    if absolute is None or (inner := unwrapped(absolute)) == absolute:
        return absolute
    return _absolute(inner, None) or absolute


def as_shown(url: str, words: str) -> str:
    """Where a link leads that is a short one of X, on words that give the whole address.

    X's own embeds show the address that a short link stands for, mostly cut short.
    """
    if hostname(url) != _SHORT or hostname(words) == _SHORT or "…" in words:
        return url
    return (_SCHEME.match(words) and only_absolute(words)) or url


def _absolute(address: str, base: str | None) -> str | None:
    address = address.strip()
    if address.startswith("#"):
        return None
    try:
        if not _SCHEME.match(address):
            if base is None:
                return None
            address = urljoin(base, address)
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no IPv6 address
        return None
    host = parts.netloc.rpartition("@")[2]
    if parts.scheme not in {"http", "https"} or not host:
        return None
    if host != parts.netloc:  # a password in a link is nobody's business but the author's
        return address.replace(f"//{parts.netloc}", f"//{host}", 1)
    return address
