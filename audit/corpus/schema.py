"""The file of a corpus as SQLite has it: opened to be read, opened to be written, refused.

A corpus may be somebody else's. Before SQLite reads more than its header, the file says what it is;
before a table of it is read, its schema is held against ours, word by word: there is no trigger, no
view and no expression in it that is not ours.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from sqlite3 import Connection, DatabaseError, OperationalError

from audit.errors import CaptureError
from audit.files import open_file, refuse_link

VERSION = 3
"""Of the schema; a file of another version is refused, never changed."""

LARGEST_BLOCK = 64_000_000
"""Bytes of a block of pages, packed or not."""

_APPLICATION = 0x63697465  # 'cite', at offset 68 of the file: https://sqlite.org/fileformat2.html
_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_MOST_OBJECTS = 50
_WAITING = 16_000_000  # bytes
_PATIENCE = 5_000  # milliseconds
_LOOKS = 5
_OF_THE_MACHINE = frozenset({
    *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS),
    *(sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_NOMEM),
})  # fmt: skip
_PAUSE = 0.1  # seconds
_WAIT = 10.0  # seconds that a reader waits while a writer mends the journal of one that crashed

TOKENIZER = "unicode61 remove_diacritics 2"
"""How texts are taken apart; accents are folded, also those of one character with their letter."""

# Pages are numbered; a block has the number of its first one, and those up to the next block. The
# key of a page is of its address and its digest; its pairs say which words are neighbours, see
# ``audit.corpus.pairs``. The index has neither positions nor lengths of texts, see
# docs/decisions/2026-11-29-a-corpus-without-positions.md
_SCHEMA = f"""
CREATE TABLE dictionary (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE block (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE page (id INTEGER PRIMARY KEY, key INTEGER NOT NULL, pairs BLOB NOT NULL);
CREATE INDEX page_by_key ON page (key);
CREATE VIRTUAL TABLE word USING fts5 (
    text, content='', detail=none, columnsize=0, tokenize='{TOKENIZER}'
);
"""


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that can only read, also from a medium that nobody can write to.

    Raises:
        CaptureError: The file cannot be read, or is no corpus of this version.
    """
    _refuse_foreign(path)
    with _told(path), closing(_opened_to_read(path)) as connection:
        _guard(connection)
        connection.execute("PRAGMA query_only = ON")
        _refuse_schema(path, connection)
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[Connection]:
    """A connection that alone may write, in a transaction; the file is made where it is missing.

    Who writes keeps a transaction open to the end, so that a second writer is told at once; readers
    see what is committed. Meanwhile there is a write-ahead log beside the file; at rest there is
    none, so that who reads writes nothing.

    Raises:
        CaptureError: The file cannot be written, is no corpus of this version, or another run is
            writing to it.
    """
    is_new = _is_new(path)
    if not is_new:
        _refuse_foreign(path)
    with _told(path), closing(_connected(path, "rwc" if is_new else "rw", wait=0)) as connection:
        _guard(connection)
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")  # a reader's question ends soon
        if is_new:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA busy_timeout = 0")
        # What is lost with the power is the last pages, not the file (https://sqlite.org/wal.html).
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = OFF")
        begin(connection)
        if is_new:
            _make(connection)
            # Words wait in memory, in larger pieces: fewer of them are to be merged.
            connection.execute("INSERT INTO word (word, rank) VALUES ('hashsize', ?)", (_WAITING,))
        _refuse_schema(path, connection)
        yield connection
        if connection.in_transaction:
            connection.commit()
        # What merging the index has left empty goes back to the disk.
        connection.executescript("PRAGMA incremental_vacuum")  # to its end: 'execute' takes a step
        with suppress(OperationalError):  # with readers there, the next writer does it
            connection.execute("PRAGMA journal_mode = DELETE")


def dictionary_of(connection: Connection) -> bytes | None:
    """What blocks of a corpus are compressed with; None where there is none yet."""
    row = connection.execute("SELECT data FROM dictionary LIMIT 1").fetchone()
    if row is None:
        return None
    if not isinstance(row[0], bytes):
        raise DatabaseError("no dictionary")  # as damaged as any other page of the file
    return row[0]


def begin(connection: Connection) -> None:
    """Begins a transaction that alone may write."""
    connection.execute("BEGIN IMMEDIATE")


def _make(connection: Connection) -> None:
    for statement in _statements():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements() -> list[str]:
    return [statement for text in _SCHEMA.split(";") if (statement := text.strip())]


def _guard(connection: Connection) -> None:
    """What SQLite itself has against files of strangers: https://sqlite.org/security.html."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * LARGEST_BLOCK)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")


def _opened_to_read(path: Path) -> Connection:
    """A connection; where its journal can be neither read nor made, the file counts as it is."""
    connection = _connected(path, "ro", wait=_WAIT)
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except OperationalError:
        connection.close()
        if _beside(path, "-wal").exists():
            raise
        return _connected(path, "ro&immutable=1", wait=_WAIT)
    return connection


def _connected(path: Path, mode: str, wait: float) -> Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _is_new(path: Path) -> bool:
    """Whether there is no corpus yet, or an empty file in its place."""
    try:
        return not path.exists() or (path.is_file() and path.stat().st_size == 0)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise CaptureError(f"{path}: the corpus cannot be written ({why})") from error


def _refuse_foreign(path: Path) -> None:
    """Looks at the header, and at what lies beside the file that SQLite would follow."""
    try:
        with open_file(path) as file:
            header = file.read(_HEADER)
        for ending in ("-wal", "-shm"):
            refuse_link(_beside(path, ending))
    except OSError as error:
        raise CaptureError(
            f"{path}: the corpus cannot be read ({error.strerror}); check the path"
        ) from error
    if not header.startswith(_MAGIC) or _number(header, 68) != _APPLICATION:
        raise _no_corpus(path)
    if _number(header, 60) != VERSION:
        raise CaptureError(
            f"{path}: a corpus of another version ({_number(header, 60)}, not {VERSION}); build it"
            " again with citeaudit index"
        )
    if _journal_stays(path):
        raise CaptureError(
            f"{path}: a rollback journal lies beside it, which a corpus never has; move that away"
        )


def _journal_stays(path: Path) -> bool:
    """Whether a rollback journal lies beside a corpus for longer than a writer has one."""
    for _ in range(_LOOKS):
        if not _beside(path, "-journal").exists():
            return False
        time.sleep(_PAUSE)
    return True


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _refuse_schema(path: Path, connection: Connection) -> None:
    if _objects(connection) != _expected():
        raise _no_corpus(path)


@cache
def _expected() -> frozenset[tuple[str, ...]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in _statements():
            connection.execute(statement)
        return _objects(connection)


def _objects(connection: Connection) -> frozenset[tuple[str, ...]]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(
        tuple("" if value is None else str(value) for value in row)
        for row in rows.fetchmany(_MOST_OBJECTS)
    )


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite says of a file, in one line that says what to do."""
    try:
        yield
    except (DatabaseError, OverflowError, UnicodeDecodeError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise CaptureError(
                f"{path}: another run is writing to this corpus; wait until it has ended"
            ) from error
        if code in _OF_THE_MACHINE:
            raise CaptureError(
                f"{path}: the corpus cannot be used ({error}); check its folder and the space left"
            ) from error
        raise damaged(path) from error


def damaged(path: Path) -> CaptureError:
    """That a corpus is not sound."""
    return CaptureError(f"{path}: the corpus is damaged; build it again with citeaudit index")


def _no_corpus(path: Path) -> CaptureError:
    return CaptureError(f"{path}: not a corpus; name a file that citeaudit index has written")
