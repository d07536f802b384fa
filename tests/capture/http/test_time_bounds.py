import contextlib
import socket
import time
from collections.abc import Iterator

from audit.model import Outcome
from tests.capture.conftest import Fetched
from tests.capture.server import Server, redirect, silence

DEADLINE = 1.0
PATIENT = {"deadline": DEADLINE, "connect_timeout": 30.0, "read_timeout": 30.0}


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    begin = time.monotonic()
    yield
    assert time.monotonic() - begin < seconds


def test_a_silent_server_is_left_after_the_read_time_out(server: Server, fetched: Fetched) -> None:
    with within(2):
        assert fetched(server.on("/a", silence), read_timeout=0.3).outcome is Outcome.TIMED_OUT


def test_the_deadline_spans_all_redirects(server: Server, fetched: Fetched) -> None:
    for number in range(20):

        def slow(connection: socket.socket, to: str = f"/{number + 1}") -> None:
            time.sleep(0.2)
            connection.sendall(redirect(to))

        server.on(f"/{number}", slow)
    with within(DEADLINE + 2):
        capture = fetched(server.url("/0"), **PATIENT)
    assert capture.outcome is Outcome.TIMED_OUT
    assert 2 <= len(capture.hops) <= 5
