"""The reader of Markdown articles."""

from dataclasses import replace

from audit.model import Format
from audit.read.decoding import decode_text
from audit.read.parsed import Parsed
from audit.read.reader import Given, Reader


def _read(data: bytes, given: Given) -> Parsed:
    from audit.read.markdown.article import read_markdown  # noqa: PLC0415 — only Markdown needs it

    decoded = decode_text(data, given.called)
    return replace(read_markdown(decoded), decoded=decoded)


READER = Reader(
    Format.MARKDOWN,
    (".md", ".markdown"),
    ("text/markdown", "text/x-markdown"),
    _read,
)
