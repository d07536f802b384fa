"""An OpenDocument text to an article: paragraphs, links, footnotes (OpenDocument 1.3, part 3).

As of Word documents, a place in such an article is the number of its paragraph, from 1, empty ones
not counted; tracked changes are read as accepted; of comments only those that name a source are
read.
"""

from typing import Any

from audit.markup.package import part
from audit.model import BlockKind
from audit.read.office import About, Paragraph, article_of, broken, refuse_package
from audit.read.opendocument.names import DC, META, OFFICE, TEXT, opened
from audit.read.opendocument.styles import Styles
from audit.read.opendocument.words import Placed, Words
from audit.read.parsed import Parsed

_KIND = "OpenDocument text"
_QUOTES = frozenset({"quotations", "quote", "intensequote", "blocktext", "blockquotation"})
_CAPTIONS = frozenset({"caption", "illustration", "figure"})


def read_odt(data: bytes, called: str) -> Parsed:
    """The article of an OpenDocument text; footnotes stand behind the text.

    Raises:
        ReadError: The document is broken, packed beyond measure, or protected by a password.
    """
    refuse_package(data, called, _KIND)
    content = _root(data, "content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if body is None:
        raise broken(called, _KIND)
    styles = Styles()
    for root in (_root(data, "styles.xml"), content):
        if root is not None:
            styles.add(root)
    words = Words(body, styles)
    about = _about(data)
    return article_of(
        (_paragraph(words, styles, placed) for placed in words.paragraphs()),
        words.notes(),
        words.comments(),
        about._replace(language=about.language or styles.language),
        called,
    )


def _paragraph(words: Words, styles: Styles, placed: Placed) -> Paragraph | None:
    run = words.run(placed.element)
    if run is None:
        return None
    names = frozenset(styles.names(placed.element.get(f"{TEXT}style-name", "")))
    return Paragraph(run, _kind(placed, names), "title" in names, placed.ordinal, placed.row)


def _about(data: bytes) -> About:
    root = _root(data, "meta.xml")
    said = root.find(f"{OFFICE}meta") if root is not None else None
    if said is None:
        return About()
    author = said.findtext(f"{META}initial-creator") or said.findtext(f"{DC}creator")
    return About(
        said.findtext(f"{DC}title") or "", author or "", said.findtext(f"{DC}language") or ""
    )


def _root(data: bytes, name: str) -> Any:
    """The root of a part, None where there is none that is read."""
    try:
        return opened(part(data, name))
    except (KeyError, ValueError):
        return None


def _kind(placed: Placed, names: frozenset[str]) -> BlockKind:
    if placed.element.tag == f"{TEXT}h" or {"title", "heading"} & names:
        return BlockKind.HEADING
    if _QUOTES & names:
        return BlockKind.QUOTE
    if _CAPTIONS & names:
        return BlockKind.CAPTION
    if placed.row is not None:
        return BlockKind.CELL
    return BlockKind.LIST_ITEM if placed.listed else BlockKind.PARAGRAPH
