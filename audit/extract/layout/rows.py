"""Ties words in the cells of a table to what the other cells of their row say of them.

'| Ann Lee, mayor | “It is over.” | [Echo](url) |': the row names who says the words, and its only
link leads to them. So it does for a statement with a figure: '| 38 % have none | [Atlas](url) |'.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from audit.extract.claims import Claim, span
from audit.extract.layout.figures import has_figure
from audit.extract.named import Named
from audit.extract.places import links_between
from audit.languages.common import CommonWords
from audit.model import Article, AttributionKind, Block, LinkRole

_FEWEST_WORDS = 4  # of a statement
_LONGEST_NAME = 60  # characters of a cell that names somebody
_NAME = re.compile(r"[^\W\d_][\w.’'-]{0,30}(?: [^\W\d_][\w.’'-]{0,30}){0,5}")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_FIGURES = re.compile(r"\d")
_SEVERAL = 3  # persons in a row: one of them may be its quotation's own
_FULL = 2  # words of a name whose role stands behind it


class _Row(NamedTuple):
    """A row's cells, the persons that they name with the cell's start, and other cells' links."""

    cells: list[Block]
    persons: list[tuple[int, tuple[int, int]]]
    urls: set[str]


class Rows:
    """The tables of one article, row by row."""

    def __init__(self, article: Article, words: CommonWords, named: Named) -> None:
        self._article = article
        self._words = words
        self._named = named
        cells = [block for block in article.blocks if block.row is not None]
        self._rows = [
            self._read(list(row)) for _, row in groupby(cells, key=lambda block: block.row)
        ]
        self._by_start = {block.start: row for row in self._rows for block in row.cells}

    def tie(self, claims: Iterable[Claim]) -> None:
        """Gives quotations in cells their row's speaker and link where they have none."""
        for claim in claims if self._rows else ():
            cell = self._article.blocks[claim.block]
            row = self._by_start.get(cell.start)
            if row is None or claim.kind is AttributionKind.INDIRECT:
                continue
            if not claim.cited:
                claim.cited = self._source(row, cell)
            if claim.speaker is None or _is_outlet_alone(claim):
                self._take_speaker(claim, row, cell)

    def statements(self, claims: Sequence[Claim]) -> Iterator[Claim]:
        """A claim of nobody for each cell that tells a figure in a row with one link beside it."""
        taken = {claim.block for claim in claims}
        numbers = {block.start: at for at, block in enumerate(self._article.blocks)}
        for row in self._rows:
            short = self._short_figure(row)
            for cell in row.cells:
                number = numbers[cell.start]
                text = self._article.text[cell.start : cell.end]
                told = has_figure(text) and len(text.split()) >= _FEWEST_WORDS
                if not (told or cell is short) or number in taken or self._links(cell):
                    continue
                cited = self._source(row, cell)
                if cited:
                    said = [span(self._article, cell.start, cell.end)]
                    if not told:
                        label = row.cells[0]
                        said.insert(0, span(self._article, label.start, label.end))
                    yield Claim(AttributionKind.INDIRECT, said, None, None, number, cited=cited)

    def _short_figure(self, row: "_Row") -> Block | None:
        """The only cell of a row with a figure, where the first says what of: '| Jobless | 5 % |'.

        In a row of several figures the head of a column says more, and one may be reckoned.
        """
        label, *others = row.cells
        text = self._article.text
        figures = [
            cell
            for cell in others
            if _FIGURES.search(text, cell.start, cell.end) and not self._links(cell)
        ]
        words = text[label.start : label.end]
        if len(figures) != 1 or self._links(label) or _FIGURES.search(words):
            return None
        cell = figures[0]
        is_figure = has_figure(text[cell.start : cell.end])
        return cell if is_figure and _LETTERS.search(words) is not None else None

    def _read(self, cells: list[Block]) -> "_Row":
        persons = [(cell.start, name) for cell in cells for name in self._persons(cell)]
        named = {start for start, _ in persons}
        urls = {url for cell in cells if cell.start not in named for url in self._links(cell)}
        return _Row(cells, persons, urls)

    def _take_speaker(self, claim: Claim, row: "_Row", cell: Block) -> None:
        """The only other cell of the row that names a person says who speaks."""
        found = [name for start, name in row.persons[:_SEVERAL] if start != cell.start]
        if len(found) == 1 and len(row.persons) < _SEVERAL:
            claim.kind, claim.speaker = AttributionKind.DIRECT, span(self._article, *found[0])
            claim.labelled = True

    def _persons(self, cell: Block) -> Iterator[tuple[int, int]]:
        text = self._article.text[cell.start : cell.end]
        name = _NAME.match(text)
        if name is None or len(text) > _LONGEST_NAME:
            return
        rest = text[name.end() :]
        if rest and rest[0] not in ",(":
            return
        words = name[0].split()
        role = any(word in self._words.roles for word in re.findall(r"\w+", rest.lower()))
        capital = len(words) >= _FULL and all(word[0].isupper() for word in words)
        if self._named.is_person(name[0]) or (role and capital):
            yield cell.start, cell.start + name.end()

    def _source(self, row: "_Row", cell: Block) -> tuple[str, ...]:
        """The only address in the other cells of a row, unless it stands on who speaks."""
        return tuple(row.urls) if len(row.urls) == 1 and not self._links(cell) else ()

    def _links(self, cell: Block) -> set[str]:
        links = links_between(self._article, cell.start, cell.end)
        return {link.url for link in links if link.role is LinkRole.SOURCE}


def _is_outlet_alone(claim: Claim) -> bool:
    """Whether nothing but the outlet behind words is named for them: '“…” ([Post](url))'."""
    carried = claim.carried
    return claim.cue is None and carried is not None and claim.speaker == carried.span
