"""Where an answer sends its reader next."""

import re
from urllib.parse import quote, urljoin

from audit.capture.http.exchange import Answer, Failure
from audit.capture.http.policy import examine, taken_apart
from audit.capture.outcome.glance import Glance, glance, is_html
from audit.capture.outcome.wall_words import anywhere
from audit.markup.characters.charset import decode_page
from audit.markup.tokens import attributes_of, tags
from audit.model import Outcome

STATUSES = frozenset({301, 302, 303, 307, 308})

_HEAD = 65_536  # bytes in which a page says what it is
_LARGEST_INTERSTITIAL = 65_536
_AT_ONCE = 1.0  # seconds: who is sent on so soon has read nothing
_LONGEST_DELAY = 30.0
_FEW_WORDS = 40
_MORE_WORDS = 150
_REFRESH = re.compile(  # HTML standard, 4.2.5.3, "shared declarative refresh steps"
    r"\s*([0-9]{0,4})(?:\.[0-9.]{0,9})?\s{0,9}[;,\s]\s{0,9}(?:url\s{0,9}=\s{0,9})?(.*)",
    re.IGNORECASE | re.DOTALL,
)
_REFRESHES_ITSELF = re.compile(
    r"\s*([0-9]{1,4})(?:\.[0-9.]{0,9})?\s{0,9}(?:[;,]\s{0,9}(?:url\s{0,9}=?\s{0,9})?)?",
    re.IGNORECASE,
)
_TEXT = r"(?:\"([^\"\n]{1,4000})\"|'([^'\n]{1,4000})'|`([^`\n$]{1,4000})`)"
_SENT_ON = re.compile(
    r"(?<![\w.$])(?<!var )(?<!let )(?<!const )(?:(?:window|document|top|self|parent|globalThis)\s{0,9}\.\s{0,9})?location\s{0,9}"
    rf"(?:(?:\.\s{{0,9}}href\s{{0,9}})?=(?!=)\s{{0,9}}|\.\s{{0,9}}(?:replace|assign)\s{{0,9}}\(\s{{0,9}}){_TEXT}"
)
_RELOADED = re.compile(
    r"(?<![\w.$])(?:(?:window|document|top|self|parent)\s{0,9}\.\s{0,9})?location\s{0,9}\.\s{0,9}reload\s{0,9}\("
)
_CONDITION = re.compile(r"\b(?:if|else|case|catch)\b|&&|\|\||\?")
_BEFORE = 200  # characters in which a condition is looked for
_ADDRESS = re.compile(
    r"(?:https?:)?/|[?#]|[\w.-]{1,200}\.(?:html?|php|aspx?)\b|\.\.?/", re.IGNORECASE
)
_JS_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,5})\}|(.))")


def next_address(answer: Answer) -> str | Failure | None:
    """The address that an answer leads to, None when it is the end of the way.

    Redirect statuses count, and so do the interstitial pages by which link shorteners send browsers
    on: a ``Refresh`` header or element, or a script whose one way on is ``location.replace("…")``
    or the like, on a page with hardly a word of its own.
    """
    asked = answer.exchange.url
    if answer.status in STATUSES and "Location" in answer.headers:
        return _location(answer)
    if answer.status in STATUSES and (onward := _interstitial(answer)):
        return _resolved(asked, onward)  # browsers show the page of a redirect to nowhere
    if answer.status in STATUSES:
        return Failure(Outcome.BAD_REDIRECT, f"status {answer.status} without an address to go to")
    if not 200 <= answer.status < 300:
        return None
    onward = _interstitial(answer)
    if onward is None:
        return None
    address = _resolved(asked, onward)
    if isinstance(address, Failure):
        return None
    # A page may also say it reloads itself; that leads nowhere else, unless cookies open the way.
    is_itself = address.partition("#")[0] == asked
    return None if is_itself and "Set-Cookie" not in answer.headers else address


def reloads_at_once(answer: Answer) -> bool:
    """Whether a page does nothing but load itself again, so soon that nobody has read it.

    However long the page is: what a browser would show at last is not what came.
    """
    if not 200 <= answer.status < 300:
        return False
    asked, page = answer.exchange.url, _glance(answer)
    values = [answer.headers.get("Refresh", ""), *page.refreshes]
    onward: list[str | None] = []
    if page.prose <= _FEW_WORDS:
        values += page.late_refreshes
        onward += [_sent_on(page.scripts), _pointed_to(page)]
        if _is_without_condition(_RELOADED.search(page.scripts), page.scripts):
            return True
    for value in values:
        itself = _REFRESHES_ITSELF.fullmatch(value)
        delay, address = (float(itself[1]), asked) if itself else _refreshed(value)
        onward += [address] if delay < _AT_ONCE else []
    return any(address and _resolved(asked, address) == asked for address in onward)


def sends_on_at_once(answer: Answer) -> bool:
    """Whether a page that leads on does so before its reader has read anything."""
    values = (answer.headers.get("Refresh", ""), *_glance(answer).refreshes)
    waits = [delay for delay, address in map(_refreshed, values) if address]
    return not waits or min(waits) <= _AT_ONCE


def _glance(answer: Answer) -> Glance:
    if not is_html(answer):
        return Glance()
    return glance(answer.body, answer.content_type)


def canonical_address(answer: Answer) -> str | None:
    """The address that a page gives for itself (RFC 6596), None where it gives none or its own.

    It is a claim of the page, and nobody's to follow: a page may claim any.
    """
    if not is_html(answer):
        return None
    head = decode_page(answer.body[:_HEAD], answer.content_type)
    if "canonical" not in head.lower():
        return None
    for _, tag, rest, _ in tags(head):
        found = attributes_of(rest) if tag == "link" and rest else {}
        if found.get("rel", "").strip().lower() == "canonical" and found.get("href", "").strip():
            resolved = _resolved(answer.exchange.url, found["href"].strip())
            address = examine(resolved) if isinstance(resolved, str) else resolved
            if isinstance(address, Failure) or address.url == answer.exchange.url:
                return None
            return address.url
    return None


def _location(answer: Answer) -> str | Failure:
    """The Location header; raw UTF-8 in it is meant as such (URL standard, 4.4)."""
    locations = set(answer.headers.get_all("Location", ()))
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
    header = answer.headers.get("Refresh", "")
    is_page = is_html(answer) and len(answer.body) <= _LARGEST_INTERSTITIAL
    if not header and not is_page:
        return None
    page = glance(answer.body, answer.content_type) if is_page else Glance()
    for value in (header, *page.refreshes):
        delay, address = _refreshed(value)
        few = _MORE_WORDS if delay <= _AT_ONCE else _FEW_WORDS
        if address and delay <= _LONGEST_DELAY and page.prose <= few:
            return address
    if page.prose > _FEW_WORDS:
        return None
    late = (address for _, address in map(_refreshed, page.late_refreshes) if address)
    return _sent_on(page.scripts) or next(late, None) or _pointed_to(page)


def _refreshed(value: str) -> tuple[float, str]:
    """Seconds and address of a Refresh value ('0;URL=…').

    The address is empty where there is none.
    """
    found = _REFRESH.fullmatch(value)
    if found is None:
        return 0.0, ""
    address = found[2].strip()
    if address[:1] in {"'", '"'}:
        address = address[1:].partition(address[0])[0]
    return float(found[1] or 0), address.strip()


def _sent_on(scripts: str) -> str | None:
    """The one address that scripts go to without a condition.

    None where there is none, or several.
    """
    targets: set[str] = set()
    for found in _SENT_ON.finditer(scripts):
        if not _is_without_condition(found, scripts):
            return None
        targets.add(_JS_ESCAPE.sub(_character, found[1] or found[2] or found[3]))
    address = targets.pop() if len(targets) == 1 else ""
    return address if _ADDRESS.match(address) else None


def _is_without_condition(found: re.Match[str] | None, scripts: str) -> bool:
    if found is None:
        return False
    return not _CONDITION.search(scripts, max(found.start() - _BEFORE, 0), found.start())


def _pointed_to(page: Glance) -> str | None:
    """The one link of a page that says its reader is being sent on."""
    links = set(page.links)
    return links.pop() if len(links) == 1 and anywhere("redirecting").search(page.text) else None


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    return escape[4] if code is None else chr(min(int(code, 16), 0x10FFFF))
