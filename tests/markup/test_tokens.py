"""Tokens and attributes are those of a browser, and know where they stand; time is linear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.markup.tokens import COMMENT, attributes_of, decoded, pieces, tags

TWO_MB = 2_000_000
PATIENCE = 20.0  # seconds of CPU on a busy machine; anything quadratic takes hours


def summary(source: str) -> list[str]:
    said = []
    for text, tag, rest, _ in tags(source):
        said += [decoded(text)] if text else []
        said += [f"/{tag}" if rest is None else f"<{tag}"] if tag and tag != COMMENT else []
    return said


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("a < b", ["a < b"]),
        ("<P>a</P >", ["<p", "a", "/p"]),
        ("a<!-- <p> -->b", ["a", "b"]),
        ("a<!-->b", ["a", "b"]),
        ("a<!--->b", ["a", "b"]),
        ("a<!-- ad --!>b", ["a", "b"]),
        ("a<!-- b", ["a"]),
        ("a<?php b ?>c", ["a", "c"]),
        ("a</>b", ["a", "b"]),
        ("a</ b>c", ["a", "c"]),
        ("<p title='a > b'>c", ["<p", "c"]),
        ("a<p class='b", ["a"]),
        ("a<p class='b>c</p>d", ["a", "<p", "c", "/p", "d"]),
        ("<script>a<b></script>c", ["<script", "a<b>", "/script", "c"]),
        ("<title>a<b>&amp;</title>", ["<title", "a<b>&", "/title"]),
        ("<title>a<p>b", ["<title", "a", "<p", "b"]),
        ("&lt;p&gt; &#8220;&#x201d; &copy &bogus;", ["<p> “” © &bogus;"]),
        ("&#99999999999;&#0;", ["\ufffd\ufffd"]),
    ],
)
def test_tokens_are_those_of_a_browser(source: str, tokens: list[str]) -> None:
    assert summary(source) == tokens


@pytest.mark.parametrize(
    ("rest", "attributes"),
    [
        (' href="?a=1&copy=2&amp;b"', {"href": "?a=1&copy=2&b"}),
        (' href="?a&copyx=1&lt;"', {"href": "?a&copyx=1<"}),
        (" href=x/y/", {"href": "x/y/"}),
        (" HREF = 'x>y' href=z", {"href": "x>y"}),
        (" hidden b", {"hidden": "", "b": ""}),
    ],
)
def test_attributes_are_those_of_a_browser(rest: str, attributes: dict[str, str]) -> None:
    assert attributes_of(rest) == attributes


def test_a_text_knows_where_it_stands() -> None:
    source = "<p>a &amp; b"
    *_, (text, _, _, at) = tags(source)
    assert list(pieces(text, at - len(text))) == [("a ", 3), ("&", 5), (" b", 10)]


@given(st.text("&#xX;0123456789abcopyamlt") | st.text())
def test_pieces_are_the_decoded_text(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text, 0)) == decoded(text)


@pytest.mark.parametrize(
    "pattern",
    [
        "<a",
        "<!--",
        "&",
        '<a b="',
        "<",
        "</",
        "<!",
        "&#1",
        "&a",
        "<script>",
        "</script",
        "<a b ",
        "<b>",
    ],
)
def test_two_megabytes_of_anything_take_seconds(pattern: str) -> None:
    source = (pattern * (TWO_MB // len(pattern) + 1))[:TWO_MB]
    begun = time.process_time()
    for text, _, rest, at in tags(source):
        for _ in pieces(text, at - len(text)):
            pass
        attributes_of(rest or "")
    assert time.process_time() - begun < PATIENCE


@given(st.text("<>/!-&#;\"'= apscript\né"))
def test_the_texts_of_anything_stand_where_they_are_said_to(source: str) -> None:
    end = 0
    for text, _, _, at in tags(source):
        assert end <= at - len(text)
        assert source[at - len(text) : at] == text
        end = at
