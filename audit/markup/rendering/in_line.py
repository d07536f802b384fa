"""What elements in the line do to the words of a block: raise, strike, link, drop, set apart."""

import re
from typing import TYPE_CHECKING

from audit.markup.rendering.elements import STRUCK
from audit.markup.rendering.heard import Heard
from audit.markup.rendering.initials import goes_on, is_initial
from audit.markup.rendering.lines import Buffer
from audit.markup.rendering.marks import (
    is_call,
    is_note_link,
    is_note_mark,
    is_raised,
    leads_inside,
)
from audit.markup.rendering.nesting import OpenElements
from audit.markup.rendering.visible import (
    hidden_address,
    hides,
    is_caption,
    is_set_aside,
    may_be_unshown,
    strikes,
)

if TYPE_CHECKING:
    from audit.markup.rendering.style_rules import StyleRules

_UNREAD = frozenset({"a", "rp", "rt", "rtc", "sup"})  # their words stand beside the line
_INSET = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sup", "time"})
# Where words begin right behind it, styles part the two: '0:31' before what was said then.
_CLOCK_ALONE = re.compile(r"\s{0,5}\d{1,2}:\d\d(?::\d\d)?\s{0,5}</\w{1,10}>(?:<\w|[^\W\d_])")
_MARKS = _UNREAD | {"abbr", "cite", "ins", "label", "small", "span"}


class InLine(Heard):
    """The part of ``Reading`` that hears elements which stand in the line.

    ``names`` are the open elements, whose depths count from 1; ``at`` is the offset of the tag that
    is heard, at which the text before it ends.
    """

    __slots__ = (  # sooner found than in a dictionary, and there are many
        *("_aside", "_concealed", "_dropped", "_dropped_at", "_initial_at", "_inline_at"),
        *("_inserted_at", "_joins", "_last_link", "_open", "_svg_at", "_visible", "_watched"),
        *("_concealed_at", "at", "buffer", "hidden_at", "link", "markup", "names", "struck_at"),
        "styles",
    )  # fmt: skip

    conceals = False  # a stage passes over what a sheet may hide

    def __init__(self) -> None:
        self.at = 0
        self.markup = ""
        self._open = OpenElements()
        self.names = self._open.names
        self._watched = self._open.watched
        # The depth of the outermost open element of its kind, 0 where none is open.
        self.struck_at = self.hidden_at = 0
        self._dropped_at = self._inline_at = self._svg_at = self._initial_at = self._inserted_at = 0
        # Controls: their depths, and the lines they stand in.
        self._aside: list[tuple[int, Buffer]] = []
        self._visible = self.buffer = self.new_buffer()
        self._concealed = self.new_buffer()
        self.link: str | None = None  # the attributes of the link that is open
        self._last_link = ""  # those of the last one
        self._dropped = ""
        self.styles: StyleRules | None = None  # what the page's own hide, of a stage that asks
        self._concealed_at = 0
        self._joins = False  # the next text goes on the word before it

    def new_buffer(self) -> Buffer:
        """A buffer of the kind that the stage takes its words from."""
        return Buffer()

    def watch(self, depth: int) -> None:
        """Has ``left`` called when the element at a depth ends."""
        self._open.watch(depth)

    def _start_inline(self, tag: str, rest: str) -> bool:
        """An inline element that may matter; whether its content is dropped."""
        depth = len(self.names)
        is_named = "-" in tag
        if not self._inline_at and not is_named:
            self._inline_at = depth
            self.watch(depth)
        if tag == "a":
            self._link(rest)
        if (tag in _MARKS or is_named) and self._is_note(tag, rest):
            self._drop(tag, rest)
            return True
        if address := hidden_address(rest):
            self._drop(tag, rest)
            self.buffer.pieces.append(address)
            return True
        self._set_apart(tag, rest)
        if not self.hidden_at and rest and hides(tag, rest):
            self._hide()
        elif rest and not self.hidden_at and self._may_conceal(tag, rest):
            self._conceal()
        elif is_named or (tag == "span" and is_caption(rest)):
            self.opened(tag, rest)
        return False

    def _may_conceal(self, tag: str, rest: str) -> bool:
        """Whether a sheet hides an element: one of the page, or one of a library that it links."""
        if self.styles and self.styles.hide(tag, rest, self.names):
            return True
        return self.conceals and may_be_unshown(rest)

    def _set_apart(self, tag: str, rest: str) -> None:
        """Notes that the words of an inline element are raised, struck out or beside the line."""
        depth = len(self.names)
        is_inset = tag in _INSET and (is_set_aside(rest) or self._is_clock(tag, rest))
        is_aside = is_inset or ("footnote" in tag and "-" in tag)
        if (tag == "sup" or is_raised(rest)) and not is_aside:
            self.buffer.raise_figure()
        elif self.hidden_at:
            return
        elif tag in STRUCK or strikes(rest):
            self._strike()
        elif tag == "ins" and not self._inserted_at:
            self._inserted_at = depth
            self.watch(depth)
            self.buffer.insert()
        elif is_aside:
            self._step_aside()
        elif rest and is_initial(rest, self.markup, self.at + len(tag) + len(rest) + 2):
            self._initial_at = depth
            self.watch(depth)

    def _is_clock(self, tag: str, rest: str) -> bool:
        """Whether an element at the beginning of a block is a time of a recording beside it."""
        if self.buffer.pieces:
            return False
        return _CLOCK_ALONE.match(self.markup, self.at + len(tag) + len(rest) + 2) is not None

    def _strike(self) -> None:
        if not self.struck_at:
            self.struck_at = len(self.names)
            self.watch(self.struck_at)
            self.buffer.strike()

    def _conceal(self) -> None:
        if not self._concealed_at:
            self._concealed_at = len(self.names)
            self.watch(self._concealed_at)
            self.buffer.conceal()

    def _link(self, rest: str) -> None:
        """A link begins: it lasts until it or the next one ends, whatever blocks it crosses."""
        self._last_link = rest
        self.link = rest if "href" in rest or "HREF" in rest else None

    def _is_note(self, tag: str, rest: str) -> bool:
        """Whether an element is the mark of a footnote: a reader does not read it as a word."""
        after = self.at + len(tag) + len(rest) + 2
        if tag == "sup" or is_raised(rest):
            linked = self.link is not None and leads_inside(self._last_link)
            return linked or is_note_mark(tag, rest, self.markup, after, self.buffer.tail())
        if tag != "a":
            return is_call(tag, rest, self.markup, after)
        if self.names[-2:-1] == ["sup"] and leads_inside(rest):
            return True
        return is_note_link(rest, self.markup, after, self.buffer.tail())

    def _step_aside(self) -> None:
        """A control begins: its words stand by themselves, in a line that goes on."""
        if self.buffer.pieces:
            self.buffer.seam(" ")
        depth = len(self.names)
        self._aside.append((depth, self.buffer))
        self._visible = self.buffer = self.new_buffer()
        if self.struck_at:
            self.buffer.strike()
        self.watch(depth)

    def _hide(self) -> None:
        self.hidden_at = len(self.names)
        self.hid()
        self.buffer = self._concealed
        self.watch(self.hidden_at)

    def _drop(self, tag: str, rest: str) -> None:
        self._dropped_at = len(self.names)
        self._dropped = tag
        self.watch(self._dropped_at)
        if tag == "a":
            self.link = None
        if tag in _MARKS or "-" in tag:
            self.buffer.seam()
        self.dropped("svg title" if self._svg_at and tag == "title" else tag, rest)

    def _end_inline(self, depth: int) -> None:
        """Forgets what hangs on an element in the line that has ended."""
        if self.struck_at == depth:
            self.struck_at = 0
            self.buffer.strike(ends=True)
        if self._concealed_at == depth:
            self._concealed_at = 0
            self.buffer.conceal(ends=True)
        if self._inserted_at == depth:
            self._inserted_at = 0
            self.buffer.insert(ends=True)
        if self._initial_at == depth:  # styles set a first letter in a block of its own
            self._initial_at = 0
            self.buffer.seam()
            end = self.markup.find(">", self.at) + 1
            if goes_on(self.buffer.tail(), self.markup, end):
                self._joins = True
        if self._inline_at == depth:
            self._inline_at = 0
