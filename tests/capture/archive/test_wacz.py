"""WACZ files: ours before the field's own tools, and those of others before us."""

import contextlib
import io
import json
import os
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit.capture import open_client, write_bundle
from audit.capture.archive.records import scan
from audit.errors import CaptureError, UsageError
from audit.model import Capture, FetchSettings, Outcome
from tests.capture.archives import (
    OTHER,
    PAGE,
    URL,
    assert_warcio_finds_all_digests_right,
    packed,
    response,
)
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Server, http, redirect
from tests.conftest import program

ETAG = 'ETag: "1"'
GATE = b"<title>Moved</title>"


@pytest.fixture
def audited(server: Server, settings: Settings, tmp_path: Path) -> tuple[Path, list[Capture]]:
    """An archive of two runs: the second found one page unchanged, and one at another place."""
    archive = tmp_path / "captures.warc.gz"
    paths = ["/same", "/moved", "/gone", "/odd?b=1&a=%C3%A4"]
    server.on("/same", http("200 OK", ARTICLE, ETAG), http("304 Not Modified"))
    server.on("/moved", http("200 OK", GATE), redirect("/there"))
    server.on("/there", http("200 OK", ARTICLE + b"<p>There."))
    server.on("/odd?b=1&a=%C3%A4", http("200 OK", ARTICLE + b"<p>Odd."))
    captures: list[Capture] = []
    for _ in range(2):
        with open_client(settings(), record_to=archive) as client:
            captures = [client(server.url(path)) for path in paths]
    return archive, captures


def bundled(archive: Path, captures: list[Capture]) -> Path:
    path = archive.with_name("audit.wacz")
    titled = [(each, f"Page {number}") for number, each in enumerate(captures)]
    when = max(str(capture.fetched_at) for capture in captures)
    write_bundle(path, [archive], titled, title="An audit", when=when)
    return path


def test_it_holds_the_records_of_the_audit_and_no_others(
    audited: tuple[Path, list[Capture]], tmp_path: Path
) -> None:
    archive, captures = audited
    path = bundled(archive, captures)
    with zipfile.ZipFile(path) as file:
        assert all(member.compress_type == zipfile.ZIP_STORED for member in file.infolist())
        (tmp_path / "inside.warc.gz").write_bytes(file.read("archive/captures.warc.gz"))
        pages = [json.loads(line) for line in file.read("pages/pages.jsonl").splitlines()]
    inside = list(scan(tmp_path / "inside.warc.gz"))
    named = {capture.record_id for capture in captures} | {
        hop.record_id for hop in captures[1].hops
    }
    answers = {record.id for record in inside if record.kind in {"response", "revisit"}}
    repeated = {
        record.fields["warc-refers-to"][1:-1] for record in inside if record.kind == "revisit"
    }
    assert len(repeated) == 2
    assert answers == named | repeated
    requests = [
        record.fields["warc-concurrent-to"][1:-1] for record in inside if record.kind == "request"
    ]
    assert sorted(requests) == sorted(answers)
    assert [page["url"] for page in pages[1:]] == [
        capture.url for capture in captures if capture.body
    ]
    assert_warcio_finds_all_digests_right(tmp_path / "inside.warc.gz")


def test_the_same_audit_gives_the_same_file(audited: tuple[Path, list[Capture]]) -> None:
    first = bundled(*audited).read_bytes()
    assert bundled(*audited).read_bytes() == first


def test_it_is_read_back_where_it_is(audited: tuple[Path, list[Capture]]) -> None:
    path = bundled(*audited)
    with open_client(FetchSettings(), archives=[path], offline=True) as client:
        for capture in audited[1]:
            assert client(capture.url) == capture


@pytest.mark.program("wacz")
def test_wacz_finds_it_valid(audited: tuple[Path, list[Capture]]) -> None:
    wacz = program("wacz")
    assert wacz is not None
    path = bundled(*audited)
    done = subprocess.run(
        [wacz, "validate", "-f", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "the passed WACZ is valid" in done.stdout
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"title": "An audit"', b'"title": "No audit"'))
    done = subprocess.run(
        [wacz, "validate", "-f", path], capture_output=True, text=True, check=False
    )
    assert "the passed WACZ is valid" not in done.stdout


@contextlib.contextmanager
def wayback(folder: Path, wacz: Path) -> Iterator[Callable[[str, str], tuple[int, bytes]]]:
    """pywb with one collection, the contents of a WACZ; fetches what it replays."""
    manager, server = program("wb-manager"), program("wayback")
    assert manager is not None
    assert server is not None
    for words in (("init", "audit"), ("add", "--unpack-wacz", "audit", str(wacz))):
        subprocess.run([manager, *words], cwd=folder, check=True, capture_output=True)
    with Server() as free:
        port = free.port
    with (folder / "log").open("w") as log:
        running = subprocess.Popen(
            [server, "-b", "127.0.0.1", "-p", str(port)],
            cwd=folder,
            stdout=log,
            stderr=log,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )

    def fetch(moment: str, url: str) -> tuple[int, bytes]:
        address = f"http://127.0.0.1:{port}/audit/{moment}id_/{url}"
        try:
            with urllib.request.urlopen(address, timeout=20) as came:
                return came.status, came.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    try:
        for _ in range(100):
            with contextlib.suppress(OSError):
                fetch("2", "http://nothing.example/")
                break
            time.sleep(0.2)
        yield fetch
    finally:
        running.terminate()
        running.wait()


@pytest.mark.program("wayback")
@pytest.mark.program("wb-manager")
def test_pywb_replays_it(audited: tuple[Path, list[Capture]], tmp_path: Path) -> None:
    archive, captures = audited
    folder = tmp_path / "pywb"
    folder.mkdir()
    with wayback(folder, bundled(archive, captures)) as fetch:
        for capture in captures:
            moment = str(capture.fetched_at)[:19].translate(str.maketrans("", "", "-:T"))
            answers = [(capture.status, capture.body)]
            if capture.url.endswith("/same"):  # its revisit, where it was made in a later second
                answers.append((304, b""))
            assert fetch(moment, capture.final_url) in answers


def wacz_of(*members: tuple[str, bytes], compress: int = zipfile.ZIP_STORED) -> bytes:
    """A WACZ as others write them, with the datapackage that fits."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compress) as archive:
        for name, content in members:
            archive.writestr(name, content)
        if "datapackage.json" not in dict(members):
            archive.writestr("datapackage.json", '{"resources": []}')
    return file.getvalue()


SOUND = ("archive/data.warc.gz", packed(response(URL, PAGE)))


def replayed(tmp_path: Path, data: bytes) -> Capture:
    path = tmp_path / "other.wacz"
    path.write_bytes(data)
    with open_client(FetchSettings(), archives=[path], offline=True) as client:
        return client(URL)


@pytest.mark.parametrize("name", ["archive/a.warc.gz", "archive/../../up.warc.gz"])
def test_a_wacz_of_others_is_read_and_nothing_is_unpacked(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    for members in (
        ((name, packed(response(URL, PAGE))),),
        ((name.removesuffix(".gz"), response(URL, PAGE)),),
        ((name, packed(OTHER)), ("archive/b.warc.gz", packed(response(URL, PAGE)))),
    ):
        assert replayed(inside, wacz_of(*members)).body == ARTICLE
    assert [path.name for path in tmp_path.iterdir()] == ["inside"]
    assert [path.name for path in inside.iterdir()] == ["other.wacz"]


def overlapping() -> bytes:
    """A directory in which two names stand for the same bytes."""
    data = wacz_of(SOUND, ("archive/more.warc.gz", b""))
    at = data.rindex(b"archive/more.warc.gz") - 46
    capture = data.index(b"PK\x01\x02")
    return (
        data[: at + 16]
        + data[capture + 16 : capture + 28]
        + data[at + 28 : at + 42]
        + data[capture + 42 : capture + 46]
        + data[at + 46 :]
    )


WRONG = json.dumps({"resources": [{"path": SOUND[0], "hash": "sha256:" + "0" * 64}]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        b"PK\x03\x04" + b"garbage" * 999,
        wacz_of(SOUND)[:-30],
        wacz_of(SOUND, compress=zipfile.ZIP_DEFLATED),
        wacz_of(SOUND, ("datapackage.json", WRONG)),
        wacz_of(SOUND, ("datapackage.json", b"[" * 100_000)),
        wacz_of(SOUND, ("datapackage.json", b"{}")),
        wacz_of(SOUND, ("datapackage.json", b"\xff")),
        wacz_of(("pages/pages.jsonl", b"{}")),
        wacz_of(("archive/data.warc.gz", b"garbage")),
        wacz_of(*((f"pages/{number:0>99}", b"") for number in range(60_000))),
        overlapping(),
    ],
)
def test_a_wacz_that_is_not_sound_is_one_clear_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(CaptureError, match=r"other\.wacz: not ") as raised:
        replayed(tmp_path, data)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose another --bundle"):
        write_bundle(tmp_path / "missing" / "a.wacz", [], [], title="", when=None)


def test_an_audit_without_captures_is_a_file_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    failed = Capture(URL, Outcome.REFUSED, URL)
    write_bundle(path, [], [(failed, None)], title="Nothing", when=None)
    with zipfile.ZipFile(path) as file:
        assert file.read("pages/pages.jsonl").count(b"\n") == 1


@pytest.mark.parametrize("when", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "never"])
def test_a_moment_that_zip_cannot_hold_is_moved_to_one_that_it_can(
    tmp_path: Path, when: str
) -> None:
    archive, bundle = tmp_path / "a.warc.gz", tmp_path / "a.wacz"
    archive.write_bytes(packed(response(URL, PAGE, date=when, id="urn:uuid:1")))
    with open_client(FetchSettings(), archives=[archive], offline=True) as client:
        capture = client(URL)
    write_bundle(bundle, [archive], [(capture, None)], title="A", when=capture.fetched_at)
    with open_client(FetchSettings(), archives=[bundle], offline=True) as client:
        assert client(URL) == capture
