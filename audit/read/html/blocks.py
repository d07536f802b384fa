"""A page to runs of text and their elements, as ``Reading`` has what a reader sees."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from audit.errors import ReadError
from audit.languages.extraction.own_reporting import unsourced
from audit.markup.rendering.curtain import Curtain
from audit.markup.rendering.elements import ELEMENTS, Shape
from audit.markup.rendering.lines import Buffer
from audit.markup.rendering.reading import Reading
from audit.markup.tokens import attributes_of, decoded
from audit.model import BlockKind
from audit.read.comments import LONGEST, PlacedComment, is_for_us
from audit.read.html.embeds import PostMarkup, post_markup
from audit.read.html.placing import Placed
from audit.read.notes.numbers import expanded
from audit.read.parsed import UNSOURCED, UNTIED
from audit.read.quoting import QuoteMarkup, quote_markup
from audit.read.runs import Anchor, Run

MAX_ELEMENTS = 300_000
"""Block-level elements of one page; long articles have a few thousand."""

_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
} | dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING)
_NOTES = frozenset({"a", "sup"})
_LONGEST_MARK = 2_000  # characters of its markup
_INSIDE_PAGE = re.compile(
    r"""(?:href\s{0,9}=\s{0,9}["']?[^\s"'<>#]{0,500}#|aria-describedby\s{0,9}=\s{0,9}["']?)([^\s"'<>]{1,200})""",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"""href\s{0,9}=\s{0,9}["']?(https?://[^\s"'<>]{1,2000})""", re.IGNORECASE)
_FIGURES = re.compile(r"[\d,;–\s-]{1,40}")
_SIGN = re.compile(r"\*{1,3}|†{1,2}|‡{1,2}|§{1,2}|¶")
_TAGS = re.compile(r"<[^<>]{0,1500}>")
_FRAMES = frozenset({"iframe", "script"})  # they show a post without holding its words


@dataclass(frozen=True, slots=True)
class Element:
    """A block-level or embedding element.

    ``parent`` is the index of the one around it, -1 for none. ``kind`` is that of the blocks in it.
    ``group`` is the index of the outermost block quotation or embed it stands in, ``post`` what
    that says of the post, when it is an embed; ``quote`` what a block quotation says. ``signs``:
    what stands in it says who is quoted.
    """

    name: str
    attributes: Mapping[str, str]
    parent: int
    kind: BlockKind
    group: int | None
    post: PostMarkup | None
    quote: QuoteMarkup | None = None
    signs: bool = False


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
class DroppedMark:
    """The mark of a note, which is none of the words: its file offset, its run's index.

    ``keys`` are the places of the page that it leads to, or the address of its source; ``UNTIED``
    where it leads nowhere, ``UNSOURCED`` where it says that the words have no source. ``label`` is
    what it shows.
    """

    at: int
    run: int
    keys: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A page: its elements, each after the one around it, and its shown runs in order.

    ``tags`` counts the elements, runs and links, ``depth`` is the deepest nesting of ``elements``.
    """

    elements: tuple[Element, ...]
    runs: tuple[PlacedRun, ...]
    wordless_embeds: tuple[WordlessEmbed, ...]
    tags: int
    depth: int
    comments: tuple[PlacedComment, ...] = ()
    marks: tuple[DroppedMark, ...] = ()


def outline(source: str, *, xml: bool = False) -> Outline:
    """The elements and runs of a page, in time and memory linear in its length.

    Two ``<br>`` end a block, and so do the cells of a row. ``xml`` is as ``Reading.read`` has it.

    Raises:
        ReadError: The page has more than ``MAX_ELEMENTS`` block-level elements.
    """
    builder = _Builder()
    # A byte order mark is no word; a space in its place leaves every offset as it is.
    unmarked = source.replace("\ufeff", " ", 1) if source.startswith("\ufeff") else source
    builder.read(unmarked, xml=xml)
    return builder.outline()


class _Builder(Reading):
    def __init__(self) -> None:
        super().__init__()
        self._elements = [Element("", {}, -1, BlockKind.PARAGRAPH, None, None)]
        self._stack = [(0, 0, 0)]  # of open elements: depth, index, runs before
        self._runs: list[PlacedRun] = []
        self._hidden: list[PlacedRun] = []
        self._curtain = Curtain()
        self._frames: list[WordlessEmbed] = []
        self._comments: list[PlacedComment] = []
        self._marks: list[DroppedMark] = []
        self._anchor: Anchor | None = None
        self._anchored = ""  # the link that it is of
        self._links = 0
        self._deepest = 1
        self._last_quotation = -1  # the index of its element

    def outline(self) -> Outline:
        """What was read."""
        at, shown = self._curtain.at, []
        if self._curtain.opens(sum(len(placed.run.text) for placed in self._runs)):
            shown = self._hidden[self._curtain.start : self._curtain.end]
            self._runs[at:at] = shown
        moved = len(shown)
        return Outline(
            tuple(self._elements),
            tuple(self._runs),
            tuple(
                replace(frame, before_run=frame.before_run + moved * (frame.before_run > at))
                for frame in self._frames
            ),
            len(self._elements) + len(self._runs) + self._links,
            self._deepest,
            tuple(
                replace(comment, run=comment.run + moved * (comment.run > at))
                for comment in self._comments
            ),
            tuple(replace(mark, run=mark.run + moved * (mark.run > at)) for mark in self._marks),
        )

    def new_buffer(self) -> Buffer:
        return Placed(self)

    def data(self, text: str) -> None:
        super().data(text)
        if not (self.is_dropped or self.buffer.is_struck):
            self._words.place(
                text, max(self.at - len(text), 0), self.anchor(), literal=self.is_literal
            )

    def character_data(self, text: str) -> None:
        super().data(text.replace("&", "&amp;"))
        if not (self.is_dropped or self.buffer.is_struck):
            self._words.place(text, self.at + len("<![CDATA["), self.anchor(), literal=True)

    @property
    def _words(self) -> Placed:
        assert isinstance(self.buffer, Placed)
        return self.buffer

    def anchor(self) -> Anchor | None:
        """The hyperlink that is open."""
        if self.link is None:
            return None
        if self.link is not self._anchored:
            self._anchored = self.link
            href = attributes_of(self.link).get("href")
            self._anchor = Anchor(href) if href else None
            self._links += 1
        return self._anchor

    def keep(self) -> None:
        words = self._words
        for index in words.comments:  # a control inside the block may have become a run before it
            self._comments[index] = replace(self._comments[index], run=len(self._runs))
        if run := words.run(preformatted=self.preformatted_at > 0):
            placed = PlacedRun(run, self._stack[-1][1])
            (self._hidden if self.hidden_at else self._runs).append(placed)

    def break_line(self) -> None:
        if self.buffer.lines and not self._words.has_words:
            self.end_block()
        else:
            super().break_line()
            self._words.has_words = False

    def part_cells(self) -> None:
        self.end_block()

    def opened(self, tag: str, rest: str) -> None:
        attributes = attributes_of(rest)
        post = post_markup(attributes)
        if ELEMENTS[tag].shape is Shape.INLINE:
            if post is None:
                return
            self.end_block()
        index = self._add(tag, attributes, post)
        depth = len(self.names)
        self._stack.append((depth, index, len(self._runs)))
        self._deepest = max(self._deepest, len(self._stack))
        self.watch(depth)

    def left(self, depth: int) -> None:
        if self._stack[-1][0] == depth:
            self.end_block()
            _, index, runs_before = self._stack.pop()
            if not self.hidden_at:
                self._note_wordless(index, runs_before)

    def dropped(self, tag: str, rest: str) -> None:
        """Notes a frame or script that shows a post: its own, or that of the embed it fills."""
        if self.hidden_at:
            return
        if tag in _NOTES:
            self._mark_dropped(tag)
            return
        if tag not in _FRAMES:
            return
        attributes = attributes_of(rest)
        own = post_markup(attributes)
        around = self._elements[self._stack[-1][1]].post
        post = own or (around if tag == "iframe" else None)
        if post is None:
            return
        self.end_block()
        index = self._add(tag, attributes, own)
        group = self._elements[index].group
        assert group is not None  # it is an embed, or in one
        title = self._title(post, self.at + len(tag) + len(rest))
        self._frames.append(WordlessEmbed(index, group, post, len(self._runs), title))

    def _mark_dropped(self, tag: str) -> None:
        """Notes the mark of a note, with what it leads to."""
        end = self.markup.find(f"</{tag}", self.at, self.at + _LONGEST_MARK)
        markup = self.markup[self.at : end] if end >= 0 else ""
        keys = tuple(dict.fromkeys(unquote(decoded(key)) for key in _INSIDE_PAGE.findall(markup)))
        label = decoded(_TAGS.sub("", markup)).strip("[]() \n\t")
        if tag == "sup" and unsourced().match(f"[{label.lower()}]".replace("’", "'")):
            self._marks.append(DroppedMark(self.at, len(self._runs), (UNSOURCED,), label))
        elif keys:
            self._marks.append(DroppedMark(self.at, len(self._runs), keys, label))
        elif tag == "sup" and (address := _OUTSIDE.search(markup)):
            key = decoded(address[1])
            self._marks.append(DroppedMark(self.at, len(self._runs), (key,), label))
        elif tag == "sup" and _SIGN.fullmatch(label):
            self._marks.append(DroppedMark(self.at, len(self._runs), (UNTIED,), label))
        elif tag == "sup" and _FIGURES.fullmatch(label):
            self._marks += (
                DroppedMark(self.at, len(self._runs), (UNTIED,), number)
                for number in expanded(label)
            )

    def hid(self) -> None:
        self._curtain.hide(len(self._hidden))

    def showed(self) -> None:
        texts = self._hidden[self._curtain.first() :]
        lengths = (len(placed.run.text) for placed in texts)
        self._curtain.show(lengths, len(self._hidden), len(self._runs))

    def comment(self, text: str) -> None:
        end = self.at + len("<!--") + len(text)
        closing = next(
            (mark for mark in ("-->", "--!>") if self.markup.startswith(mark, end)), None
        )
        if self.hidden_at or closing is None or not is_for_us(self.markup, self.at):
            return
        written = self.markup[self.at : min(end + len(closing), self.at + LONGEST)]
        inside = bool(self.buffer.lines) or self._words.has_words
        if inside:
            self._words.comments.append(len(self._comments))
        self._comments.append(
            PlacedComment(written, self.at, len(self._runs), inside, len(self._frames))
        )

    def _add(self, name: str, attributes: Mapping[str, str], post: PostMarkup | None) -> int:
        """Adds an element: the kind, group and post are an embed's own, else those around it."""
        if len(self._elements) >= MAX_ELEMENTS:
            raise ReadError(
                f"the page has more than {MAX_ELEMENTS} elements: save only the article"
            )
        index, at = len(self._elements), self._stack[-1][1]
        parent = self._elements[at]
        kind, group = _KINDS.get(name) or parent.kind, parent.group
        quote, signs = parent.quote, parent.signs
        if parent.kind is BlockKind.EMBED:
            kind, post = parent.kind, parent.post
        elif post is not None:
            kind, group = BlockKind.EMBED, index
        elif group is not None:
            kind = parent.kind
            signs = signs or (quote is not None and name == "footer")
        elif name == "blockquote":
            kind, group, quote = BlockKind.QUOTE, index, quote_markup(attributes)
            self._last_quotation = index
        elif name == "figcaption" and self._closes_figure(at):
            quoted = self._elements[self._last_quotation]
            kind, group, quote, signs = quoted.kind, quoted.group, quoted.quote, True
        self._elements.append(Element(name, attributes, at, kind, group, post, quote, signs))
        return index

    def _closes_figure(self, at: int) -> bool:
        """Whether a caption whose parent is ``at`` stands below a quotation in one figure."""
        while at > 0 and self._elements[at].name != "figure":
            at = self._elements[at].parent
        return 0 < at < self._last_quotation

    def _note_wordless(self, index: int, runs_before: int) -> None:
        """Notes an embed that ends with no words in it and no frame: a script would fill it."""
        element = self._elements[index]
        if element.post is None or element.group != index or not element.post.addresses:
            return
        framed = bool(self._frames) and self._frames[-1].element > index
        if len(self._runs) == runs_before and not framed:
            self._frames.append(WordlessEmbed(index, index, element.post, len(self._runs)))

    def _title(self, post: PostMarkup, end: int) -> Run | None:
        """The title of a frame as a run, tied to where its tag has it, or to the tag."""
        if not post.title:
            return None
        found = self.markup.find(post.title, self.at, end + 1)
        return Run(post.title, ((0, max(found, self.at)),))
