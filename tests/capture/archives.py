"""Archives as other tools write them, put together by hand."""

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

from tests.capture.server import ARTICLE, http

URL = "https://news.example/a"
PAGE = http("200 OK", ARTICLE)


def record(
    kind: str,
    url: str,
    block: bytes,
    *,
    date: str = "2024-06-01T12:00:00Z",
    id: str | None = None,  # noqa: A002 — what the standard calls it
    version: str = "1.0",
    **fields: str,
) -> bytes:
    """One record, not compressed. Names in ``fields`` are those of the standard."""
    named = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "WARC-Record-ID": f"<{id or f'test:{kind}:{date}:{url}'}>",
        "Content-Length": str(len(block)),
        **fields,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    return f"WARC/{version}\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def response(url: str, answer: bytes, **fields: str) -> bytes:
    """A response record."""
    return record("response", url, answer, **fields)


OTHER = response("https://news.example/b", PAGE)


def packed(*records: bytes) -> bytes:
    """Records as a .warc.gz holds them: one gzip member each."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def assert_warcio_finds_all_digests_right(archive: Path) -> None:
    """Has warcio's own command compute every digest of an archive again."""
    warcio = shutil.which("warcio", path=Path(sys.executable).parent)
    assert warcio is not None
    done = subprocess.run(
        [warcio, "check", "-v", archive], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert "digest pass" in done.stdout
    assert "fail" not in done.stdout
