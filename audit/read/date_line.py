"""Finds the date of a text: a line near the top that is a date, or a part of a byline that is."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from audit.languages.comparison.calendar import english_months, english_weekdays
from audit.languages.expressions import any_of
from audit.languages.extraction.english import LANGUAGE
from audit.languages.extraction.english_figures import statement_figures
from audit.languages.extraction.layout import layout
from audit.model import Block, BlockKind

_LINES = 6  # from the top in which a date is the article's
_LONGEST = 80  # characters
_COMMA = re.compile(r",\s")
_APART = re.compile(r"[|·•–—/]| - ")
_DIGIT = re.compile(r"\d")


def date_line(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The ISO 8601 date that a line near the top of a text is, None where none or several are.

    A line may have others beside it: 'By Ann Lee | 4 May 2024', 'The Lantern, 4 May 2024'.
    """
    lines = [text[block.start : block.end].strip() for block in _above_prose(blocks)]
    short = [line for line in lines if len(line) <= _LONGEST and _DIGIT.search(line)]
    found = {_date(part) for line in short for part in _parts(line)} - {None}
    return found.pop() if len(found) == 1 else None


def _above_prose(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The first blocks, no longer than lines are; none of a table or a list."""
    for block in blocks[:_LINES]:
        if block.end - block.start > _LONGEST and block.kind is BlockKind.PARAGRAPH:
            return
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            yield block


def _parts(line: str) -> Iterator[str]:
    yield line
    if not line.endswith(tuple(".!?:")):
        yield from (part.strip() for part in _APART.split(line)[1:])
        yield from (line[comma.end() :] for comma in _COMMA.finditer(line))


def _date(line: str) -> str | None:
    match = _date_form().fullmatch(line)
    if match is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        month = english_months()[(match["month"] or match["month_first"]).lower()]
        day, year = match["day"] or match["day_second"], match["year"] or match["year_last"]
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None  # '31 June 2016'


@cache
def _date_form() -> re.Pattern[str]:
    month = any_of(english_months())
    weekday = any_of(english_weekdays())
    dated = any_of(layout(LANGUAGE).dated)
    ordinal = any_of(statement_figures().day_endings)
    return re.compile(
        rf"(?:{dated}(?:\s(?:on|at))?:?\s)?(?:{weekday},?\s)?"
        rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
        rf"|(?P<day>\d{{1,2}}){ordinal}?\s(?P<month>{month})\.?,?\s(?P<year>\d{{4}})"
        rf"|(?P<month_first>{month})\.?\s(?P<day_second>\d{{1,2}}){ordinal}?,?\s(?P<year_last>\d{{4}}))"
        r"(?:,?\s(?:at\s)?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)?\.?",
        re.IGNORECASE,
    )
