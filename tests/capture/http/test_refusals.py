import socket

import pytest

from audit.capture import open_client
from audit.capture.client import Client
from audit.model import NetworkFault, Outcome
from tests.capture.conftest import Fetched, Settings
from tests.capture.server import ARTICLE, Server, canary, http, redirect


def test_a_private_address_is_refused_without_a_connection(fetched: Fetched) -> None:
    with canary() as trap:
        capture = fetched(trap.url("/secret"))
    assert capture.outcome is Outcome.REFUSED
    assert capture.reason.endswith("not public: loopback")
    assert capture.record_id is not None
    assert capture.status is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f.1", "[::ffff:127.0.0.1]"])
def test_a_redirect_to_a_private_address_is_refused_without_a_connection(
    server: Server, fetched: Fetched, host: str
) -> None:
    with canary() as trap:
        capture = fetched(server.on("/a", redirect(f"http://{host}:{trap.port}/secret")))
    assert capture.outcome is Outcome.REFUSED
    assert len(capture.hops) + (host == "0x7f.1") == 1


@pytest.mark.parametrize(
    "start",
    ["http://good.example\\@127.0.0.1", "http://good.example%5c@127.0.0.1\\", "http://127.0.0.1\\"],
)
def test_a_backslash_gains_nothing_even_where_the_address_is_allowed(
    server: Server, fetched: Fetched, start: str
) -> None:
    server.on("/a", http("200 OK", ARTICLE))
    assert fetched(f"{start}:{server.port}/a").outcome is Outcome.REFUSED
    assert server.connections == 0


def test_an_interstitial_to_a_private_address_is_refused_without_a_connection(
    server: Server, fetched: Fetched
) -> None:
    with canary() as trap:
        page = f'<meta http-equiv="refresh" content="0;url={trap.url("/secret")}">'.encode()
        assert fetched(server.on("/a", http("200 OK", page))).outcome is Outcome.REFUSED


def test_a_public_name_that_leads_to_a_private_address_is_refused(settings: Settings) -> None:
    with canary() as trap, Client(settings(), resolve=lambda *_: ["127.0.0.1"]) as client:
        assert client(f"http://news.example:{trap.port}/").outcome is Outcome.REFUSED


def test_a_name_is_looked_up_once_and_the_address_that_was_judged_is_used(
    server: Server, settings: Settings
) -> None:
    """A name that leads elsewhere on being asked again (DNS rebinding) gains nothing."""
    asked: list[tuple[str, int]] = []

    def rebinding(host: str, port: int, _: float) -> list[str]:
        asked.append((host, port))
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    server.on("/a", http("200 OK", ARTICLE))
    chosen = settings(allow_private=[("news.example", server.port)])
    with Client(chosen, resolve=rebinding) as client:
        assert client(f"http://news.example:{server.port}/a").outcome is Outcome.CAPTURED
    assert asked == [("news.example", server.port)]
    assert f"Host: news.example:{server.port}\r\n".encode() in server.requests[0]


def test_a_name_with_several_private_addresses_is_refused(settings: Settings) -> None:
    with canary() as trap, Client(settings(), resolve=lambda *_: ["127.0.0.1", "::1"]) as client:
        assert client(f"http://news.example:{trap.port}/").outcome is Outcome.REFUSED


def test_the_next_address_is_tried_when_one_does_not_answer(
    server: Server, settings: Settings
) -> None:
    server.on("/a", http("200 OK", ARTICLE))
    chosen = settings(allow_private=[("news.example", server.port)])
    with Client(chosen, resolve=lambda *_: ["::1", "127.0.0.1"]) as client:
        assert client(f"http://news.example:{server.port}/a").outcome is Outcome.CAPTURED


def test_a_name_without_address_is_a_dns_failure(settings: Settings) -> None:
    with Client(settings(), resolve=lambda *_: []) as client:
        capture = client("http://news.example/")
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("dns:")
    assert capture.fault is NetworkFault.DNS


def test_a_name_that_cannot_be_resolved_is_a_dns_failure(fetched: Fetched) -> None:
    capture = fetched("http://no-such-host.invalid/")
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("dns:")
    assert capture.fault is NetworkFault.DNS


def test_a_name_that_is_resolved_too_slowly_is_timed_out(settings: Settings) -> None:
    def slow(host: str, port: int, seconds: float) -> list[str]:
        raise TimeoutError(f"{host}:{port} in {seconds}")

    with Client(settings(), resolve=slow) as client:
        assert client("http://news.example/").outcome is Outcome.TIMED_OUT


@pytest.mark.parametrize("url", ["http://" + "a" * 64 + ".example/", "http://a..example/"])
def test_a_name_that_is_none_is_no_crash(fetched: Fetched, url: str) -> None:
    assert fetched(url).outcome in {Outcome.NETWORK_ERROR, Outcome.REFUSED}


def test_nothing_listening_is_a_refused_connection(fetched: Fetched) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    capture = fetched(f"http://127.0.0.1:{port}/", allow_private=[("127.0.0.1", port)])
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("refused-connection:")
    assert capture.fault is NetworkFault.REFUSED_CONNECTION


def test_credentials_and_fragment_are_neither_sent_nor_kept(
    server: Server, fetched: Fetched
) -> None:
    server.on("/a", http("200 OK", ARTICLE))
    capture = fetched(f"http://user:secret@127.0.0.1:{server.port}/a#:~:text=words")
    assert capture.outcome is Outcome.CAPTURED
    assert "secret" not in f"{capture.url} {capture.final_url}"
    assert server.requests[0].startswith(b"GET /a HTTP/1.1\r\n")
    assert b"Authorization" not in server.requests[0]


@pytest.mark.parametrize("url", ["http://*.example/", "http://127.1/", "http://a.example:25/"])
def test_an_address_that_is_refused_as_it_is_spelled_leaves_no_record(
    fetched: Fetched, url: str
) -> None:
    capture = fetched(url)
    assert (capture.outcome, capture.record_id) == (Outcome.REFUSED, None)
    assert capture.reason


@pytest.mark.parametrize(
    "url", ["ftp://news.example/a", "", "mailto:editor@news.example", "javascript:alert(1)"]
)
def test_other_addresses_than_those_of_the_web_are_not_asked(fetched: Fetched, url: str) -> None:
    capture = fetched(url)
    assert (capture.outcome, capture.record_id) == (Outcome.UNSUPPORTED_SCHEME, None)


def test_a_client_that_is_offline_makes_no_connection(settings: Settings) -> None:
    with canary() as trap:
        chosen = settings(allow_private=[("127.0.0.1", trap.port)])
        with open_client(chosen, offline=True) as client:
            assert client(trap.url("/a")).outcome is Outcome.NOT_ARCHIVED
