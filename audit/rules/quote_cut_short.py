"""quote-cut-short: the words right behind a quotation turn it."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import following, page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        if Caution.TURNED_AFTER not in part.check.cautions:
            continue
        yield RULE.on_part(
            f"{quoted(part.check.quote)} ends where the sentence goes on in {page_name(record)}:"
            f" {quoted(following(record, part.check))}.",
            check,
            part,
        )


RULE = Rule(
    id="quote-cut-short",
    summary="The words that follow a quotation in its source begin with but, unless, if or except",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The quotation is the source's, and it stops before the words that limit it. Read the whole sentence;"
        " quote on, or say the condition in your own words. Example: “We will rebuild the school”, where the"
        " source goes on “if the money lasts”."
    ),
    links=("https://www.spj.org/spj-code-of-ethics/",),
    find=_find,
)
