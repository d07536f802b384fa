"""The lines of a page that tell its encoding: those of its text with bytes beside ASCII."""

import re
from collections.abc import Iterator

_SAMPLE = 6000  # bytes of lines that have other than ASCII
QUICK_SAMPLE = 1500  # bytes, to hold a declaration against
_ENOUGH_LINES = 500  # bytes
# Within so many bytes behind the first that is not ASCII they are looked for.
_NEAR, _FAR = 20_000, 400_000
_LONGEST_TAG = 2000  # bytes
_ASCII = bytes(range(128))
_TAG_END = re.compile(b">")
_LONGEST_TAG_READ = 5_000  # bytes
_RAW = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
_RAW_END = re.compile(rb"</(?:script|style)", re.IGNORECASE)
_LONGEST_RAW = 100_000  # bytes


def sample_of(data: bytes, most: int = _SAMPLE) -> bytes:
    """Lines of the page's text that have bytes beside ASCII, without markup."""
    first = len(data) - len(data.lstrip(_ASCII))
    start = data.rfind(b"<", max(first - _LONGEST_TAG, 0), first)  # in whose tag it may stand
    start = start if start >= 0 else first
    found = _lines(data[start : start + _NEAR], most)
    return found if len(found) >= _ENOUGH_LINES else _lines(data[start : start + _FAR], most)


def _lines(data: bytes, most: int) -> bytes:
    lines: list[bytes] = []
    size = 0
    for text in _texts(data):
        if text.isascii():
            continue
        for line in text.split(b"\n"):
            if line.isascii():
                continue
            lines.append(line.strip()[: most - size])
            size += len(lines[-1])
            if size >= most:
                return b"\n".join(lines)
    return b"\n".join(lines)


def _texts(data: bytes) -> Iterator[bytes]:
    """What stands between the tags of a page, without scripts and styles."""
    kept = at = 0
    tag_ends, raw_ends = _Ends(_TAG_END, data), _Ends(_RAW_END, data)
    while (start := data.find(b"<", at)) >= 0:
        end = None
        if raw := _RAW.match(data, start):
            end = raw_ends.behind(raw.end(), most=_LONGEST_RAW)
        if end is None:
            end = tag_ends.behind(start + 1, most=_LONGEST_TAG_READ)
        if end is not None:
            if kept < start:
                yield data[kept:start]
            kept = end
        at = end or start + 1
    yield data[kept:]


class _Ends:
    """Where something ends next, looked for once however often it is asked, from left to right."""

    def __init__(self, pattern: re.Pattern[bytes], data: bytes) -> None:
        self._found = pattern.finditer(data)
        self._next = next(self._found, None)

    def behind(self, start: int, *, most: int) -> int | None:
        """The end of the first match from an offset on; None where none begins in so many bytes."""
        while self._next is not None and self._next.start() < start:
            self._next = next(self._found, None)
        found = self._next
        return found.end() if found is not None and found.start() - start <= most else None
