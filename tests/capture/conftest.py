"""Servers on loopback, and clients that may reach exactly one of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit.capture import open_client
from audit.model import Capture, FetchSettings
from tests.capture.archives import URL
from tests.capture.server import Server

Settings = Callable[..., FetchSettings]
Fetched = Callable[..., Capture]
Replay = Callable[..., Capture]


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


@pytest.fixture
def settings(server: Server) -> Settings:
    """Settings with short times that open the one port of the server."""

    def make(**changes: object) -> FetchSettings:
        usual: dict[str, object] = {
            "delay": 0.0,
            "deadline": 5.0,
            "connect_timeout": 2.0,
            "read_timeout": 2.0,
            "retries": 0,
            "allow_private": (("127.0.0.1", server.port),),
        }
        return FetchSettings(**{**usual, **changes})  # type: ignore[arg-type]  # a test's own keywords

    return make


@pytest.fixture
def fetched(settings: Settings, tmp_path: Path) -> Fetched:
    """Fetches over the network and keeps the exchanges; what the archive then replays is the same."""

    def fetch(url: str, **changes: object) -> Capture:
        chosen = settings(**changes)
        archive = tmp_path / f"{len(list(tmp_path.iterdir()))}.warc.gz"
        with open_client(chosen, record_to=archive) as client:
            live = client(url)
        with open_client(chosen, archives=[archive], offline=True) as client:
            assert client(url) == live
        return live

    return fetch


@pytest.fixture
def replay(tmp_path: Path) -> Replay:
    """The capture of a URL in archives of the given bytes."""

    def ask(*archives: bytes, url: str = URL, settings: FetchSettings | None = None) -> Capture:
        paths = []
        for number, data in enumerate(archives):
            paths.append(tmp_path / f"{number}.warc.gz")
            paths[-1].write_bytes(data)
        with open_client(settings or FetchSettings(), archives=paths, offline=True) as client:
            return client(url)

    return ask
