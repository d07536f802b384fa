"""statement-figure-missing: an indirect statement has a figure that its source does not have."""

from collections.abc import Iterator

from audit.model import FactKind, Facts, Finding, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted

_FIGURES = frozenset({FactKind.AMOUNT, FactKind.PERCENTAGE, FactKind.NUMBER})


def _find(facts: Facts) -> Iterator[Finding]:
    records = {record.source.id: record for record in facts.sources}
    for check in facts.checks:
        record = records.get(check.source_id) if check.source_id else None
        for missing in check.missing:
            another_year = missing.fact.kind is FactKind.DATE and missing.nearest
            if missing.fact.kind not in _FIGURES and not another_year:
                continue
            nearest = f"; nearest: {quoted(missing.nearest)}" if missing.nearest else ""
            yield RULE.finding(
                f"{quoted(missing.fact.span.text)} was not found in {page_name(record)}, which was read"
                f" whole{nearest}.",
                words=missing.fact.span.text,
                attribution_id=check.attribution.id,
                source_id=check.source_id,
            )


RULE = Rule(
    id="statement-figure-missing",
    summary="A statement without quotation marks has a figure that its source does not have",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "Digits and words, % and percent, commas and the place of the currency were allowed for. The figure"
        " may have been rounded or worked out, or come from another page. Read the sentences named beside it."
        " Example: the article has “$1-3 trillion”, the source “$1 trillion”."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
