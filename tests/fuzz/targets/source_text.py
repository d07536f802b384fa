"""The bytes of a source page → text, whatever it is said to be: the first byte chooses the Content-Type."""

from audit import source_text
from tests.fuzz.words import ARTICLE, MARKUP

WORDS = (
    *MARKUP,
    *ARTICLE,
    *(
        "<?xml version='1.0'?>",
        "<rss>",
        "<feed>",
        "<item>",
        "<description>",
        "<entry>",
        "<content type='html'>",
    ),
    *(
        "WEBVTT\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\n",
        "00:01.000 --> 00:02.000 ",
        "<v Ann>",
        '{"events": [{"tStartMs": 1, "segs": [{"utf8": "a"}]}]}',
        "<tt>",
        "<transcript>",
        "<timedtext>",
        '<p begin="00:00:01.5" end="2s">',
        '<p t="1" d="2">',
        "<br/>",
        '{"@type":',
        '"articleBody":',
    ),
    *(
        "\\ud800",
        "\\u0000",
        "1e999",
        "<!DOCTYPE x [<!ENTITY a 'b'>]>",
        "&a;",
        "<![endif]-->",
        "# ",
        "```",
        "<script type=application/ld+json>",
    ),
)
RUNS = 3000
TYPES = (
    None,
    "text/html",
    "application/xhtml+xml",
    "application/xml",
    "application/json",
    "text/plain",
    "text/markdown",
    "text/vtt",
    "text/html; charset=shift_jis",
    "text/html; charset=utf-16",
)


def run(data: bytes) -> None:
    if data[1:].lstrip()[:5] == b"%PDF-":
        return  # read in a process of its own: source_pdf
    page = source_text(data[1:], TYPES[data[0] % len(TYPES)] if data else None)
    for block in page.blocks:
        assert 0 <= block.start <= block.end <= len(page.text)
    assert page.whole or page.why_not_whole
