"""A Word document to an article: paragraphs, links, footnotes (ECMA-376, part 1).

A place in such an article is the number of its paragraph, from 1, empty ones not counted. Tracked
changes are read as accepted: what was inserted is there, what was deleted is not. Of comments only
those that name a source are read: the checker's copy says so where each statement is from.
"""

from io import BytesIO
from typing import Any

from audit.errors import ReadError
from audit.markup.package import DAMAGE, part, part_names
from audit.model import BlockKind
from audit.read.office import About, Paragraph, article_of, broken, refuse_package
from audit.read.parsed import Parsed
from audit.read.word.words import Placed, Words

_KIND = "Word document"
_TEXT = "word/document.xml"
_QUOTES = ("quote", "intensequote", "blocktext")


def is_docx(data: bytes) -> bool:
    """Whether bytes are a packed Word document, by the parts that it names."""
    return _TEXT in part_names(data)


def read_docx(data: bytes, called: str) -> Parsed:
    """The article of a Word document; footnotes stand behind the text.

    Raises:
        ReadError: The document is broken, packed beyond measure, or protected by a password.
    """
    refuse_package(data, called, _KIND)
    if b"<!DOCTYPE" in part(data, _TEXT):
        raise ReadError(f"{called} has entities of its own, which are not read: save it anew")
    document, words = _opened(data, called)
    return article_of(
        (_paragraph(words, placed) for placed in words.paragraphs()),
        words.notes(),
        words.comments(),
        _about(document),
        called,
    )


def _paragraph(words: Words, placed: Placed) -> Paragraph | None:
    element = placed.element
    run = words.run(element)
    if run is None:
        return None
    style = words.style(element)
    kind = _kind(
        style,
        listed=words.is_numbered(element) or style.startswith("list"),
        celled=words.is_celled(element),
    )
    return Paragraph(run, kind, style == "title", words.ordinal(element), placed.row)


def _about(document: Any) -> About:
    """The core properties of a document; none where their part has no type, or is broken."""
    try:
        about = document.core_properties
        return About(about.title, about.author, about.language)
    except (*DAMAGE, LookupError, AttributeError):
        return About()


def _kind(style: str, *, listed: bool, celled: bool) -> BlockKind:
    if style == "title" or style.startswith("heading"):
        return BlockKind.HEADING
    if style in _QUOTES:
        return BlockKind.QUOTE
    if style == "caption":
        return BlockKind.CAPTION
    if celled:
        return BlockKind.CELL
    return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH


def _opened(data: bytes, called: str) -> tuple[Any, Words]:
    try:
        import docx  # noqa: PLC0415 — only Word documents need it
    except ImportError:
        raise ReadError(
            f"{called} cannot be read: python-docx is missing beside citeaudit:"
            " pipx inject citeaudit python-docx, or pip install python-docx"
        ) from None
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 — as above
    from lxml.etree import LxmlError  # noqa: PLC0415 — as above

    try:
        document = docx.Document(BytesIO(data))
        return document, Words(document)
    # A document whose parts do not fit together fails in as many ways inside the library.
    except (OpcError, LxmlError, *DAMAGE, LookupError, AttributeError) as error:
        raise broken(called, _KIND) from error
