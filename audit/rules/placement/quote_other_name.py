"""quote-other-name: another name stands by the words at the source, perhaps not the speaker's."""

from collections.abc import Iterator

from audit.model import Caution, Facts, Finding, Severity, Verdict
from audit.rules.facts import all_parts, is_anothers, once_a_voice
from audit.rules.rule import Confidence, Rule
from audit.rules.wording import page_name, quoted, speaker_of

_NAMED = frozenset({Caution.AUTHORS_WORDS, Caution.OTHER_NAME})


def _find(facts: Facts) -> Iterator[Finding]:
    doubted = (
        each
        for each in all_parts(facts)
        # nobody else can be meant there: quote-misattributed
        if each[1].check.verdict is not Verdict.MISATTRIBUTED and not is_anothers(each[1])
        if not _NAMED.isdisjoint(each[1].check.cautions)
    )
    for check, part, record in once_a_voice(doubted):
        credited = speaker_of(check.attribution)
        article = f"; the article credits {quoted(credited)}" if credited else ""
        words, other = quoted(part.check.quote), part.check.said_by
        if Caution.AUTHORS_WORDS in part.check.cautions and other:
            yield RULE.on_part(
                f"{words} stands in {page_name(record)} in the text of its author, {quoted(other)},"
                f" where nobody is quoted with it{article}. Check who said it.",
                check,
                part,
            )
        elif Caution.OTHER_NAME in part.check.cautions and other:
            yield RULE.on_part(
                f"{words} stands in {page_name(record)} by the name of {quoted(other)}{article}. That was"
                " read from a pronoun or from what stands around the words: check who said it.",
                check,
                part,
            )


RULE = Rule(
    id="quote-other-name",
    summary="The words are at the source, and another name stands by them there",
    severity=Severity.NOTE,
    confidence=Confidence.LOW,
    help=(
        "The source has the words, and as far as can be told another person says or writes them there."
        " That was read from a pronoun, from the sentence before, or from the page's byline, or the"
        " person whom the article names stands beside the words too, so that it may be wrong: read the"
        " passage. Example: the page has “…,” she said after a sentence about the"
        " leader of the opposition, and the article names the mayor."
    ),
    links=("https://www.spj.org/spj-code-of-ethics/",),
    find=_find,
)
