"""The blocks of a Markdown file, in its order, with the comments and notes among them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markdown_it.token import Token

from audit.model import BlockKind
from audit.read.html.blocks import Outline, outline
from audit.read.markdown.divisions import without_divisions
from audit.read.markdown.inline import placing_parser
from audit.read.markdown.inline_reader import InlineReader
from audit.read.markdown.lines import SourceLines
from audit.read.markdown.pieces import Piece, Quotation, RawComment
from audit.read.runs import RunBuilder

if TYPE_CHECKING:
    from audit.read.parsed import NoteEntry

_KIND_INSIDE = {
    "list_item_open": BlockKind.LIST_ITEM,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
    "heading_open": BlockKind.HEADING,
}


class BlockReader:
    """Walks markdown-it's block tokens once; ``waiting`` are the comments since the last block.

    ``inline_notes`` are those that stand among the words that cite them.
    """

    def __init__(self, source: str, body_at: int) -> None:
        self.waiting: list[RawComment] = []
        self.inline_notes: list[NoteEntry] = []
        source = without_divisions(source)
        self._lines = SourceLines(source, body_at)
        self._tokens = placing_parser().parse(source[body_at:])
        self._kinds = [BlockKind.PARAGRAPH]
        self._quotation: Quotation | None = None
        self._ordinal: int | None = None
        self._note: tuple[int, str] | None = None
        self._row = 0

    def pieces(self) -> Iterator[Piece]:
        """The blocks; those of a quotation when it ends."""
        for index, token in enumerate(self._tokens):
            if token.type == "blockquote_open":
                if self._quotation:
                    self._quotation.depth += 1
                    self._quotation.is_mail = True
                else:
                    self._quotation = Quotation((index,))
            elif token.type == "blockquote_close" and self._quotation:
                self._quotation.depth -= 1
                if not self._quotation.depth:
                    yield from self._quotation.closed()
                    self._quotation = None
            elif token.type == "footnote_reference_open":
                self._note = (index, str(token.meta["label"]))
            elif token.type == "footnote_reference_close":
                self._note = None
            elif token.type == "tr_open":
                self._row = index
            elif token.type in _KIND_INSIDE:
                self._ordinal = int(token.info) if token.info.isdecimal() else None
                self._kinds.append(_KIND_INSIDE[token.type])
            elif token.nesting < 0 and token.type.replace("_close", "_open") in _KIND_INSIDE:
                self._kinds.pop()
            else:
                earlier, self.waiting = self.waiting, []
                pieces = self._leaf(token, index)
                if pieces:
                    pieces[0].before = earlier + pieces[0].before
                else:
                    earlier += self.waiting
                    self.waiting = earlier
                yield from self._placed(pieces)

    def _placed(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces, unless they belong into the open quotation."""
        if pieces:
            pieces[0].ordinal, self._ordinal = self._ordinal, None
        if self._note is not None:
            for piece in pieces:
                piece.kind, piece.note = BlockKind.NOTE, self._note
            return pieces
        if self._quotation is None:
            return pieces
        for piece in pieces:
            if piece.post is None:
                piece.kind, piece.group = BlockKind.QUOTE, self._quotation.key
        self._quotation.pieces += pieces
        return []

    def _leaf(self, token: Token, index: int) -> list[Piece]:
        line = token.map[0] if token.map else 0
        if token.type == "inline":
            is_h1 = self._tokens[index - 1].tag == "h1"
            content = self._lines.place(token.content, line)
            reader = InlineReader(
                token, content, signs=self._quotation is not None, notes=self.inline_notes
            )
            kind = self._kinds[-1]
            row = self._row if kind is BlockKind.CELL else None
            pieces = [Piece(run, kind, is_h1=is_h1, row=row) for run in reader.runs()]
            for number, comment in reader.comments:
                within = pieces[min(number, len(pieces) - 1)].inside if pieces else self.waiting
                within.append(comment)
            return pieces
        if token.type in {"fence", "code_block"}:
            return self._code(token, line + (token.type == "fence"))
        if token.type == "html_block":
            return self._html(token, line, index)
        return []

    def _code(self, token: Token, line: int) -> list[Piece]:
        code = token.content.rstrip("\n")
        if not code:
            return []
        content = self._lines.place(code, line)
        builder = RunBuilder()
        for text, at in content.pieces(code, 0):
            builder.add_verbatim(text, at)
        run = builder.take()
        return [Piece(run, BlockKind.CODE)] if run else []

    def _html(self, token: Token, line: int, index: int) -> list[Piece]:
        html, at = self._lines.masked(token.content, line)
        page = outline(html)
        pieces = [
            Piece(
                frame.title.moved(at) if frame.title else None,
                BlockKind.EMBED,
                (index, frame.group),
                frame.post,
            )
            for frame in page.wordless_embeds
        ]
        for placed in page.runs:
            element = page.elements[placed.element]
            group = None if element.group is None else (index, element.group)
            run = placed.run.moved(at)
            quote, signs = element.quote, element.signs
            pieces.append(Piece(run, element.kind, group, element.post, quote=quote, signs=signs))
        self._place_comments(page, pieces, at)
        return pieces

    def _place_comments(self, page: Outline, pieces: list[Piece], at: int) -> None:
        """Gives the comments of raw HTML to its pieces, the embeds first; those behind all wait."""
        embeds = page.wordless_embeds
        for found in page.comments:
            comment = (found.text, found.at + at)
            if found.inside:
                pieces[len(embeds) + found.run].inside.append(comment)
            elif found.embeds < len(embeds) and embeds[found.embeds].before_run <= found.run:
                pieces[found.embeds].before.append(comment)
            elif found.run < len(page.runs):
                pieces[len(embeds) + found.run].before.append(comment)
            else:
                self.waiting.append(comment)
