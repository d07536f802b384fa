"""The pages of a corpus by their words, and one by one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from audit.corpus.entry import Kept
from audit.corpus.packing import Packing, UnpackableError, Unpacked
from audit.corpus.pairs import LARGEST_SIGNATURE
from audit.corpus.schema import damaged, dictionary_of, reading
from audit.corpus.words import Tokenizer
from audit.match.prepared.quotation import Quotation

_BLOCK = """
SELECT id, data, (SELECT min(id) FROM block WHERE id > found.id)
FROM block AS found WHERE id <= ? ORDER BY id DESC LIMIT 1
"""
_COMMON = 300  # pages that have a word: how many more is estimated
_MOST_COUNTS = 20_000  # words whose pages were counted, and are not again


@dataclass(frozen=True, slots=True)
class Stored:
    """A page of a corpus whose text is unpacked, and the rest not yet."""

    path: Path
    unpacked: Unpacked

    def kept(self) -> Kept:
        """The page.

        Raises:
            CaptureError: The corpus is damaged.
        """
        try:
            return self.unpacked.kept()
        except UnpackableError:
            raise damaged(self.path) from None


class Shelf:
    """The pages of a corpus, for one thread."""

    def __init__(self, path: Path, connection: Connection, tokenizer: Tokenizer) -> None:
        self._path = path
        self._connection = connection
        self._tokenizer = tokenizer
        try:
            self._packing = Packing(dictionary_of(connection))
        except UnpackableError:
            raise damaged(path) from None

        (last,) = connection.execute("SELECT max(id) FROM page").fetchone()
        self._last = last or 0
        self._counts: dict[str, float] = {}  # common words come again; a page more changes no order

    def __len__(self) -> int:
        (pages,) = self._connection.execute("SELECT count(*) FROM page").fetchone()
        return int(pages)

    def rarest_first(self, quotation: Quotation) -> list[str]:
        """The words of a quotation that pages have: rare ones first, then long ones."""
        words = self._tokenizer.words_of(quotation)
        if len(self._counts) > _MOST_COUNTS:
            self._counts.clear()
        for word in words:
            if word not in self._counts:
                self._counts[word] = self._count(word)
        counts = self._counts
        return sorted(
            (word for word in words if counts[word]), key=lambda word: (counts[word], -len(word))
        )

    def expected(self, words: Sequence[str], least: int) -> float:
        """How many pages have so many of the words by chance, if each word keeps to itself."""
        having = [1.0]  # the part of the pages that has none of the words so far, one, two …
        for word in words:
            part = min(self._counts.get(word, 0.0) / max(self._last, 1), 1.0)
            without = [each * (1 - part) for each in (*having, 0.0)]
            having = [old + new * part for old, new in zip(without, (0.0, *having), strict=True)]
        return self._last * sum(having[least:])

    def having(self, words: Sequence[str], least: int, most: int) -> list[tuple[int, bytes]]:
        """Pages that have so many of the words, at most so many: numbers and signatures.

        Raises:
            CaptureError: The corpus is damaged.
        """
        query = _at_least(least, [_quoted(word) for word in reversed(words)])
        rows = self._connection.execute(
            "SELECT page.id, pairs FROM word JOIN page ON page.id = word.rowid WHERE word MATCH ?"
            " LIMIT ?",
            (query, most),
        ).fetchall()
        if not all(
            isinstance(pairs, bytes) and 0 < len(pairs) <= LARGEST_SIGNATURE for _, pairs in rows
        ):
            raise damaged(self._path)
        return rows

    def pages(self, numbers: Sequence[int]) -> Iterator[Stored]:
        """Pages by their numbers, block by block, in the order in which they were added.

        Raises:
            CaptureError: The corpus is damaged.
        """
        at = 0
        numbers = sorted(numbers)
        while at < len(numbers):
            first, data, after = self._block(numbers[at])
            end = bisect_left(numbers, after, at + 1) if after is not None else len(numbers)
            wanted = [number - first for number in numbers[at:end]]
            try:
                found = self._packing.unpacked(data, wanted)
            except UnpackableError:
                raise damaged(self._path) from None
            yield from (Stored(self._path, page) for page in found.values())
            at = end

    def _block(self, number: int) -> tuple[int, bytes, int | None]:
        """The block of a page: the number of its first one, its bytes, the first of the next."""
        row = self._connection.execute(_BLOCK, (number,)).fetchone()
        if row is None or not isinstance(row[1], bytes):
            raise damaged(self._path)
        first, data, after = row
        return first, data, after

    def _count(self, word: str) -> float:
        """How many pages have a word: of a rare one the number, of others by where it is 300th."""
        count, last = self._connection.execute(
            "SELECT count(*), max(rowid) FROM (SELECT rowid FROM word WHERE word MATCH ? LIMIT ?)",
            (_quoted(word), _COMMON),
        ).fetchone()
        return float(count if count < _COMMON else max(count * self._last / last, count))


@contextmanager
def open_shelf(path: Path) -> Iterator[Shelf]:
    """The pages of a corpus.

    Raises:
        CaptureError: The file cannot be read, or is no corpus of this version.
    """
    with reading(path) as connection, Tokenizer() as tokenizer:
        yield Shelf(path, connection, tokenizer)


def _at_least(least: int, words: Sequence[str]) -> str:
    """The question for pages with so many of some words, common ones first.

    Those with the first word and one less of the others, or with so many of the others. Beside all
    combinations, each list of pages is gone through less often, the longest ones least of all.
    """
    if least == len(words):
        return " AND ".join(words)
    if least == 1:
        return f"({' OR '.join(words)})"
    first, rest = words[0], words[1:]
    return f"(({first} AND {_at_least(least - 1, rest)}) OR ({_at_least(least, rest)}))"


def _quoted(word: str) -> str:
    """A word as a string of FTS5: https://sqlite.org/fts5.html, 3.1."""
    return '"{}"'.format(word.replace('"', '""'))
