"""An address that is plain is sent as it stands, which is what requests would make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.http.by_requests import spelled
from audit.capture.http.session import _PLAIN

_PIECES = st.sampled_from(
    [
        *("http://", "https://", "HTTP://", "news.example", "a-b.example", "127.0.0.1", "0x7f.1"),
        *("News.example", "münchen.example", "xn--mnchen-3ya.example", ".example", "a..b", "[::1]"),
        *(
            ":80",
            ":080",
            ":8080",
            ":65536",
            ":",
            "/",
            "//",
            "/.",
            "/..",
            ".",
            "..",
            "a",
            "A.b",
            "~",
        ),
        *(
            "?",
            "??",
            "?a=b",
            "&c=d",
            "#x",
            "%41",
            "%2f",
            "%2F",
            "%",
            "%zz",
            " ",
            "ü",
            "'",
            "(",
            "|",
        ),
        *(
            ";p",
            "@",
            ":",
            "+",
            "*",
            "!",
            "$",
            ",",
            "=",
            "[",
            "]",
            "\\",
            "^",
            "{",
            "\x7f",
            "/.well-known",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=8).map("".join), st.text(max_size=6))
def test_a_plain_address_is_what_requests_sends(rest: str, more: str) -> None:
    for url in (rest, rest + more, f"https://news.example/{rest}{more}", f"http://a.example{rest}"):
        if _PLAIN.fullmatch(url):
            assert spelled(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/",
        "http://127.0.0.1:8080/2024/05/01/a-story.html",
        "https://publish.twitter.example/oembed?url=https://x.example/a/status/1&dnt=true",
        "https://web.archive.example/web/20240501000000id_/https://news.example/a?b=c",
        "https://news.example/.well-known/robots.txt",
        "https://publish.twitter.example/oembed?url=https%3A%2F%2Fx.example%2Fa%C3%BC",
    ],
)
def test_common_addresses_are_plain(url: str) -> None:
    assert _PLAIN.fullmatch(url)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://news.example", "https://news.example/"),
        ("https://news.example/a/../b", "https://news.example/b"),
        ("https://news.example/%7ea", "https://news.example/~a"),
        ("https://news.example/ü", "https://news.example/%C3%BC"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://.example/", None),
    ],
)
def test_other_addresses_are_spelled_by_requests(url: str, sent: str | None) -> None:
    assert not _PLAIN.fullmatch(url)
    assert spelled(url) == sent
