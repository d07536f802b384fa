"""A figure as a number of a unit, and whether two of them are one in different units."""

import math
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

SHARE = "%"
YEARS = range(1700, 2101)
"""Whole numbers that may as well be years."""
IN_YEARS = {"year": 1, "decade": 10, "century": 100, "": 1}
"""Years of each unit of long times, and of a number alone: 'she was 25'."""

_NUMBER = r"(-?\d{1,30}(?:/\d{1,30})?)"
_CLASS = re.compile(r"=(\d{1,3})\. .{1,30}")
_KEY = re.compile(rf"={_NUMBER}(?:\.\.{_NUMBER})?(?: (.{{1,20}}))?")
_LARGEST_PART = 10  # a half, a tenth
_CONVERTED = 0.05
_OF_TIME = 0.02
_TIME = "time"
_TIMES = "times"
_LASTED = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")
_HUNDREDTHS = {"¢": ("$", "€"), "p": ("£",), "kop": ("₽",)}
_CONVERTED_DIGITS = 4
_POUNDS = {"£", "pound"}
_SIZES = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1.0), "km": ("length", 1000.0),
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144),
    "mile": ("length", 1609.0), "mg": ("mass", 1e-6), "g": ("mass", 0.001), "kg": ("mass", 1.0),
    "t": ("mass", 1000.0), "ounce": ("mass", 0.02835), "pound": ("mass", 0.4536), "£": ("mass", 0.4536),
    "m²": ("area", 1.0), "foot²": ("area", 0.0929), "acre": ("area", 4047.0), "ha": ("area", 1e4),
    "km²": ("area", 1e6), "mile²": ("area", 2.59e6), "km/h": ("speed", 1.0), "mph": ("speed", 1.609),
    "l": ("volume", 1.0), "hl": ("volume", 100.0), "gallon": ("volume", 3.785), "m³": ("volume", 1e3),
    "barrel": ("volume", 159.0), "kw": ("power", 1.0), "mw": ("power", 1e3),
    "gw": ("power", 1e6), "kwh": ("energy", 1.0), "mwh": ("energy", 1e3), "gwh": ("energy", 1e6),
    "second": (_TIME, 1 / 86_400), "minute": (_TIME, 1 / 1_440), "hour": (_TIME, 1 / 24),
    "day": (_TIME, 1.0), "week": (_TIME, 7.0), "month": (_TIME, 365.25 / 12), "year": (_TIME, 365.25),
    "decade": (_TIME, 3_652.5), "century": (_TIME, 36_525.0),
    "bp": ("points", 0.01), "point": ("points", 1.0),
}  # fmt: skip


class Measured(NamedTuple):
    """A number of a unit; ``digits`` are the significant ones, none of a share in words."""

    value: float
    unit: str
    digits: int

    @property
    def may_be_year(self) -> bool:
        """Whether it is a whole number of nothing that a year may be."""
        if self.unit or not YEARS.start <= self.value < YEARS.stop:
            return False
        return float(self.value).is_integer()  # a range looks for a float one by one


def measured(key: str) -> Iterator[Measured]:
    """What a token's key tells: a figure, both ends of a range, and of 'a third' the share, too.

    Of two hours and eleven minutes it tells both.
    """
    if "+" in key:
        for part in key[1:].split("+"):
            yield from measured(f"={part}")
        return
    lasted = _LASTED.fullmatch(key)  # '2:14:07'
    if lasted is not None:
        for part, unit in zip(lasted.groups(), ("hour", "minute", "second"), strict=True):
            yield Measured(float(part), unit, _digits(Fraction(part)))
        return
    named = _CLASS.fullmatch(key)  # 'Grade 2'
    if named is not None:
        yield Measured(float(named[1]), "", 1)
        return
    match = _KEY.fullmatch(key)
    if match is None:
        return
    unit = match[3] or ""
    if unit == _TIMES:  # '2x' is no figure of its own
        return
    for number in filter(None, match.groups()[:2]):
        value = Fraction(number)
        yield Measured(float(value), unit, _digits(value))
        if 0 < value < 1 and not unit and value.denominator <= _LARGEST_PART:
            yield Measured(100 * float(value), SHARE, 0)


def in_unit(figure: Measured, unit: str) -> Measured:
    """A figure of degrees in the scale that another names."""
    is_open = figure.unit == "degree" and unit in ("°c", "°f")
    return figure._replace(unit=unit) if is_open else figure


def in_hundredths(figure: Measured, unit: str) -> float | None:
    """A figure's value in a unit, which may be a hundredth of its own; None in any other."""
    if figure.unit == unit:
        return figure.value
    return 100 * figure.value if figure.unit in _HUNDREDTHS.get(unit, ()) else None


def converted(figure: Measured, unit: str) -> Measured | None:
    """A time, a length or a weight in another unit; None where it has none such."""
    ours, theirs = _SIZES.get(figure.unit), _SIZES.get(unit)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return None
    digits = max(figure.digits, _CONVERTED_DIGITS)
    return Measured(figure.value * ours[1] / theirs[1], unit, digits)


def _digits(value: Fraction) -> int:
    """The significant digits of a value; trailing zeros of a whole number are none."""
    text = f"{float(value):.10f}".rstrip("0").rstrip(".").lstrip("-").lstrip("0")
    plain = text.replace(".", "").lstrip("0")
    return len(plain if "." in text else plain.rstrip("0")) or 1


def days(figure: Measured) -> float | None:
    """How many days a time is; None where a figure is none."""
    dimension, size = _SIZES.get(figure.unit, ("", 0.0))
    return figure.value * size if dimension == _TIME else None


def has_currency(figure: Measured) -> bool:
    """Whether a figure is money: the sign of a currency is no word."""
    return bool(figure.unit) and not figure.unit[0].isalpha() and figure.unit != SHARE


def is_of_one_dimension(unit: str, other: str) -> bool:
    """Whether two units measure the same: kilograms and grams, hours and days."""
    sizes = _SIZES.get(unit), _SIZES.get(other)
    return sizes[0] is not None and sizes[1] is not None and sizes[0][0] == sizes[1][0]


def is_converted(one: Measured, other: Measured) -> bool:
    """Whether two figures in different units are nearly one."""
    if {one.unit, other.unit} == _POUNDS:
        return False  # of money, or of weight
    ours, theirs = _SIZES.get(one.unit), _SIZES.get(other.unit)
    if ours is not None and theirs is not None and ours[0] == theirs[0]:
        a, b = one.value * ours[1], other.value * theirs[1]
        allowed = _OF_TIME if ours[0] == _TIME else _CONVERTED
        return abs(a - b) <= allowed * max(abs(a), abs(b)) + 1e-9
    return _is_as_warm(one, other) or _is_as_warm(other, one)


def _is_as_warm(one: Measured, other: Measured) -> bool:
    if (one.unit, other.unit) == ("°f", "°c"):
        return abs((one.value - 32) / 1.8 - other.value) <= 1
    return False


def rounded(value: float, digits: int) -> float:
    """A value with so many significant digits."""
    if not value:
        return 0.0
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))
