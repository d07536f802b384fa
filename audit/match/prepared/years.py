"""Years without their century, which an apostrophe stands for: ’53.

Folding takes the apostrophe for a mark, as it may be: '‘20 people came’'. What stands before two
digits is asked for only where words are laid beside a passage.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from audit.match.edited.marks import QuoteWord
from audit.match.folding.characters import APOSTROPHES
from audit.match.prepared.source import Prepared

SIGN = "'"
"""Before the two digits of such a year; folded words begin with none."""
_TWO, _FOUR = 2, 4  # digits
_LONGEST_INNER = 200  # characters of a quotation inside another
_CLOSES = re.compile(rf"(?<=[\w.,!?])[{APOSTROPHES}](?!\w)")


def signed(quote: str, words: Sequence[QuoteWord]) -> tuple[QuoteWord, ...]:
    """The words of a quotation, those with their sign that are such a year."""
    return tuple(
        replace(word, word=f"{SIGN}{word.word}")
        if _is_short(word.word) and _is_signed(quote, word.start)
        else word
        for word in words
    )


def signed_there(
    prepared: Prepared,
    words: Sequence[str],
    edges: Sequence[tuple[int, int]],
    beside: Sequence[str],
) -> list[str]:
    """The words of a source in the same way, where those beside them have a whole year."""
    ends = {word[_TWO:] for word in beside if len(word) == _FOUR and word.isdecimal()}
    if ends.isdisjoint(words):
        return list(words)
    text = prepared.page.text
    return [
        f"{SIGN}{word}" if word in ends and _is_signed(text, prepared.start(edge[0])) else word
        for word, edge in zip(words, edges, strict=True)
    ]


def unsigned(word: str) -> str:
    """A word as it is folded."""
    return word.removeprefix(SIGN)


def _is_short(word: str) -> bool:
    return len(word) == _TWO and word.isdecimal()


def _is_signed(text: str, start: int) -> bool:
    """Whether an apostrophe stands right before an offset, and no word before that.

    One that closes behind it makes it an inner quotation's.
    """
    if not start or text[start - 1] not in APOSTROPHES:
        return False
    if start > 1 and text[start - 2].isalnum():
        return False
    return _CLOSES.search(text, start, start + _LONGEST_INNER) is None
