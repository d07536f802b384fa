"""What is read: archives of other tools, archives that are broken, and how a URL is looked up."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.capture import open_client
from audit.capture.archive.index.held import lookup_key
from audit.model import FetchSettings, NetworkFault, Outcome
from tests.capture.archives import OTHER, PAGE, URL, packed, record, response
from tests.capture.conftest import Replay
from tests.capture.server import ARTICLE, Server, canary, chunked, http, redirect


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_an_archive_may_be_packed_or_plain(replay: Replay, version: str) -> None:
    info = record("warcinfo", "", b"software: other\r\n", version=version)
    page = response(URL, PAGE, version=version, id="urn:uuid:1")
    for data in (packed(info, page), info + page):
        capture = replay(data)
        assert (capture.outcome, capture.body) == (Outcome.CAPTURED, ARTICLE)
        assert capture.record_id == "urn:uuid:1"
        assert capture.fetched_at == "2024-06-01T12:00:00Z"


@pytest.mark.parametrize("version", ["WARC/1.0", "WARC/1.1"])
def test_what_warcio_writes_is_read(replay: Replay, version: str) -> None:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True, warc_version=version)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    page = writer.create_warc_record(URL, "response", io.BytesIO(ARTICLE), http_headers=headers)
    writer.write_record(page)
    page.raw_stream.close()
    assert replay(file.getvalue()).body == ARTICLE


TYPE = b"Content-Type: text/html\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(ARTICLE),
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Transfer-Encoding: chunked\r\n\r\n" + ARTICLE,
        b"HTTP/1.1 200 OK\r\n"
        + TYPE
        + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        + gzip.compress(ARTICLE),
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Content-Encoding: gzip\r\n\r\n" + ARTICLE,
        b"HTTP/1.1 200 OK\r\n"
        + TYPE
        + b"Content-Encoding: gzip\r\nContent-Length: 40\r\n\r\n"
        + ARTICLE,
        b"HTTP/1.1 200 OK\r\n" + TYPE + b"Content-Encoding: br\r\n\r\n" + ARTICLE,
        b"HTTP/2 200\r\n" + TYPE + b"\r\n" + ARTICLE,
        b"HTTP/2.0 200 OK\r\n" + TYPE + b"\r\n" + ARTICLE,
        b"HTTP/3 200 OK\r\n" + TYPE + b"\r\n" + ARTICLE,
    ],
)
def test_what_other_tools_have_undone_is_taken_as_it_stands(replay: Replay, answer: bytes) -> None:
    capture = replay(packed(response(URL, answer)))
    assert (capture.outcome, capture.body) == (Outcome.CAPTURED, ARTICLE)


def test_a_field_may_go_on_in_the_next_line(replay: Replay) -> None:
    page = response(URL, PAGE, **{"WARC-Note": "one\r\n two", "WARC-Truncated": "\r\n time"})
    assert replay(packed(page)).outcome is Outcome.TIMED_OUT


def test_padding_between_records_is_passed_over(replay: Replay) -> None:
    page = response(URL, PAGE, id="page")
    assert replay(gzip.compress(b"") + packed(page) + gzip.compress(b"")).record_id == "page"
    assert replay(OTHER + b"\r\n\r\n" + page).record_id == "page"


def test_an_angle_bracketed_address_of_old_tools_is_found(replay: Replay) -> None:
    assert replay(packed(response(f"<{URL}>", PAGE))).outcome is Outcome.CAPTURED


def test_brotli_is_undone(replay: Replay) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x0b\x02\x80words\x03"
    assert replay(packed(response(URL, answer))).body == b"words"


def test_a_body_that_the_tool_has_cut_is_not_whole(replay: Replay) -> None:
    cut = response(URL, PAGE, **{"WARC-Truncated": "length"})
    assert replay(packed(cut)).outcome is Outcome.TOO_LARGE
    assert replay(packed(response(URL, PAGE[:-9]))).outcome is Outcome.TRUNCATED


def test_what_is_no_answer_in_a_response_record_is_passed_over_or_bad(replay: Replay) -> None:
    assert replay(packed(response(URL, b"dns stuff"))).outcome is Outcome.NOT_ARCHIVED
    assert replay(packed(response(URL, b"HTTP/x junk"))).outcome is Outcome.BAD_RESPONSE


def test_what_is_not_there_is_not_archived(replay: Replay) -> None:
    capture = replay(packed(response(URL, PAGE)), url="https://news.example/b")
    assert (capture.outcome, capture.record_id) == (Outcome.NOT_ARCHIVED, None)
    assert capture.reason


def test_a_redirect_to_what_is_not_there_is_not_archived_and_has_its_hop(
    replay: Replay,
) -> None:
    capture = replay(packed(response(URL, redirect("https://other.example/"))))
    assert (capture.outcome, len(capture.hops)) == (Outcome.NOT_ARCHIVED, 1)
    assert capture.final_url == "https://other.example/"


def captures_of(*dates: str) -> list[bytes]:
    return [response(URL, http("200 OK", ARTICLE + date.encode()), date=date) for date in dates]


@pytest.mark.parametrize(
    "dates",
    [
        ("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z", "2022-01-01T00:00:00Z"),
        ("2024-01-01T00:00:00Z", "", "yesterday"),
        ("2024-01-01T00:00:00.5Z", "2024-01-01T00:00:00Z"),
        ("2023-12-31T23:59:59.999999Z", "2024-01-01T00:00:00.000001Z"),
    ],
)
def test_the_newest_capture_counts_within_and_across_archives(
    replay: Replay, dates: tuple[str, ...]
) -> None:
    newest = next(date for date in dates if date.startswith("2024"))
    assert replay(packed(*captures_of(*dates))).fetched_at == newest
    assert replay(*map(packed, captures_of(*dates))).fetched_at == newest


def test_of_two_captures_of_one_moment_the_later_in_the_archive_counts(replay: Replay) -> None:
    earlier, two = (
        response(URL, http("200 OK", ARTICLE + end), id=end.decode()) for end in (b"1", b"2")
    )
    assert replay(packed(earlier, two)).record_id == "2"


EMBED = "https://publish.example/oembed?url="


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        (EMBED + "https%3A%2F%2Fx.example%2Fa%2F1", EMBED + "https://x.example/a/1"),
        (EMBED + "https://x.example/a/1", EMBED + "https%3a%2f%2fx.example%2fa%2f1"),
        ("https://news.example/a%7Eb", "https://news.example/a~b"),
        ("https://news.example/caf%C3%A9", "https://news.example/café"),
        ("https://news.example/", "https://NEWS.example"),
        ("https://news.example:443/a", "HTTPS://news.example/a"),
        ("https://news.example/a?q=b+c", "https://news.example/a?q=b%20c"),
        ("https://news.example/a#top", "https://news.example/a"),
        ("https://news.example/a", "https://user:secret@news.example/a#top"),
        ("https://user:secret@news.example/a", "https://news.example/a"),
    ],
)
def test_spellings_that_mean_the_same_meet(replay: Replay, kept: str, asked: str) -> None:
    capture = replay(packed(response(kept, PAGE)), url=asked)
    assert capture.outcome is Outcome.CAPTURED
    assert "secret" not in f"{capture.url} {capture.final_url}"


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("https://news.example/a", "http://news.example/a"),
        ("https://news.example/a", "https://news.example/a/"),
        ("https://news.example/a", "https://news.example/A"),
        ("https://news.example/a?b=1&c=2", "https://news.example/a?c=2&b=1"),
        ("https://news.example/a%2Fb", "https://news.example/a/b"),
        ("https://news.example/a?b=1%26c=2", "https://news.example/a?b=1&c=2"),
        ("https://news.example/a", "https://news.example:8443/a"),
    ],
)
def test_spellings_that_mean_something_else_do_not_meet(
    replay: Replay, kept: str, asked: str
) -> None:
    assert replay(packed(response(kept, PAGE)), url=asked).outcome is Outcome.NOT_ARCHIVED


@given(st.text(max_size=60))
def test_any_address_has_a_key(text: str) -> None:
    assert lookup_key(text + "#end") == lookup_key(text)
    assert lookup_key(f"https://news.example/{text}")


def test_an_exact_spelling_goes_before_one_that_means_the_same(replay: Replay) -> None:
    exact = response(URL, PAGE, id="exact", date="2020-01-01T00:00:00Z")
    alike = response("https://NEWS.example/a", PAGE, id="alike", date="2024-01-01T00:00:00Z")
    assert replay(packed(exact, alike)).record_id == "exact"


DIGEST = {"WARC-Payload-Digest": "sha1:AAAA"}


def test_a_revisit_stands_for_the_page_it_repeats(replay: Replay) -> None:
    page = response("https://news.example/first", PAGE, date="2023-01-01T00:00:00Z", **DIGEST)
    again = record("revisit", URL, b"HTTP/1.1 200 OK\r\n\r\n", id="again", **DIGEST)
    capture = replay(packed(page, again))
    assert (capture.outcome, capture.body) == (Outcome.CAPTURED, ARTICLE)
    assert (capture.record_id, capture.final_url) == ("again", URL)


def test_a_revisit_of_what_is_elsewhere_leaves_an_older_capture_standing(
    replay: Replay,
) -> None:
    page = response(URL, PAGE, date="2023-01-01T00:00:00Z")
    again = record("revisit", URL, b"HTTP/1.1 200 OK\r\n\r\n", **DIGEST)
    assert replay(packed(page, again)).fetched_at == "2023-01-01T00:00:00Z"
    assert replay(packed(again)).outcome is Outcome.NOT_ARCHIVED


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (b"outcome: network-error\r\nreason: dns: no name\r\nfault: dns\r\n", NetworkFault.DNS),
        (
            b"outcome: network-error\r\nreason: reset: broken\r\n",
            NetworkFault.RESET,
        ),  # before 'fault'
        (b"outcome: network-error\r\nreason: dns\r\nfault: of the stars\r\n", None),
        (b"outcome: network-error\r\nreason: who: knows\r\n", None),
        (b"outcome: network-error\r\n", None),
        (b"outcome: timed-out\r\nreason: dns: slow\r\nfault: dns\r\n", None),
    ],
)
def test_a_kept_failure_tells_what_broke_the_connection(
    replay: Replay, block: bytes, fault: NetworkFault | None
) -> None:
    assert replay(packed(record("metadata", URL, block))).fault is fault


def test_metadata_that_claims_a_page_without_having_one_is_passed_over(replay: Replay) -> None:
    claim = record("metadata", URL, b"outcome: captured\r\nreason: trust me\r\n")
    assert replay(packed(claim)).outcome is Outcome.NOT_ARCHIVED


def test_archives_answer_before_the_network_and_the_network_what_they_lack(
    server: Server, tmp_path: Path
) -> None:
    archive = tmp_path / "a.warc.gz"
    server.on("/b", http("200 OK", ARTICLE))
    with canary() as trap:
        archive.write_bytes(packed(response(trap.url("/a"), PAGE)))
        settings = FetchSettings(
            allow_private=(("127.0.0.1", server.port), ("127.0.0.1", trap.port))
        )
        with open_client(settings, archives=[archive]) as client:
            assert client(trap.url("/a")).fetched_at == "2024-06-01T12:00:00Z"
            assert client(server.url("/b")).outcome is Outcome.CAPTURED
    assert server.asked("/b") == 1


def test_a_replay_is_held_to_the_size_bound(replay: Replay) -> None:
    settings = FetchSettings(max_bytes=1000)
    big = http("200 OK", b"words " * 2_000_000)
    for data in (packed(response(URL, PAGE)), packed(response(URL, big)), response(URL, big)):
        capture = replay(data, settings=settings)
        assert (capture.outcome, len(capture.body)) == (Outcome.TOO_LARGE, 1000)
