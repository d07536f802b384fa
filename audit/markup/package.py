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
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_TYPE_STANDS_IN = (
    200  # bytes, unpacked at the beginning of the file (OpenDocument 1.3, part 2, 3.3)
)


_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins a compound file ([MS-CFB], 2.2)
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # names its part ([MS-OFFCRYPTO], 2.3.4.4)


def has_password(data: bytes) -> bool:
    """Whether bytes are an office document of today that a password locks: no package outside."""
    return data.startswith(_COMPOUND) and _LOCKED in data


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


def is_open_document(data: bytes) -> bool:
    """Whether bytes are a packed OpenDocument text."""
    return _ODT_TYPE in data[:_TYPE_STANDS_IN] and {"content.xml", "mimetype"} <= {
        *part_names(data)
    }


def refusal(data: bytes) -> Refusal | None:
    """Why a package is not to be opened; None where each part was inflated and is sound."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                return Refusal.BEYOND_MEASURE
            if any(part.flag_bits & _ENCRYPTED for part in parts) or _is_sealed(package):
                return Refusal.PASSWORD
            return None if package.testzip() is None else Refusal.BROKEN
    except DAMAGE:
        return Refusal.BROKEN


def _is_sealed(package: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument package says that parts of it are encrypted (part 2, 4.4)."""
    named = {part.filename: part for part in package.infolist()}
    manifest = named.get("META-INF/manifest.xml")
    return manifest is not None and b":encryption-data" in package.read(manifest)


def part(data: bytes, name: str) -> bytes:
    """The bytes of one part of a package that is not refused.

    Raises:
        KeyError: It has no such part.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(name)
