"""Dates: in figures, with the month first or the day first; and what the key of one tells."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from audit.languages.comparison.spelling import spelling
from audit.languages.comparison.values import ValueWords
from audit.values.numbers.ordinals import ordinal
from audit.values.numbers.spelled import Numbers
from audit.values.stretch import Found, Stretch, goes_on

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})\.?")
_KEY = re.compile(r"=d(\d{1,2})(?:-(\d{1,2})(?:\.\.(\d{1,2}))?)?(?:/(\d{4}))?")
_DAYS, _MONTHS = 31, 12
_NTH = "th"
_LAST_YEAR = 2999
_FIRST_YEAR = 1000


class CalendarDate(NamedTuple):
    """A month with the first and the last of its days that are meant, 0 where none is; a year."""

    month: int
    first: int
    last: int
    year: int | None

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        return self.first > 0 and self.first == self.last


def calendar_date(key: str) -> CalendarDate | None:
    """The date that a token's key stands for, as ``Dates`` writes it.

    None of other keys, and of a month alone.
    """
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    month, first, last, year = match.groups(default="0")
    return CalendarDate(int(month), int(first), int(last) or int(first), int(year) or None)


def is_iso_date(word: str) -> bool:
    """Whether a word is a date like '2020-03-04'."""
    return _ISO.fullmatch(word) is not None


def pointed_day(word: str) -> tuple[str, ...]:
    """The key of a word that is a day and its month in figures, or a figure: '1.5'."""
    match = _DAY_AND_MONTH.fullmatch(word)
    if match is None or not (1 <= int(match[1]) <= _DAYS and 1 <= int(match[2]) <= _MONTHS):
        return ()
    return (f"=d{int(match[2])}-{int(match[1])}",)


def slashed_date(word: str) -> tuple[str, ...]:
    """The keys of a date that a slash parts, whichever of month and day stands first."""
    match = _SLASHED.fullmatch(word) if "/" in word else None
    if match is None:
        return ()
    one, other, year = int(match[1]), int(match[2]), f"/{match[3]}" if match[3] else ""
    return tuple(
        f"=d{month}-{day}{year}"
        for day, month in ((one, other), (other, one))
        if 1 <= month <= _MONTHS and 1 <= day <= _DAYS
    )


class Dates:
    """Reads the dates of a language; ``may_start`` is a quick look at the first word of a day."""

    def __init__(
        self, words: ValueWords, numbers: Numbers, may_start: Callable[[str], bool]
    ) -> None:
        self._words = words
        self._numbers = numbers
        self._may_start = may_start
        self._plain_days = _NTH not in words.ordinal_ends
        self._month_names: dict[str, str] = {}
        for name, number in words.months.items():
            self._month_names.setdefault(number, name)
        self._own_month = spelling().capital_makes_another_word

    def read(self, stretch: Stretch, at: int) -> Found | None:
        """The date that begins at a word; a month alone under its first name."""
        in_figures = self._in_figures(stretch.low[at])
        if in_figures:
            return at + 1, (in_figures,)
        slashed = [key for key in slashed_date(stretch.low[at]) if key in stretch.beside]
        if slashed:
            return at + 1, (slashed[0],)
        month = self._month(stretch, at)
        if month is None:
            return self._day_first(stretch, at)
        found = self._month_first(stretch.low, at, month)
        is_number = stretch.low[at] in self._numbers.small  # 'sept heures', 'dez euros'
        return found if found[0] > at + 2 or not is_number else None

    def _in_figures(self, word: str) -> str | None:
        """The key of '2020-03-04' or '4.3.2020'."""
        iso = _ISO.fullmatch(word)
        if iso:
            return f"=d{int(iso[2])}-{int(iso[3])}/{iso[1]}"
        pointed = _POINTED.fullmatch(word)
        if pointed and self._words.decimal == ",":
            return f"=d{int(pointed[2])}-{int(pointed[1])}/{pointed[3]}"
        return None

    def _month_first(self, low: Sequence[str], at: int, month: str) -> Found:
        """'March 2020', 'March 4th', 'March'."""
        year, end = self._year(low, at + 1)
        if not year and low[at + 1 : at + 2] and low[at + 1] in self._words.before_month:
            year, end = self._year(low, at + 2)
        if year:
            return end, (f"=d{month}{year}",)
        behind = at + 1
        behind += behind + 1 < len(low) and low[behind] in self._words.before_day
        is_word = low[behind : behind + 1] != [] and not low[behind][0].isdigit()
        day = None if is_word and self._plain_days else self._day(low, behind)
        if day is not None:  # 'ab Juni neun Züge' has no day
            return self._dated(low, month, day[0], day[1])
        return at + 1, (self._month_names[month],)

    def _day_first(self, stretch: Stretch, at: int) -> Found | None:
        """'4 March 2020', 'the 4th of March'."""
        low, start = stretch.low, at
        if low[at] in self._words.before_day:
            start = at + 1
            # 'the 4th of July', never 'the 4 July', but 'el 4 de julio'
            pointed = pointed_day(low[start]) if start < len(low) else ()
            if pointed and not self._words.ordinal_ends:  # 'am 1.5.' is 'am 1. Mai'
                return start + 1, pointed
            is_day = start < len(low) and ordinal(self._numbers, low, start) is not None
            if start >= len(low) or not (is_day or self._plain_days):
                return None
        if not self._may_start(stretch.raw[start]):
            return None
        day = self._day(low, start)
        if day is None:
            return None
        behind = day[1]
        if low[behind : behind + 1] and low[behind] in self._words.before_month:
            behind += 1
        month = self._month(stretch, behind)
        if month is None:
            return None
        year, end = self._year(low, behind + 1)
        if not year and low[behind + 1 : behind + 2]:
            joined = low[behind + 1] in self._words.before_month
            year, end = self._year(low, behind + 1 + joined)
            end = end if year else behind + 1
        return end, (f"=d{month}-{day[0]}{year}",)

    def _month(self, stretch: Stretch, at: int) -> str | None:
        low = stretch.low
        if at >= len(low):
            return None
        month = self._words.months.get(low[at])
        if month is None or (low[at] in self._own_month and stretch.raw[at].islower()):
            return None
        return month

    def _day(self, low: Sequence[str], at: int) -> tuple[int, int] | None:
        if at >= len(low):
            return None
        day = ordinal(self._numbers, low, at)
        if day is None:
            number = self._numbers.read(low, at)
            if number is None or number.value.denominator > 1 or number.scale > 1:
                return None
            day = int(number.value), at + number.words
        return day if 1 <= day[0] <= 31 else None

    @staticmethod
    def _year(low: Sequence[str], at: int) -> tuple[str, int]:
        """The year at a word, as the end of a key, and where it ends."""
        word = low[at] if at < len(low) else ""
        if word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
            return f"/{word}", at + 1
        return "", at

    def _dated(self, low: Sequence[str], month: str, day: int, end: int) -> Found:
        """A date that begins with the month, its last day and its year, where they follow."""
        last = ""
        if goes_on(low, end, self._words.ranges):
            second = self._day(low, end + 1)
            if second is not None:
                last, end = f"..{second[0]}", second[1]
        year, end = self._year(low, end)
        return end, (f"=d{month}-{day}{last}{year}",)
