"""Content codings undone piece by piece, never beyond a bound (RFC 9110, 8.4.1).

Done here and not by the HTTP library because that accepts a gzip stream which stops in the middle;
a page cut there would pass for whole, and what was lost for words that never stood there.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from audit.capture.exchange import Cut

_GZIP_BITS = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body without its coding; ``unknown_coding`` is set when it had to be left in it."""

    data: bytes
    cut: Cut | None = None
    unknown_coding: str = ""


def decoded(pieces: Iterable[bytes], coding: str, max_bytes: int) -> Decoded:
    """Undoes ``coding``, a Content-Encoding header in lower case, and stops beyond ``max_bytes``."""
    match coding:
        case "" | "identity":
            return _joined(pieces, max_bytes)
        case "gzip" | "x-gzip" | "deflate":
            return _inflated(pieces, coding, max_bytes)
        case _:
            plain = _joined(pieces, max_bytes)
            return Decoded(plain.data, plain.cut, coding[:40])


def _joined(pieces: Iterable[bytes], max_bytes: int) -> Decoded:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > max_bytes:
            return Decoded(bytes(data[:max_bytes]), Cut.LENGTH)
    return Decoded(bytes(data))


def _inflated(pieces: Iterable[bytes], coding: str, max_bytes: int) -> Decoded:
    stream = iter(pieces)
    first = _at_least(2, stream)
    bits = _window_bits(first, coding)
    if bits is None:
        return _joined(chain((first,), stream), max_bytes)
    data = bytearray()
    inflater = zlib.decompressobj(bits)
    rest = b""
    for piece in chain((first,), stream):
        rest += piece
        while rest:
            if (
                inflater.eof
            ):  # another gzip member may follow (RFC 1952, 2.2); anything else is padding
                if bits != _GZIP_BITS or not _GZIP_MAGIC.startswith(rest[:2]):
                    return Decoded(bytes(data))
                if len(rest) < len(_GZIP_MAGIC):
                    break
                inflater = zlib.decompressobj(bits)
            try:
                data += inflater.decompress(rest, max_bytes + 1 - len(data))
            except zlib.error:
                return Decoded(bytes(data), Cut.DISCONNECT)
            if len(data) > max_bytes:
                return Decoded(bytes(data[:max_bytes]), Cut.LENGTH)
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    return Decoded(bytes(data), None if inflater.eof or not first else Cut.DISCONNECT)


def _at_least(count: int, stream: Iterable[bytes]) -> bytes:
    head = b""
    for piece in stream:
        head += piece
        if len(head) >= count:
            break
    return head


def _window_bits(first: bytes, coding: str) -> int | None:
    """The zlib format in which a body begins; None when it is not compressed at all."""
    if coding != "deflate":
        return _GZIP_BITS if first.startswith(_GZIP_MAGIC) or not first else None
    # 'deflate' is the zlib format (RFC 1950); some servers send the bare stream (RFC 1951) instead.
    is_zlib = len(first) > 1 and first[0] & 0x0F == 8 and int.from_bytes(first[:2]) % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
