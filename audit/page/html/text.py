"""An HTML page to its text: what a reader sees, with zones, and what the page says beside it."""

from dataclasses import dataclass

from audit.markup.rendering.initials import initial_in_picture
from audit.markup.rendering.marks import leads_inside
from audit.markup.rendering.reading import Reading
from audit.markup.rendering.style_rules import StyleRules
from audit.markup.tokens import attributes_of
from audit.model import Zone
from audit.page.html.collected import Collected
from audit.page.html.notes import PageNotes
from audit.page.html.script_state import is_state
from audit.page.html.zone_claims import BESIDE, claim_of

_WHOLE = frozenset({"html", "body", "main", "article"})  # hidden until the page has loaded
_LINKED = 0.9  # of the characters of a block that is a link


@dataclass(frozen=True, slots=True)
class HtmlText:
    """What a page holds: visible blocks with zones, hidden ones, what it says of itself.

    ``leading`` says of each block whether all of it is a link to another page. ``folded`` are
    the blocks of elements that are hidden, ``withdrawn`` lines with their struck
    words, ``hidden`` what no reader sees. ``scripts`` are the texts of its JSON-LD scripts,
    ``states`` those of others that hold data, ``descriptions`` what it says of itself and of its
    images for those who do not see them. ``seams`` are (block, offset in it) pairs, where a
    browser's own text does not read on. ``framed`` is True for a frameset, whose text stands
    elsewhere.
    """

    blocks: tuple[tuple[str, Zone], ...]
    leading: tuple[bool, ...]
    folded: tuple[str, ...]
    withdrawn: tuple[str, ...]
    hidden: tuple[str, ...]
    title: str | None
    language: str | None
    scripts: tuple[str, ...]
    states: tuple[str, ...]
    descriptions: tuple[str, ...]
    seams: tuple[tuple[int, int], ...]
    framed: bool


def html_text(markup: str, *, xml: bool = False) -> HtmlText:
    """Reads a page as ``Reading`` has it.

    Args:
        markup: The page.
        xml: Whether it is XHTML, in which '<p/>' has ended and CDATA sections are text.
    """
    walk = _Walk()
    walk.read(markup, xml=xml)
    return walk.found()


class _Walk(Reading):
    """Keeps the blocks of a page in their zones, and its notes."""

    __slots__ = (  # sooner found than in a dictionary, and there are many
        *("_found", "_framed", "_in_frame", "_inside", "_is_linked_data", "_kept", "_notes"),
        *("_sheets", "_style"),
    )  # fmt: skip

    conceals = True

    def __init__(self, *, in_frame: bool = False) -> None:
        super().__init__()
        self._found = Collected()
        self._inside: list[int] = []  # depths of the open regions
        self._notes = PageNotes()
        self._kept: list[str] | None = None  # the text of a dropped element that matters
        self._framed = False
        self._style = ""  # the attributes of the sheet that is read
        self._sheets = StyleRules()
        self._is_linked_data = False
        self._in_frame = in_frame

    def found(self) -> HtmlText:
        found, notes = self._found, self._notes
        blocks = found.blocks(notes.shared_title or notes.title)
        headline = next((text for text, zone in blocks if zone is Zone.HEADLINE), "")
        # What the page tells others to call it, what its reader sees, what its window is called.
        title = notes.shared_title or headline.replace("\n", " ") or notes.title
        return HtmlText(
            blocks,
            found.leading(),
            tuple(found.hidden),
            tuple(found.withdrawn),
            tuple(notes.comments),
            title,
            notes.language,
            tuple(notes.scripts),
            tuple(notes.states),
            tuple(notes.descriptions),
            tuple(found.seams),
            self._framed,
        )

    def keep(self) -> None:
        text, linked, seams = self.buffer.take(preformatted=self.preformatted_at > 0)
        if self.buffer.withdrawn and not self.hidden_at:
            self._found.withdrawn.append(self.buffer.withdrawn)
        if self.buffer.concealed:
            self._found.hidden.append(self.buffer.concealed)
        if text and self.hidden_at:
            self._found.hidden.append(text)
        elif text:
            # What stands in a link to its end; spaces between elements are not counted.
            leads = linked > 0 and linked >= _LINKED * len(text)
            if leads and "#" in self._last_link:
                leads = not leads_inside(self._last_link)
            self._found.keep(text, linked, seams, leads=leads)

    def opened(self, tag: str, rest: str) -> None:
        if self.hidden_at:
            return
        claim = claim_of(tag, rest)
        is_doubtful = claim is None or claim.links > 0
        if (
            is_doubtful
            and self.styles
            and tag not in _WHOLE
            and self.styles.hide(tag, rest, self.names)
        ):
            claim = BESIDE
        if claim is None or (claim.outside and self.article_at) or self._found.says_main(claim):
            return
        self.end_block()
        self._found.open_region(claim, has_headline=tag == "h1")
        depth = len(self.names)
        self._inside.append(depth)
        self.watch(depth)

    def left(self, depth: int) -> None:
        if self._inside and self._inside[-1] == depth:
            self.end_block()
            self._inside.pop()
            self._found.close_region()

    def hid(self) -> None:
        self._found.hide()

    def showed(self) -> None:
        self._found.show()

    def comment(self, text: str) -> None:
        self._notes.comment(text)

    def void(self, tag: str, rest: str) -> None:
        if tag == "img":
            self._notes.image(rest)
            if not self.buffer.pieces and (letter := initial_in_picture(rest)):
                self.data(letter)
        elif tag == "meta":
            self._notes.meta(rest)

    def noted(self, tag: str, rest: str) -> None:
        if tag == "frameset":
            self._framed = True
        else:
            self._notes.html(rest)

    def dropped(self, tag: str, rest: str) -> None:
        if tag == "iframe" and "srcdoc" in rest and not self._in_frame:
            self.end_block()
            for text in _inner(attributes_of(rest).get("srcdoc", "")):
                if self.hidden_at:
                    self._found.hidden.append(text)
                else:
                    self._found.keep(text)
        keeps = (
            tag == "title"
            or (tag == "noframes" and not self._in_frame)
            or (tag == "script" and ("json" in rest.lower() or "src" not in rest))
            or (tag == "style" and not self.hidden_at and "template" not in self.names)
        )
        self._style = rest
        self._is_linked_data = "ld+json" in rest.lower()
        self._kept = [] if keeps else None

    def dropped_text(self, text: str) -> None:
        if self._kept is not None:
            self._kept.append(text)

    def dropped_ended(self, tag: str) -> None:
        if self._kept is None:
            return
        text = "".join(self._kept)
        self._kept = None
        if tag == "script":
            self._script(text)
        elif tag == "style":
            self._sheets.add(text, self._style)
            self.styles = self._sheets or None
        elif tag == "title":
            self._notes.window(text)
        elif not self.hidden_at:  # else it is none of what the hidden element has
            self._found.hidden.extend(_inner(text))

    def _script(self, text: str) -> None:
        if self._is_linked_data:
            self._notes.scripts.append(text)
        elif text.lstrip()[:1] in {"{", "["} or is_state(text):
            self._notes.states.append(text)


def _inner(markup: str) -> list[str]:
    """The blocks of a page inside a page; none inside that."""
    walk = _Walk(in_frame=True)
    walk.read(markup)
    return [text for text, _ in walk.found().blocks]
