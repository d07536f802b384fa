"""Words that a source had at an earlier capture and lacks now: the page was changed since."""

from collections.abc import Mapping

from audit.match.prepared.source import prepare
from audit.match.verify import verify_quote
from audit.model import AttributionCheck, SourceRecord, Verdict

_LACKED = frozenset({Verdict.ALTERED, Verdict.ABSENT})
_THERE = frozenset({Verdict.VERBATIM, Verdict.EDITED})
_FEWEST_WORDS = 3  # fewer stand anywhere by chance


def stood_before(check: AttributionCheck, records: Mapping[str, SourceRecord]) -> tuple[str, ...]:
    """A sentence for each part that its source has not as quoted, and had at the capture before."""
    notes = []
    for part in check.parts:
        record = records.get(part.source_id or check.source_id or "")
        if record is None or part.check.verdict not in _LACKED:
            continue
        page, capture = record.background.earlier_page, record.background.earlier
        if page is None or capture is None or len(part.check.quote.split()) < _FEWEST_WORDS:
            continue
        before = verify_quote(part.check.quote, prepare(page))
        if before.verdict in _THERE:
            how = (
                "word for word"
                if before.verdict is Verdict.VERBATIM
                else "with what is marked left out"
            )
            notes.append(
                f"The words stood there {how} at {capture.fetched_at}: the page was changed since."
            )
    return tuple(dict.fromkeys(notes))
