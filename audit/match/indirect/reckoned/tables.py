"""The figures of a page's tables, in the unit that the caption or the head of a row tells.

A row is a line of a few words with two figures or more behind them. '655' is 655 million dollars
under 'in $ millions', and 0.62 are dollars behind 'Earnings per share ($)'.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from audit.languages.comparison.rounding import Rounding
from audit.languages.comparison.values import ValueWords, value_words
from audit.match.folding.fold import fold
from audit.match.indirect.reckoned.arithmetic import is_just, tells_of_change
from audit.match.indirect.reckoned.in_proportion import as_change
from audit.match.indirect.reckoned.rounded import stands_for
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.stems import stem_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.values.measured import SHARE, Measured

_MOST_READ = 1_000_000  # characters of a source
_MOST_ROWS = 2_000
_FEWEST = 2  # figures of a row
_FEWEST_DIGITS = 2  # of a figure that any row may have
_LEAST_SUM = 10  # of a column
_LARGE_SUM = 100
_LONGEST_HEAD = 12  # words
_LONGEST_CAPTION = 200  # characters
_LINES_ABOVE = 6  # of a table, among which its caption stands
_IN_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_FIGURE = re.compile(r"\d[\d.,]*")
_ONE_FIGURE = re.compile(r"\D{1,80}(?!(?:19|20)\d\d\b)\d[\d.,]{0,20}\W{0,3}$")
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s")
_PARTS = re.compile(r"[,;:]")
_THOUSANDS = re.compile(r"[\u2018\u2019']000s?\b")
_PERIOD = re.compile(r"\b(?:[HQST][1-4]\s)?(?:19|20)\d\d(?:[/-]\d\d)?\b")  # over a column
_PLURAL = ("s", "en", "es")


class Unit(NamedTuple):
    """What the figures of a table are of, and what they are multiplied by."""

    name: str = ""
    scale: float = 1.0


class Row(NamedTuple):
    """A row as its line tells it, with its figures in the unit of the table."""

    told: Told
    head: tuple[str, ...]
    figures: tuple[Measured, ...]
    is_scaled: bool
    table: int = 0  # of those of the page
    columns: frozenset[str] = frozenset()  # what the heads over them name in brackets: '(£)'


def rows_of(source: Prepared) -> tuple[Row, ...]:
    """The rows of the tables of a page."""
    return _rows_of(source.page.text[:_MOST_READ], source.language)


def is_in_table(ours: Wanted, source: Prepared, near: Rounding) -> bool:
    """Whether a table has a statement's figure, or what it is by the two figures of a row.

    A row whose head stands whole before the figure, or for a change in the statement, is the one
    that tells of it; where none is, any row may: houses call one thing 'sales' and 'revenue'.
    """
    rows = rows_of(source)
    if not rows:
        return False
    if ours.figure.unit == SHARE:
        return any(as_change(ours, (row.told,), near) for row in _headed(rows, ours.said, source))
    if tells_of_change(ours, near) and any(
        _is_difference(ours, row) for row in _headed(rows, ours.said, source)
    ):
        return True
    if _is_of_columns(ours, rows, near):
        return True
    is_round = ours.figure.digits < _FEWEST_DIGITS
    if not is_round and any(_has_in_column(ours, row) for row in rows):
        return True
    there = _headed(rows, ours.said, source, or_all=False) if is_round else rows
    return any(
        stands_for(ours, figure, near)
        for row in _headed(there, ours.lead, source)
        for figure in row.figures
        if figure.unit or row.is_scaled
    )


def _has_in_column(ours: Wanted, row: Row) -> bool:
    """Whether a row has a figure to the digit, under a head that names its unit."""
    return ours.figure.unit in row.columns and any(
        not figure.unit and figure.value == ours.figure.value for figure in row.figures
    )


def _is_difference(ours: Wanted, row: Row) -> bool:
    """Whether a figure is what two neighbours of a row are apart: '£64m' of 402 and 466."""
    return any(
        a.unit == ours.figure.unit and is_just(ours, abs(a.value - b.value))
        for a, b in pairwise(row.figures)
    )


def are_columns(numbers: Sequence[float], source: Prepared) -> bool:
    """Whether two columns of one table come to two numbers: '64-40' of wins and losses."""
    tables = groupby(rows_of(source), key=lambda row: row.table)
    return any(set(numbers) <= set(_sums(list(table), "")) for _, table in tables)


def _is_of_columns(ours: Wanted, rows: Sequence[Row], near: Rounding) -> bool:
    """Whether a figure is what a column of a table comes to, or what two of them are apart.

    Of two digits only where the statement says that it is a sum, or has that of another column.
    """
    figure = ours.figure
    if figure.value < _LEAST_SUM:
        return False
    is_long = figure.digits > _FEWEST_DIGITS or figure.value >= _LARGE_SUM
    for _, table in groupby(rows, key=lambda row: row.table):
        sums = _sums(list(table), figure.unit)
        others = {f"{each:g}" for each in sums if not is_just(ours, each)}
        is_told = is_long or not (near.together | others).isdisjoint(ours.said)
        if is_told and any(is_just(ours, each) for each in sums):
            return True
        if tells_of_change(ours, near) and any(
            is_just(ours, abs(a - b)) for a, b in pairwise(sums)
        ):
            return True
    return False


def _sums(table: Sequence[Row], unit: str) -> list[float]:
    """What the columns come to, of the rows that have as many figures as most; none of years."""
    rows = [row for row in table if row.told.measures]  # which has no years
    cells = [_cells(row) for row in rows]
    many = max(map(len, cells), default=0)
    whole = [each for each in cells if len(each) == many]
    if len(whole) < _FEWEST or any(each.unit != unit for row in whole for each in row):
        return []
    return [sum(each.value for each in column) for column in zip(*whole, strict=True)]


def _cells(row: Row) -> Sequence[Measured]:
    """The figures of a row; 'May 13 7' is no day of May in a table that is in ones."""
    plain = _FIGURE.findall(row.told.text)
    if row.is_scaled or len(plain) <= len(row.figures) or not all(map(str.isdecimal, plain)):
        return row.figures
    return [Measured(float(each), "", len(each)) for each in plain]


def _headed(
    rows: Sequence[Row], said: Sequence[str], source: Prepared, *, or_all: bool = True
) -> Sequence[Row]:
    """The rows whose head's telling words are all said; all of them where none is."""
    small, language = source.vocabulary.small, source.language
    there = {stem_of(word, language) for word in said}
    found = []
    for row in rows:
        head = {
            stem_of(word, language)
            for word in row.head
            if word.isalpha() and word not in small and word not in source.vocabulary.units
        }
        if head and head <= there:
            found.append(row)
    return found if found or not or_all else rows


@lru_cache(maxsize=16)
def _rows_of(text: str, language: str | None) -> tuple[Row, ...]:
    return tuple(_rows(text.splitlines(), language))


def _rows(lines: Sequence[str], language: str | None) -> Iterator[Row]:
    caption, many, tables, columns = Unit(), 0, 0, frozenset[str]()
    above: deque[str] = deque(maxlen=_LINES_ABOVE)  # lines that are no rows, since the last one
    for line in lines:
        row = _row(line, language)
        if row is None and len(above) < _LINES_ABOVE and _ONE_FIGURE.match(line):
            # with its unit told right above, one figure makes a row
            unit = next(filter(None, (_unit_of_caption(each, language) for each in above)), caption)
            row = _row(line, language, fewest=1) if unit.scale > 1 else None
        if row is None:
            above.append(line)
            continue
        if above:
            tables += 1
            columns = frozenset(_named_in_brackets(above, language))
        if len(above) == _LINES_ABOVE or (above and columns):
            caption = Unit()  # another table
        units = (_unit_of_caption(each, language) for each in reversed(above))
        caption = next(filter(None, units), caption)
        above.clear()
        own = _unit_of_head(line, language)
        unit = own if own is not None else caption
        yield Row(row, _head(row), tuple(_scaled(row, unit)), unit.scale > 1, tables, columns)
        many += 1
        if many == _MOST_ROWS:
            return


def _named_in_brackets(lines: Iterable[str], language: str | None) -> Iterator[str]:
    """The units that heads over columns name: of 'Subsidy per visit (£)' the pound."""
    for line in lines:
        for part in _IN_BRACKETS.findall(line) if len(line) <= _LONGEST_CAPTION else ():
            yield from (unit.name for unit in _units(part, language) if unit.name)


def _row(line: str, language: str | None, fewest: int = _FEWEST) -> Told | None:
    """A line that is a head of a few words and figures alone behind it."""
    if len(line) > _LONGEST_CAPTION or line.rstrip()[-1:] in (".", "!", "?"):
        return None
    year = _YEAR_FIRST.match(line)  # '2025 31,204 9.90'
    begins = year.end() if year is not None else 0
    first = _FIGURE.search(line, begins)
    if first is None or any(map(str.isalpha, line[first.end() :])):
        return None
    if len(_FIGURE.findall(line, begins)) < fewest:
        return None
    head = fold(line[: first.start()]).words.split()
    return told_of(line, language) if 0 < len(head) <= _LONGEST_HEAD else None


def _head(row: Told) -> tuple[str, ...]:
    first = min((placed.start for placed in row.figures), default=0)
    return tuple(row.words[:first])


def _scaled(row: Told, unit: Unit) -> Iterator[Measured]:
    for placed in row.figures:
        figure = placed.ways[0]
        if not figure.unit or figure.unit == unit.name:
            yield Measured(figure.value * unit.scale, unit.name or figure.unit, figure.digits)


def _unit_of_caption(line: str, language: str | None) -> Unit | None:
    """What a line says that figures below it are of; None where it says nothing of it."""
    if len(line) > _LONGEST_CAPTION or line.rstrip()[-1:] in (".", "!", "?"):
        return None
    in_brackets = [unit for part in _IN_BRACKETS.findall(line) for unit in _units(part, language)]
    plain = sorted(_units(line, language), key=lambda unit: not unit.name)
    return next((unit for unit in (*in_brackets, *plain) if unit.scale > 1), None)


def _unit_of_head(line: str, language: str | None) -> Unit | None:
    """What the brackets in a row's head say that its figures are of."""
    found = (unit for part in _IN_BRACKETS.findall(line) for unit in _units(part, language))
    return next(found, None)


def _units(text: str, language: str | None) -> Iterator[Unit]:
    """The currency or the unit, and the multiplier, that the parts of a text name.

    'In $ millions', '$m', 'en millones de euros', '%'; none of 'year to 30 September'.
    """
    known = value_words(language)
    for part in _PARTS.split(_THOUSANDS.sub(" thousand ", _PERIOD.sub(" ", text))):
        if any(map(str.isdecimal, part)):
            continue
        words = [piece for word in fold(part).words.lower().split() for piece in word.split("'")]
        name = next(filter(None, (_name(word, known) for word in words)), "")
        scale = next(filter(None, (_scale(word, known, name) for word in words)), 1.0)
        if name or scale > 1:
            yield Unit(name, scale)


def _scale(word: str, known: ValueWords, name: str) -> float:
    if name in known.currencies.values() and word in known.letters:
        return float(known.letters[word])  # '$m'
    singular = (word.removesuffix(end) for end in ("", *_PLURAL))
    return next((float(known.scales[each]) for each in singular if each in known.scales), 0.0)


def _name(word: str, known: ValueWords) -> str:
    if (word,) in known.percent:
        return SHARE
    return known.currencies.get(word) or known.units.get(word, "")
