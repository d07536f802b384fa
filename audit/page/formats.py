"""From the bytes of a source to its page: in which format it is written, and who reads it.

What decides, in this order: the media type; where that says plain text or nothing that is known,
how the name in the address ends; then the bytes, which the readers that may be asked look at in
the order of ``READERS``. The first that finds its format reads the source; the last one takes
whatever is left.
"""

from dataclasses import replace

from audit.model import Page
from audit.page import (
    NO_WORDS,
    captions,
    markdown,
    not_text,
    plain_text,
    xml_page,
)
from audit.page.html import page as html_page
from audit.page.json import page as json_page
from audit.page.pdf import page as pdf_page
from audit.page.reader import PageReader, Received

READERS: tuple[PageReader, ...] = (
    pdf_page.READER,
    not_text.READER,
    captions.READER,
    json_page.READER,
    html_page.READER,
    html_page.XHTML_READER,
    xml_page.READER,
    markdown.READER,
    plain_text.READER,
)
"""Every format of sources, in the order in which the bytes are asked: one line for each."""

_NAMED = (plain_text.READER.format, captions.READER.format, None)
"""Servers say plain text of what they do not know: then the name counts."""


def source_text(data: bytes, content_type: str | None = None, url: str | None = None) -> Page:
    """The text of a source: HTML, XML, JSON, Markdown, captions, PDF or plain text; never an error.

    Args:
        data: The body as received, after transfer and content decoding.
        content_type: The Content-Type header, if there was one; without one, the bytes tell.
        url: Where it came from.

    Returns:
        The page. What holds no text that can be read is empty and not whole; so is not whole what
        says of itself that a subscription hides a part of it.
    """
    if not data:
        return Page("", (), url=url)
    source = Received(data, content_type, url, _said(content_type, url))
    asked = (reader for reader in READERS if reader.is_asked(source.said))
    pages = (page for reader in asked if (page := reader.read(source)) is not None)
    page = next(pages)
    if page.whole and not page.text.strip():
        return replace(page, whole=False, why_not_whole=NO_WORDS)
    return page


def _said(content_type: str | None, url: str | None) -> str | None:
    """The format that the Content-Type says, or else the name at the end of the address."""
    media_type = (content_type or "").partition(";")[0].strip().lower()
    said = next((reader.format for reader in READERS if reader.has_type(media_type)), None)
    if said not in _NAMED:
        return said
    name = (url or "").partition("#")[0].partition("?")[0].lower()
    return next((reader.format for reader in READERS if name.endswith(reader.suffixes)), said)
