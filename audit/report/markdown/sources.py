"""The sources: how each was asked for, every redirect hop, how that ended, and what to do."""

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


def _source(number: int, record: SourceRecord) -> Iterator[str]:
    source = record.source
    indent = " " * len(f"{number}. ")
    yield (
        f"{number}. **{inline(source_title(record))}**, {STANDINGS[source.standing]}:"
        f" {address(source.url)}"
    )
    for line in _history(record):
        yield f"{indent}- {line}"
    yield f"{indent}- {ending(record.capture)}"
    partly, evidence = unread(record), kept(record)
    if partly:
        yield f"{indent}- {partly}"
    if evidence:
        yield f"{indent}- Evidence: {evidence}"


def _history(record: SourceRecord) -> Iterator[str]:
    """Every answer on the way, the last one included."""
    if record.source.trail:
        yield from _hops(record.source.trail)
        if record.source.trail.outcome is not Outcome.CAPTURED:
            yield f"That page itself: **{record.source.trail.outcome}**"
        yield f"The words were asked for at {address(record.source.words_at)}"
    yield from _hops(record.capture)


def _hops(capture: Capture) -> Iterator[str]:
    for hop in capture.hops:
        yield f"{hop.status} {address(hop.url)}" + (
            f", record {code(hop.record_id)}" if hop.record_id else ""
        )
    if capture.status is not None:
        yield f"{capture.status} {address(capture.final_url)}"
