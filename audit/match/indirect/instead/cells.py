"""The cell of a page's table that a statement tells of, where it has another one's figure.

'The Green line carried 301,000 riders', where that is the row of the Blue line; '388,000 in 2019',
where the column of 2019 has 412. Only of rows whose heads tell them apart.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.match.indirect.reckoned.rounded import stands_for
from audit.match.indirect.reckoned.tables import Row, rows_of
from audit.match.indirect.reckoned.wanted import Wanted, wanted
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import CLAUSE
from audit.match.indirect.told import Placed, Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, Missing

_FEWEST_ROWS = 2
_FEWEST_DIGITS = 2


def cells_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement that stand in another row, or in the column of another year."""
    figures = [each for each in attribution.facts if each.kind in FIGURES]
    rows = rows_of(page) if figures else ()
    if not rows:
        return
    tables = [list(table) for _, table in groupby(rows, key=lambda row: row.table)]
    for fact in figures:
        ours = wanted(attribution, fact, page.language)
        if ours is None or ours.figure.digits < _FEWEST_DIGITS:
            continue
        other = next(
            filter(None, (_cell(ours, attribution, fact, each, page) for each in tables)), ""
        )
        if other:
            yield Missing(fact, other)


def _cell(
    ours: Wanted, attribution: Attribution, fact: Fact, table: Sequence[Row], page: Prepared
) -> str:
    """The cell of the row and the year that a statement tells of, where its figure is another's."""
    years = next((row.told.years for row in table if not row.told.measures), tuple[int, ...]())
    rows = [row for row in table if row.told.measures]
    named = [row for row in rows if _is_named(row, ours.said, page)]
    if len(rows) < _FEWEST_ROWS or len(named) != 1:
        return ""
    (row,), others = named, [each for each in rows if each is not named[0]]
    near = rounding(page.language)
    there = [_has(ours, row, at) for at in range(len(row.figures))]
    column = (
        _column(ours, attribution, fact, years, page) if len(years) == len(row.figures) else None
    )
    if any(there):
        is_right = column is None or there[column]
    else:
        is_right = not any(
            _has(ours, each, at) for each in others for at in range(len(each.figures))
        )
        is_right = is_right or any(stands_for(ours, each, near) for each in row.figures)
    if is_right or _stands_beside(fact, table, page):
        return ""
    if column is None:
        return row.told.text.strip()
    return _written(row.told, column)


def _stands_beside(fact: Fact, table: Sequence[Row], page: Prepared) -> bool:
    """Whether a page has a figure outside of the table, too: it may be of something else."""
    digits = fact.span.text.split()[0]
    return sum(row.told.text.count(digits) for row in table) < page.page.text.count(digits)


def _has(ours: Wanted, row: Row, at: int) -> bool:
    """Whether a cell is a figure to the last digit, multiplied as the table says or as it is."""
    plain = [each.ways[0] for each in row.told.figures]
    values = {row.figures[at].value} | ({plain[at].value} if at < len(plain) else set())
    return ours.figure.value in values


def _is_named(row: Row, said: Sequence[str], page: Prepared) -> bool:
    """Whether all that a row's head tells is in a statement."""
    language, small = page.language, page.vocabulary.small
    there = {stem_of(word, language) for word in said}
    head = {stem_of(word, language) for word in row.head if word.isalpha() and word not in small}
    return bool(head) and head <= there


def _column(
    ours: Wanted, attribution: Attribution, fact: Fact, years: tuple[int, ...], page: Prepared
) -> int | None:
    """The column of the one year that stands next to a figure, with no sign, 'and' or 'to' between.

    None where none does, or two do.
    """
    text = next(
        part.text for part in attribution.contents if part.start <= fact.span.start < part.end
    )
    told = told_of(text, page.language)
    places = [at for at, each in enumerate(told.figures) if ours.figure in each.ways]
    if len(places) != 1:
        return None
    at = places[0]
    pairs = [
        pair
        for pair in ((at - 1, at), (at, at + 1))
        if pair[0] >= 0 and pair[1] < len(told.figures)
    ]
    beside = [
        int(told.figures[one if other == at else other].ways[0].value)
        for one, other in pairs
        if not _are_parted(told.figures[one], told.figures[other], told)
    ]
    found = [years.index(year) for year in beside if year in years]
    return found[0] if len(found) == 1 else None


def _are_parted(one: Placed, other: Placed, told: Told) -> bool:
    if one.start == other.start:
        return True  # the ends of a range
    near, conjunctions = rounding(told.language), comparing(told.language).conjunctions
    between = told.between(one.end, other.start)
    return CLAUSE.search(between) is not None or not (
        near.to | near.out_of | conjunctions
    ).isdisjoint(told.words[one.end : other.start])


def _written(told: Told, column: int) -> str:
    placed = told.figures[column]
    return told.written(placed.start, placed.end)
