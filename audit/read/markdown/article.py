"""Markdown to an article: the text as it is rendered, with the way back to the file.

CommonMark 0.31 with tables (as GitHub renders them), raw HTML and a front matter block.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from audit.read.assembly import Assembly
from audit.read.comments import ParsedComment
from audit.read.links.addresses import only_absolute, resolver
from audit.read.markdown.block_reader import BlockReader
from audit.read.markdown.front_matter import read_front_matter
from audit.read.markdown.pieces import Piece, RawComment
from audit.read.parsed import NoteEntry, Parsed
from audit.read.quoting import Cited
from audit.read.runs import Run

if TYPE_CHECKING:
    from audit.model import Block


def read_markdown(source: str) -> Parsed:
    """The article of a Markdown file.

    The first ``#`` heading is the title, no block, where it comes first or is the only one. A block
    quotation that a line like '— Name (@handle) December 6, 2024' closes is an embedded post.
    Soft line breaks are spaces. Links lead where they do on any page: only absolute ones are kept.
    """
    front = read_front_matter(source)
    reader = BlockReader(source, front.body_at)
    pieces = list(reader.pieces())
    title = _title(pieces)
    placing = _Placing(source, title)
    for piece in pieces:
        placing.add(piece)
    placing.comment((*placing.alone, *reader.waiting), None)
    assembly = placing.assembly
    return Parsed(
        text=assembly.text,
        blocks=assembly.blocks,
        links=assembly.links,
        embeds=assembly.embeds,
        quotations=assembly.quotations,
        anchors=assembly.anchors,
        title=(" ".join(title.run.text.split()) if title and title.run else None) or front.title,
        byline=front.byline,
        published=front.published,
        language=front.language,
        publisher=front.publisher,
        canonical=only_absolute(front.canonical) if front.canonical else None,
        comments=tuple(placing.comments),
        refs=assembly.refs,
        raised=assembly.raised,
        ordinals=placing.ordinals,
        entries=(*placing.notes(), *reader.inline_notes),
    )


class _Placing:
    """Puts the pieces of a file into the article, one after the other, but for its title.

    ``alone`` are comments between pieces, which belong to the piece that comes next.
    """

    def __init__(self, source: str, title: Piece | None) -> None:
        self.assembly = Assembly(resolver(None, None, None))
        self.comments: list[ParsedComment] = []
        self.ordinals: dict[int, int] = {}
        self.alone: list[RawComment] = []
        self._title = title
        self._cited = Cited(source)
        self._placed: dict[tuple[int, str], list[Block]] = {}

    def add(self, piece: Piece) -> None:
        """Adds what comes next in the file."""
        self.alone += piece.before
        if piece is self._title:
            self.comment(piece.inside, None)
            return
        number = self.assembly.block_count if piece.run else None
        self.comment((*self.alone, *piece.inside), number)
        self.alone = []
        if piece.run:
            self._add_block(piece, piece.run)
        elif piece.group and piece.post:
            self.assembly.add_wordless(piece.group, piece.post)

    def comment(self, comments: Iterable[RawComment], block: int | None) -> None:
        """Notes comments of the file, and the block that they belong to."""
        self.comments += [ParsedComment(*comment, block) for comment in comments]

    def notes(self) -> Iterator[NoteEntry]:
        """The footnotes, by the blocks that they stand in."""
        for (_, label), blocks in self._placed.items():
            yield NoteEntry(label, label, blocks[0].start, blocks[-1].end)

    def _add_block(self, piece: Piece, words: Run) -> None:
        signs = 0 if piece.signs else None
        if signs is None and piece.quote is not None:
            signs = self._cited.signs_from(words)
        if piece.ordinal is not None:
            self.ordinals[self.assembly.block_count] = piece.ordinal
        block = self.assembly.add(
            self._cited.linked(words),
            piece.kind,
            piece.group,
            piece.post,
            quote=piece.quote,
            signs_from=signs,
            row=piece.row,
        )
        if piece.note is not None:
            self._placed.setdefault(piece.note, []).append(block)


def _title(pieces: list[Piece]) -> Piece | None:
    headings = [piece for piece in pieces if piece.is_h1]
    comes_first = bool(headings) and headings[0] is pieces[0]
    return headings[0] if comes_first or len(headings) == 1 else None
