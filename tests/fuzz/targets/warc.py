"""An archive → its captures, its index and its bundle: refused with one line, or read; plain, packed, or in a WACZ.

The first byte says how the rest is stored.
"""

import gzip
import io
import json
import tempfile
import zipfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from audit.capture import write_bundle
from audit.capture.archive.appending import ArchiveFile
from audit.capture.archive.index.cdxj import index_line, index_text
from audit.capture.archive.index.entries import Collector
from audit.capture.archive.records import Gap, salvage, scan
from audit.capture.archive.replay import Index, collected
from audit.capture.crawl import crawled_pages
from audit.capture.evidence import Evidence
from audit.capture.http.wire import read_answer
from audit.errors import CaptureError, UsageError
from audit.model import Capture, Outcome

WORDS = (
    *("WARC/1.1\r\n", "WARC/1.0\r\n", "WARC-Type: response\r\n", "WARC-Type: revisit\r\n"),
    *("WARC-Type: metadata\r\n", "WARC-Type: request\r\n", "WARC-Record-ID: <urn:1>\r\n", "\r\r\n"),
    *("WARC-Target-URI: http://news.example/a\r\n", "WARC-Date: 9999-12-31T23:59:59Z\r\n", "Content-Length: "),
    *("WARC-Date: 0001-01-01T00:00:00+14:00\r\n", "WARC-Refers-To: <urn:1>\r\n", "WARC-Truncated: length\r\n"),
    *("WARC-Concurrent-To: <urn:1>\r\n", "WARC-Payload-Digest: sha1:", "WARC-Block-Digest: sha256:"),
    *("WARC-Profile: server-not-modified\r\n", "WARC-Refers-To-Date: ", "WARC-Refers-To-Target-URI: "),
    *("outcome: not-found\r\nreason: ", "User-Agent: citeaudit/\r\n", "Cookie: a=b\r\n", "\r\n\r\n"),
    *("HTTP/1.1 200 OK\r\n", "HTTP/1.1 304 Not Modified\r\n", "PK\x03\x04", "PK\x05\x06", "(a(xxxxxxxxxxxxxxxxxxxxxxxx))/"),
)  # fmt: skip
RUNS = 1500
_FOLDER = tempfile.TemporaryDirectory()
_PATH = Path(_FOLDER.name, "captures.warc.gz")


def run(data: bytes) -> None:
    if not data:
        return
    stored = data[1:]
    _PATH.write_bytes(_STORED[data[0] % len(_STORED)](stored))
    try:
        entries = list(collected(Collector(_PATH), _PATH).entries())
        index_text(filter(None, (index_line(record, "a.warc.gz") for record in scan(_PATH))))
        assert all(url.startswith(("http://", "https://")) for url in crawled_pages(_PATH))
    except CaptureError:
        entries = []
    index = Index()
    index.add_all(entries)
    for listed in entries:
        found = index.find(listed.url, listed.cookies or "")
        if found is None:
            continue
        exchange = index.load(found, 100_000)
        index.before(listed.url, listed.date or "")
        if exchange.failure is None:
            read_answer(exchange, 100_000)
    captures = [
        (
            Capture(entry.url, Outcome.CAPTURED, entry.url, record_id=entry.record_id, body=b"x"),
            None,
        )
        for entry in entries
    ]
    for evidence in _evidence():
        for capture, _ in captures:
            evidence.reread(capture, 1000)
    if entries:
        with suppress(CaptureError, UsageError):
            write_bundle(
                Path(_FOLDER.name, "a.wacz"), [_PATH], captures, title="", when=entries[-1].date
            )
    try:
        ArchiveFile(_PATH, lambda _: None).close()
    except CaptureError:
        return
    assert not any(isinstance(record, Gap) for record in salvage(_PATH))


def _evidence() -> list[Evidence]:
    try:
        return [Evidence([_PATH])]
    except CaptureError:
        return []


def _packed(data: bytes) -> bytes:
    first, *rest = data.split(b"\nWARC/")
    return b"".join(map(gzip.compress, [first, *(b"WARC/" + entry for entry in rest)]))


def _in_wacz(data: bytes) -> bytes:
    file = io.BytesIO()
    name, digest = "archive/a.warc", f"sha256:{sha256(data).hexdigest()}"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(name, data)
        resources = [{"path": name, "hash": digest}]
        packed.writestr("datapackage.json", json.dumps({"resources": resources}))
    return file.getvalue()


def _with_package(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("archive/a.warc", b"WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
        packed.writestr("datapackage.json", data)
    return file.getvalue()


_STORED = (bytes, _packed, _in_wacz, _with_package, lambda data: b"PK\x03\x04" + data)
