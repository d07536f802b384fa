"""What may be asked at all: the one place where an address from an article is judged.

``examine`` judges the spelling of a URL and needs nothing but the URL, so that a replay comes to
the same answer. ``permitted`` judges the IP address that is about to be connected to, on every hop.
"""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from audit.capture.http.addresses import why_not_public
from audit.capture.http.exchange import Failure
from audit.model import Outcome

LONGEST_URL = 65_536

# "Bad ports" of the Fetch standard (https://fetch.spec.whatwg.org/#port-blocking): services that
# would take an HTTP request for one of their own.
# fmt: off
BAD_PORTS = frozenset({
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512,
    513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719,
    1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
    10080,
})
# fmt: on
_DEFAULT_PORTS = {"http": 80, "https": 443}
_MOST_ESCAPES = 6  # deep
_NO_HOST_HAS = frozenset("%<>^`{|}[]\\\"' \x7f") | {chr(code) for code in range(0x20)}


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be asked as far as its spelling goes: no credentials, no fragment."""

    url: str
    scheme: str
    host: str
    port: int


def examine(url: str) -> Target | Failure:
    """Takes a URL apart, or says why it is not asked.

    Leading and trailing blanks go, and so do tabs and line breaks inside, as browsers have it (URL
    standard, 4.4). What browsers and programs read differently is not guessed at but refused: a
    backslash, an IPv4 address in decimal, octal, hexadecimal, short or full-width spelling.
    """
    text = _trimmed(url)
    scheme, colon, _ = text.partition(":")
    scheme = scheme.lower()
    if not colon or not scheme.isascii() or not scheme.replace("+", "").isalnum():
        return Failure(Outcome.UNSUPPORTED_SCHEME, "the address does not begin with http or https")
    if scheme not in _DEFAULT_PORTS:
        return Failure(Outcome.UNSUPPORTED_SCHEME, f"'{scheme[:20]}:' addresses are not fetched")
    parts = taken_apart(text)
    if parts is None:
        return Failure(Outcome.REFUSED, "the address is not well formed")
    host, port = parts.hostname or "", parts.port
    if "\\" in parts.netloc or "\\" in parts.path:
        return Failure(Outcome.REFUSED, "the address contains a backslash")
    if _is_oddly_spelled(host):
        return Failure(Outcome.REFUSED, "the host is a number written in an unusual way")
    if port in BAD_PORTS:
        return Failure(Outcome.REFUSED, f"port {port} belongs to another service than the web")
    netloc = parts.netloc.rpartition("@")[2]
    clean = urlunsplit((scheme, netloc, parts.path, parts.query, ""))
    return Target(clean, scheme, host, _DEFAULT_PORTS[scheme] if port is None else port)


def taken_apart(url: str) -> SplitResult | None:
    """The parts of an http or https URL, None when it has no usable host or port."""
    if len(url) > LONGEST_URL:
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port  # both are parsed, and may raise, on being asked for
        if host and ":" in host:
            IPv6Address(host)
    except ValueError:
        return None
    if not host or len(host) > 253 or not _NO_HOST_HAS.isdisjoint(host):
        return None
    return parts


def permitted(target: Target, address: str, allow: Collection[tuple[str, int]]) -> Failure | None:
    """None when ``address`` may be connected to for ``target``, otherwise why not.

    Args:
        target: What is asked.
        address: The IP address that its host led to.
        allow: The (host, port) pairs, as a URL spells them, that need not be public.
    """
    kind = why_not_public(address)
    if not kind or (target.host, target.port) in allow:
        return None
    return Failure(Outcome.REFUSED, f"the host leads to an address that is not public: {kind}")


def permitted_unseen(target: Target, allow: Collection[tuple[str, int]]) -> Failure | None:
    """The same as far as a host's spelling tells, where a proxy looks its address up."""
    if target.host == "localhost" or target.host.endswith(".localhost"):
        return permitted(target, "127.0.0.1", allow)
    try:
        return permitted(target, str(ip_address(target.host)), allow)
    except ValueError:
        return None


def is_below(url: str, base: str) -> bool:
    """Whether an address leads below another, however it is read: '..' is resolved first.

    A server may decode a path, several times too, take a backslash for a slash, and pass over
    doubled slashes. What leads elsewhere under any of these readings is not below.
    """
    asked, allowed = taken_apart(url), taken_apart(base)
    if asked is None or allowed is None or "@" in asked.netloc:
        return False
    if _server(asked) != _server(allowed):
        return False
    wanted = [part for part in allowed.path.split("/") if part]
    path = asked.path
    for _ in range(_MOST_ESCAPES):
        if not _begins_with(path.replace("\\", "/").split("/"), wanted):
            return False
        path, before = unquote(path), path
        if path == before:
            return True
    return False


def _server(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _DEFAULT_PORTS.get(parts.scheme)


def _begins_with(parts: list[str], wanted: list[str]) -> bool:
    """Whether a path leads below another, however far it climbs.

    Blanks and dots at an end count for none.
    """
    kept: list[str] = []
    for part in parts:
        name = part.partition(";")[0].strip()
        if name == "..":
            if len(kept) <= len(wanted):  # one step further up is out of it
                return False
            kept.pop()
        elif name not in {"", "."}:
            kept.append(part)
    return len(kept) > len(wanted) and kept[: len(wanted)] == wanted


def host_and_port(url: str) -> str:
    """Whose patience a page takes: a host's, or a server's of its own beside the usual ports."""
    parts = taken_apart(url)
    if parts is None:
        return ""
    port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    return f"{parts.hostname}{port}"


def without_credentials(url: str) -> str:
    """The URL as given, without ``user:password@``."""
    text = _trimmed(url)
    head, slashes, rest = text.partition("//")
    if not slashes or not head.endswith(":"):
        return text
    end = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    return head + slashes + rest[:end].rpartition("@")[2] + rest[end:]


def _trimmed(url: str) -> str:
    stripped = url.strip("".join(map(chr, range(0x21))))
    return stripped.translate({ord("\t"): None, ord("\n"): None, ord("\r"): None})


def _is_oddly_spelled(host: str) -> bool:
    """Whether a host that ends in a number (URL standard, 3.5) is not four plain decimals."""
    plain = unicodedata.normalize("NFKC", host).replace("。", ".").rstrip(".")
    last = plain.rpartition(".")[2]
    if ":" in host or not (last.isdecimal() or last.startswith("0x")):
        return False
    try:
        return str(IPv4Address(host)) != host
    except AddressValueError:
        return True
