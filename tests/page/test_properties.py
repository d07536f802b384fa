"""Properties of a page's text: nothing lost, nothing twice, whatever the markup; time is linear."""

import html
import json
import random
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.markup.tokens import attributes_of, tags
from audit.model import Page, Zone
from audit.page.formats import source_text
from tests.page.pages import read, shown

TAGS = [
    "p",
    "div",
    "b",
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
    "pre",
]
PIECES = st.sampled_from(
    [
        *(f"<{tag}>" for tag in TAGS),
        *(f"</{tag}>" for tag in TAGS),
        *("<div class=comments>", "<p hidden>", "<i style=display:none>", "<br>", "<wbr>", "</br>"),
        *(
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<template>",
            "</template>",
            "<",
            ">",
            "&amp;",
            "&",
            "\0",
        ),
        *(
            "<title>",
            "</title>",
            "<select>",
            "<option>",
            "<textarea>",
            "</textarea>",
            "</html>",
            "</body>",
        ),
        *(
            "<svg>",
            "</svg>",
            "<main>",
            "</main>",
            "<header>",
            "<footer>",
            "<html lang=en>",
            "<body>",
        ),
    ]
)
SOUP = st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join)
WORD = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


def check_blocks(page: Page) -> None:
    """Blocks ascend, lie in the text and hold all of it but white space."""
    covered = set[int]()
    for block in page.blocks:
        assert 0 <= block.start < block.end <= len(page.text)
        covered.update(range(block.start, block.end))
    assert all(block.end <= following.start for block, following in pairwise(page.blocks))
    assert all(at in covered or char.isspace() for at, char in enumerate(page.text))
    page.text.encode()


@given(SOUP)
def test_blocks_of_tag_soup_are_in_order_and_hold_every_word(soup: str) -> None:
    check_blocks(source_text(soup.encode(), "text/html; charset=utf-8"))


@given(
    st.binary(max_size=200), st.sampled_from([None, "text/html", "text/plain", "application/json"])
)
def test_any_bytes_are_a_page(data: bytes, content_type: str | None) -> None:
    check_blocks(source_text(data, content_type))


C1_CONTROLS = "".join(map(chr, range(0x80, 0xA0)))
PRINTED = st.text(st.characters(codec="utf-8", exclude_characters=C1_CONTROLS), max_size=200)


@given(PRINTED)
def test_any_plain_text_stays_as_it_is(text: str) -> None:
    page = source_text(text.encode(), "text/plain; charset=utf-8")
    kept = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    assert page.text == kept
    check_blocks(page)


@given(PRINTED)
def test_any_text_in_a_paragraph_comes_back(text: str) -> None:
    expected = re.sub(r"[ \t\n\r\f]+", " ", text.replace("\0", "")).strip(" ")
    blocks = shown(f"<html><body><p>{html.escape(text)}</p>")
    assert blocks == ([expected] if expected.strip() else [])


@given(st.text(st.characters(codec="utf-8", exclude_characters="<&\0"), max_size=60))
def test_any_string_of_json_keeps_its_words(text: str) -> None:
    page = source_text(json.dumps([f"these words here {text}"]).encode())
    assert page.text.split() == ["these", "words", "here", *text.split()]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "li", "div", "h2", "blockquote"]), st.lists(WORD, min_size=1)
        )
    )
)
def test_every_visible_word_is_found_in_order(parts: list[tuple[str, list[str]]]) -> None:
    inner = "".join(f"<{tag}><i>{' '.join(words)}</i></{tag}>\n" for tag, words in parts)
    page = read(f"<html><body><div><script>x</script>{inner}</div>")
    assert page.text.split() == [word for _, words in parts for word in words]
    assert {block.zone for block in page.blocks} <= {Zone.MAIN, Zone.INSET}


def seconds(data: bytes, content_type: str) -> float:
    start = time.process_time()
    check = source_text(data, content_type)
    spent = time.process_time() - start
    assert len(check.text) <= len(data) * 2
    return spent


N = 100_000
HOSTILE = {
    "nested": b"<div>" * N + b"deep words" + b"</div>" * N,
    "nested comments": b"<div class=comments>" * N + b"deep words",
    "nested and hidden": b"<div hidden>" * N + b"deep words",
    "nested quotations": b"<q>" * N + b"deep words",
    "unclosed": b"<p><b><a href=x>x" * (N // 4),
    "NULs": b"<p>a\0b</p>" * (N // 2),
    "attributes": b"<p " + b" ".join(b"a%d=1" % i for i in range(N)) + b">words",
    "one class of many names": b"<p class='" + b"comment-" * N + b"'>words",
    "many classes": b"".join(b"<div class='c%d-nav-%d'>w</div>" % (i, i) for i in range(N // 10)),
    "one style": b"<p style='" + b"display " * N + b"'>words",
    "angle brackets": b"<p>" + b"<" * N,
    "ampersands": b"<p>" + b"&#" * N,
    "a number": b"<p>&#" + b"9" * N,
    "comments": b"<p>" + b"<!-- a b c d" * N,
    "end tags": b"</p " * N,
    "meta": b"<meta charset " * N,
    "a million attributes": b"<p " + b"a=1 " * 1_000_000 + b">words",
    "formatting and blocks": b"<b><p>" * N,
    "blocks in formatting": b"<b>" * N + b"<p>" * N,
    "items in formatting": b"<b>" * N + b"<li>" * N,
    "formatting that ends nothing": b"<i><div>" + b"<b>" * N + b"</i>" * N,
    "quotation marks that never close": b'<a b="' * N + b"=\"='>'",
    "tags that never close": b"<a" * N,
    "titles": b"<title>" * N,
    "text areas": b"<textarea>" * N,
    "frames in frames": b"<noframes>" * N,
    "pages in pages": b"<iframe srcdoc='" + b"&lt;iframe srcdoc=x&gt;" * N + b"'>",
    "cells": b"<table><tr>" + b"<td>a</td>" * N,
    "neighbours": b"<i>a</i><b>B</b>" * N,
    "readings": b"<ruby>a<rt>b" * N,
    "declarations": b"<!" * N,
    "letters of another encoding": bytes(range(128, 256)) * 2000,
    "captions": b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\n" * N,
    "XML": b"<?xml version='1.0'?>" + b"<a>" * N,
    "CDATA": b"<?xml version='1.0'?>" + b"<![CDATA[" * N,
    "JSON-LD": b"<script type=application/ld+json>" + b"[" * N,
    "entities in JSON-LD": b"<script type=application/ld+json>"
    + json.dumps([{"articleBody": "<p" + "&#" * N}, {"articleBody": "&#" + "9" * N}]).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_no_long_time(name: str) -> None:
    content_type = {"captions": "text/vtt", "XML": "text/xml", "CDATA": "text/xml"}.get(name)
    assert seconds(HOSTILE[name], content_type or "text/html") < 6


@given(SOUP)
def test_the_tags_of_a_page_give_back_all_of_its_text(soup: str) -> None:
    soup = soup.replace("\0", "")
    texts = "".join(text for text, _, _, _ in tags(soup))
    position = 0
    for char in texts:  # each character of a text stands in the page, in this order
        position = soup.index(char, position) + 1


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_an_attribute_in_quotation_marks_comes_back(value: str) -> None:
    rest = f' Title = "{html.escape(value)}" title=second class=a\'b'
    assert attributes_of(rest) == {"title": value, "class": "a'b"}


def test_a_hostile_answer_of_an_embedding_service_takes_no_long_time() -> None:
    markup = "<blockquote><p>" + "<b>" * 20_000 + "deep words"
    data = json.dumps({"html": markup, "type": "rich"}).encode()
    assert seconds(data, "application/json") < 2
    assert seconds(b"[" * N, "application/json") < 2


def test_words_a_hundred_thousand_levels_deep_are_found() -> None:
    page = source_text(HOSTILE["nested"] + b"<p>after", "text/html")
    assert page.text == "deep words\nafter"


def test_a_page_of_one_line_of_50_megabytes_is_read() -> None:
    data = b"<p>" + b"word " * 10_000_000
    assert seconds(data, "text/html") < 10


def test_time_grows_with_the_page_and_not_faster() -> None:
    letters = random.Random(4)
    words = ["".join(letters.choices("abcdefghij", k=6)) for _ in range(50)]
    block = b"".join(
        f"<div class='c{i}'><p>{' '.join(letters.choices(words, k=30))} <a href=x>y</a></p></div>".encode()
        for i in range(500)
    )
    small = min(seconds(block * 2, "text/html") for _ in range(3))
    large = min(seconds(block * 16, "text/html") for _ in range(3))
    assert large < 8 * small * 3
