"""Finds the pages of a corpus that have the words of a quotation.

The index has words and no positions: it is asked for the pages that have the rarest words of the
quotation, three to five; those are unpacked whose words are neighbours as in the quotation, as far
as a signature tells, and what these say decides, by the comparison that every source undergoes.
Where no page has the quotation as it stands, those are looked at that lack one or two of the words:
they may be what was altered.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from audit.background import publisher_of
from audit.corpus.entry import Found, Hit, Kept
from audit.corpus.pairs import Neighbours, row_of, words_in_row
from audit.corpus.shelf import Shelf, Stored, open_shelf
from audit.markup.addresses.canonical import canonical
from audit.markup.addresses.url import is_own_file, plain_host
from audit.match.prepared.quotation import Quotation
from audit.match.prepared.source import ZONE_RANK
from audit.match.verify import LONGEST_QUOTE, verify_quote
from audit.model import CLOSEST_FIRST, QuoteCheck, Verdict

_MOST_ASKED = 5  # words
_LEAST_ASKED = 3
_MOST_COMMON = 12  # words that are asked for where the rarest five are in too many pages
_MOST_CANDIDATES = 500  # pages whose neighbours are looked at for one question
_MOST_BY_CHANCE = 1000  # pages that have the words asked for, so that not half are looked at
_MOST_WHOLE = 300  # of these that may have all neighbours, and are unpacked
_MOST_UNLIKE = 5  # that may have most
_MOST_UNPACKED = 200_000_000  # characters of text that one search goes through
_MOST_LIKE = 10  # pages without the very words in which the nearest passage is looked for
_MOST_PAIRS = 60  # of neighbouring words of the quotation
_LEAST_SHARE = 0.3  # of these pairs that such a page has
_LEAST_SCORE = 0.75  # of the nearest passage
_FAIR = frozenset({Verdict.VERBATIM, Verdict.EDITED})


@contextmanager
def open_corpus(path: Path) -> Iterator["Corpus"]:
    """A corpus to be searched, by one thread.

    Raises:
        CaptureError: The file cannot be read, or is no corpus of this version.
    """
    with open_shelf(path) as shelf:
        yield Corpus(shelf)


def search_corpus(path: Path, words: str, *, most: int = 10) -> Found:
    """One search in a corpus; see ``Corpus.search``.

    Raises:
        CaptureError: The file cannot be read, is no corpus of this version, or is damaged.
    """
    with open_corpus(path) as corpus:
        return corpus.search(words, most=most)


class Corpus:
    """A corpus to be searched; see ``open_corpus``."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self._shelf)

    def search(self, words: str, *, most: int = 10) -> Found:
        """The pages that have the words of a quotation, or plainly the same words changed.

        Args:
            words: The quotation, without the marks around it.
            most: How many pages are wanted at most, best first: those with the very words before
                others, main text before the rest, earlier before later.

        Raises:
            CaptureError: The corpus is damaged.
        """
        quotation = Quotation(words[:LONGEST_QUOTE])
        known = self._shelf.rarest_first(quotation)
        search = _Search(self._shelf, quotation)
        asked = known[:_MOST_ASKED]
        least = len(asked)
        pages, too_many = self._with_all(known) if asked else ([], False)
        search.compare(pages)
        # Where more pages have all of five words than are looked at, still more have four. Of
        # common words so many have three by chance that those looked at would be any of them.
        while least > _LEAST_ASKED and not search.is_settled and not too_many:
            if self._shelf.expected(asked, least - 1) > _MOST_BY_CHANCE:
                search.passes_over()
                break
            least -= 1
            pages = self._shelf.having(asked, least, _MOST_CANDIDATES + 1)
            too_many = len(pages) > _MOST_CANDIDATES
            search.compare(pages)
        return search.found(asked, least, most)

    def _with_all(self, known: Sequence[str]) -> tuple[list[tuple[int, bytes]], bool]:
        """The pages that have the rarest words; more words, where too many have these: so told."""
        wanted = _MOST_CANDIDATES + 1
        asked = known[:_MOST_ASKED]
        found = self._shelf.having(asked, len(asked), wanted)
        too_many = len(found) == wanted
        if too_many and len(known) > len(asked):
            asked = known[:_MOST_COMMON]
            found = self._shelf.having(asked, len(asked), wanted)
        return found, too_many


class _Search:
    """One search: which pages were read, and what came of it."""

    def __init__(self, shelf: Shelf, quotation: Quotation) -> None:
        self._shelf = shelf
        self._quotation = quotation
        words = words_in_row(quotation.text)
        self._neighbours = Neighbours(words)
        self._words = row_of(words)
        pairs = [row_of(pair) for pair in pairwise(words)]
        self._pairs = pairs[:: len(pairs) // _MOST_PAIRS + 1]
        self._seen: set[int] = set()
        self._room = _MOST_UNPACKED
        self._read = 0
        self._more = False
        self._found: list[tuple[Kept, QuoteCheck]] = []

    @property
    def is_settled(self) -> bool:
        """Whether a page has the quotation as it stands, or with the marks of an editor."""
        return any(check.verdict in _FAIR for _, check in self._found)

    def passes_over(self) -> None:
        """Notes that there are pages that are not looked at."""
        self._more = True

    def compare(self, pages: Sequence[tuple[int, bytes]]) -> None:
        """Compares pages not seen yet: all with the very words; without such, the likeliest."""
        self._more |= len(pages) > _MOST_CANDIDATES
        like: list[tuple[float, int, Stored]] = []
        for rank, stored in enumerate(self._shelf.pages(self._promising(pages))):
            text = stored.unpacked.text
            self._room -= len(text)
            if self._room < 0:
                self._more = True
                break
            words = row_of(words_in_row(text))
            if self._words in words:
                self._compare(stored)
            elif (share := self._share(words)) >= _LEAST_SHARE:
                like.append((-share, rank, stored))
        if self.is_settled:
            return
        like.sort(key=lambda row: row[:2])
        self._more |= len(like) > _MOST_LIKE
        for _, _, stored in like[:_MOST_LIKE]:
            self._compare(stored)

    def _promising(self, pages: Sequence[tuple[int, bytes]]) -> list[int]:
        """The pages not seen yet that may have all neighbours, and those that may have most."""
        new = [
            (self._neighbours.share(pairs), number)
            for number, pairs in pages[:_MOST_CANDIDATES]
            if number not in self._seen
        ]
        self._seen.update(number for _, number in new)
        whole = [number for share, number in new if share == 1]
        like = sorted(((-share, number) for share, number in new if _LEAST_SHARE <= share < 1))
        self._more |= len(whole) > _MOST_WHOLE or len(like) > _MOST_UNLIKE
        return [*whole[:_MOST_WHOLE], *(number for _, number in like[:_MOST_UNLIKE])]

    def _share(self, words: bytes) -> float:
        """Which part of the neighbours in the quotation are neighbours in a text."""
        return sum(pair in words for pair in self._pairs) / max(len(self._pairs), 1)

    def _compare(self, stored: Stored) -> None:
        self._read += 1
        kept = stored.kept()
        check = verify_quote(self._quotation, kept.page)
        is_near = check.verdict is Verdict.ALTERED and check.score >= _LEAST_SCORE
        if (check.verdict in _FAIR or is_near) and check.start is not None:
            self._found.append((kept, check))

    def found(self, asked: Sequence[str], least: int, most: int) -> Found:
        """The pages found, best first; of captures of one page with one passage, the first."""
        each: dict[tuple[str, str], Hit] = {}
        for kept, check in sorted(self._found, key=lambda pair: _rank(*pair)):
            hit = Hit(kept, _outlet(kept.url), check)
            each.setdefault((canonical(kept.url), hit.passage), hit)
        best = tuple(each.values())[:most]
        return Found(best, tuple(asked), least, len(self._seen), self._read, self._more)


def _rank(kept: Kept, check: QuoteCheck) -> tuple[int, float, int, str, str]:
    zone = ZONE_RANK[check.zone] if check.zone is not None else len(ZONE_RANK)
    when = kept.published or kept.captured or "9999"
    return CLOSEST_FIRST.index(check.verdict), -check.score, zone, when, kept.url


def _outlet(url: str) -> str | None:
    """Who publishes at an address, as far as that is known; else its host."""
    if is_own_file(url):
        return None
    known = publisher_of(url)
    return known.name if known is not None else plain_host(url) or None
