"""Posts: what stands behind a t.co link, and where a post's words are asked for."""

from collections.abc import Callable

import pytest

from audit.extract import extract
from audit.model import Capture, Outcome, Resolution, Services
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


SYNDICATED = "https://cdn.syndication.twimg.com/tweet-result?id=123456&token=a"
ALONE = "&depth=0&parentHeight=0"
THREAD = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?uri="


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (POST, ((ASKED_LIVE, OTHER_SPELLING), (SYNDICATED,))),
        (
            "https://bsky.app/profile/ann.example/post/3kabc",
            ((f"{THREAD}at%3A%2F%2Fann.example%2Fapp.bsky.feed.post%2F3kabc{ALONE}",),),
        ),
        (
            "https://social.example/@ann/112233445566778899",
            (
                ("https://social.example/api/v1/statuses/112233445566778899",),
                ("https://social.example/@ann/112233445566778899",),
            ),
        ),
        ("https://x.com/annlee", ()),
        ("https://bsky.app/profile/ann.example", ()),
        ("https://medium.example/@ann/on-bridges-112233", ()),
        ("https://evil.example/https://bsky.app/profile/a.example/post/3k", ()),
    ],
)
def test_each_service_has_its_way_to_a_posts_words(
    url: str, expected: tuple[tuple[str, ...], ...]
) -> None:
    assert embed_addresses(url, Services()) == expected


def test_the_services_are_where_the_settings_say() -> None:
    here = "http://127.0.0.1:1"
    services = Services(here, here, here, here, here)
    for url in (POST, "https://bsky.app/profile/a.example/post/3k"):
        for spellings in embed_addresses(url, services):
            assert all(way.startswith(here) for way in spellings)


@pytest.mark.parametrize(
    ("body", "asked"), [(b'{"text": "x"}', SYNDICATED), (b'{"tombstone": {}}', ASKED_LIVE)]
)
def test_a_notice_in_place_of_a_post_gives_way_to_the_next_service(body: bytes, asked: str) -> None:
    def fetch(url: str) -> Capture:
        if url == ASKED_LIVE:
            return Capture(url, Outcome.NOT_FOUND, url)
        assert url == SYNDICATED
        return Capture(url, Outcome.CAPTURED, url, body=body)

    article = read_article(f"The mayor [said]({POST}) “so it is now”.".encode(), format="markdown")
    [source] = resolve(article, extract(article), (), fetch).sources
    assert source.words_at == asked
