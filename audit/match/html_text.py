"""An HTML page to its text: one pass over its tags, no tree, linear time.

A tree costs more time than all of this, and quadratic time for the nesting and the attributes of hostile pages.
"""

from dataclasses import dataclass

from audit.markup.elements import (
    ELEMENTS,
    IN_LINE,
    PLAIN,
    PREFORMATTED,
    Shape,
    is_caption,
    is_hidden,
    is_initial,
    is_note,
    is_shadow_tree,
    leads_inside,
    may_hide,
    may_matter,
)
from audit.markup.lines import WHITE, Buffer
from audit.markup.nesting import OpenElements
from audit.markup.tokens import CDATA, COMMENT, LITERAL, attributes_of, decoded, tags
from audit.match.collected import Collected
from audit.match.page_notes import PageNotes
from audit.match.zone_claims import claim_of
from audit.model import Zone

_INLINE, _BLOCK, _BREAK, _DROPPED, _HIDDEN = (
    *(Shape.INLINE, Shape.BLOCK, Shape.BREAK, Shape.DROPPED, Shape.HIDDEN),
)
_NOTED = PREFORMATTED | {"article", "frameset", "html", "main", "q", "svg"}
_UNREAD = frozenset({"a", "rp", "rt", "rtc", "sup"})
"""Elements whose words stand on the page and are not read in the line: readings, marks of footnotes."""

_MAY_BE_NOTES = frozenset({"a", "sup"})
_BREAKING_ENDS = ("br", "p")  # stray ones break the line in every browser (HTML, 13.2.6.4.7)
_SHOWN_INPUTS = frozenset({"button", "email", "number", "search", "submit", "text", "url"})
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class HtmlText:
    """What a page holds: its visible blocks with their zones, hidden ones, and what it says of itself.

    ``scripts`` are the texts of its JSON-LD scripts, ``states`` those of other JSON, ``descriptions`` what it says of itself and of its
    images for those who do not see them. ``seams`` are (block, offset in it) pairs, where a browser's own
    text does not read on. ``framed`` is True for a frameset, whose text stands elsewhere.
    """

    blocks: tuple[tuple[str, Zone], ...]
    hidden: tuple[str, ...]
    title: str | None
    language: str | None
    scripts: tuple[str, ...]
    states: tuple[str, ...]
    descriptions: tuple[str, ...]
    seams: tuple[tuple[int, int], ...]
    framed: bool


def html_text(markup: str, *, xml: bool = False) -> HtmlText:
    """Reads a page as a browser shows it without scripts and stylesheets.

    ``<p>``, ``<div>``, ``<li>`` and their like are blocks, ``<br>`` is a line end inside one, cells of a
    row part by a space, white space collapses (CSS Text 3, 4.1.1) but in ``<pre>``, ``<q>`` gets its
    marks. Markup that is broken is repaired as browsers do it; there is no error.

    Args:
        markup: The page.
        xml: Whether it is XHTML, in which '<p/>' has ended and CDATA sections are text.
    """
    walk = _Walk()
    walk.read(markup, xml=xml)
    return walk.close()


class _Walk:
    """Hears the tags of a page in order, and keeps its text."""

    def __init__(self, *, in_frame: bool = False) -> None:
        self._open = OpenElements()
        self._names = self._open.names
        self._watched: list[int] = []  # depths of open elements on which something hangs, ascending
        # The depth of the outermost open element of its kind, 0 where none is open.
        self._dropped_at = self._hidden_at = self._preformatted_at = self._inline_at = 0
        self._article_at = self._svg_at = self._literal_at = self._initial_at = 0
        self._quotations: list[int] = []  # depths
        self._visible = self._buffer = Buffer()
        self._concealed = Buffer()
        self._found = Collected()
        self._inside: list[int] = []  # depths of the open regions
        self._notes = PageNotes()
        self._kept: list[str] | None = None  # the text of a dropped element that matters
        self._framed = False
        self._is_linked_data = False
        self._linked = False
        self._last_link = ""  # the attributes of the last link
        self._dropped = ""
        self._in_frame = in_frame

    def read(self, markup: str, *, xml: bool = False) -> None:
        ended = ""  # the inline element that ended right here
        for text, tag, rest in tags(markup, xml=xml):
            if text:
                self._data(text)
                ended = ""
            if tag not in PLAIN or self._inline_at or self._dropped_at:
                ended = self._mark(tag, rest, ended, xml=xml)
            elif rest is None:
                ended = tag
                if tag == "a":
                    self._linked = False
            else:
                if ended:
                    self._buffer.meet(ended, tag)
                    ended = ""
                if tag == "a":
                    self._link(rest)
                if rest and may_matter(rest):
                    self._start(tag, rest)

    def _mark(self, tag: str, rest: str | None, ended: str, *, xml: bool) -> str:
        """Hears what stands between two texts; returns the inline element that has ended there, if one has."""
        if rest is None:
            self._end(tag)
            return tag if tag in IN_LINE else ""
        if tag == COMMENT:
            if not self._dropped_at:
                self._notes.comment(rest)
            return ended
        if tag == CDATA:
            self._data(rest.replace("&", "&amp;"))
        elif tag:
            if ended and tag in IN_LINE:
                self._buffer.meet(ended, tag)
            self._start(tag, rest)
            if (xml or self._svg_at) and rest[-1:] == "/":
                self._end(tag)
        return ""

    def close(self) -> HtmlText:
        self._names.clear()
        self._leave(0)
        self._end_block()
        found, notes = self._found, self._notes
        blocks = found.blocks()
        headline = next((text for text, zone in blocks if zone is Zone.HEADLINE), "")
        # What the page tells others to call it, what its reader sees, what its window is called.
        title = notes.shared_title or headline.replace("\n", " ") or notes.title
        return HtmlText(
            blocks,
            (*found.hidden, *notes.comments),
            title,
            notes.language,
            tuple(notes.scripts),
            tuple(notes.states),
            tuple(notes.descriptions),
            tuple(found.seams),
            self._framed,
        )

    def _data(self, text: str) -> None:
        if self._dropped_at:
            if self._kept is not None:
                self._kept.append(text)
            return
        buffer = self._buffer
        if not buffer.pieces and text[0] in WHITE and not self._preformatted_at:
            text = text.lstrip(WHITE)
            if not text:
                return
        if "&" in text and not self._literal_at:
            text = decoded(text)
        buffer.pieces.append(text)
        if self._linked:
            buffer.linked += len(text.strip())

    def _start(self, tag: str, rest: str) -> None:
        how = ELEMENTS[tag]
        names = self._names
        if how.ends and names and (names[-1] in how.ends or names[-1] not in how.within):
            left = self._open.make_room(how)
            if left >= 0:
                self._leave(left)
        if self._dropped_at and not self._reopens(tag):
            if not how.void:
                names.append(tag)
            return
        shape = how.shape
        if how.void:
            self._void(tag, shape, rest)
            return
        names.append(tag)
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

    def _start_inline(self, tag: str, rest: str) -> bool:
        """An inline element that may matter; whether its content is dropped."""
        depth = len(self._names)
        if not self._inline_at:
            self._inline_at = depth
            self._watch(depth)
        if tag == "a":
            self._link(rest)
        if tag in _MAY_BE_NOTES and self._is_note(tag, rest):
            self._drop(tag, rest)
            return True
        if tag == "span":
            if is_initial(rest):
                self._initial_at = depth
                self._watch(depth)
            if is_caption(rest) and not self._hidden_at:
                self._start_region(tag, rest)
        if not self._hidden_at and may_hide(rest) and is_hidden(tag, attributes_of(rest)):
            self._hide()
        return False

    def _link(self, rest: str) -> None:
        """A link begins: it lasts until it or the next one ends, whatever blocks it crosses."""
        self._last_link = rest
        self._linked = "href" in rest or "HREF" in rest

    def _reopens(self, tag: str) -> bool:
        """Whether a start tag shows that the title before it was left open."""
        if self._dropped != "title" or tag == "title":
            return False
        left = self._dropped_at - 1
        del self._names[left:]
        self._leave(left)
        return True

    def _is_note(self, tag: str, rest: str) -> bool:
        """Whether an element is the mark of a footnote: a reader does not read it as a word."""
        if tag == "a":
            return self._names[-2:-1] == ["sup"] and leads_inside(rest)
        return (self._linked and leads_inside(self._last_link)) or is_note(rest)

    def _start_block(self, tag: str, shape: Shape, rest: str) -> None:
        if not self._hidden_at and (
            (shape is _HIDDEN and not is_shadow_tree(tag, rest))
            or (rest and may_hide(rest) and is_hidden(tag, attributes_of(rest)))
        ):
            if shape is _BLOCK:
                self._end_block()
            self._hide()
        elif shape is _BLOCK:
            if self._buffer.pieces or self._buffer.lines:
                self._end_block()
        else:
            self._buffer.seam(" ")
        if not self._hidden_at:
            self._start_region(tag, rest)

    def _end(self, tag: str) -> None:
        names = self._names
        if names and names[-1] == tag:
            names.pop()
            left = len(names)
        else:
            left = self._open.end(tag)
            if left < 0:
                if tag in _BREAKING_ENDS and not self._dropped_at:
                    self._buffer.end_line(preformatted=bool(self._preformatted_at))
                return
        if not self._dropped_at:
            shape = ELEMENTS[tag].shape
            if shape is _INLINE:
                if tag == "a":
                    self._linked = False
            elif shape is _BLOCK:
                if self._buffer.pieces or self._buffer.lines:
                    self._end_block()
            else:
                self._buffer.seam(" ")
        if self._watched and self._watched[-1] > left:
            self._leave(left)

    def _void(self, tag: str, shape: Shape, rest: str) -> None:
        """An element without content."""
        if shape is _BREAK:
            self._buffer.end_line(preformatted=bool(self._preformatted_at))
        elif shape is _BLOCK:
            self._end_block()
        elif tag == "img":
            self._notes.image(rest)
        elif tag == "meta":
            self._notes.meta(rest)
        elif tag == "input":
            attributes = attributes_of(rest)
            if attributes.get("type", "text").lower() in _SHOWN_INPUTS:
                self._buffer.seam(f" {attributes.get('value', '')} ")

    def _note(self, tag: str, rest: str) -> None:
        """Keeps in mind that an element is open, or what it says of the page."""
        depth = len(self._names)
        if tag in ("article", "main"):
            self._article_at = self._article_at or depth
        elif tag in PREFORMATTED:
            self._preformatted_at = self._preformatted_at or depth
            if tag in LITERAL:
                self._literal_at = self._literal_at or depth
        elif tag == "q":
            self._buffer.seam(_QUOTATION_MARKS[len(self._quotations) % 2][0])
            self._quotations.append(depth)
        elif tag == "svg":
            self._svg_at = self._svg_at or depth
        elif tag == "frameset":
            self._framed = True
        else:
            self._notes.html(rest)
        self._watch(depth)

    def _watch(self, depth: int) -> None:
        if not self._watched or self._watched[-1] != depth:
            self._watched.append(depth)

    def _start_region(self, tag: str, rest: str) -> None:
        claim = claim_of(tag, rest)
        if claim is None or (claim.outside and self._article_at) or self._found.says_main(claim):
            return
        self._end_block()
        self._found.open_region(claim, has_headline=tag == "h1")
        depth = len(self._names)
        self._inside.append(depth)
        self._watch(depth)

    def _hide(self) -> None:
        self._hidden_at = len(self._names)
        self._found.hide()
        self._buffer = self._concealed
        self._watch(self._hidden_at)

    def _drop(self, tag: str, rest: str) -> None:
        self._dropped_at = len(self._names)
        self._dropped = tag
        self._watch(self._dropped_at)
        if tag == "iframe" and "srcdoc" in rest and not self._in_frame:
            self._end_block()
            for text in _inner(attributes_of(rest).get("srcdoc", "")):
                self._keep(text)
        if tag in _UNREAD:
            self._buffer.seam()
        keeps = (
            (tag == "title" and not self._svg_at)
            or (tag == "noframes" and not self._in_frame)
            or (tag == "script" and "json" in rest.lower())
        )
        self._is_linked_data = "ld+json" in rest.lower()
        self._kept = [] if keeps else None

    def _end_dropped(self) -> None:
        self._dropped_at = 0
        if self._kept is None:
            return
        text = "".join(self._kept)
        self._kept = None
        if self._dropped == "script":
            (self._notes.scripts if self._is_linked_data else self._notes.states).append(text)
        elif self._dropped == "title":
            self._notes.window(text)
        else:
            self._found.hidden.extend(_inner(text))

    def _leave(self, left: int) -> None:
        """Forgets what hangs on elements that have ended: all deeper than ``left``."""
        if len(self._names) > left:  # only the one at this depth: it ended before a block inside it
            if left + 1 in self._watched:
                self._watched.remove(left + 1)
                self._let_go(left + 1)
            return
        while self._watched and self._watched[-1] > left:
            self._let_go(self._watched.pop())

    def _let_go(self, depth: int) -> None:
        if self._dropped_at == depth:
            self._end_dropped()
        if self._inside and self._inside[-1] == depth:
            self._end_block()
            self._inside.pop()
            self._found.close_region()
        if self._quotations and self._quotations[-1] == depth:
            self._quotations.pop()
            self._buffer.seam(_QUOTATION_MARKS[len(self._quotations) % 2][1])
        if self._hidden_at == depth:
            self._end_block()
            self._hidden_at = 0
            self._buffer = self._visible
            self._found.show()
        if self._initial_at == depth:  # styles set a first letter in a block of its own
            self._initial_at = 0
            self._buffer.seam()
        if self._inline_at == depth:
            self._inline_at = 0
        if self._preformatted_at == depth:
            self._end_block()
            self._preformatted_at = 0
        if self._literal_at == depth:
            self._literal_at = 0
        if self._article_at == depth:
            self._article_at = 0
        if self._svg_at == depth:
            self._svg_at = 0

    def _end_block(self) -> None:
        buffer = self._buffer
        if not buffer.pieces and not buffer.lines:
            return
        text, linked, seams = buffer.take(preformatted=self._preformatted_at > 0)
        if text:
            self._keep(text, linked, seams)

    def _keep(self, text: str, linked: int = 0, seams: list[int] | None = None) -> None:
        if self._hidden_at:
            self._found.hidden.append(text)
        else:
            self._found.keep(text, linked, seams)


def _inner(markup: str) -> list[str]:
    """The blocks of a page inside a page; none inside that."""
    walk = _Walk(in_frame=True)
    walk.read(markup)
    return [text for text, _ in walk.close().blocks]
