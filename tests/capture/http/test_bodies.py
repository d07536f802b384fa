import gzip
import socket
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.http.exchange import Exchange
from audit.capture.http.wire import UnparsableError, read_answer
from audit.model import NetworkFault, Outcome
from tests.capture.conftest import Fetched
from tests.capture.server import ARTICLE, Server, chunked, http, reset

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIP_CHUNKED = OK + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"\r\n" + ARTICLE,
        b"HTTP/1.0 200 OK\r\n\r\n" + ARTICLE,
        b"HTTP/1.1 200\r\n\r\n" + ARTICLE,
        CHUNKED + chunked(ARTICLE[:10], ARTICLE[10:]),
        CHUNKED + chunked(*(ARTICLE[at : at + 7] for at in range(0, len(ARTICLE), 7))),
        CHUNKED + b"%X;name=value\r\n%s\r\n0\r\nTrailer: 1\r\n\r\n" % (len(ARTICLE), ARTICLE),
        GZIP_CHUNKED + chunked(gzip.compress(ARTICLE)),
        http("200 OK", gzip.compress(ARTICLE), "Content-Encoding: gzip"),
        http("200 OK", gzip.compress(ARTICLE), "content-encoding: X-GZIP"),
        http("200 OK", zlib.compress(ARTICLE), "Content-Encoding: deflate"),
        http("200 OK", ARTICLE, "Content-Encoding: gzip"),
        http("200 OK", ARTICLE, "Content-Encoding: identity"),
        http("200 OK", ARTICLE) + b"HTTP/1.1 200 OK\r\n\r\nanother answer",
        b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n" + http("200 OK", ARTICLE),
        b"HTTP/1.1 100 Continue\r\n\r\n" * 3 + http("200 OK", ARTICLE),
        http("200 OK", ARTICLE, "no colon here", "X-Odd: \xff"),
    ],
)
def test_a_body_is_whole_however_it_is_framed_and_coded(
    server: Server, fetched: Fetched, answer: bytes
) -> None:
    capture = fetched(server.on("/a", answer))
    assert (capture.outcome, capture.status) == (Outcome.CAPTURED, 200)
    assert capture.body == ARTICLE


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (http("200 OK", ARTICLE)[:-100], ARTICLE[:-100]),
        (CHUNKED + chunked(ARTICLE)[:-300], ARTICLE[:-293]),
        (CHUNKED + chunked(ARTICLE)[:-5], ARTICLE),
        (CHUNKED + chunked(ARTICLE)[:-7] + b"junk", ARTICLE),
        (CHUNKED + chunked(ARTICLE[:99])[:-5] + b"-5\r\nwords", None),
        (CHUNKED + chunked(ARTICLE[:99])[:-5] + b"zz\r\nwords", ARTICLE[:99]),
        (CHUNKED + b"FFFFFFFFFFFFFFFF\r\n" + ARTICLE, None),
        (http("200 OK", gzip.compress(ARTICLE)[:-30], "Content-Encoding: gzip"), None),
        (http("200 OK", gzip.compress(ARTICLE), "Content-Encoding: gzip")[:-30], None),
    ],
)
def test_a_body_that_ends_early_is_truncated_and_kept(
    server: Server, fetched: Fetched, answer: bytes, body: bytes | None
) -> None:
    capture = fetched(server.on("/a", answer))
    assert capture.outcome is Outcome.TRUNCATED
    assert capture.body.startswith(ARTICLE[:50])
    assert body is None or capture.body == body


@pytest.mark.parametrize("rest", [b"more of it", b" \r\nmore"])
def test_a_body_longer_than_it_says_was_not_read_whole(
    server: Server, fetched: Fetched, rest: bytes
) -> None:
    capture = fetched(server.on("/a", http("200 OK", ARTICLE) + rest))
    assert (capture.outcome, capture.body) == (Outcome.TRUNCATED, ARTICLE)


@pytest.mark.parametrize("rest", [b"\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n"])
def test_what_is_no_part_of_a_body_does_not_lengthen_it(
    server: Server, fetched: Fetched, rest: bytes
) -> None:
    capture = fetched(server.on("/a", http("200 OK", ARTICLE) + rest))
    assert (capture.outcome, capture.body) == (Outcome.CAPTURED, ARTICLE)


@pytest.mark.parametrize(
    "garbage",
    [
        b"hello\r\n\r\n",
        b"\0" * 2000,
        b"<html>no headers</html>",
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 60_000 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
        b"H" * 100_000,
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
)
def test_what_is_no_http_answer_is_a_bad_response(
    server: Server, fetched: Fetched, garbage: bytes
) -> None:
    capture = fetched(server.on("/a", garbage))
    assert capture.outcome is Outcome.BAD_RESPONSE
    assert (capture.status, capture.body) == (None, b"")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX: 1\r\nY"])
def test_a_server_that_hangs_up_before_its_answer_is_a_network_error(
    server: Server, fetched: Fetched, head: bytes
) -> None:
    capture = fetched(server.on("/a", head))
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("closed:")
    assert capture.fault is NetworkFault.CLOSED


def test_a_connection_that_is_reset_is_a_network_error(server: Server, fetched: Fetched) -> None:
    capture = fetched(server.on("/a", reset))
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("reset:")
    assert capture.fault is NetworkFault.RESET


def test_a_reset_within_the_body_is_a_truncation(server: Server, fetched: Fetched) -> None:
    def broken(connection: socket.socket) -> None:
        connection.sendall(http("200 OK", ARTICLE)[:-100])
        time.sleep(0.5)  # a reset overtakes what has not been read
        reset(connection)

    capture = fetched(server.on("/a", broken))
    assert capture.outcome is Outcome.TRUNCATED
    assert ARTICLE[:-100].startswith(capture.body)


def test_a_body_beyond_the_bound_is_too_large_and_kept_up_to_it(
    server: Server, fetched: Fetched
) -> None:
    url = server.on("/a", http("200 OK", ARTICLE))
    assert fetched(url, max_bytes=len(ARTICLE)).outcome is Outcome.CAPTURED
    capture = fetched(url, max_bytes=len(ARTICLE) - 1)
    assert (capture.outcome, capture.body) == (Outcome.TOO_LARGE, ARTICLE[:-1])


@pytest.mark.parametrize("head", [OK + b"\r\n", CHUNKED + b"FFFFFFF\r\n"])
def test_a_body_without_end_is_read_no_further_than_the_bound(
    server: Server, fetched: Fetched, head: bytes
) -> None:
    def endless(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(b"words " * 10_000)

    capture = fetched(server.on("/a", endless), max_bytes=100_000)
    assert (capture.outcome, len(capture.body)) == (Outcome.TOO_LARGE, 100_000)


def test_a_bomb_takes_little_memory(server: Server, fetched: Fetched) -> None:
    bomb = gzip.compress(b"words " * 20_000_000, 1)
    url = server.on("/a", http("200 OK", bomb, "Content-Encoding: gzip"))
    tracemalloc.start()
    capture = fetched(url, max_bytes=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (capture.outcome, len(capture.body)) == (Outcome.TOO_LARGE, 1_000_000)
    assert peak < 20_000_000


def test_a_coding_that_nobody_knows_is_no_text(server: Server, fetched: Fetched) -> None:
    capture = fetched(server.on("/a", http("200 OK", b"\x0b\x02abc", "Content-Encoding: rot13")))
    assert (capture.outcome, capture.reason[-7:]) == (Outcome.NOT_TEXT, ": rot13")


FRAGMENTS = [
    b"HTTP/1.1 200 OK\r\n",
    b"HTTP/1.1 103 Early\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: gzip\r\n",
    b"Content-Encoding: deflate\r\n",
    b"Content-Length: 20\r\n",
    b"Content-Length: -1\r\n",
    b"\r\n",
    b"5\r\nwords\r\n",
    b"-5\r\n",
    b"ffffffffffffffffffff\r\n",
    b"0\r\n",
    gzip.compress(b"words"),
    zlib.compress(b"words"),
    b"\x1f\x8b",
    b"\xff\0",
]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=20), max_size=12))
def test_any_bytes_are_an_answer_or_none(pieces: list[bytes]) -> None:
    exchange = Exchange("http://news.example/", response=b"".join(pieces))
    try:
        answer = read_answer(exchange, 100)
    except UnparsableError:
        return
    assert len(answer.body) <= 100
