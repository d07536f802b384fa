"""Negations of which speech leaves a part out: 'c'est pas' is 'ce n'est pas'."""

import re
from collections.abc import Sequence
from functools import cache

from audit.languages.comparison.comparing import comparing
from audit.languages.expressions import any_of
from audit.match.weighing.said_again import Around

_FAR = 5  # words behind a verb in which its negation stands
_VOWELS = "aeiouyhàâæéèêëîïôœûù"


def is_spoken_negation(quoted: Sequence[str], there: Sequence[str], around: Around) -> bool:
    """Whether two runs differ by nothing but such a part, beside a word that negates alone."""
    language = around.language
    if not comparing(language).unspoken:
        return False
    ours, theirs = (" ".join(run).lower() for run in (quoted, there))
    unspoken = _unspoken(language)
    if (unspoken.search(ours) is None) == (unspoken.search(theirs) is None):
        return False
    said = without_unspoken(quoted, language)
    beside = {*said, *(word.lower() for word in around.after[:_FAR])}
    is_same = said == without_unspoken(there, language)
    return is_same and not beside.isdisjoint(around.vocabulary.negate_alone)


def without_unspoken(words: Sequence[str], language: str | None) -> list[str]:
    """Words in lower case as a language is spoken: 'je n'ai' as 'j'ai'."""
    said = " ".join(words).lower()
    if comparing(language).unspoken:
        said = _before_vowel(language).sub(r"\1'", _unspoken(language).sub("", said))
    return said.split()


@cache
def _unspoken(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(comparing(language).unspoken)}(?:(?<=')|(?: |$))")


@cache
def _before_vowel(language: str | None) -> re.Pattern[str]:
    """A word that loses its last letter before a vowel, up to there."""
    stems = any_of(word[:-1] for word in comparing(language).elided)
    return re.compile(rf"\b({stems})[a-z] (?=[{_VOWELS}])")
