"""The pages of a corpus by their words, and one by one."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from sqlite3 import Connection

from audit.corpus.entry import Kept
from audit.corpus.packing import UnpackableError, Unpacked, unpacked
from audit.corpus.schema import damaged, reading
from audit.corpus.words import Tokenizer
from audit.match.quotation import Quotation

_COMMON = 300  # pages that have a word: how many more does not matter


@dataclass(frozen=True, slots=True)
class Stored:
    """A page of a corpus whose text is unpacked, and the rest not yet."""

    path: Path
    unpacked: Unpacked
    url: str
    sha256: bytes
    published: str | None
    captured: str | None

    def kept(self) -> Kept:
        """The page.

        Raises:
            CaptureError: The corpus is damaged.
        """
        try:
            page = self.unpacked.page(self.url)
        except UnpackableError:
            raise damaged(self.path) from None
        return Kept(self.url, self.sha256.hex(), page, self.published, self.captured)


class Shelf:
    """The pages of a corpus, for one thread."""

    def __init__(self, path: Path, connection: Connection, tokenizer: Tokenizer) -> None:
        self._path = path
        self._connection = connection
        self._tokenizer = tokenizer

    def __len__(self) -> int:
        (pages,) = self._connection.execute("SELECT count(*) FROM page").fetchone()
        return int(pages)

    def rarest_first(self, quotation: Quotation) -> list[str]:
        """The words of a quotation that pages have: rare ones first, then long ones."""
        words = self._tokenizer.words_of(quotation)
        counts = {word: self._count(word) for word in words}
        return sorted(
            (word for word in words if counts[word]), key=lambda word: (counts[word], -len(word))
        )

    def having(self, words: Sequence[str], least: int, most: int) -> list[int]:
        """The numbers of pages that have so many of the words, at most so many."""
        some = (" AND ".join(map(_quoted, each)) for each in combinations(words, least))
        query = " OR ".join(f"({each})" for each in some)
        rows = self._connection.execute(
            "SELECT rowid FROM word WHERE word MATCH ? LIMIT ?", (query, most)
        )
        return [row for (row,) in rows]

    def pages(self, numbers: Sequence[int]) -> Iterator[Stored]:
        """Pages by their numbers, block by block.

        Raises:
            CaptureError: The corpus is damaged.
        """
        by_block: dict[int, dict[int, tuple[str, bytes, str | None, str | None]]] = {}
        for page in numbers:
            row = self._connection.execute(
                "SELECT block, number, url, sha256, published, captured FROM page WHERE id = ?",
                (page,),
            ).fetchone()
            if row is None or not _is_page(row):
                raise damaged(self._path)
            by_block.setdefault(row[0], {})[row[1]] = row[2:]
        for block, rows in by_block.items():
            for number, found in self._block(block, rows).items():
                yield Stored(self._path, found, *rows[number])

    def _block(self, block: int, numbers: Collection[int]) -> dict[int, Unpacked]:
        row = self._connection.execute("SELECT data FROM block WHERE id = ?", (block,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            raise damaged(self._path)
        try:
            return unpacked(row[0], numbers)
        except UnpackableError:
            raise damaged(self._path) from None

    def _count(self, word: str) -> int:
        """How many pages have a word, up to a bound."""
        (count,) = self._connection.execute(
            "SELECT count(*) FROM (SELECT rowid FROM word WHERE word MATCH ? LIMIT ?)",
            (_quoted(word), _COMMON),
        ).fetchone()
        return int(count)


@contextmanager
def open_shelf(path: Path) -> Iterator[Shelf]:
    """The pages of a corpus.

    Raises:
        CaptureError: The file cannot be read, or is no corpus of this version.
    """
    with reading(path) as connection, Tokenizer() as tokenizer:
        yield Shelf(path, connection, tokenizer)


def _quoted(word: str) -> str:
    """A word as a string of FTS5: https://sqlite.org/fts5.html, 3.1."""
    return '"{}"'.format(word.replace('"', '""'))


def _is_page(row: Sequence[object]) -> bool:
    """Whether a row of pages has what it should: SQLite holds no column to its type."""
    block, number, url, sha256, *dates = row
    return (
        isinstance(block, int)
        and isinstance(number, int)
        and isinstance(url, str)
        and isinstance(sha256, bytes)
        and all(date is None or isinstance(date, str) for date in dates)
    )
