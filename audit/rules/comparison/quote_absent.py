"""quote-absent: the source was read whole and does not have the quotation."""

from collections.abc import Iterator

from audit.model import Facts, Finding, Severity, Verdict
from audit.rules.facts import parts_with
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in parts_with(facts, Verdict.ABSENT):
        yield RULE.on_part(
            f"{quoted(part.check.quote)} was not found in {page_name(record)}, which was read whole.",
            check,
            part,
        )


RULE = Rule(
    id="quote-absent",
    summary="The source was read whole and does not have the quotation",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    help=(
        "No passage of the source is near the quotation. That does not mean that the words were"
        " never said: the page may have been changed, the link may lead to another page than the one"
        " meant, or the words may be translated. Find the page that has them, and link to that."
        " Example: the link leads to the front page of the outlet, where the words no longer stand."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
