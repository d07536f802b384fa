"""WARC files read back, record by record, in bounded memory.

Archives come from anywhere. warcio's reader has no bound for the length of a header line, inflates as
it goes, and prints its complaints; so this stage reads the (simple) format itself: WARC 1.0 and 1.1,
gzipped a record at a time (ISO 28500:2017, annex D) or plain.
"""

import io
import os
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from audit.errors import CaptureError

_MAGIC = b"\x1f\x8b"
_PIECE = 65_536
_LONGEST_LINE = 1 << 17
_LONGEST_HEAD = 1 << 18
_MOST_FIELDS = 500
_OPENING = 1 << 16  # of each block, kept while indexing: the whole of any request or metadata
_OPENS = b"WARC/"
_PADDING = b"\r\n"
_MOST_PADDING = 64  # bytes; the standard has four


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its offset in the file, its fields by lower-case name, and its block's first 64 KiB."""

    offset: int
    fields: Mapping[str, str]
    opening: bytes


class _CutError(Exception):
    """The file ends within a record."""


class _DamagedError(Exception):
    """The bytes are no record."""


def scan(path: Path) -> Iterator[Record]:
    """All whole records, in order. A last record that is cut short is passed over.

    Raises:
        CaptureError: The file cannot be read, holds no record, or is damaged.
    """
    count = 0
    offset = 0
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            packed = file.read(len(_MAGIC)) == _MAGIC
            while offset < size:
                record, end = _read_record(file, offset, size, packed=packed)
                if record is not None:
                    count += 1
                    yield record
                offset = end
    except (_CutError, EOFError):
        pass  # what a crash or a broken download leaves: everything before it counts
    except (_DamagedError, zlib.error):
        if count:
            raise CaptureError(
                f"{path}: damaged at byte {offset}; use a sound copy of this archive"
            ) from None
    except OSError as error:
        raise CaptureError(
            f"{path}: the archive cannot be read ({error.strerror}); check the path"
        ) from error
    if not count:
        raise CaptureError(
            f"{path}: not a web archive; give a .warc or .warc.gz file (gzipped by record)"
        )


def read_block(path: Path, offset: int, limit: int) -> tuple[bytes, bool]:
    """The block of the record at an offset, up to ``limit`` bytes, and whether that is all of it.

    Raises:
        CaptureError: The record is no longer there.
    """
    try:
        with path.open("rb") as file:
            packed = file.read(len(_MAGIC)) == _MAGIC
            file.seek(offset)
            stream = io.BufferedReader(_Member(file)) if packed else file
            _, length = _read_head(stream)
            block = stream.read(min(length, limit))
    except (_CutError, EOFError, _DamagedError, zlib.error, OSError) as error:
        raise _changed(path, offset) from error
    if len(block) < min(length, limit):
        raise _changed(path, offset)
    return block, length <= limit


def _changed(path: Path, offset: int) -> CaptureError:
    return CaptureError(f"{path}: changed while it was read, at byte {offset}; run again")


class _Member(io.RawIOBase):
    """One gzip member of a file, inflated as far as it is asked for (RFC 1952)."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._inflater = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._inflater.eof:
            piece = self._inflater.unconsumed_tail or self._file.read(_PIECE)
            if not piece:
                raise _CutError
            data = self._inflater.decompress(piece, len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    @property
    def end(self) -> int:
        """The offset in the file after the member, once it has been read to its end."""
        return self._file.tell() - len(self._inflater.unused_data)


def _read_record(
    file: BinaryIO, offset: int, size: int, *, packed: bool
) -> tuple[Record | None, int]:
    """The record at an offset, None for mere padding, and the offset of the next."""
    file.seek(offset)
    if not packed:
        fields, length = _read_head(file)
        opening = file.read(min(length, _OPENING))
        end = file.tell() - len(opening) + length
        if end > size:
            raise _CutError
        file.seek(end)
        padding = file.read(_MOST_PADDING)
        end += len(padding) - len(padding.lstrip(_PADDING))
        return Record(offset, fields, opening), end
    member = _Member(file)
    stream = io.BufferedReader(member, _PIECE)
    if not stream.peek(1):
        return None, member.end
    try:
        fields, length = _read_head(stream)
    except EOFError:
        raise _DamagedError from None  # the member is whole, what it holds is not
    opening = stream.read(min(length, _OPENING))
    left = length - len(opening)
    while left and (piece := stream.read(min(left, _PIECE))):
        left -= len(piece)
    tail = stream.read(_MOST_PADDING)
    if (
        left or len(tail) == _MOST_PADDING or tail.strip(_PADDING)
    ):  # not as declared, or several records in one member
        raise _DamagedError
    return Record(offset, fields, opening), member.end


def _read_head(stream: BinaryIO | io.BufferedReader) -> tuple[dict[str, str], int]:
    """The named fields of a record (names in lower case, the last of a name counts), and its length.

    Raises:
        EOFError: The stream ends within the head.
    """
    version = stream.readline(_LONGEST_LINE)
    if not version.startswith(_OPENS):
        raise EOFError if _OPENS.startswith(version) else _DamagedError
    fields: dict[str, str] = {}
    name = ""
    lines = size = 0
    while line := stream.readline(_LONGEST_LINE):
        lines += 1
        size += len(line)
        if size > _LONGEST_HEAD or lines > _MOST_FIELDS:
            raise _DamagedError
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text:
            break
        if text[0] in " \t":  # a field continued on the next line
            fields[name] = f"{fields.get(name, '')} {text.strip()}".strip()
            continue
        name, _, value = text.partition(":")
        name = name.strip().lower()
        fields[name] = value.strip()
    else:
        raise EOFError
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise _DamagedError
    return fields, int(length[:18])
