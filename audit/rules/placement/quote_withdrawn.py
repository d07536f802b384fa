"""quote-withdrawn: the source has struck the words out, or has them in its correction alone."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        if Caution.WITHDRAWN in part.check.cautions:
            yield RULE.on_part(
                f"{quoted(part.check.quote)} stands in {page_name(record)} only with words that are struck out there.",
                check,
                part,
            )
        elif Caution.ONLY_IN_CORRECTION in part.check.cautions:
            yield RULE.on_part(
                f"{quoted(part.check.quote)} stands in {page_name(record)} only where the page corrects itself.",
                check,
                part,
                confidence=Confidence.MEDIUM,
            )


RULE = Rule(
    id="quote-withdrawn",
    summary="Words of the quotation are struck out at the source, or stand in its correction alone",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The source shows some of the words struck out, or has them only in a correction: it no longer says them. Quote what it says now,"
        " or write that the words were withdrawn."
        " Example: the statement has 'will not reopen', with 'not' struck out."
    ),
    links=("https://html.spec.whatwg.org/multipage/edits.html#the-del-element",),
    find=_find,
)
