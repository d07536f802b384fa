"""quote-question: a quotation states what its source asks."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import cautioned_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in cautioned_parts(facts, Caution.QUESTION):
        yield RULE.on_part(
            f"{quoted(part.check.quote)} is a question in {page_name(record)}.", check, part
        )


RULE = Rule(
    id="quote-question",
    summary="A quotation without a question mark is a question in its source",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The words are the source's, and a question mark stands behind them there. Keep the mark, or say that"
        " the speaker asked. Example: the source has “The school will close?”, the article “The"
        " school will close”."
    ),
    links=("https://www.spj.org/spj-code-of-ethics/",),
    find=_find,
)
