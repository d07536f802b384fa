"""Quantities in units of which one is so many of another, and told in several of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from audit.languages.comparison.values import ValueWords
from audit.values.numbers.number import Number
from audit.values.quantity import Quantity
from audit.values.stretch import Found, Stretch

SMALLER = {
    "century": (100, "year"), "decade": (10, "year"), "year": (12, "month"), "week": (7, "day"),
    "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"), "point": (100, "bp"),
    "foot": (12, "inch"), "stone": (14, "pound"),
}  # fmt: skip
"""How many of a smaller unit one of another has."""
_METRIC = {
    "km": (1000, "m"), "m": (100, "cm"), "cm": (10, "mm"), "t": (1000, "kg"), "kg": (1000, "g"),
    "g": (1000, "mg"), "hl": (100, "l"), "l": (1000, "ml"), "cl": (10, "ml"), "km²": (100, "ha"),
    "ha": (10_000, "m²"), "gw": (1000, "mw"), "mw": (1000, "kw"), "gwh": (1000, "mwh"),
    "mwh": (1000, "kwh"), "twh": (1000, "gwh"), "yard": (3, "foot"), "pound": (16, "ounce"),
    "gallon": (8, "pint"),
}  # fmt: skip
"""The same of units that are told in no more than one at a time: '1.5 km' is '1,500 m'."""
_PARTS_OF = {
    "year": ("month",), "month": ("week", "day"), "week": ("day",), "day": ("hour",),
    "hour": ("minute",), "minute": ("second",), "foot": ("inch",), "m": ("cm",), "kg": ("g",),
    "stone": ("pound",),
    "pound": ("ounce",), "$": ("¢",), "€": ("¢",), "£": ("p",),
}  # fmt: skip
"""The units in which what is left of another is told."""
_WHOLE_OF = {"¢": ("$", "€"), "p": ("£",), "kop": ("₽",)}
"""The currencies that hundredths are of."""
_STONE_AND_POUNDS = "stone", "£"  # of weight, though pounds alone are money
_TOLD_ALONE = frozenset({"inch", "pound", "minute"})
"""Parts whose unit is left out behind that of the whole: 'six foot four'."""
_HUNDRED, _TEN = 100, 10
_METRE = "m"
_ARTICLES_BEFORE_HALVES = frozenset({"a"})  # 'hour and a half', but 'hora y media'
_LONG = ("century", "decade")
_MOST_PARTS = 3  # 'two hours, 14 minutes and seven seconds'
_MOST_UNIT_WORDS = 2
_ONE = Fraction(1)
_Read = Callable[[Stretch, int], Quantity | None]


def in_other_units(quantity: Quantity) -> Iterator[str]:
    """The keys of a quantity in a smaller unit, or of hundredths in their currency."""
    value, unit = quantity.number.value, quantity.unit
    smaller = SMALLER.get(unit) or _METRIC.get(unit)
    if smaller is not None:
        many = value * smaller[0]  # an hour and a half is 90 minutes
        if many.denominator == 1:
            yield f"={many} {smaller[1]}"
    for whole in _WHOLE_OF.get(unit, ()):
        yield f"={value / _HUNDRED} {whole}"


def is_long(unit: str | None) -> bool:
    """Whether so much time is told in years, too, where it is one alone: 'a decade'."""
    return unit in _LONG


class Units:
    """Reads quantities with several units, or with a half behind theirs, in a language."""

    def __init__(self, words: ValueWords, units: dict[str, str], read: _Read) -> None:
        self._words = words
        self._units = {
            name: unit
            for name, unit in units.items()
            if unit in _PARTS_OF or unit in SMALLER or unit in _WHOLE_OF
        }
        self._money = frozenset(words.currencies.values())
        self._read = read
        self.starts = frozenset(
            name.split()[0] for name, unit in self._units.items() if unit in SMALLER
        )
        """Words that begin such a unit."""
        told_behind = bool(words.after_hour) or not words.once.isdisjoint(_ARTICLES_BEFORE_HALVES)
        self.halved = self.starts - words.once if told_behind else frozenset()
        """Those of them that may have half of one behind them, and no number before."""
        self.rare = frozenset(
            word for name, unit in self._units.items() if is_long(unit) for word in name.split()
        )
        """Those of which one alone is so many of another."""

    def read(self, stretch: Stretch, first: Quantity) -> Found | None:
        """What goes on behind a quantity: '11 minutes' behind two hours, 'and a half'."""
        if first.keys or first.unit not in _PARTS_OF | SMALLER:
            is_metric = not first.keys and first.unit in _METRIC
            return self._and_a_half(stretch, first) if is_metric else None
        return (
            self._and_a_half(stretch, first)
            or self._in_hundredths(stretch, first)
            or self._in_several(stretch, first)
            or self._in_parts(stretch, first)
        )

    def once(self, stretch: Stretch, at: int) -> Found | None:
        """'a decade and a half', 'an hour and 20 minutes', which begin with an article.

        'A decade' alone where the other side tells as many years.
        """
        low = stretch.low
        if low[at] in self.halved:
            return self._one_and_a_half(stretch, at)
        if low[at] not in self._words.once or at + 1 >= len(low):
            return None
        for length in range(min(_MOST_UNIT_WORDS, len(low) - at - 1), 0, -1):
            unit = self._units.get(" ".join(low[at + 1 : at + 1 + length]))
            if unit is not None and (unit in SMALLER or unit == _METRE):
                one = Quantity(Number(_ONE, 1), at + 1 + length, unit)
                return self.read(stretch, one) or _beside(one, stretch.beside)
            if unit in self._money:  # 'a penny', 'a dollar'
                return _beside(Quantity(Number(_ONE, 1), at + 1 + length, unit), stretch.beside)
        return None

    def _one_and_a_half(self, stretch: Stretch, at: int) -> Found | None:
        """'hour and a half' in 'every hour and a half'."""
        low = stretch.low
        for length in range(min(_MOST_UNIT_WORDS, len(low) - at), 0, -1):
            unit = self._units.get(" ".join(low[at : at + length]))
            if unit is None or unit not in SMALLER:
                continue
            behind = at + length + 1
            has_article = low[behind : behind + 1] != [] and low[behind] in self._words.once
            if has_article or _ARTICLES_BEFORE_HALVES.isdisjoint(self._words.once):
                return self._and_a_half(stretch, Quantity(Number(_ONE, 1), at + length, unit))
        return None

    def _and_a_half(self, stretch: Stretch, first: Quantity) -> Found | None:
        """'two years and a half', 'un an et demi', 'dos años y medio'."""
        words, low, at = self._words, stretch.low, first.end
        if not low[at : at + 1] or low[at] not in words.joined_by:
            return None
        behind = at + 1
        behind += behind + 1 < len(low) and low[behind] in words.once
        if behind >= len(low) or words.fractions.get(low[behind]) != "2":
            return None
        of_many = low[behind + 1 : behind + 2] and low[behind + 1] in words.before_month
        if of_many and behind == at + 1 and "a" in words.once:
            return None  # 'two years and half of the money'
        number = replace(first.number, value=first.number.value + Fraction(1, 2))
        whole = Quantity(number, behind + 1, first.unit)
        return whole.end, (whole.key, *in_other_units(whole))

    def _in_hundredths(self, stretch: Stretch, first: Quantity) -> Found | None:
        """'five dollars fifty', 'ein Meter neunzig', where the other side has so much."""
        in_hundredths = first.unit in self._money or first.unit == _METRE
        if not in_hundredths or first.number.value.denominator > 1:
            return None
        behind = first.end
        behind += behind < len(stretch.low) and stretch.low[behind] in self._words.joined_by
        if behind >= len(stretch.low):
            return None
        rest = self._read(stretch, behind)
        if rest is None or rest.unit or rest.keys or not _TEN <= rest.number.value < _HUNDRED:
            return None
        key = f"={first.number.value + rest.number.value / _HUNDRED} {first.unit}"
        return (rest.end, (key,)) if key in stretch.beside else None

    def _in_parts(self, stretch: Stretch, first: Quantity) -> Found | None:
        """'six foot four', 'two hours forty', where the other side has so much."""
        many, part = SMALLER.get(first.unit, (0, ""))
        at = first.end
        if part not in _TOLD_ALONE or first.number.value.denominator > 1 or at >= len(stretch.low):
            return None
        rest = self._read(stretch, at)
        if rest is None or rest.unit or rest.keys or not 0 < rest.number.value < many:
            return None
        in_all = first.number.value * many + rest.number.value
        keys = f"{first.key}+{rest.number.value} {part}", f"={in_all} {part}"
        shared = next((key for key in keys if key in stretch.beside), None)
        return (rest.end, (shared,)) if shared is not None else None

    def _in_several(self, stretch: Stretch, first: Quantity) -> Found | None:
        """'2 hours 11 minutes', 'six feet and two inches': all under one key."""
        if first.number.value.denominator > 1:
            return None
        parts = [first, *self._parts(stretch, first)]
        if len(parts) == 1:
            return None
        last = parts[-1]
        if first.unit in self._money:
            if last.number.value >= _HUNDRED:
                return None
            whole = first.number.value + last.number.value / _HUNDRED
            return last.end, (f"={whole} {first.unit}",)
        key = "+".join([first.key, *(part.key[1:] for part in parts[1:])])
        return last.end, (key, *_in_the_last(parts))

    def _parts(self, stretch: Stretch, first: Quantity) -> Iterator[Quantity]:
        low, last = stretch.low, first
        for _ in range(_MOST_PARTS - 1):
            behind = last.end
            behind += behind < len(low) and low[behind] in self._words.joined_by
            part = self._read(stretch, behind) if behind < len(low) else None
            if part is not None and (last.unit, part.unit) == _STONE_AND_POUNDS:
                part = replace(part, unit="pound")
            if part is None or part.unit not in _PARTS_OF.get(last.unit, ()):
                return
            yield part
            last = part


def _in_the_last(parts: Sequence[Quantity]) -> Iterator[str]:
    """The key of several quantities in the smallest unit: 'a year and four months' in months."""
    total = parts[0].number.value
    for one, other in pairwise(parts):
        many, smaller = SMALLER.get(one.unit, (0, ""))
        if smaller != other.unit:
            return
        total = total * many + other.number.value
    if total.denominator == 1:
        yield f"={total} {parts[-1].unit}"


def _beside(one: Quantity, beside: frozenset[str]) -> Found | None:
    """One of a unit, where the other side has as many of a smaller one."""
    shared = next((key for key in (one.key, *in_other_units(one)) if key in beside), None)
    return (one.end, (shared,)) if shared is not None else None
