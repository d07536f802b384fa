"""A page that shows a beginning is not whole, and what it lacks is not absent."""

import re

import pytest

from audit.capture.outcome import reading
from audit.match import verify_quote
from audit.model import Capture, NotCompared, Outcome, Verdict
from audit.page.formats import source_text
from audit.pages import read_capture
from tests.page import third_answers
from tests.page.newspaper_walls import WALLS, WHOLE, NewsPage
from tests.page.wall_pages import WRITTEN_AFTER, WRITTEN_BEFORE, WallPage


@pytest.mark.parametrize("wall", [*WRITTEN_BEFORE, *WRITTEN_AFTER], ids=lambda wall: wall.name)
def test_what_a_beginning_lacks_is_not_absent(wall: WallPage) -> None:
    page = source_text(wall.markup.encode(), "text/html; charset=utf-8", wall.url)
    found = verify_quote("Nobody in this valley has ever asked us about the ferry", page)
    if wall.is_whole:
        assert (page.whole, found.verdict) == (True, Verdict.ABSENT)
    else:
        assert page.why_not_whole
        assert found.reason is NotCompared.SOURCE_NOT_WHOLE


def _capture(news: NewsPage) -> Capture:
    """A page as it comes from its address."""
    return _captured(news.markup, "-".join(re.findall(r"\w+", news.headline.lower())))


def _captured(markup: str, slug: str, media_type: str = "text/html") -> Capture:
    body = markup.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    url = f"https://gazette.example/a/{slug}"
    read = reading.read(url, head.encode() + body, None, (), 1_000_000)
    outcome = Outcome.BAD_REDIRECT if read.turns else read.outcome
    return Capture(
        url, outcome, url, reason=read.reason, content_type=read.content_type, body=read.body
    )


@pytest.mark.parametrize("given", third_answers.GIVEN, ids=lambda given: given.name)
def test_what_another_answer_lacks_is_not_absent(given: third_answers.Given) -> None:
    media_type = "application/json" if given.raw.startswith("{") else "text/html"
    capture, page = read_capture(_captured(given.markup, given.slug, media_type))
    if capture.outcome is Outcome.CAPTURED:
        assert page is not None
        found = verify_quote("Nobody in this valley has ever asked us about the ferry", page)
        assert found.verdict is Verdict.NOT_COMPARED


@pytest.mark.parametrize("news", [*WALLS, *third_answers.WALLS], ids=lambda news: news.name)
def test_what_a_wall_of_a_newspaper_hides_is_not_absent(news: NewsPage) -> None:
    capture, page = read_capture(_capture(news))
    assert capture.outcome is not Outcome.CAPTURED or page is None or not page.whole


@pytest.mark.parametrize("news", [*WHOLE, *third_answers.WHOLE], ids=lambda news: news.name)
def test_a_short_page_of_a_newspaper_is_whole(news: NewsPage) -> None:
    capture, page = read_capture(_capture(news))
    assert (capture.outcome, page and page.whole) == (Outcome.CAPTURED, True)
