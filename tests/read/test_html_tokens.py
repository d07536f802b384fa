import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.html_tokens import TokenKind, characters, text_of, tokenize

TWO_MB = 2_000_000
PATIENCE = 20.0  # seconds of CPU on a busy machine; anything quadratic takes hours


def summary(source: str) -> list[tuple[str, str]]:
    said = []
    for token in tokenize(source):
        words = text_of(source, token) if token.kind is TokenKind.TEXT else token.name
        said.append((token.kind.name.lower(), words))
    return said


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("a < b", [("text", "a < b")]),
        ("<P>a</P >", [("start", "p"), ("text", "a"), ("end", "p")]),
        ("a<!-- <p> -->b", [("text", "a"), ("text", "b")]),
        ("a<!-->b", [("text", "a"), ("text", "b")]),
        ("a<!-- --!>b", [("text", "a"), ("text", "b")]),
        ("a<!-- b", [("text", "a")]),
        ("a<?php b ?>c", [("text", "a"), ("text", "c")]),
        ("a</>b", [("text", "a"), ("text", "b")]),
        ("a</ b>c", [("text", "a"), ("text", "c")]),
        ("a<p class='b", [("text", "a")]),
        (
            "<script>a<b></script>c",
            [("start", "script"), ("raw", "script"), ("end", "script"), ("text", "c")],
        ),
        ("<title>a<b>&amp;</title>", [("start", "title"), ("text", "a<b>&"), ("end", "title")]),
        ("&lt;p&gt; &#8220;&#x201d; &copy &bogus;", [("text", "<p> “” © &bogus;")]),
        ("&#99999999999;&#0;", [("text", "��")]),
    ],
)
def test_tokens_are_those_of_a_browser(source: str, tokens: list[tuple[str, str]]) -> None:
    assert summary(source) == tokens


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ('<a href="?a=1&copy=2&amp;b">', {"href": "?a=1&copy=2&b"}),
        ("<a href=x/y/>", {"href": "x/y/"}),
        ("<a HREF = 'x>y' href=z>", {"href": "x>y"}),
        ("<a hidden/b>", {"hidden": "", "b": ""}),
    ],
)
def test_attributes_are_those_of_a_browser(tag: str, attributes: dict[str, str]) -> None:
    (token,) = tokenize(tag)
    assert token.attributes == attributes


def test_characters_know_where_in_the_file_they_stand() -> None:
    source = "<p>a &amp; b"
    token = list(tokenize(source))[1]
    assert list(characters(source, token)) == [("a ", 3), ("&", 5), (" b", 10)]


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
    for token in tokenize(source):
        if token.kind is TokenKind.TEXT:
            text_of(source, token)
    assert time.process_time() - begun < PATIENCE


@given(st.text("<>/!-&#;\"'= apscript\n\0é"))
def test_tokens_of_any_text_are_in_order_and_apart(source: str) -> None:
    end = 0
    for token in tokenize(source):
        assert end <= token.start < token.end <= len(source)
        end = token.end
