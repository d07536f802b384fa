"""What is written: WARC/1.1 as the standard has it, with the bytes as they went over the wire."""

import base64
import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from audit.capture import open_client
from audit.capture.archive.record import Record
from audit.capture.archive.records import scan
from audit.errors import CaptureError
from audit.model import FetchSettings, Outcome
from tests.capture.archives import assert_warcio_finds_all_digests_right
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Server, chunked, http, redirect, reset, trickle

ODDLY_FRAMED = (
    b"HTTP/1.1 200 Fine by me\r\ncontent-TYPE:text/html\r\nX-Twice: 1\r\nX-Twice: \xe4\r\n"
    b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    + chunked(gzip.compress(ARTICLE))
)


@dataclass(frozen=True)
class Run:
    """One run over pages of many kinds: its archive, and what the server was sent."""

    archive: Path
    requests: list[bytes]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    archive = tmp_path_factory.mktemp("run") / "captures.warc.gz"
    with Server() as server:
        urls = [
            server.on("/odd", ODDLY_FRAMED),
            server.on("/to", redirect("/odd2")),
            server.on("/odd2", ODDLY_FRAMED),
            server.on("/reset", reset),
            server.on("/garbage", b"no http\r\n"),
            server.on("/cut", http("200 OK", ARTICLE)[:-9]),
            server.on("/long", http("200 OK", b"words " * 300_000)),
            server.on("/slow", trickle(b"HTTP/1.1 200 OK\r\n\r\n", every=0.05)),
            server.on("/empty", http("204 No Content")),
            "http://127.0.0.2/private",
        ]
        settings = FetchSettings(
            deadline=1.0,
            max_bytes=100_000,
            retries=0,
            allow_private=(("127.0.0.1", server.port),),
        )
        with open_client(settings, record_to=archive) as client:
            for url in urls:
                client(url)
    return Run(archive, server.requests)


@pytest.fixture(scope="module")
def archive(run: Run) -> Path:
    return run.archive


def records(archive: Path, kind: str, path: str) -> list[Record]:
    return [
        record
        for record in scan(archive)
        if record.fields["warc-type"] == kind and record.fields["warc-target-uri"].endswith(path)
    ]


def sha1(block: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()


def test_warcio_finds_every_digest_right(archive: Path) -> None:
    assert_warcio_finds_all_digests_right(archive)


def test_warcio_reads_the_pages(archive: Path) -> None:
    with archive.open("rb") as file:
        found = [
            record.content_stream().read()
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
            and record.rec_headers.get_header("WARC-Target-URI").endswith("/odd")
        ]
    assert found == [ARTICLE]


def test_the_bytes_are_kept_as_they_were_received_and_sent(archive: Path, run: Run) -> None:
    (response,) = records(archive, "response", "/odd")
    (request,) = records(archive, "request", "/odd")
    assert response.opening == ODDLY_FRAMED
    assert request.opening == run.requests[0]


def test_an_archive_begins_with_what_wrote_it(archive: Path) -> None:
    first = next(scan(archive))
    assert first.fields["warc-type"] == "warcinfo"
    assert first.opening.startswith(b"software: citeaudit/")
    assert gzip.decompress(archive.read_bytes()).startswith(b"WARC/1.1\r\n")


def test_each_exchange_is_a_response_and_its_request(archive: Path) -> None:
    for path in ("/odd", "/to", "/odd2", "/cut", "/long", "/slow", "/empty"):
        (response,) = records(archive, "response", path)
        (request,) = records(archive, "request", path)
        assert response.fields["content-type"] == "application/http; msgtype=response"
        assert request.fields["content-type"] == "application/http; msgtype=request"
        assert request.fields["warc-concurrent-to"] == response.fields["warc-record-id"]
        assert response.fields["warc-ip-address"] == "127.0.0.1"
        assert response.fields["warc-date"] == request.fields["warc-date"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", response.fields["warc-date"])
        assert re.fullmatch(r"<urn:uuid:[0-9a-f-]{36}>", response.fields["warc-record-id"])


def test_digests_are_of_the_block_and_of_what_follows_its_headers(archive: Path) -> None:
    (response,) = records(archive, "response", "/odd")
    assert response.fields["warc-block-digest"] == sha1(ODDLY_FRAMED)
    assert response.fields["warc-payload-digest"] == sha1(ODDLY_FRAMED.partition(b"\r\n\r\n")[2])


@pytest.mark.parametrize(
    ("path", "why"),
    [("/cut", "disconnect"), ("/long", "length"), ("/slow", "time"), ("/odd", None)],
)
def test_a_body_that_is_not_whole_says_so(archive: Path, path: str, why: str | None) -> None:
    (response,) = records(archive, "response", path)
    assert response.fields.get("warc-truncated") == why


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/reset", Outcome.NETWORK_ERROR),
        ("/garbage", Outcome.BAD_RESPONSE),
        ("/private", Outcome.REFUSED),
    ],
)
def test_an_exchange_without_an_answer_is_a_metadata_record(
    archive: Path, path: str, outcome: Outcome
) -> None:
    (metadata,) = records(archive, "metadata", path)
    assert metadata.fields["content-type"] == "application/warc-fields"
    assert metadata.opening.startswith(f"outcome: {outcome}\r\nreason: ".encode())
    assert records(archive, "response", path) == []


def test_record_ids_are_unique(archive: Path) -> None:
    ids = [record.fields["warc-record-id"] for record in scan(archive)]
    assert len(set(ids)) == len(ids)


def test_a_second_run_is_added_and_counts(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE), http("404 Not Found"))
    captures = []
    for _ in range(2):
        with open_client(settings(), record_to=path) as client:
            captures.append(client(url))
    assert [capture.outcome for capture in captures] == [Outcome.CAPTURED, Outcome.NOT_FOUND]
    with open_client(settings(), archives=[path], offline=True) as client:
        assert client(url) == captures[1]


def test_an_archive_that_cannot_be_written_is_named(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(CaptureError, match=r"captures\.warc\.gz: the archive cannot be written"):
        open_client(settings(), record_to=tmp_path / "missing" / "captures.warc.gz")
