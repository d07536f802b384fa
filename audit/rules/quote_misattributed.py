"""quote-misattributed: the words are there, but another person says them, or another outlet has them."""

from collections.abc import Iterator

from audit.model import AttributionCheck, Facts, Finding, PartCheck, Severity, SourceRecord, Verdict
from audit.rules.facts import parts_with
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, speaker_of


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in parts_with(facts, Verdict.MISATTRIBUTED):
        yield RULE.on_part(_message(check, part, record), check, part)


def _message(check: AttributionCheck, part: PartCheck, record: SourceRecord | None) -> str:
    words = quoted(part.check.quote)
    outlet = check.attribution.outlet
    if part.check.said_by:
        credited = speaker_of(check.attribution) or "nobody by name"
        return (
            f"{words} stands in {page_name(record)}, where {quoted(part.check.said_by)} says it;"
            f" the article credits {quoted(credited)}."
        )
    credited = quoted(outlet.name) if outlet else "another outlet"
    return (
        f"{words} was found in {page_name(record)}; the article credits {credited}, whose page was"
        " read whole and lacks the words."
    )


RULE = Rule(
    id="quote-misattributed",
    summary="The words are at a source, but there somebody else says them or another outlet has them",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    help=(
        "Either a source has a different, named person say the words, or the page of the outlet that"
        " the article names lacks them and another captured page has them. A group and its"
        " spokesperson count as one voice. Check who said the words, and where, and correct the credit."
        " Example: the article has the mayor say it, the page the leader of the opposition."
    ),
    links=(
        "https://www.spj.org/spj-code-of-ethics/",
        "https://www.bbc.com/editorialguidelines/guidelines/accuracy",
    ),
    find=_find,
)
