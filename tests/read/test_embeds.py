"""Posts in frames, in rendered pages and in placeholders that a script fills."""

import pytest

from audit import read_article
from audit.model import Article, BlockKind, PostService
from audit.read.html.embeds import _IS_PERMALINK, signed_service
from audit.read.html.frames import frame_of

BODY = (
    "<p>The bridge over the river opened to traffic on Thursday, after two years of repairs.</p>"
    * 6
)


def read(markup: str) -> Article:
    page = f"<article>{BODY}{markup}{BODY}</article>"
    return read_article(page.encode(), format="html")


@pytest.mark.parametrize(
    ("address", "service", "permalink"),
    [
        (
            "https://www.youtube.com/embed/kE1m0uThBr1?si=abc",
            "youtube",
            "https://www.youtube.com/watch?v=kE1m0uThBr1",
        ),
        (
            "//www.youtube-nocookie.com/embed/kE1m0uThBr1",
            "youtube",
            "https://www.youtube.com/watch?v=kE1m0uThBr1",
        ),
        (
            "https://platform.twitter.com/embed/Tweet.html?dnt=false&id=1865&lang=en",
            "x",
            "https://x.com/i/web/status/1865",
        ),
        (
            "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fn%2Fposts%2F1&width=500",
            "facebook",
            "https://www.facebook.com/n/posts/1",
        ),
        (
            "https://www.instagram.com/p/DC0k/embed/captioned/?cr=1",
            "instagram",
            "https://www.instagram.com/p/DC0k/",
        ),
        (
            "https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3lcq?id=1",
            "bluesky",
            "https://bsky.app/profile/did:plc:abc/post/3lcq",
        ),
        ("https://t.me/arrinbridge/68?embed=1", "telegram", "https://t.me/arrinbridge/68"),
        (
            "https://www.tiktok.com/embed/v2/7445?lang=en",
            "tiktok",
            "https://www.tiktok.com/embed/v2/7445",
        ),
        (
            "https://www.threads.net/@annlee/post/DC0k/embed/",
            "threads",
            "https://www.threads.net/@annlee/post/DC0k",
        ),
    ],
)
def test_the_frame_of_a_service_is_an_embed_with_the_address_of_its_post(
    address: str, service: str, permalink: str
) -> None:
    for attribute in ("src", "data-src"):
        article = read(f"<iframe {attribute}='{address.replace('&', '&amp;')}'></iframe>")
        [embed] = article.embeds
        assert (embed.service, embed.permalink) == (service, permalink)
        assert embed.start == embed.end


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.youtube.com/embed/videoseries?list=PL1",
        "https://www.youtube.com/watch?v=kE1m0uThBr1",
        "https://platform.twitter.com/embed/Tweet.html?dnt=true",
        "https://maps.example/embed?id=1",
        "https://evil.example/?https://www.youtube.com/embed/kE1m0uThBr1",
        "https://www.youtube.com.evil.example/embed/kE1m0uThBr1",
    ],
)
def test_another_frame_is_no_embed(address: str) -> None:
    assert frame_of(address) is None
    assert read(f"<iframe src='{address}'></iframe>").embeds == ()


def test_the_title_of_a_video_is_a_block_of_its_embed() -> None:
    article = read(
        "<iframe title='The  last span' src='https://www.youtube.com/embed/kE1m0uThBr1'></iframe>"
    )
    [embed] = article.embeds
    assert article.text[embed.start : embed.end] == "The last span"
    [block] = [block for block in article.blocks if block.kind is BlockKind.EMBED]
    assert (block.start, block.end, block.group) == (embed.start, embed.end, embed.group)


@pytest.mark.parametrize("title", ["", "YouTube video player"])
def test_a_title_that_every_video_has_is_none(title: str) -> None:
    article = read(
        f"<iframe title='{title}' src='https://www.youtube.com/embed/kE1m0uThBr1'></iframe>"
    )
    [embed] = article.embeds
    assert embed.start == embed.end


def test_the_title_of_a_video_stands_in_the_file_where_its_tag_has_it() -> None:
    page = f"<article>{BODY}\n<iframe\nsrc='https://www.youtube.com/embed/kE1m0uThBr1'\ntitle='The last span'></iframe>\n{BODY}</article>"
    article = read_article(page.encode(), format="html")
    assert article.line(article.embeds[0].start) == 4


@pytest.mark.parametrize(
    ("markup", "permalink"),
    [
        (
            "<div class=fb-post data-href='https://www.facebook.com/n/posts/1'></div>",
            "https://www.facebook.com/n/posts/1",
        ),
        (
            "<blockquote class=tiktok-embed cite='https://www.tiktok.com/@n/video/7'><section></section></blockquote>",
            "https://www.tiktok.com/@n/video/7",
        ),
        (
            (
                "<blockquote class=bluesky-embed data-bluesky-uri='at://did:plc:abc/app.bsky.feed.post/3lcq'>"
                "</blockquote>"
            ),
            "https://bsky.app/profile/did:plc:abc/post/3lcq",
        ),
        (
            (
                "<div class='twitter-tweet twitter-tweet-rendered'><iframe title='X Post'"
                " src='https://platform.twitter.com/embed/Tweet.html?id=1865'></iframe></div>"
            ),
            "https://x.com/i/web/status/1865",
        ),
        (
            (
                "<blockquote class=text-post-media data-text-post-permalink='https://www.threads.net/@n/post/C1'>"
                "</blockquote>"
            ),
            "https://www.threads.net/@n/post/C1",
        ),
    ],
)
def test_an_empty_embed_that_a_script_fills_is_one_embed_without_words(
    markup: str, permalink: str
) -> None:
    [embed] = read(markup).embeds
    assert embed.permalink == permalink
    assert embed.start == embed.end


def test_a_script_inside_an_embed_is_no_second_embed() -> None:
    article = read(
        "<div class=fb-post data-href='https://www.facebook.com/n/posts/1'><p>Words.</p>"
        "<script src='https://connect.example/sdk.js'></script></div>"
    )
    [embed] = article.embeds
    assert article.text[embed.start : embed.end] == "Words."


def test_a_script_in_a_paragraph_does_not_part_it() -> None:
    article = read("<p>One half<script>x()</script> and the other.</p>")
    assert "One half and the other." in article.text


def test_markdown_holds_frames_as_pages_do() -> None:
    source = "Before.\n\n<iframe title='The last span' src='https://www.youtube.com/embed/kE1m0uThBr1'></iframe>\n\nAfter.\n"
    article = read_article(source.encode(), format="markdown")
    [embed] = article.embeds
    assert article.text == "Before.\n\nThe last span\n\nAfter."
    assert (article.text[embed.start : embed.end], article.line(embed.start)) == (
        "The last span",
        3,
    )


@pytest.mark.parametrize(
    ("line", "service"),
    [
        ("— Ann Lee (@annlee) May 1, 2024", "x"),
        ("— Ann Lee (@ann\\_lee) [May 1, 2024](https://x.com/ann_lee/status/12)", "x"),
        (
            "— Ann Lee ([@ann.bsky.social](https://bsky.app/profile/did:plc:abc)) May 1, 2024 at 3:10 PM",
            "bluesky",
        ),
        ("— Ann Lee (@ann@social.example) 1 May 2024", "mastodon"),
        ("— Ann Lee, May 1, 2024", None),
        ("— Ann Lee (mayor) May 1, 2024", None),
    ],
)
def test_the_handle_of_a_signature_tells_the_service(line: str, service: str | None) -> None:
    assert signed_service(line) == service


def test_the_address_of_a_post_is_known_for_every_service() -> None:
    assert set(_IS_PERMALINK) == set(PostService)
