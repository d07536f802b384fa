"""quote-negation-changed: a 'not' or its like was dropped from a quotation, or put in."""

from collections.abc import Iterator

from audit.model import DiffKind, Facts, Finding, Severity
from audit.rules.facts import changed_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import differing, page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in changed_parts(facts, DiffKind.NEGATION):
        words, page = quoted(part.check.quote), page_name(record)
        yield RULE.on_part(
            differing(words, page, part.check.diff, DiffKind.NEGATION, "a negation"),
            check,
            part,
        )


RULE = Rule(
    id="quote-negation-changed",
    summary="A negation was dropped from a quotation, put in, or changed",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    help=(
        "A word such as “not”, “never”, “no” or “n't” stands on one side only, so that the quotation may say"
        " the contrary. Restore the words of the source. Example: the source has “we will not close the"
        " school”, the article “we will close the school”."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.theguardian.com/guardian-observer-style-guide-q",
    ),
    find=_find,
)
