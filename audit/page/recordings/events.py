"""Captions in YouTube's JSON (``fmt=json3``): events with their time and their pieces."""

from collections.abc import Iterator
from typing import Any

from audit.markup.json_ld import parse_json
from audit.model import Page
from audit.page.captions import Cue, page_of
from audit.page.reader import PageReader, Received

_MOST_MILLISECONDS = 10**9


def _cues(events: list[Any]) -> Iterator[Cue]:
    for event in events:
        if not isinstance(event, dict) or not isinstance(event.get("segs"), list):
            continue
        start = _milliseconds(event.get("tStartMs")) / 1000
        end = start + _milliseconds(event.get("dDurationMs")) / 1000
        said = "".join(
            piece["utf8"]
            for piece in event["segs"]
            if isinstance(piece, dict) and isinstance(piece.get("utf8"), str)
        )
        lines = tuple(filter(None, (" ".join(line.split()) for line in said.split("\n"))))
        if lines:
            yield Cue(start, end, "", lines)


def _milliseconds(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        return 0
    return min(max(value, 0), _MOST_MILLISECONDS)


def _read(source: Received) -> Page | None:
    if not source.text.lstrip().startswith("{") or '"events"' not in source.text:
        return None
    value = parse_json(source.text)
    events = value.get("events") if isinstance(value, dict) else None
    if not isinstance(events, list) or '"segs"' not in source.text:
        return None
    return page_of(_cues(events), source, heard='"acAsrConf"' in source.text)


READER = PageReader("json3", _read, suffixes=(".json3",), also=("json", None))
