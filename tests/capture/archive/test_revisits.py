"""Asking again for what was captured before: 304, the same payload again, and ``max_age``."""

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from audit.capture import open_client
from audit.capture.archive.index.entries import Entry, Repeats
from audit.capture.archive.record import Record
from audit.capture.archive.records import scan
from audit.capture.archive.replay import Index
from audit.capture.http.exchange import Profile
from audit.model import Capture, FetchSettings, Outcome
from tests.capture.archives import (
    PAGE,
    URL,
    assert_warcio_finds_all_digests_right,
    packed,
    record,
    response,
)
from tests.capture.conftest import Replay, Settings
from tests.capture.server import ARTICLE, Server, http

ETAG = 'ETag: W/"v1"'
MODIFIED = "Last-Modified: Wed, 01 Jan 2025 00:00:00 GMT"


def captured(
    path: Path, url: str, settings: FetchSettings, archives: tuple[Path, ...] = ()
) -> Capture:
    with open_client(settings, archives=archives, record_to=path) as client:
        return client(url)


def replayed(url: str, *paths: Path) -> Capture:
    with open_client(FetchSettings(), archives=paths, offline=True) as client:
        return client(url)


def revisits(path: Path) -> list[Record]:
    return [record for record in scan(path) if record.kind == "revisit"]


def test_a_page_that_did_not_change_is_a_revisit_record(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE, ETAG, MODIFIED), http("304 Not Modified"))
    first = captured(path, url, settings())
    second = captured(path, url, settings())
    assert b'If-None-Match: W/"v1"\r\n' in server.requests[1]
    assert b"If-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT\r\n" in server.requests[1]
    assert b"If-" not in server.requests[0]
    assert (second.outcome, second.status, second.body) == (Outcome.CAPTURED, 200, ARTICLE)
    assert second.sha256 == first.sha256
    assert second.record_id != first.record_id

    [revisit] = revisits(path)
    fields = revisit.fields
    assert revisit.id == second.record_id
    assert fields["warc-profile"] == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
    assert fields["warc-refers-to"] == f"<{first.record_id}>"
    assert fields["warc-refers-to-target-uri"] == url
    assert fields["warc-refers-to-date"] == first.fetched_at
    assert fields["warc-payload-digest"].startswith("sha1:")
    assert revisit.opening == http("304 Not Modified")
    assert replayed(url, path) == second
    assert_warcio_finds_all_digests_right(path)


def test_a_revisit_of_a_revisit_points_to_the_page_itself(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE, ETAG), http("304 Not Modified"))
    first, *later = (captured(path, url, settings()) for _ in range(4))
    for revisit, capture in zip(revisits(path), later, strict=True):
        assert revisit.id == capture.record_id
        assert revisit.fields["warc-refers-to"] == f"<{first.record_id}>"
        assert revisit.fields["warc-refers-to-date"] == first.fetched_at
    assert replayed(url, path) == later[-1]


LONG = ARTICLE + " ".join(map(str, range(2000))).encode()


@pytest.mark.parametrize("body", [LONG, gzip.compress(LONG, mtime=0)])
def test_the_same_payload_again_is_a_revisit_record(
    server: Server, settings: Settings, tmp_path: Path, body: bytes
) -> None:
    path = tmp_path / "captures.warc.gz"
    coding = ["Content-Encoding: gzip"] if body != LONG else []
    url = server.on(
        "/a",
        http("200 OK", body, *coding, "X-Serial: 1"),
        http("200 OK", body, *coding, "X-Serial: 2", kind="text/html"),
    )
    first, second = captured(path, url, settings()), captured(path, url, settings())
    assert b"If-" not in server.requests[1]
    [revisit] = revisits(path)
    assert (
        revisit.fields["warc-profile"]
        == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    )
    assert b"X-Serial: 2" in revisit.opening
    assert revisit.opening.endswith(b"\r\n\r\n")
    assert (second.content_type, second.body) == ("text/html", first.body)
    assert replayed(url, path) == second
    assert_warcio_finds_all_digests_right(path)


@pytest.mark.parametrize(
    "later",
    [
        http("200 OK", ARTICLE + b"<p>More."),
        http("404 Not Found", ARTICLE[:-1]),
        http("200 OK", ARTICLE)[:-9],
    ],
)
def test_what_differs_is_kept_whole(
    server: Server, settings: Settings, tmp_path: Path, later: bytes
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE, ETAG), later)
    captured(path, url, settings())
    second = captured(path, url, settings())
    assert revisits(path) == []
    assert replayed(url, path) == second


@pytest.mark.parametrize(
    "first",
    [
        http("200 OK", ARTICLE, ETAG)[:-9],
        http("404 Not Found", ARTICLE, ETAG),
        http("200 OK", ARTICLE, 'ETag: "a\x0bb"'),
        http("200 OK", ARTICLE, "ETag: bare"),
        http("200 OK", ARTICLE, "Last-Modified: yesterday"),
        http("200 OK", ARTICLE, f'ETag: "{"x" * 2000}"'),
    ],
)
def test_what_gives_nothing_to_go_by_is_asked_for_whole(
    server: Server, settings: Settings, tmp_path: Path, first: bytes
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", first, http("200 OK", ARTICLE))
    captured(path, url, settings())
    captured(path, url, settings())
    assert b"If-" not in server.requests[1]


def test_a_304_that_nobody_asked_for_is_no_page(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    url = server.on("/a", http("200 OK", ARTICLE), http("304 Not Modified"))
    path = tmp_path / "captures.warc.gz"
    captured(path, url, settings())
    assert captured(path, url, settings()).outcome is not Outcome.CAPTURED


def test_a_304_repeats_a_page_of_another_archive(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.warc.gz", tmp_path / "new.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE, ETAG), http("304 Not Modified"))
    captured(old, url, settings())
    second = captured(new, url, settings(max_age=0.0), (old,))
    assert second.outcome is Outcome.CAPTURED
    assert replayed(url, old, new) == replayed(url, new, old) == second
    assert replayed(url, new).outcome is Outcome.NOT_ARCHIVED


def aged(path: Path, url: str, age: timedelta, **fields: str) -> None:
    date = (datetime.now(UTC) - age).strftime("%Y-%m-%dT%H:%M:%SZ")
    path.write_bytes(packed(response(url, PAGE, date=date, **fields)))


def test_a_young_capture_answers_and_an_old_one_does_not(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "given.warc.gz"
    url = server.on("/a", http("200 OK", ARTICLE + b"<p>More."))
    aged(path, url, timedelta(hours=2))

    def ask(max_age: float | None) -> Capture:
        return captured(tmp_path / f"{max_age}.warc.gz", url, settings(max_age=max_age), (path,))

    assert ask(3 * 3600.0).body == ARTICLE
    assert ask(None).body == ARTICLE
    assert server.requests == []
    assert ask(3600.0).body != ARTICLE
    aged(path, url, timedelta(hours=-2))  # a clock that is wrong, or a lie
    assert ask(3 * 3600.0).body != ARTICLE


@pytest.mark.parametrize("first", [http("503 Busy", ARTICLE), http("429 Slow", ARTICLE), b"junk"])
def test_a_young_failure_does_not_answer(
    server: Server, settings: Settings, tmp_path: Path, first: bytes
) -> None:
    path = tmp_path / "captures.warc.gz"
    url = server.on("/a", first, http("200 OK", ARTICLE))
    assert captured(path, url, settings(max_age=60.0)).outcome is not Outcome.CAPTURED
    assert captured(path, url, settings(max_age=60.0)).outcome is Outcome.CAPTURED
    captured(path, url, settings(max_age=60.0))
    assert server.asked("/a") == 2


def test_offline_a_capture_answers_whatever_its_age(replay: Replay) -> None:
    old = packed(response(URL, PAGE))
    assert replay(old, settings=FetchSettings(max_age=1.0)).outcome is Outcome.CAPTURED


ID = "urn:uuid:00000000-0000-4000-8000-000000000001"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


def revisit(url: str = URL, **fields: str) -> bytes:
    named = {"WARC-Profile": NOT_MODIFIED, **fields}
    return record("revisit", url, b"", date="2024-07-01T12:00:00Z", id="again", **named)


@pytest.mark.parametrize(
    "fields",
    [
        {"WARC-Refers-To": f"<{ID}>"},
        {"WARC-Refers-To-Target-URI": URL, "WARC-Refers-To-Date": "2024-06-01T12:00:00Z"},
        {"WARC-Payload-Digest": "sha1:A", "WARC-Profile": IDENTICAL},
    ],
)
def test_a_revisit_names_its_page_by_id_or_by_url_and_date_or_by_digest(
    replay: Replay, fields: dict[str, str]
) -> None:
    page = response(URL, PAGE, id=ID, **{"WARC-Payload-Digest": "sha1:A"})
    for archives in ((packed(page, revisit(**fields)),), (packed(revisit(**fields)), packed(page))):
        capture = replay(*archives)
        assert (capture.body, capture.record_id) == (ARTICLE, "again")
        assert capture.fetched_at == "2024-07-01T12:00:00Z"


@pytest.mark.parametrize(
    "lie",
    [
        revisit(**{"WARC-Refers-To": "<nothing>"}),
        revisit(**{"WARC-Refers-To": "<again>"}),
        revisit(),
        revisit("https://news.example/other", **{"WARC-Refers-To": f"<{ID}>"}),
    ],
)
def test_a_revisit_of_nothing_or_of_another_address_does_not_count(
    replay: Replay, lie: bytes
) -> None:
    page = response(URL, PAGE, id=ID)
    assert replay(packed(page, lie)).record_id == ID
    other = replay(packed(page, lie), url="https://news.example/other")
    assert other.outcome is Outcome.NOT_ARCHIVED


def test_a_revisit_of_a_failure_does_not_count(replay: Replay) -> None:
    failure = record("metadata", URL, b"outcome: timed-out\r\nreason: slow\r\n", id=ID)
    lie = revisit(**{"WARC-Refers-To": f"<{ID}>"})
    assert replay(packed(failure, lie)).outcome is Outcome.TIMED_OUT


@pytest.mark.parametrize("line", [b"\r\r\n", b" \r\n", b"\t\r\r\n"])
def test_a_head_with_an_odd_line_repeats_the_whole_payload(
    server: Server, settings: Settings, tmp_path: Path, line: bytes
) -> None:
    path = tmp_path / "captures.warc.gz"
    head, _, body = http("200 OK", ARTICLE).partition(b"\r\n\r\n")
    url = server.on("/a", head + b"\r\nX-A: 1\r\n" + line + b"X-B: 2\r\n\r\n" + body)
    first, second = captured(path, url, settings()), captured(path, url, settings())
    assert (second.outcome, second.body) == (Outcome.CAPTURED, first.body)
    [revisit] = revisits(path)
    assert revisit.opening.endswith(b"X-B: 2\r\n\r\n")
    assert replayed(url, path) == second


def test_ten_times_the_revisits_take_ten_times_the_steps(tmp_path: Path) -> None:
    def steps(count: int) -> int:
        looked_at = 0

        class Date(str):
            __slots__ = ()

            def __eq__(self, other: object) -> bool:
                nonlocal looked_at
                looked_at += 1
                return str(self) == other

            __hash__ = str.__hash__

        entries = [
            Entry(
                tmp_path,
                number,
                URL,
                f"urn:{number}",
                Date(f"2024-06-01T12:00:{number:06}Z"),
                repeats=Repeats(
                    Profile.IDENTICAL, None, URL, f"2024-06-01T12:00:{count - 1:06}Z", ""
                )
                if number < count - 1
                else None,
            )
            for number in range(count)
        ]
        index = Index()
        index.add_all(entries)
        found = index.find(URL, "")
        assert found is not None
        return looked_at

    assert steps(2000) <= 12 * steps(200) + 100
