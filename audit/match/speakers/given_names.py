"""Whether a word is a given name, and whether two given names may be one person's."""

from jellyfish import metaphone
from rapidfuzz.distance import Levenshtein

from audit.languages.comparison.namesakes import namesakes
from audit.languages.extraction.english import given_names
from audit.match.speakers.voices import plain_letters

_SHORTEST = 3  # letters that two first names share where one is short for the other


def is_given(word: str) -> bool:
    """Whether a word is known as a given name: 'SHERIFF OSTROW' is a title before one."""
    return word.casefold() in given_names() or plain_letters(word) in given_names()


def may_be_one(one: str, other: str) -> bool:
    """Whether two first names may be one person's: an initial, a short form, a spelling.

    One spelling that sounds like another is: 'Volodymyr', 'Vladimir'. Names in letters that are not
    Latin may be one where they begin alike.
    """
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if not short or (len(short) == 1 and short == long[:1]):
        return True
    if len(short) == 1:
        return False
    if short[:_SHORTEST] == long[:_SHORTEST] and len(short) >= _SHORTEST:
        return True
    known = namesakes().nicknames
    if known.get(short, frozenset()) & known.get(long, frozenset()):
        return True
    if not (short.isascii() and long.isascii()):
        return short[0] == long[0]
    if Levenshtein.distance(short, long, score_cutoff=1) <= 1:
        return True
    return bool(metaphone(short)) and metaphone(short) == metaphone(long)


def _plain(name: str) -> str:
    return plain_letters(name.replace(".", ""))
