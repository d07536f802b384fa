"""What is asked of figures that a pencil works with: whether one is another, which are alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.rounded import is_share_beyond, points_off
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.told import Placed, Told
from audit.values.measured import SHARE, Measured, in_hundredths, rounded

_ABOUT, _ABOUT_ONE_DIGIT = 0.03, 0.05
_NEARLY = 0.02  # of a figure of one digit, as large as this at least
_LEAST_ROUND = 1_000
_FEWEST_DIGITS = 2
_BESIDE = 3  # words behind a figure: '6 300 spectateurs de plus'
_MOST_ABOVE = 1.15  # of a figure of one digit: 'more than 50,000' of 53,333
_MOST_ABOVE_ONE = 1.3  # 'more than $1 million' of $1.24 million: the next step is far
_NEAR_SHARE = 0.07  # of a share that a word calls round
_SHARE_ABOVE, _SHARE_BELOW = 1.1, 0.92
_LEAST_SHARE = 10  # of a number that may be percent: 'von 48 auf 54 Prozent', not 'one in nine'
_MILLION = 10**6
_SCALES = (_MILLION, 10**9)
_MOST_APART = 30  # times that one figure of a unit is another
WHOLE = 100.0


def is_value(ours: Wanted, value: float, near: Rounding, unit: str = "") -> bool:
    """Whether a value is a figure of a statement, as round as it is told."""
    figure = ours.figure
    if (figure.unit == SHARE) != (unit == SHARE) or value <= 0:
        return False
    far = abs(value - figure.value)
    if far <= 1e-6 * value:
        return True
    if unit == SHARE:
        decimals = f"{figure.value:g}".partition(".")[2]
        if not figure.digits:
            return far <= points_off(figure.value) or is_share_beyond(ours, value, near)
        if _is_roughly(ours, value, near):
            return True
        return far <= 0.5 * 10.0 ** -len(decimals) + 1e-9
    if ours.told & (near.about | near.above | near.below):
        allowed = _ABOUT if figure.digits > 1 else _ABOUT_ONE_DIGIT
        is_above = bool(ours.told & near.above)
        if ours.told & near.below and not is_above and value > figure.value:
            return False  # 'almost 3,000' is not told of 3,104
        if is_above and value < figure.value:
            return False
        if is_above and figure.digits == 1:
            first = f"{figure.value:g}"[:1]
            return value <= figure.value * (_MOST_ABOVE_ONE if first == "1" else _MOST_ABOVE)
        is_rounded = rounded(value, figure.digits) == figure.value  # 'some 217 million'
        return is_rounded or (far <= allowed * value and figure.digits <= _FEWEST_DIGITS)
    if figure.digits < _FEWEST_DIGITS:
        return figure.value >= _LEAST_ROUND and far <= _NEARLY * value
    return rounded(value, figure.digits) == figure.value


def _is_roughly(ours: Wanted, value: float, near: Rounding) -> bool:
    """Whether a percentage is as near to a round one as a word says: 37.7 is 'nearly 40'."""
    share = ours.figure.value
    if ours.figure.digits > _FEWEST_DIGITS:
        return False
    if ours.told & near.about:
        return abs(value - share) <= _NEAR_SHARE * share
    if ours.told & near.above and share < value <= share * _SHARE_ABOVE:
        return True
    return bool(ours.told & near.below) and share * _SHARE_BELOW <= value < share


def is_just(ours: Wanted, value: float) -> bool:
    """Whether a value is a figure of a statement to its last digit."""
    return value > 0 and abs(value - ours.figure.value) <= 1e-6 * value


def alike(ours: Wanted, window: Sequence[Told]) -> list[float]:
    """The values of the figures in a statement's unit, or beside one in it with no unit.

    So 'from 94 to 112 billion roubles', '$3.4m, up from 2.9m', and cents of dollars.
    """
    unit = ours.figure.unit
    return [value for told in window for value in _of_unit(told.measures, unit)]


def bare_millions(window: Sequence[Told]) -> list[float]:
    """The millions without a unit, which are of money where it was told of: 'the town 8.4'."""
    figures = (figure for told in window for figure in told.measures)
    return [each.value for each in figures if not each.unit and each.value >= _MILLION]


def alike_of(ours: Wanted, *placed: Placed) -> list[float]:
    """The same of some figures of one sentence."""
    return list(_of_unit([each.ways[0] for each in placed], ours.figure.unit))


def _of_unit(figures: Sequence[Measured], unit: str) -> Iterator[float]:
    for at, figure in enumerate(figures):
        value = in_hundredths(figure, unit)
        if value is not None:
            yield value
        if not figure.unit and (unit != SHARE or figure.value >= _LEAST_SHARE):
            before, behind = figures[max(at - 1, 0) : at], figures[at + 1 : at + 2]
            if at > 1 and not figures[at - 1].unit and figure.value >= _SCALES[0]:
                before = figures[at - 2 : at]  # '9.4 million euros, of which 3.1 and 1.5 million'
            yield from islice(_of_unit_beside(figure, [*before, *behind], unit), value is None)
            yield from islice(_of_scale_beside(figure, [*behind, *before], unit), 1)


def _of_unit_beside(figure: Measured, beside: Iterable[Measured], unit: str) -> Iterator[float]:
    """A figure without a unit as one of its neighbour's, where the two are of one size."""
    for other in beside:
        value = in_hundredths(figure._replace(unit=other.unit), unit)
        if other.unit and value is not None and _are_near(figure.value, other.value):
            yield value


def _of_scale_beside(figure: Measured, beside: Iterable[Measured], unit: str) -> Iterator[float]:
    """A figure as so many of what the next one counts, or the one before.

    '9.6' of 'from 9.6 to 7.2 million', '15' of 'asks for 80 million; 15 are promised'.
    """
    for other in beside:
        value = in_hundredths(figure._replace(unit=other.unit), unit)
        if value is not None and figure.value < _LEAST_ROUND:
            yield from (value * scale for scale in _SCALES if _are_near(value * scale, other.value))


def _are_near(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return 0 < high <= _MOST_APART * low


def by_unit(window: Sequence[Told]) -> dict[str, list[float]]:
    """The values of the figures of each unit but shares, those beside one of a unit as of it."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for told in window:
        for unit in {figure.unit for figure in told.measures} - {SHARE}:
            found[unit] += _of_unit(told.measures, unit)
    return found


def tells_of_change(ours: Wanted, near: Rounding) -> bool:
    """Whether the words beside a figure say that it is what two others are apart."""
    return not near.apart.isdisjoint(_beside(ours, near))


def _beside(ours: Wanted, near: Rounding) -> set[str]:
    return {*ours.behind[:_BESIDE], *(set(ours.before) - near.above - near.below)}


def way_of_change(ours: Wanted, near: Rounding) -> int:
    """Which way a statement tells that its figure went: 1 up, -1 down, 0 where it does not say."""
    beside = _beside(ours, near)
    return (not near.rose.isdisjoint(beside)) - (not near.fell.isdisjoint(beside))
