"""What rules need to know of sources beside their words: publisher, dates, what stood before."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from audit.extract import known_outlets
from audit.markup.addresses.url import domains_of
from audit.model import Background, Capture, Outlet, Page, SourceRecord
from audit.read import read_dates

_MOST_BYTES = 3_000_000  # of a page in which its dates are looked for

Before = Callable[[Capture], Capture | None]
"""Finds the capture before one, in the archives."""


def with_background(
    records: Sequence[SourceRecord], before: Before, read: Callable[[Capture], Page | None]
) -> tuple[SourceRecord, ...]:
    """The sources with what is known of them; ``read`` gives the text of a capture."""
    return tuple(
        replace(record, background=_background(record, before, read)) for record in records
    )


def without_earlier_page(record: SourceRecord) -> SourceRecord:
    """A source less the text of the capture before: once words are compared, nobody asks for it."""
    if record.background.earlier_page is None:
        return record
    return replace(record, background=replace(record.background, earlier_page=None))


def _background(
    record: SourceRecord, before: Before, read: Callable[[Capture], Page | None]
) -> Background:
    capture = record.capture
    published, modified = read_dates(capture.body[:_MOST_BYTES])
    publisher = publisher_of(capture.final_url) if capture.file is None else None
    changed = _changed(record, before(capture), read)
    earlier, page = changed or (None, None)
    return Background(
        publisher or publisher_of(record.source.url), published, modified, earlier, page
    )


def _changed(
    record: SourceRecord, earlier: Capture | None, read: Callable[[Capture], Page | None]
) -> tuple[Capture, Page] | None:
    """The capture before and its text, where its words are others.

    Other bytes alone come with every advertisement.
    """
    if earlier is None or record.page is None or earlier.sha256 == record.capture.sha256:
        return None
    page = read(earlier)
    if page is None or page.text.split() == record.page.text.split():
        return None
    return replace(earlier, body=b""), page


def publisher_of(url: str) -> Outlet | None:
    """The outlet that is known to publish on the host of an address."""
    known = _by_domain()
    return next((known[domain] for domain in domains_of(url) if domain in known), None)


@cache
def _by_domain() -> Mapping[str, Outlet]:
    return {domain: outlet for outlet in reversed(known_outlets()) for domain in outlet.domains}
