"""The ledger of an output folder: what was audited, and which pages an unfinished run has fetched.

An SQLite file in WAL mode: a process that is killed leaves every transaction that it had ended. It
is written in one place, the process that has the network. What is in it counts only where this
user's seal is on it (``seal``); a file that is damaged, or no ledger, is set aside and begun anew.
"""

import json
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from audit.batch.seal import Seal
from audit.errors import UsageError
from audit.files import make_folder, refuse_link

NAME = "citeaudit.ledger"
_APPLICATION = 0x63697465  # 'cite'; PRAGMA application_id
_VERSION = 3  # of the tables and of the records in them
_LARGEST_TEXT = 200_000_000  # bytes of a value
_PATIENCE = 60  # seconds that another run may hold the ledger
_LOOKS, _PAUSE = 5, 0.1  # for a rollback journal, and seconds between two looks
_BROKEN = (sqlite3.Error, UnicodeDecodeError)  # the latter of texts, and of its messages
_LEVEL = 6  # of zlib
_MOST_SESSIONS = 1 << 40
_TABLES = {
    "article": (
        "CREATE TABLE article (name TEXT PRIMARY KEY, place INTEGER, session INTEGER,"
        " fingerprint TEXT, outcome TEXT, noted REAL, files TEXT, tree BLOB, seal BLOB)"
        " WITHOUT ROWID"
    ),
    "of_session": "CREATE INDEX of_session ON article (session, place)",
    "run": (
        "CREATE TABLE run (id INTEGER PRIMARY KEY, began TEXT, settings TEXT, finished INTEGER,"
        " seal BLOB)"
    ),
    "asked": (
        "CREATE TABLE asked (url TEXT, cookies TEXT, path BLOB, offset INTEGER,"
        " PRIMARY KEY (url, cookies)) WITHOUT ROWID"
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of one article.

    ``name`` is what the ledger calls it, ``fingerprint`` what it was computed from, ``outcome`` a
    record as JSON. ``noted`` is when, in seconds since the epoch. ``files`` are the files of its
    report with the SHA-256 of each, by path as written from the output folder; ``tree`` is the
    report as JSON where no file has it.
    """

    name: str
    fingerprint: str
    outcome: str
    noted: float
    files: Mapping[str, str]
    tree: str | None = None


class Ledger:
    """A context manager. Safe to use from several threads.

    Args:
        folder: The output folder.
        settings: The fingerprint of how pages are asked for: a run with another one is a new run.
        anew: Whether nothing of earlier runs counts, but for one that this one goes on with.

    Raises:
        UsageError: It cannot be written.
    """

    def __init__(self, folder: Path, settings: str, *, anew: bool = False) -> None:
        self.path = folder / NAME
        self.rebuilt = ""
        self.resumes = False
        self._guard = threading.Lock()
        self._seal = Seal()
        try:
            make_folder(folder)
            for suffix in ("", "-wal", "-shm", "-journal"):
                refuse_link(self.path.with_name(NAME + suffix))
            self._base = self._opened()
        except (OSError, *_BROKEN) as error:
            raise UsageError(
                f"cannot write {self.path} ({error}): choose another folder"
            ) from error
        self._begin(settings, anew=anew)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._base.close()

    def _opened(self) -> sqlite3.Connection:
        is_new = not self.path.exists()
        if not is_new:
            if self._has_journal():
                self.rebuilt = "a rollback journal lies beside it, which a ledger never has"
            else:
                try:
                    base = self._connected()
                except _BROKEN as error:
                    self.rebuilt = f"it is damaged ({type(error).__name__})"
                else:
                    if not (why := _objection(base)):
                        return base
                    base.close()
                    self.rebuilt = why
            for suffix in ("-wal", "-shm", "-journal"):
                self.path.with_name(NAME + suffix).unlink(missing_ok=True)
            self.path.replace(self.path.with_name(f"{NAME}.broken"))
        base = self._connected()
        with base:
            for statement in _TABLES.values():
                base.execute(statement)
        base.execute(f"PRAGMA application_id = {_APPLICATION}")
        base.execute(f"PRAGMA user_version = {_VERSION}")
        return base

    def _has_journal(self) -> bool:
        """Whether a rollback journal lies beside the file, for longer than one that is just made.

        SQLite would follow it, and one that is made for it deletes any file that it names.
        """
        journal = self.path.with_name(f"{NAME}-journal")
        for _ in range(_LOOKS):
            if not journal.exists():
                return False
            time.sleep(_PAUSE)
        return True

    def _connected(self) -> sqlite3.Connection:
        base = sqlite3.connect(
            self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_TEXT)
            for pragma in (
                "trusted_schema = OFF",
                "cell_size_check = ON",
                "journal_mode = WAL",
                "synchronous = NORMAL",
                "cache_size = -4000",
            ):
                base.execute(f"PRAGMA {pragma}").fetchall()
        except _BROKEN:
            base.close()
            raise
        return base

    def _begin(self, settings: str, *, anew: bool) -> None:
        """Goes on with a run that did not end, or begins one."""
        last = self._one("SELECT id, began, settings, finished, seal FROM run ORDER BY id DESC")
        self._session = self._next_session()
        if last is not None:
            number, began, its_settings, finished, seal = last
            if (
                not finished
                and its_settings == settings
                and self._seal.fits(seal, "run", str(began), settings)
            ):
                self.resumes, self.began, self._run = True, str(began), number
                return
        self.began = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        self._run = self._session
        seal = self._seal.of("run", self.began, settings)
        with self._transaction() as base:
            base.execute("DELETE FROM asked")
            base.execute("DELETE FROM run")
            if anew:
                base.execute("DELETE FROM article")
            words = (self._run, self.began, settings, seal)
            base.execute("INSERT INTO run VALUES (?, ?, ?, 0, ?)", words)

    def _next_session(self) -> int:
        """A number that no article has yet: those of this process are known by it."""
        articles = self._one("SELECT max(session) FROM article")
        runs = self._one("SELECT max(id) FROM run")
        used = [row[0] for row in (articles, runs) if row is not None and isinstance(row[0], int)]
        return max(used, default=0) % _MOST_SESSIONS + 1

    @property
    def is_sure(self) -> bool:
        """Whether this process alone has noted where answers stand."""
        return not self.resumes

    def finish(self) -> None:
        """The run has done all that it was to do: the next one is another."""
        with self._transaction() as base:
            base.execute("UPDATE run SET finished = 1 WHERE id = ?", (self._run,))
            base.execute("DELETE FROM asked")

    def found(self, name: str, fingerprint: str) -> Entry | None:
        """What came of an article that had the same fingerprint; None where nothing is believed."""
        name = _sound(name)
        row = self._one(
            "SELECT outcome, noted, files, tree, seal FROM article"
            " WHERE name = ? AND fingerprint = ?",
            (name, fingerprint),
        )
        if row is None:
            return None
        outcome, noted, files, tree, seal = row
        is_one = isinstance(outcome, str) and isinstance(files, str) and isinstance(noted, float)
        if not is_one or not isinstance(tree, bytes | None):
            return None
        signed = (name, fingerprint, outcome, repr(noted), files, tree or b"")
        if not self._seal.fits(seal, *signed):
            return None
        return _entry((name, fingerprint, outcome, noted, files, tree))

    def keep(self, place: int, name: str) -> None:
        """An article is as it was: it has a place among the inputs of this process too."""
        with self._transaction() as base:
            base.execute(
                "UPDATE article SET session = ?, place = ? WHERE name = ?",
                (self._session, place, _sound(name)),
            )

    def note(self, place: int, entry: Entry) -> None:
        """Writes down what came of an article."""
        name, files = _sound(entry.name), json.dumps(dict(entry.files), sort_keys=True)
        tree = None if entry.tree is None else zlib.compress(entry.tree.encode(), _LEVEL)
        signed = (name, entry.fingerprint, entry.outcome, repr(entry.noted), files)
        seal = self._seal.of(*signed, tree or b"")
        words = (
            *(name, place, self._session, entry.fingerprint, entry.outcome, entry.noted),
            *(files, tree, seal),
        )
        with self._transaction() as base:
            base.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", words)

    def entries(self) -> Iterator[Entry]:
        """What came of the articles of this process, in the order of the inputs, one at a time."""
        place = -1
        while True:
            row = self._one(
                "SELECT place, name, fingerprint, outcome, noted, files, tree FROM article"
                " WHERE session = ? AND place > ? ORDER BY place LIMIT 1",
                (self._session, place),
            )
            if row is None:
                return
            place, *words = row
            yield _entry(words)

    def at(self, place: int) -> Entry | None:
        """What came of the article at a place among the inputs of this process."""
        row = self._one(
            "SELECT name, fingerprint, outcome, noted, files, tree FROM article"
            " WHERE session = ? AND place = ?",
            (self._session, place),
        )
        return None if row is None else _entry(row)

    def note_asked(self, url: str, cookies: str, path: Path, offset: int) -> None:
        """Writes down where the answer to a question stands: an archive, and an offset in it."""
        words = (_sound(url), _sound(cookies), os.fsencode(path), offset)
        with self._transaction() as base:
            base.execute("INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?)", words)

    def asked(self, url: str, cookies: str) -> tuple[Path, int] | None:
        """Where the answer to a question stands that this run has asked already."""
        row = self._one(
            "SELECT path, offset FROM asked WHERE url = ? AND cookies = ?",
            (_sound(url), _sound(cookies)),
        )
        if row is None or not isinstance(row[0], bytes) or not isinstance(row[1], int):
            return None
        return Path(os.fsdecode(row[0])), row[1]

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._guard, self._failing():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    def _one(self, statement: str, words: tuple[object, ...] = ()) -> tuple[Any, ...] | None:
        with self._guard, self._failing(), closing(self._base.execute(statement, words)) as cursor:
            row: tuple[Any, ...] | None = cursor.fetchone()
        return row

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except _BROKEN as error:
            raise UsageError(
                f"{self.path} cannot be used ({error}): move it away and run again"
            ) from error


def _objection(base: sqlite3.Connection) -> str:
    """Why a file is no ledger of this version; empty where it is one."""
    try:
        for pragma, wanted in (("application_id", _APPLICATION), ("user_version", _VERSION)):
            if base.execute(f"PRAGMA {pragma}").fetchone() != (wanted,):
                return "it is no ledger of this version"
        found = base.execute(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL LIMIT 20"
        ).fetchall()
        if dict(found) != _TABLES:
            return "its tables are not those of a ledger"
        if base.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            return "it is damaged"
    except _BROKEN as error:
        return f"it is damaged ({type(error).__name__})"
    return ""


def _sound(name: str) -> str:
    """A name as SQLite takes it: bytes that are no UTF-8 are lone surrogates in Python."""
    return name.encode("utf-8", "backslashreplace").decode()


def _entry(row: Sequence[Any]) -> Entry:
    """A row that bears our seal, as an entry: its fields in their order."""
    name, fingerprint, outcome, noted, files, tree = row
    text = None if tree is None else zlib.decompress(tree).decode()
    return Entry(name, fingerprint, outcome, noted, json.loads(files), text)
