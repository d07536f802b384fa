"""Words spoken out: contractions, figures and spellings brought to one form.

Two runs of words that are the same spoken out differ in style alone. Nothing here decides a
verdict.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from audit.languages import english
from audit.languages.comparing import Comparing, comparing
from audit.languages.spelling import spelling

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_ISE = re.compile(r"(?P<stem>[a-z]{3,})is(?P<end>e|es|ed|er|ers|ing|ation|ations)")
_OUR = re.compile(
    r"(?P<stem>[a-z]+?)or(?P<end>s|ed|ing|al|able|ite|ites|less|ful|hood|hoods|ly|ers?|)"
)
_ER = re.compile(r"(?P<stem>[a-z]+?)er(?P<end>s?)")
_DOUBLED = re.compile(r"(?P<stem>[a-z]{2,}[aeiou])ll(?P<end>ed|ing|er|ers)")


def spoken_out(
    words: Sequence[str], other: Sequence[str] = (), language: Comparing | None = None
) -> list[str]:
    """The words in one form, lower-case.

    ``other`` are the words they stand beside: they tell whether 'd is 'would' or 'had', and 's
    'is' or 'has'. ``language`` has the words for numbers; they are English ones where none is
    given.
    """
    beside = {piece for word in other for piece in _pieces(word.lower())}
    out: list[str] = []
    for word in words:
        out.extend(_resolved(piece, out, beside) for piece in _pieces(word.lower()))
    return list(_joined(out, language or comparing(english.LANGUAGE)))


@lru_cache(maxsize=20_000)
def _pieces(word: str) -> tuple[str, ...]:
    known = spelling()
    if word in known.shortened:
        return tuple(known.shortened[word].split())
    for ending, long in known.endings.items():
        stem = word.removesuffix(ending)
        if stem and stem != word:
            return (*_pieces(stem), long)
    for ending in ("'s", "'d"):
        stem = word.removesuffix(ending)
        if stem and stem != word and (ending == "'d" or stem in known.s_stands_for_is):
            return stem, ending
    return (_respelled(word),)


def _respelled(word: str) -> str:
    known = spelling()
    if word in known.respelled:
        return known.respelled[word]
    if _THOUSANDS.fullmatch(word):
        return word.replace(",", "")
    if (match := _ISE.fullmatch(word)) and f"{match['stem']}ise" not in known.ise_kept:
        return f"{match['stem']}iz{match['end']}"
    if (match := _OUR.fullmatch(word)) and f"{match['stem']}our" in known.our_words:
        return f"{match['stem']}our{match['end']}"
    if (match := _ER.fullmatch(word)) and f"{match['stem']}re" in known.re_words:
        return f"{match['stem']}re{match['end']}"
    if match := _DOUBLED.fullmatch(word):
        return f"{match['stem']}l{match['end']}"
    return word


def _resolved(piece: str, before: Sequence[str], beside: set[str]) -> str:
    if piece == "'s":
        return "has" if "has" in beside and "is" not in beside else "is"
    if piece == "'d":
        return "had" if "had" in beside and "would" not in beside else "would"
    if piece == "cent" and before and before[-1] == "per":
        return "cent"
    return piece


def _joined(words: Sequence[str], language: Comparing) -> Iterator[str]:
    """Figures in digits, 'per cent' in one word."""
    at = 0
    while at < len(words):
        word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
        if word == "per" and after == "cent":
            yield "percent"
            at += 1
        elif word in language.tens:
            ones = int(language.ones.get(after, 0))
            if 0 < ones < 10:
                at += 1
            yield str(int(language.tens[word]) + (ones if ones < 10 else 0))
        elif word in language.ones:
            yield language.ones[word]
        elif word in language.ordinals:
            yield language.ordinals[word]
        else:
            yield word
        at += 1
