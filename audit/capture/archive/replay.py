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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from audit.capture.archive.digests import fits
from audit.capture.archive.index.entries import Collector, Entry
from audit.capture.archive.index.held import (
    ONE_BESIDE_ITSELF,
    Captures,
    Held,
    LookupKey,
    lookup_key,
)
from audit.capture.archive.records import Block, read_block, scan
from audit.capture.http.dates import warc_date
from audit.capture.http.exchange import Cut, Exchange, Failure, Profile, Revisit
from audit.capture.http.wire import UnparsableError, parsed, payload_begin
from audit.model import Outcome, Provenance

_LONGEST_HEAD = 1 << 20  # bytes of a revisit record that are read
_MOST_STEPS = 8  # from a revisit to the answer that it repeats; honest archives need one


class Index:
    """The captures of any number of archives, by URL.

    Bodies stay in the files. Safe to use from threads.

    Raises:
        CaptureError: An archive cannot be read.
    """

    def __init__(self, paths: Sequence[Path] = ()) -> None:
        self._lock = threading.Lock()
        self._own = Held()
        self._parts: tuple[Captures, ...] = (self._own,)
        for path in paths:
            self.add_all(collected(Collector(path), path).entries())

    def include(self, captures: Captures) -> None:
        """Adds an archive's captures, which others may share.

        Those that are added by ``add`` stay the last.
        """
        with self._lock:
            self._parts = (*self._parts[:-1], captures, self._own)

    def add(self, entry: Entry) -> None:
        """Adds a capture; of two with the same date, the one added last counts as newer."""
        with self._lock:
            self._own.add(entry)

    def add_all(self, entries: Iterable[Entry]) -> None:
        """Adds captures in their order."""
        for entry in entries:
            self.add(entry)

    def find(self, url: str, cookies: str) -> Entry | None:
        """The capture that answers a request for ``url`` with a Cookie header (empty for none)."""
        with self._lock:
            spelled_alike = self._sound(self._of_url(url))
            meaning_alike = self._sound(self._of_key(lookup_key(url)))
        for captures in map(_with_own_first, (spelled_alike, meaning_alike)):
            fitting = [entry for entry in captures if entry.cookies in (None, cookies)]
            chosen = fitting or (captures if not cookies else ())
            if chosen:
                return max(reversed(chosen), key=lambda entry: warc_date(entry.date))
        return None

    def addresses(self, domains: Sequence[str], before: str | None) -> tuple[str, ...]:
        """The URLs on the domains that there are answers for older than a WARC-Date; sorted."""
        with self._lock:
            urls = {url for part in self._parts for url in part.on_domains(domains)}
            return tuple(
                url
                for url in sorted(urls)
                if any(
                    entry.failure is None
                    and (before is None or warc_date(entry.date) < warc_date(before))
                    for entry in self._sound(self._of_url(url))
                )
            )

    def before(self, url: str, date: str) -> Entry | None:
        """The newest capture of ``url``, as it is spelled, that is older than a WARC-Date."""
        with self._lock:
            spelled_alike = self._sound(self._of_url(url))
        older = [
            entry
            for entry in _with_own_first(spelled_alike)
            if entry.failure is None and warc_date(entry.date) < warc_date(date)
        ]
        return max(reversed(older), key=lambda entry: warc_date(entry.date), default=None)

    def named(self, record_id: str) -> tuple[Entry, ...]:
        """The captures under a record id: one, unless an archive is not sound or given twice."""
        with self._lock:
            return self._sound(self._of_id(record_id))

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
            return _answered(kept, _block(entry, limit))
        with self._lock:
            original, provenance = self._original(entry)
        assert original is not None, "find and named give nothing else"
        head = _block(entry, _LONGEST_HEAD).data
        block = _block(original, limit)
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

    def _of_url(self, url: str) -> Iterator[Entry]:
        return chain.from_iterable(part.of_url(url) for part in self._parts)

    def _of_key(self, key: LookupKey) -> Iterator[Entry]:
        return chain.from_iterable(part.of_key(key) for part in self._parts)

    def _of_id(self, record_id: str) -> list[Entry]:
        """The captures under a record id, one of this user's own runs first."""
        found: list[Entry] = []
        for entry in chain.from_iterable(part.of_id(record_id) for part in self._parts):
            is_first = found and _is_own(entry) and not _is_own(found[0])
            found.insert(0 if is_first else len(found), entry)
        return found

    def _sound(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Those of the entries whose payload is here: a revisit may repeat what no archive has."""
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
        if repeats.record_id is not None and (named := self._of_id(repeats.record_id)):
            return named[0]
        if repeats.url is not None and repeats.date is not None:
            found = chain.from_iterable(
                part.of_moment(repeats.url, repeats.date) for part in self._parts
            )
            for other in islice(found, ONE_BESIDE_ITSELF):
                if other != entry:
                    return other
        answers = (part.of_digest(repeats.digest) for part in reversed(self._parts))
        return next((answer for answer in answers if answer is not None), None)


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


def _block(entry: Entry, limit: int) -> Block:
    return read_block(entry.path, entry.offset, entry.record_id or "", limit)


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
