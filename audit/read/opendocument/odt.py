"""An OpenDocument text to an article: paragraphs, links, footnotes (OpenDocument 1.3, part 3).

As of Word documents, a place in such an article is the number of its paragraph, from 1, empty ones
not counted; tracked changes are read as accepted; of comments only those that name a source are
read.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from audit.errors import ReadError
from audit.markup.package import part, part_names
from audit.model import BlockKind
from audit.read.assembly import Assembly
from audit.read.links.addresses import resolver
from audit.read.office import MOST_PARAGRAPHS, broken, cited, refuse_package
from audit.read.opendocument.names import DC, META, OFFICE, TEXT, opened
from audit.read.opendocument.styles import Styles
from audit.read.opendocument.words import Placed, Words
from audit.read.parsed import NoteEntry, Parsed

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
    about = _about(data)
    words = Words(body, styles)
    assembly = Assembly(resolver(None, None, None))
    title = None
    quotations, quoting = 0, False
    ordinals: dict[int, int] = {}
    for count, placed in enumerate(words.paragraphs()):
        if count >= MOST_PARAGRAPHS:
            raise ReadError(f"{called} has more than {MOST_PARAGRAPHS:,} paragraphs")
        run = words.run(placed.element)
        if run is None:
            continue
        names = words.style(placed.element)
        if "title" in names and title is None:
            title = " ".join(run.text.split())
        kind = _kind(placed, names)
        quotations += kind is BlockKind.QUOTE and not quoting
        quoting = kind is BlockKind.QUOTE
        if placed.ordinal is not None and kind is BlockKind.LIST_ITEM:
            ordinals[assembly.block_count] = placed.ordinal
        assembly.add(run, kind, (quotations,) if quoting else None)
    entries = [*_notes(words, assembly), *words.comments()]
    return Parsed(
        text=assembly.text,
        blocks=assembly.blocks,
        links=assembly.links,
        title=title or about.title or None,
        byline=about.author or None,
        language=about.language or styles.language or None,
        refs=cited(assembly.refs, entries),
        entries=tuple(entries),
        ordinals=ordinals,
        raised=assembly.raised,
    )


class _About(NamedTuple):
    """What a document says of itself, empty where it does not."""

    title: str = ""
    author: str = ""
    language: str = ""


def _about(data: bytes) -> _About:
    root = _root(data, "meta.xml")
    said = root.find(f"{OFFICE}meta") if root is not None else None
    if said is None:
        return _About()
    author = said.findtext(f"{META}initial-creator") or said.findtext(f"{DC}creator")
    return _About(
        said.findtext(f"{DC}title") or "", author or "", said.findtext(f"{DC}language") or ""
    )


def _root(data: bytes, name: str) -> Any:
    """The root of a part, None where there is none that is read."""
    if name not in part_names(data):
        return None
    try:
        return opened(part(data, name))
    except ValueError:
        return None


def _kind(placed: Placed, names: tuple[str, ...]) -> BlockKind:
    if placed.element.tag == f"{TEXT}h" or {"title", "heading"} & {*names}:
        return BlockKind.HEADING
    if _QUOTES & {*names}:
        return BlockKind.QUOTE
    if _CAPTIONS & {*names}:
        return BlockKind.CAPTION
    if placed.celled:
        return BlockKind.CELL
    return BlockKind.LIST_ITEM if placed.listed else BlockKind.PARAGRAPH


def _notes(words: Words, assembly: Assembly) -> Iterator[NoteEntry]:
    """The footnotes and endnotes, added behind the text."""
    for key, label, paragraphs in list(words.notes()):
        runs = [words.run(paragraph) for paragraph in paragraphs]
        blocks = [assembly.add(run, BlockKind.NOTE) for run in runs if run is not None]
        if blocks:
            yield NoteEntry(key, label, blocks[0].start, blocks[-1].end)
