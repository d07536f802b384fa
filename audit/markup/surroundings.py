"""What stands on a page beside its words: links to offers, named walls, what its head declares.

For pages of few words: it goes over the markup once more.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from audit.markup.promised import count_words
from audit.markup.rendering.elements import ELEMENTS, breaks_line
from audit.markup.rendering.visible import hides
from audit.markup.tokens import COMMENT, LITERAL, attributes_of, decoded, tags

_MOST_TAGS = 20_000
_LONGEST_TAG = 2000  # characters
_DEEPEST = 400  # open elements that are known
_PARAGRAPH = 8  # words
_SKIPPED = LITERAL | {"template", "svg", "title", "noscript", "textarea", "head"}
_PLAYERS = frozenset({"audio", "video"})
_EDGES = frozenset({"header", "nav", "footer"})
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")
_LABEL = 8  # words
# Who vouches for a reader: 'Continue with Google', and not 'Google News'.
_ENTERED_WITH = re.compile(
    r"\b(?:with|mit|avec|con|met|com|przez|med) (?:your )?(?:Google|Apple|Facebook|Microsoft)\b|でログイン"
)
_ADDRESS_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Surroundings:
    """What stands on a page from its first paragraph on, outside its headers and footers.

    ``offers`` are links to where something is bought or an account is opened, ``walled`` words in
    elements that are named for a wall, ``aside`` the texts of ``<aside>`` elements, ``behind``
    those behind the end of the last ``<article>``, ``fields``, ``buttons`` and ``players`` (of
    sounds or films) how many there are.
    ``is_locked`` says that the head declares the text to be for subscribers; ``own`` is the address
    that the page gives for itself.
    """

    offers: int = 0
    walled: int = 0
    aside: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)
    fields: int = 0
    buttons: int = 0
    players: int = 0
    is_locked: bool = False
    own: str = ""


def surroundings(markup: str) -> Surroundings:
    """Looks over a page; linear in it, and bounded."""
    return _Look().over(markup)


@dataclass(slots=True)
class _Look:
    found: Surroundings = field(default_factory=Surroundings)
    names: list[tuple[str, str]] = field(default_factory=list)  # open elements, and their kind
    open: dict[str, int] = field(default_factory=dict)  # how many of a kind are open
    run: list[str] = field(default_factory=list)
    has_paragraph: bool = False
    is_behind: bool = False  # an article has ended

    def over(self, markup: str) -> Surroundings:
        for number, (text, tag, rest, _) in enumerate(tags(markup)):
            if number >= _MOST_TAGS:
                break
            if text and not self.open.get("skipped"):
                self.run += decoded(text[:_LONGEST_TAG]).split()
            if not tag or tag == COMMENT:
                continue
            if breaks_line(tag):
                self._end_run()
            if rest is None:
                self._close(tag)
            else:
                self._open(tag, rest[:_LONGEST_TAG])
        self._end_run()
        return self.found

    def _end_run(self) -> None:
        words, self.run = self.run, []
        if not words or self.open.get("edge"):
            return
        if self.open.get("aside"):
            self.found.aside.add(" ".join(words))
        if self.open.get("button") and _ENTERED_WITH.search(" ".join(words[:_LABEL])):
            self.found.offers += 1
        if self.is_behind:
            self.found.behind.add(" ".join(words))
        if self.open.get("wall"):
            self.found.walled += len(words)
        if count_words(" ".join(words)) >= _PARAGRAPH:
            self.has_paragraph = True

    def _open(self, tag: str, rest: str) -> None:
        found = self.found
        if tag in {"meta", "link"}:
            self._declares(attributes_of(rest))
        elif self.open.get("skipped"):
            pass
        elif tag == "article":
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
        elif tag == "a" and self.has_paragraph and not self.open.get("edge"):
            found.offers += _is_offer(attributes_of(rest).get("href", ""))
        if not ELEMENTS[tag].void and len(self.names) < _DEEPEST:
            kind = self._kind(tag, rest)
            self.names.append((tag, kind))
            self.open[kind] = self.open.get(kind, 0) + 1

    def _kind(self, tag: str, rest: str) -> str:
        if tag in _SKIPPED or hides(tag, rest):
            return "skipped"
        if tag in _EDGES:
            return "edge"
        if tag == "button":
            return "button"
        if tag == "aside" and not _is_wall(rest):
            return "aside"
        return "wall" if tag not in {"html", "body"} and _is_wall(rest) else ""

    def _close(self, tag: str) -> None:
        """Closes the innermost element of a name, and those in it."""
        if not any(name == tag for name, _ in self.names[-12:]):
            return
        while self.names:
            name, kind = self.names.pop()
            self.open[kind] -= 1
            self.is_behind |= name == "article" and self.has_paragraph
            if name == tag:
                return

    def _declares(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("property") or attributes.get("name") or "").strip().lower()
        content = attributes.get("content", "").strip().lower()
        if name.endswith("content_tier"):
            self.found.is_locked |= content in {"locked", "paid", "premium"}
        elif name == "og:url":
            self.found.own = self.found.own or attributes.get("content", "")
        elif attributes.get("rel", "").lower() == "canonical":
            self.found.own = attributes.get("href", "") or self.found.own


def _is_wall(rest: str) -> bool:
    """Whether an id or a class names what keeps a text back; 'has-paywall' names a state."""
    if "class" not in rest and "id" not in rest:
        return False
    attributes = attributes_of(rest)
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}".split()
    for name in names[:40]:
        words = {word.lower() for word in _WORD.findall(name[:100])}
        if not words.isdisjoint(_words("walls")) and words.isdisjoint(_words("not_walls")):
            return True
    return False


def _is_offer(href: str) -> bool:
    """Whether an address is one where a subscription is bought, or an account opened or entered."""
    words = {word.lower() for word in _ADDRESS_WORD.findall(href[:300])}
    return not words.isdisjoint(_words("offers")) and words.isdisjoint(_words("not_offers"))


@cache
def _words(key: str) -> frozenset[str]:
    text = (files(__package__) / "surroundings.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[key].split())
