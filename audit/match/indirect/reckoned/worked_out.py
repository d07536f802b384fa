"""Whether a figure of a statement can be worked out of figures that its source has side by side.

A sum, a difference, a share, a change, what is left of a whole, so much a year of so much a month,
an age of two years: what a reporter does with a pencil.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.arithmetic import (
    alike,
    alike_of,
    is_just,
    is_value,
    tells_of_change,
)
from audit.match.indirect.reckoned.in_proportion import (
    as_before,
    as_change,
    as_change_by,
    as_multiple,
    as_often,
    as_part,
    as_product,
    as_quotient,
    as_rate,
    as_rest,
    as_share,
    as_times,
)
from audit.match.indirect.reckoned.wanted import POINT, Wanted
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import Passage
from audit.match.indirect.told import Placed, Told, figures_of
from audit.values.measured import SHARE, days

_MOST_ADDED = 3  # figures in a row, of more than that many in all
_FEWEST_DIGITS = 2
_NO_CHANCE = 3  # digits of a figure that two others far apart do not make by chance
_MOST_COMBINED = 12  # figures
_LEAST_LARGE = 1_000_000  # of a figure that has to have no second digit: '30 million'
_LEAST_ROUND = 100_000  # of a difference of one digit: 'half a million'
_FAR_APART = 100  # a difference that two figures far apart do not make by chance
_LONGEST_AGE = 1_500  # years
_FIRST_YEAR = 1000
_OF_MONTHS = 3  # days
_OF_HOURS, _OF_MINUTES = 0.5 / 24, 2 / 1_440  # of a day
_Way = Callable[[Wanted, Sequence[Told], Rounding], bool]


def is_worked_out(ours: Wanted, passage: Passage, near: Rounding) -> bool:
    """Whether a figure can be worked out of those of a passage that plainly tells of the same."""
    here = (passage.here,)
    if _is_left(ours, passage.here, near) or _is_between(ours, passage.here):
        return True
    beside = filter(None, (passage.before, passage.here, passage.after))
    if any(_is_compared(ours, told, near) for told in beside):
        return True
    if _is_exactly_between(ours, passage.here, near):
        return True
    if len({*passage.here.years}) == 2 and _as_years(ours, here, near):
        return True
    if _as_days(ours, here, near) or _as_hours(ours, here, near):
        return True  # two dates or times that are so far apart by chance are rare
    return any(
        way(ours, window, near)
        for window in passage.windows
        for way in _ways(ours, passage, window, near)
    )


def _is_exactly_between(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'1,500' of 3,200 and 4,700, side by side: no chance makes so many digits of a difference.

    The statement has to tell of a change, or to count what one of them counts; what is between
    them may be a measure: '80 metres more' of 980 metres and 900.
    """
    figure = ours.figure
    is_large = figure.value >= (_FAR_APART if figure.digits >= _FEWEST_DIGITS else _LEAST_ROUND)
    is_told = tells_of_change(ours, near) or (is_large and _counts_the_same(ours, told))
    if not (is_large or figure.unit.strip(SHARE)) or not is_told:
        return False
    return any(is_just(ours, abs(a - b)) for a, b in pairwise(alike(ours, [told])))


def _ways(ours: Wanted, passage: Passage, window: Sequence[Told], near: Rounding) -> Sequence[_Way]:
    """The ways in which a figure may be worked out of sentences, by how plainly they tell of it."""
    if passage.tells(window):
        return _WAYS
    if len(window) > 1 or not _has_change(window, near):
        return ()
    return (_as_sum, _as_difference) if _counts_the_same(ours, window[0]) else ()


def _counts_the_same(ours: Wanted, told: Told) -> bool:
    """Whether a figure of a sentence is of what a statement's is: '162 jardineros'."""
    if not ours.behind:
        return False
    named = stem_of(ours.behind[0], told.language)
    return any(
        stem_of(word, told.language) == named
        for placed in told.figures
        for word in told.words[placed.end : placed.end + 1]
    )


def _is_between(ours: Wanted, told: Told) -> bool:
    """'$4.4 million' of $26.4 million and $22 million, side by side in one sentence."""
    unit = ours.figure.unit
    if not unit.strip(SHARE):
        return False
    for one, other in pairwise(told.figures):  # 'two degrees' of 'from 20 degrees to 18'
        a, b = one.ways[0], other.ways[0]
        if (
            one.start == other.start
            and a.unit == b.unit == unit
            and is_just(ours, abs(a.value - b.value))
        ):
            return True
    return ours.figure.digits >= _FEWEST_DIGITS and any(
        is_just(ours, abs(a - b)) for a, b in pairwise(alike(ours, [told]))
    )


def _is_compared(ours: Wanted, told: Told, near: Rounding) -> bool:
    """What two neighbours that a sentence compares come to, to the last digit.

    '29 billion' of '38 billion, 9 billion more than planned', and where a statement tells of a
    change, '93' of '312, down from 405'.
    """
    if ours.figure.unit == SHARE:
        return _is_points_off(ours, told, near)
    is_exact = ours.figure.digits >= _FEWEST_DIGITS or ours.figure.value >= _LEAST_LARGE
    if not is_exact:
        return False
    is_change = tells_of_change(ours, near)
    counted = [each for each in told.figures if not each.ways[0].may_be_year]
    for one, other in pairwise(counted):
        values = alike_of(ours, one, other)
        if len(values) < 2:
            continue
        a, b = values[:2]
        is_told = told.changes_by(one, near) or told.changes_by(other, near)
        if is_told and any(is_just(ours, each) for each in (abs(a - b), abs(a + b))):
            return True
        between = told.words[one.end : other.start]
        if is_change and not near.apart.isdisjoint(between) and is_just(ours, abs(a - b)):
            return True
    return False


def _is_points_off(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'43 percent' of '41 percent, two points fewer than a year ago'."""
    return any(
        one.ways[0].unit == SHARE
        and (other.ways[0].unit == POINT or _names_points(other, told, near))
        and told.changes_by(other, near)
        and any(
            is_just(ours, one.ways[0].value + by)
            for by in (other.ways[0].value, -other.ways[0].value)
        )
        for one, other in pairwise(told.figures)
    )


def _names_points(placed: Placed, told: Told, near: Rounding) -> bool:
    return not near.points.isdisjoint(told.words[placed.end - 1 : placed.end + 1])


def _counted(ours: Wanted, near: Rounding) -> str:
    """What a figure counts: 'people' of 'twelve people' and of 'twelve of the 18 people'."""
    behind = ours.behind
    for many in (2, 1):
        if " ".join(behind[:many]) in near.part_of and behind[many:][:1]:
            if behind[many].isdecimal():
                return behind[many + 1] if behind[many + 1 :] else ""
            return behind[many]  # '3,500 of the objects'
    return behind[0] if behind else ""


def _is_left(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'112 shops' of '28 of its 140 shops', '9' of 'of 34 shops 21 stay, four close'.

    So is '179 people died' of '340 died, 161 of them'.
    """
    behind = _counted(ours, near)
    if ours.figure.unit or not behind:
        return False
    named = {stem_of(each, told.language) for each in (behind, *ours.behind[1:2])}
    beside = frozenset(
        stem_of(word, told.language)
        for placed in (each for pair in told.parts for each in pair)
        for word in told.words[placed.end : placed.end + 1]
    )
    values = [each.value for each in told.measures]
    return not named.isdisjoint(beside) and any(
        is_just(ours, whole.ways[0].value - part.ways[0].value)
        or any(
            is_just(ours, whole.ways[0].value - one - other)
            for one, other in pairwise(values)
            if one == part.ways[0].value
        )
        for part, whole in told.parts
    )


def _as_sum(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'34 people' of 21 and another 13."""
    values = alike(ours, window)
    if ours.figure.unit == SHARE and len(window) > 1:
        return False  # shares of one whole stand in one sentence
    runs = [values] if len(values) > 1 else []
    for many in range(2, _MOST_ADDED + 1):
        runs += [values[at : at + many] for at in range(len(values) - many + 1)]
    firsts = [own[0] for told in window if (own := alike(ours, [told]))]
    if len(firsts) > 1:  # 'Two were killed on Monday. Five more …'
        runs.append(firsts)
    return any(is_value(ours, sum(run), near, ours.figure.unit) for run in runs) or any(
        is_just(ours, a + b) for a, b in _far_pairs(ours, values)
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
    own = alike(ours, window)
    in_points = unit == POINT or (not unit and not near.points.isdisjoint(ours.behind[:1]))
    if in_points or tells_of_change(ours, near):
        pairs = [*_named_pairs(ours, window, in_points=in_points), *pairwise(own)]
        if any(is_value(ours, abs(a - b), near, unit) for a, b in pairs):
            return True
        is_exact = ours.figure.value >= _FAR_APART  # '260 more' of 900 and 210, 640 and 120
        return is_exact and any(
            is_just(ours, abs(a - b)) for a, b in combinations(own[:_MOST_COMBINED], 2)
        )
    is_measured = bool(unit) and ours.figure.digits >= _FEWEST_DIGITS and unit != SHARE
    is_told = unit != SHARE and (is_measured or _has_change(window, near))
    pairs = [*(pairwise(own) if is_told else ()), *_far_pairs(ours, own)]
    return any(is_just(ours, abs(a - b)) for a, b in pairs)


def _named_pairs(
    ours: Wanted, window: Sequence[Told], *, in_points: bool
) -> Iterator[tuple[float, float]]:
    """Neighbours of a figure's unit; of percentages all pairs, of which points may be told.

    'Nine points' of '58 percent, with 31 percent against. Elsewhere it was 49 percent'.
    """
    units = (ours.figure.unit, SHARE) if in_points else (ours.figure.unit, "")
    named = [each.value for each in figures_of(window) if each.unit in units]
    return combinations(named[:_MOST_COMBINED], 2) if in_points else pairwise(named)


def _has_change(window: Sequence[Told], near: Rounding) -> bool:
    """Whether a figure of some sentences is by how much another changes: 'two more'."""
    return any(told.changes_by(placed, near) for told in window for placed in told.figures)


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
    spans = {last - first + 1 for told in window for first, last in told.spans_of_years}
    return (
        0 < wanted <= _LONGEST_AGE
        and (
            wanted in spans  # 'over four years' of 'between 2021 and 2024': both of them count
            or any(
                abs(b - a - wanted) <= allowed
                for at, a in enumerate(years)
                for b in years[at + 1 :]
            )
        )
    )


def _as_days(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Three weeks' of March 3 and March 24."""
    del near
    wanted = days(ours.figure)
    if wanted is None:
        return False
    dates = [day for told in window for day in told.days]
    # 'nine months' of 'between 1 January and 30 September': both of them count
    most = _OF_MONTHS if ours.figure.unit in ("month", "year") else 1
    return any(-most <= abs(a - b) - wanted <= 1 for a, b in pairwise(dates) if a != b)


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
    as_share,
    as_change,
    as_change_by,
    as_rest,
    as_rate,
    as_product,
    as_multiple,
    as_often,
    as_part,
    as_times,
    as_quotient,
    as_before,
    _as_years,
    _as_days,
    _as_hours,
)
