"""Servers that take their time, and servers that need a second question."""

import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from audit.model import Outcome
from tests.capture.hostile.codings import HEAD
from tests.capture.hostile.fault import PAGE, STORY, Words, fault
from tests.capture.hostile.redirects import to
from tests.capture.server import Reply, chunked, http, reset, silence, trickle

DEADLINE = 1.0
SHORT = {"deadline": DEADLINE, "connect_timeout": 30.0, "read_timeout": 30.0}
TIMED_OUT = Outcome.TIMED_OUT
BUSY = http("503 Service Unavailable", b"busy")


def after(seconds: float, reply: bytes) -> Reply:
    def send(connection: socket.socket) -> None:
        time.sleep(seconds)
        connection.sendall(reply)

    return send


def stops(head: bytes) -> Reply:
    def send(connection: socket.socket) -> None:
        connection.sendall(head)
        connection.recv(1)

    return send


def soon(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


SLOW = [
    fault(f"slow: {name}", serves, TIMED_OUT, Words.SILENT, settings=SHORT)
    for name, serves in (
        ("silence", silence),
        ("drips its status line", trickle(b"HTTP/1.1 2", 0.05)),
        ("drips its headers", trickle(b"HTTP/1.1 200 OK\r\nX-", 0.05)),
        ("drips its body", trickle(HEAD + b"\r\n<p>", 0.05)),
        ("drips a body with a length", trickle(HEAD + b"Content-Length: 9999\r\n\r\n<p>", 0.05)),
        ("drips a chunk", trickle(HEAD + b"Transfer-Encoding: chunked\r\n\r\nFFF\r\n", 0.05)),
        ("stops within its headers", stops(b"HTTP/1.1 200 OK\r\nX: 1\r\n")),
        ("stops within its body", stops(HEAD + b"Content-Length: 99999\r\n\r\n" + STORY)),
        (
            "stops after a chunk",
            stops(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(STORY)[:-5]),
        ),
        ("stops without a length", stops(HEAD + b"\r\n" + STORY)),
        ("interim answers for ever", trickle(b"HTTP/1.1 103 Early Hints\r\nX: ", 0.05)),
    )
] + [
    fault(
        "slow: redirects without end",
        {
            "/a": after(0.15, to("/0")),
            **{f"/{n}": after(0.15, to(f"/{n + 1}")) for n in range(30)},
        },
        TIMED_OUT,
        settings=SHORT,
    ),
    fault("slow: after a redirect", {"/a": to("/b"), "/b": silence}, TIMED_OUT, settings=SHORT),
    fault("slow, but in time", after(0.4, PAGE), Outcome.CAPTURED, Words.WHOLE),
    fault(
        "whole, and the connection stays open",
        stops(PAGE),
        Outcome.CAPTURED,
        Words.WHOLE,
        settings=SHORT,
    ),
]
TWICE = [
    fault(
        f"second try: {name}",
        {"/a": (reply, PAGE)},
        Outcome.CAPTURED,
        Words.WHOLE,
        settings={"retries": 2},
    )
    for name, reply in (
        ("503", BUSY),
        ("500", http("500 Oops")),
        ("502", http("502 Bad Gateway")),
        ("504", http("504 Gateway Time-out")),
        ("429 with seconds", http("429 Slow Down", b"", "Retry-After: 1")),
        ("503 with seconds", http("503 Busy", b"", "Retry-After: 1")),
        ("429 with a date", http("429 Slow Down", b"", f"Retry-After: {soon(2)}")),
        (
            "429 with a past date",
            http("429 Slow", b"", "Retry-After: Wed, 01 Jan 2020 00:00:00 GMT"),
        ),
        ("429 with nonsense", http("429 Slow", b"", "Retry-After: soon")),
        ("reset", reset),
        ("hung up", b""),
        ("cut off", http("200 OK", STORY)[:-300]),
    )
] + [
    fault(
        "second try: two errors",
        {"/a": (BUSY, reset, PAGE)},
        Outcome.CAPTURED,
        Words.WHOLE,
        settings={"retries": 2},
    ),
    fault(
        "429 for longer than there is",
        http("429 Slow Down", b"", "Retry-After: 3600"),
        Outcome.RATE_LIMITED,
        most=1,
        settings={"retries": 2},
    ),
    fault(
        "429 for ever", http("429 Slow Down", b""), Outcome.RATE_LIMITED, settings={"retries": 2}
    ),
    fault("503 for ever", BUSY, Outcome.SERVER_ERROR, settings={"retries": 2}),
    fault(
        "404 cut short",
        http("404 Not Found", STORY)[:-300],
        Outcome.NOT_FOUND,
        most=1,
        settings={"retries": 3},
    ),
    fault(
        "404 for ever", http("404 Not Found"), Outcome.NOT_FOUND, most=2, settings={"retries": 2}
    ),
]
TIMES = [*SLOW, *TWICE]
