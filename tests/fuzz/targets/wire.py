"""The bytes of an answer → head, body, where it leads and what it is: no server and no archive raises anything."""

from datetime import UTC, datetime

from audit.capture.archive.conditional import Prior
from audit.capture.http.cookies import as_on_the_day
from audit.capture.http.exchange import Exchange, Failure
from audit.capture.http.retries import _retry_after
from audit.capture.http.robots import stance
from audit.capture.http.session import Session
from audit.capture.http.wire import UnparsableError, parsed, read_answer
from audit.capture.outcome.judgement import judge
from audit.capture.outcome.reading import read
from audit.capture.outcome.redirects import (
    canonical_address,
    next_address,
    reloads_at_once,
    sends_on_at_once,
)
from audit.model import Capture, Outcome, compute_here

WORDS = (
    *("HTTP/1.1 200 OK\r\n", "HTTP/1.1 302 Found\r\n", "HTTP/1.1 103 Early\r\n", "\r\r\n", "\r\n\r\n"),
    *("Content-Length: ", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip, br\r\n"),
    *("Content-Encoding: zstd\r\n", "Content-Encoding: deflate\r\n", "Content-Type: text/html; charset="),
    *("Location: ", "Refresh: 0;url=", "Set-Cookie: a=b; Expires=", "; Max-Age=", "; Path=/; Domain="),
    *('ETag: W/"', "Last-Modified: Wed, 01 Jan 2025 00:00:00 GMT", "Retry-After: ", "Content-Range: bytes 0-"),
    *("<meta http-equiv=refresh content='0;url=", "<script>location.href='", "<link rel=canonical href='"),
    *("0\r\n\r\n", "5;x=y\r\n", "User-agent: *\nDisallow: ", "http://[", "//", "\\", "%00", " +9999"),
)  # fmt: skip
RUNS = 1500
_URL = "http://news.example/a"
_LARGEST = 300_000


def run(data: bytes) -> None:
    try:
        head = parsed(data)
    except UnparsableError:
        return
    exchange = Exchange(_URL, "2026-01-01T00:00:00Z", "urn:1", response=data)
    _retry_after(head.headers.get("Retry-After", ""))
    as_on_the_day(head.headers, datetime(2026, 1, 1, tzinfo=UTC))
    session = Session(lambda _: exchange, None)
    request = session.prepared(_URL, malformed=Outcome.REFUSED)
    assert not isinstance(request, Failure)
    assert session.sent(request) is exchange
    came = read_answer(exchange, _LARGEST)
    assert len(came.body) <= _LARGEST
    assert read(_URL, data, None, [_URL], _LARGEST).body == came.body
    onward = next_address(came)
    if isinstance(onward, str):
        session.prepared(onward, malformed=Outcome.BAD_REDIRECT)
    judge(came, [_URL])
    reloads_at_once(came)
    sends_on_at_once(came)
    canonical_address(came)
    again = Prior(exchange).asked(request, lambda _: exchange)
    assert again.response == data
    robots_txt = Capture(_URL, Outcome.CAPTURED, _URL, status=came.status, body=came.body)
    stance(_URL, lambda _: robots_txt, compute_here)
