"""The captures in an archive, as its records tell of them.

Records come in the archive's order and belong together by their ids: an answer and the request that
our own client sent for it, a revisit and the answer that it repeats.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from audit.capture.archive.record import Record, bare
from audit.capture.http.exchange import Cut, Failure, Profile, Revisit
from audit.capture.http.policy import without_credentials
from audit.errors import CaptureError
from audit.model import READ_WHOLE, NetworkFault, Outcome, Provenance

_OWN_AGENT = re.compile(rb"^user-agent:[^\r\n]*citeaudit/", re.IGNORECASE | re.MULTILINE)
_COOKIE = re.compile(rb"^cookie:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_TROUBLE = re.compile(rb"HTTP/[\d.]{1,3} (?:429|5\d\d)")
_CUTS = {"length": Cut.LENGTH, "time": Cut.TIME}
_MOST_KEPT = 200_000_000  # bytes that the captures of one archive may take up: some 250,000 of them
_ENTRY_SIZE = 600  # bytes, about, without its texts
_WITHOUT_ANSWER = {outcome.value: outcome for outcome in Outcome if outcome not in READ_WHOLE}
_FAULTS = {fault.value: fault for fault in NetworkFault}


@dataclass(frozen=True, slots=True)
class Repeats:
    """Which answer a revisit repeats: by its id, its URL and date, or its payload's digest."""

    profile: Profile
    record_id: str | None
    url: str | None
    date: str | None
    digest: str

    @classmethod
    def of(cls, revisit: Revisit) -> Self:
        """What a revisit record that was written names."""
        return cls(revisit.profile, revisit.record_id, revisit.url, revisit.date, revisit.digest)


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one capture of a URL stands, and what is needed to choose it.

    ``cookies`` are those that our own client sent, None when another made the capture. ``digest``
    is of the payload, as declared. ``repeats`` is set for a revisit. ``is_current`` says that the
    capture answers in place of the web; one that does not is only what an answer of the web is
    compared with. ``provenance`` is of this record, whatever it repeats.
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
    digest: str = ""
    repeats: Repeats | None = None
    is_current: bool = True
    provenance: Provenance = Provenance.GIVEN


class Collector:
    """Takes the records of one archive in, and gives its captures out.

    Args:
        path: The archive.
        is_current: Whether an answer of a WARC-Date stands in place of the web's. All captures do
            when None; otherwise a failure, or a server's passing trouble, never does.
        provenance: Why a record is believed. One that is not (None) is passed over, and counted as
            ``unbelieved``.
    """

    def __init__(
        self,
        path: Path,
        is_current: Callable[[str | None], bool] | None = None,
        provenance: Callable[[Record], Provenance | None] = lambda _: Provenance.GIVEN,
    ) -> None:
        self.path = path
        self._is_current = is_current
        self._provenance = provenance
        self.unbelieved = 0
        self._room = _MOST_KEPT
        self._entries: list[tuple[str, Entry]] = []
        # What our own client sent, by the id of the answer and why the record of the request is
        # believed.
        self._cookies: dict[tuple[str, Provenance], str] = {}

    def take(self, record: Record) -> None:
        """Takes in one record; what is no capture is passed over.

        Raises:
            CaptureError: There are more captures than can be held in mind.
        """
        entry = entry_of(self.path, record)
        if entry is not None:
            self._add(record, entry)
        elif (sent := sent_cookies(record)) is not None:
            provenance = self._provenance(record)
            if provenance is not None:
                answer, cookies = sent
                self._cookies[answer, provenance] = cookies

    def entries(self) -> Iterator[Entry]:
        """The captures, in the archive's order."""
        for record_id, entry in self._entries:
            cookies = self._cookies.get((record_id, entry.provenance))
            yield entry if cookies is None else replace(entry, cookies=cookies)

    def _add(self, record: Record, entry: Entry) -> None:
        provenance = self._provenance(record)
        if provenance is None:
            self.unbelieved += 1
            return
        texts = (entry.url, entry.record_id, entry.date, entry.address, entry.digest)
        self._room -= _ENTRY_SIZE + sum(len(text) for text in texts if text is not None)
        if self._room < 0:
            raise CaptureError(f"{self.path}: too many captures for one run; give a part of it")
        is_current = self._is_current is None or (
            lasts(entry, record) and self._is_current(entry.date)
        )
        if provenance is not entry.provenance or not is_current:
            entry = replace(entry, provenance=provenance, is_current=is_current)
        self._entries.append((record.id, entry))


def entry_of(path: Path, record: Record) -> Entry | None:
    """The capture that a record of an archive is, None where it is none."""
    repeats = failure = None
    match record.kind:
        case "response" if record.opening.startswith(b"HTTP/"):
            pass
        case "revisit" if (repeats := _repeats(record)) is not None:
            pass
        case "metadata" if (failure := _failure(record.opening)) is not None:
            pass
        case _:
            return None
    fields = record.fields
    truncated = fields.get("warc-truncated")
    return Entry(
        path=path,
        offset=record.offset,
        url=without_credentials(record.uri).partition("#")[0],
        record_id=record.id or None,
        date=fields.get("warc-date"),
        cut=_CUTS.get(truncated, Cut.DISCONNECT) if truncated else None,
        address=fields.get("warc-ip-address"),
        failure=failure,
        digest=fields.get("warc-payload-digest", ""),
        repeats=repeats,
    )


def sent_cookies(record: Record) -> tuple[str, str] | None:
    """Of a request of our own client, the id of its answer and the cookies that it sent."""
    if record.kind != "request" or not _OWN_AGENT.search(record.opening):
        return None
    sent = _COOKIE.search(record.opening)
    return (
        bare(record.fields.get("warc-concurrent-to", "")),
        sent.group(1).decode("latin-1") if sent else "",
    )


def lasts(entry: Entry, record: Record) -> bool:
    """Whether a capture may stand in place of the web's answer while it is young."""
    return entry.failure is None and not _TROUBLE.match(record.opening)


def _repeats(record: Record) -> Repeats | None:
    fields = record.fields
    profile = fields.get("warc-profile", "").rstrip("/").rpartition("/")[2].lower()
    repeats = Repeats(
        Profile.NOT_MODIFIED if profile == Profile.NOT_MODIFIED else Profile.IDENTICAL,
        bare(fields.get("warc-refers-to", "")) or None,
        bare(fields.get("warc-refers-to-target-uri", "")) or None,
        fields.get("warc-refers-to-date"),
        fields.get("warc-payload-digest", ""),
    )
    return repeats if repeats.digest or repeats.record_id or repeats.url else None


def _failure(block: bytes) -> Failure | None:
    """What a metadata record of our own says; None for those of others."""
    lines = (line.partition(":") for line in block.decode("utf-8", "replace").splitlines()[:50])
    named = {name.strip(): value.strip() for name, _, value in lines}
    outcome = _WITHOUT_ANSWER.get(named.get("outcome", ""))
    if outcome is None:
        return None
    reason = named.get("reason", "")
    # Before the record had a field for the fault, the reason's first word alone named it.
    word = named.get("fault") or reason.partition(":")[0]
    fault = _FAULTS.get(word) if outcome is Outcome.NETWORK_ERROR else None
    return Failure(outcome, reason, fault)
