"""The bytes of an article's file, and whether they can be an article at all."""

from itertools import chain
from pathlib import Path

from audit.errors import ReadError
from audit.files import read_file
from audit.markup.characters.charset import is_utf_16
from audit.markup.package import has_password
from audit.read.meant import what_is_meant
from audit.read.reader import PACKED

MAX_BYTES = 20_000_000
"""Larger than any article; smaller than what would exhaust a small machine."""

_WHAT_ELSE = "save the article as HTML, Markdown or plain text"

# Magic numbers: what files begin with, as their formats define it.
_BINARY = (
    (b"%PDF-", "a PDF"),
    (PACKED, "a ZIP archive (a Word, EPUB or other packed document)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
)


# What packed documents begin with, where the list of their parts is lost or lacks the text: the
# name of their first part, and its words where they are not packed (APPNOTE.TXT, 4.3.7).
_BROKEN = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "a broken OpenDocument text"),
    (b"[Content_Types].xml", "a broken Word document or another office file"),
    (b"word/", "a broken Word document"),
)
_BY_NAME = ((".odt", "a broken OpenDocument text"), (".docx", "a broken Word document"))
_NAME_AT = 30  # bytes behind the beginning


def load(path: Path) -> bytes:
    """The bytes of the file at ``path``.

    Raises:
        ReadError: It is missing, a directory, not a regular file, not permitted or too large.
    """
    try:
        if path.is_dir():
            raise ReadError(f"{path} is a directory: name the article's file in it")
        if path.exists() and not path.is_file():
            raise ReadError(
                f"{path} is not a regular file: pass the article on standard input, '-'"
            )
        return read_file(path, MAX_BYTES)
    except FileNotFoundError:
        raise ReadError(f"{path} does not exist: {what_is_meant(str(path))}") from None
    except PermissionError:
        raise ReadError(f"{path} may not be read: change its permissions") from None
    except ValueError:  # a NUL in the name
        raise ReadError(f"{str(path)!r} is not a file name") from None
    except OSError as error:
        raise ReadError(f"{path} cannot be read: {error.strerror or error}") from None


def refuse_what_is_no_text(data: bytes, name: str) -> None:
    """Refuses bytes that cannot be an article.

    Args:
        data: The whole content.
        name: What messages call it.

    Raises:
        ReadError: It is empty, larger than ``MAX_BYTES`` or binary.
    """
    if not data:
        raise ReadError(f"{name} is empty: {_WHAT_ELSE}")
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // 1_000_000
        raise ReadError(f"{name} is larger than {size} MB: {_WHAT_ELSE}, without its pictures")
    begun = (kind for mark, kind in _BROKEN if data.startswith(mark, _NAME_AT))
    by_name = (kind for suffix, kind in _BY_NAME if name.lower().endswith(suffix))
    broken = next(chain(begun, by_name), None) if data.startswith(PACKED) else None
    if broken is not None:
        raise ReadError(f"{name} is {broken}: save it anew")
    if has_password(data):
        raise ReadError(f"{name} is an Office document with a password: save it without one")
    if kind := _binary_kind(data):
        raise ReadError(f"{name} is {kind}, not text: {_WHAT_ELSE}")


def _binary_kind(data: bytes) -> str | None:
    for magic, kind in _BINARY:
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"AVI ", b"WAVE"}:
        return "a picture, sound or film"
    if data[4:8] == b"ftyp":
        return "a film or picture"
    if b"\x00" not in data:
        return None

    return None if is_utf_16(data) else "a binary file"
