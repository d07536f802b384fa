"""Where an answer sends its reader next."""

import html
import re
from urllib.parse import quote, urljoin

from audit.capture.exchange import Answer, Failure
from audit.capture.markup import glance, is_html
from audit.capture.policy import taken_apart
from audit.model import Outcome

STATUSES = frozenset({301, 302, 303, 307, 308})

_LONGEST_INTERSTITIAL = 16_384
_MOST_WORDS = 25
_LONGEST_DELAY = 5.0
_META = re.compile(r"<meta\s[^>]{1,9000}>", re.IGNORECASE)
_IS_REFRESH = re.compile(r"http-equiv\s{0,9}=\s{0,9}[\"']?refresh", re.IGNORECASE)
_CONTENT = re.compile(r"content\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_REFRESH = re.compile(
    r"\s*([0-9]{1,4}(?:\.[0-9]{0,9})?)\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=)?(.*)",
    re.IGNORECASE | re.DOTALL,
)
_REPLACE = re.compile(r"\blocation\.replace\(\s{0,9}(?:\"([^\"]+)\"|'([^']+)')\s{0,9}\)")


def next_address(answer: Answer) -> str | Failure | None:
    """The address that an answer leads to, None when it is the end of the way.

    Redirect statuses count, and so do the interstitial pages by which link shorteners send browsers
    on: a ``Refresh`` header or element of at most five seconds, or ``location.replace("…")``, on a
    page with hardly a word of its own.
    """
    asked = answer.exchange.url
    if answer.status in STATUSES:
        return _location(answer)
    if not 200 <= answer.status < 300:
        return None
    onward = _refreshed(answer.headers.get("Refresh", "")) or _interstitial(answer)
    if onward is None:
        return None
    address = _resolved(asked, onward)
    # A page may also say it reloads itself; that leads nowhere else.
    return None if isinstance(address, Failure) or address.partition("#")[0] == asked else address


def _location(answer: Answer) -> str | Failure:
    """The Location header; raw UTF-8 in it is meant as such (URL standard, 4.4)."""
    locations = set(answer.headers.get_all("Location", ()))
    if not locations:
        return Failure(Outcome.BAD_REDIRECT, f"status {answer.status} without an address to go to")
    if len(locations) > 1:
        return Failure(Outcome.BAD_REDIRECT, "two different addresses to go to")
    raw = locations.pop().strip().encode("latin-1", "replace")
    try:
        location = raw.decode()
    except UnicodeDecodeError:
        location = quote(raw, safe=bytes(range(0x80)))
    return _resolved(answer.exchange.url, location)


def _resolved(asked: str, reference: str) -> str | Failure:
    """The absolute address of a reference (RFC 3986, 5)."""
    bad = Failure(Outcome.BAD_REDIRECT, "the address to go to is not well formed")
    # urljoin takes 'http:///b', which names no host, for a path on the host that was asked.
    if not reference or re.match(r"(?:https?:)?//(?:[/?#]|$)", reference, re.IGNORECASE):
        return bad
    try:
        address = urljoin(asked, reference)
    except ValueError:
        return bad
    is_web = address[:5].lower() in {"http:", "https"}
    return bad if is_web and taken_apart(address) is None else address


def _interstitial(answer: Answer) -> str | None:
    if len(answer.body) > _LONGEST_INTERSTITIAL or not is_html(answer):
        return None
    if len(glance(answer.body).words) > _MOST_WORDS:
        return None
    page = answer.body.decode("utf-8", "replace")
    for meta in _META.findall(page):
        if _IS_REFRESH.search(meta) and (content := _CONTENT.search(meta)):
            return _refreshed(html.unescape(content[1] or content[2] or ""))
    replaced = _REPLACE.search(page)
    return (replaced[1] or replaced[2]).replace("\\/", "/") if replaced else None


def _refreshed(value: str) -> str | None:
    """The address in a Refresh value ('0;URL=…'); None when it waits for long or stays."""
    found = _REFRESH.match(value)
    if found is None or float(found[1]) > _LONGEST_DELAY:
        return None
    return found[2].strip().strip("\"'") or None
