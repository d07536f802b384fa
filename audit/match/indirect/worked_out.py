"""Whether a figure of a statement can be worked out of figures that its source has side by side.

A sum, a difference, a share, a change, what is left of a whole, so much a year of so much a month,
an age of two years: what a reporter does with a pencil.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.rounded import Wanted
from audit.match.indirect.telling import Passage, Told, figures_of, stem_of
from audit.values.measured import SHARE, days, rounded

_ABOUT = 0.03
_PER_YEAR = 0.02
_NEARLY = 0.02  # of a figure of one digit, as large as this at least
_LEAST_ROUND = 1_000
_POINTS = 1.5
_MOST_ADDED = 3  # figures in a row, of more than that many in all
_FEWEST_DIGITS = 2
_NO_CHANCE = 3  # digits of a figure that two others far apart do not make by chance
_MOST_COMBINED = 12  # figures
_SHARE_EXACT = 0.002  # of a share
_BEHIND = 4  # words behind a figure in which its period stands
_LONGEST_AGE = 1_500  # years
_FIRST_YEAR = 1000
_WHOLE = 100.0
_POINT = "point"  # of percent
_OF_HOURS, _OF_MINUTES = 0.5 / 24, 2 / 1_440  # of a day
_Way = Callable[[Wanted, Sequence[Told], Rounding], bool]


def is_worked_out(ours: Wanted, passage: Passage, near: Rounding) -> bool:
    """Whether a figure can be worked out of those of a passage that plainly tells of the same."""
    if _is_left(ours, passage.here) or _is_between(ours, passage.here):
        return True
    return any(
        way(ours, window, near)
        for window in passage.windows
        if passage.tells(window)
        for way in _WAYS
    )


def _is_between(ours: Wanted, told: Told) -> bool:
    """'$4.4 million' of $26.4 million and $22 million, side by side in one sentence."""
    if not ours.figure.unit.strip(SHARE) or ours.figure.digits < _FEWEST_DIGITS:
        return False
    return any(_is_just(ours, abs(a - b)) for a, b in pairwise(_alike(ours, [told])))


def _is_left(ours: Wanted, told: Told) -> bool:
    """'112 shops' of '28 of its 140 shops': the whole is of what the figure is of."""
    if ours.figure.unit or not ours.behind:
        return False
    named = stem_of(ours.behind[0], told.language)
    return any(
        _is_just(ours, whole.ways[0].value - part.ways[0].value)
        for part, whole in told.parts
        if named in (stem_of(word, told.language) for word in told.words[whole.end : whole.end + 1])
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


def _is_just(ours: Wanted, value: float) -> bool:
    """Whether a value is a figure of a statement to its last digit."""
    return value > 0 and abs(value - ours.figure.value) <= 1e-6 * value


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
    firsts = [alike[0] for told in window if (alike := _alike(ours, [told]))]
    if len(firsts) > 1:  # 'Two were killed on Monday. Five more …'
        runs.append(firsts)
    return any(_is(ours, sum(run), near, ours.figure.unit) for run in runs) or any(
        _is_just(ours, a + b) for a, b in _far_pairs(ours, values)
    )


def _far_pairs(ours: Wanted, values: Sequence[float]) -> Iterator[tuple[float, float]]:
    """All pairs of values, for a measured figure of so many digits that it is no chance."""
    if ours.figure.unit and ours.figure.digits >= _NO_CHANCE:
        yield from combinations(values[:_MOST_COMBINED], 2)


def _as_difference(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Five years longer' of 83 and 78, where the statement tells of a difference.

    Where it does not, the figure has to be the difference to its last digit: a surplus of what
    came in and what was spent, what is left of a whole, what there was before 'two more'.
    """
    unit = ours.figure.unit
    units = (unit, SHARE) if unit == _POINT else (unit, "")
    pairs = [*pairwise(each.value for each in figures_of(window) if each.unit in units)]
    if _tells_of_change(ours, near):
        return any(_is(ours, abs(a - b), near, unit) for a, b in pairs)
    is_measured = bool(unit) and ours.figure.digits >= _FEWEST_DIGITS and unit != SHARE
    if is_measured or any(_has_change(told, near) for told in window):
        alike = pairwise(_alike(ours, window))
        if unit != SHARE and any(_is_just(ours, abs(a - b)) for a, b in alike):
            return True
    return any(_is_just(ours, abs(a - b)) for a, b in _far_pairs(ours, _alike(ours, window)))


def _has_change(told: Told, near: Rounding) -> bool:
    """Whether a figure of a sentence is by how much another changes: 'two more'."""
    return any(
        not near.apart.isdisjoint(told.words[placed.end : placed.end + 1])
        for placed in told.figures
    )


def _tells_of_change(ours: Wanted, near: Rounding) -> bool:
    """Whether the words beside a figure say that it is what two others are apart."""
    beside = {*ours.behind[:2], *(set(ours.lead) - near.above - near.below)}
    return not near.apart.isdisjoint(beside)


def _as_share(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'A quarter' of 1,000 and 4,000."""
    if ours.figure.unit != SHARE:
        return False
    if any(low and _is(ours, _WHOLE * low / high, near, SHARE) for low, high in _same_unit(window)):
        return True
    return any(
        min(a, b) > 0
        and abs(_WHOLE * min(a, b) / max(a, b) - ours.figure.value)
        <= _SHARE_EXACT * ours.figure.value
        for a, b in _all_of_one_unit(window)
    )


def _all_of_one_unit(window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    """All pairs of a window's figures that have one unit."""
    figures = figures_of(window)[:_MOST_COMBINED]
    for a, b in combinations(figures, 2):
        if a.unit == b.unit and a.unit != SHARE:
            yield a.value, b.value


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
    """'60 percent' of 40 percent and the rest; without 'the rest', to the last digit."""
    if ours.figure.unit != SHARE:
        return False
    has_rest = any(told.has(near.rest) for told in window)
    is_of_whole = ours.figure.digits > 0 and not _tells_of_change(ours, near)
    return any(
        _is(ours, _WHOLE - each.value, near, SHARE)
        if has_rest
        else is_of_whole and _is_just(ours, _WHOLE - each.value)
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
    """'40' of 20 that doubled, '20' of 40, twice as many as before."""
    times = ((near.half, 2.0), (near.double, 2.0), (near.triple, 3.0))
    return any(
        _is(ours, value * times_it, near, ours.figure.unit)
        for words, by in times
        for times_it in (by, 1 / by)
        if any(told.has(words) for told in window)
        for value in _alike(ours, window)
    )


def _as_part(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'30,000' of 90,000, a third of them."""
    del near
    shares = [
        way.value / _WHOLE
        for told in window
        for placed in told.figures
        for way in placed.ways
        if way.unit == SHARE
    ]
    values = _alike(ours, window)[:_MOST_COMBINED]
    return ours.figure.unit != SHARE and any(
        _is_just(ours, value * share) for value in values for share in shares[:_MOST_COMBINED]
    )


def _as_times(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'70 percent' more of 1.7 times as much, '0.08' of 0.24, three times the limit."""
    for told in window:
        for placed in told.figures:
            times = placed.ways[0].value
            if times <= 1 or near.times.isdisjoint(told.words[placed.end : placed.end + 1]):
                continue
            is_change = ours.figure.unit == SHARE and _tells_of_change(ours, near)
            if is_change and _is(ours, _WHOLE * (times - 1), near, SHARE):
                return True
            values = _alike(ours, window)
            if any(
                _is(ours, each * by, near, ours.figure.unit)
                for each in values
                for by in (times, 1 / times)
            ):
                return True
    return False


def _as_quotient(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'8 million each' of 24 for 192 million, where the statement tells of each."""
    if near.each.isdisjoint(ours.said):
        return False
    return any(
        b.value
        and a.unit in (ours.figure.unit, "")
        and not b.unit
        and _is(ours, a.value / b.value, near, ours.figure.unit)
        for one, other in pairwise(figures_of(window))
        for a, b in ((one, other), (other, one))
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
    allowed = _OF_HOURS if ours.figure.unit == "hour" else _OF_MINUTES
    return any(abs((b - a) % 1 - wanted) < allowed for a, b in pairwise(times))


_WAYS: tuple[_Way, ...] = (
    _as_sum,
    _as_difference,
    _as_share,
    _as_change,
    _as_rest,
    _as_rate,
    _as_product,
    _as_multiple,
    _as_part,
    _as_times,
    _as_quotient,
    _as_years,
    _as_days,
    _as_hours,
)
