"""HTML tokens to runs of text and the elements they stand in, as a browser would lay them out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit.errors import ReadError
from audit.model import BlockKind
from audit.read.comments import LONGEST, PlacedComment
from audit.read.embeds import PostMarkup, post_markup
from audit.read.html_elements import (
    CLOSED_BY,
    HEAD_CONTENT,
    HEADINGS,
    VOID,
    block_kind,
    is_block_level,
    is_hidden,
)
from audit.read.html_tokens import Token, TokenKind, characters
from audit.read.runs import Anchor, Run, RunBuilder

MAX_ELEMENTS = 300_000
"""Block-level elements of one page; long articles have a few thousand."""


@dataclass(frozen=True, slots=True)
class Element:
    """A block-level or hidden element; ``parent`` is the index of the one around it, -1 for none.

    ``kind`` is that of the blocks in it. ``group`` is the index of the outermost block quotation or
    embed it stands in, ``post`` what that says of the post, when it is an embed.
    """

    name: str
    attributes: Mapping[str, str]
    parent: int
    hidden: bool
    kind: BlockKind
    group: int | None
    post: PostMarkup | None


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run and the index of the innermost element around it."""

    run: Run
    element: int


@dataclass(frozen=True, slots=True)
class WordlessEmbed:
    """A post that the page shows without its words, in a frame or by a script.

    ``group`` is the outermost embed around its element, ``before_run`` the index of the run that it
    stands before, ``title`` that of the frame, where it is one of the video.
    """

    element: int
    group: int
    post: PostMarkup
    before_run: int
    title: Run | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A page: its elements, each after the one around it, and its shown runs in order.

    ``tags`` counts the start tags of all elements, ``depth`` the deepest nesting of ``elements``.
    """

    elements: tuple[Element, ...]
    runs: tuple[PlacedRun, ...]
    wordless_embeds: tuple[WordlessEmbed, ...]
    tags: int
    depth: int
    comments: tuple[PlacedComment, ...] = ()


@dataclass(slots=True)
class _Frame:
    """An open element of the outline, with the inline elements open directly in it.

    ``runs_before`` is the number of runs before its start tag.
    """

    element: int
    name: str
    anchor: Anchor | None
    runs_before: int
    inline: list[tuple[str, Anchor | None]] = field(default_factory=list)
    inline_names: Counter[str] = field(default_factory=Counter)


_FRAMES = frozenset({"iframe", "script"})  # they show a post without holding its words
_ROOT = Element("", {}, -1, hidden=False, kind=BlockKind.PARAGRAPH, group=None, post=None)


def outline(source: str, tokens: Iterable[Token]) -> Outline:
    """The elements and runs of a page, in time and memory linear in its length.

    White space is collapsed; ``<br>`` breaks the line, two of them the block; ``<q>`` gives the
    quotation marks that a browser shows. Unclosed and misnested tags are mended for the cases that
    articles have (p, li, dt, dd, table parts, headings), not all that the standard lists.

    Raises:
        ReadError: The page has more than ``MAX_ELEMENTS`` block-level elements.
    """
    builder = _Builder(source)
    for token in tokens:
        builder.see(token)
    builder.flush()
    return Outline(
        tuple(builder.elements),
        tuple(builder.runs),
        tuple(builder.frames),
        builder.tags,
        builder.depth,
        tuple(builder.comments),
    )


class _Builder:
    def __init__(self, source: str) -> None:
        self.elements = [_ROOT]
        self.runs: list[PlacedRun] = []
        self.frames: list[WordlessEmbed] = []
        self.comments: list[PlacedComment] = []
        self.tags = 0
        self.depth = 0
        self._source = source
        self._run = RunBuilder()
        self._frames = [_Frame(0, "", None, 0)]
        self._open = Counter[str]()

    def see(self, token: Token) -> None:
        if token.kind is TokenKind.TEXT:
            self._text(token)
        elif token.kind is TokenKind.START:
            self._start(token)
        elif token.kind is TokenKind.END:
            self._end(token)
        elif token.kind is TokenKind.COMMENT and not self._hidden:
            self._comment(token)

    def flush(self) -> None:
        if run := self._run.take():
            self.runs.append(PlacedRun(run, self._frames[-1].element))

    @property
    def _hidden(self) -> bool:
        return self.elements[self._frames[-1].element].hidden

    @property
    def _anchor(self) -> Anchor | None:
        frame = self._frames[-1]
        return frame.inline[-1][1] if frame.inline else frame.anchor

    def _text(self, token: Token) -> None:
        if self._hidden:
            return
        verbatim = self.elements[self._frames[-1].element].kind is BlockKind.CODE
        add = self._run.add_verbatim if verbatim else self._run.add
        anchor = self._anchor
        for text, at in characters(self._source, token):
            add(text, at, anchor)

    def _comment(self, token: Token) -> None:
        text = self._source[token.start : min(token.end, token.start + LONGEST)]
        inside = self._run.has_words
        comment = PlacedComment(text, token.start, len(self.runs), inside, len(self.frames))
        self.comments.append(comment)

    def _start(self, token: Token) -> None:
        name = token.name
        self.tags += 1
        if self._frames[-1].name == "head" and name not in HEAD_CONTENT:
            self._pop()
        if name == "br":
            self._break(token)
        elif name == "hr" and not self._hidden:
            self._close_paragraph()
            self.flush()
        elif name in VOID or (name in {"svg", "math"} and self._closes_itself(token)):
            return
        elif is_block_level(name):
            self._close_paragraph()
            self._close_implied(name)
            self._push(token)
        elif post_markup(token.attributes) or is_hidden(name, token.attributes):
            self._push(token)
        else:
            self._start_inline(token)

    def _closes_itself(self, token: Token) -> bool:
        return self._source.endswith("/>", token.start, token.end)

    def _break(self, token: Token) -> None:
        if self._hidden:
            return
        if self._run.at_line_break:
            self.flush()
        else:
            self._run.break_line(token.start)

    def _end(self, token: Token) -> None:
        name = token.name
        if name == "br":  # '</br>' is a line break, says the standard
            self._break(token)
        elif self._frames[-1].inline_names[name]:
            self._end_inline(name, token.start)
        elif name in HEADINGS and self._frames[-1].name in HEADINGS:
            self._pop()
        elif self._open[name]:
            while self._pop() != name:
                pass

    def _start_inline(self, token: Token) -> None:
        name = token.name
        frame = self._frames[-1]
        if name == "a" and frame.inline_names["a"]:  # a link in a link ends the first
            self._end_inline("a", token.start)
        anchor = self._anchor
        if name == "a":
            href = token.attributes.get("href")
            anchor = Anchor(href) if href else None
        elif name == "q" and not self._hidden:
            self._run.add("“", token.start, anchor)
        frame.inline.append((name, anchor))
        frame.inline_names[name] += 1

    def _end_inline(self, name: str, at: int) -> None:
        frame = self._frames[-1]
        ended = ""
        while ended != name:
            ended, anchor = frame.inline.pop()
            frame.inline_names[ended] -= 1
            if ended == "q" and not self._hidden:
                self._run.add("”", at, anchor)

    def _close_paragraph(self) -> None:
        if self._frames[-1].name == "p":
            self._pop()

    def _close_implied(self, name: str) -> None:
        closed = CLOSED_BY.get(name, frozenset())
        while self._frames[-1].name in closed:
            self._pop()

    def _push(self, token: Token) -> None:
        if len(self.elements) >= MAX_ELEMENTS:
            raise ReadError(
                f"the page has more than {MAX_ELEMENTS} elements: save only the article"
            )
        parent = self.elements[self._frames[-1].element]
        hidden = self._hidden or is_hidden(token.name, token.attributes)
        index = len(self.elements)
        kind, group, post = _place(token, parent, index)
        framed = None if self._hidden else _framed(token, post)
        if framed or not hidden:
            self.flush()
        if framed and group is not None:
            title = _title(self._source, token, framed)
            self.frames.append(WordlessEmbed(index, group, framed, len(self.runs), title))
        at = self._frames[-1].element
        self.elements.append(Element(token.name, token.attributes, at, hidden, kind, group, post))
        self._frames.append(_Frame(index, token.name, self._anchor, len(self.runs)))
        self._open[token.name] += 1
        self.depth = max(self.depth, len(self._frames))

    def _pop(self) -> str:
        frame = self._frames[-1]
        if not self.elements[frame.element].hidden:
            self.flush()
            self._note_wordless(frame)
        self._frames.pop()
        self._open[frame.name] -= 1
        return frame.name

    def _note_wordless(self, frame: _Frame) -> None:
        """Notes an embed that ends with no words in it and no frame: a script would fill it."""
        element = self.elements[frame.element]
        if element.post is None or element.group != frame.element or not element.post.addresses:
            return
        framed = bool(self.frames) and self.frames[-1].element > frame.element
        if len(self.runs) == frame.runs_before and not framed:
            noted = WordlessEmbed(frame.element, frame.element, element.post, len(self.runs))
            self.frames.append(noted)


def _framed(token: Token, around: PostMarkup | None) -> PostMarkup | None:
    """The post that a frame or script shows: its own, else that of the embed which a frame fills."""
    if token.name not in _FRAMES:
        return None
    return post_markup(token.attributes) or (around if token.name == "iframe" else None)


def _title(source: str, token: Token, post: PostMarkup) -> Run | None:
    """The title of a frame as a run, tied to where its tag has it, or to the tag."""
    if not post.title:
        return None
    at = source.find(post.title, token.start, token.end)
    return Run(post.title, ((0, max(at, token.start)),))


def _place(
    token: Token, parent: Element, index: int
) -> tuple[BlockKind, int | None, PostMarkup | None]:
    """The kind, group and post of a new element: an embed's own, else those around it."""
    if parent.kind is BlockKind.EMBED:
        return parent.kind, parent.group, parent.post
    if post := post_markup(token.attributes):
        return BlockKind.EMBED, index, post
    if parent.group is not None:
        return parent.kind, parent.group, None
    if token.name == "blockquote":
        return BlockKind.QUOTE, index, None
    return block_kind(token.name) or parent.kind, None, None
