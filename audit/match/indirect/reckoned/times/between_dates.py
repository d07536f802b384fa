"""Times that lie between two dates of a source: days of the calendar, months by name, years.

'Just over five weeks' of 12 April and 19 May, 'nine months' of 'between January and September',
'a good four years' of 'begins in 2027, ends in 2031', where no sentence that plainly tells of it
has such a time itself.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from audit.languages.comparison.rounding import Rounding
from audit.languages.comparison.values import value_words
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.telling import Passage
from audit.match.indirect.told import OF_A_MONTH, Told, first_sentences
from audit.match.prepared.source import Prepared
from audit.values.measured import Measured, days
from audit.values.times.dates import CalendarDate, calendar_date

_UNITS = frozenset({"day", "week", "month", "year", "decade"})
_OFF = {"day": 1.0, "week": 2.0, "month": 5.0, "year": 20.0, "decade": 200.0}
"""By how many days a plain time may be off, where the days of the calendar are known."""
_ROUGHLY = 0.1
_SHORT = 0.6  # of a unit that 'nearly' may leave out
_MOST_DATES = 12
_MOST_SENTENCES = 200
_BETWEEN = 4  # words between two months by name
_MONTHS = 12
_ANY_YEAR = 2023  # no leap year, of dates without one
_A_YEAR = 365.25
_CAPITAL_MONTHS = frozenset({None, "en", "de"})  # 'may' is none


class _Lasting(NamedTuple):
    """The least and the most days that lie between two dates as they are told."""

    least: float
    most: float


def lies_between_dates(
    ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared
) -> bool:
    """Whether a time is that between two months or years of a sentence, or two days of a page.

    One of the days stands where a word of the statement does, where any does.
    """
    unit, wanted = ours.figure.unit, days(ours.figure)
    if unit not in _UNITS or wanted is None:
        return False
    plain = (each.here for each in telling if each.tells((each.here,)))
    if any(way.unit == unit for told in plain for each in told.figures for way in each.ways):
        return False  # that is how long it was
    sentences = list(first_sentences(source, _MOST_SENTENCES))
    if any(
        _is_as_long(ours, wanted, each, near)
        for told in sentences
        for each in (*_of_months(told), *_of_years(told))
    ):
        return True
    known = list(islice((day for told in sentences for day in _days_of(told)), _MOST_DATES))
    own = {day for each in telling for day in _days_of(each.here)}
    return any(
        _is_as_long(ours, wanted, _apart(one, other), near)
        for one, other in combinations(known, 2)
        if one != other and (not own or not own.isdisjoint((one, other)))
    )


def _is_as_long(ours: Wanted, wanted: float, there: _Lasting, near: Rounding) -> bool:
    """Whether a time is as long as that between two dates, as roughly as it is told."""
    unit = ours.figure.unit
    one = days(Measured(1.0, unit, 1)) or 1.0
    off = _OFF[unit]
    least, most = wanted - off, wanted + off
    if ours.told & near.above:
        most = wanted + one
    elif ours.told & near.below:
        least, most = wanted - max(_SHORT * one, off), wanted
    elif ours.told & near.about:
        rough = max(_ROUGHLY * wanted, one / 2)
        least, most = wanted - rough, wanted + rough
    return there.least <= most and least <= there.most


def _days_of(told: Told) -> list[CalendarDate]:
    return [each for each in told.dates if each.is_day]


def _apart(one: CalendarDate, other: CalendarDate) -> _Lasting:
    """The days between two of the calendar, the later of which may be of the next year."""
    if one.year and other.year:
        far = abs((_on(other, other.year) - _on(one, one.year)).days)
        return _Lasting(far, far)
    far = (_on(other, _ANY_YEAR) - _on(one, _ANY_YEAR)).days
    far = far if far >= 0 else far + 365
    return _Lasting(far, far)


def _on(day: CalendarDate, year: int) -> date:
    """A day of a year; the first of March for one that the year has not."""
    try:
        return date(year, day.month, day.first)
    except ValueError:
        return date(year, day.month % _MONTHS + 1, 1)


def _of_months(told: Told) -> Iterator[_Lasting]:
    """What lies between two months by name, with both of them or without one."""
    known = value_words(told.language).months
    places: list[tuple[int, int, int | None]] = []
    for token in told.tokens:
        day, word = calendar_date(token.key), told.words[token.start]
        if day is not None and not day.first:
            places.append((token.start, day.month, day.year))
        elif day is None and word in known and _is_month(told, token.start):
            places.append((token.start, int(known[word]), None))
    for (at, first, begun), (behind, last, ended) in pairwise(places):
        if behind - at > _BETWEEN + 1 and not (begun and ended):
            continue
        years = ended - begun if begun and ended else 0
        months = last - first + _MONTHS * years
        months = months if months > 0 or (begun and ended) else months + _MONTHS
        if months > 0:
            yield _Lasting(months * OF_A_MONTH, (months + 1) * OF_A_MONTH)


def _is_month(told: Told, at: int) -> bool:
    return told.language not in _CAPITAL_MONTHS or told.as_written[at][0].isupper()


def _of_years(told: Told) -> Iterator[_Lasting]:
    """What lies between the only two years of a sentence, or two side by side."""
    years = sorted(set(told.years))
    places = [each for each in told.figures if each.ways[0].may_be_year]
    pairs = [
        (one.ways[0].value, other.ways[0].value)
        for one, other in pairwise(places)
        if other.start - one.end < _BETWEEN
    ]
    if len(years) == 2:
        pairs.append((years[0], years[1]))
    for first, last in pairs:
        far = abs(last - first) * _A_YEAR
        yield _Lasting(far, far)
