"""The sources: what each is and how asking for it ended; what was kept of it stands apart."""

from collections.abc import Iterator

from audit.model import Capture, Outcome, SourceRecord
from audit.report.escape import address, code, inline
from audit.report.markdown.record import ending, kept, unread
from audit.report.source_names import source_title
from audit.report.words import STANDINGS


def sources(records: tuple[SourceRecord, ...]) -> Iterator[str]:
    """The numbered list of sources."""
    if not records:
        yield "The article gives no source, and none was supplied."
        return
    yield "\n".join(
        line for number, record in enumerate(records, start=1) for line in _source(number, record)
    )


def kept_of(records: tuple[SourceRecord, ...]) -> Iterator[str]:
    """What was kept of each source, and every answer on the way to it, by the number of the source."""
    for number, record in enumerate(records, start=1):
        facts = [*_history(record), kept(record)]
        if told := "; ".join(filter(None, facts)):
            yield f"- Source {number}: {told}"


def _source(number: int, record: SourceRecord) -> Iterator[str]:
    source = record.source
    indent = " " * len(f"{number}. ")
    how = ending(record.capture) if record.capture.outcome is not Outcome.CAPTURED else "read"
    yield (
        f"{number}. **{inline(source_title(record))}**, {STANDINGS[source.standing]}:"
        f" {address(source.url)}, {how}"
    )
    if partly := unread(record):
        yield f"{indent}- {partly}"


def _history(record: SourceRecord) -> Iterator[str]:
    """Every answer on the way to the last one; nothing where the address answered at once."""
    trail = record.source.trail
    if trail:
        yield from _hops(trail)
        if trail.outcome is not Outcome.CAPTURED:
            yield f"that page itself {trail.outcome}"
        yield f"the words were asked for at {address(record.source.words_at)}"
    if record.capture.hops:
        yield from _hops(record.capture)


def _hops(capture: Capture) -> Iterator[str]:
    for hop in capture.hops:
        yield f"{hop.status} {address(hop.url)}" + (
            f", record {code(hop.record_id)}" if hop.record_id else ""
        )
    if capture.status is not None:
        yield f"{capture.status} {address(capture.final_url)}"
