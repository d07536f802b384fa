"""The reader of OpenDocument texts."""

from audit.errors import ReadError
from audit.model import Format
from audit.read.parsed import Parsed
from audit.read.reader import PACKED, Given, Reader


def _is_odt(data: bytes) -> bool:
    if not data.startswith(PACKED):
        return False
    from audit.markup.package import is_open_document  # noqa: PLC0415 — only packed documents need it

    return is_open_document(data)


def _read(data: bytes, given: Given) -> Parsed:
    if not _is_odt(data):
        raise ReadError(f"{given.called} is no OpenDocument text: check that it is the right file")
    from audit.read.opendocument.odt import read_odt  # noqa: PLC0415 — only such documents need it

    return read_odt(data, given.called)


READER = Reader(
    Format.ODT,
    (".odt",),
    ("application/vnd.oasis.opendocument.text",),
    _read,
    _is_odt,
    packed=True,
)
"""The words of an OpenDocument text's paragraphs, with their links, footnotes and comments."""
