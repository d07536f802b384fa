"""statement-figure-missing: an indirect statement has a figure that its source does not have."""

from collections.abc import Iterator, Sequence

from audit.model import FIGURES, FactKind, Facts, Finding, Missing, Sentence, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        record = records.get(check.source_id) if check.source_id else None
        for missing in check.missing:
            another_year = missing.fact.kind is FactKind.DATE and missing.nearest
            if missing.fact.kind not in FIGURES and not another_year:
                continue
            yield RULE.finding(
                f"{quoted(missing.fact.span.text)} was not found in {page_name(record)}, which was read"
                f" whole{_beside(missing, check.closest)}.",
                words=missing.fact.span.text,
                attribution_id=check.attribution.id,
                source_id=check.source_id,
                confidence=Confidence.LOW if check.found_elsewhere else None,
            )


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
        " A statement that cites nothing is held against the pages that the article cites for other words,"
        " where a sentence of theirs tells plainly the same."
        " Example: the article has “$1-3 trillion”, the source “$1 trillion”."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
