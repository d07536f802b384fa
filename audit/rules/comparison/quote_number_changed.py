"""quote-number-changed: a figure, unit, sign or currency in a quotation is not the source's."""

from collections.abc import Iterator

from audit.model import DiffKind, Facts, Finding, Severity
from audit.rules.facts import changed_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import differing, page_name, quoted


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in changed_parts(facts, DiffKind.NUMBER):
        words, page = quoted(part.check.quote), page_name(record)
        yield RULE.on_part(
            differing(words, page, part.check.diff, DiffKind.NUMBER, "a figure"),
            check,
            part,
        )


RULE = Rule(
    id="quote-number-changed",
    summary="A figure, unit, sign or currency in a quotation is not the one of the source",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    help=(
        "A number, its unit, its sign or its currency differs, is missing or was put in. “Five” for 5 and"
        " “percent” for % do not count here. Correct the figure, or find the source that has it. Example: the"
        " source has “1.5 million tonnes”, the article “15 million tonnes”."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
