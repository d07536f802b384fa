import gzip
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture import open_client
from audit.capture.archive.records import scan
from audit.errors import CaptureError
from audit.model import FetchSettings, Outcome
from tests.capture.archives import OTHER, PAGE, URL, packed, response
from tests.capture.conftest import Replay
from tests.capture.server import http


@pytest.mark.parametrize("pack", [packed, lambda *parts: b"".join(parts)])
def test_a_cut_last_record_is_passed_over(replay: Replay, pack: Callable[..., bytes]) -> None:
    first = response(URL, PAGE)
    last = pack(response("https://news.example/b", PAGE))
    for left in (1, 20, len(last) // 2, len(last) - 5):
        cut = pack(first) + last[:left]
        assert replay(cut).outcome is Outcome.CAPTURED
        assert replay(cut, url="https://news.example/b").outcome is Outcome.NOT_ARCHIVED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>a page, not an archive</html>",
        b"\x1f\x8b",
        b"\x1f\x8bnot gzip",
        gzip.compress(b"words"),
        gzip.compress(OTHER + OTHER),
        gzip.compress(OTHER)[:100],
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nContent-Length: many\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999999999\r\n\r\nwords",
        b"WARC/1.0\r\n" + b"X: 1\r\n" * 100_000 + b"\r\n",
        b"WARC/1.0\r\nX: " + b"x" * 1_000_000,
        gzip.compress(b"WARC/1.0\r\nX: " + b"x" * 50_000_000, 1),
        packed(OTHER) + b"garbage",
        packed(OTHER) + gzip.compress(b"garbage") + packed(OTHER),
        packed(OTHER) + gzip.compress(b"WARC/1.0\r\nWARC-Type: resp") + packed(OTHER),
        packed(OTHER) + gzip.compress(OTHER.replace(b"Content-Length: ", b"Content-Length: 9")),
        packed(OTHER) + gzip.compress(OTHER + OTHER),
        OTHER + b"garbage" + OTHER,
        packed(OTHER) + packed(OTHER)[:60] + packed(OTHER),
    ],
)
def test_a_broken_archive_is_one_clear_line(replay: Replay, data: bytes) -> None:
    with pytest.raises(CaptureError, match=r"0\.warc\.gz: ") as raised:
        replay(data)
    assert "\n" not in str(raised.value)


def test_a_missing_archive_and_a_folder_are_one_clear_line(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.warc.gz", tmp_path):
        with pytest.raises(CaptureError, match=f"{path.name}: the archive cannot be read"):
            open_client(FetchSettings(), archives=[path], offline=True)


def test_an_archive_that_changes_during_the_run_is_named(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    archive.write_bytes(packed(response(URL, PAGE)))
    with open_client(FetchSettings(), archives=[archive], offline=True) as client:
        archive.write_bytes(b"")
        with pytest.raises(CaptureError, match=r"a\.warc\.gz: changed while it was read"):
            client(URL)


def test_indexing_a_large_archive_takes_little_memory(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    archive.write_bytes(packed(response(URL, http("200 OK", b"words " * 10_000_000))))
    tracemalloc.start()
    with open_client(
        FetchSettings(max_bytes=1_000_000), archives=[archive], offline=True
    ) as client:
        assert client(URL).outcome is Outcome.TOO_LARGE
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


@given(st.data())
def test_any_damage_is_a_clear_line_or_leaves_whole_records(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    sound = data.draw(st.sampled_from([packed(OTHER, OTHER), OTHER + OTHER]))
    begin = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(begin, min(begin + 30, len(sound))))
    damaged = sound[:begin] + data.draw(st.binary(max_size=30)) + sound[end:]
    path = tmp_path_factory.getbasetemp() / "damaged.warc.gz"
    path.write_bytes(damaged)
    try:
        found = list(scan(path))
    except CaptureError:
        return
    assert 1 <= len(found) <= 2
