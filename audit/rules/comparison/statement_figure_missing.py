"""statement-figure-missing: an indirect statement has a figure that its source does not have."""

from collections.abc import Iterator, Sequence

from audit.model import (
    FIGURES,
    AttributionCheck,
    FactKind,
    Facts,
    Finding,
    Missing,
    Sentence,
    Severity,
    SourceRecord,
    Span,
    stands_in,
)
from audit.rules.facts import ComparedWords
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted

_PLAIN = 2  # words of a number with what it counts: 'sieben Stunden'


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    told: set[tuple[Span, str | None]] = set()
    compared = ComparedWords(facts)
    for check in facts.checks:
        record = records.get(check.source_id) if check.source_id else None
        for missing in check.missing:
            another_year = missing.fact.kind is FactKind.DATE and missing.nearest
            if missing.fact.kind not in FIGURES and not another_year:
                continue
            if compared.has(missing.fact.span):
                continue  # what became of the quotation says so
            if (missing.fact.span, check.source_id) in told:
                continue  # a statement within another: 'a study found, the Herald says'
            told.add((missing.fact.span, check.source_id))
            yield RULE.finding(
                _message(missing, check, record),
                words=missing.fact.span.text,
                attribution_id=check.attribution.id,
                source_id=check.source_id,
                severity=Severity.NOTE if _may_be_reckoned(missing, check) else None,
                confidence=Confidence.LOW if check.found_elsewhere else None,
            )


def _may_be_reckoned(missing: Missing, check: AttributionCheck) -> bool:
    """Whether the only figure of a statement, a number in words, has no other in its place."""
    figure = missing.fact
    is_plain = figure.kind is not FactKind.PERCENTAGE and len(figure.span.text.split()) <= _PLAIN
    is_only = sum(fact.kind in FIGURES for fact in check.attribution.facts) == 1
    is_in_words = not any(map(str.isdigit, figure.span.text))
    return is_plain and is_only and is_in_words and not missing.nearest


def _message(missing: Missing, check: AttributionCheck, record: SourceRecord | None) -> str:
    """What a page lacks; a figure that it has of something else is not called missing."""
    closest = check.closest
    figure, beside = quoted(missing.fact.span.text), _beside(missing, closest)
    if not check.found_elsewhere and len(check.searched) > 1:
        return f"{figure} was not found in any of the {len(check.searched)} pages cited for it, which were read whole{beside}."
    if missing.has_figure_in_nearest:
        return f"{figure} stands in {page_name(record)} as {quoted(missing.nearest)}, not as the article has it."
    if beside and _stands(missing.fact.span.text, record):
        return f"{figure} stands in {page_name(record)}, but not where it tells the same{beside}."
    return f"{figure} was not found in {page_name(record)}, which was read whole{beside}."


def _stands(figure: str, record: SourceRecord | None) -> bool:
    text = record.page.text if record is not None and record.page is not None else ""
    return stands_in(figure, text)


def _beside(missing: Missing, closest: Sequence[Sentence]) -> str:
    """The figure that the sentence nearest to the statement has; one from elsewhere says little."""
    if missing.nearest and closest and missing.nearest in closest[0].text:
        return f"; its nearest sentence has {quoted(missing.nearest)}"
    return ""


RULE = Rule(
    id="statement-figure-missing",
    summary="A statement without quotation marks has a figure that its source does not have",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "Digits and words, % and percent, commas and the place of the currency were allowed for. The figure"
        " may have been rounded or worked out, or come from another page. Read the sentences named beside it."
        " A number in words for which no sentence has another one may be worked out: that is a note."
        " A statement that cites nothing is held against the pages that the article cites for other words,"
        " where a sentence of theirs tells plainly the same. A figure that the source has of something else is"
        " named where the clause that tells the same has another one."
        " Example: the article has “$1-3 trillion”, the source “$1 trillion”."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
