"""What markup is by its first element and tags: HTML, XHTML or XML.

And what its document type holds. Entities that a document declares for itself are not expanded:
that is how a few bytes become gigabytes. Words that stand only in one are not compared.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from html.entities import html5


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
XHTML_SUFFIXES = (".xhtml", ".xht")
_FEEDS = frozenset({"feed", "rdf:rdf", "rss"})

_WITHIN = 100_000  # characters in which a document type begins
_DOCTYPE = re.compile(
    r"<!DOCTYPE\b([^\[<>\"']*+(?:\"[^\"]*+\"|'[^']*+'))*+[^\[<>\"']*+\[", re.IGNORECASE
)
_SUBSET = re.compile(  # a comment that nothing closes is read to the end, once
    r"(?:[^\]\"'<]++|\"[^\"]*+\"|'[^']*+'|<!--(?:[^-]++|-(?!->))*+(?:-->|\Z)|<)*+\]\s*+>"
)
_DECLARED = re.compile(r"<!ENTITY\s++([^\s%\"'<>]++)")
_OF_PARAMETERS = re.compile(r"%[^\s%;\"'<>&]{1,100};")
_USED = re.compile(r"&([A-Za-z_:\x80-\U0010ffff][^\s&;<>\"'=]{0,99});")
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_EVERYWHERE = frozenset(
    {"amp", "apos", "gt", "lt", "quot"}
)  # XML 1.0, 4.6: they mean the same when declared


def root_of(text: str) -> Root | None:
    """What a text said to be XML, or nothing, is: told by its first element and its tags."""
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


def is_xhtml(text: str, content_type: str | None, name: str | None) -> bool:
    """Whether a page of HTML is read as XML: as its media type says, else its name, else its root.

    Args:
        text: Its characters.
        content_type: Its Content-Type, if it came with one.
        name: Its name or address, if it has one.
    """
    media_type = (content_type or "").partition(";")[0].strip().lower()
    if media_type:
        return media_type == "application/xhtml+xml"
    if (name or "").lower().endswith(XHTML_SUFFIXES):
        return True
    return root_of(without_subset(text)[0]) is Root.XHTML


def without_subset(markup: str) -> tuple[str, str]:
    """A document without the internal subset of its document type (XML 1.0, 2.8), and that subset.

    Spaces stand in its place: what follows keeps its offset.
    """
    found = _DOCTYPE.search(markup, 0, _WITHIN)
    if found is None:
        return markup, ""
    begin = found.end()
    ended = _SUBSET.match(markup, begin)
    end = len(markup) if ended is None else ended.end()
    return f"{markup[: begin - 1]}{' ' * (end - begin)}>{markup[end:]}", markup[begin:end]


def why_unexpanded(markup: str, subset: str, *, xml: bool) -> str:
    """Why a document is not whole for its entities; empty where each is one that HTML knows.

    Args:
        markup: The document without its internal subset.
        subset: That subset.
        xml: Whether its readers see XML: to HTML, a name that is not known is but letters.
    """
    if not subset and not xml:
        return ""
    own = frozenset(_DECLARED.findall(subset)) - _EVERYWHERE
    hides_some = _OF_PARAMETERS.search(subset) is not None
    for name in _used(markup):
        if (
            name in own
            or (hides_some and name not in _EVERYWHERE)
            or (xml and f"{name};" not in html5)
        ):
            return f"it has an entity of its own that was not expanded (&{name[:40]};)"
    return ""


def _used(markup: str) -> Iterator[str]:
    if "&" not in markup:
        return
    plain = _COMMENT.sub("", _CDATA.sub("", markup))
    yield from dict.fromkeys(found[1] for found in _USED.finditer(plain))
