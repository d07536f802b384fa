"""ellipsis-drops-negation: the words that an ellipsis leaves out hold a 'not' or its like."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import cautioned_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, stood_for


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in cautioned_parts(facts, Caution.ELLIPSIS_DROPS_NEGATION):
        dropped = stood_for(part.check.diff)
        left_out = f": {quoted(dropped)}" if dropped else ""
        yield RULE.on_part(
            f"The ellipsis in {quoted(part.check.quote)} leaves out words of {page_name(record)}"
            f" that hold a negation{left_out}.",
            check,
            part,
        )


RULE = Rule(
    id="ellipsis-drops-negation",
    summary="An ellipsis leaves out words that hold a negation",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The cut is marked, so the quotation counts as edited. But what was left out holds a word such"
        " as “not”, “never” or “no”, and without it the quotation may say more than the speaker did."
        " Read both passages, and restore the words if the meaning turns on them."
        " Example: the source has “we do not, at this stage, support it”, the article “we do … support it”."
    ),
    links=("https://www.theguardian.com/guardian-observer-style-guide-q",),
    find=_find,
)
