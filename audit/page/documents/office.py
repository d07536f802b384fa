"""Word and OpenDocument files to pages: the words as they will be printed, paragraph by paragraph.

Office Open XML (ECMA-376, part 1) and OpenDocument 1.3. Tracked changes are read as accepted,
comments are not read. Words that are struck out or hidden stand in the page as words that no reader
sees.
"""

import re
from collections.abc import Iterator

from audit.markup.package import (
    MOST_BYTES,
    Refusal,
    is_open_document,
    part,
    part_names,
    refusal,
)
from audit.model import Page, Zone
from audit.page.documents.paragraphs import Paragraphs
from audit.page.layout import joined, unread
from audit.page.reader import PageReader, Received

_LARGEST_PART = 50_000_000  # bytes of XML
_DOCX_TEXT = re.compile(r"word/document\d{0,3}\.xml")
_DOCX_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_REFUSED = {
    Refusal.BEYOND_MEASURE: f"it unpacks to more than {MOST_BYTES // 1_000_000} MB: save it without its pictures",
    Refusal.PASSWORD: "it is protected by a password: save it without one",
    Refusal.BROKEN: "a broken document: save it anew",
}


def _read_docx(source: Received) -> Page | None:
    names = part_names(source.data)
    text = next((name for name in names if _DOCX_TEXT.fullmatch(name)), None)
    return _page(source, [text, *_DOCX_NOTES]) if text is not None else None


def _read_odt(source: Received) -> Page | None:
    return _page(source, ["content.xml"]) if is_open_document(source.data) else None


def _page(source: Received, wanted: list[str]) -> Page:
    refused = refusal(source.data)
    if refused is not None:
        return unread(_REFUSED[refused], source.url)
    blocks: list[tuple[str, Zone]] = []
    for name in wanted:
        try:
            blocks.extend(_blocks(source.data, name))
        except ValueError as error:
            return unread(str(error), source.url)
    text, placed = joined(blocks)
    return Page(text, placed, url=source.url)


def _blocks(data: bytes, name: str) -> Iterator[tuple[str, Zone]]:
    """The blocks of one part, none where it is missing.

    Raises:
        ValueError: It is no XML, or XML that is not read here; says which.
    """
    from lxml import etree  # noqa: PLC0415 — slow to import, and few sources are documents

    if name not in part_names(data):
        return
    xml = part(data, name)
    if len(xml) > _LARGEST_PART:
        raise ValueError(_REFUSED[Refusal.BEYOND_MEASURE])
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise ValueError("a document with entities of its own, which are not expanded")
    heard = Paragraphs()
    parser = etree.XMLParser(
        target=heard, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise ValueError(_REFUSED[Refusal.BROKEN]) from None
    yield from heard.blocks


DOCX_READER = PageReader(
    "docx",
    _read_docx,
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    suffixes=(".docx",),
    always=True,
    packed=True,
)
ODT_READER = PageReader(
    "odt",
    _read_odt,
    media_types=("application/vnd.oasis.opendocument.text",),
    suffixes=(".odt",),
    always=True,
    packed=True,
)
