"""A first glance at a page: enough to tell an article from an empty shell, not to read it."""

import codecs
import html
import re
from dataclasses import dataclass, field

from audit.capture.exchange import Answer

ENOUGH_WORDS = 500
_ENOUGH_TAGS = 50_000  # a page that has these before its first 500 words is made to waste time
_LONGEST_RUN = 20_000  # characters of one text that are looked at
_FIRST_LINKS = 5
_MOST_SCRIPT = 20_000  # characters of all scripts that are kept

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_SKIPPED = frozenset(
    {"script", "style", "template", "svg", "title", "noscript", "textarea", "iframe"}
)
_ENDS_NAME = frozenset({" ", "\t", "\n", "\r", "\f", "/", ">"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_ASIDE = frozenset({"nav", "aside", "footer"})
_NO_PROSE = frozenset({"a", "button", "select", "option", *_ASIDE})
_KEPT = frozenset({"h1", "h2", *_NO_PROSE})
_RIGHTS = frozenset({"©", "copyright", "(c)"})  # in a line that is at the foot of any page
_ANY_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(
    r"([a-zA-Z:-]{1,40})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LOOKS_HTML = re.compile(
    rb"\s{0,200}(?:<!--|<!doctype html|<html|<head|<body|<script|<title|<meta)", re.IGNORECASE
)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([a-zA-Z0-9_:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Glance:
    """What a page shows in its first 500 words, and what it is made of.

    ``blocks`` are the texts that a browser without scripts would show outside ``noscript``, menus and footers,
    one for each run between elements that break the line; ``prose`` counts their words outside links,
    buttons and asides, and ``longest`` those of the longest such run. ``title``, ``heading`` (the first
    ``h1`` with words), ``subheading`` (``h2``), ``blocks`` and ``noscript`` are in lower case. ``refreshes``
    are the values of its refresh elements, ``late_refreshes`` of those in ``noscript``; ``links`` are the
    targets of its first links.
    """

    title: str = ""
    heading: str = ""
    subheading: str = ""
    blocks: tuple[str, ...] = ()
    count: int = 0
    prose: int = 0
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
    return _LOOKS_HTML.match(body.removeprefix(b"\xef\xbb\xbf")) is not None


def glance(body: bytes, content_type: str | None = None) -> Glance:
    """Looks at a page from its beginning until it has seen enough words; linear in the body."""
    return _Look(_decoded(body, content_type)).glance()


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name, the first of a name, character references undone."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), html.unescape("".join(values)))
    return found


def _decoded(body: bytes, content_type: str | None) -> str:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    declared = _CHARSET.search(content_type or "") or _CHARSET.search(body[:2048].decode("latin-1"))
    try:
        encoding = codecs.lookup(declared[1]).name if declared else "utf-8"
        return body.decode(encoding, "replace")
    except (LookupError, ValueError):  # no encoding of text
        return body.decode("utf-8", "replace")


@dataclass(slots=True)
class _Look:
    """The state of a glance; ``open`` counts the elements that are open and hold no prose."""

    page: str
    blocks: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    run_prose: int = 0
    count: int = 0
    prose: int = 0
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
        page = self.page
        at = tags = 0
        while at < len(page) and self.prose < ENOUGH_WORDS and tags < _ENOUGH_TAGS:
            tags += 1
            opening = page.find("<", at)
            opening = len(page) if opening < 0 else opening
            if opening > at:
                self._words(page[at : min(opening, at + _LONGEST_RUN)])
            if page.startswith("<!--", opening):
                at = _after(page, "-->", opening + 4)
                continue
            tag = _TAG.match(page, opening)
            if tag is None:
                at = opening + 1
                continue
            name = tag[2].lower()
            at = _after(page, ">", tag.end())
            if tag[1]:
                self._close(name)
            else:
                at = self._open(name, opening, at)

    def _words(self, text: str) -> None:
        words = _words(text)
        if not words:
            return
        self.run += words
        self.count += len(words)
        if not any(map(self.open.get, _NO_PROSE)):
            self.run_prose += len(words)
            self.prose += len(words)
        for name in ("h1", "h2"):
            if self.open.get(name) and len(self.kept[name]) < 60:
                self.kept[name] += words

    def _open(self, name: str, opening: int, at: int) -> int:
        """Takes an opening tag in; the offset at which to go on."""
        if name not in _INLINE:
            self._end_run()
        if name in _KEPT:
            if name in {"h1", "h2"} and not self.kept.get(name):
                self.kept[name] = []
                self.open[name] = 1
            elif name in _ASIDE:
                self.open[name] = self.open.get(name, 0) + 1
            elif name in _NO_PROSE:
                self.open[name] = 1  # these do not nest
            if name == "a" and len(self.links) < _FIRST_LINKS:
                self.links += filter(None, [attributes(self.page[opening:at]).get("href")])
        elif name in {"meta", "input", "body"}:
            self._attributes(name, self.page[opening : min(at, opening + 9000)])
        if name not in _SKIPPED:
            return at
        stop = _end_of(self.page, name, at)
        inside = self.page[at : min(stop, at + _LONGEST_RUN)]
        if name == "script":
            self.has_script = True
            self.script += len(inside)
            if self.script <= _MOST_SCRIPT and inside:
                self.scripts.append(inside)
        elif name in {"title", "noscript"} and not self.kept.get(name):
            self.kept[name] = _words(_ANY_TAG.sub(" ", inside))
        if name == "noscript":
            for tag in _ANY_TAG.findall(inside):
                self._refresh(tag, self.late_refreshes)
        return stop

    def _close(self, name: str) -> None:
        if name not in _INLINE:
            self._end_run()
        if self.open.get(name):
            self.open[name] -= 1

    def _attributes(self, name: str, tag: str) -> None:
        if name == "meta":
            self._refresh(tag, self.refreshes)
        elif name == "input":
            self.has_password |= attributes(tag).get("type", "").lower() == "password"
        elif "onload" in tag.lower():
            self.scripts.append(attributes(tag).get("onload", "")[:_LONGEST_RUN])

    def _refresh(self, tag: str, into: list[str]) -> None:
        if "refresh" in tag.lower():
            found = attributes(tag)
            if found.get("http-equiv", "").strip().lower() == "refresh":
                into.append(found.get("content", ""))

    def _end_run(self) -> None:
        if self.run:
            if not _RIGHTS.isdisjoint(self.run):
                self.prose -= self.run_prose
                self.run_prose = 0
            if not self.open.get("nav") and not self.open.get("footer"):
                self.blocks.append(" ".join(self.run))
            self.longest_of_all = max(self.longest_of_all, len(self.run))
            self.longest = max(self.longest, self.run_prose)
            self.run, self.run_prose = [], 0


def _words(text: str) -> list[str]:
    return html.unescape(text).lower().split()[:ENOUGH_WORDS]


def _end_of(page: str, name: str, start: int) -> int:
    """Where the end tag of an element begins, of which nothing is markup but that."""
    at = page.find("</", start)
    while at >= 0:
        after = at + 2 + len(name)
        if page[at + 2 : after].lower() == name and page[after : after + 1] in _ENDS_NAME:
            return at
        at = page.find("</", at + 2)
    return len(page)


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)
