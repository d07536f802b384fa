"""WARC files read back, record by record, in bounded memory.

Archives come from anywhere. warcio's reader has no bound for the length of a header line, inflates as
it goes, and prints its complaints; so this stage reads the (simple) format itself: WARC 1.0 and 1.1,
gzipped a record at a time (ISO 28500:2017, annex D) or plain.
"""

import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from isal import isal_zlib

from audit.errors import CaptureError

_BadStreamError = cast("type[Exception]", isal_zlib.error)  # its stub says an instance
_MAGIC = b"\x1f\x8b"
_PIECE = 65_536
_LONGEST_LINE = 1 << 17
_LONGEST_HEAD = 1 << 18
_MOST_FIELDS = 500
_OPENING = 1 << 16  # of each block, kept while indexing: the whole of any request or metadata
_OPENS = b"WARC/"
_PADDING = b"\r\n"
_MOST_TRIES = 1000  # places that only look like a record's beginning, behind one damage
_MOST_PADDING = 64  # bytes; the standard has four
# A whole archive may inflate to this: pages come to some ten times their packed size, bombs to a thousand.
_MOST_INFLATION = 100
_ALWAYS_INFLATED = 256_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file.

    It stands at ``offset`` and ends before ``end``, both in bytes of the file as it is stored. ``fields``
    are by lower-case name; ``opening`` is the first 64 KiB of the block.
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


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes of an archive that are no record: the offset at which they begin."""

    offset: int


def bare(value: str) -> str:
    """A field without the angle brackets that the standard, or (for URIs) an old tool, puts round it."""
    return value.removeprefix("<").removesuffix(">")


class _CutError(Exception):
    """The file ends within a record."""


class _DamagedError(Exception):
    """The bytes are no record."""


class _BombError(Exception):
    """The records inflate beyond all measure."""


def scan(path: Path) -> Iterator[Record]:
    """All whole records, in order. A last record that is cut short is passed over.

    Raises:
        CaptureError: The file cannot be read, holds no record, is damaged, or is a bomb.
    """
    end = 0
    try:
        with path.open("rb") as file:
            for record in _walk(file):
                end = record.end
                yield record
    except (_CutError, EOFError):
        pass  # what a crash or a broken download leaves: everything before it counts
    except _DamagedError:
        if end:
            raise _damaged(path, end) from None
    except _BombError:
        raise _bomb(path) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if not end:
        raise _no_archive(path)


def recover(path: Path) -> Iterator[Record]:
    """All whole records of an archive that is to be added to; then a last one that is cut goes.

    A run that was killed, or a machine that lost its power, leaves a part of a record, or zeros.
    Nothing else is ever cut off: a file that is no archive stays as it is.

    Raises:
        CaptureError: The file cannot be read or written, is no archive packed by record, or is damaged.
    """
    end = 0
    try:
        with path.open("r+b") as file:
            size = os.fstat(file.fileno()).st_size
            if file.read(len(_MAGIC)) != _MAGIC[:size] and not _is_zeros(file, 0):
                raise _no_archive(path)
            try:
                for record in _walk(file):
                    end = record.end
                    yield record
            except (_CutError, EOFError):
                if not end and not _begins_a_record(file):
                    raise _no_archive(path) from None
            except _DamagedError:
                if not _is_zeros(file, end):
                    raise (_damaged(path, end) if end else _no_archive(path)) from None
            if end < size:
                file.truncate(end)
    except _BombError:
        raise _bomb(path) from None
    except OSError as error:
        raise _unreadable(path, error) from error


def salvage(path: Path) -> Iterator[Record | Gap]:
    """All records that are whole, also behind damage, and where something else than a record stands.

    Raises:
        CaptureError: The file cannot be read, or is a bomb.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            packed = file.read(len(_OPENS)) != _OPENS
            begin: int | None = 0
            while begin is not None and begin < size:
                try:
                    for record in _walk(file, begin, packed=packed):
                        begin = record.end
                        yield record
                    return
                except (_CutError, EOFError, _DamagedError):
                    yield Gap(begin)
                begin = _next_beginning(file, begin + 1, packed=packed)
    except _BombError:
        raise _bomb(path) from None
    except OSError as error:
        raise _unreadable(path, error) from error


def read_record(path: Path, offset: int) -> Record:
    """The record at an offset.

    Raises:
        CaptureError: There is none.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            file.seek(offset)
            packed = file.read(len(_MAGIC)) == _MAGIC
            record, _ = _read_record(file, offset, size, packed=packed)
    except (_CutError, EOFError, _DamagedError, _BombError, OSError) as error:
        raise _changed(path, offset) from error
    if record is None:
        raise _changed(path, offset)
    return record


def read_block(path: Path, offset: int, limit: int) -> tuple[bytes, bool]:
    """The block of the record at an offset, up to ``limit`` bytes, and whether that is all of it.

    Raises:
        CaptureError: The record is no longer there.
    """
    try:
        with path.open("rb") as file:
            file.seek(offset)
            packed = file.read(len(_MAGIC)) == _MAGIC
            file.seek(offset)
            stream = io.BufferedReader(_Member(file)) if packed else file
            _, length = _read_head(stream)
            block = stream.read(min(length, limit))
    except (_CutError, EOFError, _DamagedError, OSError) as error:
        raise _changed(path, offset) from error
    if len(block) < min(length, limit):
        raise _changed(path, offset)
    return block, length <= limit


def _changed(path: Path, offset: int) -> CaptureError:
    return CaptureError(f"{path}: changed while it was read, at byte {offset}; run again")


def _damaged(path: Path, offset: int) -> CaptureError:
    return CaptureError(f"{path}: damaged at byte {offset}; use a sound copy of this archive")


def _bomb(path: Path) -> CaptureError:
    return CaptureError(f"{path}: inflates beyond all measure; it is not read")


def _unreadable(path: Path, error: OSError) -> CaptureError:
    return CaptureError(f"{path}: the archive cannot be read ({error.strerror}); check the path")


def _no_archive(path: Path) -> CaptureError:
    return CaptureError(
        f"{path}: not a web archive; give a .warc or .warc.gz file (gzipped by record)"
    )


def _is_zeros(file: BinaryIO, begin: int) -> bool:
    """Whether a file holds nothing but zeros from an offset on."""
    file.seek(begin)
    while piece := file.read(_PIECE):
        if piece.strip(b"\0"):
            return False
    return True


def _begins_a_record(file: BinaryIO) -> bool:
    """Whether the one member of a file that is cut within it may be a record's beginning."""
    file.seek(0)
    try:
        begins = io.BufferedReader(_Member(file)).peek(1)[: len(_OPENS)]
    except (_CutError, _DamagedError):
        return True
    return _OPENS.startswith(begins) or begins.startswith(_OPENS)


class _Allowance:
    """How much the members of one file may inflate to, all together."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._used = 0

    def use(self, count: int) -> None:
        self._used += count
        if self._used > _ALWAYS_INFLATED + _MOST_INFLATION * self._file.tell():
            raise _BombError


class _Member(io.RawIOBase):
    """One gzip member of a file, inflated as far as it is asked for (RFC 1952)."""

    def __init__(self, file: BinaryIO, allowance: _Allowance | None = None) -> None:
        self._file = file
        self._allowance = allowance
        self._inflater = isal_zlib.decompressobj(16 + isal_zlib.MAX_WBITS)
        self._begins = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._inflater.eof:
            piece = self._inflater.unconsumed_tail or self._file.read(_PIECE)
            # The inflater waits for a whole header before it judges; a few bytes of garbage have none.
            if self._begins and piece[: len(_MAGIC)] != _MAGIC[: len(piece)]:
                raise _DamagedError
            self._begins = False
            try:
                data = self._inflater.decompress(piece, len(buffer))
            except _BadStreamError:
                raise _DamagedError from None
            if data:
                if self._allowance is not None:
                    self._allowance.use(len(data))
                buffer[: len(data)] = data
                return len(data)
            if not piece and not self._inflater.eof:
                raise _CutError
        return 0

    @property
    def end(self) -> int:
        """The offset in the file after the member, once it has been read to its end."""
        return self._file.tell() - len(self._inflater.unused_data)


def _walk(file: BinaryIO, begin: int = 0, *, packed: bool | None = None) -> Iterator[Record]:
    """The records of a file from an offset on; by its first bytes it is packed or not, if none says."""
    size = os.fstat(file.fileno()).st_size
    if packed is None:
        file.seek(0)
        packed = file.read(len(_MAGIC)) == _MAGIC[:size]
    allowance = _Allowance(file)
    offset = begin
    while offset < size:
        record, offset = _read_record(file, offset, size, packed=packed, allowance=allowance)
        if record is not None:
            yield record


def _next_beginning(file: BinaryIO, begin: int, *, packed: bool) -> int | None:
    """Where, from an offset on, a record may begin; None after too many places that look like one."""
    mark = _MAGIC + b"\x08" if packed else _OPENS + b"1."
    for _ in range(_MOST_TRIES):
        found = _next_place(file, begin, mark)
        if found is None:
            return None
        file.seek(found)
        try:
            if not packed or io.BufferedReader(_Member(file)).peek(1).startswith(_OPENS):
                return found
        except (_CutError, _DamagedError):
            pass
        begin = found + 1
    return None


def _next_place(file: BinaryIO, begin: int, mark: bytes) -> int | None:
    file.seek(begin)
    before = b""
    while piece := file.read(_PIECE):
        window = before + piece
        if (at := window.find(mark)) >= 0:
            return file.tell() - len(window) + at
        before = window[1 - len(mark) :]
    return None


def _read_record(
    file: BinaryIO, offset: int, size: int, *, packed: bool, allowance: _Allowance | None = None
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
        return Record(offset, end, fields, opening), end
    member = _Member(file, allowance)
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
    return Record(offset, member.end, fields, opening), member.end


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
