"""quote-unattributed: words in quotation marks, and nobody named for them."""

from collections.abc import Iterator

from audit.model import AttributionKind, Facts, Finding, Severity
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check in facts.checks:
        if check.attribution.kind is not AttributionKind.UNATTRIBUTED:
            continue
        for span in check.attribution.contents:
            yield RULE.finding(
                f"{quoted(span.text)} stands in quotation marks and nobody is named for it.",
                words=span.text,
                attribution_id=check.attribution.id,
            )


RULE = Rule(
    id="quote-unattributed",
    summary="Words stand in quotation marks and nobody is named for them",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    help=(
        "Often this is right: a title, a nickname, a word used with distance. Where the words are"
        " somebody's, name who said them, so that a reader can look them up."
        " Example: a so-called “ghost fleet”, and nobody is said to call it so."
    ),
    links=("https://www.bbc.com/editorialguidelines/guidelines/accuracy",),
    find=_find,
)
