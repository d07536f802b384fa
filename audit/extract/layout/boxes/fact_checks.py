"""Reads the boxes of fact-checks: 'Claim: “…”', 'Claimed by: Rex Dunmore ([speech](url))'.

Such a box says what is checked, who said it and where, a line each, in paragraphs, in a list or in
the cells of a table. The words are that person's, and the links of both lines lead to them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.extract.claims import Claim, span
from audit.extract.named import Named
from audit.extract.places import links_between
from audit.languages.extraction.set_apart import labels
from audit.model import NOT_PROSE, Article, AttributionKind, LinkRole, Span

_LINE = re.compile(r"[^\n]+")
_LABELLED = re.compile(
    r"[\W_]{0,6}([^\W\d_][\w’' ]{0,38}\w)[*_ \u00a0]{0,4}(?:[:：][*_]{0,3})?\s{0,3}"
)
_NAME_ENDS = re.compile(r"[,;(\[|–—]|\s-\s|[.!?](?:\s|$)")
_LONGEST_NAME = 9  # words
_NEAR = 4  # lines between what is claimed and who claimed it
_OPENERS = '“„«"‘‚‹'


class _Field(NamedTuple):
    """A label in lower case, what stands behind it, and the number of its block."""

    label: str
    value: Span
    block: int


class Box(NamedTuple):
    """What a box checks: the words, who said them, the addresses where; ``said_in`` has its blocks.

    ``block`` is that of the words, ``said_in`` are those that say who said them and where.
    """

    words: Span
    block: int
    speaker: Span
    cited: tuple[str, ...]
    said_in: frozenset[int]


def find_boxes(article: Article, named: Named) -> Iterator[Box]:
    """The boxes of an article in which somebody is named for what is checked."""
    fields = list(_fields(article))
    for at, checked in enumerate(fields):
        if checked.label not in labels("claim") or not checked.value.text:
            continue
        near = [
            each for each in fields[at + 1 : at + 1 + _NEAR] if each.block - checked.block <= _NEAR
        ]
        by = next((each for each in near if each.label in labels("claimed_by")), None)
        speaker = _speaker(article, by, named) if by is not None else None
        if by is None or speaker is None:
            continue
        said = [by, *(each for each in near if each.label in labels("claimed_in"))]
        cited = tuple(dict.fromkeys(url for each in said for url in _links(article, each)))
        blocks = frozenset(each.block for each in said)
        yield Box(checked.value, checked.block, speaker, cited, blocks)


def take_box(box: Box, claims: Sequence[Claim]) -> Claim | None:
    """Gives the words of a box to who said them; a claim where they have no quotation marks.

    Where the line says itself who said what ('Claim: Lee said “…”'), nothing is changed.
    """
    own = [claim for claim in claims if _is_in(claim, box.words)]
    if any(claim.cue is not None and claim.cue.start >= box.words.start for claim in own):
        return None
    quoted = [claim for claim in own if claim.kind is not AttributionKind.INDIRECT]
    for claim in quoted:
        claim.kind, claim.speaker, claim.labelled = AttributionKind.DIRECT, box.speaker, True
        claim.cited, claim.cue, claim.meant = box.cited or claim.cited, None, None
    if quoted or box.words.text[0] in _OPENERS:
        return None
    return Claim(
        AttributionKind.INDIRECT, [box.words], None, box.speaker, box.block,
        cited=box.cited, labelled=True,
    )  # fmt: skip


def _fields(article: Article) -> Iterator[_Field]:
    """The lines that begin with a label; of a row of cells the first is that of the second."""
    lines = list(_lines(article))
    for at, (line, number) in enumerate(lines):
        found = _LABELLED.match(article.text, line.start, line.end)
        if found is None or not line.start < found.end() <= line.end:
            continue
        label = " ".join(found[1].lower().split())
        colon = ":" in found[0][-4:] or "：" in found[0][-4:]
        if found.end() < line.end:
            if colon:
                yield _Field(label, span(article, found.end(), line.end), number)
            continue
        below = lines[at + 1] if at + 1 < len(lines) else None
        row = article.blocks[number].row
        beside = row is not None and below is not None and article.blocks[below[1]].row == row
        if below is not None and (colon or beside):
            yield _Field(label, below[0], below[1])


def _lines(article: Article) -> Iterator[tuple[Span, int]]:
    for number, block in enumerate(article.blocks):
        if block.kind in NOT_PROSE:
            continue
        for line in _LINE.finditer(article.text, block.start, block.end):
            words = span(article, *line.span())
            if words.text:
                yield words, number


def _speaker(article: Article, by: _Field, named: Named) -> Span | None:
    """Whom a line names: 'Councillor Rex Dunmore', before a comma or a bracket."""
    stop = _NAME_ENDS.search(by.value.text)
    found = span(article, by.value.start, by.value.start + (stop.start() if stop else 10**6))
    found = found if found.end <= by.value.end else by.value
    words = found.text.split()
    if not 0 < len(words) <= _LONGEST_NAME:
        return None
    for first in range(len(words) - 1):  # 'Verkehrsclub-Chef Jörn Palm'
        name = " ".join(words[first:])
        if named.is_person(name):
            return Span(found.end - len(name), found.end, name)
    return found


def _links(article: Article, each: _Field) -> Iterator[str]:
    for link in links_between(article, each.value.start, each.value.end):
        if link.role is LinkRole.SOURCE:
            yield link.url


def _is_in(claim: Claim, value: Span) -> bool:
    return any(value.start <= part.start and part.end <= value.end for part in claim.contents)
