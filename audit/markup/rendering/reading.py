"""What a reader sees of a page: one pass over its tags, no tree, linear time.

The same for every stage. A tree costs more time than all of this, and quadratic time for the
nesting and the attributes of hostile pages.
"""

from audit.markup.rendering.elements import (
    CONTROLS,
    ELEMENTS,
    IN_LINE,
    NOT_IN_LINE,
    PLAIN,
    PREFORMATTED,
    Shape,
)
from audit.markup.rendering.in_line import InLine
from audit.markup.rendering.initials import is_lone_initial
from audit.markup.rendering.lines import WHITE
from audit.markup.rendering.visible import hides, is_shadow_tree, may_matter, shown_value, strikes
from audit.markup.tokens import CDATA, COMMENT, LITERAL, decoded, tags

_INLINE, _BLOCK, _SPACED, _BREAK, _DROPPED, _HIDDEN = (
    *(Shape.INLINE, Shape.BLOCK, Shape.SPACED, Shape.BREAK, Shape.DROPPED, Shape.HIDDEN),
)
_NOTED = PREFORMATTED | {"article", "frameset", "html", "main", "q", "svg"}
_LONGEST_LETTER = 40  # characters of its markup
_LETTERED = frozenset({"div", "p"})
_BREAKING_ENDS = ("br", "p")  # stray ones break the line in every browser (HTML, 13.2.6.4.7)
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


class Reading(InLine):
    """Hears the tags of a page in order, and tells its blocks of words to the stage that reads it.

    ``<p>``, ``<div>``, ``<li>`` and their like are blocks, ``<br>`` is a line end inside one,
    cells of a row part by a space, white space collapses (CSS Text 3, 4.1.1) but in ``<pre>``,
    ``<q>`` gets its marks. Markup that is broken is repaired as browsers do it; there is no error.

    A stage gives what it hears (``Heard``), ``keep`` and the methods below; each is called in the
    order of the page. ``names`` are the open elements, whose depths count from 1; ``at`` is the
    offset of the tag that is heard, at which the text before it ends.
    """

    __slots__ = (  # sooner found than in a dictionary, and there are many
        *("_begun", "_goes_on_letter", "_letter_at", "_literal_at", "_quotations"),
        *("article_at", "preformatted_at"),
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        # The depth of the outermost open element of its kind, 0 where none is open.
        self.article_at = self.preformatted_at = self._literal_at = self._letter_at = 0
        self._goes_on_letter = False  # the next block goes on the word of an initial letter
        self._quotations: list[tuple[int, int]] = []  # depths, and the blocks begun before
        self._begun = 0  # blocks

    def keep(self) -> None:
        """A block ends: its words are in ``buffer``, which this empties."""
        self.buffer.take(preformatted=self.preformatted_at > 0)

    def break_line(self) -> None:
        """A line ends inside a block."""
        self.buffer.end_line(preformatted=self.preformatted_at > 0)

    def part_cells(self) -> None:
        """A cell of a row begins or ends."""
        self.buffer.seam(" ")

    def read(self, markup: str, *, xml: bool = False) -> None:
        """Hears a page; with ``xml``, '<p/>' has ended and CDATA sections are text."""
        self.markup = markup
        ended = ""  # the inline element that ended right here
        for text, tag, rest, self.at in tags(markup, xml=xml):
            if text:
                self.data(text)
                ended = ""
            if tag not in PLAIN or self._inline_at or self._dropped_at:
                ended = self._mark(tag, rest, ended, xml=xml)
            elif rest is None:
                ended = tag
                if tag == "a":
                    self.link = None
            else:
                if ended:
                    self.buffer.meet(ended, tag)
                    ended = ""
                if tag == "a":
                    self._link(rest)
                if rest and (may_matter(rest) or (self.styles and self.styles.concern(tag, rest))):
                    self._start(tag, rest)
        self.names.clear()
        self._leave(0)
        self.end_block()

    def data(self, text: str) -> None:
        """A text of the page as it is written; it ends at ``at``."""
        if self._dropped_at:
            self.dropped_text(text)
            return
        buffer = self.buffer
        if (not buffer.pieces or self._joins) and text[0] in WHITE and not self.preformatted_at:
            text = text.lstrip(WHITE)
            self._joins = False
            if not text:
                return
        if "&" in text and not self._literal_at:
            text = decoded(text)
        buffer.pieces.append(text)
        if self.link is not None:
            buffer.linked += len(text.strip())

    def character_data(self, text: str) -> None:
        """The text of a CDATA section, which begins at ``at``: no reference counts in it."""
        self.data(text.replace("&", "&amp;"))

    def end_block(self) -> None:
        """Ends the block that is being read, if one is."""
        if self.buffer.pieces or self.buffer.lines:
            self.keep()

    @property
    def is_dropped(self) -> bool:
        """Whether what stands here is no text."""
        return self._dropped_at > 0

    @property
    def is_literal(self) -> bool:
        """Whether character references do not count here."""
        return self._literal_at > 0

    def _mark(self, tag: str, rest: str | None, ended: str, *, xml: bool) -> str:
        """Hears what stands between two texts.

        Returns the inline element that has ended there, if one has.
        """
        if rest is None:
            self._end(tag)
            return tag if tag in IN_LINE or "-" in tag else ""
        if tag == COMMENT:
            if not self._dropped_at:
                self.comment(rest)
            return ended
        if tag == CDATA:
            self.character_data(rest)
        elif tag:
            if ended and (tag in IN_LINE or "-" in tag):
                self.buffer.meet(ended, tag)
            self._start(tag, rest)
            if (xml or self._svg_at) and rest[-1:] == "/":
                self._end(tag)
        return ""

    def _start(self, tag: str, rest: str) -> None:
        how = ELEMENTS[tag]
        names = self.names
        if how.ends and names and (names[-1] in how.ends or names[-1] not in how.within):
            gone = self._open.make_room(how)
            if gone:
                self._leave(len(names))
                if how.shape is not _BLOCK and not NOT_IN_LINE.isdisjoint(gone[1:]):
                    self.end_block()  # '<rb><p>one<rb>two'
        if self._dropped_at and not self._reopens(tag):
            if not how.void:
                names.append(tag)
            return
        shape = how.shape
        if how.void:
            self._void(tag, shape, rest)
            return
        names.append(tag)
        if self.styles and self.styles.has_outer:
            self.styles.open(rest, len(names))
        if shape is _INLINE:
            if self._start_inline(tag, rest):
                return
        elif shape is _DROPPED:
            self._drop(tag, rest)
            return
        else:
            self._start_block(tag, shape, rest)
        if tag in _NOTED:
            self._note(tag, rest)

    def _reopens(self, tag: str) -> bool:
        """Whether a start tag shows that the title before it was left open."""
        if self._dropped != "title" or tag == "title":
            return False
        left = self._dropped_at - 1
        del self.names[left:]
        self._leave(left)
        return True

    def _start_block(self, tag: str, shape: Shape, rest: str) -> None:
        self._begun += 1
        if not self.hidden_at and (
            (shape is _HIDDEN and not is_shadow_tree(tag, rest))
            or ((rest or tag == "dialog") and hides(tag, rest))
        ):
            if shape is _BLOCK:
                self.end_block()
            self._hide()
        elif tag in CONTROLS and not self.hidden_at:
            self._step_aside()
        elif tag in _LETTERED and rest and self._is_letter(tag, rest):
            self._part(shape)
            self._letter_at = len(self.names)
            self.watch(self._letter_at)
        elif self._goes_on_letter:
            self._goes_on_letter = False
        else:
            self._part(shape)
            if rest and strikes(rest) and not self.hidden_at:
                self._strike()
        self.opened(tag, rest)

    def _is_letter(self, tag: str, rest: str) -> bool:
        """Whether a block is an initial letter set apart: its word goes on in the next one."""
        after = self.at + len(tag) + len(rest) + 2
        if "</" not in self.markup[after : after + _LONGEST_LETTER]:  # quickly told, of most
            return False
        return is_lone_initial(rest, self.markup, after)

    def _part(self, shape: Shape) -> None:
        """Parts what stands before the tag of a block, or the like, from what stands behind it."""
        if shape is _BLOCK:
            if self.buffer.pieces or self.buffer.lines:
                self.keep()
        elif shape is _SPACED:
            self.part_cells()
        else:
            self.buffer.seam(" ")

    def _end(self, tag: str) -> None:
        names = self.names
        if names and names[-1] == tag:
            names.pop()
            left = len(names)
        else:
            left = self._open.end(tag)
            if left < 0:
                if tag in _BREAKING_ENDS and not self._dropped_at:
                    self.break_line()
                return
        if len(names) == left and self._watched and self._watched[-1] > left + 1:
            self._leave(left + 1)  # what is still open inside it ends first
        if not self._dropped_at:
            shape = ELEMENTS[tag].shape
            if self._letter_at == left + 1:
                self._letter_at = 0
                self._goes_on_letter = self._joins = True
            elif shape is _INLINE:
                if tag == "a":
                    self.link = None
            else:
                self._part(shape)
        if self._watched and self._watched[-1] > left:
            self._leave(left)

    def _void(self, tag: str, shape: Shape, rest: str) -> None:
        """An element without content."""
        if shape is _BREAK:
            self.break_line()
        elif shape is _BLOCK:
            self.end_block()
        elif tag == "input":
            if value := shown_value(rest):
                self._start("button", "")
                self.data(value.replace("&", "&amp;"))
                self._end("button")
        else:
            self.void(tag, rest)

    def _note(self, tag: str, rest: str) -> None:
        """Keeps in mind that an element is open."""
        depth = len(self.names)
        if tag in ("article", "main"):
            self.article_at = self.article_at or depth
        elif tag in PREFORMATTED:
            self.preformatted_at = self.preformatted_at or depth
            if tag in LITERAL:
                self._literal_at = self._literal_at or depth
        elif tag == "q":
            self.buffer.seam(_QUOTATION_MARKS[len(self._quotations) % 2][0])
            self._quotations.append((depth, self._begun))
        elif tag == "svg":
            self._svg_at = self._svg_at or depth
        else:
            self.noted(tag, rest)
        self.watch(depth)

    def _leave(self, left: int) -> None:
        """Forgets what hangs on elements that have ended: all deeper than ``left``."""
        for depth in self._open.ended(left):
            self._let_go(depth)

    def _let_go(self, depth: int) -> None:
        if self._dropped_at == depth:
            self._dropped_at = 0
            self.dropped_ended(self._dropped)
        self.left(depth)
        if self._quotations and self._quotations[-1][0] == depth:
            _, begun = self._quotations.pop()
            if begun != self._begun:
                self.end_block()
            self.buffer.seam(_QUOTATION_MARKS[len(self._quotations) % 2][1])
        self._end_inline(depth)
        if self.hidden_at == depth:
            self.end_block()
            self.showed()
            self.hidden_at = 0
            self.buffer = self._visible
        if self._aside and self._aside[-1][0] == depth:
            self.end_block()
            self._visible = self.buffer = self._aside.pop()[1]
        if self.preformatted_at == depth:
            self.end_block()
            self.preformatted_at = 0
        if self._literal_at == depth:
            self._literal_at = 0
        if self.article_at == depth:
            self.article_at = 0
        if self._svg_at == depth:
            self._svg_at = 0
