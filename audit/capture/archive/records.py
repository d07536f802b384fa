"""Files of WARC records: read, mended at their end, salvaged behind damage.

A file may be a WARC, gzipped a record at a time or plain, or a WACZ that holds such files.
"""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from audit.capture.archive.record import (
    MAGIC,
    OPENS,
    PIECE,
    Allowance,
    BombError,
    CutError,
    DamagedError,
    Member,
    Record,
    bare,
    read_head,
    read_record,
)
from audit.capture.archive.segments import segments
from audit.errors import CaptureError
from audit.files import open_file

_MOST_TRIES = 1000  # places that only look like a record's beginning, behind one damage


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes of an archive that are no record: the offset at which they begin."""

    offset: int


def scan(path: Path, cut: Callable[[int], None] | None = None) -> Iterator[Record]:
    """All whole records, in order. A last record that is cut short is passed over.

    Args:
        path: The file.
        cut: Told the offset at which the whole records end, where one is cut short.

    Raises:
        CaptureError: The file cannot be read, holds no record, is damaged, or is a bomb.
    """
    end = 0
    with _opened(path) as (file, size):
        allowance = Allowance(file)
        for begin, stop in segments(path, file, size):
            try:
                for record in _walk(file, begin, stop, allowance):
                    end = record.end
                    yield record
            except (CutError, EOFError):
                # What a crash or a broken download leaves: everything before it counts.
                if end and not _is_last(file, end, stop):
                    raise _damaged(path, end) from None
                if cut is not None and end:
                    cut(end)
            except DamagedError:
                raise (_damaged(path, end) if end else _no_archive(path)) from None
    if not end:
        raise _no_archive(path)


def recover(path: Path) -> Iterator[Record]:
    """All whole records of an archive that is to be added to; then a last one that is cut goes.

    A run that was killed, or a machine that lost its power, leaves a part of a record, or zeros.
    Nothing else is ever cut off: a file that is no archive stays as it is.

    Raises:
        CaptureError: The file cannot be read or written, is no archive packed by record, or is
            damaged.
    """
    end = 0
    with _opened(path, "r+b") as (file, size):
        if not _is_packed(file, 0, size) and not _is_zeros(file, 0):
            raise _not_added_to(path, end)
        try:
            for record in _walk(file, 0, size, Allowance(file)):
                end = record.end
                yield record
        except (CutError, EOFError):
            if not end and not _begins_a_record(file):
                raise _not_added_to(path, end) from None
            if not _is_last(file, end, size):
                raise _not_added_to(path, end) from None
        except DamagedError:
            if not _is_zeros(file, end):
                raise _not_added_to(path, end) from None
        if end < size:
            file.truncate(end)


def salvage(path: Path) -> Iterator[Record | Gap]:
    """All records that are whole, behind damage too, and where something else than a record stands.

    Raises:
        CaptureError: The file cannot be read, is a bomb, or no sound WACZ.
    """
    with _opened(path) as (file, size):
        allowance = Allowance(file)
        for begin, stop in segments(path, file, size):
            yield from _salvaged(file, begin, stop, allowance)


@contextmanager
def _opened(path: Path, mode: Literal["rb", "r+b"] = "rb") -> Iterator[tuple[BinaryIO, int]]:
    """A file and its size in bytes; what goes wrong with it is told of its path."""
    try:
        with open_file(path, mode) as file:
            yield file, os.fstat(file.fileno()).st_size
    except BombError as error:
        raise _bomb(path, error) from None
    except OSError as error:
        raise _unreadable(path, error) from error


def _is_packed(file: BinaryIO, begin: int, stop: int) -> bool:
    """Whether what begins at an offset is gzipped, as far as its bytes before ``stop`` say."""
    file.seek(begin)
    return file.read(len(MAGIC)) == MAGIC[: stop - begin]


def _salvaged(
    file: BinaryIO, begin: int, stop: int, allowance: Allowance
) -> Iterator[Record | Gap]:
    file.seek(begin)
    packed = file.read(len(OPENS)) != OPENS
    offset: int | None = begin
    while offset is not None and offset < stop:
        try:
            for record in _walk(file, offset, stop, allowance, packed=packed):
                offset = record.end
                yield record
            return
        except (CutError, EOFError, DamagedError):
            yield Gap(offset)
        offset = _next_beginning(file, offset + 1, packed=packed)


@dataclass(frozen=True, slots=True)
class Block:
    """The block of a record: its first bytes, whether they are all, the digest declared for all."""

    data: bytes
    whole: bool
    digest: str


def read_block(path: Path, offset: int, record_id: str, limit: int) -> Block:
    """The block of the record at an offset, up to ``limit`` bytes, if it has that id still.

    Raises:
        CaptureError: The record is no longer there.
    """
    try:
        with open_file(path) as file:
            file.seek(offset)
            packed = file.read(len(MAGIC)) == MAGIC
            file.seek(offset)
            stream = io.BufferedReader(Member(file)) if packed else file
            fields, length = read_head(stream)
            block = stream.read(min(length, limit))
    except (CutError, EOFError, DamagedError, OSError) as error:
        raise _changed(path, offset) from error
    is_same = bare(fields.get("warc-record-id", "")) == record_id
    if not is_same or len(block) < min(length, limit):
        raise _changed(path, offset)
    return Block(block, length <= limit, fields.get("warc-block-digest", ""))


def record_at(path: Path, offset: int) -> Record:
    """The record at an offset.

    Raises:
        CaptureError: There is none, or it is a bomb.
    """
    with _opened(path) as (file, size):
        if not 0 <= offset < size:
            raise _changed(path, offset)
        try:
            for record in _walk(file, offset, size, Allowance(file)):
                return record
        except (CutError, EOFError, DamagedError):
            pass
    raise _changed(path, offset)


def _changed(path: Path, offset: int) -> CaptureError:
    return CaptureError(f"{path}: changed while it was read, at byte {offset}; run again")


def _damaged(path: Path, offset: int) -> CaptureError:
    return CaptureError(f"{path}: damaged at byte {offset}; use a sound copy of this archive")


def _not_added_to(path: Path, end: int) -> CaptureError:
    what = f"damaged at byte {end}" if end else "not a web archive that is gzipped by record"
    return CaptureError(f"{path}: {what}, so nothing is added to it; move it away and run again")


def _bomb(path: Path, error: BombError) -> CaptureError:
    return CaptureError(f"{path}: {error}; such an archive is not read")


def _unreadable(path: Path, error: OSError) -> CaptureError:
    return CaptureError(f"{path}: the archive cannot be read ({error.strerror}); check the path")


def _no_archive(path: Path) -> CaptureError:
    return CaptureError(
        f"{path}: not a web archive; give a .warc or .warc.gz file (gzipped by record)"
    )


def _is_zeros(file: BinaryIO, begin: int) -> bool:
    """Whether a file holds nothing but zeros from an offset on."""
    file.seek(begin)
    while piece := file.read(PIECE):
        if piece.strip(b"\0"):
            return False
    return True


def _is_last(file: BinaryIO, begin: int, stop: int) -> bool:
    """Whether a record that seems cut is: none follows.

    Damage may make one swallow all behind it.
    """
    following = _next_beginning(file, begin + 1, packed=_is_packed(file, begin, stop))
    return following is None or following >= stop


def _begins_a_record(file: BinaryIO) -> bool:
    """Whether the one member of a file that is cut within it may be a record's beginning."""
    file.seek(0)
    try:
        begins = io.BufferedReader(Member(file)).peek(1)[: len(OPENS)]
    except (CutError, DamagedError):
        return True
    return OPENS.startswith(begins) or begins.startswith(OPENS)


def _walk(
    file: BinaryIO, begin: int, stop: int, allowance: Allowance, *, packed: bool | None = None
) -> Iterator[Record]:
    """The records between two offsets.

    By their first bytes they are packed or not, if none says.
    """
    if packed is None:
        packed = _is_packed(file, begin, stop)
    offset = begin
    while offset < stop:
        allowance.count()
        record, offset = read_record(file, offset, stop, packed=packed, allowance=allowance)
        if record is not None:
            yield record


def _next_beginning(file: BinaryIO, begin: int, *, packed: bool) -> int | None:
    """Where, from an offset on, a record may begin.

    None after too many places that look like one.
    """
    mark = MAGIC + b"\x08" if packed else b"\r\n\r\n" + OPENS + b"1."
    for _ in range(_MOST_TRIES):
        found = _next_place(file, begin, mark)
        if found is None:
            return None
        file.seek(found)
        try:
            if not packed:
                return found + len(b"\r\n\r\n")
            if io.BufferedReader(Member(file)).peek(1).startswith(OPENS):
                return found
        except (CutError, DamagedError):
            pass
        begin = found + 1
    return None


def _next_place(file: BinaryIO, begin: int, mark: bytes) -> int | None:
    file.seek(begin)
    before = b""
    while piece := file.read(PIECE):
        window = before + piece
        if (at := window.find(mark)) >= 0:
            return file.tell() - len(window) + at
        before = window[1 - len(mark) :]
    return None
