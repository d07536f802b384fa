"""What a site's robots.txt says of a page (RFC 9309): reported, and obeyed by those who want to."""

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from audit.capture.http.exchange import Failure
from audit.model import Capture, Compute, Outcome, Robots

_AGENT = "citeaudit"
_LARGEST = 512_000  # bytes that are read of one (2.5: at least 500 KiB)
_NOT_READ = frozenset({
    *(Outcome.TIMED_OUT, Outcome.NETWORK_ERROR, Outcome.SERVER_ERROR, Outcome.TLS_ERROR),
    *(Outcome.BAD_RESPONSE, Outcome.RATE_LIMITED, Outcome.TRUNCATED, Outcome.NOT_ARCHIVED),
    *(Outcome.REFUSED, Outcome.BAD_REDIRECT, Outcome.REDIRECT_LOOP, Outcome.TOO_MANY_REDIRECTS),
})  # fmt: skip


def forbidden(url: str, ask: Callable[[str], Capture], compute: Compute) -> Failure | None:
    """``robots-disallowed`` where a site asks programs not to read a page; None where it does not.

    A robots.txt that is not there allows everything; one that cannot be read, nothing (2.3.1).

    Args:
        url: The page.
        ask: Fetches a robots.txt, within the few seconds that one may cost.
        compute: Runs what is computed on it.
    """
    found = stance(url, ask, compute)
    if found is None:
        return Failure(Outcome.ROBOTS_DISALLOWED, "robots.txt could not be read (--obey-robots)")
    if found is Robots.ALLOWED:
        return None
    return Failure(Outcome.ROBOTS_DISALLOWED, "robots.txt asks programs not to (--obey-robots)")


def stance(url: str, ask: Callable[[str], Capture], compute: Compute) -> Robots | None:
    """What a site asks of programs that read a page; None where its robots.txt could not be read.

    Args:
        url: The page.
        ask: Fetches a robots.txt, within the few seconds that one may cost.
        compute: Runs what is computed on it.
    """
    parts = urlsplit(url)
    capture = ask(urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")))
    if capture.outcome in _NOT_READ:
        return None
    is_there = capture.status is not None and 200 <= capture.status < 300
    return compute(said_of, capture.body[:_LARGEST] if is_there else b"", url)


def said_of(robots_txt: bytes, url: str) -> Robots:
    """What a robots.txt says of a page; pure."""
    if not robots_txt.strip():
        return Robots.ALLOWED
    from protego import Protego  # noqa: PLC0415 — few pages of an archive have one beside them

    rules = Protego.parse(robots_txt.decode("utf-8", "replace"))
    return Robots.ALLOWED if rules.can_fetch(url, _AGENT) else Robots.DISALLOWED
