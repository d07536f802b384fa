"""How often and how long servers are asked: a host at a time, a pause, an end to the whole run."""

import itertools
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from audit.capture import open_client
from audit.capture.client import Client
from audit.model import FetchSettings, Outcome, Robots
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Reply, Server, http, redirect, silence

PAGE = http("200 OK", ARTICLE)
CLOSED = http("200 OK", b"User-agent: *\nDisallow: /a\n", kind="text/plain")


def slowly(reply: bytes, times: list[tuple[float, float]]) -> Callable[[socket.socket], None]:
    """Notes when it is asked and when it has answered."""

    def send(connection: socket.socket) -> None:
        begin = time.monotonic()
        time.sleep(0.2)
        connection.sendall(reply)
        times.append((begin, time.monotonic()))

    return send


def test_a_host_is_asked_for_one_page_at_a_time_with_a_pause(
    server: Server, settings: Settings
) -> None:
    times: list[tuple[float, float]] = []
    for number in range(4):
        server.on(f"/{number}", slowly(PAGE, times))
    with open_client(settings(delay=0.3)) as client, ThreadPoolExecutor(4) as pool:
        captures = list(pool.map(client, [server.url(f"/{number}") for number in range(4)]))
    assert {capture.outcome for capture in captures} == {Outcome.CAPTURED}
    pauses = [later[0] - earlier[1] for earlier, later in itertools.pairwise(times)]
    assert min(pauses) > 0.25


def test_hops_and_retries_count_as_the_page(server: Server, settings: Settings) -> None:
    server.on("/a", redirect("/b"))
    server.on("/b", http("503 Busy"), redirect("/c"))
    server.on("/c", PAGE)
    begin = time.monotonic()
    with open_client(settings(delay=5.0, retries=2)) as client:
        assert client(server.url("/a")).outcome is Outcome.CAPTURED
    assert time.monotonic() - begin < 3


def test_waiting_for_a_host_costs_no_page_its_deadline(server: Server, settings: Settings) -> None:
    for number in range(4):
        server.on(f"/{number}", slowly(PAGE, []))
    with (
        open_client(settings(delay=0.4, deadline=0.9)) as client,
        ThreadPoolExecutor(4) as pool,
    ):
        captures = list(pool.map(client, [server.url(f"/{number}") for number in range(4)]))
    assert {capture.outcome for capture in captures} == {Outcome.CAPTURED}


def test_hosts_are_asked_side_by_side(server: Server) -> None:
    """Thirty names of one server, by a resolver of our own."""
    url = server.on("/", slowly(PAGE, []))
    names = [f"host{number}.example" for number in range(30)]
    chosen = FetchSettings(allow_private=tuple((name, server.port) for name in names))
    begin = time.monotonic()
    with (
        Client(chosen, resolve=lambda *_: ["127.0.0.1"]) as client,
        ThreadPoolExecutor(32) as pool,
    ):
        captures = list(pool.map(client, [url.replace("127.0.0.1", name) for name in names]))
    assert {capture.outcome for capture in captures} == {Outcome.CAPTURED}
    assert time.monotonic() - begin < 2.5


def test_what_is_not_fetched_when_the_time_of_the_run_is_up_is_not_asked(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    archive = tmp_path / "captures.warc.gz"
    server.on("/slow", silence)
    server.on("/late", PAGE)
    begin = time.monotonic()
    chosen = settings(max_time=0.6, read_timeout=30.0)
    with open_client(chosen, record_to=archive) as client:
        captures = [client(server.url("/slow")), client(server.url("/late"))]
    assert [capture.outcome for capture in captures] == [Outcome.TIMED_OUT] * 2
    assert "--max-time" in captures[1].reason
    assert server.asked("/late") == 0
    assert time.monotonic() - begin < 2
    with open_client(chosen, archives=[archive], offline=True) as client:
        assert [client(server.url(path)) for path in ("/slow", "/late")] == captures


@pytest.mark.parametrize(
    ("robots", "outcome"),
    [
        (CLOSED, Outcome.ROBOTS_DISALLOWED),
        (http("200 OK", b"User-agent: citeaudit\nDisallow: /", kind="text/plain"), Outcome.ROBOTS_DISALLOWED),
        (http("200 OK", b"User-agent: *\nDisallow: /b", kind="text/plain"), Outcome.CAPTURED),
        (http("200 OK", b"User-agent: other\nDisallow: /", kind="text/plain"), Outcome.CAPTURED),
        (http("404 Not Found"), Outcome.CAPTURED),
        (http("403 Forbidden"), Outcome.CAPTURED),
        (http("500 Oops"), Outcome.ROBOTS_DISALLOWED),
        (http("200 OK", b"\xff\0" * 900, kind="text/plain"), Outcome.CAPTURED),
        (silence, Outcome.ROBOTS_DISALLOWED),
    ],
)  # fmt: skip
def test_a_robots_txt_is_obeyed_only_when_asked_to(
    server: Server, settings: Settings, tmp_path: Path, robots: Reply, outcome: Outcome
) -> None:
    url = server.on("/a", PAGE)
    server.on("/robots.txt", robots)
    archive = tmp_path / "captures.warc.gz"
    begin = time.monotonic()
    chosen = settings(obey_robots=True, read_timeout=30.0)
    with open_client(chosen, record_to=archive) as client:
        capture = client(url)
    assert time.monotonic() - begin < 4
    assert capture.outcome is outcome
    assert server.asked("/a") == (outcome is Outcome.CAPTURED)
    with open_client(chosen, archives=[archive], offline=True) as client:
        assert client(url) == capture
    with open_client(settings()) as client:
        assert client(url).outcome is Outcome.CAPTURED


@pytest.mark.parametrize(
    ("robots", "said"),
    [
        (CLOSED, Robots.DISALLOWED),
        (http("200 OK", b"User-agent: *\nDisallow: /b", kind="text/plain"), Robots.ALLOWED),
        (http("404 Not Found"), Robots.ALLOWED),
        (http("500 Oops"), None),
        (silence, None),
    ],
)
def test_what_a_robots_txt_asks_is_reported_and_decides_nothing(
    server: Server, settings: Settings, tmp_path: Path, robots: Reply, said: Robots | None
) -> None:
    url = server.on("/a", PAGE)
    server.on("/robots.txt", robots)
    archive = tmp_path / "captures.warc.gz"
    begin = time.monotonic()
    chosen = settings(ask_robots=True, read_timeout=30.0)
    with open_client(chosen, record_to=archive) as client:
        capture = client(url)
    assert time.monotonic() - begin < 4
    assert (capture.outcome, capture.robots) == (Outcome.CAPTURED, said)
    with open_client(chosen, archives=[archive], offline=True) as client:
        assert client(url) == capture


def test_robots_txt_is_not_asked_for_where_the_web_is_not(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    url = server.on("/a", PAGE)
    archive = tmp_path / "captures.warc.gz"
    with open_client(settings(), record_to=archive) as client:
        client(url)
    with open_client(settings(ask_robots=True), archives=[archive]) as client:
        assert client(url).robots is None
    assert server.asked("/robots.txt") == 0


def test_where_a_redirect_leads_is_asked_of_robots_too(server: Server, settings: Settings) -> None:
    server.on("/robots.txt", CLOSED)
    server.on("/free", redirect("/a"))
    server.on("/a", PAGE)
    with open_client(settings(obey_robots=True)) as client:
        capture = client(server.url("/free"))
    assert (capture.outcome, len(capture.hops)) == (Outcome.ROBOTS_DISALLOWED, 1)
    assert server.asked("/robots.txt") == 1


def test_who_asks_may_say_so_in_words_of_their_own(server: Server, settings: Settings) -> None:
    url = server.on("/a", PAGE)
    with open_client(settings(user_agent="Example News checks (mail@news.example)")) as client:
        client(url)
    [request] = server.requests
    assert b"\r\nUser-Agent: Example News checks (mail@news.example) citeaudit/" in request
