"""What archives hold for a URL, found and read back as exchanges.

How a URL is looked up: first as it is spelled, without its fragment; then by ``lookup_key``, under
which spellings meet that mean the same. If several captures are found, the newest WARC-Date counts.

One exception keeps a recorded run repeatable: an exchange of our own client that was sent cookies
which are not held now answers another question (on the way through a cookie gate, one URL is asked
twice and answers twice). It counts only when no cookies are held and there is nothing else.

Where an archive has captures of a URL that runs of this user made, others in it are not looked at:
somebody may have put them there.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, unquote_plus

from audit.capture.archive.digests import fits
from audit.capture.archive.entries import Collector, Entry
from audit.capture.archive.records import Block, read_block, scan
from audit.capture.http.dates import warc_date
from audit.capture.http.exchange import Cut, Exchange, Failure, Profile, Revisit
from audit.capture.http.policy import taken_apart
from audit.capture.http.wire import UnparsableError, parsed, payload_begin
from audit.model import Outcome, Provenance

LookupKey = tuple[str, str, int | None, tuple[str, ...], tuple[tuple[str, str], ...]]

_LONGEST_HEAD = 1 << 20  # bytes of a revisit record that are read
_ONE_BESIDE_ITSELF = (
    2  # captures of one URL and moment: a revisit may be one, and repeats the other
)
_MOST_STEPS = 8  # from a revisit to the answer that it repeats; honest archives need one


class Index:
    """The captures of any number of archives, by URL. Bodies stay in the files. Safe to use from threads.

    Raises:
        CaptureError: An archive cannot be read.
    """

    def __init__(self, paths: Sequence[Path] = ()) -> None:
        self._lock = threading.Lock()
        self._by_url: dict[str, list[Entry]] = {}
        self._by_key: dict[LookupKey, list[Entry]] = {}
        self._by_id: dict[str, list[Entry]] = {}
        self._by_digest: dict[str, Entry] = {}  # the last answer with a payload
        self._by_moment: dict[tuple[str, str], list[Entry]] = {}  # at most two: see ``_repeated``
        for path in paths:
            self.add_all(collected(Collector(path), path).entries())

    def add(self, entry: Entry) -> None:
        """Adds a capture; of two with the same date, the one added last counts as newer."""
        with self._lock:
            self._by_url.setdefault(entry.url, []).append(entry)
            self._by_key.setdefault(lookup_key(entry.url), []).append(entry)
            if entry.record_id is not None:
                of_id = self._by_id.setdefault(entry.record_id, [])
                is_first = of_id and _is_own(entry) and not _is_own(of_id[0])
                of_id.insert(0 if is_first else len(of_id), entry)
            if entry.digest and entry.repeats is None and entry.failure is None:
                self._by_digest[entry.digest] = entry
            if entry.date is not None:
                of_moment = self._by_moment.setdefault((entry.url, entry.date), [])
                if len(of_moment) < _ONE_BESIDE_ITSELF:
                    of_moment.append(entry)

    def add_all(self, entries: Iterable[Entry]) -> None:
        """Adds captures in their order."""
        for entry in entries:
            self.add(entry)

    def find(self, url: str, cookies: str) -> Entry | None:
        """The capture that answers a request for ``url`` with a Cookie header (empty for none)."""
        with self._lock:
            spelled_alike = self._sound(self._by_url.get(url, ()))
            meaning_alike = self._sound(self._by_key.get(lookup_key(url), ()))
        for captures in map(_with_own_first, (spelled_alike, meaning_alike)):
            fitting = [entry for entry in captures if entry.cookies in (None, cookies)]
            chosen = fitting or (captures if not cookies else ())
            if chosen:
                return max(reversed(chosen), key=lambda entry: warc_date(entry.date))
        return None

    def addresses(self, before: str | None) -> tuple[str, ...]:
        """The URLs that there are answers for older than a WARC-Date, as they are spelled."""
        with self._lock:
            listed = [(url, tuple(entries)) for url, entries in self._by_url.items()]
            return tuple(
                url
                for url, entries in listed
                if any(
                    entry.failure is None
                    and (before is None or warc_date(entry.date) < warc_date(before))
                    for entry in self._sound(entries)
                )
            )

    def before(self, url: str, date: str) -> Entry | None:
        """The newest capture of ``url``, as it is spelled, that is older than a WARC-Date."""
        with self._lock:
            spelled_alike = self._sound(self._by_url.get(url, ()))
        older = [
            entry
            for entry in _with_own_first(spelled_alike)
            if entry.failure is None and warc_date(entry.date) < warc_date(date)
        ]
        return max(reversed(older), key=lambda entry: warc_date(entry.date), default=None)

    def named(self, record_id: str) -> tuple[Entry, ...]:
        """The captures under a record id: one, unless an archive is not sound or given twice."""
        with self._lock:
            return self._sound(self._by_id.get(record_id, ()))

    def load(self, entry: Entry, limit: int) -> Exchange:
        """Reads a capture back, up to ``limit`` bytes of its answer.

        Raises:
            CaptureError: The archive changed since it was indexed.
        """
        kept = Exchange(
            entry.url,
            entry.date,
            entry.record_id,
            cut=entry.cut,
            address=entry.address,
            # Our own client names the address of each answer, unless a proxy hid it.
            via_proxy=entry.cookies is not None and entry.address is None,
            provenance=entry.provenance,
        )
        if entry.failure is not None:
            return replace(kept, failure=entry.failure)
        if entry.repeats is None:
            return _answered(kept, read_block(entry.path, entry.offset, limit))
        with self._lock:
            original, provenance = self._original(entry)
        assert original is not None, "find and named give nothing else"
        head = read_block(entry.path, entry.offset, _LONGEST_HEAD).data
        block = read_block(original.path, original.offset, limit)
        revisit = Revisit(
            entry.repeats.profile,
            head,
            original.record_id,
            original.url,
            original.date or "",
            original.digest,
        )
        kept = replace(kept, cut=entry.cut or original.cut, revisit=revisit, provenance=provenance)
        if entry.repeats.profile is Profile.IDENTICAL and head.startswith(b"HTTP/"):
            return _answered(kept, block, head[: payload_begin(head)])
        return _answered(kept, block)

    def _sound(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Those of the entries whose payload is at hand: a revisit may repeat what no archive here has."""
        return tuple(
            entry
            for entry in entries
            if entry.repeats is None or self._original(entry)[0] is not None
        )

    def _original(self, entry: Entry) -> tuple[Entry | None, Provenance]:
        """The answer that a revisit repeats, and the weakest provenance on the way to it.

        The answer that a 304 repeats must be of the same URL.
        """
        weakest = entry.provenance
        asked, not_modified = entry.url, False
        for _ in range(_MOST_STEPS):
            if entry.repeats is None:
                same = not not_modified or lookup_key(entry.url) == lookup_key(asked)
                return entry if same and entry.failure is None else None, weakest
            not_modified = not_modified or entry.repeats.profile is Profile.NOT_MODIFIED
            repeated = self._repeated(entry)
            if repeated is None:
                return None, weakest
            entry = repeated
            weakest = weakest if _is_own(entry) else entry.provenance
        return None, weakest

    def _repeated(self, entry: Entry) -> Entry | None:
        repeats = entry.repeats
        assert repeats is not None
        if repeats.record_id is not None and repeats.record_id in self._by_id:
            return self._by_id[repeats.record_id][0]
        if repeats.url is not None and repeats.date is not None:
            for other in self._by_moment.get((repeats.url, repeats.date), ()):
                if other is not entry:
                    return other
        return self._by_digest.get(repeats.digest)


def _is_own(entry: Entry) -> bool:
    return entry.provenance is Provenance.OWN_RUN


def _with_own_first(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The captures of one URL, less those in archives that have some of this user's own runs."""
    having = {entry.path for entry in entries if _is_own(entry)}
    return [entry for entry in entries if _is_own(entry) or entry.path not in having]


def collected(collector: Collector, path: Path) -> Collector:
    """A collector with the records of one archive taken in.

    Raises:
        CaptureError: The archive cannot be read.
    """
    for record in scan(path):
        collector.take(record)
    return collector


def _answered(kept: Exchange, block: Block, head: bytes | None = None) -> Exchange:
    """An exchange with its answer, if the bytes are one; ``head`` stands for the block's own."""
    if block.whole and not fits(block.digest, block.data):
        why = "the archive's record is not what its digest says"
        return replace(kept, revisit=None, failure=Failure(Outcome.BAD_RESPONSE, why))
    wire = block.data if head is None else head + block.data[payload_begin(block.data) :]
    try:
        parsed(wire)
    except UnparsableError:
        why = "the archive holds no HTTP answer"
        return replace(kept, revisit=None, failure=Failure(Outcome.BAD_RESPONSE, why))
    return replace(kept, response=wire, cut=kept.cut if block.whole else Cut.LENGTH)


def lookup_key(url: str) -> LookupKey:
    """A form in which spellings of a URL meet that servers treat alike.

    Scheme and host in lower case, no default port, no empty path, no fragment; the segments of the
    path and the names and values of the query percent-decoded, each by itself, so that an encoded
    '/' or '&' stays apart from a bare one. The order of the query counts.
    """
    bare = url.partition("#")[0]
    parts = taken_apart(bare)
    if parts is None:
        return ("", bare, None, (), ())
    scheme, port = parts.scheme.lower(), parts.port
    if port == {"http": 80, "https": 443}.get(scheme):
        port = None
    segments = tuple(unquote(segment) for segment in (parts.path or "/").split("/"))
    pairs = (pair.partition("=") for pair in parts.query.split("&") if pair)
    query = tuple((unquote_plus(name), unquote_plus(value)) for name, _, value in pairs)
    return (scheme, parts.hostname or "", port, segments, query)
