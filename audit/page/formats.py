"""From the bytes of a source to its page: in which format it is written, and who reads it.

What decides, in this order: the media type; where that says plain text or nothing that is known,
how the name in the address ends; then the bytes, which the readers that may be asked look at in
the order of ``READERS``. The first that finds its format reads the source; the last one takes
whatever is left.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from audit.markup.characters.charset import is_no_text
from audit.model import Page, Zone
from audit.page import (
    NO_WORDS,
    captions,
    markdown,
    not_text,
    plain_text,
    xml_page,
)
from audit.page.documents import mail, office, packed, rich_text, web_archive
from audit.page.html import page as html_page
from audit.page.json import page as json_page
from audit.page.layout import joined, unread
from audit.page.pdf import page as pdf_page
from audit.page.reader import PageReader, Received, Unwrapped
from audit.page.recordings import events, timed_text
from audit.page.sparse import has_hardly_any_words

READERS: tuple[PageReader, ...] = (
    pdf_page.READER,
    office.DOCX_READER,
    office.ODT_READER,
    web_archive.READER,
    packed.READER,
    rich_text.READER,
    mail.READER,
    not_text.READER,
    captions.READER,
    events.READER,
    timed_text.READER,
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
_WRAPPED_TWICE = "a saved page inside another one is not read: give it as a file of its own"


def source_text(
    data: bytes,
    content_type: str | None = None,
    url: str | None = None,
    *,
    packed_only: bool = False,
) -> Page:
    """The text of a source, in any format that is read here; never an error.

    Args:
        data: The body as received, after transfer and content decoding.
        content_type: The Content-Type header, if there was one; without one, the bytes tell.
        url: Where it came from.
        packed_only: Whether the bytes look like no text: then only formats that are none are tried.

    Returns:
        The page. What holds no text that can be read is empty and not whole; so is not whole what
        says of itself that a subscription hides a part of it.
    """
    if not data:
        return Page("", (), url=url)
    source = Received(data, content_type, url, _said(content_type, url))
    page = _read(source, packed_only=packed_only or is_no_text(data))
    if isinstance(page, Unwrapped):
        page = _together(page, url)
    if page.whole and not page.text.strip():
        return replace(page, whole=False, why_not_whole=NO_WORDS)
    return replace(page, sparse=True) if _is_sparse(page) else page


def _is_sparse(page: Page) -> bool:
    """Whether a page shows too few words to be sure that it is the text; a post may be as short."""
    return page.post is None and has_hardly_any_words(
        (page.text[block.start : block.end], block.zone) for block in page.blocks
    )


def _read(source: Received, *, packed_only: bool) -> Page | Unwrapped:
    asked = (
        reader
        for reader in READERS
        if (reader.packed if packed_only else reader.is_asked(source.said))
    )
    for reader in asked:
        if (page := reader.read(source)) is not None:
            return page
    return unread("not text" if is_no_text(source.data) else "", source.url)


def _together(unwrapped: Unwrapped, url: str | None) -> Page:
    """The pages inside a source as one; what is wrapped once more is not read."""
    pages: list[Page] = []
    why = unwrapped.why_not_whole
    for inner in unwrapped.inner:
        said = _said(inner.content_type, None)
        page = _read(Received(inner.data, inner.content_type, url, said), packed_only=False)
        if isinstance(page, Unwrapped):
            why = why or _WRAPPED_TWICE
            continue
        pages.append(page)
        why = why or page.why_not_whole
    if len(pages) == 1 and not why:
        return replace(pages[0], title=pages[0].title or unwrapped.title)
    text, blocks = joined(chain.from_iterable(map(_blocks_of, pages)))
    titles = (page.title for page in pages)
    return Page(
        text,
        blocks,
        title=next(filter(None, titles), unwrapped.title),
        language=next((page.language for page in pages), None),
        url=url,
        whole=not why,
        why_not_whole=why,
        for_subscribers=any(page.for_subscribers for page in pages),
    )


def _blocks_of(page: Page) -> Sequence[tuple[str, Zone]]:
    return [(page.text[block.start : block.end], block.zone) for block in page.blocks]


def _said(content_type: str | None, url: str | None) -> str | None:
    """The format that the Content-Type says, or else the name at the end of the address."""
    media_type = (content_type or "").partition(";")[0].strip().lower()
    said = next((reader.format for reader in READERS if reader.has_type(media_type)), None)
    if said not in _NAMED:
        return said
    name = (url or "").partition("#")[0].partition("?")[0].lower()
    return next((reader.format for reader in READERS if name.endswith(reader.suffixes)), said)
