"""A proxy on loopback: used only when asked for, told no secrets of ours, and its own kept."""

import base64
import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from audit.capture import open_client
from audit.capture.archive.records import scan
from audit.model import Capture, FetchSettings, NetworkFault, Outcome
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Server, canary, http

PASSWORD = "s3cret"
NOTE = "address not checked (proxy)"


class Tunnel:
    """A proxy that answers CONNECT by joining the two ends, whatever name is asked for."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.heads: list[bytes] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                self.heads.append(near.recv(65536))
                far = socket.create_connection(("127.0.0.1", self._to))
                near.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                for source, other in ((near, far), (far, near)):
                    threading.Thread(target=self._join, args=(source, other), daemon=True).start()

    def _join(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError), one, other:
            while piece := one.recv(65536):
                other.sendall(piece)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


def fetched(url: str, archive: Path, settings: FetchSettings) -> Capture:
    with open_client(settings, record_to=archive) as client:
        live = client(url)
    with open_client(settings, archives=[archive], offline=True) as client:
        assert client(url) == live
    return live


def test_a_proxy_of_the_environment_is_used_only_when_that_is_asked_for(
    server: Server, settings: Settings, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with canary() as proxy:
        environment.setenv("HTTP_PROXY", proxy.url())
        capture = fetched(server.on("/a", http("200 OK", ARTICLE)), tmp_path / "a", settings())
    assert (capture.outcome, capture.reason) == (Outcome.CAPTURED, "")


def test_what_came_through_a_proxy_says_so_and_keeps_its_password_out(
    server: Server, settings: Settings, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.setenv("HTTP_PROXY", f"http://user:{PASSWORD}@127.0.0.1:{server.port}")
    server.on("http://news.example/a", http("200 OK", ARTICLE))
    archive = tmp_path / "a.warc"
    capture = fetched("http://news.example/a", archive, settings(use_proxy=True))
    assert (capture.outcome, capture.reason) == (Outcome.CAPTURED, NOTE)
    [request] = server.requests
    word = base64.b64encode(f"user:{PASSWORD}".encode())
    assert b"Proxy-Authorization: Basic " + word in request
    kept = b"".join(record.opening for record in scan(archive))
    assert word not in kept
    assert b"Proxy" not in kept


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://localhost/", "http://10.0.0.1/"])
def test_a_proxy_is_asked_for_no_address_that_is_plainly_private(
    url: str, settings: Settings, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with canary() as proxy:
        environment.setenv("HTTP_PROXY", proxy.url())
        capture = fetched(url, tmp_path / "a", settings(use_proxy=True))
    assert capture.outcome is Outcome.REFUSED


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "http://[", "http://127.0.0.1:port"])
def test_a_proxy_that_cannot_be_used_is_a_network_error(
    proxy: str, settings: Settings, environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.setenv("HTTP_PROXY", proxy)
    capture = fetched("http://news.example/", tmp_path / "a", settings(use_proxy=True))
    assert capture.outcome is Outcome.NETWORK_ERROR
    assert capture.reason.startswith("proxy:")
    assert capture.fault is NetworkFault.PROXY


@pytest.fixture
def tunnel(tmp_path: Path) -> Iterator[tuple[Tunnel, str]]:
    """A tunnel to a server with a certificate for news.example, and the authority's file."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    bundle = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(bundle))
    with Server(context) as secure:
        secure.on("/a", http("200 OK", ARTICLE))
        tunnel = Tunnel(secure.port)
        yield tunnel, str(bundle)
        tunnel.close()


@pytest.mark.parametrize("host", ["news.example", "other.example"])
def test_a_certificate_is_held_against_the_host_and_not_the_proxy(
    host: str,
    tunnel: tuple[Tunnel, str],
    settings: Settings,
    environment: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    proxy, bundle = tunnel
    environment.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
    chosen = settings(use_proxy=True, ca_bundle=bundle)
    capture = fetched(f"https://{host}/a", tmp_path / "a", chosen)
    assert proxy.heads[0].startswith(f"CONNECT {host}:443 ".encode())
    if host == "news.example":
        assert (capture.outcome, capture.reason) == (Outcome.CAPTURED, NOTE)
    else:
        assert capture.outcome is Outcome.TLS_ERROR
