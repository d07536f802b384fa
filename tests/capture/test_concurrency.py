import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from audit.capture import open_client
from audit.capture.client import Client
from audit.model import Outcome
from tests.capture.archives import assert_warcio_finds_all_digests_right
from tests.capture.conftest import Settings
from tests.capture.server import Server, http, redirect, silence


def page(number: int) -> bytes:
    return f"<title>{number}</title><p>{f'word{number} ' * 300}".encode()


def test_eight_threads_asking_for_equal_urls_make_one_exchange_each(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    for number in range(20):
        server.on(f"/{number}", http("200 OK", page(number)))
    urls = [server.url(f"/{number % 20}") for number in range(30)]
    archive = tmp_path / "captures.warc.gz"
    with open_client(settings(), record_to=archive) as client, ThreadPoolExecutor(8) as pool:
        captures = list(pool.map(client, urls))
    assert [server.asked(f"/{number}") for number in range(20)] == [1] * 20
    for number, capture in enumerate(captures):
        assert capture.outcome is Outcome.CAPTURED
        assert capture.body == page(number % 20)
        assert capture is captures[number % 20]
    with open_client(settings(), archives=[archive], offline=True) as client:
        assert list(map(client, urls)) == captures
    assert_warcio_finds_all_digests_right(archive)


def test_who_waits_for_another_thread_keeps_to_the_deadline(
    server: Server, settings: Settings
) -> None:
    """The later fetch reaches the silent page first; the earlier one has less time left."""

    def to_silence_after_a_while(connection: socket.socket) -> None:
        time.sleep(0.6)
        connection.sendall(redirect(server.url("/silent")))

    slow_url = server.on("/slow", to_silence_after_a_while).replace("127.0.0.1", "slow.example")
    server.on("/silent", silence)
    allow = tuple((host, server.port) for host in ("slow.example", "127.0.0.1"))
    chosen = settings(deadline=1.0, read_timeout=30.0, allow_private=allow)
    begin = time.monotonic()
    with (
        Client(chosen, resolve=lambda *_: ["127.0.0.1"]) as client,
        ThreadPoolExecutor(2) as pool,
    ):
        slow = pool.submit(client, slow_url)
        time.sleep(0.3)
        quick = pool.submit(client, server.url("/silent"))
        outcomes = {slow.result().outcome, quick.result().outcome}
    assert outcomes == {Outcome.TIMED_OUT}
    assert time.monotonic() - begin < 3
    assert server.asked("/silent") == 1


def test_many_ways_to_one_page_ask_for_it_once(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    for number in range(12):
        server.on(f"/{number}", redirect("/page"))
    server.on("/page", http("200 OK", page(1)))
    with (
        open_client(settings(), record_to=tmp_path / "captures.warc.gz") as client,
        ThreadPoolExecutor(8) as pool,
    ):
        captures = list(pool.map(client, [server.url(f"/{number}") for number in range(12)]))
    assert len({capture.record_id for capture in captures}) == 1
    assert server.asked("/page") == 1
