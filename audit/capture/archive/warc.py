"""Exchanges written down as WARC/1.1 (ISO 28500:2017), one gzip member a record.

Blocks are the bytes as sent and received. The records are laid out here: warcio's writer would tidy
up the HTTP headers, and cannot keep the block of a revisit at all without taking it apart.
"""

import re
import threading
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from isal import isal_zlib

from audit._version import __version__
from audit.capture.archive.appending import ArchiveFile, unwritable
from audit.capture.archive.digests import digest
from audit.capture.archive.index.cdxj import index_line, index_text
from audit.capture.archive.journal import Journal, digest_of_bytes
from audit.capture.archive.on_disk import index_of
from audit.capture.archive.record import OPENING, Record
from audit.capture.http.dates import warc_now
from audit.capture.http.exchange import Exchange, Revisit
from audit.capture.http.wire import payload_begin
from audit.files import write_text

VERSION = "WARC/1.1"
PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
"""What the name of a revisit profile begins with (WARC 1.1, 6.7.2 and 6.7.3)."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")  # in no value that comes here, as far as we know
# A tenth of the time of zlib's level 6 for three per cent more bytes: see benchmarks/archive.py.
_LEVEL = isal_zlib.ISAL_BEST_COMPRESSION


class Recorder:
    """Appends exchanges to an archive. Safe to use from several threads.

    Each record is written at once, so that whole records stand before a cut.

    Args:
        path: The archive; what a killed run has left of a last record is cut off.
        take: Is handed each record that stands in it already.
        journal: Where it is noted that this user's run makes a record.

    Raises:
        CaptureError: The archive cannot be written, is damaged, or another run writes to it.
    """

    def __init__(
        self,
        path: Path,
        take: Callable[[Record], None] = lambda _: None,
        journal: Journal | None = None,
    ) -> None:
        self.path = path
        self._journal = journal
        self._lock = threading.Lock()
        self._index: list[str] = []

        def taken(record: Record) -> None:
            self._note(record)
            take(record)

        self._file = ArchiveFile(path, taken)
        fields = f"software: citeaudit/{__version__}\r\nformat: WARC File Format 1.1\r\n"
        headers = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", f"<{_new_id()}>"),
            ("WARC-Date", warc_now()),
        ]
        self._append(headers, "application/warc-fields", fields.encode())

    def close(self) -> None:
        """Ends the archive, and writes its index beside it; nothing can be kept afterwards.

        Raises:
            CaptureError: The index cannot be written.
        """
        with self._lock:
            path = index_of(self.path)
            try:
                write_text(path, index_text(self._index))
            except OSError as error:
                raise unwritable(path, error) from error
            finally:
                self._file.close()

    def keep(
        self, exchange: Exchange, expect: Callable[[int], None] = lambda _: None
    ) -> tuple[Exchange, int]:
        """Writes an exchange: its answer, revisit or failure, then its request.

        Args:
            exchange: What to write.
            expect: Is told the offset of the first of these records before that is written.

        Returns:
            The exchange with the id of the first of these records, and that record's offset.
        """
        kept = replace(exchange, record_id=_new_id())
        assert kept.record_id is not None
        with self._lock:
            expect(self._file.end)
            if kept.failure is not None:
                offset = self._append_failure(kept)
            elif kept.revisit is not None:
                offset = self._append_revisit(kept, kept.revisit)
            else:
                offset = self._append_http(kept, "response", kept.record_id, kept.response)
            if kept.request:
                self._append_http(kept, "request", _new_id(), kept.request)
        return kept, offset

    def _note(self, record: Record) -> None:
        line = index_line(record, self.path.name)
        if line is not None:
            self._index.append(line)

    def _append_http(self, exchange: Exchange, kind: str, record_id: str, block: bytes) -> int:
        headers = _common(exchange, kind, record_id)
        if kind == "request":
            headers.append(("WARC-Concurrent-To", f"<{exchange.record_id}>"))
        elif exchange.cut is not None:
            headers.append(("WARC-Truncated", exchange.cut.value))
        headers.append(("WARC-Payload-Digest", digest(block[payload_begin(block) :])))
        return self._append(headers, f"application/http; msgtype={kind}", block)

    def _append_revisit(self, exchange: Exchange, revisit: Revisit) -> int:
        headers = _common(exchange, "revisit", str(exchange.record_id))
        headers += [
            ("WARC-Profile", PROFILES + revisit.profile),
            ("WARC-Refers-To-Target-URI", revisit.url),
            ("WARC-Refers-To-Date", revisit.date),
            ("WARC-Payload-Digest", revisit.digest),
        ]
        if revisit.record_id is not None:
            headers.append(("WARC-Refers-To", f"<{revisit.record_id}>"))
        return self._append(headers, "application/http; msgtype=response", revisit.head)

    def _append_failure(self, exchange: Exchange) -> int:
        assert exchange.failure is not None
        failure = exchange.failure
        fields = f"outcome: {failure.outcome}\r\nreason: {' '.join(failure.reason.split())}\r\n"
        if failure.fault is not None:
            fields += f"fault: {failure.fault}\r\n"
        headers = _common(exchange, "metadata", str(exchange.record_id))
        headers.append(("WARC-Payload-Digest", digest(fields.encode())))
        return self._append(headers, "application/warc-fields", fields.encode())

    def _append(self, headers: list[tuple[str, str]], content_type: str, block: bytes) -> int:
        headers += [
            ("WARC-Block-Digest", digest(block)),
            ("Content-Type", content_type),
            ("Content-Length", str(len(block))),
        ]
        lines = [VERSION, *(f"{name}: {_CONTROLS.sub(' ', value)}" for name, value in headers)]
        head = "".join(f"{line}\r\n" for line in lines).encode("utf-8", "backslashreplace")
        member = packed(head + b"\r\n" + block + b"\r\n\r\n")
        if self._journal is not None:  # first: a kill between leaves no record that is not believed
            self._journal.add(digest_of_bytes(member))
        offset = self._file.append(member)
        fields = {name.lower(): value for name, value in headers}
        self._note(Record(offset, offset + len(member), fields, block[:OPENING]))
        return offset


def packed(record: bytes) -> bytes:
    """A record as one gzip member."""
    packer = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, 16 + isal_zlib.MAX_WBITS)
    return packer.compress(record) + packer.flush()


def _common(exchange: Exchange, kind: str, record_id: str) -> list[tuple[str, str]]:
    headers = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<{record_id}>"),
        ("WARC-Target-URI", exchange.url),
        ("WARC-Date", str(exchange.date)),
    ]
    if exchange.address is not None:
        headers.append(("WARC-IP-Address", exchange.address))
    return headers


def _new_id() -> str:
    return f"urn:uuid:{uuid.uuid4()}"
