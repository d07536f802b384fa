"""What the key of a date tells: its month, its days, its year."""

import re
from typing import NamedTuple

_KEY = re.compile(r"=d(\d{1,2})(?:-(\d{1,2})(?:\.\.(\d{1,2}))?)?(?:/(\d{4}))?")


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
    """The date that a token's key stands for, as ``audit.values.dates`` writes it.

    None of other keys, and of a month alone.
    """
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    month, first, last, year = match.groups(default="0")
    return CalendarDate(int(month), int(first), int(last) or int(first), int(year) or None)
