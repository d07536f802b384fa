"""Markdown to an article: the text as it is rendered, with the way back to the file.

CommonMark 0.31 with tables (as GitHub renders them), raw HTML and a front matter block.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from audit.markup.tokens import COMMENT, attributes_of, tags
from audit.model import Block, BlockKind
from audit.read.addresses import only_absolute, resolver
from audit.read.assembly import Assembly, GroupKey
from audit.read.comments import LONGEST, ParsedComment, is_for_us
from audit.read.html.blocks import Outline, outline
from audit.read.html.embeds import PostMarkup, signed_service
from audit.read.markdown.front_matter import read_front_matter
from audit.read.markdown.inline import place_of, placing_parser
from audit.read.markdown.lines import PlacedContent, SourceLines
from audit.read.parsed import NoteEntry, Parsed
from audit.read.quoting import Cited, QuoteMarkup
from audit.read.runs import Anchor, Run, RunBuilder

_NUMBER_ALONE = re.compile(r"\[\^?\d{1,3}\](?:\[\])?(?![(\[])")
_KIND_INSIDE = {
    "list_item_open": BlockKind.LIST_ITEM,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
    "heading_open": BlockKind.HEADING,
}


def read_markdown(source: str) -> Parsed:
    """The article of a Markdown file.

    The first ``#`` heading is the title, no block, where it comes first or is the only one. A block
    quotation that a line like '— Name (@handle) December 6, 2024' closes is an embedded post.
    Soft line breaks are spaces. Links lead where they do on any page: only absolute ones are kept.
    """
    front = read_front_matter(source)
    reader = _Reader(source, front.body_at)
    pieces = list(reader.pieces())
    title = _title(pieces)
    assembly = Assembly(resolver(None, None, None))
    comments: list[ParsedComment] = []
    alone: list[_Comment] = []
    cited = Cited(source)
    ordinals: dict[int, int] = {}
    placed: dict[tuple[int, str], list[Block]] = {}
    for piece in pieces:
        alone += piece.before
        if piece is title:
            comments += [ParsedComment(*one, None) for one in piece.inside]
            continue
        number = assembly.block_count if piece.run else None
        comments += [ParsedComment(*one, number) for one in (*alone, *piece.inside)]
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
    comments += [ParsedComment(*one, None) for one in (*alone, *reader.waiting)]
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


_Comment = tuple[str, int]  # as it is written, and its file offset


@dataclass(slots=True)
class _Piece:
    """A block to be; one without a run is a post in a frame.

    ``before`` are the comments that stand alone before it, ``inside`` those among its words. ``ordinal`` is the
    number of the list item that it opens, ``note`` the footnote that it is of: its place in the file, its label.
    """

    run: Run | None
    kind: BlockKind
    group: GroupKey | None = None
    post: PostMarkup | None = None
    is_h1: bool = False
    quote: QuoteMarkup | None = None
    signs: bool = False
    before: list[_Comment] = field(default_factory=list)
    inside: list[_Comment] = field(default_factory=list)
    ordinal: int | None = None
    note: tuple[int, str] | None = None


@dataclass(slots=True)
class _Quotation:
    """The outermost block quotation that is open, and its blocks so far."""

    key: GroupKey
    pieces: list[_Piece] = field(default_factory=list)
    depth: int = 1
    is_mail: bool = False  # '> > ': answers to answers

    def closed(self) -> list[_Piece]:
        last = self.pieces[-1].run if self.pieces else None
        for piece in self.pieces:
            piece.quote = piece.quote or QuoteMarkup(mailed=self.is_mail)
        service = signed_service(last.text) if last else None
        if service is not None:
            for piece in self.pieces:
                piece.kind, piece.post = BlockKind.EMBED, PostMarkup(service)
        return self.pieces


def _title(pieces: list[_Piece]) -> _Piece | None:
    headings = [piece for piece in pieces if piece.is_h1]
    comes_first = bool(headings) and headings[0] is pieces[0]
    return headings[0] if comes_first or len(headings) == 1 else None


class _Reader:
    """Walks markdown-it's block tokens once; ``waiting`` are the comments since the last block.

    ``inline_notes`` are those that stand among the words that cite them.
    """

    def __init__(self, source: str, body_at: int) -> None:
        self.waiting: list[_Comment] = []
        self.inline_notes: list[NoteEntry] = []
        self._lines = SourceLines(source, body_at)
        self._tokens = placing_parser().parse(source[body_at:])
        self._kinds = [BlockKind.PARAGRAPH]
        self._quotation: _Quotation | None = None
        self._ordinal: int | None = None
        self._note: tuple[int, str] | None = None

    def pieces(self) -> Iterator[_Piece]:
        for index, token in enumerate(self._tokens):
            if token.type == "blockquote_open":
                if self._quotation:
                    self._quotation.depth += 1
                    self._quotation.is_mail = True
                else:
                    self._quotation = _Quotation((index,))
            elif token.type == "blockquote_close" and self._quotation:
                self._quotation.depth -= 1
                if not self._quotation.depth:
                    yield from self._quotation.closed()
                    self._quotation = None
            elif token.type == "footnote_reference_open":
                self._note = (index, str(token.meta["label"]))
            elif token.type == "footnote_reference_close":
                self._note = None
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

    def _placed(self, pieces: list[_Piece]) -> list[_Piece]:
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

    def _leaf(self, token: Token, index: int) -> list[_Piece]:
        line = token.map[0] if token.map else 0
        if token.type == "inline":
            is_h1 = self._tokens[index - 1].tag == "h1"
            content = self._lines.place(token.content, line)
            reader = _InlineReader(
                token, content, signs=self._quotation is not None, notes=self.inline_notes
            )
            pieces = [_Piece(run, self._kinds[-1], is_h1=is_h1) for run in reader.runs()]
            for number, comment in reader.comments:
                within = pieces[min(number, len(pieces) - 1)].inside if pieces else self.waiting
                within.append(comment)
            return pieces
        if token.type in {"fence", "code_block"}:
            return self._code(token, line + (token.type == "fence"))
        if token.type == "html_block":
            return self._html(token, line, index)
        return []

    def _code(self, token: Token, line: int) -> list[_Piece]:
        code = token.content.rstrip("\n")
        if not code:
            return []
        content = self._lines.place(code, line)
        builder = RunBuilder()
        for text, at in content.pieces(code, 0):
            builder.add_verbatim(text, at)
        run = builder.take()
        return [_Piece(run, BlockKind.CODE)] if run else []

    def _html(self, token: Token, line: int, index: int) -> list[_Piece]:
        html, at = self._lines.masked(token.content, line)
        page = outline(html)
        pieces = [
            _Piece(
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
            pieces.append(_Piece(run, element.kind, group, element.post, quote=quote, signs=signs))
        self._place_comments(page, pieces, at)
        return pieces

    def _place_comments(self, page: Outline, pieces: list[_Piece], at: int) -> None:
        """Gives the comments of raw HTML to its pieces, the embeds first; those behind all wait."""
        embeds = page.wordless_embeds
        for one in page.comments:
            comment = (one.text, one.at + at)
            if one.inside:
                pieces[len(embeds) + one.run].inside.append(comment)
            elif one.embeds < len(embeds) and embeds[one.embeds].before_run <= one.run:
                pieces[one.embeds].before.append(comment)
            elif one.run < len(page.runs):
                pieces[len(embeds) + one.run].before.append(comment)
            else:
                self.waiting.append(comment)


class _InlineReader:
    """Walks the inline tokens of one block.

    ``comments`` are those in it, each with the index of the run that it stands in.
    """

    def __init__(
        self, token: Token, content: PlacedContent, *, signs: bool, notes: list[NoteEntry]
    ) -> None:
        self._source = token.content
        self._tokens = token.children or []
        self._content = content
        self._signs = signs
        self._notes = notes
        self._around: list[RunBuilder] = []  # of the text around the note that is being read
        self._bracketed = False
        self._builder = RunBuilder()
        self._anchor: Anchor | None = None
        self._runs: list[Run] = []
        self.comments: list[tuple[int, _Comment]] = []

    def runs(self) -> list[Run]:
        """The text as one run; more where it breaks twice, or a signature follows on its own line."""
        for index, token in enumerate(self._tokens):
            if token.type in {"text", "text_special"}:
                self._text(token, index)
            elif token.type == "code_inline":
                self._code(token)
            elif token.type in {"softbreak", "hardbreak"}:
                self._break(token)
            elif token.type == "link_open":
                self._anchor = Anchor(str(token.attrs["href"]))
                self._bracket(token)
            elif token.type == "link_close":
                if self._bracketed:
                    self._add("]", place_of(token))
                self._anchor, self._bracketed = None, False
            elif token.type == "footnote_ref":
                self._builder.cite(token.meta["label"], token.meta["label"])
            elif token.type.startswith("footnote_inline"):
                self._note(token)
            elif token.type == "html_inline":
                self._tag(token)
        self._flush()
        return self._runs

    def _bracket(self, token: Token) -> None:
        """Shows '[1]' with its brackets where it is a link by a definition '[1]: https://…': it is a mark."""
        opens = place_of(token) - 1
        if _NUMBER_ALONE.match(self._source, max(opens, 0)):
            self._add("[", opens)
            self._bracketed = True

    def _note(self, token: Token) -> None:
        """Reads a note among the words by itself; notes in notes belong to the outermost."""
        if token.nesting > 0:
            self._around.append(self._builder)
            self._builder = RunBuilder()
            return
        run = self._builder.take()
        self._builder = self._around.pop()
        key = f"^{len(self._notes) + 1}"
        links = [only_absolute(href) for _, _, href in run.links] if run else []
        addresses = tuple(link for link in links if link is not None)
        words = run.text if run is not None else ""
        self._notes.append(NoteEntry(key, key[1:], words=words, addresses=addresses))
        self._builder.cite(key, key[1:])

    def _flush(self) -> None:
        if self._around:  # a note is one run
            return
        if run := self._builder.take():
            self._runs.append(run)

    def _text(self, token: Token, index: int) -> None:
        at = place_of(token)
        if index and self._tokens[index - 1].markup == "autolink" and self._anchor:
            at += 1  # past the '<'
        self._add(token.content, at)

    def _code(self, token: Token) -> None:
        at = place_of(token) + len(token.markup)
        raw = self._source[at : at + len(token.content)].replace("\n", " ")
        at += raw != token.content  # one blank at each end is no part of the code
        self._add(token.content, at)

    def _add(self, text: str, at: int) -> None:
        for piece, file_at in self._content.pieces(text, at):
            self._builder.add(piece, file_at, self._anchor)

    def _break(self, token: Token) -> None:
        at = place_of(token)
        following = self._source.find("\n", at) + 1
        file_at = self._content.file_offset(at)
        if self._signs and signed_service(self._source[following : following + 600].lstrip()):
            self._flush()
        elif token.type == "hardbreak":
            self._break_line(file_at)
        else:
            self._builder.add(" ", file_at)

    def _break_line(self, at: int) -> None:
        if self._builder.at_line_break:
            self._flush()
        else:
            self._builder.break_line(at)

    def _tag(self, token: Token) -> None:
        _, tag, rest, _ = next(tags(token.content))
        at = self._content.file_offset(place_of(token))
        if tag == COMMENT and is_for_us(token.content):
            self.comments.append((len(self._runs), (token.content[:LONGEST], at)))
        elif tag == "br":
            self._break_line(at)
        elif tag == "q":
            self._builder.add("“" if rest is not None else "”", at, self._anchor)
        elif tag == "sup":
            if rest is None:
                self._builder.lower_line()
            else:
                self._builder.raise_line()
        elif tag == "a":
            href = attributes_of(rest).get("href") if rest else None
            self._anchor = Anchor(href) if href else None
