"""Save Page Now on loopback: jobs, errors that arrive with status 200, and keys that stay secret."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from audit.capture import open_client, save_headers, with_saved_copy
from audit.capture.http.policy import is_below
from audit.model import Capture, FetchSettings, Outcome, Services
from tests.capture.conftest import Settings
from tests.capture.server import ARTICLE, Reply, Server, http, redirect

KEYS = "access:s3cret"


def told(**values: object) -> bytes:
    return http("200 OK", json.dumps(values).encode(), kind="application/json")


class Service:
    """A page and the service that is to save it."""

    def __init__(self, server: Server, settings: FetchSettings, archive: Path) -> None:
        self.server, self.settings, self.archive = server, settings, archive
        self.page = server.on("/page", http("200 OK", ARTICLE))
        self.waits: list[float] = []

    def begins(self, *replies: Reply) -> None:
        self.server.on(f"/save/{self.page}", *replies)

    def looks(self, number: int, reply: Reply) -> None:
        self.server.on(f"/save/status/job?look={number}", reply)

    def saved(self) -> Capture:
        """What comes of it live, and again from what was recorded."""
        headers = save_headers(self.settings, KEYS)
        with open_client(self.settings, record_to=self.archive, headers=headers) as client:
            live = with_saved_copy(
                client(self.page), self.settings, client.call_service, self.waits.append
            )
        with open_client(self.settings, archives=[self.archive], offline=True) as client:
            again = with_saved_copy(
                client(self.page), self.settings, client.call_service, lambda _: None
            )
        assert again == live
        assert live.outcome is Outcome.CAPTURED
        return live


@pytest.fixture
def service(server: Server, settings: Settings, tmp_path: Path) -> Service:
    chosen = settings(services=Services(wayback=server.url("")))
    return Service(server, chosen, tmp_path / "captures.warc.gz")


def test_a_page_is_saved_by_a_job_that_is_asked_until_it_is_done(service: Service) -> None:
    service.begins(told(url=service.page, job_id="job"))
    service.looks(1, told(status="pending"))
    service.looks(
        2, told(status="success", timestamp="20261125010203", original_url=service.page + "/")
    )
    capture = service.saved()
    assert capture.saved_as == service.server.url(f"/web/20261125010203/{service.page}/")
    assert capture.reason == ""
    assert service.waits[0] > 8  # seven pages a minute
    assert len(service.waits) == 2


@pytest.mark.parametrize(
    "answer",
    [
        told(status="error", status_ext="error:user-session-limit", message="Too many at once"),
        told(message="The same snapshot had been made 5 minutes ago.", job_id=None),
        told(status="error", job_id="job", status_ext="error:blocked-url"),
        told(),
        http("200 OK", b"[1]", kind="application/json"),
        http("200 OK", b"<h1>Save page</h1>"),
        http("401 Unauthorized", b"no"),
        http("503 Busy"),
        b"",
    ],
)
def test_a_service_that_does_not_save_costs_the_page_nothing(
    service: Service, answer: bytes
) -> None:
    service.begins(answer)
    capture = service.saved()
    assert capture.saved_as is None
    assert "no copy was saved" in capture.reason


@pytest.mark.parametrize("state", [told(status="error", message="Gone"), told(status="odd")])
def test_a_job_that_fails_says_so(service: Service, state: bytes) -> None:
    service.begins(told(job_id="job"))
    service.looks(1, state)
    assert "no copy was saved" in service.saved().reason


def test_a_job_is_not_asked_for_ever(service: Service) -> None:
    service.begins(told(job_id="job"))
    for number in range(1, 60):
        service.looks(number, told(status="pending"))
    assert "not made in time" in service.saved().reason
    assert len(service.waits) < 40


def test_the_keys_go_to_the_service_alone_and_into_no_archive(service: Service) -> None:
    service.begins(redirect("/elsewhere"))
    service.server.on("/elsewhere", told(job_id="job"))
    service.looks(1, told(status="success", timestamp="20261125010203"))
    service.saved()
    asked = {request.split(b" ")[1]: request for request in service.server.requests}
    assert b"\r\nAuthorization: LOW access:s3cret\r\n" in asked[b"/save/status/job?look=1"]
    assert b"s3cret" not in asked[b"/page"]
    assert b"s3cret" not in asked[b"/elsewhere"]
    assert b"s3cret" not in gzip.decompress(service.archive.read_bytes())


def test_an_address_of_ones_own_network_is_not_given_away(
    server: Server, settings: Settings
) -> None:
    chosen = settings(services=Services(wayback="https://archive.example"))
    page = server.on("/page", http("200 OK", ARTICLE))
    with open_client(chosen) as client:
        capture = client(page)
        assert with_saved_copy(capture, chosen, client, lambda _: None) is capture
    lost = Capture("https://news.example/", Outcome.NOT_FOUND, "https://news.example/")
    with open_client(chosen, offline=True) as client:
        assert with_saved_copy(lost, chosen, client, lambda _: None) is lost


@pytest.mark.parametrize(
    "path",
    [
        "/save/../steal",
        "/save/%2e%2e/steal",
        "/save/%2E./steal",
        "/save/%252e%252e/steal",
        "/save/..%2fsteal",
        "/save/..%5csteal",
        "/save//../../steal",
        "/save//%2e%2e//steal",
        "/save/a/../../steal",
        "/save/a/%2e%2e/%2e%2e/save",
        "/save/..;x/steal",
        "/save/%2e%2e",
        "/save/",
        "/saved/page",
        "/SAVE/page",
        "/x/../save/../steal",
        "/",
    ],
)
def test_the_keys_go_nowhere_but_below_the_address_of_the_service(
    service: Service, path: str
) -> None:
    headers = save_headers(service.settings, KEYS)
    with open_client(service.settings, headers=headers) as client:
        client.call_service(service.server.url(path))
    assert service.server.requests
    assert not any(b"s3cret" in request for request in service.server.requests)


def test_the_keys_do_not_go_to_what_an_article_cites(service: Service) -> None:
    headers = save_headers(service.settings, KEYS)
    url = service.server.on("/save/https://news.example/", redirect("/save/status/job"))
    with open_client(service.settings, headers=headers) as client:
        client(url)
        client(service.server.url("/save/status/job?look=1"))
    assert len(service.server.requests) == 3
    assert not any(b"s3cret" in request for request in service.server.requests)


def test_a_cited_address_that_climbs_takes_no_keys_along(service: Service) -> None:
    page = service.server.on("/steal", http("200 OK", ARTICLE))
    climbing = service.server.url("/a/%2e%2e/%2e%2e/%2e%2e/%2e%2e/steal")
    headers = save_headers(service.settings, KEYS)
    with open_client(service.settings, headers=headers) as client:
        capture = replace(client(page), url=climbing)
        kept = with_saved_copy(capture, service.settings, client.call_service, lambda _: None)
    assert kept.saved_as is None
    assert len(service.server.requests) == 2
    assert not any(b"s3cret" in request for request in service.server.requests)


@pytest.mark.parametrize(
    ("url", "is_so"),
    [
        ("https://archive.example/save/https://news.example/a", True),
        ("https://archive.example:443/save/https://news.example/a/../b?c=/../../..", True),
        ("https://archive.example/save/status/job?look=1", True),
        ("https://archive.example/save/x/..", False),
        ("https://archive.example:8443/save/a", False),
        ("http://archive.example/save/a", False),
        ("https://archive.example.evil.example/save/a", False),
        ("https://archive.example@evil.example/save/a", False),
        ("https://user:word@archive.example/save/a", False),
        ("https://archive.example\\@evil.example/save/a", False),
        ("https://evil.example/https://archive.example/save/a", False),
    ],
)
def test_an_address_is_below_another_whoever_reads_it(url: str, is_so: bool) -> None:  # noqa: FBT001 — an expectation
    assert is_below(url, "https://archive.example/save/") is is_so
