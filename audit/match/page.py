"""From the bytes of a source to its text, block by block, each with its zone.

The order of the text: what a reader sees, in reading order; then the ``articleBody`` of the page's
JSON-LD; then what no reader sees.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import Enum, auto

from audit.match.charset import decode_page, is_binary
from audit.match.fragments import fragment_lines
from audit.match.html_text import html_text
from audit.match.json_ld import parse_json, structured_article
from audit.match.json_text import json_text
from audit.match.post_facts import post_facts
from audit.model import Page, PageBlock, Zone


class _Kind(Enum):
    HTML = auto()
    JSON = auto()
    TEXT = auto()


_KINDS = {
    "text/html": _Kind.HTML,
    "application/xhtml+xml": _Kind.HTML,
    "application/json": _Kind.JSON,
    "text/json": _Kind.JSON,
    "text/plain": _Kind.TEXT,
    "text/markdown": _Kind.TEXT,
    "text/x-markdown": _Kind.TEXT,
}
_NO_TEXT = ("audio/", "font/", "image/", "video/")
_TEXT_NAMES = (".md", ".markdown", ".txt", ".text")
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes; some servers put line ends before a PDF
_SNIFFED = 100_000  # characters in which a file without a type shows that it is HTML
_HTML = re.compile(
    r"<(?:!doctype\s|!--|/[a-z][a-z0-9]*\s*>|(?:body|br|div|head|html|meta|p|title)[\s>])",
    re.IGNORECASE,
)


def source_text(data: bytes, content_type: str | None = None, url: str | None = None) -> Page:
    """The text of a source: HTML, JSON or plain text, in any encoding; never an error.

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
    if data[:_PDF_WITHIN].lstrip().startswith(_PDF):
        return _unread("a PDF", url)
    media_type = (content_type or "").partition(";")[0].strip().lower()
    if media_type.startswith(_NO_TEXT):
        return _unread("not text", url)
    kind = _Kind.JSON if media_type.endswith("+json") else _KINDS.get(media_type)
    if kind is None and (url or "").lower().endswith(_TEXT_NAMES):
        kind = _Kind.TEXT
    text = decode_page(data, content_type)
    if kind in (_Kind.JSON, None) and text.lstrip()[:1] in ("{", "["):
        value = parse_json(text)
        if value is not None:
            return _json_page(value, url)
    if kind is _Kind.HTML or (kind is None and _HTML.search(text, 0, _SNIFFED)):
        return _html_page(text, url)
    if kind is None and is_binary(data):
        return _unread("not text", url)
    return _text_page(text, url)


def _html_page(markup: str, url: str | None) -> Page:
    found = html_text(markup)
    article = structured_article(found.scripts)
    structured = (
        (line, Zone.STRUCTURED) for body in article.bodies for line in fragment_lines(body)
    )
    hidden = ((text, Zone.HIDDEN) for text in found.hidden)
    text, blocks = _joined((*found.blocks, *structured, *hidden))
    return Page(
        text,
        blocks,
        title=found.title,
        language=found.language,
        url=url,
        whole=article.free,
        why_not_whole="" if article.free else "behind a subscription",
    )


def _json_page(value: object, url: str | None) -> Page:
    facts = post_facts(value)
    if facts.is_notice:
        return _unread(facts.cut, url)
    found = json_text(value)
    if found.is_post and not found.paragraphs:
        return _unread("an embed without the words of the post", url)
    text, blocks = _joined((paragraph, Zone.MAIN) for paragraph in found.paragraphs)
    page = Page(text, blocks, title=found.author, url=url, post=facts.post)
    return replace(page, whole=False, why_not_whole=facts.cut) if facts.cut else page


def _text_page(text: str, url: str | None) -> Page:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Page(text, tuple(_paragraphs(text)), url=url)


def _paragraphs(text: str) -> Iterator[PageBlock]:
    """The stretches of lines between blank lines, without the white space around them."""
    start = end = at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            if start == end:
                start = at + len(line) - len(line.lstrip())
            end = at + len(line.rstrip())
        elif end > start:
            yield PageBlock(start, end, Zone.MAIN)
            start = end
        at += len(line) + 1
    if end > start:
        yield PageBlock(start, end, Zone.MAIN)


def _joined(parts: Iterable[tuple[str, Zone]]) -> tuple[str, tuple[PageBlock, ...]]:
    """Blocks as one text, a line end between them, so that words neither glue nor split."""
    texts: list[str] = []
    blocks: list[PageBlock] = []
    at = 0
    for text, zone in parts:
        texts.append(text)
        blocks.append(PageBlock(at, at + len(text), zone))
        at += len(text) + 1
    return "\n".join(texts), tuple(blocks)


def _unread(why: str, url: str | None) -> Page:
    return Page("", (), url=url, whole=False, why_not_whole=why)
