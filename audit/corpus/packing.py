"""Pages as the bytes of a block, and back: some twenty pages are compressed together.

A block is one Zstandard frame (RFC 8878). In it, each page is the length of its head and that of
its text (two 32-bit numbers, least significant byte first), the head as JSON, the text as UTF-8.
"""

import json
import struct
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import zstandard

from audit.corpus.schema import LARGEST_BLOCK
from audit.model import Page, PageBlock, Voice, Zone

LARGEST_TEXT = 20_000_000
"""Bytes of the text of one page."""

_LENGTHS = struct.Struct("<II")
_LEVEL = 3
_ZONES = tuple(Zone)
_OF_ZONE = {zone: number for number, zone in enumerate(_ZONES)}
_TEXTS = ("title", "language", "why_not_whole")
_FLAGS = ("for_subscribers", "sparse")
_OFFSETS = ("times", "sheets", "seams")


class UnpackableError(Exception):
    """A block is not what a corpus has."""


def packed(page: Page) -> bytes:
    """A page as it stands in a block."""
    text = page.text.encode("utf-8", "replace")  # half a character becomes one: offsets stay
    head = json.dumps(_head(page), separators=(",", ":"), ensure_ascii=False)
    data = head.encode("utf-8", "replace")
    return b"".join((_LENGTHS.pack(len(data), len(text)), data, text))


def compressed(pages: Sequence[bytes]) -> bytes:
    """A block of packed pages."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(b"".join(pages))


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A page out of a block: its text, and the head that says the rest."""

    text: str
    head: bytes

    def page(self, url: str) -> Page:
        """The page, of an address.

        Raises:
            UnpackableError: Its head is not what a corpus has.
        """
        try:
            return _page(self.head, self.text, url)
        except (ValueError, TypeError, RecursionError) as error:
            raise UnpackableError from error


def unpacked(block: bytes, numbers: Collection[int]) -> dict[int, Unpacked]:
    """The pages of a block that have these numbers.

    Raises:
        UnpackableError: They are not in the block, or it is too large.
    """
    try:
        size = zstandard.get_frame_parameters(block).content_size
        if size > LARGEST_BLOCK:
            raise UnpackableError
        data = zstandard.ZstdDecompressor(max_window_size=LARGEST_BLOCK).decompress(block)
        found: dict[int, Unpacked] = {}
        at = number = 0
        while at < len(data):
            head, text = _LENGTHS.unpack_from(data, at)
            begin = at + _LENGTHS.size
            at = begin + head + text
            if number in numbers:
                words = data[begin + head : at].decode()
                found[number] = Unpacked(words, data[begin : begin + head])
            number += 1
    except (zstandard.ZstdError, struct.error, ValueError) as error:
        raise UnpackableError from error
    if len(found) < len(numbers):
        raise UnpackableError
    return found


def _head(page: Page) -> dict[str, Any]:
    """What a page has beside its text; what is as usual is left out."""
    blocks: list[int] = []
    at = 0
    for block in page.blocks:
        blocks += (block.start - at, block.end - block.start, _OF_ZONE[block.zone])
        at = block.end
    head: dict[str, Any] = {"blocks": blocks}
    head |= {
        name: value for name in (*_TEXTS, *_FLAGS, *_OFFSETS) if (value := getattr(page, name))
    }
    if not page.whole:
        head["whole"] = False
    if page.voices:
        head["voices"] = [(voice.start, voice.end, voice.name) for voice in page.voices]
    return head


def _page(head: bytes, text: str, url: str) -> Page:
    given = json.loads(head)
    if not isinstance(given, dict):
        raise UnpackableError
    return Page(
        text,
        tuple(_blocks(given.get("blocks", ()), len(text))),
        url=url,
        title=_text(given, "title") or None,
        language=_text(given, "language") or None,
        why_not_whole=_text(given, "why_not_whole"),
        whole=given.get("whole") is not False,
        for_subscribers=given.get("for_subscribers") is True,
        sparse=given.get("sparse") is True,
        times=tuple((int(at), float(seconds)) for at, seconds in given.get("times", ())),
        sheets=tuple(map(int, given.get("sheets", ()))),
        seams=tuple(map(int, given.get("seams", ()))),
        voices=tuple(
            Voice(int(start), int(end), str(name)) for start, end, name in given.get("voices", ())
        ),
    )


def _text(given: dict[str, Any], name: str) -> str:
    value = given.get(name, "")
    if not isinstance(value, str):
        raise UnpackableError
    return value


def _blocks(numbers: Sequence[int], length: int) -> Iterator[PageBlock]:
    at = 0
    for gap, size, zone in zip(*[iter(numbers)] * 3, strict=True):
        start = at + gap
        at = start + size
        if min(gap, size) < 0 or at > length or zone not in range(len(_ZONES)):
            raise UnpackableError
        yield PageBlock(start, at, _ZONES[zone])
