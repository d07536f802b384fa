"""What stands on a page beside its words: links to offers, named walls, what its head declares.

For pages of few words: it goes over the markup once more.
"""

import re
from dataclasses import dataclass, field

from audit.markup.addresses.url import path_of
from audit.markup.promised import count_words
from audit.markup.rendering.elements import ELEMENTS, breaks_line
from audit.markup.rendering.visible import hides
from audit.markup.surroundings.names import (
    declares_locked,
    embeds_document,
    is_barrier,
    is_body,
    is_folded,
    is_gift,
    is_locked,
    is_of_an_app,
    is_offer,
    is_placeholder,
    is_wall,
    words,
)
from audit.markup.tokens import COMMENT, LITERAL, attributes_of, decoded, tags

_MOST_TAGS = 20_000
_LONGEST_TAG = 2000  # characters
_DEEPEST = 400  # open elements that are known
_PARAGRAPH = 8  # words
_STORY = 4  # words of a link that stands on the headline of another page
_SKIPPED = LITERAL | {"template", "svg", "title", "noscript", "textarea", "head"}
_PLAYERS = frozenset({"audio", "video"})
_EMBEDDING = frozenset({"embed", "iframe", "object"})
_EDGES = frozenset({"header", "nav", "footer"})
_HEADINGS = frozenset({"h2", "h3", "h4"})
_WHOLE_PAGES = frozenset({"html", "body", "main", "article"})
_TEXTS = frozenset({"article", "main"})
_BODIES = frozenset({"article", "div", "section"})
_LABEL = 8  # words
_FOLDED = 60  # words that are no menu's
_OF_A_MENU = 3  # words of a link in it
# Who vouches for a reader: 'Continue with Google', and not 'Google News'.
_ENTERED_WITH = re.compile(
    r"\b(?:with|mit|avec|con|met|com|przez|med) (?:your )?(?:Google|Apple|Facebook|Microsoft)\b|でログイン"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_AWAITED = re.compile(r"\bid\s?=\s?[\"']?(?:[A-Za-z:_]{0,20})?([BS]):([0-9a-f]{1,6})\b")


@dataclass(slots=True)
class Surroundings:
    """What stands on a page from its first paragraph on, outside its headers and footers.

    ``offers`` are links and buttons that lead to where something is bought or an account is opened,
    ``offering`` the lines they stand in, ``walls`` those in elements that are named for a
    wall. ``aside`` are the texts of ``<aside>`` elements and of boxes that ask
    for a gift, ``behind`` those behind the end of the last ``<article>``; ``fields``, ``buttons``
    and ``players`` (of sounds or films) say how many there are. ``barrier`` are the texts of a wall
    that stands in the article, behind its last paragraph.
    ``stories`` are texts with a link on the headline of another page, each with the words of that
    link, ``links`` those that stand in such a link to their last word, ``cards`` those of them with
    others in the same link. ``menu`` are short ones in any link, and all in headers, menus and
    footers. ``teasers`` are headings that lead to another page, ``teased`` the paragraphs below
    them.
    ``is_locked`` says that the page declares its text to be for subscribers, ``is_recording`` that
    it declares to be a film or a sound, ``is_awaited`` that a script is to bring the text,
    ``is_streamed_in_part`` that not all parts that were to follow are there,
    ``is_folded`` that most of its words stand in what a button unfolds,
    ``is_elsewhere`` that it embeds a document or leads into an app; ``own`` is the address that the
    page gives for itself.
    """

    offers: int = 0
    offering: set[str] = field(default_factory=set)
    walls: set[str] = field(default_factory=set)
    aside: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)
    stories: dict[str, str] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)
    cards: set[str] = field(default_factory=set)
    menu: set[str] = field(default_factory=set)
    fields: int = 0
    buttons: int = 0
    players: int = 0
    barrier: list[str] = field(default_factory=list)
    teasers: int = 0
    teased: set[str] = field(default_factory=set)
    is_locked: bool = False
    is_recording: bool = False
    is_awaited: bool = False
    is_streamed_in_part: bool = False
    is_elsewhere: bool = False
    is_folded: bool = False
    own: str = ""


def surroundings(markup: str, url: str | None = None) -> Surroundings:
    """Looks over a page from an address; linear in it, and bounded."""
    look = _Look(here=path_of(url or "").strip("/"))
    return look.over(markup)


@dataclass(slots=True)
class _Open:
    """An open element: its name, its kind, and how many words stood before it."""

    tag: str
    kind: str
    before: int = 0
    folds: bool = False
    awaits: str = ""  # 'body' of an element that is to have the text, 'placeholder'


@dataclass(slots=True)
class _Look:
    here: str
    found: Surroundings = field(default_factory=Surroundings)
    names: list[_Open] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)  # how many of a kind are open
    run: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)  # the words of the run in links to other pages
    leads: bool = False  # a link to another page is open
    is_in_link: bool = False
    card: list[str] = field(default_factory=list)  # the lines of the link that is open
    unlinked: int = 0  # how many words of the run stand outside links
    offered: int = 0  # how many offers stood before the run
    words: int = 0
    has_paragraph: bool = False
    is_behind: bool = False  # an article has ended
    articles: int = 0  # how many are open
    told: set[str] = field(default_factory=set)  # paragraphs below no such heading
    is_teaser: bool = False  # the last heading leads to another page
    has_body: bool = False  # an element for the text has words
    is_unfilled: bool = False  # one has none, or a placeholder
    awaited: dict[str, set[str]] = field(default_factory=dict)  # parts of a streamed page

    def over(self, markup: str) -> Surroundings:
        for number, (text, tag, rest, _) in enumerate(tags(markup)):
            if number >= _MOST_TAGS:
                break
            if text and not self.open.get("skipped"):
                self._read(text)
            if not tag or tag == COMMENT:
                continue
            if breaks_line(tag):
                self._end_run()
            if rest is None:
                self._close(tag)
            else:
                self._open(tag, rest[:_LONGEST_TAG])
        self._end_run()
        self.found.is_streamed_in_part = bool(
            self.awaited.get("B", set()) - self.awaited.get("S", set())
        )
        self.found.is_awaited = self.is_unfilled and not self.has_body
        return self.found

    def _read(self, text: str) -> None:
        found = decoded(text[:_LONGEST_TAG]).split()
        self.run += found
        self.words += len(found)
        if self.leads:
            self.linked += found
        elif not self.is_in_link:
            self.unlinked += len(found)

    def _end_run(self) -> None:
        run, self.run = self.run, []
        linked, self.linked = self.linked, []
        unlinked, self.unlinked = self.unlinked, 0
        if not run:
            return
        text = " ".join(run)
        is_edge = self.open.get("edge", 0) > 0
        if (is_edge and not self._is_in_text()) or (not unlinked and len(run) <= _OF_A_MENU):
            self.found.menu.add(text)
        if len(linked) == len(run):
            self.found.links.add(text)
            self.card.append(text)
        if not is_edge:
            self._place(text, run)
            self._tell(text, run, linked)

    def _place(self, text: str, run: list[str]) -> None:
        """Keeps a line with those of the boxes that it stands in."""
        found = self.found
        if self.open.get("aside"):
            found.aside.add(text)
        if self.open.get("button"):
            found.offers += self._offers(" ".join(run[:_LABEL]))
        if self.is_behind:
            found.behind.add(text)
        if self.open.get("wall") or self.open.get("barrier"):
            found.walls.add(text)
        if self.open.get("barrier"):
            found.barrier.append(text)
        if found.offers > self.offered:
            found.offering.add(text)
            self.offered = found.offers

    def _tell(self, text: str, run: list[str], linked: list[str]) -> None:
        """Keeps a line as a heading or a paragraph, of this page or of another."""
        found = self.found
        if len(linked) >= _STORY:
            found.stories[text] = " ".join(linked)
        if self.open.get("heading"):
            self.is_teaser = 2 * len(linked) > len(run)
            found.teasers += self.is_teaser
        elif count_words(text) >= _PARAGRAPH:
            self.has_paragraph = True
            if not (self.open.get("barrier") or self.open.get("aside")):
                found.barrier.clear()
            if not self.is_teaser:
                self.told.add(text)
            elif text not in self.told:
                found.teased.add(text)

    def _is_in_text(self) -> bool:
        return any(each.tag in _TEXTS for each in self.names)

    def _offers(self, label: str) -> bool:
        """Whether a button behind a paragraph leads to an offer, or to who vouches for a reader."""
        if _ENTERED_WITH.search(label):
            return True
        named = {word.lower() for word in _LETTERS.findall(label)}
        return self.has_paragraph and not words("on_buttons").isdisjoint(named)

    def _open(self, tag: str, rest: str) -> None:
        found = self.found
        if tag in {"meta", "link"}:
            self._declares(attributes_of(rest))
        elif self.open.get("skipped"):
            pass
        elif tag == "article" and not self.articles:
            self.is_behind = False
            found.behind.clear()
        elif tag == "input":
            kind = attributes_of(rest).get("type", "text").lower()
            found.fields += kind in {"text", "email", "password", "tel", "number"}
            found.buttons += kind in {"submit", "button"}
        elif tag == "button":
            found.buttons += 1
        elif tag in _PLAYERS and not self.open.get("edge"):
            found.players += 1
        elif tag in _EMBEDDING:
            found.is_elsewhere |= embeds_document(rest) and not self.open.get("edge")
        elif tag == "a":
            self._link(attributes_of(rest).get("href", ""))
        if tag in _WHOLE_PAGES and is_locked(rest):
            found.is_locked = True
        if (tag == "template" or "hidden" in rest) and (part := _AWAITED.search(rest)):
            self.awaited.setdefault(part[1], set()).add(part[2])
        if not ELEMENTS[tag].void and len(self.names) < _DEEPEST:
            kind = self._kind(tag, rest)
            self.names.append(_Open(tag, kind, self.words, _folds(tag, rest), _awaits(tag, rest)))
            self.articles += tag == "article"
            self.open[kind] = self.open.get(kind, 0) + 1

    def _link(self, href: str) -> None:
        """A link begins, to another page or to an offer."""
        self._end_link()
        self.is_in_link = True
        if is_offer(href):
            self.leads = False
            self.found.offers += self.has_paragraph and not self.open.get("edge")
        else:
            path = path_of(href) if "://" in href else href.partition("?")[0].partition("#")[0]
            self.leads = path.strip("/") not in {"", self.here}
            self.found.is_elsewhere |= is_of_an_app(href) and not self.open.get("edge")

    def _end_link(self) -> None:
        """A link ends: with several lines in it, these are all said of the other page."""
        self.leads = self.is_in_link = False
        if len(self.card) > 1 or (self.card and self.run):
            self.found.cards.update(self.card)
        self.card.clear()

    def _kind(self, tag: str, rest: str) -> str:
        if tag in _SKIPPED or hides(tag, rest):
            return "skipped"
        if tag in _EDGES:
            return "edge"
        if tag == "button":
            return "button"
        if tag not in {"html", "body"} and is_wall(rest):
            is_in_text = self.has_paragraph and self._is_in_text()
            return "barrier" if is_in_text and is_barrier(rest) else "wall"
        if tag == "aside" or is_gift(rest):
            return "aside"
        return "heading" if tag in _HEADINGS else ""

    def _close(self, tag: str) -> None:
        """Closes the innermost element of a name, and those in it."""
        if tag == "a":
            self._end_link()
        elif tag == "h1":
            self.is_teaser = False
        if not any(each.tag == tag for each in self.names[-12:]):
            return
        while self.names:
            ended = self.names.pop()
            self.open[ended.kind] -= 1
            if ended.tag == "article":
                self.articles -= 1
                self.is_behind |= self.has_paragraph and not self.articles
            if ended.folds and not self.open.get("edge"):
                self.found.is_folded |= self.words - ended.before >= _FOLDED
            if ended.awaits and not (self.open.get("edge") or self.open.get("aside")):
                is_empty = self.words == ended.before
                self.is_unfilled |= is_empty
                self.has_body |= ended.awaits == "body" and self.words - ended.before >= _PARAGRAPH
            if ended.tag == tag:
                return

    def _declares(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        content = attributes.get("content", "").strip().lower()
        self.found.is_locked |= declares_locked(attributes)
        if name == "og:type":
            self.found.is_recording |= content.startswith(("video", "music"))
        elif name == "og:url":
            self.found.own = self.found.own or attributes.get("content", "")
        elif attributes.get("rel", "").lower() == "canonical":
            self.found.own = attributes.get("href", "") or self.found.own


def _folds(tag: str, rest: str) -> bool:
    return tag in _BODIES and bool(rest) and is_folded(rest)


def _awaits(tag: str, rest: str) -> str:
    if tag in _BODIES and is_body(rest):
        return "body"
    return "placeholder" if rest and is_placeholder(rest) else ""
