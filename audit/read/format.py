"""In which format an article is written, and who reads it: one line for each format."""

from pathlib import PurePath

from audit.errors import UsageError
from audit.read import text
from audit.read.html import reader as html
from audit.read.markdown import reader as markdown
from audit.read.opendocument import reader as opendocument
from audit.read.reader import Reader
from audit.read.word import reader as word

READERS: tuple[Reader, ...] = (
    html.READER,
    markdown.READER,
    text.READER,
    word.READER,
    opendocument.READER,
)
"""Every format of articles, in the order in which they are named and sniffed."""


def formats() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(str(reader.format) for reader in READERS)


def suffixes() -> tuple[str, ...]:
    """How the names of article files end."""
    return tuple(suffix for reader in READERS for suffix in reader.suffixes)


def packed_reader(data: bytes) -> Reader | None:
    """The reader of a format that is no text, where the bytes are of one."""
    return next((reader for reader in READERS if reader.packed and reader.sniff(data)), None)


def reader_for(
    data: bytes, asked: str | None, content_type: str | None, name: str | None
) -> Reader:
    """The reader asked for, else by media type, else by file suffix, else by how the bytes begin.

    Raises:
        UsageError: ``asked`` is no format.
    """
    if asked is not None:
        return _asked(asked)
    media_type = (content_type or "").partition(";")[0].strip().lower()
    suffix = PurePath(name or "").suffix.lower()
    by_type = (reader for reader in READERS if media_type in reader.media_types)
    by_suffix = (reader for reader in READERS if suffix in reader.suffixes)
    sniffed = (reader for reader in READERS if not reader.packed and reader.sniff(data))
    return next(by_type, None) or next(by_suffix, None) or next(sniffed, text.READER)


def _asked(asked: str) -> Reader:
    for reader in READERS:
        if reader.format == asked:
            return reader
    known = ", ".join(formats())
    raise UsageError(f"{asked!r} is not a format of articles: use one of {known}")
