"""Transcripts in the formats of players and services, and whether a machine wrote them."""

import json

import pytest

from audit.model import Page
from audit.page import source_text

_SAID = (
    "and so we told them that the road would be closed for the winter and nobody came to ask us"
    " what their plan was there is a school down there and a shop and a church and forty people"
    " who have to get to work and we said it again in march"
)
_WRITTEN = (
    "And so we told them that the road would be closed for the winter. Nobody came to ask us what"
    " the plan was. There is a school down there, and a shop, and a church, and forty people who"
    " have to get to work. We said it again in March."
)


def _cut(words: str) -> list[str]:
    told = words.split()
    return [" ".join(told[at : at + 8]) for at in range(0, len(told), 8)]


def _vtt(words: str, head: str = "") -> bytes:
    cues = [
        f"00:00:{2 * at:02}.000 --> 00:00:{2 * at + 2:02}.000\n{line}\n"
        for at, line in enumerate(_cut(words))
    ]
    return "\n".join([f"WEBVTT{head}", "", *cues]).encode()


def _ttml(words: str) -> bytes:
    lines = "".join(
        f'<p begin="00:00:{2 * at:02}.000" end="00:00:{2 * at + 2:02}.000">{line}</p>'
        for at, line in enumerate(_cut(words))
    )
    return f'<tt xmlns="http://www.w3.org/ns/ttml"><body><div>{lines}</div></body></tt>'.encode()


def _transcript(words: str) -> bytes:
    lines = "".join(
        f'<text start="{2 * at}.5" dur="2">{line}</text>' for at, line in enumerate(_cut(words))
    )
    return f'<?xml version="1.0"?><transcript>{lines}</transcript>'.encode()


def _timedtext(words: str) -> bytes:
    lines = "".join(
        f'<p t="{2000 * at}" d="2000">{"".join(f"<s>{word} </s>" for word in line.split())}</p>'
        for at, line in enumerate(_cut(words))
    )
    return f'<timedtext format="3"><body>{lines}</body></timedtext>'.encode()


def _json3(words: str) -> bytes:
    events = [
        {"tStartMs": 2000 * at, "dDurationMs": 2000, "segs": [{"utf8": line}]}
        for at, line in enumerate(_cut(words))
    ]
    return json.dumps({"wireMagic": "pb3", "events": [{"tStartMs": 0}, *events]}).encode()


_FORMATS = [_vtt, _ttml, _transcript, _timedtext, _json3]


@pytest.mark.parametrize("made", _FORMATS)
def test_words_and_moments_are_read(made: object) -> None:
    page = source_text(made(_WRITTEN))  # type: ignore[operator]
    assert " ".join(page.text.split()) == _WRITTEN
    at = page.text.index("forty people")
    seconds = page.time_at(at)
    assert seconds is not None
    assert 6 <= seconds <= 9


@pytest.mark.parametrize("made", _FORMATS)
def test_a_track_without_marks_and_capitals_was_heard(made: object) -> None:
    assert source_text(made(_SAID)).heard  # type: ignore[operator]
    assert not source_text(made(_WRITTEN)).heard  # type: ignore[operator]


@pytest.mark.parametrize(
    ("data", "url"),
    [
        (_vtt(_WRITTEN), "https://video.example/api/timedtext?v=a&kind=asr&lang=en"),
        (_vtt(_WRITTEN, head="\nKind: asr"), None),
        (_vtt(f"And<00:00:00.400><c> so</c> {_WRITTEN}"), None),
    ],
)
def test_a_track_that_says_so_was_heard(data: bytes, url: str | None) -> None:
    assert source_text(data, "text/vtt", url).heard


@pytest.mark.parametrize(
    "words",
    [
        _WRITTEN.upper(),
        "私たちは冬のあいだ道を閉じると伝えましたが誰も聞きに来ませんでした" * 4,
        "we said so",
    ],
)
def test_in_doubt_a_person_wrote_it(words: str) -> None:
    assert not source_text(_vtt(words), "text/vtt").heard


@pytest.mark.parametrize(
    "data",
    [
        b'{"events": [{"segs": 3}, 4, {"segs": [5, {"utf8": 6}]}]}',
        b'<transcript><text start="x" dur="">a &amp; b</text><text>',
        b'<tt><body><p begin="99:99:99:99" end="-1">a<br/>b</p></body></tt>',
        b'<timedtext><body><p t="1e9" d="">a</p></body></timedtext>',
    ],
)
def test_a_broken_track_is_no_error(data: bytes) -> None:
    assert isinstance(source_text(data), Page)


def test_other_json_and_xml_are_no_recordings() -> None:
    page = source_text(
        b'{"events": [{"name": "A concert in the park, with music and with bread."}]}'
    )
    assert not page.times
    page = source_text(
        b"<rss><channel><item><text>A concert in the park.</text></item></channel></rss>"
    )
    assert not page.times
