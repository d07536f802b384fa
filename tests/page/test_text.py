"""A page's words as its reader sees them: neither glued nor split, in reading order."""

import pytest

from audit.model import Page, PageBlock, Zone
from audit.page.formats import source_text
from tests.page.pages import hidden, in_zone, read, shown


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>one two<p>three", ["one two", "three"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<ul><li>one<ul><li>two</ul><li>three</ul>", ["one", "two", "three"]),
        ("<dl><dt>one<dd>two</dl>", ["one", "two"]),
        ("<p>one<div>two</div>three</p>four", ["one", "two", "three\nfour"]),
        ("text only", ["text only"]),
        ("<p>one</P >two", ["one", "two"]),
    ],
)
def test_each_block_stands_by_itself(markup: str, blocks: list[str]) -> None:
    assert shown(markup) == blocks


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p>un<b>be</b>liev<em>able</em>", "unbelievable"),
        ("<p><span class='dropcap'>T</span>he council", "The council"),
        ("<p>Donau<wbr>dampf<wbr>schiff</p>", "Donaudampfschiff"),
        ("<p>Donau&shy;dampf", "Donau\u00addampf"),
        ("<p>H<sub>2</sub>O and 10<sup>6</sup>", "H2O and 10⁶"),
        ("<p>a <a href=x> link </a> here", "a link here"),
        ("<p>one\n\t two\r\n  three ", "one two three"),
        ("<p>five&nbsp;&nbsp;%", "five\u00a0\u00a0%"),
        ("<p>&ldquo;R&amp;D&rdquo; &#8212; &#x2019; &lt;b&gt; &hellip;", "“R&D” — ’ <b> …"),
        ("<p>a<script>b()</script>c<style>d</style>e", "ace"),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>です", "漢字です"),
        ("<p>she said <q>we <q>will</q> go</q>.", "she said “we ‘will’ go”."),
        ("<p>before <img src=x alt='a picture'> after", "before after"),
        ("<p>a<time-ago>b</time-ago>c <b-x>One.</b-x><b-x>Two</b-x>", "abc One. Two"),
        ("<p>wor<span style='display:none'>x</span>d", "word"),
        ("<details><summary>More</summary></details>", "More"),
        ("<p>\x00nul\x00s<p>", "nuls"),
    ],
)
def test_words_in_a_line_neither_glue_nor_split(markup: str, line: str) -> None:
    assert shown(markup) == [line]


@pytest.mark.parametrize(
    "markup", ["<p>one<br>two", "<p>one <br/> \n two<br>", "<p>one<br><br>two", "<p>one</br>two"]
)
def test_a_line_break_is_a_line_end_inside_its_block(markup: str) -> None:
    assert shown(markup) == ["one\ntwo"]


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert shown("<p>a</p><pre>\none  two\n   three\n</pre><p>b  c") == [
        "a",
        "one  two\n   three",
        "b c",
    ]


def test_cells_of_a_row_are_parted_by_a_space_and_rows_by_a_line_end() -> None:
    table = "<table><tr><th>Year<th>Cost<tr><td>2024<td>5<b>0</b></table>"
    assert shown(table) == ["Year Cost", "2024 50"]


def test_the_text_is_the_blocks_joined_by_line_ends() -> None:
    assert read("<h1>A</h1><p>b c") == Page(
        "A\nb c",
        (PageBlock(0, 1, Zone.HEADLINE), PageBlock(2, 5, Zone.MAIN)),
        title="A",
        sparse=True,
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='color:red; DISPLAY : None !important'>secret words</p>",
        "<p style='visibility: hidden'>secret words</p>",
        "<p hidden>secret words</p>",
        "<p class='x sr-only'>secret words</p>",
        "<dialog>secret words</dialog>",
        "<noscript><p>secret words</p></noscript>",
        "<div hidden><article><p>secret words</p></article></div>",
        "<template><p>secret words</p></template>",
        "<!-- the secret words -->",
        "<!-- <p class=x>the secret words</p> -->",
    ],
)
def test_what_no_reader_sees_is_hidden_and_comes_last(markup: str) -> None:
    page = read(f"{markup}<p>seen</p>")
    assert shown(f"{markup}<p>seen</p>") == ["seen"]
    assert page.blocks[-1].zone is Zone.HIDDEN
    assert page.text.startswith("seen\n")
    assert page.text.endswith("secret words")


@pytest.mark.parametrize(
    "markup",
    [
        "<p class='hidden'>seen words</p>",
        "<p aria-hidden='TRUE'>seen words</p>",
        "<details><p>seen words</p></details>",
        "<body style='visibility:hidden'><p>seen words</p>",
        "<main aria-hidden=true><p>seen words</p></main>",
        "<textarea>seen words</textarea>",
    ],
)
def test_what_a_reader_can_see_is_not_hidden(markup: str) -> None:
    assert shown(markup) == ["seen words"]


def test_comments_that_are_code_are_no_text() -> None:
    noise = "<!--[if IE 9]> old browser words here <![endif]--><!-- /wp:paragraph --><!-- 1 2 -->"
    assert hidden(f"{noise}<p>seen") == []


def test_the_article_body_of_json_ld_follows_what_is_seen() -> None:
    script = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "articleBody": '
        '"First &amp; foremost.\n<p>Second <b>one</b>.</p>"}, {"articleBody": "Third."}], "other": {"articleBody": "Last."}}</script>'
    )
    page = read(f"{script}<p>seen<p hidden>unseen")
    zones = [(page.text[b.start : b.end], b.zone) for b in page.blocks]
    assert zones == [
        ("seen", Zone.MAIN),
        ("First & foremost.", Zone.STRUCTURED),
        ("Second one.", Zone.STRUCTURED),
        ("Third.", Zone.STRUCTURED),
        ("Last.", Zone.STRUCTURED),
        ("unseen", Zone.HIDDEN),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "one\ntwo &amp; a half",
        "<p>one</p><p>two &amp; a half",
        "&lt;p&gt;one&lt;/p&gt;two & a half",
    ],
)
def test_an_article_body_is_read_however_it_is_escaped(body: str) -> None:
    json_body = body.replace("\n", "\\n")
    script = f'<script type="application/ld+json">[{{"articleBody": "{json_body}"}}]</script>'
    assert in_zone(script, Zone.STRUCTURED) == ["one", "two & a half"]


@pytest.mark.parametrize("script", ["{", "", "[1, 2", "{'a': 1}", "[" * 100_000, "9" * 10_000])
def test_json_ld_that_is_no_json_says_nothing(script: str) -> None:
    page = read(f"<script type='application/ld+json'>{script}</script><p>seen")
    assert (page.text, page.whole) == ("seen", True)


@pytest.mark.parametrize("value", ["false", '"False"', '"http://schema.org/False"'])
def test_a_page_behind_a_subscription_is_not_whole(value: str) -> None:
    script = f'<script type="application/ld+json">{{"isAccessibleForFree": {value}}}</script>'
    page = read(f"{script}<p>The first lines")
    assert (page.whole, page.why_not_whole) == (False, "behind a subscription")
    assert page.for_subscribers


def test_a_page_that_is_free_is_whole() -> None:
    script = '<script type="application/ld+json">{"isAccessibleForFree": true}</script>'
    assert read(f"{script}<p>all of it").whole


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Window</title><p>text", "Window"),
        ("<title>Window</title><h1>Head<br>line</h1>", "Head line"),
        (
            "<title>W</title><meta property=og:title content='Shared  title'><h1>H</h1>",
            "Shared title",
        ),
        ("<title>W</title><header><h1><a href=/>Site</a></h1></header><p>text", "W"),
        ("<svg><title>icon</title></svg><p>text", None),
        ("<p>text", None),
    ],
)
def test_the_title_is_what_others_or_its_reader_call_it(markup: str, title: str | None) -> None:
    page = read(markup)
    assert page.title == title
    assert "Window" not in page.text


def test_language_and_address_are_kept() -> None:
    page = source_text(b"<html lang=' de-AT '><p>x", "text/html", "https://example.org/a")
    assert (page.language, page.url) == ("de-AT", "https://example.org/a")


def test_no_bytes_are_an_empty_page() -> None:
    assert source_text(b"") == Page("", ())


@pytest.mark.parametrize("data", [b"\0", b" \n", b"<", b"<!--", b"<script>x", b"</p>"[:3]])
def test_next_to_nothing_is_no_error(data: bytes) -> None:
    assert len(source_text(data, "text/html").text) <= len(data)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<?xml version='1.0'?><!-- a --><!-- b -->", "application/xml"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>", "application/xml"),
        (b"<rss><channel><item></item></channel></rss>", "application/rss+xml"),
        (b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n", "text/vtt"),
        (b"<html><body><img src=words.png></body></html>", "text/html"),
        (b'{"a": 1}', "application/json"),
        (b"  \n \n", "text/plain"),
    ],
)
def test_of_a_page_without_words_nothing_is_said_to_be_absent(data: bytes, media_type: str) -> None:
    page = source_text(data, media_type)
    assert not page.text.strip()
    assert (page.whole, page.why_not_whole) == (False, "no words could be found in it")


@pytest.mark.parametrize("data", [b'{"text": "It\\u2019s an', b"[" * 50_000, b'{"a": "b"} {"c"'])
def test_json_that_cannot_be_read_is_not_whole(data: bytes) -> None:
    page = source_text(data, "application/json")
    assert page.text == data.decode()
    assert (page.whole, page.why_not_whole) == (False, "its JSON cannot be read")


def test_plain_text_stays_as_it_is_with_its_paragraphs_as_blocks() -> None:
    page = source_text(b"\xef\xbb\xbf  One\r\ntwo  \r\n \r\n<b>three\n\n", "text/plain")
    assert page.text == "  One\ntwo  \n \n<b>three\n\n"
    assert [page.text[b.start : b.end] for b in page.blocks] == ["One\ntwo", "<b>three"]


@pytest.mark.parametrize(
    ("data", "url", "text"),
    [
        (b"# Title\n\na <b>word</b>", "https://example.org/A.MD", "Title\na word"),
        (b"a < b and c > d", None, "a < b and c > d"),
        (b"<!-- x --><nav>Home", None, "Home"),
        (b"one <b>word</b>", None, "one word"),
        (b'["three words here", "two words"]', None, "three words here"),
        (b"[not JSON]", None, "[not JSON]"),
    ],
)
def test_without_a_type_the_bytes_and_the_name_tell(
    data: bytes, url: str | None, text: str
) -> None:
    assert source_text(data, None, url).text == text


@pytest.mark.parametrize(
    ("data", "content_type", "why"),
    [
        (b"%PDF-1.7 words words words", "text/html", "a PDF that cannot be read"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", None, "not text"),
        (b"M\0\0\0" * 100, None, "not text"),
        (b"words", "image/svg+xml", "not text"),
    ],
)
def test_what_cannot_be_read_as_text_is_empty_and_not_whole(
    data: bytes, content_type: str | None, why: str
) -> None:
    page = source_text(data, content_type)
    assert (page.text, page.whole, page.why_not_whole) == ("", False, why)
