"""ZIP packages, as office documents and saved pages are: what they hold, opened within bounds."""

import zipfile
import zlib
from enum import Enum, auto
from io import BytesIO

BEGINNING = b"PK\x03\x04"
"""How a package begins (APPNOTE.TXT, 4.3.7)."""
MOST_BYTES = 200_000_000
"""Of all parts together, inflated."""
DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)
"""What reading a package raises that is broken."""

_MOST_PARTS = 5_000
_ENCRYPTED = 0x1  # bit of a part's flags


class Refusal(Enum):
    """Why a package is not opened."""

    BEYOND_MEASURE = auto()
    PASSWORD = auto()
    BROKEN = auto()


def part_names(data: bytes) -> tuple[str, ...]:
    """The names of a package's parts, in its order.

    None where bytes are no package, or a broken one.
    """
    if not data.startswith(BEGINNING):
        return ()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return tuple(package.namelist())
    except DAMAGE:
        return ()


def refusal(data: bytes) -> Refusal | None:
    """Why a package is not to be opened; None where each part was inflated and is sound."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                return Refusal.BEYOND_MEASURE
            if any(part.flag_bits & _ENCRYPTED for part in parts):
                return Refusal.PASSWORD
            return None if package.testzip() is None else Refusal.BROKEN
    except DAMAGE:
        return Refusal.BROKEN


def part(data: bytes, name: str) -> bytes:
    """The bytes of one part of a package that is not refused.

    Raises:
        KeyError: It has no such part.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name)
