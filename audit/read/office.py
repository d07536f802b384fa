"""What the readers of office documents share: packages, and the article of their paragraphs."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from audit.errors import ReadError
from audit.markup.package import MOST_BYTES, Refusal, refusal
from audit.model import BlockKind
from audit.read.assembly import Assembly
from audit.read.links.addresses import only_absolute, resolver
from audit.read.links.bare_links import bare_links
from audit.read.parsed import NoteEntry, NoteRef, Parsed
from audit.read.runs import Run

_MOST_PARAGRAPHS = 200_000  # more than any article has
DEEPEST = 200
"""Elements inside each other; what is deeper is passed over."""


class About(NamedTuple):
    """What a document says of itself, empty where it does not."""

    title: str = ""
    author: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words; ``ordinal`` is its number in a list, ``row`` that of a row."""

    run: Run
    kind: BlockKind
    is_title: bool = False
    ordinal: int | None = None
    row: int | None = None


class Note(NamedTuple):
    """A footnote or an endnote: what it is known by, what is shown, its paragraphs."""

    key: str
    label: str
    runs: Iterable[Run | None]


def refuse_package(data: bytes, called: str, kind: str) -> None:
    """Refuses a package that is not to be opened; ``kind`` says what it would be.

    Raises:
        ReadError: It is broken, packed beyond measure, or protected by a password.
    """
    match refusal(data):
        case Refusal.BEYOND_MEASURE:
            size = MOST_BYTES // 1_000_000
            raise ReadError(
                f"{called} unpacks to more than {size} MB: save it without its pictures"
            )
        case Refusal.PASSWORD:
            raise ReadError(f"{called} is protected by a password: save it without one")
        case Refusal.BROKEN:
            raise broken(called, kind)


def broken(called: str, kind: str) -> ReadError:
    """What is said of a document that cannot be read."""
    return ReadError(f"{called} is a broken {kind}: save it anew")


def article_of(
    paragraphs: Iterable[Paragraph | None],
    notes: Iterable[Note],
    comments: Iterable[NoteEntry],
    about: About,
    called: str,
) -> Parsed:
    """The article of a document's paragraphs; notes stand behind the text.

    Args:
        paragraphs: All, in order; None for one without words.
        notes: Those that the paragraphs cite, read once these were.
        comments: Those that name a source, read last.
        about: What the document says of itself.
        called: What messages call it.

    Raises:
        ReadError: It has too many paragraphs.
    """
    assembly = Assembly(resolver(None, None, None))
    title = opening = ""  # of its style, and the heading that the text opens with
    quotations, quoting = 0, False
    ordinals: dict[int, int] = {}
    for count, paragraph in enumerate(paragraphs):
        if count >= _MOST_PARAGRAPHS:
            raise ReadError(f"{called} has more than {_MOST_PARAGRAPHS:,} paragraphs")
        if paragraph is None:
            continue
        if paragraph.is_title and not title:
            title = _line(paragraph)
        if not assembly.block_count and paragraph.kind is BlockKind.HEADING:
            opening = _line(paragraph)
        is_quote = paragraph.kind is BlockKind.QUOTE
        quotations += is_quote and not quoting
        quoting = is_quote
        if paragraph.ordinal is not None and paragraph.kind is BlockKind.LIST_ITEM:
            ordinals[assembly.block_count] = paragraph.ordinal
        row = paragraph.row if paragraph.kind is BlockKind.CELL else None
        assembly.add(paragraph.run, paragraph.kind, (quotations,) if quoting else None, row=row)
    entries = (*_behind(notes, assembly), *comments)
    return Parsed(
        text=assembly.text,
        blocks=assembly.blocks,
        links=assembly.links,
        title=title or opening or about.title or None,
        byline=about.author or None,
        language=about.language or None,
        refs=_cited(assembly, {entry.key for entry in entries}),
        entries=entries,
        ordinals=ordinals,
        raised=assembly.raised,
    )


def _cited(assembly: Assembly, keys: Container[str]) -> tuple[NoteRef, ...]:
    """The references of a text without those of comments that name no source."""
    return tuple(ref for ref in assembly.refs if ref.label or ref.keys[0] in keys)


def _line(paragraph: Paragraph) -> str:
    return " ".join(paragraph.run.text.split())


def _behind(notes: Iterable[Note], assembly: Assembly) -> Iterator[NoteEntry]:
    """The notes that have words, added behind the text."""
    for note in notes:
        blocks = [assembly.add(run, BlockKind.NOTE) for run in note.runs if run is not None]
        if blocks:
            yield NoteEntry(note.key, note.label, blocks[0].start, blocks[-1].end)


def comment_entry(key: str, runs: Iterable[Run | None]) -> NoteEntry | None:
    """A comment that gives an address: the source that somebody named for the words.

    None where it gives none.
    """
    told = [run for run in runs if run is not None]
    words = "\n\n".join(run.text for run in told)
    links = [href for run in told for _, _, href in run.links]
    addresses = [url for href in links if (url := only_absolute(href)) is not None]
    addresses += [link.url for link in bare_links(words)]
    if not addresses:
        return None
    return NoteEntry(key, "", words=words, addresses=tuple(dict.fromkeys(addresses)))
