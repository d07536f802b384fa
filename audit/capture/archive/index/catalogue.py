"""The captures of a large archive on disk: an index of our own making, in the user's cache.

It is read by searching, so that an archive of any size is open at once and takes no memory. An
index that comes with an archive could hide its records, so that none is believed (``cdxj`` is
written for others): this one was made of the records by a run of this user, and counts as long as
the archive is the same. See docs/decisions/2026-11-29-the-index-of-an-archive.md.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex
from typing import Any

from audit.capture.archive.index.entries import Entry, Repeats, entry_of, lasts, sent_cookies
from audit.capture.archive.index.held import ONE_BESIDE_ITSELF, LookupKey, lookup_key
from audit.capture.archive.journal import Digests
from audit.capture.archive.on_disk import State, describe_archive, state_of
from audit.capture.archive.record import Record
from audit.capture.archive.records import scan
from audit.capture.http.exchange import Cut, Failure, Profile
from audit.errors import CaptureError
from audit.files import real
from audit.model import NetworkFault, Outcome, Provenance
from audit.model.addresses import host_of, on_domain
from audit.private import cache_folder, objection

_VERSION = 3  # of the tables; an index of another is made anew
_MOST_BYTES = 2_000_000_000  # of all indexes; the one that was used longest ago goes first
_MANY = 1000  # rows that are written at once
_SUFFIX = ".index"
_TABLES = """
CREATE TABLE archive (device INT, inode INT, size INT, modified INT, changed INT, sha256 TEXT, cut INT);
CREATE TABLE capture (
  number INTEGER PRIMARY KEY, url INT, domain INT, lookup INT, id INT, digest INT, moment INT, stored BLOB, told TEXT
);
CREATE TABLE request (answer INT, stored BLOB, told TEXT);
"""
_INDEXES = """
CREATE INDEX by_url ON capture (url);
CREATE INDEX by_domain ON capture (domain);
CREATE INDEX by_lookup ON capture (lookup);
CREATE INDEX by_id ON capture (id) WHERE id IS NOT NULL;
CREATE INDEX by_digest ON capture (digest) WHERE digest IS NOT NULL;
CREATE INDEX by_moment ON capture (moment) WHERE moment IS NOT NULL;
CREATE INDEX by_answer ON request (answer);
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A capture without what depends on who asks: whether it is believed, and young enough."""

    entry: Entry
    id: str
    lasts: bool
    stored: str


class Catalogue:
    """The index of one archive; ``seen`` gives its captures.

    Safe to use from threads, and after a fork.
    """

    def __init__(self, path: Path, index: Path) -> None:
        self.path = path
        self._index = index
        self._lock = threading.Lock()
        self._connection = _opened(index)
        self._process = os.getpid()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def state(self) -> tuple[State, str]:
        """What the archive was like when it was indexed, and its SHA-256."""
        ((*numbers, sha256, _),) = self._all("SELECT * FROM archive", ())
        return State(*numbers), sha256

    def cut(self) -> int | None:
        """The offset behind the last whole record, where the archive breaks off in the next."""
        ((cut,),) = self._all("SELECT cut FROM archive", ())
        return int(cut) if cut is not None else None

    def rows(self, column: str, value: str) -> Iterator[_Row]:
        """The captures with a value in a column, in the archive's order."""
        asked = f"SELECT stored, told FROM capture WHERE {column} = ? ORDER BY number"  # noqa: S608 — our own names
        for stored, told in self._all(asked, (_number(value),)):
            yield _read_row(self.path, stored.hex(), told)

    def last_of_digest(self, digest: str) -> _Row | None:
        """The last answer whose payload has a digest."""
        asked = "SELECT stored, told FROM capture WHERE digest = ? ORDER BY number DESC LIMIT 1"
        found = self._all(asked, (_number(digest),))
        return next((_read_row(self.path, stored.hex(), told) for stored, told in found), None)

    def cookies(self, record_id: str) -> list[tuple[str, str]]:
        """For an answer, the digests of our client's requests and the cookies that they sent."""
        asked = "SELECT stored, told FROM request WHERE answer = ? ORDER BY rowid"
        found = (
            (stored, json.loads(told)) for stored, told in self._all(asked, (_number(record_id),))
        )
        return [
            (stored.hex(), cookies) for stored, (answer, cookies) in found if answer == record_id
        ]

    def _all(self, asked: str, values: tuple[int, ...]) -> list[Any]:
        try:
            with self._lock:
                if self._process != os.getpid():
                    self._connection, self._process = _opened(self._index), os.getpid()
                return self._connection.execute(asked, values).fetchall()
        except sqlite3.Error as error:
            self._index.unlink(missing_ok=True)
            raise CaptureError(
                f"{self.path}: its index in the cache is damaged and was discarded; run again"
            ) from error


class Seen:
    """The captures of a catalogue as one client sees them; satisfies ``held.Captures``.

    Args:
        catalogue: The index.
        is_own: Whether a run of this user made the record of a digest.
        is_young: As for ``entries.Collector``.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        is_own: Callable[[str], bool],
        is_young: Callable[[str | None], bool] | None,
    ) -> None:
        self._catalogue = catalogue
        self._is_own = is_own
        self._is_young = is_young

    def of_url(self, url: str) -> Sequence[Entry]:
        """See ``held.Captures``, as for the others."""
        return [found for found in self._found("url", url) if found.url == url]

    def of_key(self, key: LookupKey) -> Sequence[Entry]:
        """Those with a lookup key."""
        return [found for found in self._found("lookup", repr(key)) if lookup_key(found.url) == key]

    def of_id(self, record_id: str) -> Sequence[Entry]:
        """Those with an id."""
        return [found for found in self._found("id", record_id) if found.record_id == record_id]

    def of_digest(self, digest: str) -> Entry | None:
        """The last answer with a digest."""
        row = self._catalogue.last_of_digest(digest)
        return self._entry(row) if row is not None and row.entry.digest == digest else None

    def of_moment(self, url: str, date: str) -> Sequence[Entry]:
        """Those of a moment."""
        found = self._found("moment", _moment(url, date))
        return [each for each in found if (each.url, each.date) == (url, date)][:ONE_BESIDE_ITSELF]

    def on_domains(self, domains: Sequence[str]) -> Iterable[str]:
        """Those on the domains."""
        rows = (
            row for end in {*map(_domain, domains)} for row in self._catalogue.rows("domain", end)
        )
        return [row.entry.url for row in rows if on_domain(row.entry.url, *domains)]

    def _found(self, column: str, value: str) -> Iterator[Entry]:
        return map(self._entry, self._catalogue.rows(column, value))

    def _entry(self, row: _Row) -> Entry:
        provenance = self._provenance(row.stored)
        cookies = None
        for stored, sent in self._catalogue.cookies(row.id):
            if self._provenance(stored) is provenance:
                cookies = sent
        is_current = self._is_young is None or (row.lasts and self._is_young(row.entry.date))
        return replace(row.entry, provenance=provenance, cookies=cookies, is_current=is_current)

    def _provenance(self, stored: str) -> Provenance:
        return Provenance.OWN_RUN if self._is_own(stored) else Provenance.GIVEN


def catalogue_of(path: Path) -> Catalogue | None:
    """The index of an archive, made where there is none that fits; None where none can be kept.

    Raises:
        CaptureError: The archive cannot be read, as for ``scan``.
    """
    folder = cache_folder("archives")
    if folder is None:
        return None
    index = folder / (blake2b(os.fsencode(real(path)), digest_size=16).hexdigest() + _SUFFIX)
    found = _found(path, index)
    if found is not None:
        return found
    try:
        _make(path, index)
    except (OSError, sqlite3.Error):
        return None
    _make_room(folder, index)
    return _found(path, index)


def _found(path: Path, index: Path) -> Catalogue | None:
    """The index, if it can be believed and is of the archive as it now is."""
    try:
        about = index.lstat()
        if objection(index, about) is not None:
            return None
        catalogue = Catalogue(path, index)
    except (OSError, sqlite3.Error):
        return None
    with suppress(CaptureError, ValueError, TypeError):
        then, sha256 = catalogue.state()
        now = state_of(path)
        if now == then or (now.size == then.size and describe_archive(path).sha256 == sha256):
            with suppress(OSError):
                os.utime(index)
            return catalogue
    catalogue.close()
    return None


def _opened(index: Path) -> sqlite3.Connection:
    # Nobody writes to it: another that is made takes its place.
    connection = sqlite3.connect(
        f"{index.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    if version != _VERSION:
        connection.close()
        raise sqlite3.DatabaseError
    return connection


def _make(path: Path, index: Path) -> None:
    """Writes the index of an archive.

    Raises:
        OSError: It cannot be written, or the archive changed meanwhile.
        sqlite3.Error: The same.
        CaptureError: The archive cannot be read.
    """
    part = index.with_name(f".{token_hex(8)}.part")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        before = state_of(path)
        with closing(sqlite3.connect(part)) as connection:
            connection.executescript(
                f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA user_version={_VERSION};{_TABLES}"
            )
            with Digests(path) as digests:
                cut = _write(connection, path, digests)
            connection.executescript(_INDEXES)
            sha256 = describe_archive(path).sha256
            if state_of(path) != before:
                raise OSError
            # Of a file just written its digest alone counts: see ``State.is_settled``.
            kept = before if before.is_settled else before._replace(changed=-1)
            connection.execute(
                "INSERT INTO archive VALUES (?, ?, ?, ?, ?, ?, ?)", (*kept, sha256, cut)
            )
            connection.commit()
        part.replace(index)
    finally:
        part.unlink(missing_ok=True)


def _write(connection: sqlite3.Connection, path: Path, digests: Digests) -> int | None:
    """Writes the captures; where the archive breaks off, if it does."""
    cuts: list[int] = []
    captures: list[tuple[object, ...]] = []
    requests: list[tuple[object, ...]] = []
    for record in scan(path, cuts.append):
        entry = entry_of(path, record)
        if entry is not None:
            captures.append(_columns(entry, record, bytes.fromhex(digests.of(record))))
        elif (sent := sent_cookies(record)) is not None:
            stored = bytes.fromhex(digests.of(record))
            requests.append((_number(sent[0]), stored, json.dumps(sent)))
        if len(captures) + len(requests) >= _MANY:
            _insert(connection, captures, requests)
            captures, requests = [], []
    _insert(connection, captures, requests)
    return next(iter(cuts), None)


def _insert(
    connection: sqlite3.Connection,
    captures: Iterable[tuple[object, ...]],
    requests: Iterable[tuple[object, ...]],
) -> None:
    connection.executemany("INSERT INTO capture VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", captures)
    connection.executemany("INSERT INTO request VALUES (?, ?, ?)", requests)


def _columns(entry: Entry, record: Record, stored: bytes) -> tuple[object, ...]:
    is_answer = entry.digest and entry.repeats is None and entry.failure is None
    return (
        _number(entry.url),
        _number(_domain(host_of(entry.url))),
        _number(repr(lookup_key(entry.url))),
        _number(entry.record_id) if entry.record_id is not None else None,
        _number(entry.digest) if is_answer else None,
        _number(_moment(entry.url, entry.date)) if entry.date is not None else None,
        stored,
        _told(entry, record),
    )


def _told(entry: Entry, record: Record) -> str:
    repeats, failure = entry.repeats, entry.failure
    return json.dumps(
        [
            entry.offset,
            entry.url,
            record.id,
            entry.date,
            entry.cut,
            entry.address,
            entry.digest,
            repeats
            and [repeats.profile, repeats.record_id, repeats.url, repeats.date, repeats.digest],
            failure and [failure.outcome, failure.reason, failure.fault],
            lasts(entry, record),
        ]
    )


def _read_row(path: Path, stored: str, told: str) -> _Row:
    offset, url, record_id, date, cut, address, digest, repeats, failure, is_lasting = json.loads(
        told
    )
    entry = Entry(
        path=path,
        offset=offset,
        url=url,
        record_id=record_id or None,
        date=date,
        cut=cut and Cut(cut),
        address=address,
        failure=failure
        and Failure(Outcome(failure[0]), failure[1], failure[2] and NetworkFault(failure[2])),
        digest=digest,
        repeats=repeats and Repeats(Profile(repeats[0]), *repeats[1:]),
    )
    return _Row(entry, record_id, is_lasting, stored)


def _moment(url: str, date: str) -> str:
    return f"{date} {url}"


def _domain(host: str) -> str:
    """The end of a host that those of all its domains share."""
    return ".".join(host.lower().rstrip(".").split(".")[-2:])


def _number(text: str) -> int:
    """A text as a column has it; what is found by it is held against the text itself."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _make_room(folder: Path, latest: Path) -> None:
    """Lets the indexes go that were used longest ago, where all together are too large."""
    with suppress(OSError):
        files = [(file.stat(), file) for file in folder.iterdir() if file != latest]
        left = _MOST_BYTES - latest.stat().st_size
        for about, file in sorted(files, key=lambda pair: -pair[0].st_mtime):
            left -= about.st_size
            if left < 0:
                file.unlink(missing_ok=True)
