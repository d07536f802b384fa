"""Whether a figure of a statement can be worked out of figures that its source has side by side.

A sum, a difference, a share, a change, what is left of a whole, so much a year of so much a month,
an age of two years: what a reporter does with a pencil.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.rounded import Wanted
from audit.match.indirect.telling import Passage, Told, figures_of
from audit.values.measured import SHARE, days, rounded

_ABOUT = 0.03
_PER_YEAR = 0.02
_NEARLY = 0.02  # of a figure of one digit, as large as this at least
_LEAST_ROUND = 1_000
_POINTS = 1.5
_MOST_ADDED = 3  # figures in a row, of more than that many in all
_FEWEST_DIGITS = 2
_BEHIND = 4  # words behind a figure in which its period stands
_LONGEST_AGE = 1_500  # years
_FIRST_YEAR = 1000
_WHOLE = 100.0
_HALF_AN_HOUR = 0.5 / 24  # of a day
_Way = Callable[[Wanted, Sequence[Told], Rounding], bool]


def is_worked_out(ours: Wanted, passage: Passage, near: Rounding) -> bool:
    """Whether a figure can be worked out of those of a passage that plainly tells of the same."""
    return any(
        way(ours, window, near)
        for window in passage.windows
        if passage.tells(window)
        for way in _WAYS
    )


def _is(ours: Wanted, value: float, near: Rounding, unit: str = "") -> bool:
    """Whether a value is a figure of a statement, as round as it is told."""
    figure = ours.figure
    if (figure.unit == SHARE) != (unit == SHARE) or value <= 0:
        return False
    far = abs(value - figure.value)
    if far <= 1e-6 * value:
        return True
    if unit == SHARE:
        decimals = f"{figure.value:g}".partition(".")[2]
        return far <= (0.5 / 10 ** len(decimals) + 1e-9 if figure.digits else _POINTS)
    if ours.told & (near.about | near.above | near.below):
        return far <= _ABOUT * value and figure.digits <= _FEWEST_DIGITS
    if figure.digits < _FEWEST_DIGITS:
        return figure.value >= _LEAST_ROUND and far <= _NEARLY * value
    return rounded(value, figure.digits) == figure.value


def _alike(ours: Wanted, window: Sequence[Told]) -> list[float]:
    """The values of the figures in a statement's unit."""
    return [each.value for each in figures_of(window) if each.unit == ours.figure.unit]


def _as_sum(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'34 people' of 21 and another 13."""
    values = _alike(ours, window)
    if ours.figure.unit == SHARE and len(window) > 1:
        return False  # shares of one whole stand in one sentence
    runs = [values] if len(values) > 1 else []
    for many in range(2, _MOST_ADDED + 1):
        runs += [values[at : at + many] for at in range(len(values) - many + 1)]
    return any(_is(ours, sum(run), near, ours.figure.unit) for run in runs)


def _as_difference(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Five years longer' of 83 and 78, where the statement tells of a difference."""
    if not _tells_of_change(ours, near):
        return False
    unit = ours.figure.unit
    values = [each for each in figures_of(window) if each.unit in (unit, "")]
    return any(_is(ours, abs(a.value - b.value), near, unit) for a, b in pairwise(values))


def _tells_of_change(ours: Wanted, near: Rounding) -> bool:
    """Whether the words beside a figure say that it is what two others are apart."""
    beside = {*ours.behind[:2], *(set(ours.lead) - near.above - near.below)}
    return not near.apart.isdisjoint(beside)


def _as_share(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'A quarter' of 1,000 and 4,000."""
    if ours.figure.unit != SHARE:
        return False
    return any(
        low and _is(ours, _WHOLE * low / high, near, SHARE) for low, high in _same_unit(window)
    )


def _as_change(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'50 percent' more of 20 million and 30 million."""
    if ours.figure.unit != SHARE or not _tells_of_change(ours, near):
        return False
    return any(
        _is(ours, _WHOLE * (high - low) / base, near, SHARE)
        for low, high in _same_unit(window)
        for base in (low, high)
        if base
    )


def _same_unit(window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    """Neighbouring figures of one unit, the smaller first."""
    for a, b in pairwise(figures_of(window)):
        if a.unit == b.unit and a.unit != SHARE:
            yield min(a.value, b.value), max(a.value, b.value)


def _as_rest(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'60 percent' of 40 percent and the rest."""
    if ours.figure.unit != SHARE or not any(told.has(near.rest) for told in window):
        return False
    return any(
        _is(ours, _WHOLE - each.value, near, SHARE)
        for each in figures_of(window)
        if each.unit == SHARE
    )


def _as_rate(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'$120 million a year' of $10 million a month."""
    wanted = _times_a_year(ours.behind[:_BEHIND], near)
    if not wanted:
        return False
    for told in window:
        for placed in told.figures:
            times = _times_a_year(told.words[placed.end : placed.end + _BEHIND], near)
            there = placed.ways[0]
            if times and times != wanted and there.unit == ours.figure.unit:
                value = there.value * times / wanted
                if abs(value - ours.figure.value) <= _PER_YEAR * value:
                    return True
    return False


def _times_a_year(words: Sequence[str], near: Rounding) -> float:
    """How often a period that words name comes in a year; 0 where they name none."""
    text = f" {' '.join(words)} "
    periods = (
        (near.yearly, 1.0),
        (near.quarterly, 4.0),
        (near.monthly, 12.0),
        (near.weekly, 52.0),
        (near.daily, 365.0),
    )
    return next(
        (times for names, times in periods if any(f" {name} " in text for name in names)), 0.0
    )


def _as_product(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'1,500' of three plants with 500 each, of 250 a month for six months."""
    figures = figures_of(window)
    periods = near.quarterly | near.monthly | near.weekly | near.daily | near.each
    if not any(told.has(periods) for told in window):
        return False
    return any(
        _is(ours, a.value * b.value, near, ours.figure.unit)
        for a, b in pairwise(figures)
        if ours.figure.unit in (a.unit, b.unit)
    )


def _as_multiple(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'40' of 20 that doubled."""
    times = ((near.half, 0.5), (near.double, 2.0), (near.triple, 3.0))
    return any(
        _is(ours, value * by, near, ours.figure.unit)
        for words, by in times
        if any(told.has(words) for told in window)
        for value in _alike(ours, window)
    )


def _as_years(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Five years', 'the age of 120' of two years of the calendar."""
    is_age = not near.aged.isdisjoint(ours.said)
    figure = ours.figure
    in_years = {"year": 1, "decade": 10, "century": 100}.get(figure.unit, 1 if is_age else 0)
    if not in_years or (figure.unit and figure.unit not in ("year", "decade", "century")):
        return False
    years = sorted({year for told in window for year in told.years if year >= _FIRST_YEAR})
    wanted = figure.value * in_years
    allowed = 1 if is_age else 0
    return 0 < wanted <= _LONGEST_AGE and any(
        abs(b - a - wanted) <= allowed for at, a in enumerate(years) for b in years[at + 1 :]
    )


def _as_days(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Three weeks' of March 3 and March 24."""
    del near
    wanted = days(ours.figure)
    if wanted is None:
        return False
    dates = [day for told in window for day in told.days]
    return any(abs(abs(a - b) - wanted) <= 1 for a, b in pairwise(dates) if a != b)


def _as_hours(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Five hours' of 9 p.m. and 2 a.m."""
    del near
    wanted = days(ours.figure)
    if wanted is None or wanted >= 1:
        return False
    times = [time for told in window for time in told.times]
    return any(abs((b - a) % 1 - wanted) < _HALF_AN_HOUR for a, b in pairwise(times))


_WAYS: tuple[_Way, ...] = (
    _as_sum,
    _as_difference,
    _as_share,
    _as_change,
    _as_rest,
    _as_rate,
    _as_product,
    _as_multiple,
    _as_years,
    _as_days,
    _as_hours,
)
