"""fragments-out-of-order: the parts between ellipses stand in the source in another order."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity
from audit.rules.facts import altered_parts, is_out_of_order
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in altered_parts(facts):
        if not is_out_of_order(part):
            continue
        yield RULE.on_part(
            f"The parts of {quoted(part.check.quote)} stand in {page_name(record)} in another order.",
            check,
            part,
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
