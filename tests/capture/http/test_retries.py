import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from audit.capture import open_client
from audit.capture.archive.records import scan
from audit.model import Outcome
from tests.capture.conftest import Fetched, Settings
from tests.capture.server import ARTICLE, Server, http, reset

BUSY = http("503 Service Unavailable", b"busy")


@pytest.mark.parametrize("passing", [BUSY, http("429 Slow Down"), http("502 Bad"), reset, b""])
def test_a_passing_failure_is_asked_again(server: Server, fetched: Fetched, passing: bytes) -> None:
    capture = fetched(server.on("/a", passing, http("200 OK", ARTICLE)), retries=2)
    assert capture.outcome is Outcome.CAPTURED
    assert capture.hops == ()
    assert server.asked("/a") == 2


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "501 Never", "200 OK"])
def test_an_answer_that_stands_is_not_asked_for_again(
    server: Server, fetched: Fetched, status: str
) -> None:
    fetched(server.on("/a", http(status, b"words")), retries=2)
    assert server.asked("/a") == 1


def test_after_the_last_try_its_answer_stands(server: Server, fetched: Fetched) -> None:
    capture = fetched(server.on("/a", BUSY), retries=2)
    assert (capture.outcome, server.asked("/a")) == (Outcome.SERVER_ERROR, 3)


def test_every_try_is_recorded_and_the_last_counts(
    server: Server, settings: Settings, tmp_path: Path
) -> None:
    url = server.on("/a", BUSY, reset, http("200 OK", ARTICLE))
    archive = tmp_path / "captures.warc.gz"
    with open_client(settings(retries=2), record_to=archive) as client:
        capture = client(url)
    answers = [
        record for record in scan(archive) if record.fields["warc-type"] in {"response", "metadata"}
    ]
    assert [record.fields["warc-type"] for record in answers] == [
        "response",
        "metadata",
        "response",
    ]
    assert answers[-1].fields["warc-record-id"] == f"<{capture.record_id}>"


@pytest.mark.parametrize("as_a_date", [False, True])
def test_a_server_that_says_when_to_come_back_is_obeyed(
    server: Server, fetched: Fetched, *, as_a_date: bool
) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    later = http("429 Slow Down", b"", f"Retry-After: {soon if as_a_date else 1}")
    begin = time.monotonic()
    capture = fetched(server.on("/a", later, http("200 OK", ARTICLE)), retries=1)
    assert capture.outcome is Outcome.CAPTURED
    assert time.monotonic() - begin > 0.9


@pytest.mark.parametrize(
    "value", ["86400", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"], ids=["day", "nines", "date"]
)
def test_a_wait_beyond_the_deadline_is_not_begun(
    server: Server, fetched: Fetched, value: str
) -> None:
    begin = time.monotonic()
    url = server.on("/a", http("429 Slow Down", b"", f"Retry-After: {value}"))
    assert fetched(url, retries=5).outcome is Outcome.RATE_LIMITED
    assert time.monotonic() - begin < 2
    assert server.asked("/a") == 1


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "-5",
        "",
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2024 00:00:00 +99999999999999",
        "Mon, 01 Jan 2024 00:00:00",
    ],
)
def test_a_wait_that_is_none_is_no_crash(server: Server, fetched: Fetched, value: str) -> None:
    later = http("503 Busy", b"", f"Retry-After: {value}")
    url = server.on("/a", later, http("200 OK", ARTICLE))
    assert fetched(url, retries=1).outcome is Outcome.CAPTURED
