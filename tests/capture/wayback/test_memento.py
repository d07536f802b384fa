"""A Wayback Machine on loopback: which copy is read of a page that is lost, and when none is."""

import json
from pathlib import Path

import pytest

from audit.capture import open_client, with_copies
from audit.model import ArchiveUse, Capture, FetchSettings, Outcome, Services
from tests.capture.conftest import Settings
from tests.capture.hostile.fault import STORY
from tests.capture.server import ARTICLE, Reply, Server, http, redirect

PAGE = http("200 OK", ARTICLE)
LISTED = [["timestamp", "statuscode"], *([stamp, "200"] for stamp in (
    "20190101000000", "20240502101112", "20240620000000", "20260101000000", "99999999999999"
))]  # fmt: skip
NEAR = "closest=20240503000000&sort=closest&limit=10"


def listing(rows: object = LISTED) -> bytes:
    return http("200 OK", json.dumps(rows).encode(), kind="application/json")


class Machine:
    """A dead page, and a service that has copies of it."""

    def __init__(self, server: Server, settings: FetchSettings, archive: Path) -> None:
        self.server, self.settings, self.archive = server, settings, archive
        self.dead = server.on("/dead", http("404 Not Found"))

    def lists(self, *replies: Reply, asked: str = NEAR) -> None:
        url = self.dead.replace(":", "%3A").replace("/", "%2F")
        fields = "output=json&fl=timestamp,statuscode&filter=statuscode:200"
        self.server.on(f"/cdx/search/cdx?url={url}&{fields}&{asked}", *replies)

    def has(self, stamp: str, *replies: Reply) -> str:
        return self.server.on(f"/web/{stamp}id_/{self.dead}", *replies)

    def found(self, published: str | None = "2024-05-03T08:00:00Z") -> Capture:
        """What is found live, and again from what was recorded."""
        with open_client(self.settings, record_to=self.archive) as client:
            live = with_copies(client, published, self.settings)(self.dead)
        with open_client(self.settings, archives=[self.archive], offline=True) as client:
            assert with_copies(client, published, self.settings)(self.dead) == live
        return live


@pytest.fixture
def machine(server: Server, settings: Settings, tmp_path: Path) -> Machine:
    base = server.url("")
    chosen = settings(archive=ArchiveUse.MEMENTO, services=Services(wayback=base))
    return Machine(server, chosen, tmp_path / "captures.warc.gz")


def test_the_copy_nearest_to_the_articles_date_is_read(machine: Machine) -> None:
    machine.lists(listing())
    copy = machine.has("20240502101112", PAGE)
    capture = machine.found()
    assert (capture.outcome, capture.body) == (Outcome.FROM_ARCHIVE, ARTICLE)
    assert (capture.url, capture.final_url) == (machine.dead, copy)
    assert capture.archived_at == "2024-05-02T10:11:12Z"
    assert "2024-05-02" in capture.reason
    assert "not-found" in capture.reason


def test_without_a_date_the_newest_copy_is_read(machine: Machine) -> None:
    machine.lists(listing(), asked="limit=-3")
    machine.has("20260101000000", PAGE)
    assert machine.found(None).archived_at == "2026-01-01T00:00:00Z"


def test_a_copy_that_cannot_be_read_gives_way_to_the_next(machine: Machine) -> None:
    machine.lists(listing())
    machine.has("20240502101112", http("200 OK", b"<title>404 Not Found</title>"))
    machine.has("20240620000000", PAGE)
    assert machine.found().archived_at == "2024-06-20T00:00:00Z"


def test_the_moment_is_that_of_the_copy_which_the_service_leads_to(machine: Machine) -> None:
    machine.lists(listing())
    machine.has("20240502101112", redirect(f"/web/20240501000000id_/{machine.dead}"))
    machine.has("20240501000000", PAGE)
    assert machine.found().archived_at == "2024-05-01T00:00:00Z"


@pytest.mark.parametrize(
    "answer",
    [
        listing([]),
        listing([["timestamp", "statuscode"]]),
        listing({"a": 1}),
        listing([[None], ["2024"], [{"x": 1}], "x", 5]),
        http("200 OK", b"[[" * 9000, kind="application/json"),
        http("200 OK", b"", kind="application/json"),
        http("503 Busy"),
        http("429 Slow Down", b"", "Retry-After: 900"),
        http("200 OK", b"<h1>Sorry</h1>"),
    ],
)
def test_where_there_is_no_copy_the_page_stays_lost(machine: Machine, answer: bytes) -> None:
    machine.lists(answer)
    capture = machine.found()
    assert (capture.outcome, capture.status) == (Outcome.NOT_FOUND, 404)
    assert "Wayback Machine" in capture.reason


def test_a_page_that_can_be_read_is_looked_for_nowhere_else(machine: Machine) -> None:
    machine.server.on("/dead", http("200 OK", STORY))
    assert machine.found().outcome is Outcome.CAPTURED
    assert len(machine.server.requests) == 1


def test_what_is_for_subscribers_is_not_got_round(machine: Machine) -> None:
    machine.server.on("/dead", http("402 Payment Required"))
    assert machine.found().outcome is Outcome.PAYWALLED
    assert len(machine.server.requests) == 1


def test_an_address_of_ones_own_network_is_told_to_nobody(
    server: Server, settings: Settings
) -> None:
    chosen = settings(
        archive=ArchiveUse.MEMENTO, services=Services(wayback="https://archive.example")
    )
    dead = server.on("/dead", http("404 Not Found"))
    with open_client(chosen) as client:
        capture = with_copies(client, None, chosen)(dead)
    assert (capture.outcome, capture.reason) == (Outcome.NOT_FOUND, "status 404")


def test_no_archive_is_asked_unless_that_is_set(machine: Machine) -> None:
    settings = FetchSettings(allow_private=machine.settings.allow_private)
    with open_client(settings) as client:
        assert with_copies(client, None, settings)(machine.dead).outcome is Outcome.NOT_FOUND
    assert len(machine.server.requests) == 1
