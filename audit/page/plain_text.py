"""Plain text to a page: a block for each stretch of lines between blank ones."""

from audit.markup.characters.charset import is_binary
from audit.model import Page
from audit.page.layout import paragraphs, unread
from audit.page.reader import PageReader, Received


def _read(source: Received) -> Page:
    if source.said is None and is_binary(source.data):
        return unread("not text", source.url)
    text = source.lines
    why = "its JSON cannot be read" if source.said == "json" else ""
    return Page(text, tuple(paragraphs(text)), url=source.url, whole=not why, why_not_whole=why)


READER = PageReader(
    "text", _read, media_types=("text/plain",), suffixes=(".text", ".txt"), always=True
)
