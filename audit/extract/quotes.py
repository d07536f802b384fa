"""Finds quotations by their marks, block by block.

Marks that do not pair enclose nothing: a mark left open counts only when the next block reopens it,
as newspapers do with a quotation that runs over paragraphs (Chicago Manual of Style, 13.32).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from audit.extract.places import links_between
from audit.languages.extraction.set_apart import words
from audit.markup.addresses.url import host_of
from audit.model import NOT_PROSE, Article, Block, BlockKind

_MARKS = re.compile(r"``|''|,,(?=\w)|[\"“”„‟«»‹›「」『』‘’'‚״]")
_CLOSERS = {
    '"': ('"', "”", "“"),
    "“": ("”", '"', "“"),  # the last as German marks close, and as a slip of the hand
    "„": ("“", "”", '"', "''"),  # the last two where a keyboard has no other
    ",,": ("''", '"', "“"),  # two commas typed for one low mark
    "‟": ("“", "”"),
    "«": ("»",),
    "»": ("«", "»"),  # the last in Finnish and Swedish
    "”": ("”", "“"),  # in Finnish and Swedish, and in Arabic
    "‚": ("‘", "’"),
    "״": ("״",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
    "``": ("''",),
    "''": ("''",),
}
# These close low marks but where one of them opened in between: '„Das "neue" Haus"'.
_TYPED = frozenset({'"', "''"})
_LOW = frozenset({"„", ",,"})
# What these do is told by the space beside them.
_EITHER_WAY = frozenset({'"', "''", "“", "”", "»", "״"})
_OPENS_APART = frozenset({'"', "''", ",,", "»", "”", "‚", "״"})  # only behind a space or a bracket
_OPENS_AFTER = frozenset(" \t\n\r\xa0([{—–-/‘'“\"\u2009\u200a\u202f¿¡:")


_BY = re.compile(r"[\s,.;:–—(-]{1,4}([^\W\d_]{1,5})\s(?=[^\W\d_a-z])")
_NO_LETTER = re.compile(r"[\W_]+")
_LONGEST_LEAD = 40  # characters of a link before such a name: 'Gespräch mit der'
_SHORTEST_NAME, _LONGEST_NAME = 4, 60  # characters of an outlet's name

_SHORTEST_SINGLE = (
    4  # letters of one word between straight single marks: not the 'n' in rock 'n' roll
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks in block ``block``.

    ``outer_*`` take in the marks, ``start`` and ``end`` the words. ``runs_on`` says that the
    quotation goes on in the next block.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    block: int
    runs_on: bool = False


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """All outermost quotations of an article, in order; nested marks belong to their words.

    Linear in the length of the text.
    """
    found: list[Quotation] = []
    open_ended: list[tuple[int, Quotation]] = []
    for number, block in enumerate(article.blocks):
        if block.kind in NOT_PROSE:
            continue
        marks = _Marks(article.text, block, number)
        dangling = marks.pair()
        found.extend(marks.found)
        if dangling is not None:
            open_ended.append((number, dangling))
    found.extend(
        replace(quotation, runs_on=True)
        for number, quotation in open_ended
        if _reopens(article.text, article.blocks, number + 1)
    )
    said = (
        quotation
        for quotation in found
        if not (_names_its_site(article, quotation) or _is_title_in_list(article, quotation))
    )
    return tuple(sorted(said, key=lambda quotation: quotation.start))


def _names_its_site(article: Article, quotation: Quotation) -> bool:
    """Whether marks hold the name of the outlet that a link on them leads to: '[»Bote«](url)'.

    With more words in the link than an article, it has to be the site's whole name.
    """
    name = _NO_LETTER.sub("", article.text[quotation.start : quotation.end][:_LONGEST_NAME].lower())
    if len(name) < _SHORTEST_NAME or not article.text[quotation.start].isupper():
        return False
    for link in links_between(article, quotation.start - _LONGEST_LEAD, quotation.start + 1):
        before = article.text[link.start : quotation.outer_start]
        if quotation.end <= link.end:
            alone = link.end <= quotation.outer_end and len(before.split()) <= 1
            labels = [_NO_LETTER.sub("", label) for label in host_of(link.url).split(".")]
            return name in labels or (
                alone and any(label.startswith(name) or label.endswith(name) for label in labels)
            )
    return False


def _is_title_in_list(article: Article, quotation: Quotation) -> bool:
    """Whether a quotation is the linked title that opens an item: '[“Canal”](url), by Una Grey'."""
    block = article.blocks[quotation.block]
    if block.kind is not BlockKind.LIST_ITEM or quotation.outer_start > block.start + 1:
        return False
    links = links_between(article, block.start, quotation.start + 1)
    behind = _BY.match(article.text, max(quotation.outer_end, *(link.end for link in links), 0))
    return bool(links) and behind is not None and behind[1].lower() in words("title_by")


def _reopens(text: str, blocks: Sequence[Block], number: int) -> bool:
    if number >= len(blocks):
        return False
    mark = _MARKS.match(text, blocks[number].start)
    return mark is not None and mark.group() in _CLOSERS


class _Marks:
    """Pairs the marks of one block, from the first to the last."""

    def __init__(self, text: str, block: Block, number: int) -> None:
        self.found: list[Quotation] = []
        self._text = text
        self._block = block
        self._number = number
        self._marks = list(_MARKS.finditer(text, block.start, block.end))
        self._singles = _SingleMarks(text, block)
        self._open_mark = ""
        self._holds_typed = False  # whether a typed mark is open inside low ones
        self._opened: tuple[int, int] | None = None  # where the mark and where the words begin
        self._passed = -1  # marks up to here belong to a quotation that was found, or to its words

    def pair(self) -> Quotation | None:
        """Fills ``found``, and gives the quotation that is left open at the end of the block."""
        for index, mark in enumerate(self._marks):
            if mark.start() >= self._passed:
                self._take(index, mark)
        if self._opened is None:
            return None
        start, words = self._opened
        return Quotation(start, words, self._block.end, self._block.end, self._number)

    def _take(self, index: int, mark: re.Match[str]) -> None:
        sign = mark.group()
        if _is_in_word(self._text, mark):
            return
        if self._opened is None:
            if sign in {"‘", "'"}:
                self._take_single(mark)
            elif sign in _CLOSERS and _can_open(self._text, mark, self._block):
                self._open(mark)
            return
        opens_again = _opens_inside(self._text, self._marks, index, self._open_mark, self._block)
        if opens_again and self._take_inside(index, mark, self._opened):
            return
        reopens = _reopening(self._text, mark, self._block)
        if self._open_mark in _LOW and sign in _TYPED:
            reopens, self._holds_typed = reopens or self._holds_typed, reopens
        if sign in _CLOSERS[self._open_mark] and not reopens:
            self._close(mark, self._opened)
        elif sign == self._open_mark and _can_open(self._text, mark, self._block):
            self._open(mark)

    def _open(self, mark: re.Match[str]) -> None:
        self._opened, self._open_mark = mark.span(), mark.group()
        self._holds_typed = False

    def _take_single(self, mark: re.Match[str]) -> None:
        closing = self._singles.closing(mark.start())
        if closing is not None:
            self._add(mark.start(), mark.end(), closing, closing + 1)
            self._passed = closing + 1

    def _take_inside(self, index: int, mark: re.Match[str], opened: tuple[int, int]) -> bool:
        """Takes a mark that opens a second time what is open.

        False where it is none of the words.
        """
        closing = _nested_closing(self._text, self._marks, index, self._open_mark, self._block)
        if closing is not None:
            self._passed = closing
            return True
        if mark.group() == "«":  # '«Он играл в «Спартаке», — сказал Петров': one mark closes both
            return True
        if mark.group() in _CLOSERS and mark.start() > opened[1]:
            self._add(
                *opened, mark.start(), mark.start()
            )  # the mark that should close was left out
            self._open(mark)
            return True
        return False

    def _close(self, mark: re.Match[str], opened: tuple[int, int]) -> None:
        start, end = mark.span()
        behind = self._text[end : end + 2]
        if mark.group() == "''" and behind[:1] == "'" and behind[1:] != "'":
            start, end = start + 1, end + 1  # the closing mark of an inner quotation comes first
        if start > opened[1]:
            self._add(*opened, start, end)
        self._opened = None

    def _add(self, outer_start: int, start: int, end: int, outer_end: int) -> None:
        self.found.append(Quotation(outer_start, start, end, outer_end, self._number))


def _can_open(text: str, mark: re.Match[str], block: Block) -> bool:
    start, end = mark.span()
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    if mark.group() in _OPENS_APART:
        return before in _OPENS_AFTER and not after.isspace()
    return True


def _is_in_word(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark is part of a word, as in a Hebrew abbreviation or behind an elided letter."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark.group() in {'"', "״"}:
        return "א" <= before <= "ת" and "א" <= after <= "ת"
    return mark.group() in "‘’'" and before.isalpha() and after.isalpha()


def _reopening(text: str, mark: re.Match[str], block: Block) -> bool:
    """Whether a mark inside an open quotation opens again instead of closing it."""
    if mark.group() not in _EITHER_WAY:
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    return before in " \t\n(" and after.isalnum()


def _opens_inside(
    text: str, marks: Sequence[re.Match[str]], index: int, open_mark: str, block: Block
) -> bool:
    """Whether a mark opens a second time what is open already.

    '“… even when “your team” needs …”'.
    """
    mark = marks[index]
    if open_mark == mark.group() == "«":
        return text[mark.start() - 1 : mark.start()].isspace()
    if open_mark not in {'"', "“", "''"} or mark.group() not in {open_mark, "“"}:
        return False
    return _reopening(text, mark, block)


def _nested_closing(
    text: str, marks: Sequence[re.Match[str]], index: int, open_mark: str, block: Block
) -> int | None:
    """Where a quotation ends that opens inside another with the same marks.

    None where only one is closed.
    """
    ends: list[int] = []
    for mark in marks[index + 1 : index + 12]:
        if mark.group() not in _CLOSERS[open_mark]:
            continue
        if _reopening(text, mark, block):
            return None
        ends.append(mark.end())
        if len(ends) == 2:
            return ends[0]
    return None


class _SingleMarks:
    """Single quotation marks of one block, where the closing mark is also the apostrophe.

    A mark closes when it stands after a word and before none. One after an 's' may be a possessive
    ('the dogs' fault'), so a later one behind punctuation is preferred while no other mark opens.
    """

    def __init__(self, text: str, block: Block) -> None:
        self._text = text
        self._block = block

    @cached_property
    def _marks(self) -> list[int]:
        text = self._text[self._block.start : self._block.end]
        return [match.start() for match in re.finditer("[‘’']", text)]

    def closing(self, start: int) -> int | None:
        """Where the single-marked quotation that opens at ``start`` closes, None if it does not."""
        text, block = self._text, self._block
        if not self._opens(start):
            return None
        fallback: int | None = None
        doubtful: int | None = None
        index = bisect_right(self._marks, start - block.start)
        for offset in self._marks[index : index + 40]:
            at = block.start + offset
            if self._opens(at):
                break
            after = text[at + 1] if at + 1 < block.end else " "
            before = text[at - 1]
            if after.isalnum() or before.isspace() or text[at] == "‘":
                continue
            if before in ",.?!…—-;":
                return at
            possessive = before in "sS" and after == " " and text[at + 2 : at + 3].isalpha()
            if possessive:
                doubtful = at if doubtful is None else doubtful
            elif fallback is None:
                fallback = at
        fallback = doubtful if fallback is None else fallback
        return fallback if fallback is not None and self._plausible(start, fallback) else None

    def _opens(self, at: int) -> bool:
        text, block = self._text, self._block
        before = text[at - 1] if at > block.start else " "
        after = text[at + 1] if at + 1 < block.end else " "
        return text[at] in "‘'" and before in ' \t\n\xa0([—–“"' and after.isalpha()

    def _plausible(self, start: int, end: int) -> bool:
        words = self._text[start + 1 : end]
        return self._text[start] == "‘" or " " in words or len(words) >= _SHORTEST_SINGLE
