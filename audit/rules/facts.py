"""The cuts through the facts that several rules share."""

from collections.abc import Iterator

from audit.model import (
    AttributionCheck,
    AttributionKind,
    Facts,
    PartCheck,
    SourceRecord,
    Verdict,
)

QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST})
"""The kinds whose words can be compared: somebody's words, given as words."""


def is_splice(part: PartCheck) -> bool:
    """Whether matching found the words in passages that stand apart, joined with no mark."""
    return "spliced" in part.check.cautions


def parts_with(
    facts: Facts, verdict: Verdict
) -> Iterator[tuple[AttributionCheck, PartCheck, SourceRecord | None]]:
    """Every part that came out with this verdict, its attribution, and the source that decided."""
    for check, part, record in all_parts(facts):
        if part.check.verdict is verdict:
            yield check, part, record


def all_parts(facts: Facts) -> Iterator[tuple[AttributionCheck, PartCheck, SourceRecord | None]]:
    """Every part of every attribution, in the order of the article."""
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        for part in check.parts:
            yield check, part, records.get(part.source_id) if part.source_id else None
