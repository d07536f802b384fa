"""A Word document to an article: paragraphs, links, footnotes (ECMA-376, part 1).

A place in such an article is the number of its paragraph, from 1, empty ones not counted. Tracked
changes are read as accepted: what was inserted is there, what was deleted is not. Of comments only
those that name a source are read: the checker's copy says so where each statement is from.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from audit.errors import ReadError
from audit.markup.package import DAMAGE, part, part_names
from audit.model import BlockKind
from audit.read.assembly import Assembly
from audit.read.links.addresses import resolver
from audit.read.office import MOST_PARAGRAPHS, broken, cited, refuse_package
from audit.read.parsed import NoteEntry, Parsed
from audit.read.word.words import Words

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
    assembly = Assembly(resolver(None, None, None))
    title = None
    quotations, quoting = 0, False
    ordinals: dict[int, int] = {}
    for count, paragraph in enumerate(words.paragraphs()):
        if count >= MOST_PARAGRAPHS:
            raise ReadError(f"{called} has more than {MOST_PARAGRAPHS:,} paragraphs")
        run = words.run(paragraph)
        if run is None:
            continue
        style = words.style(paragraph)
        if style == "title" and title is None:
            title = " ".join(run.text.split())
        kind = _kind(
            style,
            listed=words.is_numbered(paragraph) or style.startswith("list"),
            celled=words.is_celled(paragraph),
        )
        quotations += kind is BlockKind.QUOTE and not quoting
        quoting = kind is BlockKind.QUOTE
        number = words.ordinal(paragraph)
        if number is not None and kind is BlockKind.LIST_ITEM:
            ordinals[assembly.block_count] = number
        assembly.add(run, kind, (quotations,) if quoting else None)
    entries = [*_notes(words, assembly), *words.comments()]
    about = _about(document)
    return Parsed(
        text=assembly.text,
        blocks=assembly.blocks,
        links=assembly.links,
        title=title or about.title or None,
        byline=about.author or None,
        language=about.language or None,
        refs=cited(assembly.refs, entries),
        entries=tuple(entries),
        ordinals=ordinals,
    )


class _About(NamedTuple):
    """What a document says of itself, empty where it does not."""

    title: str = ""
    author: str = ""
    language: str = ""


def _about(document: Any) -> _About:
    """The core properties of a document; none where their part has no type, or is broken."""
    try:
        about = document.core_properties
        return _About(about.title, about.author, about.language)
    except (*DAMAGE, LookupError, AttributeError):
        return _About()


def _notes(words: Words, assembly: Assembly) -> Iterator[NoteEntry]:
    """The footnotes and endnotes, added behind the text."""
    for key, paragraphs in words.notes():
        runs = [words.run(paragraph, key) for paragraph in paragraphs]
        blocks = [assembly.add(run, BlockKind.NOTE) for run in runs if run is not None]
        if blocks:
            yield NoteEntry(key, words.label(key), blocks[0].start, blocks[-1].end)


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
