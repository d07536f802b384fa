"""The hostile web, row by row: how each fault ends, live and replayed, and that nobody is accused for it."""

import time
from urllib.parse import urlsplit

import pytest

from audit.match import verify_quote
from audit.model import Capture, Verdict
from audit.pages import read_capture
from tests.capture.conftest import Fetched, Settings
from tests.capture.hostile.articles import ARTICLES
from tests.capture.hostile.bodies import BODIES
from tests.capture.hostile.bots import BOTS
from tests.capture.hostile.codings import CODINGS
from tests.capture.hostile.fault import MISSING, QUOTE, Fault, Words
from tests.capture.hostile.heads import HEADS
from tests.capture.hostile.interstitials import ON_THE_WAY
from tests.capture.hostile.missing import MISSING_PAGES
from tests.capture.hostile.redirects import REDIRECTS
from tests.capture.hostile.reloads import RELOADS
from tests.capture.hostile.times import TIMES
from tests.capture.hostile.walls import WALLS
from tests.capture.server import Reply, Server

FAULTS = [
    *REDIRECTS,
    *ON_THE_WAY,
    *HEADS,
    *RELOADS,
    *CODINGS,
    *BODIES,
    *MISSING_PAGES,
    *BOTS,
    *WALLS,
    *ARTICLES,
    *TIMES,
]
SAID = {
    Words.WHOLE: ({Verdict.VERBATIM}, {Verdict.ABSENT}),
    Words.PART: ({Verdict.VERBATIM}, {Verdict.NOT_COMPARED}),
    Words.SILENT: ({Verdict.VERBATIM, Verdict.NOT_COMPARED}, {Verdict.NOT_COMPARED}),
    Words.NONE: ({Verdict.NOT_COMPARED}, {Verdict.NOT_COMPARED}),
}


def verdict(words: str, capture: Capture) -> Verdict:
    page = read_capture(capture)[1]
    return Verdict.NOT_COMPARED if page is None else verify_quote(words, page).verdict


def mounted(server: Server, row: Fault) -> None:
    def with_port(reply: Reply) -> Reply:
        return reply.replace(b"{port}", b"%d" % server.port) if isinstance(reply, bytes) else reply

    for path, reply in row.serves.items():
        replies = reply if isinstance(reply, tuple) else (reply,)
        server.on(path, *map(with_port, replies))


@pytest.mark.parametrize("row", FAULTS, ids=[row.name[:60] for row in FAULTS])
def test_a_fault_ends_as_it_should(
    row: Fault, server: Server, settings: Settings, fetched: Fetched
) -> None:
    mounted(server, row)
    begin = time.monotonic()
    capture = fetched(server.url(row.at), **row.settings)
    assert time.monotonic() - begin < settings(**row.settings).deadline + 2
    assert capture.outcome in row.outcomes, (capture.outcome, capture.reason, capture.status)
    found, missing = SAID[row.words]
    assert verdict(QUOTE, capture) in found
    assert verdict(MISSING, capture) in missing
    if row.ends is not None:
        parts = urlsplit(capture.final_url)
        assert parts._replace(scheme="", netloc="").geturl() == row.ends
    if row.hops is not None:
        assert len(capture.hops) == row.hops
    assert all(server.asked(path) <= row.most for path in row.serves)
    assert "secret" not in repr(capture)


def test_the_names_of_the_rows_differ() -> None:
    assert len({row.name for row in FAULTS}) == len(FAULTS)
