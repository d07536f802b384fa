"""What a source is written in: told by its header, its name, then its first characters."""

import re
from enum import Enum, auto


class Kind(Enum):
    """What a source is written in."""

    HTML = auto()
    XHTML = auto()
    XML = auto()
    JSON = auto()
    MARKDOWN = auto()
    TEXT = auto()
    NO_TEXT = auto()


_BY_TYPE = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.XHTML,
    "application/xml": Kind.XML,
    "text/xml": Kind.XML,
    "application/json": Kind.JSON,
    "text/json": Kind.JSON,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.MARKDOWN,
    "text/x-markdown": Kind.MARKDOWN,
    "text/vtt": Kind.TEXT,
    "text/srt": Kind.TEXT,
    "application/x-subrip": Kind.TEXT,
}
_NO_TEXT = ("audio/", "font/", "image/", "video/")
_BY_NAME = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".srt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".vtt": Kind.TEXT,
}
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes; some servers put line ends before a PDF
_SNIFFED = 100_000  # characters in which a file without a type shows that it is HTML
_ROOT = re.compile(  # possessive: what stands before the root is read once, in one way
    r"\ufeff?(?:\s++|<!--.{0,500}?-->|<!DOCTYPE[^<>]{0,500}+>|<\?[^<>]{0,500}+>)*+"
    r"<([A-Za-z][\w:.-]{0,50}+)[\s>]",
    re.DOTALL,
)
_HTML = re.compile(
    r"<(?:!doctype\s|!--|/[a-z][a-z0-9]*\s*>|(?:body|br|div|head|html|meta|p|title)[\s>])",
    re.IGNORECASE,
)
_XML_DECLARATION = re.compile(r"\ufeff?\s{0,99}<\?xml\s")
_FEEDS = frozenset({"feed", "rdf:rdf", "rss"})


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF, whatever is said of them."""
    return data[:_PDF_WITHIN].lstrip().startswith(_PDF)


def kind_of(content_type: str | None, url: str | None) -> Kind | None:
    """What the Content-Type says, or else the name at the end of the address; None where neither does."""
    media_type = (content_type or "").partition(";")[0].strip().lower()
    kind = _BY_TYPE.get(media_type)
    if kind is None and media_type.startswith(_NO_TEXT):
        return Kind.NO_TEXT
    if kind is None and media_type.endswith("+json"):
        return Kind.JSON
    if kind is None and media_type.endswith("+xml"):
        return Kind.XML
    if kind in (Kind.TEXT, None):
        name = (url or "").partition("#")[0].partition("?")[0].lower()
        return next((of for end, of in _BY_NAME.items() if name.endswith(end)), kind)
    return kind


def kind_of_text(text: str) -> Kind | None:
    """What a text that is said to be XML, or nothing, is: told by its first element and its tags."""
    root = _ROOT.match(text)
    name = root[1].lower() if root else ""
    if name == "html":
        return (
            Kind.XHTML
            if _XML_DECLARATION.match(text) and "<html xmlns" in text[:5000]
            else Kind.HTML
        )
    if name in _FEEDS:
        return Kind.XML
    if _HTML.search(text, 0, _SNIFFED) and not _XML_DECLARATION.match(text):
        return Kind.HTML
    return Kind.XML if root and _XML_DECLARATION.match(text) else None
