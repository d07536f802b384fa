"""What archives hold for a URL, found and read back as exchanges.

How a URL is looked up: first as it is spelled, without its fragment; then by ``lookup_key``, under which
spellings meet that mean the same. If several captures are found, the newest WARC-Date counts.

One exception keeps a recorded run repeatable: an exchange of our own client that was sent cookies which
are not held now answers another question (on the way through a cookie gate, one URL is asked twice and
answers twice). It counts only when no cookies are held and there is nothing else.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, unquote_plus

from audit.capture.dates import warc_date
from audit.capture.exchange import Cut, Exchange, Failure
from audit.capture.policy import taken_apart, without_credentials
from audit.capture.records import Record, read_block, scan
from audit.capture.wire import UnparsableError, parsed
from audit.model import Outcome

_OWN_AGENT = re.compile(rb"^user-agent:[^\r\n]*citeaudit/", re.IGNORECASE | re.MULTILINE)
_COOKIE = re.compile(rb"^cookie:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_CUTS = {"length": Cut.LENGTH, "time": Cut.TIME}
_WITH_AN_ANSWER = {Outcome.CAPTURED, Outcome.FROM_ARCHIVE}
_WITHOUT_ANSWER = {outcome.value: outcome for outcome in Outcome if outcome not in _WITH_AN_ANSWER}

LookupKey = tuple[str, str, int | None, tuple[str, ...], tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one capture of a URL stands, and what is needed to choose it.

    ``cookies`` are those that our own client sent, None when another made the capture.
    """

    path: Path
    offset: int
    url: str
    record_id: str | None
    date: str | None
    cut: Cut | None = None
    address: str | None = None
    cookies: str | None = None
    failure: Failure | None = None


class Index:
    """The captures of any number of archives, by URL. Bodies stay in the files. Safe to use from threads.

    Raises:
        CaptureError: An archive cannot be read.
    """

    def __init__(self, paths: Sequence[Path] = ()) -> None:
        self._lock = threading.Lock()
        self._by_url: dict[str, list[Entry]] = {}
        self._by_key: dict[LookupKey, list[Entry]] = {}
        for path in paths:
            for entry in _entries(path):
                self.add(entry)

    def add(self, entry: Entry) -> None:
        """Adds a capture; of two with the same date, the one added last counts as newer."""
        with self._lock:
            self._by_url.setdefault(entry.url, []).append(entry)
            self._by_key.setdefault(lookup_key(entry.url), []).append(entry)

    def find(self, url: str, cookies: str) -> Entry | None:
        """The capture that answers a request for ``url`` with a Cookie header (empty for none)."""
        with self._lock:
            spelled_alike = tuple(self._by_url.get(url, ()))
            meaning_alike = tuple(self._by_key.get(lookup_key(url), ()))
        for captures in (spelled_alike, meaning_alike):
            fitting = [entry for entry in captures if entry.cookies in (None, cookies)]
            chosen = fitting or (captures if not cookies else ())
            if chosen:
                return max(reversed(chosen), key=lambda entry: warc_date(entry.date))
        return None

    @staticmethod
    def load(entry: Entry, limit: int) -> Exchange:
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
        )
        if entry.failure is not None:
            return replace(kept, failure=entry.failure)
        wire, whole = read_block(entry.path, entry.offset, limit)
        try:
            parsed(wire)
        except UnparsableError:
            return replace(
                kept, failure=Failure(Outcome.BAD_RESPONSE, "the archive holds no HTTP answer")
            )
        return replace(kept, response=wire, cut=entry.cut if whole else Cut.LENGTH)


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


def _entries(path: Path) -> list[Entry]:
    """The captures in one archive, in its order."""
    entries: dict[str, Entry] = {}
    payloads: dict[str, int] = {}  # offset of a response, by the digest of its payload
    repeats: dict[str, str] = {}  # that digest, by the id of a revisit record
    cookies: dict[str, str] = {}  # that our own client sent, by the id of the answer
    for record in scan(path):
        fields = record.fields
        record_id = _named(fields.get("warc-record-id")) or f"at {record.offset}"
        digest = fields.get("warc-payload-digest", "")
        match fields.get("warc-type"):
            case "response" if record.opening.startswith(b"HTTP/"):
                entries[record_id] = _entry(path, record)
                payloads[digest] = record.offset
            case "revisit" if digest:
                entries[record_id] = _entry(path, record)
                repeats[record_id] = digest
            case "metadata" if failure := _failure(record.opening):
                entries[record_id] = replace(_entry(path, record), failure=failure)
            case "request" if _OWN_AGENT.search(record.opening):
                answer = _named(fields.get("warc-concurrent-to")) or ""
                sent = _COOKIE.search(record.opening)
                cookies[answer] = sent.group(1).decode("latin-1") if sent else ""
            case _:
                pass
    for record_id, digest in repeats.items():
        if digest in payloads:
            entries[record_id] = replace(entries[record_id], offset=payloads[digest])
        else:  # what it repeats is in another archive: an older capture may still answer
            del entries[record_id]
    return [replace(entry, cookies=cookies.get(key)) for key, entry in entries.items()]


def _entry(path: Path, record: Record) -> Entry:
    fields = record.fields
    truncated = fields.get("warc-truncated")
    return Entry(
        path=path,
        offset=record.offset,
        url=without_credentials(_named(fields.get("warc-target-uri")) or "").partition("#")[0],
        record_id=_named(fields.get("warc-record-id")),
        date=fields.get("warc-date"),
        cut=_CUTS.get(truncated, Cut.DISCONNECT) if truncated else None,
        address=fields.get("warc-ip-address"),
    )


def _named(value: str | None) -> str | None:
    """A field without the angle brackets that the standard, or (for URIs) an old tool, puts round it."""
    return value.removeprefix("<").removesuffix(">") if value else None


def _failure(block: bytes) -> Failure | None:
    """What a metadata record of our own says; None for those of others."""
    lines = (line.partition(":") for line in block.decode("utf-8", "replace").splitlines()[:50])
    named = {name.strip(): value.strip() for name, _, value in lines}
    outcome = _WITHOUT_ANSWER.get(named.get("outcome", ""))
    return None if outcome is None else Failure(outcome, named.get("reason", ""))
