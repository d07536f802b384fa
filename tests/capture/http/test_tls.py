"""TLS on loopback, with certificates of an authority that is made up for each run."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from audit.capture import open_client
from audit.capture.client import Client
from audit.errors import UsageError
from audit.model import FetchSettings, Outcome
from tests.capture.conftest import Fetched, Settings
from tests.capture.server import ARTICLE, Server, http


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def bundle(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("tls") / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "news.example").configure_cert(context)
    with Server(context) as server:
        server.on("/a", http("200 OK", ARTICLE))
        yield server


def test_a_page_over_tls_is_captured_when_its_certificate_is_trusted(
    secure: Server, fetched: Fetched, bundle: str
) -> None:
    capture = fetched(
        secure.url("/a"), allow_private=[("127.0.0.1", secure.port)], ca_bundle=bundle
    )
    assert (capture.outcome, capture.body) == (Outcome.CAPTURED, ARTICLE)


def test_a_certificate_of_an_unknown_authority_is_a_tls_error(
    secure: Server, fetched: Fetched
) -> None:
    capture = fetched(secure.url("/a"), allow_private=[("127.0.0.1", secure.port)])
    assert capture.outcome is Outcome.TLS_ERROR
    assert capture.reason.startswith("the certificate is not accepted: ")
    assert secure.requests == []


@pytest.mark.parametrize(
    ("host", "outcome"),
    [("news.example", Outcome.CAPTURED), ("other.example", Outcome.TLS_ERROR)],
)
def test_a_certificate_counts_for_the_names_that_it_holds(
    secure: Server, bundle: str, host: str, outcome: Outcome
) -> None:
    settings = FetchSettings(allow_private=((host, secure.port),), ca_bundle=bundle, retries=0)
    with Client(settings, resolve=lambda *_: ["127.0.0.1"]) as client:
        assert client(f"https://{host}:{secure.port}/a").outcome is outcome


def test_a_server_that_speaks_no_tls_is_a_tls_error(server: Server, fetched: Fetched) -> None:
    server.on("/a", http("200 OK", ARTICLE))
    assert fetched(f"https://127.0.0.1:{server.port}/a").outcome is Outcome.TLS_ERROR


def test_certificates_that_cannot_be_read_are_a_usage_error(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_bytes(b"")
    for path in (empty, tmp_path / "missing.pem"):
        with pytest.raises(UsageError, match=path.name):
            open_client(FetchSettings(ca_bundle=str(path)))


def test_the_systems_certificates_can_be_trusted_too(
    secure: Server, settings: Settings, bundle: str
) -> None:
    chosen = settings(
        use_system_certificates=True,
        ca_bundle=bundle,
        allow_private=[("127.0.0.1", secure.port)],
    )
    with open_client(chosen) as client:
        assert client(secure.url("/a")).outcome is Outcome.CAPTURED
    with open_client(replace(chosen, ca_bundle=None)) as client:
        assert client(secure.url("/a")).outcome is Outcome.TLS_ERROR


def test_a_handshake_that_never_ends_does_not_outlive_the_deadline(
    settings: Settings,
) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listener.accept()
        with contextlib.suppress(OSError), connection:
            connection.sendall(b"\x16\x03\x03\x40\x00")
            while True:
                connection.sendall(b"x")
                time.sleep(0.05)

    threading.Thread(target=drip, daemon=True).start()
    port = listener.getsockname()[1]
    begin = time.monotonic()
    chosen = settings(deadline=0.7, connect_timeout=30.0, allow_private=[("127.0.0.1", port)])
    with open_client(chosen) as client:
        assert client(f"https://127.0.0.1:{port}/").outcome is Outcome.TIMED_OUT
    assert time.monotonic() - begin < 2.5
    listener.close()
