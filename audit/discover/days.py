"""The day of a page as lists and addresses write it (ISO 8601), and the days in question."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate
from functools import cache, lru_cache
from urllib.parse import unquote

from audit.languages.comparison.calendar import months, weekdays
from audit.languages.expressions import any_of

_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)")
# /2025/07/08/, /2025-7-8, -20250708: how news sites write days into addresses. Six or seven digits
# on end are a number.
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:([/._-])(\d\d?)\2(\d\d?)|(\d\d)(\d\d))(?!\d)")
_MONTH_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/._-]?(0[1-9]|1[0-2])(?!\d)")
_MONTH_AS_FOLDER = re.compile(r"/((?:19|20)\d\d)/([1-9])(?=[/._-]|$)")
_MONTH_OF_PAGE = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")  # 'budget-2026-10-ideas' is none
_WEEK = re.compile(r"(?<!\d)((?:19|20)\d\d)[/._-]?w(\d\d?)(?![a-z\d])")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_IN_QUERY = re.compile(
    r"[?&](?:year|yyyy|y)=((?:19|20)\d\d)(?:&(?:amp;)?(?:month|mm|m)=(\d\d?)"
    r"(?:&(?:amp;)?(?:day|dd|d)=(\d\d?))?)?(?![\d])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_YEARS = range(1900, 2100)  # what the expressions above read
_LONGEST = 100  # characters of a date
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Window:
    """The days (ISO 8601), both included, on which a source may have been published."""

    first: str
    last: str

    def has(self, day: str) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last

    def has_of(self, month: str) -> bool:
        """Whether a month (YYYY-MM) has one of them."""
        return self.first[: len(month)] <= month <= self.last[: len(month)]


def window(published: str | None, days: int) -> Window | None:
    """From so many days before an article to the day after it; None where its day is not known."""
    day = day_of(published or "")
    if day is None:
        return None
    at = date.fromisoformat(day)
    try:
        return Window((at - timedelta(days)).isoformat(), (at + timedelta(1)).isoformat())
    except OverflowError:
        return None


def day_of(text: str) -> str | None:
    """The day of a date as sitemaps and feeds have it: W3C-DTF, RFC 3339 or RFC 822."""
    return _day_of(text[:_LONGEST]) if text[4:5] != "-" else _day_of(text[: len("YYYY-MM-DD")])


@lru_cache(maxsize=10_000)  # a list of thousands of pages has few days
def _day_of(text: str) -> str | None:
    iso = _ISO.match(text)
    if iso is not None:
        return _day(*iso.groups())
    try:
        parsed = parsedate(text)
    except (ValueError, OverflowError, TypeError, IndexError):  # the library's, for what is no date
        return None
    return _day(*map(str, parsed[:3])) if parsed is not None else None


def day_in_address(url: str) -> str | None:
    """The day that an address has in it; None where it has none."""
    for found in _IN_ADDRESS.finditer(url[:_LONGEST_ADDRESS]):
        day = _day(found[1], found[3] or found[5], found[4] or found[6])
        if day is not None:
            return day
    return None


def month_in_address(url: str) -> str | None:
    """The month (YYYY-MM) that the address of a page has in it as folders; None where none."""
    found = _MONTH_OF_PAGE.search(url[:_LONGEST_ADDRESS])
    return f"{found[1]}-{found[2]}" if found else None


def span_in_address(url: str) -> tuple[str, str] | None:
    """The first and last day that a list's name says it covers: a day, a week, a month, a year."""
    url = url[:_LONGEST_ADDRESS].lower()
    day = day_in_address(url)
    if day is not None:
        return day, day
    if found := _IN_QUERY.search(url):
        return _span(*found.groups())
    if (found := _WEEK.search(url)) and (week := _week(int(found[1]), int(found[2]))):
        return week
    if found := _MONTH_IN_ADDRESS.search(url):
        return f"{found[1]}-{found[2]}-01", f"{found[1]}-{found[2]}-31"
    if found := _MONTH_AS_FOLDER.search(url):
        return _span(found[1], found[2], None)
    if found := _named_month().search(unquote(url)):
        year, month = found[1] or found[4], months()[found[2] or found[3]]
        return f"{year}-{month:02}-01", f"{year}-{month:02}-31"
    if found := _YEAR.search(url):
        return f"{found[1]}-01-01", f"{found[1]}-12-31"
    return None


def _span(year: str, month: str | None, day: str | None) -> tuple[str, str]:
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if day is None or (of_one := _day(year, month, day)) is None:
        return f"{year}-{int(month):02}-01", f"{year}-{int(month):02}-31"
    return of_one, of_one


def _week(year: int, number: int) -> tuple[str, str] | None:
    """The first and last day of a week as ISO 8601 counts them."""
    try:
        first = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return first.isoformat(), (first + timedelta(6)).isoformat()


def weekday_before(text: str, published: str | None) -> str | None:
    """The last day up to an article's own on which it was the weekday that a text names.

    None for no or several.
    """
    day = day_of(published or "")
    named = {
        number
        for word in _WORD.findall(text)
        if (number := weekdays().get(word.casefold())) is not None
    }
    if day is None or len(named) != 1:
        return None
    at = date.fromisoformat(day)
    try:
        return (at - timedelta((at.weekday() - named.pop()) % 7)).isoformat()
    except OverflowError:
        return None


@cache
def _named_month() -> re.Pattern[str]:
    names = any_of(months())
    year = r"((?:19|20)\d\d)"
    return re.compile(
        rf"(?<!\d){year}[/._-]({names})(?![^\W\d_])|(?<![^\W\d_])({names})[/._-]{year}(?!\d)"
    )


def day_before(day: str) -> str:
    """The day before one; of the first there is, that itself."""
    at = date.fromisoformat(day)
    return (at - timedelta(at > date.min)).isoformat()


def apart(day: str, other: str) -> int:
    """How many days lie between two."""
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _day(year: str, month: str, day: str) -> str | None:
    if int(year) not in _YEARS:  # readers of RFC 822 take any number for one
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
