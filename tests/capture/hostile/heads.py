"""Heads of answers that are not as they should be: lines that are no fields, and fields that are no values."""

from audit.model import Outcome
from tests.capture.hostile.fault import STORY, Words, fault
from tests.capture.server import chunked

_LENGTH = b"Content-Length: %d\r\n" % len(STORY)


def _page(lines: bytes, status: bytes = b"HTTP/1.1 200 OK\r\n") -> bytes:
    return (
        status + b"Content-Type: text/html; charset=utf-8\r\n" + lines + _LENGTH + b"\r\n" + STORY
    )


HEADS = [
    fault(name, _page(lines), Outcome.CAPTURED, Words.WHOLE)
    for name, lines in (
        ("head line of CR CR LF", b"\r\r\n"),
        ("head line of three CR", b"\r\r\r\r\n"),
        ("head line of a blank", b" \r\n"),
        ("head line of a tab after a field", b"X-A: 1\r\n\t\r\n"),
        ("head line of NUL", b"\0\r\n"),
        ("head line of a colon", b":\r\n: x\r\n"),
        ("CR within a field", b"X-A: 1\rX-B: 2\r\n"),
        ("bytes beyond ASCII in a field", b"X-\xff\xfe: \x80\xff\r\n"),
        ("a control character in each place", bytes(range(1, 10)) + b": " + bytes(range(14, 32)) + b"\r\n"),
        ("line ends of other kinds in a field", b"X-A: 1\x0b2\x0c3\x1c4\x855\r\n"),
        ("an ETag of CR", b"ETag: \r\r\r\n"),
        ("a Last-Modified beyond all years", b"Last-Modified: Mon, 01 Jan 99999 00:00:00 +9999\r\n"),
        ("cookies of marks only", b"Set-Cookie: ;=;,\r\nSet-Cookie: =\r\nSet-Cookie:\r\n"),
        ("a cookie that expires never", b"Set-Cookie: a=b; Expires=Mon, 99 Foo -1 99:99:99 +99999\r\n"),
        ("a cookie with a port that is none", b'Set-Cookie: a=b; Port="x,\xff"; Version=9; Max-Age=\r\n'),
        ("a Refresh of marks only", b"Refresh: ;;;,,,url=\r\n"),
    )
]  # fmt: skip
HEADS += [
    fault(
        "a head of CR CR LF that begins with it",
        b"HTTP/1.1 200 OK\r\n\r\r\nContent-Type: text/html\r\n" + _LENGTH + b"\r\n" + STORY,
        Outcome.CAPTURED,
        Words.WHOLE,
    ),
    fault(
        "trailers of CR CR LF",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunked(STORY).removesuffix(b"\r\n")
        + b"\r\r\nX: 1\r\n\r\n",
        Outcome.CAPTURED,
        Words.WHOLE,
    ),
    fault(
        "robots.txt with a head line of CR CR LF",
        {
            "/a": _page(b""),
            "/robots.txt": b"HTTP/1.1 200 OK\r\n\r\r\nContent-Length: 13\r\n\r\nUser-agent: *",
        },
        Outcome.CAPTURED,
        Words.WHOLE,
        settings={"ask_robots": True},
    ),
    fault(
        "a redirect with a head line of CR CR LF",
        {
            "/a": b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\r\nContent-Length: 0\r\n\r\n",
            "/b": _page(b"\r\r\n"),
        },
        Outcome.CAPTURED,
        Words.WHOLE,
        hops=1,
    ),
]
