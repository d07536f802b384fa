"""A first glance at a page: enough to tell an article from an empty shell, not to read it."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from audit.capture.http.exchange import Answer
from audit.markup.characters.charset import decode_page, is_utf_16
from audit.markup.promised import count_words, is_unspaced
from audit.markup.rendering.elements import breaks_line
from audit.markup.tokens import COMMENT, attributes_of, decoded, tags

ENOUGH_WORDS = 500
_ENOUGH_TAGS = 50_000  # a page that has these before its first 500 words is made to waste time
_LONGEST_RUN = 20_000  # characters of one text that are looked at
_LONGEST_TAG = 9000  # characters
_FIRST_LINKS = 5
_MOST_SCRIPT = 20_000  # characters of all scripts that are kept

_SKIPPED = frozenset(
    {"script", "style", "template", "svg", "title", "noscript", "textarea", "iframe"}
)
_ASIDE = frozenset({"nav", "aside", "footer"})
_NO_PROSE = frozenset({"a", "button", "select", "option", "time", *_ASIDE})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5"})
_TEASER = 40  # words below a heading that leads to another page
_FEWEST_TEASERS = 4
_KEPT = frozenset({"h1", "h2", *_NO_PROSE})
_RIGHTS = frozenset({"©", "copyright", "(c)"})  # in a line that is at the foot of any page
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LOOKS_HTML = re.compile(
    r"\s{0,200}(?:<!--|<!doctype html|<html|<head|<body|<script|<title|<meta)", re.IGNORECASE
)
_BEGINNING = 1000  # bytes
# An address that names a story: what stands in a link to it is said of that.
_STORY = re.compile(r"""(?i)\bhref\s?=\s?["']?[^"'\s>?]{0,300}?(?:-[^"'/\s>?]{1,80}-|\d{4})""")


@dataclass(frozen=True, slots=True)
class Glance:
    """What a page shows in its first 500 words, and what it is made of.

    ``blocks`` are the texts that a browser without scripts would show outside ``noscript``, menus,
    footers and links to other stories, one for each run between elements that break the line;
    ``prose`` counts their words outside links, buttons and asides, ``own`` those of them that tell
    no other story, below a heading that leads there, and ``longest`` those of the longest such
    run. ``title``, ``heading`` (the first ``h1`` with words), ``subheading`` (``h2``),
    ``blocks`` and ``noscript`` are in lower case. ``refreshes`` are the values of its refresh
    elements, ``late_refreshes`` of those in ``noscript``; ``links`` are the targets of its first
    links.
    """

    title: str = ""
    heading: str = ""
    subheading: str = ""
    blocks: tuple[str, ...] = ()
    count: int = 0
    prose: int = 0
    own: int = 0
    longest: int = 0
    noscript: str = ""
    scripts: str = ""
    refreshes: tuple[str, ...] = ()
    late_refreshes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    has_script: bool = False
    has_password: bool = False

    @property
    def text(self) -> str:
        """The words, joined by single spaces."""
        return " ".join(self.blocks)


def media_type(answer: Answer) -> str:
    """The media type in lower case, without parameters; empty when none is declared."""
    return (answer.content_type or "").partition(";")[0].strip().lower()


def is_html(answer: Answer) -> bool:
    """Whether a browser would show the body as a page."""
    declared = media_type(answer)
    return declared in _HTML_TYPES or (
        not declared.startswith("text/") and looks_like_html(answer.body)
    )


def looks_like_html(body: bytes) -> bool:
    """Whether a body begins as a page does, whatever it is declared to be."""
    beginning = body[:_BEGINNING]
    text = decode_page(beginning) if is_utf_16(beginning) else beginning.decode("latin-1")
    return _LOOKS_HTML.match(text.removeprefix("ï»¿")) is not None


@lru_cache(maxsize=1)  # redirects, walls and reloads ask for it, one after the other
def glance(body: bytes, content_type: str | None = None) -> Glance:
    """Looks at a page from its beginning until it has seen enough words; linear in the body."""
    return _Look(decode_page(body, content_type)).glance()


@dataclass(slots=True)
class _Look:
    """The state of a glance; ``open`` counts the elements that are open and hold no prose."""

    page: str
    blocks: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    run_words: int = 0  # how many there would be with spaces between them
    run_prose: int = 0
    count: int = 0
    prose: int = 0
    teasers: int = 0
    teased: int = 0  # words below their headings
    teaser: int = 0  # how many may follow below the last one
    longest: int = 0
    longest_of_all: int = 0
    kept: dict[str, list[str]] = field(default_factory=dict)
    open: dict[str, int] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    script: int = 0  # characters of all scripts
    refreshes: list[str] = field(default_factory=list)
    late_refreshes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    has_script: bool = False
    has_password: bool = False
    is_in_link: bool = False
    link: str = ""  # the attributes of the last link
    run_linked: int = 0  # how many words of the run stand in it
    skipped: str = ""  # the open element that shows no text
    keeps: bool = False  # whether it is the first of its name with words

    def glance(self) -> Glance:
        self._look()
        self._end_run()
        unclosed = any(self.open.get(name) for name in _ASIDE)
        text = {name: " ".join(words) for name, words in self.kept.items()}
        return Glance(
            title=text.get("title", ""),
            heading=text.get("h1", ""),
            subheading=text.get("h2", ""),
            blocks=tuple(self.blocks),
            count=self.count,
            prose=self.count if unclosed else self.prose,
            own=self.count if unclosed else self.own,
            longest=self.longest_of_all if unclosed else self.longest,
            noscript=text.get("noscript", ""),
            scripts="\n".join(self.scripts),
            refreshes=tuple(self.refreshes),
            late_refreshes=tuple(self.late_refreshes),
            links=tuple(self.links),
            has_script=self.has_script,
            has_password=self.has_password,
        )

    def _look(self) -> None:
        for number, (text, tag, rest, _) in enumerate(tags(self.page)):
            if self.own >= ENOUGH_WORDS or number >= _ENOUGH_TAGS:
                return
            if text:
                (self._skipped_text if self.skipped else self._words)(text[:_LONGEST_RUN])
            if not tag or tag == COMMENT:
                continue
            if self.skipped:
                self._skipped_tag(tag, rest)
            elif rest is None:
                self._close(tag)
            else:
                self._open(tag, rest[:_LONGEST_TAG])

    @property
    def own(self) -> int:
        return self.prose - (self.teased if self.teasers >= _FEWEST_TEASERS else 0)

    def _skipped_text(self, text: str) -> None:
        """A text in an element that shows none."""
        name = self.skipped
        if name == "script":
            self.script += len(text)
            if self.script <= _MOST_SCRIPT:
                self.scripts.append(text)
        elif name in {"title", "noscript"} and self.keeps:
            self.kept[name] += _words(text)

    def _skipped_tag(self, tag: str, rest: str | None) -> None:
        if rest is None and tag == self.skipped:
            self.skipped = ""
        elif rest is not None and self.skipped in {"title", "textarea"}:  # it was left open
            self.skipped = ""
            self._open(tag, rest[:_LONGEST_TAG])
        elif rest and tag == "meta" and self.skipped == "noscript":
            self._refresh(rest[:_LONGEST_TAG], self.late_refreshes)

    def _words(self, text: str) -> None:
        words = _words(text)
        if not words:
            return
        self.run += words
        count = count_words(text) if is_unspaced(text) else len(words)
        self.run_words += count
        if self.is_in_link:
            self.run_linked += count
        self.count += count
        if not any(map(self.open.get, _NO_PROSE)):
            self.run_prose += count
            self.prose += count
        for name in ("h1", "h2"):
            if self.open.get(name) and len(self.kept[name]) < 60:
                self.kept[name] += words

    def _open(self, name: str, rest: str) -> None:
        """Takes a start tag in."""
        if breaks_line(name):
            self._end_run()
        if name in _HEADINGS:
            self.open["heading"] = 1
        if name in _KEPT:
            if name in {"h1", "h2"} and not self.kept.get(name):
                self.kept[name] = []
                self.open[name] = 1
            elif name in _ASIDE:
                self.open[name] = self.open.get(name, 0) + 1
            elif name in _NO_PROSE:
                self.open[name] = 1  # these do not nest
            if name == "a":
                self.is_in_link, self.link = True, rest
                if len(self.links) < _FIRST_LINKS:
                    self.links += filter(None, [attributes_of(rest).get("href")])
        elif name == "meta":
            self._refresh(rest, self.refreshes)
        elif name == "input":
            self.has_password |= attributes_of(rest).get("type", "").lower() == "password"
        elif name == "body" and "onload" in rest.lower():
            self.scripts.append(attributes_of(rest).get("onload", ""))
        elif name in _SKIPPED:
            self.skipped = name
            self.has_script |= name == "script"
            self.keeps = not self.kept.get(name)
            self.kept.setdefault(name, [])

    def _close(self, name: str) -> None:
        if breaks_line(name):
            self._end_run()
        if self.open.get(name):
            self.open[name] -= 1
        if name in _HEADINGS:
            self.open["heading"] = 0
        if name == "a":
            self.is_in_link = False

    def _refresh(self, rest: str, into: list[str]) -> None:
        if "refresh" in rest.lower():
            found = attributes_of(rest)
            if found.get("http-equiv", "").strip().lower() == "refresh":
                into.append(found.get("content", ""))

    def _tease(self, *, is_of_a_story: bool) -> None:
        """Notes whether a run is a heading that leads to another page, or stands below one."""
        if self.open.get("heading"):
            self.teaser = _TEASER if is_of_a_story else 0
            self.teasers += is_of_a_story
        elif self.run_prose <= self.teaser:
            self.teased += self.run_prose
            self.teaser -= self.run_prose
        else:
            self.teaser = 0

    def _end_run(self) -> None:
        if self.run:
            if not _RIGHTS.isdisjoint(self.run):
                self.prose -= self.run_prose
                self.run_prose = 0
            is_of_a_story = self.run_linked == self.run_words and _STORY.search(self.link)
            self._tease(is_of_a_story=bool(is_of_a_story))
            if not (self.open.get("nav") or self.open.get("footer") or is_of_a_story):
                self.blocks.append(" ".join(self.run))
            self.longest_of_all = max(self.longest_of_all, self.run_words)
            self.longest = max(self.longest, self.run_prose)
            self.run, self.run_words, self.run_prose, self.run_linked = [], 0, 0, 0


def _words(text: str) -> list[str]:
    return decoded(text).lower().split()[:ENOUGH_WORDS]
