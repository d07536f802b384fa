"""Content codings undone piece by piece, within a bound (RFC 9110, 8.4.1).

RFC 1950 to 1952, 7932 and 8878. Done here and not by the HTTP library because that accepts a gzip
stream which stops in the middle; a page cut there would pass for whole, and what was lost for words
that never stood there.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import brotli
import zstandard

from audit.capture.http.exchange import Cut

_GZIP_BITS = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
_ZSTD_WINDOW = 8 << 20  # bytes: the most that RFC 9659 lets a server use
_ZSTD_PIECE = 1024  # bytes fed at once, which inflate to 32 MB at the very most (RFC 8878, 3.1.1.2)
_STEP = 1 << 20  # bytes that one step of inflating may make
_MOST_CODINGS = 4


class _BrokenError(Exception):
    """The stream is not what its coding says, or ends too early."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body without its coding; ``unknown_coding`` is set when it had to be left in it."""

    data: bytes
    cut: Cut | None = None
    unknown_coding: str = ""


def decoded(pieces: Iterable[bytes], coding: str, max_bytes: int) -> Decoded:
    """Undoes ``coding``, a Content-Encoding header in lower case, and stops beyond ``max_bytes``.

    Several codings are undone from the last to the first. A body that is in another coding than
    announced, or in none, is read as what its first bytes show.
    """
    names = [name for name in map(str.strip, coding.split(",")) if name not in {"", "identity"}]
    if not all(name in _UNDO for name in names) or len(names) > _MOST_CODINGS:
        plain = _joined(pieces, max_bytes)
        return Decoded(plain.data, plain.cut, coding[:40])
    stream = iter(pieces)
    first = _at_least(4, stream)
    whole: Iterable[bytes] = chain((first,), stream) if first else ()
    if not first:
        return Decoded(b"")
    if len(names) == 1:
        actual = _actual(first, names[0])
        if actual is None:
            return _joined(whole, max_bytes)
        names = [actual]
    for name in reversed(names):
        whole = _UNDO[name](whole)
    return _joined(whole, max_bytes)


def _joined(pieces: Iterable[bytes], max_bytes: int) -> Decoded:
    data = bytearray()
    try:
        for piece in pieces:
            data += piece
            if len(data) > max_bytes:
                return Decoded(bytes(data[:max_bytes]), Cut.LENGTH)
    except _BrokenError:
        return Decoded(bytes(data), Cut.DISCONNECT)
    return Decoded(bytes(data))


def _at_least(count: int, stream: Iterable[bytes]) -> bytes:
    head = b""
    for piece in stream:
        head += piece
        if len(head) >= count:
            break
    return head


def _actual(first: bytes, announced: str) -> str | None:
    """The coding that a body's first bytes show; None for a body in none."""
    if _GZIP_MAGIC.startswith(first[:2]):
        return "gzip"
    if _ZSTD_MAGIC.startswith(first[:4]):
        return "zstd"
    if announced in {"gzip", "x-gzip", "zstd"}:
        return None
    return None if _is_markup(first) and not _opens(first, announced) else announced


def _is_markup(first: bytes) -> bool:
    return first.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _opens(first: bytes, coding: str) -> bool:
    """Whether the beginning of a body can be undone: a compressed stream may begin with '<' too."""
    undone = _UNDO[coding]((first,))
    try:
        for _ in undone:
            return True
    except _BrokenError:
        return False
    return True


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Undoes gzip (RFC 1952), of several members too."""
    inflater = zlib.decompressobj(_GZIP_BITS)
    rest = b""
    for piece in pieces:
        rest += piece
        while rest:
            if inflater.eof:  # another member may follow (2.2); anything else is padding
                if not _GZIP_MAGIC.startswith(rest[:2]):
                    return
                if len(rest) < len(_GZIP_MAGIC):
                    break
                inflater = zlib.decompressobj(_GZIP_BITS)
            yield _inflate(inflater, rest)
            rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        raise _BrokenError


def _deflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Undoes 'deflate': zlib's format (RFC 1950), or the bare stream (RFC 1951) of some servers."""
    stream = iter(pieces)
    first = _at_least(2, stream)
    is_zlib = len(first) > 1 and first[0] & 0x0F == 8 and int.from_bytes(first[:2]) % 31 == 0
    inflater = zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)
    for piece in chain((first,), stream):
        rest = piece
        while rest and not inflater.eof:
            yield _inflate(inflater, rest)
            rest = inflater.unconsumed_tail
    if not inflater.eof:
        raise _BrokenError


def _inflate(inflater: "zlib._Decompress", data: bytes) -> bytes:
    try:
        return inflater.decompress(data, _STEP)
    except zlib.error as error:
        raise _BrokenError from error


def _unbrotlied(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Undoes brotli (RFC 7932)."""
    inflater = brotli.Decompressor()
    try:
        for piece in pieces:
            yield inflater.process(piece, output_buffer_limit=_STEP)
            while not inflater.can_accept_more_data():
                yield inflater.process(b"", output_buffer_limit=_STEP)
            if inflater.is_finished():
                return
    except brotli.error as error:
        raise _BrokenError from error
    if not inflater.is_finished():
        raise _BrokenError


def _unzstded(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Undoes Zstandard (RFC 8878), of several frames too."""
    packer = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    inflater = packer.decompressobj()
    for piece in pieces:
        for start in range(0, len(piece), _ZSTD_PIECE):
            rest = piece[start : start + _ZSTD_PIECE]
            while rest:
                if inflater.eof:
                    inflater = packer.decompressobj()
                try:
                    yield inflater.decompress(rest)
                except zstandard.ZstdError as error:
                    raise _BrokenError from error
                rest = inflater.unused_data if inflater.eof else b""
    if not inflater.eof:
        raise _BrokenError


_UNDO: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _inflated,
    "x-gzip": _inflated,
    "deflate": _deflated,
    "br": _unbrotlied,
    "zstd": _unzstded,
}
