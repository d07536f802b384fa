"""Which records this user's own runs have made: a journal of digests, kept outside of any project.

An archive comes with a project, and whoever sends a change to the project can send another archive.
What stands in one is believed because a run of this user wrote it, or because the command line says
so; see docs/decisions/2026-11-28-captures-that-are-believed.md.

A line is a day and the SHA-256 of a record as it is stored: URL, date and headers with the payload.
Lines that are lost cost a page that is asked for whole. They are therefore only appended, without a
lock.
"""

import hashlib
import logging
import os
import re
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self

from platformdirs import user_state_path

from audit.capture.archive.record import PIECE, Record
from audit.private import objection

_LARGEST = 16_000_000  # bytes: some 200,000 records
_LINE = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2} ([0-9a-f]{64})")
_LONGEST_LINE = 4096  # bytes that are read of one
_LENGTH = 76  # bytes of a line, its end included
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_log = logging.getLogger(__name__)


def usual_place() -> Path:
    """Where the journal of this user stands, if nothing else is said."""
    return user_state_path("citeaudit", appauthor=False) / "captures.journal"


class Digests:
    """The digests of an archive's records, as the journal has them; a context manager.

    The archive is opened with the first that is asked for.

    Raises:
        OSError: The archive cannot be read; so does ``of``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def of(self, record: Record) -> str:
        """The digest of a record."""
        if self._file is None:
            self._file = self._path.open("rb")
        digest = hashlib.sha256()
        self._file.seek(record.offset)
        left = record.end - record.offset
        while left and (piece := self._file.read(min(left, PIECE))):
            digest.update(piece)
            left -= len(piece)
        return digest.hexdigest()


def digest_of_bytes(stored: bytes) -> str:
    """The same of its bytes."""
    return hashlib.sha256(stored).hexdigest()


class Journal:
    """The records that runs of this user made.

    Safe to use from threads, and by several processes at once. A journal that cannot be read or
    written, or may be somebody else's, is told of in one line of the log, and nothing in it is
    believed: each page is then asked for whole.

    Args:
        path: The file; made, for this user alone, when the first record is noted.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._known: set[bytes] | None = None
        self._has_trouble = False

    def has(self, digest: str) -> bool:
        """Whether a run of this user has made the record of a digest."""
        with self._lock:
            if self._known is None:
                self._known = self._all()
            return bytes.fromhex(digest) in self._known

    @property
    def is_empty(self) -> bool:
        """Whether nothing is noted, so that no record needs to be hashed to look for it."""
        with self._lock:
            if self._known is None:
                self._known = self._all()
            return not self._known

    def add(self, digest: str) -> None:
        """Notes a record that is made now."""
        with self._lock:
            if self._known is not None:
                self._known.add(bytes.fromhex(digest))
            if self._has_trouble:
                return
            if not self._path.is_absolute():  # of a user without a home
                self._complain("has no place")
                return
            line = f"{datetime.now(UTC):%Y-%m-%d} {digest}\n".encode()
            try:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._append(line)
            except OSError as error:
                self._complain(f"cannot be written ({error.strerror})")

    def _append(self, line: bytes) -> None:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _SAFELY
        handle = os.open(self._path, flags, 0o600)
        with os.fdopen(handle, "r+b", buffering=0) as file:
            if not self._is_ours(handle):
                return
            size = os.fstat(handle).st_size
            if size:  # a line that a killed run has cut is ended before the next
                file.seek(size - 1)  # not from the end, which others move meanwhile
                line = line if file.read(1) == b"\n" else b"\n" + line
            file.write(line)
        if size > _LARGEST:
            self._prune()

    def _prune(self) -> None:
        """Keeps the newer half."""
        with self._path.open("rb") as file:
            file.seek(-_LARGEST // 2, os.SEEK_END)
            kept = file.read().partition(b"\n")[2]
        handle, name = tempfile.mkstemp(".part", ".captures-", self._path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(kept)
            part.replace(self._path)
        finally:
            part.unlink(missing_ok=True)

    def _all(self) -> set[bytes]:
        try:
            return self._read()
        except FileNotFoundError:
            return set()
        except OSError as error:
            self._complain(f"cannot be read ({error.strerror})")
            return set()

    def _read(self) -> set[bytes]:
        handle = os.open(self._path, os.O_RDONLY | _SAFELY)
        with os.fdopen(handle, "rb") as file:
            if not self._is_ours(handle):
                return set()
            size = os.fstat(handle).st_size
            file.seek(max(size - _LARGEST - _LENGTH, 0))
            if size > _LARGEST:
                file.readline(_LENGTH)  # a part of one
            known: set[bytes] = set()
            is_sound = True
            left = _LARGEST + _LENGTH
            while left > 0 and (line := file.readline(_LONGEST_LINE)):
                left -= len(line)
                found = _LINE.fullmatch(line.rstrip(b"\n"))
                if found is not None:
                    known.add(bytes.fromhex(found[1].decode()))
                is_sound = is_sound and (found is not None or line == b"\n")
        if not is_sound:
            self._complain("is damaged: what can be read of it is believed", fatal=False)
        return known

    def _is_ours(self, handle: int) -> bool:
        """Whether an open file is one that a run of this user made, and no checkout brings."""
        what = objection(self._path, os.fstat(handle))
        if what is not None:
            self._complain(what)
        return not self._has_trouble

    def _complain(self, what: str, *, fatal: bool = True) -> None:
        if not self._has_trouble:
            then = "; no archived capture is believed for it" if fatal else ""
            _log.warning(
                "citeaudit: the journal of captures (%s) %s%s", self._path.name, what, then
            )
        self._has_trouble = self._has_trouble or fatal


class Unkept(Journal):
    """A journal of nobody: no record is this user's own, and none is noted."""

    def __init__(self) -> None:
        super().__init__(Path())
        self._known = set()

    def add(self, digest: str) -> None:
        """Notes nothing."""
