"""The reader of Word documents."""

from audit.errors import ReadError
from audit.model import Format
from audit.read.parsed import Parsed
from audit.read.reader import PACKED, Given, Reader


def _is_docx(data: bytes) -> bool:
    if not data.startswith(PACKED):
        return False
    from audit.read.word.docx import is_docx  # noqa: PLC0415 — only packed documents need it

    return is_docx(data)


def _read(data: bytes, given: Given) -> Parsed:
    if not _is_docx(data):
        raise ReadError(f"{given.called} is no Word document: check that it is the right file")
    from audit.read.word.docx import read_docx  # noqa: PLC0415 — as above

    return read_docx(data, given.called)


READER = Reader(
    Format.DOCX,
    (".docx",),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    _read,
    _is_docx,
    packed=True,
)
