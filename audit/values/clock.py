"""Times of day."""

import re
from collections.abc import Sequence
from fractions import Fraction

from audit.languages.comparison.values import ValueWords
from audit.values.number import Number
from audit.values.numbers import Numbers
from audit.values.quantity import Quantity

NOON = 12
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")


def time_of_day(
    words: ValueWords, numbers: Numbers, low: Sequence[str], at: int
) -> Quantity | None:
    """A time of day: '3pm', '3:30 p.m.', 'three o'clock', '15 Uhr'."""
    match = _CLOCK.fullmatch(low[at])
    if match:
        hour, minute, end, exact = int(match[1]), int(match[2]), at + 1, ":" in low[at]
    else:
        number = numbers.read(low, at)
        if number is None or number.value.denominator > 1 or not 0 <= number.value <= 24:
            return None
        hour, minute, end, exact = int(number.value), 0, at + number.words, False
    of_number = Number(Fraction(hour), end - at, digits=True)
    for group, later in ((words.morning, False), (words.evening, True)):
        for phrase in group:
            if 0 < hour <= NOON and tuple(low[end : end + len(phrase)]) == phrase:
                on_24 = hour % NOON + (NOON if later else 0)
                return Quantity(of_number, end + len(phrase), "@", (f"=@{on_24}:{minute:02}",))
    for phrase in words.hours:
        if tuple(low[end : end + len(phrase)]) == phrase:
            keys: tuple[str, ...] = (f"=@{hour}:{minute:02}",)
            if 0 < hour <= NOON:
                keys = (*keys, f"=@{hour % NOON + NOON}:{minute:02}")
                keys = (*keys, f"=@{hour % NOON}:{minute:02}")
            return Quantity(of_number, end + len(phrase), "@", tuple(dict.fromkeys(keys)))
    if exact:
        return Quantity(of_number, end, "@", (f"=@{hour}:{minute:02}",))
    return None
