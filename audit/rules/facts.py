"""The cuts through the facts that several rules share."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from audit.markup.addresses.canonical import canonical
from audit.markup.addresses.wrapped import unwrapped
from audit.model import (
    Article,
    AttributionCheck,
    AttributionKind,
    Caution,
    DiffKind,
    Facts,
    PartCheck,
    Severity,
    SourceRecord,
    Span,
    Verdict,
    Weight,
)

_FoundPart = tuple[AttributionCheck, PartCheck, SourceRecord | None]

QUOTED = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST})
"""The kinds whose words can be compared: somebody's words, given as words."""


def is_splice(part: PartCheck) -> bool:
    """Whether matching found the words in passages that stand apart, joined with no mark."""
    return Caution.SPLICED in part.check.cautions


def is_out_of_order(part: PartCheck) -> bool:
    """Whether the fragments of a quotation stand in its source in another order."""
    return Caution.FRAGMENTS_REVERSED in part.check.cautions


def changed_parts(facts: Facts, kind: DiffKind) -> Iterator[_FoundPart]:
    """Every altered part of a quotation with an unmarked difference of this kind."""
    return (part for part in altered_parts(facts) if kind in kinds(part[1]))


def altered_parts(
    facts: Facts,
) -> Iterator[_FoundPart]:
    """Every altered part of a quotation; posts have a rule of their own."""
    for check, part, record in parts_with(facts, Verdict.ALTERED):
        if check.attribution.kind is not AttributionKind.POST:
            yield check, part, record


def is_anothers(part: PartCheck) -> bool:
    """Whether the words of a source differ from an altered part, and somebody else says them."""
    check = part.check
    return (
        check.verdict is Verdict.ALTERED
        and check.weight is not Weight.STYLE
        and Caution.OTHER_NAME in check.cautions
    )


_SEVERITIES = {
    Weight.SERIOUS: Severity.ERROR,
    Weight.MINOR: Severity.WARNING,
    Weight.STYLE: Severity.NOTE,
}


def severity_of(part: PartCheck) -> Severity:
    """How much an altered part matters, by the heaviest difference."""
    return _SEVERITIES[part.check.weight or Weight.SERIOUS]


def kinds(part: PartCheck) -> frozenset[DiffKind]:
    """What the unmarked differences of a part change."""
    return frozenset(run.kind for run in part.check.diff if run.kind)


def once_a_voice(parts: Iterable[_FoundPart]) -> Iterator[_FoundPart]:
    """The first part of each attribution that one person says in one source.

    Who says both halves of “…,” she said, “…” need be told but once.
    """
    seen: set[tuple[str, str | None, str | None]] = set()
    for check, part, record in parts:
        voice = check.attribution.id, part.source_id, part.check.said_by
        if voice not in seen:
            seen.add(voice)
            yield check, part, record


def parts_with(facts: Facts, verdict: Verdict) -> Iterator[_FoundPart]:
    """Every part that came out with this verdict, its attribution, and the source that decided."""
    for check, part, record in all_parts(facts):
        if part.check.verdict is verdict:
            yield check, part, record


def cautioned_parts(facts: Facts, caution: Caution) -> Iterator[_FoundPart]:
    """Every part with a caution, its attribution, and the source that decided."""
    return (found for found in all_parts(facts) if caution in found[1].check.cautions)


def all_parts(facts: Facts) -> Iterator[_FoundPart]:
    """Every part of every attribution, in the order of the article."""
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        for part in check.parts:
            yield check, part, records.get(part.source_id) if part.source_id else None


def plain_addresses(urls: Iterable[str]) -> frozenset[str]:
    """Addresses as they are compared: unwrapped, in their canonical form."""
    return frozenset(canonical(unwrapped(url)) for url in urls)


def linked_beside(words: Span, article: Article) -> frozenset[str]:
    """The plain addresses that the paragraph of some words links to, or cites in a note."""
    number = article.paragraph(words.start)
    if number is None:
        return frozenset()
    block = article.blocks[number - 1]
    linked = (link.url for link in article.links if block.start <= link.start < block.end)
    noted = (
        url
        for mark in article.marks
        if mark.note is not None and block.start < mark.at <= block.end
        for url in article.notes[mark.note].addresses
    )
    return plain_addresses((*linked, *noted))


class ComparedWords:
    """The quoted words of an article that were compared word by word."""

    def __init__(self, facts: Facts) -> None:
        spans = sorted(
            (span.start, span.end)
            for check in facts.checks
            if check.verdict is not Verdict.NOT_COMPARED
            and check.attribution.kind is not AttributionKind.INDIRECT
            for span in check.attribution.contents
        )
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []  # the furthest of this one and of all before it
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def has(self, span: Span) -> bool:
        """Whether a stretch of the article is within such words."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]
