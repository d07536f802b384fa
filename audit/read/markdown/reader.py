"""The reader of Markdown articles."""

from dataclasses import replace

from audit.errors import ReadError
from audit.model import Format
from audit.read.decoding import decode_text
from audit.read.parsed import Parsed
from audit.read.reader import Given, Reader

MOST_SIGNS = 500_000
"""The signs of emphasis and links that a file may have: each costs as much as ten other signs.

A megabyte of prose with a link in every sentence has some ten thousand.
"""


def _read(data: bytes, given: Given) -> Parsed:
    from audit.read.markdown.article import read_markdown  # noqa: PLC0415 — only Markdown needs it

    decoded = decode_text(data, given.called)
    signs = sum(map(decoded.count, "[*_"))
    if signs > MOST_SIGNS:
        raise ReadError(
            f"{given.called} has {signs} of the signs [, * and _, more than {MOST_SIGNS}: it is no"
            " article, or save only the article"
        )
    return replace(read_markdown(decoded), decoded=decoded)


READER = Reader(
    Format.MARKDOWN,
    (".md", ".markdown"),
    ("text/markdown", "text/x-markdown"),
    _read,
)
