"""What the markup of a source is, told by its first element and its tags."""

import re
from enum import Enum, auto


class Root(Enum):
    """What markup is."""

    HTML = auto()
    XHTML = auto()
    XML = auto()


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


def root_of(text: str) -> Root | None:
    """What a text that is said to be XML, or nothing, is: told by its first element and its tags."""
    root = _ROOT.match(text)
    name = root[1].lower() if root else ""
    if name == "html":
        return (
            Root.XHTML
            if _XML_DECLARATION.match(text) and "<html xmlns" in text[:5000]
            else Root.HTML
        )
    if name in _FEEDS:
        return Root.XML
    if _HTML.search(text, 0, _SNIFFED) and not _XML_DECLARATION.match(text):
        return Root.HTML
    return Root.XML if root and _XML_DECLARATION.match(text) else None
