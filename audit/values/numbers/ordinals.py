"""Ordinal numbers: '21st', 'twenty-first'."""

from collections.abc import Sequence

from audit.values.numbers.spelled import Numbers

ORDINAL_SIGN = "º"  # in place of what is written to the digits of an ordinal


def ordinal(numbers: Numbers, low: Sequence[str], at: int) -> tuple[int, int] | None:
    """The number of the ordinal that begins at a word, and where it ends."""
    for length in range(numbers.longest_ordinal, 1, -1):  # 'dix-neuvième'
        phrase = " ".join(low[at : at + length])
        if phrase in numbers.ordinals:
            return numbers.ordinals[phrase], at + phrase.count(" ") + 1
    word = low[at]
    after = low[at + 1] if at + 1 < len(low) else ""
    if word.isdecimal() and (after == ORDINAL_SIGN or after in numbers.ordinal_ends):
        return int(word), at + 2
    if word in numbers.ordinals:
        return numbers.ordinals[word], at + 1
    suffixed = numbers.suffixed(word)
    if suffixed is not None:
        return suffixed, at + 1
    if word in numbers.tens and after in numbers.ordinals:
        ones = numbers.ordinals[after]
        return (numbers.tens[word] + ones, at + 2) if ones < 10 else None
    if word in numbers.tens and after in numbers.words.joined_by and at + 2 < len(low):
        ones = numbers.ordinals.get(low[at + 2], 10)  # 'vingt et unième'
        return (numbers.tens[word] + ones, at + 3) if ones < 10 else None
    return None
