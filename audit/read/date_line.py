"""Finds the date of a plain text: a line of its own, near the top, that is nothing but a date."""

import re
from datetime import date

from audit.model import Block

_LINES = 6  # from the top in which a date is the article's
_LONGEST = 60  # characters
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_DATE = re.compile(
    r"(?:(?:published|posted|updated|date)(?:\s(?:on|at))?:?\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH},?\s(?P<year>\d{{4}})"
    rf"|{_MONTH.replace('month', 'month_first')}\s(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year_last>\d{{4}}))"
    r"(?:,?\s(?:at\s)?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)?\.?",
    re.IGNORECASE,
)


def date_line(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The ISO 8601 date that a line near the top of a text is, None where none or several are."""
    lines = (text[block.start : block.end].strip() for block in blocks[:_LINES])
    found = {_date(line) for line in lines if len(line) <= _LONGEST} - {None}
    return found.pop() if len(found) == 1 else None


def _date(line: str) -> str | None:
    match = _DATE.fullmatch(line)
    if match is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        month = _MONTHS.index((match["month"] or match["month_first"])[:3].lower()) + 1
        day, year = match["day"] or match["day_second"], match["year"] or match["year_last"]
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None  # '31 June 2016'
