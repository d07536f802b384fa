import hashlib
from pathlib import Path

import pytest

from audit.capture import describe_archive
from audit.errors import CaptureError
from audit.model import Archive


def test_an_archive_is_described_by_path_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    path.write_bytes(b"bytes")
    assert describe_archive(path) == Archive(str(path), hashlib.sha256(b"bytes").hexdigest(), 5)


def test_an_archive_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"missing\.warc\.gz: the archive cannot be read"):
        describe_archive(tmp_path / "missing.warc.gz")
