"""The sources: what each is and how asking for it ended; what was kept of it stands apart."""

from collections.abc import Iterator

from audit.model import Outcome, SourceRecord
from audit.report.escape import address, inline
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
    """What was kept of each source, by its number; ``report.json`` has the way to it, too."""
    for number, record in enumerate(records, start=1):
        if told := kept(record):
            yield f"- Source {number}: {told}"


def _source(number: int, record: SourceRecord) -> Iterator[str]:
    source = record.source
    indent = " " * len(f"{number}. ")
    how = ending(record.capture) if record.capture.outcome is not Outcome.CAPTURED else "read"
    title = source_title(record)
    named = f"**{inline(title)}**, " if title != source.url else ""
    yield f"{number}. {named}{STANDINGS[source.standing]}: {address(source.url)}, {how}"
    if partly := unread(record):
        yield f"{indent}- {partly}"
