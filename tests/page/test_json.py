"""JSON: posts as embedding services answer with them, and any other."""

import json
from typing import Any

import pytest

from audit.model import Page, PageBlock, Post, Zone
from audit.page.formats import source_text

POST = (
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">It&#39;s begun, <b>R&amp;D</b> says.<br><br>'
    'More: <a href="https://t.co/abc">https://t.co/abc</a> '
    '<a href="https://t.co/def">pic.twitter.com/def</a></p>&mdash; Ann Lind (@annlind) '
    '<a href="https://twitter.com/annlind/status/1">December 6, 2024</a></blockquote>\n'
    '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>'
)
WORDS = "It's begun, R&D says.\nMore: https://t.co/abc pic.twitter.com/def"


def read(value: Any, content_type: str | None = "application/json; charset=utf-8") -> Page:
    return source_text(json.dumps(value).encode(), content_type)


@pytest.mark.parametrize("content_type", ["application/json", "application/json+oembed", None])
def test_an_embedded_post_is_its_words_without_the_signature(content_type: str | None) -> None:
    page = read({"html": POST, "author_name": "Ann  Lind", "type": "rich"}, content_type)
    post = Post("", "Ann Lind", None, "2024-12-06")
    block = PageBlock(0, len(WORDS), Zone.MAIN)
    assert page == Page(WORDS, (block,), title="Ann Lind", post=post)


def test_each_paragraph_of_a_post_is_a_block() -> None:
    page = read({"html": "<blockquote><p>one</p><p>two</p>— me</blockquote>", "version": "1.0"})
    assert page.text == "one\ntwo"
    assert len(page.blocks) == 2


def test_a_post_as_x_syndicates_it_is_its_text() -> None:
    page = read(
        {"text": "R&amp;D says\nyes", "user": {"name": "Ann Lind", "screen_name": "annlind"}}
    )
    assert (page.text, page.title) == ("R&D says\nyes", "Ann Lind")


def test_a_post_that_x_syndicates_without_its_end_is_not_whole() -> None:
    user = {"name": "Ann Lind", "screen_name": "annlind"}
    page = read(
        {
            "text": "R&amp;D says",
            "user": user,
            "note_tweet": {"id": "x"},
            "created_at": "2024-12-06T23:11:12.000Z",
        }
    )
    assert (page.text, page.whole) == ("R&D says", False)
    assert page.post == Post("x", "Ann Lind", "annlind", "2024-12-06")


@pytest.mark.parametrize("end", ["…", "… https://t.co/abc", "... pic.twitter.com/x"])
def test_an_embed_that_its_service_has_cut_is_not_whole(end: str) -> None:
    page = read({"html": f"<blockquote><p>one and {end}</p>— me</blockquote>", "type": "rich"})
    assert not page.whole


@pytest.mark.parametrize(
    "value",
    [
        {"__typename": "TweetTombstone", "tombstone": {"text": {"text": "This Post was deleted"}}},
        {"thread": {"$type": "app.bsky.feed.defs#notFoundPost", "notFound": True, "uri": "at://x"}},
        {"thread": {"post": {"record": 7}}},
    ],
)
def test_a_notice_in_place_of_a_post_has_none_of_its_words(value: Any) -> None:
    page = read(value)
    assert (page.text, page.whole) == ("", False)
    assert "does not prove" in page.why_not_whole


def test_whose_a_post_of_bluesky_is_and_of_when() -> None:
    page = read(
        {
            "thread": {
                "$type": "app.bsky.feed.defs#threadViewPost",
                "post": {
                    "author": {"handle": "ann.example", "displayName": "Ann Lind"},
                    "record": {"text": "the bridge is open", "createdAt": "2024-12-06T01:02:03Z"},
                },
            }
        }
    )
    assert "the bridge is open" in page.text
    assert page.post == Post("bluesky", "Ann Lind", "ann.example", "2024-12-06")


def test_whose_a_post_of_mastodon_is_and_of_when() -> None:
    page = read(
        {
            "content": "<p>R&amp;D says yes</p>",
            "account": {"acct": "ann", "display_name": "Ann Lind"},
            "created_at": "2024-12-06T01:02:03.000Z",
        }
    )
    assert "R&D says yes" in page.text
    assert page.post == Post("mastodon", "Ann Lind", "ann", "2024-12-06")


@pytest.mark.parametrize(
    ("author_url", "handle"),
    [("https://twitter.com/annlind", "annlind"), ("http://[", None), ("annlind", None), (7, None)],
)
def test_the_account_of_an_embed_is_in_its_authors_address(
    author_url: Any, handle: str | None
) -> None:
    page = read({"html": POST, "type": "rich", "author_url": author_url})
    assert page.post is not None
    assert page.post.handle == handle


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("</blockquote><p>no</p><blockquote><p>boats</blockquote><p>no", "boats"),
        (
            "<blockquote><blockquote><p>no boats</blockquote><p>today</p></blockquote>",
            "no boats\ntoday",
        ),
        ("<blockquote>me<p>boats <!-- no --><b>today</b><p>and after", "boats today\nand after"),
        (
            "<blockquote><p>boats</p>— me <p>today</p></blockquote><blockquote><p>no</p>",
            "boats\ntoday",
        ),
        (
            "<blockquote><p>boats<br/><br>today<span hidden>no</span></p></blockquote>",
            "boats\ntoday",
        ),
    ],
)
def test_an_embed_is_the_paragraphs_of_its_first_quotation(html: str, text: str) -> None:
    assert read({"html": html, "type": "rich"}).text == text


@pytest.mark.parametrize("html", ["", "<iframe src='x'></iframe>", "<blockquote>— me</blockquote>"])
def test_an_embed_without_words_is_not_whole(html: str) -> None:
    page = read({"html": html, "type": "rich"})
    assert (page.text, page.whole) == ("", False)
    assert page.why_not_whole


def test_other_json_gives_its_sentences_in_order() -> None:
    page = read(
        {
            "b": ["the first sentence", 1, None, "and the second"],
            "a": {"c": "<p>and &lt;b&gt; here</p>", "id": "x y"},
        }
    )
    assert page.text == "the first sentence\nand the second\nand <b> here"


def test_sentences_of_scripts_without_spaces_count_too() -> None:
    page = read({"id": "記事", "text": "ロシアは資源の探査を始めた。\n以上。"})
    assert page.text == "ロシアは資源の探査を始めた。\n以上。"


def test_json_that_is_none_is_plain_text() -> None:
    assert source_text(b"{oops, not JSON", "application/json").text == "{oops, not JSON"


@pytest.mark.parametrize(
    "value",
    [
        "half \ud83d of a letter",
        {"text": "half \ud83d of a letter", "user": {"name": "\udc00"}},
        {"html": "<blockquote><p>half \ud83d of a letter", "type": "rich", "author_name": 7},
        {"html": "half <b>\ud83d</b> of a letter", "type": "rich"},
    ],
)
def test_half_a_letter_becomes_a_replacement_character(value: Any) -> None:
    page = read([value] if isinstance(value, str) else value)
    assert page.text == "half \ufffd of a letter"
    assert (page.title or "").encode() in (b"", "\ufffd".encode())


STATUS = {
    "content": "<p>It's <b>be</b>gun.</p><p>More &amp; more.</p>",
    "spoiler_text": "",
    "account": {"acct": "ann", "display_name": "Ann Lind", "note": "<p>Mayor of the harbour</p>"},
    "media_attachments": [{"description": "A bridge in the rain"}],
    "reblog": None,
}
SKEET = {
    "author": {"handle": "ann.example", "displayName": "Ann Lind"},
    "record": {"text": "It's begun.\nMore & more.", "langs": ["en"]},
}


@pytest.mark.parametrize("value", [STATUS, {**STATUS, "content": "", "reblog": STATUS}])
def test_a_status_of_mastodon_is_its_words_and_those_of_its_pictures(value: Any) -> None:
    page = read(value)
    assert page.text == "It's begun.\nMore & more.\nA bridge in the rain"
    assert page.title == "Ann Lind"


@pytest.mark.parametrize("value", [SKEET, {"posts": [SKEET]}, {"thread": {"post": SKEET}}])
def test_a_post_of_bluesky_is_its_words(value: Any) -> None:
    page = read(value)
    assert (page.text, page.title) == ("It's begun.\nMore & more.", "Ann Lind")


def test_what_others_reply_stands_among_the_comments() -> None:
    reply = {"post": {"author": {"handle": "bo"}, "record": {"text": "I do not think so"}}}
    page = read({"thread": {"post": SKEET, "replies": [reply]}})
    assert page.text.endswith("\nI do not think so")
    assert [block.zone for block in page.blocks] == [Zone.MAIN, Zone.COMMENTS]


def test_the_beginning_of_a_long_post_is_not_whole() -> None:
    page = read({"text": "It's begun", "user": {"name": "Ann"}, "note_tweet": {"id": "1"}})
    assert (page.text, page.whole) == ("It's begun", False)


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8"])
def test_a_page_that_a_script_makes_is_not_whole(kind: str) -> None:
    state = json.dumps({"props": {"body": ["The council met on Monday. " * 30] * 3, "id": "x1"}})
    page = source_text(
        f"<div id=__next></div><script id=__NEXT_DATA__ type='{kind}'>{state}</script>".encode(),
        "text/html",
    )
    assert not page.whole
    assert {block.zone for block in page.blocks} == {Zone.HIDDEN}


def test_data_beside_a_text_is_no_text() -> None:
    state = json.dumps({"other": "Words of another story that nobody sees here. " * 99})
    body = "<p>" + "The council met on Monday. " * 90
    page = source_text(f"{body}<script type='application/json'>{state}</script>".encode())
    assert (page.whole, "another story" in page.text) == (True, False)


STORY = "The council met on Monday and heard the engineers about the pier. " * 30
STATES = {
    "assigned": f'window.__PRELOADED_STATE__ = {{"story":{{"body":"<p>{STORY}</p>"}},"n":1}};',
    "parsed": f'window.__INITIAL_STATE__=JSON.parse("{{\\"body\\":\\"{STORY}\\"}}")',
    "pushed as a tree": f'self.__next_f.push([1,"5:[\\"$\\",\\"p\\",null,{{\\"children\\":\\"{STORY}\\"}}]"])',
    "function": f'window.__NUXT__=(function(a){{return {{body:"{STORY}",b:a}}}}(null))',
    "global content": f'window.Fusion={{}};Fusion.globalContent={{"text":"{STORY}","x":"\\x41"}}',
}


@pytest.mark.parametrize("script", STATES.values(), ids=STATES.keys())
def test_words_that_a_script_has_in_its_code_are_not_absent(script: str) -> None:
    body = f"<main><h1>Pier to close</h1><p>{'The pier closes, the mayor said. ' * 6}</p></main>"
    page = source_text(f"{body}<div id=app></div><script>{script}</script>".encode(), "text/html")
    assert STORY.strip() in page.text
    assert (page.whole, page.blocks[-1].zone) == (False, Zone.HIDDEN)


def test_strings_of_other_scripts_are_no_words_of_a_page() -> None:
    body = "<p>" + "The pier closes, the mayor said. " * 6
    page = source_text(f'{body}<script>var words = {{"consent": "{STORY}"}}</script>'.encode())
    assert (page.whole, "council" in page.text) == (True, False)


def test_a_string_that_never_ends_in_a_script_is_read_once() -> None:
    script = 'window.__INITIAL_STATE__="' + '\\"' * 200_000
    page = source_text(f"<p>The pier closes.</p><script>{script}</script>".encode(), "text/html")
    assert page.text.startswith("The pier closes.")
