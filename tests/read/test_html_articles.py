import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import ReadError
from audit.model import Article, BlockKind
from audit.read import read_article

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
PATIENCE = 30.0  # seconds of CPU on a busy machine; anything quadratic takes hours


def read(page: str) -> Article:
    return read_article(page.encode(), "html")


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def words(page: str) -> list[str]:
    return [text for _, text in shown(read(page))]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>One\n  <b>t</b>wo&nbsp;<i>three</i> </p><p>Four.", ["One two\xa0three", "Four."]),
        ("<p>un<wbr>believ<b>able</b>", ["unbelievable"]),
        ("<p>One<br>two<br><br>three", ["One\ntwo", "three"]),
        ("<div>One<p>two</p>three</div>", ["One", "two", "three"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One<td>Two<tr><td>Three</table>", ["One", "Two", "Three"]),
        ("<h2>One</h3><p>Two", ["One", "Two"]),
        ("<p>She said: <q>No.</q>", ["She said: “No.”"]),
        ("<pre>a\n  b</pre>", ["a\n  b"]),
        ("<p>One<script>two</script><style>p{}</style><!-- three --> four", ["One four"]),
        ("<p>One<svg><title>two</title></svg> three <button>four</button>", ["One three"]),
        ("<p>One<span hidden>two <span>three</span></span> four", ["One four"]),
        ("<p>One<span style='display: none'>two</span> four", ["One four"]),
        ("<p>One</p><template><p>Two</template><noscript>three</noscript>", ["One"]),
        ("<head><title>One</title><p>Two", ["Two"]),
        ("<b><p>One</b> two</p>", ["One two"]),
        ("</p></div><p>One</b></p>", ["One"]),
    ],
)
def test_blocks_and_white_space_are_as_a_browser_shows_them(page: str, blocks: list[str]) -> None:
    assert words(page) == blocks


def test_blocks_are_of_the_kind_that_their_elements_say() -> None:
    page = (
        "<h2>A</h2><p>B<ul><li><p>C</ul><blockquote><p>D</p><p>E</blockquote>"
        "<figure><figcaption>F</figcaption></figure><table><td>G</table><blockquote>H</blockquote>"
    )
    assert [(block.kind, block.group) for block in read(page).blocks] == [
        (BlockKind.HEADING, None),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.LIST_ITEM, None),
        (BlockKind.QUOTE, 0),
        (BlockKind.QUOTE, 0),
        (BlockKind.CAPTION, None),
        (BlockKind.CELL, None),
        (BlockKind.QUOTE, 1),
    ]


def test_what_parts_a_name_from_the_date_in_its_line_is_no_part_of_it() -> None:
    line = '<p class="byline">By <a href="/authors/jo">Jo Marsh</a> &middot; 20 Nov 2026</p>'
    html = f"<article><h1>Talks</h1>{line}<p>The talks go on until Friday.</p></article>"
    assert read_article(html.encode(), format="html").byline == "Jo Marsh"


def test_the_fixture_is_read_without_what_surrounds_it() -> None:
    article = read_article(ARTICLES / "russia-taliban.html")
    assert article.title == "Moscow Recognizes the Taliban: A First, and a Debate"
    assert article.byline == "Dana Whitlock"
    assert article.published == "2025-07-07"
    assert article.language == "en-US"
    assert article.text.startswith("Russia becomes the first nation")
    assert article.text.endswith("the rights of its own people.")
    assert "before breakfast" not in article.text
    assert ("heading", "At a Glance") in shown(article)


def test_every_block_begins_on_its_line_of_the_file() -> None:
    path = ARTICLES / "russia-taliban.html"
    article = read_article(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    for block in article.blocks:
        number = article.line(block.start)
        assert number is not None
        first_words = article.text[block.start : min(block.end, block.start + 20)]
        first_words = first_words.replace("—", "&mdash;")
        assert first_words in lines[number - 1]


def test_the_way_back_goes_through_references_tags_and_white_space() -> None:
    page = "<p>a &amp;\n  <b>b</b>&#x2019;s &quot;c&quot;"
    article = read(page)
    assert article.text == 'a & b’s "c"'
    assert article.origin is not None
    assert article.origin.file_offset(article.text.index("&")) == page.index("&amp;")
    assert article.origin.file_offset(article.text.index("b")) == page.index("b</b>")
    assert article.origin.file_offset(article.text.index("s")) == page.index("s &quot;")
    assert article.origin.file_offset(article.text.index("c")) == page.index("c&quot;")


BODY = "".join(
    f"<p>Paragraph number {n} of the article says what the council decided on its day {n}, and why "
    f"the mayor of the town was against it for {n} reasons.</p>"
    for n in range(12)
)


@pytest.mark.parametrize(
    "boilerplate",
    [
        "<nav><a href=/>Out</a></nav>",
        "<aside><p>Out</aside>",
        "<footer>Out</footer>",
        "<form><p>Out</form>",
        "<div role=navigation>Out</div>",
        "<div class='share-bar'>Out</div>",
        "<section id=comments><p>Out</section>",
        "<div class=relatedStories><p>Out</div>",
        "<div class=newsletter_signup><p>Out</div>",
    ],
)
def test_what_surrounds_an_article_is_left_out_of_it(boilerplate: str) -> None:
    page = f"<article><h1>Title</h1>{BODY}{boilerplate}{BODY}</article>"
    article = read(page)
    assert article.title == "Title"
    assert len(article.blocks) == 24
    assert "Out" not in article.text


@pytest.mark.parametrize(
    "wrapper",
    ["<body class='comments-open share'>", "<form id=aspnetForm>", "<div class=ad-free>"],
)
def test_an_element_that_holds_the_article_is_no_boilerplate_whatever_it_is_called(
    wrapper: str,
) -> None:
    assert len(read(f"<html>{wrapper}<article>{BODY}</article>").blocks) == 12


def test_lists_subheadings_quotations_and_captions_stay() -> None:
    kept = (
        "<h2>At a Glance</h2><ul><li>Key point.</ul><blockquote>Said.</blockquote>"
        "<figure><img><figcaption>Shown.</figcaption></figure>"
    )
    page = f"<body><nav>Out</nav><main>{BODY}{kept}{BODY}</main><div>Elsewhere</div>"
    text = read(page).text
    assert all(part in text for part in ("At a Glance", "Key point.", "Said.", "Shown."))
    assert "Elsewhere" not in text


def test_one_long_paragraph_does_not_hide_the_short_ones_beside_it() -> None:
    page = f"<body><h1>Title</h1><p>Short.</p><p>{'The council met and talked. ' * 60}</p></body>"
    assert words(page)[0] == "Short."


def test_links_have_spans_and_absolute_addresses() -> None:
    page = (
        "<p><a href='/one'>One <b>word</b></a> <a href='//b.example/two'>two</a> "
        "<a href='mailto:a@b.example'>three</a> <a href='javascript:alert(1)'>four</a> "
        "<a href='#five'>five</a> https://c.example/six <a href='https://[bad'>seven</a>"
    )
    article = read_article(page.encode(), url="https://a.example/news/story")
    assert [(article.text[link.start : link.end], link.url) for link in article.links] == [
        ("One word", "https://a.example/one"),
        ("two", "https://b.example/two"),
        ("https://c.example/six", "https://c.example/six"),
    ]
    assert [link.url for link in read(page).links] == ["https://c.example/six"]


def test_relative_links_of_a_saved_page_lead_from_its_canonical_address() -> None:
    page = "<link rel=canonical href='https://a.example/n/s'><p><a href='../b'>b</a>"
    assert [link.url for link in read(page).links] == ["https://a.example/b"]


@pytest.mark.parametrize(
    ("markup", "service", "permalink"),
    [
        (
            (
                "<blockquote class='twitter-tweet'><p>Words. <a href='https://t.co/a'>l</a></p>— N (@n) <a"
                " href='https://x.com/n/status/12?s=2'>May 1, 2024</a></blockquote>"
            ),
            "x",
            "https://x.com/n/status/12?s=2",
        ),
        (
            (
                "<blockquote class=bluesky-embed data-bluesky-uri='at://a'><p>Words.</p>"
                "<a href='https://bsky.app/profile/n.example/post/3k'>1 May</a></blockquote>"
            ),
            "bluesky",
            "https://bsky.app/profile/n.example/post/3k",
        ),
        (
            (
                "<blockquote class=instagram-media data-instgrm-permalink="
                "'https://www.instagram.com/p/C1/?utm=1'><p>Words.</p></blockquote>"
            ),
            "instagram",
            "https://www.instagram.com/p/C1/?utm=1",
        ),
        (
            "<div class=fb-post data-href='https://www.facebook.com/n/posts/1'>Words.</div>",
            "facebook",
            "https://www.facebook.com/n/posts/1",
        ),
        (
            "<blockquote class=tiktok-embed cite='https://www.tiktok.com/@n/video/7'>Words.</blockquote>",
            "tiktok",
            "https://www.tiktok.com/@n/video/7",
        ),
        (
            "<blockquote class=mastodon-embed><p>Words.</p></blockquote>",
            "mastodon",
            None,
        ),
    ],
)
def test_an_embedded_post_is_an_embed_with_its_own_address(
    markup: str, service: str, permalink: str | None
) -> None:
    article = read(f"<article>{BODY}{markup}{BODY}</article>")
    (embed,) = article.embeds
    assert (embed.service, embed.permalink) == (service, permalink)
    inside = [block for block in article.blocks if block.kind is BlockKind.EMBED]
    assert {block.group for block in inside} == {embed.group}
    assert (inside[0].start, inside[-1].end) == (embed.start, embed.end)
    assert article.text[embed.start :].startswith("Words.")


def test_the_paragraphs_and_the_signature_of_a_post_are_blocks_of_their_own() -> None:
    page = (
        "<blockquote class='twitter-tweet'><p>One.<br><br>Two.</p>&mdash; N (@n) "
        "<a href='https://x.com/n/status/12'>May 1, 2024</a></blockquote>"
    )
    assert words(page) == ["One.", "Two.", "— N (@n) May 1, 2024"]


@pytest.mark.parametrize(
    ("frame", "service", "permalink"),
    [
        (
            "<iframe class=mastodon-embed src='https://m.example/@n/12/embed'></iframe>",
            "mastodon",
            "https://m.example/@n/12/embed",
        ),
        (
            "<script async data-telegram-post='n/5'></script>",
            "telegram",
            "https://t.me/n/5",
        ),
    ],
)
def test_a_post_in_a_frame_is_an_embed_without_words(
    frame: str, service: str, permalink: str
) -> None:
    article = read(f"<article>{BODY}{frame}{BODY}</article>")
    (embed,) = article.embeds
    assert (embed.service, embed.permalink) == (service, permalink)
    assert embed.start == embed.end == article.blocks[11].end
    assert len(read(f"<article>{BODY}{frame}</article>").embeds) == 1


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("<p class='title'><span>A draft</span></p>", "A draft"),
        ("<p class='c3 title' id='h.1'><span>A </span><span>draft</span></p>", "A draft"),
        ("<p class='title'>A draft</p><h1>A heading</h1>", "A heading"),
        ("<p>It rained.</p><p class='title'>Related</p>", None),
        ("<div class='title'>Related</div>", None),
    ],
)
def test_an_exported_drafts_title_is_in_a_style(opening: str, title: str | None) -> None:
    article = read(f"<body class='doc-content'>{opening}{BODY}{BODY}")
    assert article.title == title


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, {"@type": '
                '["NewsArticle"], "headline": "T", "author": [{"name": "A"}, "B"], "datePublished": '
                '"2024-05-01T00:00:00Z"}]}</script>'
            ),
            "T",
            "A, B",
            "2024-05-01",
        ),
        (
            (
                "<meta property=og:title content='T &amp; U'><meta name=author content=A>"
                "<meta property=article:published_time content='2024-05-01T09:00'>"
            ),
            "T & U",
            "A",
            "2024-05-01",
        ),
        ("<title>T | Paper</title>", "T | Paper", None, None),
        ("<script type=application/ld+json>{'no': json</script>", None, None, None),
        (
            "<script type=application/ld+json>"
            + "[" * 100_000
            + "</script>"
            + "<meta name=date content='2024-13-45'>",
            None,
            None,
            None,
        ),
    ],
)
def test_the_head_gives_title_byline_and_date(
    head: str, title: str | None, byline: str | None, published: str | None
) -> None:
    article = read(f"<head>{head}</head><body><p>Words.")
    assert (article.title, article.byline, article.published) == (title, byline, published)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "Words.",
        "<b>" * 100_000 + "Words." + "</b>" * 100_000,
        "<a><b></a>" * 50_000 + "Words.",
        "<br>a<br>" * 50_000,
        "<ul><li>" * 30_000 + "Words.",
        "<blockquote class=twitter-tweet>a</blockquote>" * 10_000,
        "<p>Words.<h1>" + "a<br><br>" * 30_000,
    ],
)
def test_pages_made_to_exhaust_are_read_in_seconds(page: str) -> None:
    begun = time.process_time()
    assert read(page).blocks
    assert time.process_time() - begun < PATIENCE


def test_a_page_with_too_many_elements_is_refused() -> None:
    with pytest.raises(ReadError, match="more than 300000 elements"):
        read("<p>" * 300_001)


SOUP = st.lists(
    st.sampled_from(
        [
            *(
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<article>",
                "<nav>",
                "</nav>",
                "<li>",
                "<ul>",
                "<pre>",
            ),
            *(
                "<blockquote>",
                "<blockquote class=twitter-tweet>",
                "</blockquote>",
                "<a href=/r>",
                "</a>",
            ),
            *(
                "<br>",
                "<b>",
                "</b>",
                "<q>",
                "</q>",
                "&amp;",
                "&lt",
                "<",
                ">",
                "<!--",
                "-->",
                "<script>",
            ),
            *("</script>", "<h1>", "</h1>", "<svg>", "<span hidden>", "</span>", "<table>", "<td>"),
            *(
                "<head>",
                "<iframe>",
                "</iframe>",
                "<select>",
                "<template>",
                "hello ",
                "é",
                "—",
                "\x01",
            ),
            *("the words of somebody who said ", "\n", "\r\n", " "),
        ]
    ),
    max_size=30,
).map("".join)


@given(SOUP)
def test_of_any_tag_soup_the_blocks_are_in_order_and_every_letter_is_found_in_the_file(
    page: str,
) -> None:
    try:
        article = read(page)
    except ReadError:
        return
    origin = article.origin
    assert origin is not None
    assert list(origin.anchors) == sorted(origin.anchors)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        end = block.end
    for at, character in enumerate(article.text):
        assert 1 <= origin.line(at) <= len(origin.line_starts)
        if character.isalpha():
            assert page[origin.file_offset(at)] == character


def test_wrapped_links_of_a_draft_lead_to_the_page_that_they_name() -> None:
    wrapped = "https://www.google.com/url?q=https://g.example/a?id%3D1&amp;sa=D&amp;source=editors"
    article = read_article(
        f'<article><p>The ferry opens, <a href="{wrapped}">the Gazette</a> said.</p></article>'.encode(),
        format="html",
    )
    assert [link.url for link in article.links] == ["https://g.example/a?id=1"]


@pytest.mark.parametrize(
    ("language", "written", "author"),
    [
        ("fr", "Par Clémence Ardouin", "Clémence Ardouin"),
        ("de-AT", "Von Lena Brandt", "Lena Brandt"),
        ("en", "By Ruth Moss", "Ruth Moss"),
        ("en", "Von Trapp", "Von Trapp"),
        ("fr", "Clémence Ardouin", "Clémence Ardouin"),
        ("xx", "Par Clémence Ardouin", "Par Clémence Ardouin"),
    ],
)
def test_an_author_is_named_without_the_word_before(
    language: str, written: str, author: str
) -> None:
    head = f"<html lang={language}><meta name=author content='{written}'>"
    assert read(f"{head}<article><h1>A</h1>{BODY}</article>").byline == author
