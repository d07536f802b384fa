"""Ways to a page, straight and crooked."""

import contextlib
import socket
import time

from audit.model import Outcome
from tests.capture.hostile.fault import PAGE, STORY, Words, fault, ok, sends
from tests.capture.server import http, redirect

CAPTURED = Outcome.CAPTURED
WHOLE = Words.WHOLE


def to(location: str | bytes, status: int = 302) -> bytes:
    raw = location if isinstance(location, bytes) else location.encode()
    return b"HTTP/1.1 %d Moved\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n" % (status, raw)


def drips(connection: socket.socket) -> None:
    """A redirect whose body never ends."""
    connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 99999\r\n\r\n")
    with contextlib.suppress(OSError):
        while True:
            connection.sendall(b"x")
            time.sleep(0.05)


STATUSES = [
    fault(
        f"status {status}", {"/a": to("/b", status), "/b": PAGE}, CAPTURED, WHOLE, ends="/b", hops=1
    )
    for status in (301, 302, 303, 307, 308)
]
SPELLINGS = [
    fault(
        f"location {location!r}",
        {"/deep/a": to(location), "/deep/b": PAGE},
        CAPTURED,
        WHOLE,
        at="/deep/a",
        ends="/deep/b",
    )
    for location in (
        "/deep/b",
        "b",
        "./b",
        "../deep/b",
        "/x/../deep/./b",
        "//127.0.0.1:{port}/deep/b",
        "http://127.0.0.1:{port}/deep/b",
        "HTTP://127.0.0.1:{port}/deep/b",
        "http://user:secret@127.0.0.1:{port}/deep/b",
        "  /deep/b  ",
        "/deep/b#part",
        "http://127.0.0.1:{port}/deep/b#a#b",
    )
]
RAW = [
    fault(
        f"raw location {location!r}",
        {"/a": to(location), path: PAGE},
        CAPTURED,
        WHOLE,
        ends=path,
    )
    for location, path in (
        ("/мост".encode(), "/%D0%BC%D0%BE%D1%81%D1%82"),
        ("/caf\xe9".encode("latin-1"), "/caf%E9"),
        (b"/old bridge", "/old%20bridge"),
        ("/q?x=é".encode(), "/q?x=%C3%A9"),
    )
]
CHAINS = [
    fault(
        "mixed chain",
        {
            "/a": to("/1", 301),
            "/1": to("2", 307),
            "/2": to("//127.0.0.1:{port}/3", 303),
            "/3": to("?x", 308),
            "/3?x": PAGE,
        },
        CAPTURED,
        WHOLE,
        ends="/3?x",
        hops=4,
    ),
    fault(
        "chain of twenty",
        {"/a": to("/1"), **{f"/{n}": to(f"/{n + 1}") for n in range(1, 20)}, "/20": PAGE},
        CAPTURED,
        WHOLE,
        hops=20,
    ),
    fault(
        "chain of twenty-one",
        {"/a": to("/1"), **{f"/{n}": to(f"/{n + 1}") for n in range(1, 21)}, "/21": PAGE},
        Outcome.TOO_MANY_REDIRECTS,
        hops=20,
    ),
    fault("loop of one", {"/a": to("/a")}, Outcome.REDIRECT_LOOP, most=2),
    fault("loop of two", {"/a": to("/b"), "/b": to("/a")}, Outcome.REDIRECT_LOOP, most=2),
    fault(
        "loop after a while",
        {"/a": to("/b"), "/b": to("/c"), "/c": to("/b")},
        Outcome.REDIRECT_LOOP,
    ),
    fault("loop by fragment", {"/a": to("/a#x")}, Outcome.REDIRECT_LOOP, most=2),
    fault(
        "loop by meta refresh",
        {"/a": sends('<meta http-equiv=refresh content="0;url=/b">'), "/b": to("/a")},
        Outcome.REDIRECT_LOOP,
    ),
    fault(
        "cookie gate",
        {"/a": (redirect("/a", 302, "Set-Cookie: ok=1; Path=/"), PAGE)},
        CAPTURED,
        WHOLE,
        hops=1,
    ),
    fault(
        "cookie gate over another page",
        {
            "/a": (to("/gate?back=/a"), PAGE),
            "/gate?back=/a": redirect("/a", 302, "Set-Cookie: ok=1; Path=/"),
        },
        CAPTURED,
        WHOLE,
        hops=2,
    ),
    fault("to a missing page", {"/a": to("/b")}, Outcome.NOT_FOUND, hops=1),
    fault("to a page that is gone", {"/a": to("/b"), "/b": http("410 Gone")}, Outcome.GONE),
    fault(
        "with the page as its own body", http("302 Found", STORY, "Location: /b"), Outcome.NOT_FOUND
    ),
]
CHAINS += [
    fault(
        "cookie gate that reloads itself",
        {
            "/a": (
                ok('<meta http-equiv="refresh" content="0;url=/a">', "Set-Cookie: ok=1; Path=/"),
                PAGE,
            )
        },
        CAPTURED,
        WHOLE,
        hops=1,
    ),
    fault("redirect that drips its body", {"/a": drips, "/b": PAGE}, CAPTURED, WHOLE, hops=1),
]
CHAINS += [
    fault(
        "redirect without an address whose page has one",
        {"/a": http("302 Found", b'<meta http-equiv=refresh content="0;url=/b">'), "/b": PAGE},
        CAPTURED,
        WHOLE,
        hops=1,
    ),
]
BAD = [
    fault(name, {"/a": reply, "/b": PAGE, "/c": PAGE}, Outcome.BAD_REDIRECT)
    for name, reply in (
        ("two locations", http("302 Found", b"", "Location: /b", "Location: /c")),
        ("no location", http("302 Found", STORY)),
        ("empty location", to("")),
        ("location to no host", to("http://")),
        ("location to a query without host", to("http://?x")),
        ("location with a bad port", to("http://127.0.0.1:port/b")),
        ("location with a port beyond all", to("http://127.0.0.1:99999/b")),
        ("location with an open bracket", to("http://[::1/b")),
        ("location with a space in the host", to("http://a b/")),
        ("status 300", http("300 Multiple Choices", b"<ul><li>Choose")),
        ("status 305", http("305 Use Proxy", b"", "Location: http://127.0.0.1:1/")),
    )
] + [
    fault(
        "two equal locations",
        {"/a": http("302 Found", b"", "Location: /b", "Location: /b"), "/b": PAGE},
        CAPTURED,
        WHOLE,
    ),
    fault(
        "unasked 304",
        http("304 Not Modified"),
        (Outcome.BAD_RESPONSE, Outcome.EMPTY, Outcome.BAD_REDIRECT),
    ),
]
SCHEMES = [
    fault(f"to {location}", to(location), Outcome.UNSUPPORTED_SCHEME)
    for location in (
        "ftp://127.0.0.1/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,words",
        "mailto:a@b.example",
        "intent://x#Intent;end",
        "gopher://127.0.0.1/",
    )
] + [
    fault(f"to {location}", to(location), Outcome.REFUSED)
    for location in (
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://127.0.0.1:22/",
        "http://localhost/",
        "http://127.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://good.example\\@127.0.0.1/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
    )
]
REDIRECTS = [
    *STATUSES,
    *SPELLINGS,
    *RAW,
    *CHAINS,
    *BAD,
    *SCHEMES,
]
