"""Which words of a page stand side by side, in a few bytes: a signature of its pairs of neighbours.

The index says which pages have words, not where. A quotation of common words alone is in the words
of hundreds of pages; whether its neighbours are neighbours there, a signature tells without
unpacking them (superimposed coding: Faloutsos and Christodoulakis, 'Signature files', 1984). Each
pair sets one bit, of three for two pairs. One that is there is never missed; one that is not seems
to be there in every second case, all of a quotation's in hardly any.
"""

import re
import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize
from zlib import crc32

from audit.corpus.words import indexable

LARGEST_SIGNATURE = 8192
"""Bytes: as many bits as there are codes of pairs."""

_WORD = re.compile(r"[^\W_]+")
_MARKS = "“”‘’–—…"
_IN_ASCII = bytes(
    ord(char.lower()) if char.isascii() and char.isalnum() else ord(" ")
    for char in map(chr, range(256))
)
_ROOM = 1.5  # bits for each pair
_STEP = 64  # bits: signatures of like pages are of one size
_CODE = 4  # bytes, of a word and of a pair
_SET = ord("1")
_MOST_HELD = 5_000  # bytes of a mask that is kept


def words_in_row(text: str) -> list[bytes]:
    """The words of a text in lower case and UTF-8, without what stands between them."""
    text = indexable(text)
    if not text.isascii():
        for mark in _MARKS:  # most English text has no other character beside ASCII
            text = text.replace(mark, " ")
    if not text.isascii():
        words = _WORD.findall(normalize("NFC", text).lower())
        return " ".join(words).encode("utf-8", "replace").split()
    return text.encode().translate(_IN_ASCII).split()


def row_of(words: Sequence[bytes]) -> bytes:
    """Words with a space between them and around."""
    return b" %b " % b" ".join(words)


def signature_of(words: Sequence[bytes]) -> bytes:
    """The signature of the words of a page."""
    steps = int(_ROOM * len(words)) // _STEP + 1
    bits = min(_STEP * steps, 8 * LARGEST_SIGNATURE)
    flags = bytearray(b"0") * bits
    for code in _codes_of(words, bits):  # few come twice: a set of them takes longer
        flags[code] = _SET
    return int(flags, 2).to_bytes(bits // 8)


class Neighbours:
    """The pairs of neighbours of a quotation, to be looked for in signatures."""

    def __init__(self, words: Sequence[bytes]) -> None:
        self._words = words
        self._masks: dict[int, int] = {}

    def share(self, signature: bytes) -> float:
        """Which part of the pairs a page may have, at most; 1 for a quotation of one word."""
        size = len(signature)
        if size not in self._masks:
            bits = 8 * size
            codes = set(_codes_of(self._words, bits))
            self._masks[size] = sum(1 << (bits - 1 - code) for code in codes)
        mask = self._masks[size]
        return (int.from_bytes(signature) & mask).bit_count() / mask.bit_count() if mask else 1.0


def _codes_of(words: Sequence[bytes], most: int) -> Sequence[int]:
    """A number below ``most`` for each word and the one behind it.

    It is of the lower bits of the one's code and the upper bits of the other's; all are computed
    at once, in a number of so many times 32 bits.
    """
    data = array("I", map(crc32, words)).tobytes()
    size = len(data) - _CODE
    if size <= 0:
        return ()
    first = int.from_bytes(data[:size], sys.byteorder)
    second = int.from_bytes(data[_CODE:], sys.byteorder)
    low = _each(0xFFFF, size)
    pairs = (first ^ (second & _each(0xFFFF0000, size)) >> 16) & low
    scaled = (pairs * most >> 16) & low  # from 16 bits to less than so many, without division
    return memoryview(scaled.to_bytes(size, sys.byteorder)).cast("I")


def _each(mask: int, size: int) -> int:
    """A mask of 32 bits again and again, up to so many bytes."""
    return _each_of_few(mask, size) if size <= _MOST_HELD else _repeated(mask, size)


@lru_cache(maxsize=4096)  # most pages have few words: that is 20 MB at most
def _each_of_few(mask: int, size: int) -> int:
    return _repeated(mask, size)


def _repeated(mask: int, size: int) -> int:
    return int.from_bytes(mask.to_bytes(_CODE, sys.byteorder) * (size // _CODE), sys.byteorder)
