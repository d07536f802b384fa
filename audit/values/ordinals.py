"""Ordinal numbers: '21st', 'twenty-first'."""

import re
from collections.abc import Sequence

from audit.values.numbers import Numbers

_END = re.compile(r"st|nd|rd|th")


def is_ordinal_end(word: str) -> bool:
    """Whether a word is what is written to the digits of an ordinal."""
    return _END.fullmatch(word) is not None


def ordinal(numbers: Numbers, low: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number of the ordinal that begins at a word, and where it ends."""
    word = low[at]
    after = low[at + 1] if at + 1 < len(low) else ""
    if word.isdecimal() and is_ordinal_end(after):
        return int(word), at + 2
    if word in numbers.ordinals:
        return numbers.ordinals[word], at + 1
    if word in numbers.tens and after in numbers.ordinals:
        ones = numbers.ordinals[after]
        return (numbers.tens[word] + ones, at + 2) if ones < 10 else None
    return None
