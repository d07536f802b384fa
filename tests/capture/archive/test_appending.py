"""Archives that are added to: what a killed run leaves, two runs at once, a full disk."""

import gzip
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from audit.capture import open_client
from audit.capture.archive import appending
from audit.capture.archive.records import scan
from audit.capture.archive.warc import Recorder
from audit.capture.http.exchange import Exchange
from audit.errors import CaptureError
from audit.model import FetchSettings
from tests.capture.archives import OTHER, assert_warcio_finds_all_digests_right, packed
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Server, http

DATE = "2026-01-01T00:00:00.000000Z"


def exchange(number: int, answer: bytes = b"HTTP/1.1 200 OK\r\n\r\nwords") -> Exchange:
    return Exchange(f"http://news.example/{number}", DATE, response=answer)


def kept(path: Path, *numbers: int) -> None:
    recorder = Recorder(path)
    for number in numbers:
        recorder.keep(exchange(number))
    recorder.close()


def urls(path: Path) -> list[str]:
    return [record.uri.rpartition("/")[2] for record in scan(path) if record.kind == "response"]


def test_a_record_that_is_cut_at_any_byte_goes_and_nothing_before_it(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    kept(path, 1)
    before = path.read_bytes()
    recorder = Recorder(tmp_path / "other.warc.gz")
    _, begin = recorder.keep(exchange(2))
    recorder.close()
    last = (tmp_path / "other.warc.gz").read_bytes()[begin:]
    for length in range(len(last)):
        path.write_bytes(before + last[:length])
        kept(path, 3)
        assert path.read_bytes().startswith(before)
        assert urls(path) == ["1", "3"]
    path.write_bytes(before + last)
    kept(path, 3)
    assert urls(path) == ["1", "2", "3"]
    assert_warcio_finds_all_digests_right(path)


def test_a_first_record_that_is_cut_goes(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    kept(path, 1)
    whole = path.read_bytes()
    for length in range(60):
        path.write_bytes(whole[:length])
        kept(path, 2)
        assert urls(path) == ["2"]


def test_zeros_that_a_power_cut_leaves_go(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    for before in (b"", packed(OTHER)):
        path.write_bytes(before + bytes(5000))
        kept(path, 1)
        assert path.read_bytes().startswith(before + b"\x1f\x8b")
        assert urls(path)[-1] == "1"


@pytest.mark.parametrize(
    "data",
    [
        b"my notes",
        b"PK\x03\x04",
        OTHER,
        b"WARC/1.0\r\n",
        gzip.compress(b"my notes"),
        gzip.compress(b"my notes" * 99)[:20],
        packed(OTHER) + b"my notes",
        packed(OTHER) + packed(OTHER)[:40] + packed(OTHER),
    ],
)
def test_what_is_not_cut_but_something_else_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "captures.warc.gz"
    path.write_bytes(data)
    with pytest.raises(CaptureError, match=r"captures\.warc\.gz: (?:not a web archive|damaged)"):
        Recorder(path)
    assert path.read_bytes() == data


def test_damage_in_the_middle_is_not_taken_for_a_cut(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    kept(path, 1, 2, 3)
    whole = path.read_bytes()
    [_, second, _] = [record for record in scan(path) if record.kind == "response"]
    for place in range(second.offset, second.end):
        for bit in range(8):
            data = bytearray(whole)
            data[place] ^= 1 << bit
            path.write_bytes(data)
            try:
                kept(path, 4)
            except CaptureError as error:
                assert "damaged" in str(error)  # noqa: PT017 — a flag of gzip's may be free to change
                assert path.read_bytes() == data
                with pytest.raises(CaptureError, match="damaged"):
                    list(scan(path))
            else:
                assert urls(path) == ["1", "2", "3", "4"]


WRITER = """
import sys
import threading
import time
from pathlib import Path
from audit.capture.archive.warc import Recorder
from audit.capture.http.exchange import Exchange
recorder = Recorder(Path(sys.argv[1]))
number = 0
while True:
    answer = b"HTTP/1.1 200 OK\\r\\n\\r\\n" + bytes(range(256)) * 4000
    recorder.keep(Exchange(f"http://news.example/{number}", "2026-01-01T00:00:00Z", response=answer))
    print(number, flush=True)
    number += 1
"""


def test_a_killed_writer_loses_nothing_that_it_said_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    kept(path, 9999)
    found = urls(path)
    assert found[-1] == "9999"
    assert found[: len(said)] == [str(number) for number in range(len(said))]
    assert_warcio_finds_all_digests_right(path)


def test_a_killed_audit_leaves_what_it_had_fetched(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE))
    with open_client(settings(), record_to=path) as client:
        live = client(url)
        path.with_suffix(".copy").write_bytes(path.read_bytes() + packed(OTHER)[:30])
    with open_client(settings(), archives=[path.with_suffix(".copy")], offline=True) as client:
        assert client(url) == live


def test_two_runs_do_not_write_to_one_archive_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "captures.warc.gz"
    first = Recorder(path)
    monkeypatch.setattr(appending, "PATIENCE", 0.3)
    with pytest.raises(CaptureError, match="another run is writing to this archive"):
        Recorder(path)
    first.keep(exchange(1))
    first.close()
    kept(path, 2)
    assert urls(path) == ["1", "2"]


def test_a_run_waits_for_another_to_end(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    first = Recorder(path)
    second = threading.Thread(target=kept, args=(path, 2))
    second.start()
    first.keep(exchange(1))
    first.close()
    second.join()
    assert urls(path) == ["1", "2"]


def test_a_record_that_finds_no_room_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    recorder = Recorder(path)
    recorder.keep(exchange(1))
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, limit[1]))
        with pytest.raises(CaptureError, match="cannot be written"):
            recorder.keep(exchange(2, b"HTTP/1.1 200 OK\r\n\r\n" + os.urandom(9000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)
    recorder.keep(exchange(3))
    recorder.close()
    assert urls(path) == ["1", "3"]


def test_a_bomb_among_archives_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "captures.warc.gz"
    bomb = OTHER.replace(b"Content-Length: ", b"X-Nothing: ").partition(b"\r\n\r\n")[0]
    bomb += b"\r\nContent-Length: 2000000000\r\n\r\n"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(bomb)
        for _ in range(2000):
            file.write(bytes(1_000_000))
        file.write(b"\r\n\r\n")
    began = time.process_time()
    with pytest.raises(CaptureError, match="inflates beyond all measure"):
        open_client(FetchSettings(), archives=[path], offline=True)
    assert time.process_time() - began < 5
