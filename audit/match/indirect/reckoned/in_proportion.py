"""Whether a figure of a statement is a share, a change or a multiple of those of its source."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.arithmetic import (
    WHOLE,
    alike,
    by_unit,
    is_just,
    is_value,
    tells_of_change,
    way_of_change,
)
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.told import Told, figures_of
from audit.values.measured import SHARE, Measured, days

_PER_YEAR = 0.02
_MOST_COMBINED = 12  # figures
_SHARE_EXACT = 0.002  # of a share
_TIMES, _ROUGH_TIMES = 0.05, 0.2  # of how often
_FEWEST_DIGITS = 2  # of a figure that is worked out of a rate
_HALF_A_POINT = 0.5
_MOST_ANSWERS = 4  # percentages of one sentence, of which the rest is told
_LEAST_ROUND = 1_000
_LEAST_PART = 100  # of what is counted, and told as a part of another
_SMALL_SHARE = 10  # 'one in 25' is the rest of 96 percent
_BESIDE = 3  # words behind a share: '60 percent less' is not of '40 percent less'
_LARGEST_RATIO = 10.0  # whose difference from one is told in percent
_BEHIND = 4  # words behind a figure in which its period stands


def as_share(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'A quarter' of 1,000 and 4,000."""
    if ours.figure.unit != SHARE:
        return False
    if any(
        low and is_value(ours, WHOLE * low / high, near, SHARE) for low, high in _same_unit(window)
    ):
        return True
    if not ours.figure.digits and any(
        part and is_value(ours, WHOLE * part / whole, near, SHARE)
        for part, whole in (*_left_and_all(window), *sides_of_vote(window))
    ):
        return True
    if not ours.figure.digits and any(
        abs(WHOLE * high / (low + high) - ours.figure.value) <= _HALF_A_POINT
        for low, high in _same_unit(window)
        if high > 0
    ):
        return True  # 'four in five' of 340 and 85
    return any(
        min(a, b) > 0
        and abs(WHOLE * min(a, b) / max(a, b) - ours.figure.value)
        <= _SHARE_EXACT * ours.figure.value
        for a, b in _all_of_one_unit(window)
    )


def _left_and_all(window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    """The smaller of two neighbours with both: 130 who left, and 640 who are there."""
    yield from ((low, low + high) for low, high in _same_unit(window))


def sides_of_vote(window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    """Either side of a vote with both: '81 to 6'."""
    for told in window:
        for one, other in pairwise(told.figures):
            if one.start == other.start and not one.ways[0].unit:
                a, b = one.ways[0].value, other.ways[0].value
                yield from ((side, a + b) for side in (a, b))


def _all_of_one_unit(window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    """All pairs of a window's figures that have one unit."""
    figures = figures_of(window)[:_MOST_COMBINED]
    for a, b in combinations(figures, 2):
        if a.unit == b.unit and a.unit != SHARE:
            yield a.value, b.value


def as_change(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'50 percent' more of 20 million and 30 million; less is told of the larger one."""
    is_told = tells_of_change(ours, near) or (  # 'a quarter of it is gone'
        not ours.figure.digits and any(told.has(near.fell) for told in window)
    )
    if ours.figure.unit != SHARE or not is_told:
        return False
    way = way_of_change(ours, near)

    def changes(low: float, high: float) -> Iterator[float]:
        bases = (low,) if way > 0 else (high,) if way < 0 else (low, high)
        yield from (WHOLE * (high - low) / base for base in bases if base)

    if any(
        is_value(ours, each, near, SHARE) for pair in _same_unit(window) for each in changes(*pair)
    ):
        return True
    return any(  # of two that are not side by side, to the last digit
        abs(each - ours.figure.value) <= _SHARE_EXACT * ours.figure.value
        for a, b in _all_of_one_unit(window)
        for each in changes(min(a, b), max(a, b))
    )


def as_ratio(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'29 percent higher' of a hazard ratio of 1.29, '6 percent lower' of one of 0.94."""
    if ours.figure.unit != SHARE or not tells_of_change(ours, near):
        return False
    way = way_of_change(ours, near)
    changes = [
        each.value - 1
        for each in told.measures
        if not each.unit and 0 < each.value < _LARGEST_RATIO and each.value % 1
    ]
    return any(
        is_value(ours, WHOLE * abs(change), near, SHARE) for change in changes if change * way >= 0
    )


def as_change_by(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'A quarter more' of 'costs 18.7 million, 4.1 million more than planned'."""
    if ours.figure.unit != SHARE or not tells_of_change(ours, near):
        return False
    for told in window:
        for one, other in pairwise(told.figures):
            for whole, by in ((one, other), (other, one)):
                values = _of_one_unit(whole.ways[0], by.ways[0])
                if values is None or not told.changes_by(by, near):
                    continue
                now, change = values
                bases = (each for each in (now - change, now + change) if each > 0)
                if any(is_value(ours, WHOLE * change / each, near, SHARE) for each in bases):
                    return True
    return False


def _of_one_unit(whole: Measured, by: Measured) -> tuple[float, float] | None:
    """The values of a figure and of what it changed by, where they may be of one unit."""
    if SHARE in (whole.unit, by.unit) or whole.may_be_year or by.may_be_year:
        return None
    is_one = whole.unit == by.unit or "" in (whole.unit, by.unit)
    return (whole.value, abs(by.value)) if is_one and 0 < abs(by.value) < whole.value else None


def _same_unit(window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    """Neighbouring figures of one unit, the smaller first."""
    for values in by_unit(window).values():
        for a, b in pairwise(values):
            yield min(a, b), max(a, b)


def as_rest(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'60 percent' of 40 percent and the rest, or of 'cut to 40 percent', 8 of 63 and 29."""
    if ours.figure.unit != SHARE:
        return False
    if any(is_value(ours, WHOLE - sum(shares), near, SHARE) for shares in _answers(window)):
        return True
    has_rest = any(told.has(near.rest) for told in window)
    is_told = ours.figure.digits > 0 or ours.figure.value < _SMALL_SHARE
    is_rest = is_told and near.apart.isdisjoint(ours.behind[:_BESIDE])
    return any(
        is_value(ours, WHOLE - each.value, near, SHARE)
        for each in figures_of(window)
        if each.unit == SHARE and (has_rest or is_rest)
    )


def _answers(window: Sequence[Told]) -> Iterator[list[float]]:
    """The percentages of each sentence that has several, which are less than all together."""
    for told in window:
        shares = [each.value for each in told.measures if each.unit == SHARE and each.digits]
        if 1 < len(shares) <= _MOST_ANSWERS and sum(shares) < WHOLE:
            yield shares


def as_rate(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'$120 million a year' of $10 million a month."""
    wanted = times_a_year(ours.behind[:_BEHIND], near)
    if not wanted:
        return False
    for told in window:
        for placed in told.figures:
            times = times_a_year(told.words[placed.end : placed.end + _BEHIND], near)
            there = placed.ways[0]
            if times == wanted or there.unit != ours.figure.unit or there.may_be_year:
                continue
            value = there.value * (times or 1.0) / wanted  # '88,600 calls', of a year
            is_rough = is_value(ours, value, near, ours.figure.unit)
            if is_rough or (times and abs(value - ours.figure.value) <= _PER_YEAR * value):
                return True
    return False


def times_a_year(words: Sequence[str], near: Rounding) -> float:
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


def as_product(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'1,500' of three plants with 500 each, of 250 a month for six months."""
    figures = figures_of(window)
    periods = near.quarterly | near.monthly | near.weekly | near.daily | near.each
    if not any(told.has(periods) for told in window):
        return False
    return any(
        is_value(ours, a.value * b.value, near, ours.figure.unit)
        for a, b in pairwise(figures)
        if ours.figure.unit in (a.unit, b.unit)
    )


def as_multiple(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'40' of 20 that doubled, '20' of 40, twice as many as before."""
    times = ((near.half, 2.0), (near.double, 2.0), (near.triple, 3.0))
    return any(
        is_value(ours, value * times_it, near, ours.figure.unit)
        for words, by in times
        for times_it in (by, 1 / by)
        if any(told.has(words) for told in window)
        for value in alike(ours, window)
    )


def as_part(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'30,000' of 90,000, a third of them; '24 million' of 4.4 million, 18 percent of it.

    What is only counted comes of one sentence, if not to the last digit: any two make something.
    """
    if ours.figure.unit == SHARE:
        return False
    apart = [window] if ours.figure.unit else [[told] for told in window]
    return any(
        is_just(ours, value * share) for value, share in _values_and_shares(ours, window)
    ) or any(
        _is_round(ours, value * share, near) or (share > 0 and _is_round(ours, value / share, near))
        for sentences in apart
        for value, share in _values_and_shares(ours, sentences)
    )


def _values_and_shares(ours: Wanted, window: Sequence[Told]) -> Iterator[tuple[float, float]]:
    shares = [
        way.value / WHOLE
        for told in window
        for placed in told.figures
        for way in placed.ways
        if way.unit == SHARE
    ]
    for value in alike(ours, window)[:_MOST_COMBINED]:
        yield from ((value, share) for share in shares[:_MOST_COMBINED])


def _is_round(ours: Wanted, value: float, near: Rounding) -> bool:
    is_rough = bool(ours.told & (near.about | near.above | near.below))
    is_told = is_rough or ours.figure.digits >= _FEWEST_DIGITS
    is_large = bool(ours.figure.unit) or ours.figure.value >= _LEAST_PART
    return is_large and is_told and is_value(ours, value, near, ours.figure.unit)


def as_times(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'70 percent' more of 1.7 times as much, '0.08' of 0.24, three times the limit."""
    for told in window:
        for placed in told.figures:
            times = placed.ways[0].value
            if times <= 1 or near.times.isdisjoint(told.words[placed.end : placed.end + 1]):
                continue
            is_change = ours.figure.unit == SHARE and tells_of_change(ours, near)
            if is_change and is_value(ours, WHOLE * (times - 1), near, SHARE):
                return True
            values = alike(ours, window)
            if any(
                is_value(ours, each * by, near, ours.figure.unit)
                for each in values
                for by in (times, 1 / times)
            ):
                return True
    return False


def as_quotient(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'8 million each' of 24 for 192 million, '50,000 a day' of 480,000 in nine days.

    The statement has to tell of each.
    """
    if ours.figure.unit == SHARE or not _tells_of_each(ours, near):
        return False
    return any(
        b.value
        and a.unit in (ours.figure.unit, "")
        and (not b.unit or days(b) is not None)
        and is_value(ours, a.value / b.value, near, ours.figure.unit)
        for one, other in _quotients(ours, figures_of(window))
        for a, b in ((one, other), (other, one))
    )


def _tells_of_each(ours: Wanted, near: Rounding) -> bool:
    """Whether a statement has a word or a phrase such as 'each', 'a person', 'a year'."""
    of_each = near.each | (near.average if ours.figure.unit else frozenset())
    said = f" {' '.join(ours.said)} "
    is_told = any(f" {phrase} " in said for phrase in of_each)
    return is_told or bool(times_a_year(ours.behind[:_BEHIND], near))


def _quotients(ours: Wanted, figures: Sequence[Measured]) -> Iterator[tuple[Measured, Measured]]:
    """Neighbours; of money, or of what is measured, all pairs."""
    yield from combinations(figures[:_MOST_COMBINED], 2) if ours.figure.unit else pairwise(figures)


def as_often(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'Ten times' as much of 5.0 and 0.5."""
    if ours.figure.unit or near.times.isdisjoint(ours.behind[:1]):
        return False
    is_rough = bool(ours.told & (near.about | near.above | near.below))
    allowed = (_ROUGH_TIMES if is_rough else _TIMES) * ours.figure.value
    return any(
        abs(max(a, b) / min(a, b) - ours.figure.value) <= allowed
        for unit in {figure.unit for figure in figures_of(window)}
        for a, b in combinations(alike(_of(ours, unit), window)[:_MOST_COMBINED], 2)
        if min(a, b) > 0
    )


def _of(ours: Wanted, unit: str) -> Wanted:
    return ours._replace(figure=ours.figure._replace(unit=unit))


def as_before(ours: Wanted, window: Sequence[Told], near: Rounding) -> bool:
    """'76,100' of 84,716, which are 11.3 percent more, and the 8,600 that they are more."""
    is_rough = bool(ours.told & near.about) and ours.figure.value >= _LEAST_ROUND
    if ours.figure.unit == SHARE or (ours.figure.digits < _FEWEST_DIGITS and not is_rough):
        return False
    rates = [
        placed.ways[0].value / WHOLE
        for told in window
        for placed in told.figures
        if placed.is_share and told.changes_by(placed, near)
    ]
    values = alike(ours, window)[:_MOST_COMBINED]
    return any(
        is_value(ours, part, near, ours.figure.unit)
        for value in values
        for rate in rates[:_MOST_COMBINED]
        for factor in (1 + rate, 1 - rate)
        if factor > 0
        for part in (value / factor, value * factor, value * rate / factor)
    )
