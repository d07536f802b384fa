"""Timed text in XML: TTML (W3C), and YouTube's own (``<transcript>``, ``<timedtext>``)."""

import re
from collections.abc import Iterator

from audit.markup.tokens import CDATA, COMMENT, attributes_of, decoded, tags
from audit.model import Page
from audit.page.captions import Cue, page_of
from audit.page.reader import PageReader, Received

_ROOTS = frozenset({"tt", "transcript", "timedtext"})
_PARAGRAPHS = frozenset({"p", "text"})
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)")
_OFFSET = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(h|ms|m|s)?")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_FRAMES = re.compile(r"(\d{1,2}:\d{2}:\d{2}):\d{1,3}$")
_FIRST_TAG = re.compile(r"<(?:[\w-]{1,30}:)?([a-zA-Z]{1,20})[\s>]")
_HEAD = 2_000  # characters in which the first element begins


def _cues(markup: str) -> Iterator[Cue]:
    start = end = 0.0
    pieces: list[str] = []
    inside = False
    for text, tag, rest, _ in tags(markup, xml=True):
        if inside:
            pieces.append(decoded(text))
            if tag == CDATA:
                pieces.append(rest or "")
        name = tag.rpartition(":")[2] if tag and tag not in (CDATA, COMMENT) else ""
        if name == "br" and inside:
            pieces.append("\n")
        if name not in _PARAGRAPHS:
            continue
        if inside:
            lines = tuple(
                filter(None, (" ".join(line.split()) for line in "".join(pieces).split("\n")))
            )
            yield Cue(start, end, "", lines)
        pieces, inside = [], rest is not None
        if rest is not None:
            start, end = _times(
                {key.rpartition(":")[2]: value for key, value in attributes_of(rest).items()}
            )


def _times(given: dict[str, str]) -> tuple[float, float]:
    """When a paragraph begins and ends, in seconds."""
    if "t" in given:  # milliseconds
        start = _seconds(given["t"]) / 1000
        return start, start + _seconds(given.get("d", "")) / 1000
    start = _seconds(given.get("begin", given.get("start", "")))
    if "end" in given:
        return start, _seconds(given["end"])
    return start, start + _seconds(given.get("dur", ""))


def _seconds(told: str) -> float:
    """The seconds of a TTML time expression; 0 for what is none."""
    told = _FRAMES.sub(r"\1", told.strip())
    clock = _CLOCK.fullmatch(told)
    if clock is not None:
        seconds = float(clock[3].replace(",", "."))
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + seconds
    offset = _OFFSET.fullmatch(told)
    return float(offset[1]) * _SECONDS[offset[2] or "s"] if offset is not None else 0.0


def _read(source: Received) -> Page | None:
    markup = source.without_subset[0]
    first = _FIRST_TAG.search(markup[:_HEAD])
    if first is None or first[1].lower() not in _ROOTS:
        return None
    return page_of(_cues(markup), source)


READER = PageReader(
    "timed-text",
    _read,
    media_types=("application/ttml+xml",),
    suffixes=(".ttml", ".dfxp", ".srv1", ".srv3"),
    also=("xml", "text", None),
)
