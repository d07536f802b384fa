"""Negations of which speech leaves a part out: 'c'est pas' is 'ce n'est pas'."""

import re
from collections.abc import Sequence
from functools import cache

from audit.languages.comparison.comparing import Comparing
from audit.languages.expressions import any_of
from audit.match.weighing.said_again import Around

_FAR = 5  # words behind a verb in which its negation stands
_VOWELS = "aeiouyhàâæéèêëîïôœûù"


def is_spoken_negation(quoted: Sequence[str], there: Sequence[str], around: Around) -> bool:
    """Whether two runs differ by nothing but such a part, beside a word that negates alone."""
    words = around.vocabulary
    if not words.unspoken:
        return False
    ours, theirs = (" ".join(run).lower() for run in (quoted, there))
    unspoken = _unspoken(words.unspoken)
    if (unspoken.search(ours) is None) == (unspoken.search(theirs) is None):
        return False
    said = without_unspoken(quoted, words)
    beside = {*said, *(word.lower() for word in around.after[:_FAR])}
    is_same = said == without_unspoken(there, words)
    return is_same and not beside.isdisjoint(words.negate_alone)


def without_unspoken(words: Sequence[str], vocabulary: Comparing) -> list[str]:
    """Words in lower case as speech has them: 'je n'ai' as 'j'ai'."""
    said = " ".join(words).lower()
    if vocabulary.unspoken:
        said = _unspoken(vocabulary.unspoken).sub("", said)
        said = _before_vowel(vocabulary.elided).sub(r"\1'", said)
    return said.split()


@cache
def _unspoken(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words)}(?:(?<=')|(?: |$))")


@cache
def _before_vowel(elided: frozenset[str]) -> re.Pattern[str]:
    """A word that loses its last letter before a vowel, up to there."""
    stems = any_of(word[:-1] for word in elided)
    return re.compile(rf"\b({stems})[a-z] (?=[{_VOWELS}])")
