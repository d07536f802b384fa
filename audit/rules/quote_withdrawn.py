"""quote-withdrawn: words of the quotation are struck out at the source."""

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


RULE = Rule(
    id="quote-withdrawn",
    summary="Words of the quotation are struck out at the source",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    help=(
        "The source shows some of the words struck out: it no longer says them. Quote what it says now,"
        " or write that the words were withdrawn."
        " Example: the statement has 'will not reopen', with 'not' struck out."
    ),
    links=("https://html.spec.whatwg.org/multipage/edits.html#the-del-element",),
    find=_find,
)
