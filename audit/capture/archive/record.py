"""One WARC record out of a file's bytes, in bounded memory: WARC 1.0 and 1.1, gzipped or plain.

Archives come from anywhere. warcio's reader has no bound for the length of a header line, inflates
as it goes, and prints its complaints; so the (simple) format is read here (ISO 28500:2017, annex
D).
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from isal import isal_zlib

_BadStreamError = cast("type[Exception]", isal_zlib.error)  # its stub says an instance
MAGIC = b"\x1f\x8b"
OPENS = b"WARC/"
PIECE = 65_536
_LONGEST_LINE = 1 << 17
_LONGEST_HEAD = 1 << 18
_MOST_FIELDS = 500
OPENING = 1 << 16  # bytes of each block, kept while indexing: the whole of any request or metadata
_PADDING = b"\r\n"
_MOST_PADDING = 64  # bytes; the standard has four
# A whole archive may inflate to this: pages come to some ten times their packed size, bombs to a
# thousand.
_MOST_INFLATION = 100
_MOST_RECORDS = 2_000_000  # an archive of 1 GB, the usual size, has some 100,000
_ALWAYS_INFLATED = 256_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file.

    It stands at ``offset`` and ends before ``end``, both in bytes of the file as it is stored.
    ``fields`` are by lower-case name; ``opening`` is the first 64 KiB of the block.
    """

    offset: int
    end: int
    fields: Mapping[str, str]
    opening: bytes

    @property
    def kind(self) -> str:
        """The WARC-Type, in lower case."""
        return self.fields.get("warc-type", "").lower()

    @property
    def id(self) -> str:
        """The WARC-Record-ID without its angle brackets; empty when there is none."""
        return bare(self.fields.get("warc-record-id", ""))

    @property
    def uri(self) -> str:
        """The WARC-Target-URI, without the angle brackets of old tools."""
        return bare(self.fields.get("warc-target-uri", ""))


def bare(value: str) -> str:
    """A field without the angle brackets that the standard, or an old tool, puts round it."""
    return value.removeprefix("<").removesuffix(">")


class CutError(Exception):
    """The file ends within a record."""


class DamagedError(Exception):
    """The bytes are no record."""


class BombError(Exception):
    """The records are more, or inflate to more, than any honest archive's; its text says which."""


class Allowance:
    """How many records one file may have, and what they may inflate to, all together."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._used = 0
        self._records = 0

    def use(self, count: int) -> None:
        """Counts bytes that were inflated.

        Raises:
            BombError: They are too many for what was read of the file.
        """
        self._used += count
        if self._used > _ALWAYS_INFLATED + _MOST_INFLATION * self._file.tell():
            raise BombError("it inflates beyond all measure")

    def count(self) -> None:
        """Counts a record, or padding between two.

        Raises:
            BombError: They are too many.
        """
        self._records += 1
        if self._records > _MOST_RECORDS:
            raise BombError(f"it has more than {_MOST_RECORDS:,} records")


class Member(io.RawIOBase):
    """One gzip member of a file, inflated as far as it is asked for (RFC 1952)."""

    def __init__(self, file: BinaryIO, allowance: Allowance | None = None) -> None:
        self._file = file
        self._allowance = allowance
        self._inflater = isal_zlib.decompressobj(16 + isal_zlib.MAX_WBITS)
        self._begins = True

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Inflates into the buffer as much as comes of one piece of the file.

        Raises:
            CutError: The file ends within the member.
            DamagedError: The bytes are no gzip member.
        """
        while not self._inflater.eof:
            piece = self._inflater.unconsumed_tail or self._file.read(PIECE)
            # The inflater waits for a whole header before it judges; a few bytes of garbage have
            # none.
            if self._begins and piece[: len(MAGIC)] != MAGIC[: len(piece)]:
                raise DamagedError
            self._begins = False
            try:
                data = self._inflater.decompress(piece, len(buffer))
            except _BadStreamError:
                raise DamagedError from None
            if data:
                if self._allowance is not None:
                    self._allowance.use(len(data))
                buffer[: len(data)] = data
                return len(data)
            if not piece and not self._inflater.eof:
                raise CutError
        return 0

    @property
    def end(self) -> int:
        """The offset in the file after the member, once it has been read to its end."""
        return self._file.tell() - len(self._inflater.unused_data)


def read_record(
    file: BinaryIO, offset: int, size: int, *, packed: bool, allowance: Allowance
) -> tuple[Record | None, int]:
    """The record at an offset, None for mere padding, and the offset of the next."""
    file.seek(offset)
    if not packed:
        fields, length = read_head(file)
        opening = file.read(min(length, OPENING))
        end = file.tell() - len(opening) + length
        if end > size:
            raise CutError
        file.seek(end)
        padding = file.read(_MOST_PADDING)
        end += len(padding) - len(padding.lstrip(_PADDING))
        return Record(offset, end, fields, opening), end
    member = Member(file, allowance)
    stream = io.BufferedReader(member, PIECE)
    if not stream.peek(1):
        return None, member.end
    try:
        fields, length = read_head(stream)
    except EOFError:
        raise DamagedError from None  # the member is whole, what it holds is not
    opening = stream.read(min(length, OPENING))
    left = length - len(opening)
    while left and (piece := stream.read(min(left, PIECE))):
        left -= len(piece)
    tail = stream.read(_MOST_PADDING)
    if (
        left or len(tail) == _MOST_PADDING or tail.strip(_PADDING)
    ):  # not as declared, or several records in one member
        raise DamagedError
    return Record(offset, member.end, fields, opening), member.end


def read_head(stream: BinaryIO | io.BufferedReader) -> tuple[dict[str, str], int]:
    """The named fields of a record, names in lower case, the last of a name; and its length.

    Raises:
        EOFError: The stream ends within the head.
    """
    version = stream.readline(_LONGEST_LINE)
    if not version.startswith(OPENS):
        raise EOFError if OPENS.startswith(version) else DamagedError
    fields: dict[str, str] = {}
    name = ""
    lines = size = 0
    while line := stream.readline(_LONGEST_LINE):
        lines += 1
        size += len(line)
        if size > _LONGEST_HEAD or lines > _MOST_FIELDS:
            raise DamagedError
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
        raise DamagedError
    return fields, int(length[:18])
