"""Adds pages to a corpus: what is there already is left alone, the rest goes in by blocks."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

from audit.corpus.entry import Kept
from audit.corpus.packing import LARGEST_TEXT, compressed, packed
from audit.corpus.schema import begin, writing
from audit.corpus.words import indexable, sound
from audit.errors import CiteauditError

_BLOCK = 64_000  # bytes of packed pages that are compressed together
_TRANSACTION = 4_000_000  # bytes of packed pages that are committed together


@contextmanager
def open_writer(path: Path) -> Iterator["Writer"]:
    """What adds to a corpus, which is made where it is missing; nobody else writes meanwhile.

    Raises:
        CaptureError: See ``audit.corpus.schema.writing``.
    """
    with writing(path) as connection:
        writer = Writer(connection)
        try:
            yield writer
        except CiteauditError:  # what came before an input that cannot be read stays
            writer.finish()
            raise
        writer.finish()


class Writer:
    """Adds pages; ``added`` are in the corpus at the end, ``known`` were there before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._pages: list[tuple[Kept, bytes]] = []
        self._size = 0
        self._uncommitted = 0
        self._new: set[tuple[str, str]] = set()  # of the block that is begun
        self.added = 0
        self.known = 0

    @property
    def is_empty(self) -> bool:
        """Whether no page is there yet."""
        return self._connection.execute("SELECT 1 FROM page LIMIT 1").fetchone() is None

    def has(self, url: str, sha256: str) -> bool:
        """Whether the bytes with a digest are there as the page of an address; counts it if so."""
        is_there = (url, sha256) in self._new
        if not is_there:
            key = bytes.fromhex(sha256), sound(url)
            query = "SELECT 1 FROM page WHERE sha256 = ? AND url = ?"
            is_there = self._connection.execute(query, key).fetchone() is not None
        self.known += is_there
        return is_there

    def add(self, kept: Kept) -> None:
        """Adds a page, unless it is there already or too large to be kept."""
        if self.has(kept.url, kept.sha256):
            return
        data = packed(kept.page)
        if len(data) > LARGEST_TEXT:
            return
        self._pages.append((kept, data))
        self._new.add((kept.url, kept.sha256))
        self._size += len(data)
        self.added += 1
        if self._size >= _BLOCK:
            self._write()

    def finish(self) -> None:
        """Writes what is left."""
        self._write()
        self._connection.commit()

    def _write(self) -> None:
        """Writes a block, and commits where that is due."""
        if not self._pages:
            return
        connection = self._connection
        block = connection.execute(
            "INSERT INTO block (data) VALUES (?)", (compressed([data for _, data in self._pages]),)
        ).lastrowid
        for number, (kept, _) in enumerate(self._pages):
            row = connection.execute(
                "INSERT INTO page (sha256, url, published, captured, block, number)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    bytes.fromhex(kept.sha256),
                    sound(kept.url),
                    kept.published,
                    kept.captured,
                    block,
                    number,
                ),
            ).lastrowid
            connection.execute(
                "INSERT INTO word (rowid, text) VALUES (?, ?)",
                (row, sound(indexable(kept.page.text))),
            )
        self._pages.clear()
        self._new.clear()
        self._uncommitted += self._size
        self._size = 0
        if self._uncommitted >= _TRANSACTION:
            connection.commit()
            begin(connection)
            self._uncommitted = 0
