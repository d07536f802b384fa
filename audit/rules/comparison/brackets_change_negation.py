"""brackets-change-negation: brackets put a 'not' in, or stand in the place of one."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import cautioned_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, stood_for


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in cautioned_parts(facts, Caution.BRACKETS_CHANGE_NEGATION):
        there = stood_for(part.check.diff)
        instead = f": there stands {quoted(there)}" if there else ""
        yield RULE.on_part(
            f"The brackets in {quoted(part.check.quote)} change a negation of {page_name(record)}"
            f"{instead}.",
            check,
            part,
        )


RULE = Rule(
    id="brackets-change-negation",
    summary="Words in brackets put a negation in, or stand in the place of one",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The change is marked, so the quotation counts as edited. But the words in brackets hold a word"
        " such as “not” or “never” and those of the source do not, or the other way round, and the"
        " quotation may say the contrary of what the speaker did. Read both passages."
        " Example: the source has “I support the plan”, the article “I [do not] support the plan”."
    ),
    links=("https://www.theguardian.com/guardian-observer-style-guide-q",),
    find=_find,
)
