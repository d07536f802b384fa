"""Posts: what stands behind a t.co link, and where a post's words are asked for."""

from collections.abc import Callable

import pytest

from audit.extract import extract
from audit.model import Capture, Outcome, Resolution
from audit.read import read_article
from audit.resolve import resolve
from audit.resolve.posts import embed_addresses, post_id

POST = "https://x.com/annlee/status/123456"
ARTICLE = """The mayor was quick to answer.

The bridge is open. https://t.co/abc123
— Ann Lee (@annlee) March 3, 2025
"""
ASKED_LIVE = (
    "https://publish.twitter.com/oembed?url=https%3A%2F%2Ftwitter.com%2Fannlee%2Fstatus%2F123456"
)
OTHER_SPELLING = (
    "https://publish.twitter.com/oembed?url=https%3A%2F%2Fx.com%2Fannlee%2Fstatus%2F123456"
)


def web(pages: dict[str, tuple[Outcome, str]]) -> Callable[[str], Capture]:
    """A web of a few addresses: how asking for each ends, and where."""

    def fetch(url: str) -> Capture:
        outcome, final = pages.get(url, (Outcome.NOT_ARCHIVED, url))
        return Capture(url, outcome, final)

    return fetch


def resolved(pages: dict[str, tuple[Outcome, str]], text: str = ARTICLE) -> Resolution:
    article = read_article(text.encode(), format="text")
    return resolve(article, extract(article), (), web(pages))


def test_the_words_of_a_post_are_asked_of_the_embed_service() -> None:
    resolution = resolved({"https://t.co/abc123": (Outcome.NEEDS_JAVASCRIPT, POST)})
    [source] = resolution.sources
    assert source.url == "https://t.co/abc123"
    assert source.words_at == ASKED_LIVE
    assert source.trail is not None
    assert source.trail.final_url == POST
    assert resolution.pairings[0].source_ids == (source.id,)


def test_an_archive_may_hold_the_other_spelling_of_the_service() -> None:
    resolution = resolved(
        {
            "https://t.co/abc123": (Outcome.NEEDS_JAVASCRIPT, POST),
            OTHER_SPELLING: (Outcome.CAPTURED, OTHER_SPELLING),
        }
    )
    assert resolution.sources[0].words_at == OTHER_SPELLING


def test_a_short_link_that_leads_to_a_story_is_not_the_post() -> None:
    story = "https://echo.example/over"
    resolution = resolved({"https://t.co/abc123": (Outcome.CAPTURED, story)})
    assert resolution.pairings[0].source_ids == ()


def test_a_short_link_that_cannot_be_followed_keeps_its_outcome() -> None:
    resolution = resolved({"https://t.co/abc123": (Outcome.TIMED_OUT, "https://t.co/abc123")})
    [source] = resolution.sources
    assert (source.url, source.words_at) == ("https://t.co/abc123", "https://t.co/abc123")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (POST, "123456"),
        ("https://twitter.com/annlee/status/123456?ref_src=twsrc%5Etfw", "123456"),
        ("https://mobile.twitter.com/i/web/status/123456", "123456"),
        ("https://x.com/annlee", None),
        ("https://x.com.evil.example/annlee/status/1", None),
        ("https://evil.example/https://x.com/annlee/status/1", None),
    ],
)
def test_the_address_of_a_post_is_told_from_others(url: str, expected: str | None) -> None:
    assert post_id(url) == expected


def test_only_a_post_has_embed_addresses() -> None:
    assert embed_addresses(POST) == (ASKED_LIVE, OTHER_SPELLING)
    with pytest.raises(ValueError, match="no post"):
        embed_addresses("https://x.com/annlee")
