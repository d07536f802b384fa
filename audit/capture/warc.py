"""Exchanges written down as WARC/1.1 (ISO 28500:2017), one gzip member a record.

Blocks are the bytes as sent and received. warcio lays out the records; it is not given the HTTP headers
to parse, because it would write them back tidied up.
"""

import base64
import gzip
import hashlib
import io
import threading
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit._version import __version__
from audit.capture.exchange import Exchange
from audit.errors import CaptureError

VERSION = "WARC/1.1"
_GZIP_LEVEL = 6  # warcio's own 9 costs more time than parsing the page, for two per cent of size


class Recorder:
    """Appends exchanges to an archive. Safe to use from several threads.

    Each record is flushed as soon as it is written, so that whole records stand before a cut.

    Raises:
        CaptureError: The archive cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        try:
            self._file = path.open("ab")
        except OSError as error:
            raise _unwritable(path, error) from error
        fields = f"software: citeaudit/{__version__}\r\nformat: WARC File Format 1.1\r\n"
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        headers = [
            ("WARC-Type", "warcinfo"),
            ("WARC-Record-ID", f"<{_new_id()}>"),
            ("WARC-Date", now),
        ]
        self._append(headers, "application/warc-fields", fields.encode())

    def close(self) -> None:
        """Ends the archive; nothing can be kept afterwards."""
        self._file.close()

    def keep(self, exchange: Exchange) -> tuple[Exchange, int]:
        """Writes an exchange: its answer or failure, then its request.

        Returns:
            The exchange with the id of its response or metadata record, and that record's offset.
        """
        kept = replace(exchange, record_id=_new_id())
        assert kept.record_id is not None
        with self._lock:
            if kept.failure is None:
                offset = self._append_http(kept, "response", kept.record_id, kept.response)
            else:
                offset = self._append_failure(kept)
            if kept.request:
                self._append_http(kept, "request", _new_id(), kept.request)
        return kept, offset

    def _append_http(self, exchange: Exchange, kind: str, record_id: str, block: bytes) -> int:
        headers = _common(exchange, kind, record_id)
        if kind == "request":
            headers.append(("WARC-Concurrent-To", f"<{exchange.record_id}>"))
        elif exchange.cut is not None:
            headers.append(("WARC-Truncated", exchange.cut.value))
        headers.append(("WARC-Payload-Digest", _digest(block[_header_length(block) :])))
        return self._append(headers, f"application/http; msgtype={kind}", block)

    def _append_failure(self, exchange: Exchange) -> int:
        assert exchange.failure is not None
        failure = exchange.failure
        fields = f"outcome: {failure.outcome}\r\nreason: {' '.join(failure.reason.split())}\r\n"
        headers = _common(exchange, "metadata", str(exchange.record_id))
        headers.append(("WARC-Payload-Digest", _digest(fields.encode())))
        return self._append(headers, "application/warc-fields", fields.encode())

    def _append(self, headers: list[tuple[str, str]], content_type: str, block: bytes) -> int:
        headers.append(("WARC-Block-Digest", _digest(block)))
        kind = headers[0][1]
        fields = StatusAndHeaders("", headers, protocol=VERSION)
        record = ArcWarcRecord(
            "warc", kind, fields, io.BytesIO(block), None, content_type, len(block)
        )
        laid_out = io.BytesIO()
        WARCWriter(laid_out, gzip=False, warc_version=VERSION).write_record(record)
        try:
            offset = self._file.tell()
            self._file.write(gzip.compress(laid_out.getbuffer(), _GZIP_LEVEL, mtime=0))
            self._file.flush()
        except OSError as error:
            raise _unwritable(self.path, error) from error
        return offset


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


def _digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _header_length(block: bytes) -> int:
    """Where the payload of an HTTP message begins: after its first blank line."""
    end = 0
    for line in io.BytesIO(block):
        end += len(line)
        if not line.strip():
            break
    return end


def _unwritable(path: Path, error: OSError) -> CaptureError:
    return CaptureError(
        f"{path}: the archive cannot be written ({error.strerror}); choose another place for it"
    )
