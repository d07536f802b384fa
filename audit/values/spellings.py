"""One key for the spellings of a word: 'analyse' and 'analyze', 'Kyiv' and 'Kiev'."""

import re
import unicodedata
from functools import lru_cache

from audit.languages.comparison.spelling import spelling

_ISE = re.compile(r"(?P<stem>[a-z]{3,})is(?P<end>e|es|ed|er|ers|ing|ation|ations)")
_YSE = re.compile(r"(?P<stem>[a-z]{3,}l)ys(?P<end>e|es|ed|er|ers|ing)")
_OGUE = re.compile(r"(?P<stem>catal|dial|anal|monol|prol|epil|travel)og(?P<end>s?)")
_OUR = re.compile(
    r"(?P<stem>[a-z]+?)or(?P<end>s|ed|ing|al|able|ite|ites|less|ful|hood|hoods|ly|ers?|)"
)
_ER = re.compile(r"(?P<stem>[a-z]+?)er(?P<end>s?)")
_LETTERS = (("ß", "ss"), ("œ", "oe"), ("æ", "ae"))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_DOUBLED = re.compile(r"(?P<stem>[a-z]{2,}[aeiou])ll(?P<end>ed|ing|er|ers)")


@lru_cache(maxsize=50_000)
def respelled(word: str) -> str:
    """A folded word under the key of its spellings, lower-case."""
    lowered = word.lower()
    known = spelling()
    if lowered in known.respelled:
        return known.respelled[lowered]
    if word[0].isupper():
        name = _plain(lowered)
        if name in known.names:
            return known.names[name]
    if not lowered.isascii():
        return _in_one_way(lowered)
    if (match := _ISE.fullmatch(lowered)) and f"{match['stem']}ise" not in known.ise_kept:
        return f"{match['stem']}iz{match['end']}"
    if match := _YSE.fullmatch(lowered):
        return f"{match['stem']}yz{match['end']}"
    if match := _OGUE.fullmatch(lowered):
        return f"{match['stem']}ogue{match['end']}"
    if (match := _OUR.fullmatch(lowered)) and f"{match['stem']}our" in known.our_words:
        return f"{match['stem']}our{match['end']}"
    if (match := _ER.fullmatch(lowered)) and f"{match['stem']}re" in known.re_words:
        return f"{match['stem']}re{match['end']}"
    if match := _DOUBLED.fullmatch(lowered):
        return f"{match['stem']}l{match['end']}"
    return lowered


def _in_one_way(word: str) -> str:
    """A word with other letters than ASCII, where keyboards and houses differ: 'perchè', 'cœur'."""
    for letter, other in _LETTERS:
        word = word.replace(letter, other)
    return f"{word[:-1]}é" if word.endswith("chè") else word


def is_marked_otherwise(word: str, other: str, *, in_english: bool) -> bool:
    """Whether a word differs from another only in marks that houses put on letters or leave out.

    So it is with capitals ('Etat', 'ÉTAT'), with umlauts ('Mueller') and, in English, where the
    word has no marks, with names.
    """
    if _spelled_out(word) == _spelled_out(other):
        return True
    if not (word[0].isupper() and other[0].isupper()) or _plain(word) != _plain(other):
        return False
    in_capitals = len(word) > 1 and word.isupper() and other.isupper()
    return in_capitals or word[1:] == other[1:] or (in_english and word.isascii())


def _spelled_out(word: str) -> str:
    return word.translate(_UMLAUTS)


def _plain(word: str) -> str:
    """Without the marks of its letters."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(char for char in apart if not unicodedata.combining(char))
