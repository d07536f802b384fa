"""A source made ready for many quotations: folded once, its words indexed once."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from audit.match.characters import CONTINUOUS
from audit.match.fold import Folded, fold
from audit.model import Page, PageBlock, Place, Zone

_WORDS = re.compile(f"[{CONTINUOUS}]|[^ {CONTINUOUS}]+")
_CONTINUOUS = re.compile(f"[{CONTINUOUS}]")
_BESIDE_CONTINUOUS = re.compile(f" (?=[{CONTINUOUS}])|(?<=[{CONTINUOUS}]) ")

ZONE_RANK = {
    Zone.MAIN: 0,
    Zone.HEADLINE: 1,
    Zone.CAPTION: 2,
    Zone.STRUCTURED: 3,
    Zone.COMMENTS: 4,
    Zone.RELATED: 5,
    Zone.NAVIGATION: 6,
    Zone.HIDDEN: 7,
}
"""The order in which an editor wants to see the places of a passage."""

_READ_TOGETHER = frozenset({Zone.MAIN, Zone.HEADLINE, Zone.CAPTION})


@dataclass(frozen=True)
class Prepared:
    """A page, its folded text, and the index of its words, each worked out when first needed.

    No slots: the cached properties live in the instance's dictionary.
    """

    page: Page
    folded: Folded

    @cached_property
    def tokens(self) -> list[str]:
        """The words in order, as folded; a character each in scripts without spaces."""
        return split_words(self.folded.words)

    @cached_property
    def lowered(self) -> list[str]:
        """The words in lower case."""
        return [token.lower() for token in self.tokens]

    @cached_property
    def starts(self) -> list[int]:
        """The offset of each word in ``folded.words``."""
        words = self.folded.words
        if _CONTINUOUS.search(words):
            return [match.start() for match in _WORDS.finditer(words)]
        return list(accumulate((len(token) + 1 for token in self.tokens[:-1]), initial=1))

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Where each lower-case word stands, as indexes into ``tokens``."""
        postings: dict[str, list[int]] = {}
        for index, token in enumerate(self.lowered):
            if token in postings:
                postings[token].append(index)
            else:
                postings[token] = [index]
        return postings

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.page.blocks]

    def zone(self, offset: int) -> Zone:
        """The zone at an offset of the page's text; main text where no block says otherwise."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.page.blocks[index].zone if index >= 0 else Zone.MAIN

    def block(self, offset: int) -> tuple[int, int]:
        """Start and end of the block at an offset of the page's text."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return 0, len(self.page.text)
        return self.page.blocks[index].start, self.page.blocks[index].end

    def place(self, start: int, end: int) -> Place:
        """The passage that stands at ``folded.words[start:end]``."""
        text_start = self.folded.start(start)
        return Place(text_start, self.folded.end(end), self.zone(text_start))

    def token_place(self, first: int, last: int) -> Place:
        """The passage of the words ``tokens[first:last]``."""
        starts = self.starts
        return self.place(starts[first], starts[last - 1] + len(self.tokens[last - 1]))

    def reads_on(self, start: int, end: int) -> bool:
        """Whether a reader gets from one offset of the page's text to the other without leaving its zone."""
        first, last = self.zone(start), self.zone(end)
        return first is last or {first, last} <= _READ_TOGETHER


def split_words(words: str) -> list[str]:
    """The words of a folded text, a character each in scripts without spaces."""
    return _WORDS.findall(words) if _CONTINUOUS.search(words) else words.split()


def join_words(words: Sequence[str]) -> str:
    """Words as they stand in a folded text; the reverse of ``split_words``."""
    joined = " ".join(words)
    return _BESIDE_CONTINUOUS.sub("", joined) if _CONTINUOUS.search(joined) else joined


def prepare(source: str | Page | Prepared) -> Prepared:
    """Folds a source once, for many quotations.

    A string counts as a whole page of main text. Time and memory are linear in the source.
    """
    prepared = as_prepared(source)
    _ = (prepared.postings, prepared.starts)  # worked out now, kept for every quotation
    return prepared


def as_prepared(source: str | Page | Prepared) -> Prepared:
    """The source folded; its word index is left until a quotation needs it."""
    if isinstance(source, Prepared):
        return source
    if isinstance(source, str):
        source = Page(source, (PageBlock(0, len(source), Zone.MAIN),))
    return Prepared(source, fold(source.text))
