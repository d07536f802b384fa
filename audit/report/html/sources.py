"""The sources as the page shows them: how each was asked for, how that ended, what was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.markup.addresses.url import is_own_file
from audit.model import Capture, Outcome, SourceRecord
from audit.report.believed import why_believed
from audit.report.escape import web_uri
from audit.report.passages import clip
from audit.report.source_names import source_title
from audit.report.words import OUTCOMES, STANDINGS

_LONGEST_REASON = 200  # characters


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a web address, or to none where the address is no plain one."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source. ``history`` are the answers on the way: status, address, record id."""

    title: str
    standing: str
    address: Link
    history: tuple[tuple[str, Link, str], ...]
    ending: str
    outcome: str
    kept: tuple[tuple[str, str], ...]


def link(text: str, url: str) -> Link:
    """A link with that text."""
    return Link(text, web_uri(url))


def sources(records: Sequence[SourceRecord]) -> Iterator[SourceView]:
    """The sources in their order."""
    for record in records:
        url = record.source.url
        yield SourceView(
            title=source_title(record),
            standing=STANDINGS[record.source.standing],
            address=link(url, url),
            history=tuple(_history(record)),
            ending=ending(record.capture),
            outcome=record.capture.outcome.value,
            kept=tuple(facts_kept(record.capture)),
        )


def ending(capture: Capture) -> str:
    """How asking for a page ended, in a sentence that says what to do."""
    reason = clip(capture.reason, _LONGEST_REASON)
    sentence = OUTCOMES[capture.outcome]
    return f"{sentence} ({reason})" if reason else sentence


def facts_kept(capture: Capture) -> Iterator[tuple[str, str]]:
    """Where the bytes that were compared are kept, when they came, and their digest."""
    for label, value in (
        ("Your file" if is_own_file(capture.url) else "Saved page", capture.file),
        ("Captured", capture.fetched_at),
        ("Bytes", why_believed(capture)),
        ("Record", capture.record_id),
        ("SHA-256", capture.sha256),
    ):
        if value:
            yield label, value


def _history(record: SourceRecord) -> Iterator[tuple[str, Link, str]]:
    """Every answer before the page was read; none where the address answered at once."""
    trail = record.source.trail
    if trail is not None:
        yield from _answers(trail)
        note = "" if trail.outcome is Outcome.CAPTURED else trail.outcome.value
        yield "asked for the words:", link(record.source.words_at, record.source.words_at), note
    if record.capture.hops or trail is not None or record.capture.status != 200:
        yield from _answers(record.capture)


def _answers(capture: Capture) -> Iterator[tuple[str, Link, str]]:
    for hop in capture.hops:
        yield str(hop.status), link(hop.url, hop.url), hop.record_id or ""
    if capture.status is not None:
        yield str(capture.status), link(capture.final_url, capture.final_url), ""
