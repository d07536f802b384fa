"""Markdown to an article: the text as it is rendered, with the way back to the file.

CommonMark 0.31 with tables (as GitHub renders them), raw HTML and a front matter block.
"""

from typing import TYPE_CHECKING

from audit.read.addresses import only_absolute, resolver
from audit.read.assembly import Assembly
from audit.read.comments import ParsedComment
from audit.read.markdown.block_reader import BlockReader
from audit.read.markdown.front_matter import read_front_matter
from audit.read.markdown.pieces import Piece, RawComment
from audit.read.parsed import NoteEntry, Parsed
from audit.read.quoting import Cited

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
    assembly = Assembly(resolver(None, None, None))
    comments: list[ParsedComment] = []
    alone: list[RawComment] = []
    cited = Cited(source)
    ordinals: dict[int, int] = {}
    placed: dict[tuple[int, str], list[Block]] = {}
    for piece in pieces:
        alone += piece.before
        if piece is title:
            comments += [ParsedComment(*comment, None) for comment in piece.inside]
            continue
        number = assembly.block_count if piece.run else None
        comments += [ParsedComment(*comment, number) for comment in (*alone, *piece.inside)]
        alone = []
        if piece.run:
            signs = 0 if piece.signs else None
            if signs is None and piece.quote is not None:
                signs = cited.signs_from(piece.run)
            run = cited.linked(piece.run)
            if piece.ordinal is not None:
                ordinals[assembly.block_count] = piece.ordinal
            block = assembly.add(
                run, piece.kind, piece.group, piece.post, quote=piece.quote, signs_from=signs
            )
            if piece.note is not None:
                placed.setdefault(piece.note, []).append(block)
        elif piece.group and piece.post:
            assembly.add_wordless(piece.group, piece.post)
    comments += [ParsedComment(*comment, None) for comment in (*alone, *reader.waiting)]
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
        comments=tuple(comments),
        refs=assembly.refs,
        raised=assembly.raised,
        ordinals=ordinals,
        entries=(
            *(
                NoteEntry(label, label, blocks[0].start, blocks[-1].end)
                for (_, label), blocks in placed.items()
            ),
            *reader.inline_notes,
        ),
    )


def _title(pieces: list[Piece]) -> Piece | None:
    headings = [piece for piece in pieces if piece.is_h1]
    comes_first = bool(headings) and headings[0] is pieces[0]
    return headings[0] if comes_first or len(headings) == 1 else None
