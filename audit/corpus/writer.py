"""Adds pages to a corpus: what is there already is left alone, the rest goes in by blocks."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from sqlite3 import Connection

from audit.corpus.entry import Kept
from audit.corpus.packing import LARGEST_TEXT, Packing, UnpackableError, learnt, packed
from audit.corpus.pairs import signature_of, words_in_row
from audit.corpus.schema import begin, damaged, dictionary_of, writing
from audit.corpus.words import indexable, sound
from audit.errors import CiteauditError

_BLOCK = 16_000  # bytes of packed pages that are compressed together, and unpacked for one of them
_AT_ONCE = 64_000  # bytes of packed pages that wait to be written
_TRANSACTION = 16_000_000  # bytes of packed pages that are committed together
_OF_ALL = 0.25  # of a corpus's pages: where a run has added more, its index is joined to one piece
_FOR_DICTIONARY = 3_500_000  # bytes of packed pages from which the dictionary is made


@contextmanager
def open_writer(path: Path) -> Iterator["Writer"]:
    """What adds to a corpus, which is made where it is missing; nobody else writes meanwhile.

    Raises:
        CaptureError: See ``audit.corpus.schema.writing``; or the corpus is damaged.
    """
    with writing(path) as connection:
        try:
            writer = Writer(connection)
        except UnpackableError:
            raise damaged(path) from None
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
        dictionary = dictionary_of(connection)
        self._has_dictionary = dictionary is not None
        self._packing = Packing(dictionary)
        (last,) = connection.execute("SELECT max(id) FROM page").fetchone()
        self._next = (last or 0) + 1
        self._pages: list[tuple[int, Kept, bytes]] = []
        self._size = 0
        self._uncommitted = 0
        self._new: set[int] = set()  # keys of the pages that are not written yet
        self.added = 0
        self.known = 0

    @property
    def is_empty(self) -> bool:
        """Whether no page is there yet."""
        return self._connection.execute("SELECT 1 FROM page LIMIT 1").fetchone() is None

    def has(self, url: str, sha256: str) -> bool:
        """Whether the bytes with a digest are there as the page of an address; counts it if so."""
        return self._is_known(_key(url, sha256))

    def add(self, kept: Kept) -> None:
        """Adds a page, unless it is there already or too large to be kept."""
        key = _key(kept.url, kept.sha256)
        if self._is_known(key):
            return
        data = packed(kept)
        if len(data) > LARGEST_TEXT:
            return
        self._pages.append((key, kept, data))
        self._new.add(key)
        self._size += len(data)
        self.added += 1
        if self._size >= (_AT_ONCE if self._has_dictionary else _FOR_DICTIONARY):
            self._learn()
            self._write()

    def _is_known(self, key: int) -> bool:
        query = "SELECT 1 FROM page WHERE key = ?"
        is_there = (
            key in self._new or self._connection.execute(query, (key,)).fetchone() is not None
        )
        self.known += is_there
        return is_there

    def finish(self) -> None:
        """Writes what is left."""
        self._write()
        if self.added > _OF_ALL * (self._next - 1):
            # One piece of the index is searched in two thirds of the time that several take, and
            # joining them costs a fortieth of building them.
            self._connection.execute("INSERT INTO word (word) VALUES ('optimize')")
        self._connection.commit()

    def _learn(self) -> None:
        """Makes the dictionary of what is there, once."""
        if self._has_dictionary:
            return
        self._has_dictionary = True  # where none can be made of so much, none is tried again
        dictionary = learnt([data for _, _, data in self._pages])
        if dictionary is not None:
            self._connection.execute("INSERT INTO dictionary (data) VALUES (?)", (dictionary,))
            self._packing = Packing(dictionary)

    def _write(self) -> None:
        """Writes the pages that are waiting by blocks, and commits where that is due."""
        block: list[bytes] = []
        first = self._next
        size = 0
        for key, kept, data in self._pages:
            self._add_words(key, kept)
            block.append(data)
            size += len(data)
            if size >= _BLOCK:
                self._add_block(first, block)
                block, first, size = [], self._next, 0
        if block:
            self._add_block(first, block)
        self._pages.clear()
        self._new.clear()
        self._uncommitted += self._size
        self._size = 0
        if self._uncommitted >= _TRANSACTION:
            self._connection.commit()
            begin(self._connection)
            self._uncommitted = 0

    def _add_words(self, key: int, kept: Kept) -> None:
        run = self._connection.execute
        text = indexable(kept.page.text)
        pairs = signature_of(words_in_row(text))
        run("INSERT INTO page (id, key, pairs) VALUES (?, ?, ?)", (self._next, key, pairs))
        run("INSERT INTO word (rowid, text) VALUES (?, ?)", (self._next, sound(text)))
        self._next += 1

    def _add_block(self, first: int, pages: Sequence[bytes]) -> None:
        data = self._packing.compressed(pages)
        self._connection.execute("INSERT INTO block (id, data) VALUES (?, ?)", (first, data))


def _key(url: str, sha256: str) -> int:
    """A number of 64 bits for a page with an address."""
    digest = blake2b(f"{sha256} {sound(url)}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
