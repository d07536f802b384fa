"""Copies of lost pages in the Wayback Machine: found by its CDX index, read as they were archived.

The CDX server (https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server) lists
copies; the availability API often says there is none where there are. A copy is read raw (``id_``):
without the archive's banner and with none of its links rewritten.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, urlsplit

from audit.model import ArchiveUse, Capture, Fetch, FetchSettings, Outcome

LOST = frozenset({
    *(Outcome.NOT_FOUND, Outcome.GONE, Outcome.SOFT_404, Outcome.BLOCKED, Outcome.NETWORK_ERROR),
    *(Outcome.SERVER_ERROR, Outcome.CLIENT_ERROR, Outcome.TIMED_OUT, Outcome.TLS_ERROR),
    *(Outcome.REDIRECT_LOOP, Outcome.TOO_MANY_REDIRECTS, Outcome.BAD_REDIRECT, Outcome.BAD_RESPONSE),
    *(Outcome.EMPTY, Outcome.CONSENT_REQUIRED, Outcome.NEEDS_JAVASCRIPT),
})  # fmt: skip
"""Outcomes after which a copy is looked for. What is only for subscribers is not got round."""

_MOST_LISTED = 10
_MOST_READ = 3
_LONGEST_LISTING = 100_000  # bytes; ten lines are asked for
_STAMP = re.compile(r"[0-9]{14}")
_OF_COPY = re.compile(r"/web/([0-9]{14})[a-z]{0,3}_?/")
_DATE = re.compile(r"((?:19|20)[0-9]{2})-?([0-9]{2})?-?([0-9]{2})?")


def with_copies(fetch: Fetch, published: str | None, settings: FetchSettings) -> Fetch:
    """Asks for a page, and where that is lost for its copy, if the settings say so."""
    if settings.archive in {None, ArchiveUse.NONE}:
        return fetch
    return cache(lambda url: copy_of(fetch(url), published, settings, fetch))


def copy_of(
    capture: Capture, published: str | None, settings: FetchSettings, fetch: Fetch
) -> Capture:
    """The copy of a lost page that is nearest to a date; the capture itself where there is none.

    Its outcome is ``from-archive``, its ``url`` that of the page, its ``final_url`` that of the
    copy, and ``archived_at`` the moment of the copy.

    Args:
        capture: What came of asking for the page itself.
        published: The date of the article, as it gives it; without one the newest copy counts.
        settings: Has the address of the service, and the hosts that are nobody else's business.
        fetch: Asks for the index and the copies.
    """
    if capture.outcome not in LOST or not is_public(capture.url, settings):
        return capture
    index = fetch(_question(capture.url, published, settings.services.wayback))
    if index.outcome is Outcome.NOT_ARCHIVED:
        return capture
    if index.status != 200 or len(index.body) > _LONGEST_LISTING:
        return with_note(capture, "the Wayback Machine could not be asked for a copy")
    for stamp in _nearest_first(index.body, published)[:_MOST_READ]:
        copy = fetch(f"{settings.services.wayback}/web/{stamp}id_/{capture.url}")
        if copy.outcome is Outcome.CAPTURED:
            return _as_copy(copy, capture, stamp)
    return with_note(capture, "the Wayback Machine has no copy that can be read")


def copy_at(fetch: Fetch, service: str, stamp: str, url: str) -> Capture:
    """The copy of a page of one moment, as its source; what came instead where there is none.

    Args:
        fetch: Asks for the copy.
        service: The address of the Wayback Machine.
        stamp: The moment, 14 digits.
        url: The address of the page.
    """
    copy = fetch(f"{service}/web/{stamp}id_/{url}")
    if copy.outcome is not Outcome.CAPTURED or _moment(stamp) is None:
        return replace(copy, url=url)
    moment, when = _moment_of(copy, stamp)
    return replace(
        copy,
        url=url,
        outcome=Outcome.FROM_ARCHIVE,
        archived_at=moment,
        reason=f"a copy of {when} in the Wayback Machine, in whose index it was found",
    )


def _question(url: str, published: str | None, service: str) -> str:
    near = _stamp(published)
    asked = f"closest={near}&sort=closest&limit={_MOST_LISTED}" if near else f"limit=-{_MOST_READ}"
    return (
        f"{service}/cdx/search/cdx?url={quote(url, safe='')}&output=json"
        f"&fl=timestamp,statuscode&filter=statuscode:200&{asked}"
    )


def _nearest_first(listing: bytes, published: str | None) -> list[str]:
    """The moments of the copies that a CDX answer lists (14 digits), nearest to the date first."""
    moments = sorted(set(_listed(listing)), reverse=True)
    near = _stamp(published)
    return sorted(moments, key=lambda stamp: _apart(stamp, near)) if near else moments


def _listed(listing: bytes) -> Iterator[str]:
    try:
        rows: Any = json.loads(listing)
    except (ValueError, RecursionError):
        return
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, list) and row and _STAMP.fullmatch(str(row[0])) and _moment(row[0]):
            yield str(row[0])


def _stamp(published: str | None) -> str:
    """A date as fourteen digits; empty where there is none."""
    found = _DATE.match(published or "")
    if found is None:
        return ""
    stamp = f"{found[1]}{found[2] or '01'}{found[3] or '01'}000000"
    return stamp if _moment(stamp) else ""


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _apart(stamp: str, other: str) -> float:
    moment, wanted = _moment(stamp), _moment(other)
    assert moment is not None
    assert wanted is not None
    return abs((moment - wanted).total_seconds())


def _as_copy(copy: Capture, capture: Capture, stamp: str) -> Capture:
    moment, when = _moment_of(copy, stamp)
    return replace(
        copy,
        url=capture.url,
        outcome=Outcome.FROM_ARCHIVE,
        archived_at=moment,
        reason=f"a copy of {when} in the Wayback Machine; the page itself: {capture.outcome}",
    )


def _moment_of(copy: Capture, stamp: str) -> tuple[str, str]:
    """The moment of a copy as reports have it (ISO 8601), and its day."""
    of_copy = _OF_COPY.search(copy.final_url)  # the service leads on to the copy that it has
    moment = _moment(of_copy[1] if of_copy else stamp) or _moment(stamp)
    assert moment is not None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ"), f"{moment:%Y-%m-%d}"


def with_note(capture: Capture, note: str) -> Capture:
    """The capture with one more reason behind those it has."""
    return replace(capture, reason=f"{capture.reason}; {note}" if capture.reason else note)


def is_public(url: str, settings: FetchSettings) -> bool:
    """Whether an address may be told to a service: that of an editor's own network may not.

    Nor is there a point in copies of what other services answer.
    """
    services = settings.services
    if url.startswith((services.x_oembed, services.x_syndication, services.bluesky)):
        return False
    parts, service = urlsplit(url), urlsplit(settings.services.wayback)
    host = (parts.hostname or "").rstrip(".")
    opened = {name.lower() for name, _ in settings.allow_private}
    if service.hostname in opened:
        return True
    try:
        ip_address(host)
    except ValueError:
        return "." in host and host not in opened
    return False
