"""The part of a word that its forms share, so that a statement's are known in a source."""

from functools import lru_cache

from audit.languages.comparison.comparing import comparing
from audit.languages.extraction import english

_GERMAN = "de"
_STEM = 5  # letters: 'opposed', 'opposing'
_ENGLISH_ENDS = ("ing", "ed", "er")  # 'earned', 'earns'
_AGENTS = "ers"  # 'leavers'
_GERMAN_ENDS = ("en", "em", "er", "es", "e")  # 'die Toten', 'neun Tote'
_PAST, _VOWELS = "ed", "aeiou"  # 'voted', not 'indeed'
_SHORTEST = 3  # letters: 'bus' has no ending
_MOST_WORDS = 20_000  # that are kept: a page's are asked for again and again


def longer_part(word: str) -> str:
    """A word, or of one with an apostrophe the longer part: 'association' of "l'association"."""
    return max(word.split("'"), key=len) if "'" in word else word


@lru_cache(maxsize=_MOST_WORDS)
def stem_of(word: str, language: str | None) -> str:
    """The first letters of a word, which it shares with its other forms: 'shop' and 'shops'."""
    stem = lemma(word, language)
    if language in (None, english.LANGUAGE):
        stem = _without_english_end(stem)
    elif language == _GERMAN:
        end = next((end for end in _GERMAN_ENDS if stem.endswith(end)), "")
        stem = stem.removesuffix(end) if len(stem) - len(end) >= _SHORTEST else stem
    if len(stem) > _SHORTEST:
        stem = stem.removesuffix("s").removesuffix("e")
    return stem[:_STEM]


def _without_english_end(stem: str) -> str:
    """'leavers', 'leaving' and 'leaver' as 'leav'."""
    single = stem[:-1] if stem.endswith(_AGENTS) else stem
    end = next((end for end in _ENGLISH_ENDS if single.endswith(end)), "")
    rest = len(single) - len(end)
    is_past = end == _PAST and rest == _SHORTEST and single[-3] not in _VOWELS
    return single.removesuffix(end) if rest > _SHORTEST or is_past else stem


def lemma(word: str, language: str | None) -> str:
    """The word that an irregular form belongs to: 'spend' of 'spent'; others as they are."""
    return comparing(language or english.LANGUAGE).inflected.get(word, word)
