"""Whether a figure of a statement is one of its source's, rounded or in another unit.

'More than 600' of 611, 'a third' of 33 %, 'nearly 40 %' of 39.6 %, '10 miles' of 16 kilometres.
"""

import math

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.wanted import AS_MANY, Wanted, range_of
from audit.match.prepared.source import Prepared
from audit.values.measured import (
    SHARE,
    Measured,
    converted,
    days,
    has_currency,
    in_hundredths,
    in_unit,
    is_converted,
    rounded,
)

_MOST_ABOVE = 1.25  # of a figure that something is more than
_MOST_ABOVE_SPELLED = 1.34  # 'a good half hour' of 40 minutes
_LEAST_BELOW = 0.85
_ABOUT = 0.1
_NEARLY = 0.02  # so near is no chance, wherever it stands
_NEARLY_ROUND = 0.04  # of one that has one digit
_NEARLY_OF_UNIT = 0.08  # of money, or of what is measured: 'more than $200 million' of $215 million
_MONEY_OR_WEIGHT = {"£", "pound"}
_LEAST_TOLD = 1_000  # of a figure that is looked for everywhere
_LEAST_BEYOND = 100  # of one that is more or less than one there: 'nearly 150' of 148
_LEAST_IN_MILLIONS = 1_000_000
POINTS = 2.0
"""Percentage points that a share in words may be off: 'a third' is told of 35 %."""
_OF_SMALL_SHARE = 0.2
_MOST_SHARE_ABOVE, _LEAST_SHARE_BELOW = 1.3, 0.88  # 'more than half', 'nearly half'
_LEAST_BENEATH = 0.75  # 'fewer than half'
_BESIDE = 3  # words behind a figure that tell which way it went
_FEW_UNITS = 3  # months or weeks, which are told of as many weeks or days as roughly make them
_FEW_NEARLY, _FEW_ABOUT, _FEW_PLAIN = 0.8, 0.2, 0.1
_LEAST_ROUNDED = 5  # of a converted figure that is told to its one digit
_OF_AN_HOUR = 0.07  # of quarters of it in words
_QUARTER = 15  # minutes
_CONVERTED_NEAR = 0.08
_NEAR_DOZENS = 0.05
_FEW, _NEXT = 10, 0.9  # of a small number, almost up to the next one
_STEPS_ABOVE = 1.5  # of the last digit that a figure has
_LEAST_NEARLY = 0.9
_EXACT_FROM = 100  # a figure of so many that has two digits or more is told to the last of them
_EXACT = 3  # digits of a figure that nobody calls round
_FEWEST_DIGITS = 2  # of a figure that may be rounded with no word that says so


def stands_for(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a statement's figure is that of its source, rounder or in another unit."""
    figure = ours.figure
    if figure.unit == AS_MANY:
        low, high = range_of(figure, near)
        return not there.unit and low <= there.value < high and not there.may_be_year
    if there.value < 0 < figure.value and not _tells_of_rise(ours, near):
        there = there._replace(value=-there.value)  # 'fell by 6.2 percent' of '-6.2 percent'
    there = in_unit(there, figure.unit)
    figure = in_unit(figure, there.unit)
    if not figure.unit and _is_money(there):
        figure = figure._replace(unit=there.unit)  # '24 milioni' of '23,5 milioni di euro'
    ours = ours._replace(figure=figure)
    if not there.unit and there.value == figure.value and _is_left_out(figure):
        return True  # 'up to 100 hours; lithium stores four', 'of the twenty million promised'
    if figure.unit != there.unit:
        return is_converted(figure, there) or _is_roughly_converted(ours, there, near)
    if there.may_be_year:
        return False
    if figure == there:
        return True
    if figure.unit == SHARE and not (figure.digits and there.digits):
        is_near = abs(there.value - figure.value) <= points_off(figure.value)
        return is_near or is_share_beyond(ours, there.value, near)
    is_quarters = ours.is_spelled and figure.unit == "minute" and figure.value % _QUARTER == 0
    if is_quarters and abs(there.value - figure.value) <= _OF_AN_HOUR * figure.value:
        return True  # 'eine Dreiviertelstunde' of 47 minutes
    return _is_beyond(ours, there, near) or _is_rounder(ours, there, near)


def _is_left_out(figure: Measured) -> bool:
    """Whether a figure's unit may be known from what was told before; of money in millions."""
    return figure.unit.isalpha() or _is_money(figure)


def _is_money(figure: Measured) -> bool:
    return has_currency(figure) and figure.value >= _LEAST_IN_MILLIONS


def _tells_of_rise(ours: Wanted, near: Rounding) -> bool:
    beside = {*ours.behind[:_BESIDE], *(set(ours.lead) - near.above - near.below)}
    return not near.rose.isdisjoint(beside)


def _is_roughly_converted(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a figure is another in its unit, roughly where it is told so.

    'Nearly two months' of seven weeks, 'two months' of eight; 'about six kilometres' of four miles.
    """
    figure = ours.figure
    parts, whole = in_hundredths(there, figure.unit), in_hundredths(figure, there.unit)
    if parts is not None or whole is not None:  # '62 cents' of '$0.62'
        one, other = (parts, figure.value) if parts is not None else (there.value, whole)
        return abs((one or 0) - (other or 0)) < 1e-6 * figure.value
    same = converted(there, figure.unit)
    if same is None:
        return False
    if _is_beyond(ours, same, near):
        return True
    far = abs(same.value - figure.value) / figure.value
    is_few = days(figure) is not None and figure.value <= _FEW_UNITS
    if ours.told & near.about:
        return far <= (_FEW_ABOUT if is_few else _ABOUT)
    if ours.told & near.below:
        return is_few and figure.value * _FEW_NEARLY <= same.value < figure.value
    if ours.told & near.above:
        return False
    if is_few:
        return {figure.unit, there.unit} == {"month", "week"} and far <= _FEW_PLAIN
    is_rounded = days(figure) is None and rounded(same.value, figure.digits) == figure.value
    return is_rounded and figure.value >= _LEAST_ROUNDED and far <= _CONVERTED_NEAR


def is_nearly(ours: Wanted, there: Measured, near: Rounding, *, is_bare: bool = False) -> bool:
    """Whether a figure is so near to another that no chance made it so, wherever that stands.

    A word calls it round, or it is millions rounded to two digits or more: '£21m' of £21.3 million.
    ``is_bare`` says that no sentence shares a word with its statement.
    """
    figure, told = ours.figure, ours.told
    same = converted(there, figure.unit) if figure.unit != there.unit else None
    if same is not None and not {figure.unit, there.unit} >= _MONEY_OR_WEIGHT:
        is_rough = figure.digits >= _FEWEST_DIGITS or bool(told & near.about)
        is_exact = is_rough and figure.value >= _LEAST_ROUNDED
        return is_exact and abs(same.value - figure.value) <= _NEARLY * figure.value
    if figure.unit != there.unit or there.may_be_year:
        return False
    is_measured = figure.unit not in ("", SHARE) and (is_bare or days(figure) is None)
    if figure.value < _LEAST_BEYOND and not is_measured:
        return False
    if there.digits <= figure.digits:
        return False
    if figure.value < _LEAST_TOLD and told & near.about:  # 'about 310' of 312
        return (
            figure.digits >= _FEWEST_DIGITS and rounded(there.value, figure.digits) == figure.value
        )
    is_beyond = _is_beyond(ours, there, near)
    if told & near.about or is_beyond:
        is_plain = is_beyond and (figure.unit != "" or is_bare)
        is_round = is_beyond and figure.digits == 1  # 'nearly 5,000' of 4,812
        most = _NEARLY_OF_UNIT if is_plain else _NEARLY_ROUND if is_round else _NEARLY
        return abs(there.value - figure.value) <= most * figure.value
    if told & (near.above | near.below) or figure.value < _LEAST_IN_MILLIONS:
        return False
    return figure.digits >= _FEWEST_DIGITS and rounded(there.value, figure.digits) == figure.value


def is_share_of_page(ours: Wanted, source: Prepared, near: Rounding) -> bool:
    """Whether a source has a percentage anywhere that a share in words stands for."""
    if ours.figure.unit != SHARE or ours.figure.digits:
        return False
    return any(
        stands_for(ours, there, near) for there in source.values.measures if there.unit == SHARE
    )


def points_off(share: float) -> float:
    """How many points a share in words may be off; fewer of small ones: 'one in a hundred'."""
    return min(POINTS, _OF_SMALL_SHARE * share)


def is_share_beyond(ours: Wanted, value: float, near: Rounding) -> bool:
    """Whether a percentage is somewhat above or below a share in words: 'more than half'."""
    share = ours.figure.value
    if ours.told & near.above and share < value <= share * _MOST_SHARE_ABOVE:
        return True
    least = _LEAST_BENEATH if ours.told & near.beneath else _LEAST_SHARE_BELOW
    return bool(ours.told & near.below) and share * least <= value < share


def _is_beyond(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a value is as far above or below another as a word says: 611 is 'more than 600'.

    One told as exactly as the other is another one: 481 is not 'at least 418'.
    """
    value, wanted_value = there.value, ours.figure.value
    if ours.figure.digits >= max(_EXACT, there.digits):
        return False
    most = wanted_value * (_MOST_ABOVE_SPELLED if ours.is_spelled else _MOST_ABOVE)
    least = wanted_value * _LEAST_BELOW
    if ours.figure.digits >= _FEWEST_DIGITS and wanted_value >= _EXACT_FROM:
        step = _step(ours.figure)  # 'almost 1.4 million' is not told of 1.28 million
        most = min(most, wanted_value + _STEPS_ABOVE * step)
        least = max(least, wanted_value - step, wanted_value * _LEAST_NEARLY)
    elif wanted_value < _FEW:  # 'more than two months' are eleven weeks
        most = max(most, wanted_value + _NEXT)
    if ours.figure.unit == SHARE and ours.told & near.beneath:
        least = wanted_value * _LEAST_BENEATH
    if ours.told & near.above and wanted_value < value <= most:
        return True
    return bool(ours.told & near.below) and least <= value < wanted_value


def _step(figure: Measured) -> float:
    """What one of a figure's last digit is worth; fives are told in steps of five."""
    one = 10.0 ** (math.floor(math.log10(figure.value)) - figure.digits + 1)
    return 5 * one if round(figure.value / one) % 5 == 0 else one


def _is_rounder(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a figure is another of the same unit with fewer digits."""
    figure = ours.figure
    if ours.is_spelled and figure.value < 1:  # 'a third of an acre'
        return abs(there.value - figure.value) <= _NEARLY * figure.value
    if there.digits <= figure.digits:
        return False
    if ours.told & near.about:
        return abs(there.value - figure.value) <= _ABOUT * figure.value
    if ours.in_dozens and not ours.told & (near.above | near.below):
        return abs(there.value - figure.value) <= _NEAR_DOZENS * figure.value
    if ours.told & (near.above | near.below):
        return False
    if figure.unit == SHARE:  # 60 % is not told of 65 %
        decimals = f"{figure.value:g}".partition(".")[2]
        return abs(there.value - figure.value) <= 0.5 * 10.0 ** -len(decimals)
    if figure.digits < _FEWEST_DIGITS:
        is_close = abs(there.value - figure.value) <= _NEARLY * figure.value
        least = _LEAST_TOLD if ours.is_spelled else _LEAST_IN_MILLIONS  # 'half a million'
        return (figure.value >= least and is_close) or _is_whole_of(ours, there)
    return rounded(there.value, figure.digits) == figure.value


def _is_whole_of(ours: Wanted, there: Measured) -> bool:
    """Whether a number in words is the whole one nearest to a fraction: 'eight days' of 7.7."""
    whole = ours.figure.value
    is_small = ours.is_spelled and whole >= _LEAST_ROUNDED and float(whole).is_integer()
    return is_small and not float(there.value).is_integer() and round(there.value) == whole
