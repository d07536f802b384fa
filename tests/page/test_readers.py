"""The readers of sources: each listed once, and what decides among them."""

import pytest

from audit.page.formats import READERS, source_text


def test_no_two_readers_claim_a_type_or_a_name_and_the_last_takes_what_is_left() -> None:
    formats = [reader.format for reader in READERS]
    claims = [claim for reader in READERS for claim in (*reader.media_types, *reader.suffixes)]
    assert len(set(formats)) == len(formats)
    assert len(set(claims)) == len(claims)
    assert READERS[-1].always
    assert {name for reader in READERS for name in reader.also} <= {None, *formats}


@pytest.mark.parametrize(
    ("data", "media_type", "name", "text"),
    [
        (b"*a* <i>b</i>", "text/markdown", "a.txt", "a b"),  # the type counts before the name,
        (b"*a* <i>b</i>", "text/plain", "a.md", "a b"),  # but for plain text, which servers say
        (b"*a* <i>b</i>", None, "a.md?x=.txt", "a b"),  # of what they do not know,
        (b"*a* <i>b</i>", "text/html", "a.md", "*a* b"),
        (b"*a* <i>b</i></p>", None, "a.xyz", "*a* b"),  # and the bytes where nothing else does
        (b"*a* <i>b</i></p>", "text/plain", "a.xyz", "*a* <i>b</i></p>"),
        (b'{"a": "b c d e"}', "text/plain", None, '{"a": "b c d e"}'),
        (b'{"a": "b c d e"}', "application/vnd.api+json; charset=utf-8", None, "b c d e"),
        (b"<svg>a b c</svg>", "image/svg+xml", None, ""),
        (b"<rss><p>a b</p></rss>", "text/xml", None, "a b"),
        (b"<html><p>a<b>b</b></html>", "text/xml", None, "ab"),
    ],
)
def test_the_type_counts_then_the_name_then_the_bytes(
    data: bytes, media_type: str | None, name: str | None, text: str
) -> None:
    page = source_text(data, media_type, f"https://x.example/{name}" if name else None)
    assert page.text == text
