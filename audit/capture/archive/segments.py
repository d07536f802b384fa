"""Where in a file records stand: in all of it or, in a WACZ, in the archives stored uncompressed.

Nothing is ever unpacked to disk, so that the names inside mean nothing (WACZ 1.1.1: archives are
stored in ZIP without compression, exactly so that records can be read where they are).
"""

import hashlib
import json
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from audit.errors import CaptureError

ZIP = b"PK\x03\x04"
_LOCAL_HEADER = struct.Struct(
    "<4s22xHH"
)  # APPNOTE.TXT 4.3.7: signature … name length, extra length
_END = struct.Struct("<4s8xI")  # 4.3.16: signature … size of the central directory at 12
_END_SIGNATURE = b"PK\x05\x06"
_LONGEST_END = 65_557
_LARGEST_DIRECTORY = 8_000_000  # bytes: some 100,000 files
_LARGEST_DATAPACKAGE = 4_000_000  # bytes
_PIECE = 1 << 20

Segment = tuple[int, int]
"""Where a run of records begins and ends, in bytes of the file."""


def segments(path: Path, file: BinaryIO, size: int) -> list[Segment]:
    """The parts of a file that hold records.

    Raises:
        CaptureError: It is a ZIP file, and no sound WACZ.
        OSError: It cannot be read.
    """
    file.seek(0)
    if file.read(len(ZIP)) != ZIP:
        return [(0, size)]
    try:
        return list(_of_wacz(path, file, size))
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, RecursionError):
        raise _unsound(path, "its ZIP directory is broken") from None


def _of_wacz(path: Path, file: BinaryIO, size: int) -> Iterator[Segment]:
    if _directory_size(file, size) > _LARGEST_DIRECTORY:
        raise _unsound(path, "it lists too many files")
    with zipfile.ZipFile(file) as archive:
        digests = _digests(path, archive)
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    before = 0
    for info in infos:
        name = info.filename
        if not name.startswith("archive/") or not name.endswith((".warc", ".warc.gz")):
            continue
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
            raise _unsound(path, f"{name} is compressed or encrypted")
        file.seek(info.header_offset)
        signature, name_length, extra_length = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
        begin = info.header_offset + _LOCAL_HEADER.size + name_length + extra_length
        end = begin + info.file_size
        if signature != ZIP or info.header_offset < before or end > size:
            raise _unsound(path, "its files overlap or lie outside it")
        before = end
        if digests.get(name, "") not in {"", _sha256(file, begin, end)}:
            raise _unsound(path, f"{name} is not what its datapackage.json says")
        yield begin, end


def _directory_size(file: BinaryIO, size: int) -> int:
    file.seek(max(size - _LONGEST_END, 0))
    tail = file.read(_LONGEST_END)
    at = tail.rfind(_END_SIGNATURE)
    if at < 0:
        raise zipfile.BadZipFile
    _, length = _END.unpack_from(tail, at)
    return int(length)  # 0xFFFFFFFF where ZIP64 has it: too large for us


def _digests(path: Path, archive: zipfile.ZipFile) -> dict[str, str]:
    """The SHA-256 that the datapackage gives for each file."""
    try:
        with archive.open("datapackage.json") as file:
            text = file.read(_LARGEST_DATAPACKAGE + 1)
    except (KeyError, RuntimeError):  # the latter when it is encrypted
        raise _unsound(path, "it has no datapackage.json") from None
    package: Any = json.loads(text)
    resources = package.get("resources") if isinstance(package, dict) else None
    if len(text) > _LARGEST_DATAPACKAGE or not isinstance(resources, list):
        raise _unsound(path, "its datapackage.json lists no files")
    return {
        str(resource.get("path")): str(resource.get("hash")).removeprefix("sha256:")
        for resource in resources
        if isinstance(resource, dict) and str(resource.get("hash")).startswith("sha256:")
    }


def _sha256(file: BinaryIO, begin: int, end: int) -> str:
    file.seek(begin)
    digest = hashlib.sha256()
    left = end - begin
    while left and (piece := file.read(min(left, _PIECE))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


def _unsound(path: Path, why: str) -> CaptureError:
    return CaptureError(f"{path}: not a sound WACZ file ({why}); use another copy")
