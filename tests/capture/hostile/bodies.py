"""Framing, headers and kinds: well, badly, and with intent."""

import socket
import time

from audit.model import Outcome
from tests.capture.hostile.codings import HEAD
from tests.capture.hostile.fault import PAGE, STORY, Words, fault, ok
from tests.capture.server import Reply, chunked, http, reset

CAPTURED, TRUNCATED = Outcome.CAPTURED, Outcome.TRUNCATED
TOO_LARGE, BAD_RESPONSE = Outcome.TOO_LARGE, Outcome.BAD_RESPONSE
WHOLE, PART, SILENT = Words.WHOLE, Words.PART, Words.SILENT


def endless(head: bytes, piece: bytes) -> Reply:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return send


def broken(data: bytes) -> Reply:
    def send(connection: socket.socket) -> None:
        connection.sendall(data)
        time.sleep(0.3)  # a reset overtakes what has not been read
        reset(connection)

    return send


ENDLESS = [
    fault("endless body", endless(HEAD + b"\r\n", b"<p>words words " * 5000), TOO_LARGE, SILENT),
    fault(
        "endless chunks",
        endless(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"2000\r\n" + b"x" * 0x2000 + b"\r\n"
        ),
        TOO_LARGE,
        SILENT,
    ),
    fault(
        "endless chunk line",
        endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 50_000),
        (TRUNCATED, TOO_LARGE, BAD_RESPONSE),
    ),
    fault(
        "endless trailers",
        endless(
            HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(STORY)[:-2],
            b"X-Trailer: 1\r\n" * 5000,
        ),
        (TRUNCATED, TOO_LARGE, BAD_RESPONSE),
        SILENT,
    ),
    fault("endless header line", endless(b"HTTP/1.1 200 OK\r\nX: ", b"x" * 60_000), BAD_RESPONSE),
    fault(
        "endless headers", endless(b"HTTP/1.1 200 OK\r\n", b"X-Header: 1\r\n" * 5000), BAD_RESPONSE
    ),
    fault(
        "endless interim answers",
        endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 500),
        BAD_RESPONSE,
    ),
    fault(
        "body announced beyond the bound",
        http("200 OK", STORY).replace(
            b"Content-Length: %d" % len(STORY), b"Content-Length: 99999999999"
        ),
        (TRUNCATED, TOO_LARGE),
        SILENT,
    ),
]


CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


FRAMED = [
    fault("read until it closes, too early", HEAD + b"\r\n" + STORY[:-300], TRUNCATED, SILENT),
    fault("read until it closes", HEAD + b"\r\n" + STORY, CAPTURED, WHOLE),
    fault(
        "HTTP/1.0", b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + STORY, CAPTURED, WHOLE
    ),
    fault(
        "without a reason phrase",
        b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + STORY,
        CAPTURED,
        WHOLE,
    ),
    fault(
        "bare line feeds", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + STORY, CAPTURED, WHOLE
    ),
    fault("chunked", CHUNKED + chunked(STORY[:10], STORY[10:]), CAPTURED, WHOLE),
    fault(
        "chunk extensions and trailers",
        CHUNKED + b"%X;a=b\r\n%s\r\n0\r\nTrailer: 1\r\n\r\n" % (len(STORY), STORY),
        CAPTURED,
        WHOLE,
    ),
    fault(
        "one byte a chunk",
        CHUNKED + chunked(*(STORY[n : n + 1] for n in range(len(STORY)))),
        CAPTURED,
        WHOLE,
    ),
    fault(
        "chunked with a length",
        HEAD + b"Content-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(STORY),
        CAPTURED,
        WHOLE,
    ),
    fault("chunked without its last chunk", CHUNKED + chunked(STORY)[:-5], TRUNCATED, PART),
    fault(
        "chunk that ends early", CHUNKED + b"%x\r\n%s" % (len(STORY) + 500, STORY), TRUNCATED, PART
    ),
    fault(
        "chunk size that is none",
        CHUNKED + chunked(STORY)[:-5] + b"zz\r\nwords\r\n0\r\n\r\n",
        (TRUNCATED, BAD_RESPONSE),
        SILENT,
    ),
    fault(
        "negative chunk size",
        CHUNKED + chunked(STORY)[:-5] + b"-5\r\nwords\r\n0\r\n\r\n",
        (TRUNCATED, BAD_RESPONSE),
        SILENT,
    ),
    fault(
        "huge chunk size",
        CHUNKED + b"FFFFFFFFFFFFFFFF\r\n" + STORY,
        (TRUNCATED, BAD_RESPONSE, TOO_LARGE),
        SILENT,
    ),
    fault(
        "chunk shorter than it is",
        CHUNKED + b"%x\r\n%s\r\n0\r\n\r\n" % (len(STORY) - 300, STORY),
        (TRUNCATED, BAD_RESPONSE),
        SILENT,
    ),
    fault("says chunked, is not", CHUNKED + STORY, (TRUNCATED, BAD_RESPONSE, CAPTURED), SILENT),
    fault(
        "longer than it says",
        HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(STORY) // 2, STORY),
        (TRUNCATED, BAD_RESPONSE),
        SILENT,
    ),
    fault(
        "shorter than it says",
        HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(STORY) + 100, STORY),
        TRUNCATED,
        PART,
    ),
    fault("half of what it says", http("200 OK", STORY)[: -len(STORY) // 2], TRUNCATED, SILENT),
    fault(
        "two lengths",
        HEAD + b"Content-Length: 20\r\nContent-Length: %d\r\n\r\n%s" % (len(STORY), STORY),
        (BAD_RESPONSE, TRUNCATED),
        SILENT,
    ),
    fault(
        "one length twice",
        HEAD
        + b"Content-Length: %d\r\nContent-Length: %d\r\n\r\n%s" % (len(STORY), len(STORY), STORY),
        CAPTURED,
        WHOLE,
    ),
    fault("a length in words", HEAD + b"Content-Length: many\r\n\r\n" + STORY, CAPTURED, WHOLE),
    fault("a negative length", HEAD + b"Content-Length: -5\r\n\r\n" + STORY, CAPTURED, WHOLE),
    fault(
        "reset within the body",
        broken(http("200 OK", STORY)[:-500]),
        (TRUNCATED, Outcome.NETWORK_ERROR),
        SILENT,
    ),
    fault("another answer after it", PAGE + b"HTTP/1.1 200 OK\r\n\r\nwords", CAPTURED, WHOLE),
]


INTERIM = [
    fault(
        f"{times} times {status} before the answer",
        b"HTTP/1.1 %d Wait\r\nLink: </s.css>; rel=preload\r\n\r\n" % status * times + PAGE,
        CAPTURED,
        WHOLE,
    )
    for status, times in ((100, 1), (102, 3), (103, 1), (103, 5), (199, 1))
] + [
    fault(
        "101 for an answer",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
        BAD_RESPONSE,
    ),
    fault(
        "103 and nothing more",
        b"HTTP/1.1 103 Early Hints\r\n\r\n",
        (Outcome.NETWORK_ERROR, BAD_RESPONSE),
    ),
]


HEADERS = [
    fault(
        "two hundred headers",
        ok(STORY, *(f"X-Header-{n}: {n}" for n in range(200))),
        CAPTURED,
        WHOLE,
    ),
    fault(
        "three thousand cookies",
        ok(STORY, *(f"Set-Cookie: c{n}={n}" for n in range(3000))),
        CAPTURED,
        WHOLE,
    ),
    fault(
        "three thousand cookies on a redirect",
        {
            "/a": http(
                "302 Found", b"", "Location: /b", *(f"Set-Cookie: c{n}={n}" for n in range(3000))
            ),
            "/b": PAGE,
        },
        CAPTURED,
        WHOLE,
    ),
    fault("a header of 100 kB", ok(STORY, "X-Long: " + "x" * 100_000), CAPTURED, WHOLE),
    fault("a header of 2 MB", ok(STORY, "X-Long: " + "x" * 2_000_000), (BAD_RESPONSE, TOO_LARGE)),
    fault("a line that is no header", ok(STORY, "no colon here", "X-Odd: \u00e9"), CAPTURED, WHOLE),
    fault("a folded header", ok(STORY, "X-Folded: one", "\ttwo"), CAPTURED, WHOLE),
    fault("a header without a name", ok(STORY, ": nothing"), CAPTURED, WHOLE),
    fault("NULs in a header", ok(STORY, "X-Nul: a\0b"), CAPTURED, WHOLE),
    fault(
        "cookies that are none",
        ok(STORY, "Set-Cookie: ;;;=", "Set-Cookie: \u00e9=\u00e9; Expires=never"),
        CAPTURED,
        WHOLE,
    ),
]


NO_ANSWER = (
    [
        fault(f"no answer: {data[:20]!r}", data, BAD_RESPONSE)
        for data in (
            STORY,
            b"SSH-2.0-OpenSSH_9.2\r\n",
            b"\0" * 3000,
            b"HTTP/1.1 two hundred\r\n\r\n" + STORY,
            b"HTTP/1.1 99 Low\r\n\r\n",
            b"220 mail.example ESMTP\r\n",
            b"\x15\x03\x01\x00\x02\x02\x28",
            b"ICY 200 OK\r\n\r\n" + STORY,
            b"HTTP/7.0 200 OK\r\n\r\n" + STORY,
        )
    ]
    + [
        fault(f"hangs up after {len(data)} bytes", data, (Outcome.NETWORK_ERROR, BAD_RESPONSE))
        for data in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX: 1\r\nLocation: /")
    ]
    + [fault("reset", reset, Outcome.NETWORK_ERROR)]
)


EMPTY = [
    fault("empty page", ok(b""), Outcome.EMPTY),
    fault("white space", ok(b" \r\n\t "), Outcome.EMPTY),
    fault("204", http("204 No Content"), Outcome.EMPTY),
    fault("205", http("205 Reset Content"), Outcome.EMPTY),
    fault(
        "a page without words",
        ok("<html><head><title></title></head><body></body></html>"),
        (Outcome.EMPTY, Outcome.NEEDS_JAVASCRIPT),
    ),
    fault("a byte order mark", ok(b"\xef\xbb\xbf"), Outcome.EMPTY),
    fault(
        "206 of a part",
        http("206 Partial Content", STORY[:800], f"Content-Range: bytes 0-799/{len(STORY)}"),
        TRUNCATED,
        SILENT,
    ),
    fault(
        "206 of the whole",
        http("206 Partial Content", STORY, f"Content-Range: bytes 0-{len(STORY) - 1}/{len(STORY)}"),
        CAPTURED,
        WHOLE,
    ),
    fault("202 with words", http("202 Accepted", STORY), CAPTURED, WHOLE),
    fault("203 with words", http("203 Non-Authoritative", STORY), CAPTURED, WHOLE),
]


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n" + b"\x00\xff\x8a stream " * 200


KINDS = [
    fault("PDF as HTML", ok(PDF), Outcome.NOT_TEXT),
    fault("PDF as PDF", ok(PDF, kind="application/pdf"), Outcome.NOT_TEXT),
    fault("PDF after line ends", ok(b"\r\n\r\n" + PDF), Outcome.NOT_TEXT),
    fault("HTML as PDF", ok(STORY, kind="application/pdf"), CAPTURED, WHOLE),
    fault("HTML as octets", ok(STORY, kind="application/octet-stream"), CAPTURED, WHOLE),
    fault("HTML as text", ok(STORY, kind="text/plain"), CAPTURED, WHOLE),
    fault("HTML as an image", ok(STORY, kind="image/png"), CAPTURED, SILENT),
    fault(
        "HTML without a type",
        HEAD.replace(b"Content-Type: text/html; charset=utf-8\r\n", b"") + b"\r\n" + STORY,
        CAPTURED,
        WHOLE,
    ),
    fault("HTML with a type that is none", ok(STORY, kind="nonsense"), CAPTURED, WHOLE),
    fault("XHTML", ok(STORY, kind="application/xhtml+xml"), CAPTURED, WHOLE),
    fault("image as HTML", ok(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20), Outcome.NOT_TEXT),
    fault(
        "JPEG",
        ok(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20, kind="image/jpeg"),
        Outcome.NOT_TEXT,
    ),
    fault(
        "SVG",
        ok(
            b"<svg xmlns='http://www.w3.org/2000/svg'><text>Words</text></svg>",
            kind="image/svg+xml",
        ),
        Outcome.NOT_TEXT,
    ),
    fault("film", ok(b"\0\0\0\x20ftypisom" + bytes(2000), kind="video/mp4"), Outcome.NOT_TEXT),
    fault("ZIP as HTML", ok(b"PK\x03\x04" + bytes(range(256)) * 20), Outcome.NOT_TEXT),
    fault("noise as HTML", ok(bytes(range(256)) * 40), Outcome.NOT_TEXT),
    fault("NULs in a page", ok(STORY.replace(b"<p>", b"<p>\0")), CAPTURED, WHOLE),
    fault("NULs for a page", ok(b"\0" * 5000), (Outcome.NOT_TEXT, Outcome.EMPTY)),
    fault(
        "UTF-16 without a mark",
        ok(STORY.decode().encode("utf-16-le"), kind="text/html; charset=utf-16le"),
        CAPTURED,
        WHOLE,
    ),
    fault("UTF-16", ok(STORY.decode().encode("utf-16"), kind="text/html"), CAPTURED, WHOLE),
    fault(
        "an attachment",
        ok(STORY, 'Content-Disposition: attachment; filename="a.html"'),
        CAPTURED,
        WHOLE,
    ),
]

BODIES = [*ENDLESS, *FRAMED, *INTERIM, *HEADERS, *NO_ANSWER, *EMPTY, *KINDS]
