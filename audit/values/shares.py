"""Shares told in whole numbers: 'one in ten', 'uno de cada diez', 'jeder zehnte'."""

from fractions import Fraction

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.stretch import Found, Stretch

_LARGEST = 1000
_LONGEST_TIE = 3  # words
_HUNDRED = 100


def share(words: ValueWords, numbers: Numbers, stretch: Stretch, at: int) -> Found | None:
    """The share that begins at a word, where the other side has it as a part or in percent."""
    if not stretch.beside:
        return None
    found = _each(words, numbers, stretch, at) or _of_so_many(words, numbers, stretch, at)
    if found is None:
        return None
    end, part = found
    keys = (f"={part}", f"={_HUNDRED * part} %")
    shared = next((key for key in keys if key in stretch.beside), None)
    return (end, (shared,)) if shared is not None else None


def _each(
    words: ValueWords, numbers: Numbers, stretch: Stretch, at: int
) -> tuple[int, Fraction] | None:
    """'jeder zehnte', and 'jeder 10.' where ordinals have a point, which is folded away."""
    low, behind = stretch.low, at + 1
    if low[at] not in words.each or behind >= len(low):
        return None
    position = ordinal(numbers, low, behind)
    if position is None and not words.ordinal_ends and low[behind].isdecimal():
        position = int(low[behind]), behind + 1
    if position is None or not 1 < position[0] <= _LARGEST:
        return None
    return position[1], Fraction(1, position[0])


def _of_so_many(
    words: ValueWords, numbers: Numbers, stretch: Stretch, at: int
) -> tuple[int, Fraction] | None:
    """'one in ten', 'two out of 3'."""
    low = stretch.low
    if low[at] in words.once:
        few, behind = Fraction(1), at + 1
    else:
        first = numbers.read(low, at)
        if first is None or first.scale > 1:
            return None
        few, behind = first.value, at + first.words
    for length in range(min(_LONGEST_TIE, len(low) - behind - 1), 0, -1):
        if tuple(low[behind : behind + length]) not in words.shares:
            continue
        many = numbers.read(low, behind + length)
        if many is None or not 0 < few < many.value <= _LARGEST:
            return None
        if few.denominator > 1 or many.value.denominator > 1:
            return None
        return behind + length + many.words, few / many.value
    return None
