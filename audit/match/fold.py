"""Folds a text to its words, with the way back to every character.

Folded are quotation marks and apostrophes, dashes, spaces, soft hyphens and zero-width characters, ligatures,
NFC and NFD, full-width forms, ellipsis characters, hyphenation at line ends, the points of abbreviations and
the punctuation between words. Never folded are digits and number words, decimal points, signs, currencies,
units, percent signs, accents and case. Every step is linear in the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from audit.match.characters import (
    COMBINING,
    CONTINUOUS,
    CURRENCY,
    INVISIBLE,
    LIGATURES,
    WORTH,
)
from audit.match.offsets import Rewrite, rewrite

_LETTER = r"[^\W\d_]"
_JOINS = (
    rf"\.(?<=\b{_LETTER}\.)(?={_LETTER}\b)"  # U.S. -> US
    rf"|[-\u2010\u00ad](?<={_LETTER}[-\u2010\u00ad])[ \t]{{0,20}}\r?\n[ \t]{{0,99}}(?={_LETTER})"
)
_INVISIBLE = (
    rf"[{INVISIBLE}]+|[{''.join(LIGATURES)}]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
)
_EDITS_ASCII = re.compile(_JOINS)
_EDITS = re.compile(f"{_JOINS}|{_INVISIBLE}")
# Runs of marks are cut at 30, as in the Stream-Safe Text Format (UAX #15): composing is quadratic in them.
_EDITS_COMBINING = re.compile(f"{_JOINS}|{_INVISIBLE}|.[{COMBINING}]{{1,30}}", re.DOTALL)
_HAS_COMBINING = re.compile(f"[{COMBINING}]")
_HAS_CONTINUOUS = re.compile(f"[{CONTINUOUS}]")
_INVISIBLE_ONLY = re.compile(f"[{INVISIBLE}]+")

_NO_SIGN = re.compile(
    r"\.(?!\d)|\.(?<=[^\W\d]\.)|\.(?<=\.\.)"  # a point counts before a digit: 1.5, .5
    r"|[,:/](?!\d)|[,:/](?<!\d.)"  # these between digits: 1,000 10:30 24/7
    rf"|-(?![\d.{CURRENCY}])|-(?=\.(?!\d))|-(?<=[^\W\d]-)|-(?<=\d-)(?!\d)|-(?<=--)"  # 1-3, -5, -$5
    r"|'(?<!\w')|'(?!\w)"  # don't, Russia's
    r"|[<>=±≤≥≠](?!\d)|\+(?!\d)(?<!\w\+)|[@#](?!\w)"
)
_RUNS = re.compile(" {2,}")
_RUNS_AND_SIGNS = re.compile(rf" {{2,}}|[%‰{CURRENCY}]")
_RUNS_ALL = re.compile(rf" +|[%‰{CURRENCY}]")
_HAS_SIGN = re.compile(rf"[%‰{CURRENCY}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's words, one space between them and one at either end.

    ``words`` has no space beside characters of scripts that are written without them.
    """

    words: str
    joined: Rewrite
    spaced: Rewrite

    def start(self, offset: int) -> int:
        """The offset in the text of the character at ``offset`` of ``words``."""
        return self.joined.start(max(self.spaced.start(offset) - 1, 0))

    def end(self, offset: int) -> int:
        """The offset in the text just after the character that ends at ``offset`` of ``words``."""
        return self.joined.end(self.spaced.end(offset) - 1)


def fold(text: str) -> Folded:
    """The words of a text; folding them again changes nothing."""
    joined = rewrite(text, _joins(text))
    # One space either side (each offset of `spread` is one more than in `joined`) spares every edge case.
    spread = _NO_SIGN.sub(" ", f" {joined.text.translate(WORTH)} ")
    spaced = rewrite(spread, _spaces(spread))
    return Folded(spaced.text, joined, spaced)


def has_words(folded: Folded) -> bool:
    """Whether anything is left that can be compared: a letter or a digit."""
    return any(char.isalnum() for char in folded.words)


def is_continuous(char: str) -> bool:
    """Whether a character is of a script that is written without spaces between words."""
    return _HAS_CONTINUOUS.match(char) is not None


def _joins(text: str) -> Iterator[tuple[int, int, str]]:
    if text.isascii():
        pattern = _EDITS_ASCII
    else:
        pattern = _EDITS_COMBINING if _HAS_COMBINING.search(text) else _EDITS
    for match in pattern.finditer(text):
        found = match.group()
        start, end = match.span()
        if "\n" in found and found[0] in "-\u2010\u00ad":
            if text[end].islower():
                yield start, end, ""
            elif found[0] == "\u00ad":
                yield start, start + 1, ""
        elif found == "." or _INVISIBLE_ONLY.fullmatch(found):
            yield start, end, ""
        elif found in LIGATURES:
            yield start, end, LIGATURES[found]
        else:
            composed = unicodedata.normalize("NFC", _INVISIBLE_ONLY.sub("", found))
            if composed != found:
                yield start, end, composed


def _spaces(spread: str) -> Iterator[tuple[int, int, str]]:
    """One space between words, one between an amount and its sign, none beside continuous scripts."""
    continuous = _HAS_CONTINUOUS.search(spread) is not None
    pattern = _RUNS_ALL if continuous else _RUNS_AND_SIGNS if _HAS_SIGN.search(spread) else _RUNS
    last = len(spread)
    for match in pattern.finditer(spread):
        start, end = match.span()
        if spread[start] != " ":
            if spread[start - 1].isdecimal():
                yield start, start, " "
            if spread[start] not in "%‰" and spread[end].isdecimal():
                yield end, end, " "
        elif (
            continuous
            and start > 0
            and end < last
            and (is_continuous(spread[start - 1]) or is_continuous(spread[end]))
        ):
            yield start, end, ""
        elif end - start > 1:
            yield start, end, " "
