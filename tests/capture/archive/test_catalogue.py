"""The index of a large archive says what reading the archive says, and is believed only while that is so."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from audit.capture import describe_archive, open_client
from audit.capture.archive import on_disk
from audit.capture.archive.index.catalogue import Catalogue, Seen, catalogue_of
from audit.capture.archive.index.entries import Collector, Entry
from audit.capture.archive.index.held import Captures, Held, lookup_key
from audit.capture.archive.index.opened import Archives
from audit.capture.archive.journal import Journal
from audit.capture.archive.records import scan
from audit.capture.archive.replay import Index, collected
from audit.errors import CaptureError
from audit.model import FetchSettings
from tests.capture.archives import OTHER, PAGE, URL, packed, record, response
from tests.capture.server import http

_OTHER_PAGE = http("200 OK", b"<html><body><p>Other words of the same page, and no fewer.</p>")
_REQUEST = b"GET /a HTTP/1.1\r\nUser-Agent: citeaudit/1\r\nCookie: gate=open\r\n\r\n"
_REVISIT = {"WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"}
_DIGEST = {"WARC-Payload-Digest": "sha1:2222222222222222222222222222222222222222"}
ARCHIVE = packed(
    response(URL, PAGE, id="test:1", **_DIGEST),
    record("request", URL, _REQUEST, id="test:2", **{"WARC-Concurrent-To": "<test:1>"}),
    response("https://NEWS.example/a#part", _OTHER_PAGE, date="2024-07-01T12:00:00Z", id="test:3"),
    record("revisit", URL, b"", date="2024-08-01T12:00:00Z", id="test:4", **_REVISIT, **_DIGEST),
    record(
        "revisit",
        "https://news.example/c",
        b"",
        id="test:5",
        **{
            **_REVISIT,
            "WARC-Refers-To-Target-URI": URL,
            "WARC-Refers-To-Date": "2024-06-01T12:00:00Z",
        },
    ),
    record("metadata", "https://gone.example/", b"outcome: network-error\r\nreason: dns: none\r\n"),
    response("https://busy.example/", http("503 Busy", b"later"), id="test:6"),
    response("https://cut.example/", PAGE, id="test:1", **{"WARC-Truncated": "length"}),
    OTHER,
)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(on_disk, "_SETTLED", -1)  # a file just written may be believed by its times
    path = tmp_path / "captures.warc.gz"
    path.write_bytes(ARCHIVE)
    return path


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state" / "captures.journal")


def _in_every_way(captures: Captures, known: list[Entry]) -> Iterator[object]:
    for entry in known:
        yield list(captures.of_url(entry.url))
        yield list(captures.of_key(lookup_key(entry.url)))
        yield list(captures.of_id(entry.record_id or ""))
        yield captures.of_digest(entry.digest)
        yield list(captures.of_moment(entry.url, entry.date or ""))
    yield list(captures.of_url("https://nobody.example/"))


@pytest.mark.parametrize("max_age", [None, 0.0, 1e12])
@pytest.mark.parametrize("own", [0, 1, 3])
def test_what_is_found_is_what_reading_the_archive_finds(
    archive: Path, journal: Journal, max_age: float | None, own: int
) -> None:
    records = list(scan(archive))
    data = archive.read_bytes()
    for each in records[:own]:
        journal.add(hashlib.sha256(data[each.offset : each.end]).hexdigest())
    large, small = Archives(journal, large=0), Archives(journal, large=10**9)
    on_file, in_memory = large.captures(archive, max_age), small.captures(archive, max_age)
    assert isinstance(on_file, Seen)
    assert isinstance(in_memory, Held)
    known = list(collected(Collector(archive), archive).entries())
    assert list(_in_every_way(on_file, known)) == list(_in_every_way(in_memory, known))


def test_an_index_is_made_once_and_then_believed(archive: Path) -> None:
    first = catalogue_of(archive)
    assert first is not None
    (index,) = _indexes()
    made = index.stat().st_ino
    second = catalogue_of(archive)
    assert second is not None
    assert index.stat().st_ino == made
    assert not list(index.parent.glob("*.part"))


def test_an_archive_that_changed_is_indexed_anew(archive: Path) -> None:
    assert catalogue_of(archive) is not None
    archive.write_bytes(ARCHIVE + packed(response("https://late.example/", PAGE)))
    again = catalogue_of(archive)
    assert again is not None
    assert list(again.rows("url", "https://late.example/"))


def test_an_index_does_not_count_for_other_bytes_of_the_same_size(archive: Path) -> None:
    swapped = packed(*(response(f"https://{name}.example/", PAGE) for name in ("aa", "bb")))
    archive.write_bytes(swapped)
    assert catalogue_of(archive) is not None
    archive.write_bytes(
        packed(*(response(f"https://{name}.example/", PAGE) for name in ("cc", "dd")))
    )
    again = catalogue_of(archive)
    assert again is not None
    assert not list(again.rows("url", "https://aa.example/"))
    assert list(again.rows("url", "https://cc.example/"))


def test_a_copy_with_the_same_bytes_in_its_place_needs_no_new_index(
    archive: Path, tmp_path: Path
) -> None:
    assert catalogue_of(archive) is not None
    (index,) = _indexes()
    made = index.stat().st_ino
    copyfile(archive, tmp_path / "copy")
    (tmp_path / "copy").replace(archive)
    assert catalogue_of(archive) is not None
    assert index.stat().st_ino == made


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_an_index_that_others_can_write_is_not_believed(archive: Path) -> None:
    assert catalogue_of(archive) is not None
    (index,) = _indexes()
    made = index.stat().st_ino
    index.chmod(0o666)
    assert catalogue_of(archive) is not None
    assert index.stat().st_ino != made


@pytest.mark.parametrize("junk", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_index_is_made_anew(archive: Path, junk: bytes) -> None:
    assert catalogue_of(archive) is not None
    (index,) = _indexes()
    index.write_bytes(junk)
    assert catalogue_of(archive) is not None


def test_an_index_damaged_behind_its_head_ends_the_run_and_goes(archive: Path) -> None:
    catalogue = catalogue_of(archive)
    assert catalogue is not None
    (index,) = _indexes()
    data = index.read_bytes()
    catalogue.close()
    index.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(CaptureError, match="damaged and was discarded; run again"):
        list(Catalogue(archive, index).rows("url", URL))
    assert not index.exists()


def test_an_index_that_points_elsewhere_is_found_out_at_the_record(archive: Path) -> None:
    assert catalogue_of(archive) is not None
    (index,) = _indexes()
    with sqlite3.connect(index) as connection:
        ((offset,),) = connection.execute(
            "SELECT json_extract(told, '$[0]') FROM capture WHERE number = 8"
        )
        connection.execute("UPDATE capture SET told = json_set(told, '$[0]', ?)", (offset,))
    connection.close()
    journal = Journal(archive.with_name("journal"))
    seen = Index()
    seen.include(Archives(journal, large=0).captures(archive, None))
    entry = seen.find("https://busy.example/", "")
    assert entry is not None
    with pytest.raises(CaptureError, match="changed while it was read"):
        seen.load(entry, 1000)


def test_where_nothing_can_be_kept_the_archive_is_read(
    archive: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(archive))  # no folder
    assert isinstance(Archives(journal, large=0).captures(archive, None), Held)


def test_a_cache_that_a_checkout_brings_is_not_believed(
    archive: Path, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert isinstance(Archives(journal, large=0).captures(archive, None), Held)


def test_a_client_answers_the_same_out_of_an_index(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answers() -> list[object]:
        urls = (URL, "https://news.example/c", "https://gone.example/", "https://cut.example/")
        with open_client(FetchSettings(), archives=[archive], offline=True) as client:
            return [client(url) for url in (*urls, "https://nobody.example/")]

    read = answers()
    monkeypatch.setattr(Archives.__init__, "__defaults__", (0,))
    assert answers() == read
    assert _indexes()


def test_an_archive_is_read_once_in_a_run(archive: Path, journal: Journal) -> None:
    archives = Archives(journal)
    first = archives.captures(archive, None)
    assert archives.captures(archive, None) is first
    archive.write_bytes(ARCHIVE + packed(response("https://late.example/", PAGE)))
    assert archives.captures(archive, None) is not first


def test_an_archive_just_written_is_read_again(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "captures.warc.gz"
    path.write_bytes(ARCHIVE)
    archives = Archives(journal)
    assert archives.captures(path, None) is not archives.captures(path, None)


def test_an_archive_that_is_no_archive_is_refused(tmp_path: Path, journal: Journal) -> None:
    path = tmp_path / "captures.warc.gz"
    path.write_bytes(b"no archive")
    for large in (0, 10**9):
        with pytest.raises(CaptureError, match="not a web archive"):
            Archives(journal, large).captures(path, None)
    assert not _indexes()
    with pytest.raises(CaptureError, match="cannot be read"):
        Archives(journal).captures(tmp_path / "missing", None)


def test_an_archive_is_hashed_once_while_it_stays_as_it_is(archive: Path) -> None:
    first = describe_archive(archive)
    state = on_disk.state_of(archive)
    assert on_disk._known[state] == first.sha256
    on_disk._known[state] = "what is known"
    assert describe_archive(archive).sha256 == "what is known"
    os.utime(archive, (1, 1))
    assert describe_archive(archive) == first


def _indexes() -> list[Path]:
    folder = Path(os.environ["XDG_CACHE_HOME"]) / "citeaudit" / "archives"
    return sorted(folder.glob("*.index"))


@pytest.mark.parametrize("left", [0, 40])
def test_the_index_says_whether_the_archive_breaks_off(archive: Path, left: int) -> None:
    archive.write_bytes(ARCHIVE + packed(OTHER)[:left])
    catalogue = catalogue_of(archive)
    assert catalogue is not None
    assert catalogue.cut() == (len(ARCHIVE) if left else None)
