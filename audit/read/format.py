"""In which format an article is written."""

import re
from pathlib import PurePath

from audit.errors import UsageError
from audit.model import Format

_BY_SUFFIX = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".docx": Format.DOCX,
}
SUFFIXES = tuple(_BY_SUFFIX)
"""How the names of article files end."""

_BY_MEDIA_TYPE = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
    "text/plain": Format.TEXT,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Format.DOCX,
}
_SNIFFED = 1024  # bytes
_HTML_BEGINS = re.compile(
    rb"<(?:!doctype\s+html|!--|html|head|body|meta|title|script|style|link|article|main|section"
    rb"|header|div|h[1-6]|p|blockquote|ul|ol|table|a|b|br)[\s/>-]",
    re.IGNORECASE,
)


def article_format(
    data: bytes, asked: str | Format | None, content_type: str | None, name: str | None
) -> Format:
    """The format asked for, else by media type, else by file suffix, else by how the bytes begin.

    Raises:
        UsageError: ``asked`` is no format.
    """
    if asked is not None:
        return _asked(asked)
    media_type = (content_type or "").partition(";")[0].strip().lower()
    suffix = PurePath(name or "").suffix.lower()
    known = _BY_MEDIA_TYPE.get(media_type) or _BY_SUFFIX.get(suffix)
    return known or _sniffed(data)


def _asked(asked: str | Format) -> Format:
    try:
        return Format(asked)
    except ValueError:
        known = ", ".join(Format)
        raise UsageError(f"{asked!r} is not a format of articles: use one of {known}") from None


def _sniffed(data: bytes) -> Format:
    beginning = data[:_SNIFFED].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    return Format.HTML if _HTML_BEGINS.match(beginning) else Format.TEXT
