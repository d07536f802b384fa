"""A page is read in one way, whether it is the article, its source, or a page that may be a wall."""

from http.client import HTTPMessage
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import audit
from audit.capture.http.exchange import Answer, Exchange
from audit.capture.outcome.glance import glance
from audit.capture.outcome.judgement import judge
from audit.errors import ReadError
from audit.model import Outcome, Verdict, Zone
from audit.page.html.text import html_text
from audit.read.html.blocks import outline

ELEMENTS = (
    *(
        "p",
        "div",
        "b",
        "i",
        "span",
        "li",
        "ul",
        "td",
        "tr",
        "table",
        "q",
        "a",
        "article",
        "h1",
        "nav",
    ),
    *("pre", "sup", "sub", "ruby", "rt", "rp", "rb", "details", "summary", "dialog", "noscript"),
    *("button", "select", "option", "textarea", "svg", "math", "text", "title", "script", "style"),
    *(
        "template",
        "ad-slot",
        "x-card",
        "head",
        "body",
        "html",
        "main",
        "header",
        "blockquote",
        "dd",
    ),
    *("dt", "caption", "figcaption", "video", "object", "label", "mark", "form", "section", "xmp"),
    *("s", "del", "ins", "noframes", "iframe", "fieldset", "legend", "foreignobject", "abbr"),
)
ATTRIBUTES = (
    *("", "", "", " hidden", " hidden=until-found", " aria-hidden=true", " class=sr-only", " open"),
    *(
        " class='visually-hidden x'",
        " style='display: none'",
        " href=#fn1",
        " href='#top'",
        " href=/x",
    ),
    *(
        " role=doc-noteref href=#n1",
        " class=reference",
        " class=dropcap",
        ' title="a > b"',
        " x='<p>'",
    ),
    *(' title="&quot;>"', " class=hidden", " style=visibility:hidden", " id=x", ' alt="not seen"'),
)
TAG = st.builds("<{}{}>".format, st.sampled_from(ELEMENTS), st.sampled_from(ATTRIBUTES))
END = st.builds("</{}>".format, st.sampled_from(ELEMENTS))
BROKEN = st.sampled_from((
    *("<br>", "</br>", "</p>", "<hr>", "<wbr>", "<img alt='not seen'>", "<input value=Go>", "<!-->", "<!--->"),
    *("<!-- ad --!>", "<!-- not <p>seen -->", "<!--", "-->", "<![CDATA[x]]>", "<?php x ?>", "</>", "< "),
    *("<", ">", '<p class="', "<a href='x", "&amp;", "&nbsp;", "&lt;p&gt;", "&copy", "&#8220;", "&#", "&"),
    *("[12]", "<sup><a href=#fn1>1</a></sup>", "<sup>[3]</sup>", "10<sup>2</sup>", "H<sub>2</sub>O"),
    *(" ", "\n", "\t", "<p><p>", "<b><p>", "</b></p>", "<td>", "<li>"),
))  # fmt: skip
WORDS = st.sampled_from(
    (
        "We ",
        "have",
        " signed",
        "nothing",
        "in May",
        "Élan",
        "漢字",
        "3",
        "1.5",
        "Don’t",
        ". ",
        ", ",
        "“",
        "”",
    )
)
PAGES = st.lists(WORDS | WORDS | TAG | END | BROKEN, max_size=40).map("".join)


def words_of_article(page: str) -> list[str]:
    return [word for placed in outline(page).runs for word in placed.run.text.split()]


def words_of_source(page: str) -> list[str]:
    return [word for text, _ in html_text(page).blocks for word in text.split()]


@given(PAGES)
@settings(max_examples=400, deadline=None)
def test_any_page_has_the_same_visible_words_as_article_and_as_source(page: str) -> None:
    # The words of a control stand before those of its row, of which an article reads each cell.
    assert sorted(words_of_article(page)) == sorted(words_of_source(page))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<li>one<video></li>two", ["one", "two"]),
        ("<p>one<rt></p>two", ["one", "two"]),
        ("<p>one<sup class=noteref></p>two", ["one", "two"]),
        ("<li><q>one</li>two", ["“one”", "two"]),
        ("<article>one<b hidden>no</article>two", ["one", "two"]),
        ("<ruby><rb><p>one<rb>two", ["one", "two"]),
        ("<ruby><rb><p>one<rt>no</ruby>two", ["one", "two"]),
        ("one<s>no<textarea>no</textarea>no</s> two", ["one", "two"]),
        ("one<s>no<button>no</button>no</s> two", ["one", "two"]),
        ("one<del>no<q>no</q></del> two", ["one", "two"]),
        ("<p>one<div hidden><noframes>no</noframes></div><p>two", ["one", "two"]),
    ],
)
def test_what_is_left_open_in_a_block_ends_with_it_on_both_sides(
    page: str, words: list[str]
) -> None:
    assert words_of_article(page) == words
    assert words_of_source(page) == words


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_any_block_of_an_article_stands_verbatim_in_the_same_bytes(page: str) -> None:
    data = f"<meta charset=utf-8>{page}".encode()
    try:
        article = audit.read_article(data, "html")
    except ReadError:  # nothing to see
        return
    source = audit.prepare(audit.source_text(data, "text/html; charset=utf-8"))
    for block in article.blocks:
        quote = article.text[block.start : block.end]
        if any(char.isalnum() for char in quote):
            assert audit.verify_quote(quote, source).verdict is Verdict.VERBATIM


BODY = "The council met on Monday and heard the engineers about the bridge over the river. " * 8
SAID = "“We have signed nothing{} in May,” said Ann Lee."
NOTES = (
    *('<sup><a href="#fn1">1</a></sup>', '<a href="#fn1"><sup>1</sup></a>', '<a href="#fn1">1</a>'),
    *('<a href="#ref12">[12]</a>', '<a role="doc-noteref" href="#n1">1</a>', "<sup>[12]</sup>"),
    *(
        '<sup id=cite_ref-1 class=reference><a href="#cite_note-1">&#91;1&#93;</a></sup>',
        "<sup>[a]</sup>",
    ),
    *('<sup>[<a href="#fn1">1</a>]</sup>', '<sup class="footnote"><a href="/notes#1">1</a></sup>'),
    *("<a class=footnote-ref href=#note-3>3</a>", '<a href="#_ftn3">(3)</a>'),
)
NO_WORDS = (
    *NOTES,
    *('<span class="sr-only">(secretly)</span>', "<i class='x visually-hidden'>secretly</i>"),
    *("<span class=screen-reader-text>secretly</span>", "<ad-slot></ad-slot>", "<x-y></x-y>"),
    *(
        "<rp>(</rp>",
        "<rt>secretly</rt>",
        "<!-->",
        "<!--->",
        "<!-- ad --!>",
        "<!-- ad > -->",
        "<wbr>",
    ),
    *("<noscript>secretly</noscript>", "<template>secretly</template>", "<script>'</p>'</script>"),
    *(
        "<img alt='secretly'>",
        "<b hidden>secretly</b>",
        "<style>p{}</style>",
    ),
)


@pytest.mark.parametrize("between", NO_WORDS)
def test_what_is_no_word_is_none_on_either_side(between: str) -> None:
    page = f"<p>{SAID.format(between)}<p>{BODY}".encode()
    article, source = audit.read_article(page, "html"), audit.source_text(page, "text/html")
    assert SAID.format("") in article.text
    assert audit.verify_quote("We have signed nothing in May,", source).verdict is Verdict.VERBATIM
    other = audit.source_text(f"<p>{SAID.format('')}<p>{BODY}".encode(), "text/html")
    attributions = audit.extract(article)
    quotes = [content.text for attribution in attributions for content in attribution.contents]
    assert quotes
    assert all(audit.verify_quote(quote, other).verdict is Verdict.VERBATIM for quote in quotes)


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("10<sup>2</sup> metres", "10² metres"),
        ("10<sup>-3</sup>, 10<sup>−3</sup>", "10⁻³, 10⁻³"),
        ("5 m<sup>2</sup> of CO<sub>2</sub>", "5 m2 of CO2"),
        ("1<sup>1</sup>/<sub>2</sub> and 1<sup>1</sup>⁄<sub>2</sub>", "11/2 and 11⁄2"),
        ("the 21<sup>st</sup> and ten <sup>3</sup>", "the 21st and ten 3"),
        ('see section <a href="#s3">3</a> and <a href="#b">b</a>', "see section 3 and b"),
        ('<a href="#top">[back to the top]</a>', "[back to the top]"),
        ('<a href="/doc#fn3">12</a> of them', "12 of them"),
        ("<span aria-hidden=true>seen</span> words", "seen words"),
        ("un<x-y>believ</x-y>able", "unbelievable"),
        ("<x-a>It ended.</x-a><x-b>Then it began</x-b>", "It ended. Then it began"),
        ("<b>Published</b><i>12 May</i>", "Published 12 May"),
        ('<span title="a > b">seen</span> <a title="x>y" href=/>words</a>', "seen words"),
        ("<math><mi>x</mi></math> is seen", "x is seen"),
        ("<details><summary>More</summary>seen</details>", "More seen"),
        ("We have <button>i</button> signed", "i We have signed"),
    ],
)
def test_what_a_reader_sees_is_seen_on_both_sides(markup: str, line: str) -> None:
    assert words_of_article(f"<div>{markup}</div>") == line.split()
    assert words_of_source(f"<div>{markup}</div>") == line.split()


def test_an_exponent_is_not_its_figures() -> None:
    source = audit.source_text(b"<p>It has 10<sup>2</sup> rooms for all of us.", "text/html")
    assert audit.verify_quote("It has 10² rooms for all of us", source).verdict is Verdict.VERBATIM
    assert (
        audit.verify_quote("It has 102 rooms for all of us", source).verdict is not Verdict.VERBATIM
    )


@pytest.mark.parametrize(
    "broken", ["<title>The bridge", '<p class="x>', "<a href='/x>", "<!-->", "<p x='"]
)
def test_broken_markup_hides_nothing_on_either_side(broken: str) -> None:
    page = f"{broken}<p>{SAID.format('')}</p><p>{BODY}</p>".encode()
    assert SAID.format("") in audit.read_article(page, "html").text
    assert SAID.format("") in audit.source_text(page, "text/html").text
    assert "signed nothing" in glance(page, "text/html").text


def test_words_that_a_script_will_show_are_read_on_both_sides() -> None:
    page = f"<p>Menu</p><div style='display:none'><p>{BODY * 4}</p><p>Last words.</p></div><p>Foot"
    assert words_of_article(page) == words_of_source(page)
    assert "Last" in words_of_article(page)


def test_a_control_in_the_middle_of_a_sentence_does_not_break_it() -> None:
    page = f"<p>{SAID.format('<button>?</button>')}<p>{BODY}"
    assert SAID.format("") in audit.read_article(page.encode(), "html").text
    zones = dict(html_text(page).blocks)
    assert zones[SAID.format("")] is Zone.MAIN
    assert zones["?"] is Zone.NAVIGATION


def test_where_words_stand_in_the_file_is_known_through_all_of_it() -> None:
    page = "<p>a&amp;b <q>c</q><sup><a href=#fn1>1</a></sup> 10<sup>2</sup> <b>d</b><i>E</i><br>&nbsp;<br>f g"
    article = audit.read_article(f"{page}<p>{BODY}".encode(), "html")
    assert article.text.startswith("a&b “c” 10² d E\nf g")
    origin = article.origin
    assert origin is not None
    for written, shown in (
        ("&amp;", "&"),
        ("b ", "b "),
        ("c<", "c"),
        ("2<", "²"),
        ("E<", "E"),
        ("f g", "f"),
    ):
        assert origin.file_offset(article.text.index(shown)) == page.index(written)
    offsets = [origin.file_offset(at) for at in range(len(article.text))]
    assert all(offset <= following for offset, following in pairwise(offsets))


LABELS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "x-cp1252": "cp1252",
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "iso-8859-15": "iso8859-15",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "ks_c_5601-1987": "cp949",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "no-such-label": "utf-8",
}
OF_ENCODING = {
    "iso8859-15": "Café Müller is not open, she said at all.",
    "cp932": "港の工事は始まっていない。",
    "gb18030": "港口工程还没有开始。",
    "cp949": "항구 공사는 시작되지 않았다.",
}
WALL = "You’ve reached your limit of free articles. Subscribe to keep reading."


@pytest.mark.parametrize("declared_in", ["header", "meta", "both"])
@pytest.mark.parametrize("label", LABELS)
def test_a_label_means_one_encoding_everywhere(label: str, declared_in: str) -> None:
    encoding = LABELS[label]
    line = OF_ENCODING.get(encoding, "“Café Müller isn’t open,” she said – at all.")
    meta = "" if declared_in == "header" else f"<meta charset={label}>"
    page = f"<html><head>{meta}<title>x</title></head><body><p>{line}</p><p>{BODY}</p>".encode(
        encoding
    )
    header = "text/html" if declared_in == "meta" else f"text/html; charset={label}"
    assert audit.read_article(page, "html", content_type=header).text.startswith(line)
    assert audit.source_text(page, header).text.startswith(line)
    assert glance(page, header).blocks[0] == " ".join(line.lower().split())


@pytest.mark.parametrize("declared_in", ["header", "meta", "both"])
@pytest.mark.parametrize(
    "label", [label for label, name in LABELS.items() if name not in OF_ENCODING]
)
def test_a_paywall_is_one_in_every_encoding(label: str, declared_in: str) -> None:
    meta = "" if declared_in == "header" else f"<meta charset={label}>"
    page = f"<!doctype html><html><head>{meta}<title>Story</title><body><h1>A bridge too few</h1><p>{BODY[:200]}</p><p>{WALL}</p>"
    header = HTTPMessage()
    header["Content-Type"] = "text/html" + ("" if declared_in == "meta" else f"; charset={label}")
    body = page.encode(LABELS[label])
    answer = Answer(Exchange("https://a.example/story", response=b"-"), 200, header, body)
    assert judge(answer)[0] is Outcome.PAYWALLED


@pytest.mark.parametrize(
    "noise", ["<!-->", "<!--->", "<!-- ad --!>", '<p title="a > b">', "<p title='<!--'>"]
)
def test_a_whole_article_is_no_wall_whatever_its_comments(noise: str) -> None:
    page = f"<!doctype html><script>x</script><h1>A bridge too few</h1>{noise}<p>{BODY * 3}</p>"
    header = HTTPMessage()
    header["Content-Type"] = "text/html"
    answer = Answer(Exchange("https://a.example/story", response=b"-"), 200, header, page.encode())
    assert judge(answer)[0] is Outcome.CAPTURED
    assert 'b">' not in glance(page.encode()).text
