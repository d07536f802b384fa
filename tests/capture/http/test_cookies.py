from datetime import UTC, datetime
from http.client import HTTPMessage
from pathlib import Path

import pytest

from audit.capture import open_client
from audit.capture.client import Client
from audit.capture.http.cookies import as_on_the_day
from audit.model import Outcome
from tests.capture.archives import packed, record
from tests.capture.conftest import Fetched, Settings
from tests.capture.server import ARTICLE, Server, http, redirect

DAY = datetime(2024, 6, 1, 12, tzinfo=UTC)


def gate(path: str, *attributes: str) -> bytes:
    return redirect(path, 302, "; ".join(("Set-Cookie: seen=1", *attributes)))


def test_a_cookie_gets_a_reader_through_a_gate(server: Server, fetched: Fetched) -> None:
    url = server.on("/a", gate("/a"), http("200 OK", ARTICLE))
    capture = fetched(url)
    assert capture.outcome is Outcome.CAPTURED
    assert [hop.status for hop in capture.hops] == [302]
    first, second = server.requests
    assert b"Cookie" not in first
    assert b"\r\nCookie: seen=1\r\n" in second


def test_a_gate_that_never_opens_is_a_loop(server: Server, fetched: Fetched) -> None:
    capture = fetched(server.on("/a", gate("/a")))
    assert (capture.outcome, server.asked("/a")) == (Outcome.REDIRECT_LOOP, 2)


def test_cookies_last_for_one_fetch(server: Server, settings: Settings) -> None:
    server.on("/a", http("200 OK", ARTICLE, "Set-Cookie: seen=1; Path=/"))
    server.on("/b", http("200 OK", ARTICLE))
    with open_client(settings()) as client:
        client(server.url("/a"))
        client(server.url("/b"))
    assert b"Cookie" not in b"".join(server.requests)


def test_cookies_stay_with_their_host(server: Server, settings: Settings) -> None:
    hosts = "one.example", "two.example"
    server.on("/a", redirect(f"http://two.example:{server.port}/b", 302, "Set-Cookie: seen=1"))
    server.on("/b", http("200 OK", ARTICLE))
    chosen = settings(allow_private=[(host, server.port) for host in hosts])
    with Client(chosen, resolve=lambda *_: ["127.0.0.1"]) as client:
        capture = client(f"http://one.example:{server.port}/a")
    assert capture.outcome is Outcome.CAPTURED
    assert b"Cookie" not in b"".join(server.requests)


def test_a_cookie_that_has_expired_is_deleted(server: Server, fetched: Fetched) -> None:
    server.on("/a", gate("/b"))
    server.on("/b", gate("/c", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"))
    server.on("/c", http("200 OK", ARTICLE))
    assert fetched(server.url("/a")).outcome is Outcome.CAPTURED
    assert [b"Cookie: seen=1" in request for request in server.requests] == [False, True, False]


@pytest.mark.parametrize(
    ("attributes", "kept"),
    [
        ("", "seen=1"),
        ("; Path=/; Secure", "seen=1; Path=/; Secure"),
        ("; Expires=Sat, 01 Jun 2024 12:00:01 GMT; Path=/", "seen=1; Path=/"),
        ("; Expires=Sat, 01 Jun 2024 12:00:00 GMT; Path=/", "seen=1; Path=/; Max-Age=0"),
        ("; expires=Sat, 01-Jun-2024 11:00:00 GMT", "seen=1; Max-Age=0"),
        ('; expires="Sat, 01 Jun 2024 11:00:00 GMT"', "seen=1; Max-Age=0"),
        ("; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=60", "seen=1; Max-Age=60"),
        ("; Expires=some day", "seen=1"),
        ("; Max-Age", "seen=1"),
        ("; Max-Age=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "seen=1; Max-Age=0"),
        ("; Expires=Mon, 01 Jan 99999999999999999999 00:00:00 GMT", "seen=1"),
    ],
)
def test_the_day_of_the_answer_decides_what_has_expired(attributes: str, kept: str) -> None:
    headers = HTTPMessage()
    headers["Set-Cookie"] = f"seen=1{attributes}"
    assert as_on_the_day(headers, DAY).get_all("Set-Cookie") == [kept]


def test_a_cookie_that_has_expired_since_is_replayed_all_the_same(
    settings: Settings, tmp_path: Path
) -> None:
    """One URL, asked twice in 2024: without the cookie, which was to last for a day, and with it."""
    url = "http://news.example/a"
    agent = b"GET /a HTTP/1.1\r\nUser-Agent: citeaudit/0.1\r\n"
    exchanges = [
        (gate("/a", "Expires=Sun, 02 Jun 2024 12:00:00 GMT"), agent + b"\r\n"),
        (http("200 OK", ARTICLE), agent + b"Cookie: seen=1\r\n\r\n"),
    ]
    archive = tmp_path / "of-2024.warc.gz"
    archive.write_bytes(
        b"".join(
            packed(
                record(
                    "response", url, answer, date=f"2024-06-01T12:00:0{number}Z", id=f"a:{number}"
                ),
                record("request", url, request, **{"WARC-Concurrent-To": f"<a:{number}>"}),
            )
            for number, (answer, request) in enumerate(exchanges)
        )
    )
    with open_client(settings(), archives=[archive], offline=True) as client:
        assert client(url).outcome is Outcome.CAPTURED
