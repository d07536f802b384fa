"""Pages as the bytes of a block, and back: some few pages are compressed together.

A block is one Zstandard frame (RFC 8878). In it, each page is the length of its head and that of
its text (two 32-bit numbers, least significant byte first), the head as JSON, the text as UTF-8.
Pages of one corpus are much alike: what they share is in a dictionary, made of the first of them.
"""

import json
import re
import struct
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import zstandard

from audit.corpus.entry import Kept
from audit.corpus.schema import LARGEST_BLOCK
from audit.model import Page, PageBlock, Voice, Zone

LARGEST_TEXT = 20_000_000
"""Bytes of the text of one page."""

_LENGTHS = struct.Struct("<II")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LEVEL = 2  # half the time of 3, and texts no larger beside a dictionary
_DICTIONARY = 300_000  # bytes
_SEGMENT, _SAME = 200, 8  # bytes: what the training looks at; given, it tries no others
_LARGEST_DICTIONARY = 2_000_000
_LEAST_LEARNT_FROM = 10  # times a dictionary's size; with less, it has what is in the pages once
_encoded = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
_ZONES = tuple(Zone)
_OF_ZONE = {zone: number for number, zone in enumerate(_ZONES)}
_TEXTS = ("title", "language", "why_not_whole")
_DATES = ("published", "captured")
_FLAGS = ("for_subscribers", "sparse")
_OFFSETS = ("times", "sheets", "seams")


class UnpackableError(Exception):
    """A block is not what a corpus has."""


def packed(kept: Kept) -> bytes:
    """A page as it stands in a block."""
    text = kept.page.text.encode("utf-8", "replace")  # half a character becomes one: offsets stay
    head = _encoded(_head(kept))
    data = head.encode("utf-8", "replace")
    return b"".join((_LENGTHS.pack(len(data), len(text)), data, text))


def learnt(pages: Sequence[bytes]) -> bytes | None:
    """A dictionary of what packed pages share; None where they are too few for one."""
    size = min(_DICTIONARY, sum(map(len, pages)) // _LEAST_LEARNT_FROM)
    try:
        return zstandard.train_dictionary(size, list(pages), k=_SEGMENT, d=_SAME).as_bytes()
    except (zstandard.ZstdError, ValueError):  # too few, or all the same
        return None


class Packing:
    """Compresses pages, and undoes that, with the dictionary of a corpus if it has one.

    Raises:
        UnpackableError: The dictionary is not what a corpus has.
    """

    def __init__(self, dictionary: bytes | None) -> None:
        self._shared = None
        if dictionary is not None:
            if len(dictionary) > _LARGEST_DICTIONARY:
                raise UnpackableError
            self._shared = zstandard.ZstdCompressionDict(
                dictionary, dict_type=zstandard.DICT_TYPE_FULLDICT
            )
        try:
            self._unpacker = zstandard.ZstdDecompressor(self._shared, max_window_size=LARGEST_BLOCK)
            self._plain = zstandard.ZstdDecompressor(max_window_size=LARGEST_BLOCK)
        except zstandard.ZstdError as error:
            raise UnpackableError from error
        self._packer: zstandard.ZstdCompressor | None = None

    def compressed(self, pages: Sequence[bytes]) -> bytes:
        """A block of packed pages."""
        if self._packer is None:
            if self._shared is not None:
                self._shared.precompute_compress(level=_LEVEL)
            self._packer = zstandard.ZstdCompressor(level=_LEVEL, dict_data=self._shared)
        return self._packer.compress(b"".join(pages))

    def unpacked(self, block: bytes, numbers: Collection[int]) -> "dict[int, Unpacked]":
        """The pages of a block that have these numbers.

        Raises:
            UnpackableError: They are not in the block, or it is too large.
        """
        try:
            told = zstandard.get_frame_parameters(block)
            if told.content_size > LARGEST_BLOCK:
                raise UnpackableError
            unpacker = self._unpacker if told.dict_id else self._plain
            found = dict(_pages(unpacker.decompress(block), numbers))
        except (zstandard.ZstdError, struct.error, ValueError) as error:
            raise UnpackableError from error
        if len(found) < len(numbers):
            raise UnpackableError
        return found


def _pages(data: bytes, numbers: Collection[int]) -> "Iterator[tuple[int, Unpacked]]":
    last = max(numbers, default=-1)
    at = number = 0
    while at < len(data) and number <= last:
        head, text = _LENGTHS.unpack_from(data, at)
        begin = at + _LENGTHS.size
        at = begin + head + text
        if number in numbers:
            words = data[begin + head : at].decode()
            yield number, Unpacked(words, data[begin : begin + head])
        number += 1


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A page out of a block: its text, and the head that says the rest."""

    text: str
    head: bytes

    def kept(self) -> Kept:
        """The page.

        Raises:
            UnpackableError: Its head is not what a corpus has.
        """
        try:
            return _kept(self.head, self.text)
        except (ValueError, TypeError, RecursionError) as error:
            raise UnpackableError from error


def _head(kept: Kept) -> dict[str, Any]:
    """What a page has beside its text; what is as usual is left out."""
    page = kept.page
    blocks: list[int] = []
    at = 0
    for block in page.blocks:
        blocks += (block.start - at, block.end - block.start, _OF_ZONE[block.zone])
        at = block.end
    head: dict[str, Any] = {"url": kept.url, "sha256": kept.sha256, "blocks": blocks}
    head |= {name: value for name in _DATES if (value := getattr(kept, name)) is not None}
    head |= {
        name: value for name in (*_TEXTS, *_FLAGS, *_OFFSETS) if (value := getattr(page, name))
    }
    if not page.whole:
        head["whole"] = False
    if page.voices:
        head["voices"] = [(voice.start, voice.end, voice.name) for voice in page.voices]
    return head


def _kept(head: bytes, text: str) -> Kept:
    given = json.loads(head)
    if not isinstance(given, dict):
        raise UnpackableError
    url, sha256, published, captured = (_text(given, name) for name in ("url", "sha256", *_DATES))
    if not url or not _SHA256.fullmatch(sha256):
        raise UnpackableError
    page = _page(given, text, url)
    return Kept(url, sha256, page, published or None, captured or None)


def _page(given: dict[str, Any], text: str, url: str) -> Page:
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
