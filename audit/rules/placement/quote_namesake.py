"""quote-namesake: one who shares a name with the speaker says the words there, or nobody named."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity
from audit.rules.facts import all_parts
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, speaker_of


def _find(facts: Facts) -> Iterator[Finding]:
    for check, part, record in all_parts(facts):
        credited, other = speaker_of(check.attribution), part.check.said_by
        if not credited or not other:
            continue
        words = quoted(part.check.quote)
        if Caution.NAMESAKE in part.check.cautions:
            yield RULE.on_part(
                f"{words} is said in {page_name(record)} by {quoted(other)}; the article credits"
                f" {quoted(credited)}: {_what_is_shared(credited, other)}.",
                check,
                part,
            )
        elif Caution.UNNAMED in part.check.cautions:
            yield RULE.on_part(
                f"{words} is said in {page_name(record)} by {quoted(other)}, whom it does not name; the"
                f" article credits {quoted(credited)}, whose name is not on the page.",
                check,
                part,
            )


def _what_is_shared(credited: str, other: str) -> str:
    """Which of two names are the same, and which differ."""
    ours, theirs = (name.casefold().split() for name in (credited, other))
    if ours[0] == theirs[0] and ours[-1] != theirs[-1]:
        return "the first name is the same, the last is another"
    return "the last name is the same, the first is another"


RULE = Rule(
    id="quote-namesake",
    summary="The words are at the source, where a namesake of the speaker says them, or somebody unnamed",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    help=(
        "The source has the words. The person who says them there has the same last name and another first"
        " name, the same first name and another last name, or is not named at all, and the page does not have"
        " the speaker's name. Brothers, spouses and strangers share a name: check who said it. Short forms and"
        " initials of a first name count as it, and so does either half of a double last name."
        " Example: the article credits Paul Meyer, the page has “…,” Anna Meyer said."
    ),
    links=("https://www.spj.org/spj-code-of-ethics/",),
    find=_find,
)
