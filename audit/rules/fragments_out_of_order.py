"""fragments-out-of-order: the parts between ellipses stand in the source in another order."""

from collections.abc import Iterator

from audit.model import AttributionKind, Facts, Finding, Severity, Verdict
from audit.rules.facts import is_out_of_order, parts_with
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in parts_with(facts, Verdict.ALTERED):
        if check.attribution.kind is AttributionKind.POST or not is_out_of_order(part):
            continue
        yield RULE.finding(
            f"The parts of {quoted(part.check.quote)} stand in {page_name(record)} in another order.",
            words=part.check.quote,
            attribution_id=check.attribution.id,
            source_id=part.source_id,
        )


RULE = Rule(
    id="fragments-out-of-order",
    summary="The parts of a quotation between ellipses stand in another order in the source",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    help=(
        "An ellipsis says that words were left out, not that they were moved. Put the parts in the order of"
        " the source, or close the quotation between them and open a second one."
        " Example: the source has “first the school, then the bridge”, the article “then the bridge … first the school”."
    ),
    links=("https://www.theguardian.com/guardian-observer-style-guide-q",),
    find=_find,
)
