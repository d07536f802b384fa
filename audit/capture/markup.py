"""A first glance at a page: enough to tell an article from an empty shell, not to read it."""

import html
import re
from dataclasses import dataclass

from audit.capture.exchange import Answer

ENOUGH_WORDS = 400
_ENOUGH_TAGS = 50_000  # a page that has these before its first 400 words is made to waste time
_LONGEST_RUN = 20_000  # characters of one text that are looked at

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_CLOSING = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "template", "svg", "title", "noscript", "textarea", "iframe")
}
_ANY_TAG = re.compile(r"<[^<>]*>")
_PASSWORD = re.compile(r"type\s{0,9}=\s{0,9}[\"']?password", re.IGNORECASE)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LOOKS_HTML = re.compile(
    rb"\s{0,200}(?:<!--|<!doctype html|<html|<head|<body|<script|<title|<meta)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Glance:
    """What a page shows: its title, its first heading, its first 400 words, and what it is made of.

    ``words`` are those a browser without scripts would show outside ``noscript``; ``noscript`` has the text
    inside. All are in lower case.
    """

    title: str
    heading: str
    words: tuple[str, ...]
    noscript: str
    has_script: bool
    has_password: bool

    @property
    def text(self) -> str:
        """The words, joined by single spaces."""
        return " ".join(self.words)


def media_type(answer: Answer) -> str:
    """The media type in lower case, without parameters; empty when none is declared."""
    return (answer.content_type or "").partition(";")[0].strip().lower()


def is_html(answer: Answer) -> bool:
    """Whether a browser would show the body as a page."""
    declared = media_type(answer)
    return declared in _HTML_TYPES or (not declared and looks_like_html(answer.body))


def looks_like_html(body: bytes) -> bool:
    """Whether a body begins as a page does, whatever it is declared to be."""
    return _LOOKS_HTML.match(body) is not None


def glance(body: bytes) -> Glance:
    """Looks at a page from its beginning until it has seen enough words; linear in the body."""
    encoding = "utf-16" if body.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    page = body.decode(encoding, "replace")
    words: list[str] = []
    kept: dict[str, list[str]] = {"title": [], "noscript": [], "h1": []}
    has_script = has_password = in_heading = False
    at = tags = 0
    while at < len(page) and len(words) < ENOUGH_WORDS and tags < _ENOUGH_TAGS:
        tags += 1
        opening = page.find("<", at)
        opening = len(page) if opening < 0 else opening
        shown = _words(page[at : min(opening, at + _LONGEST_RUN)])
        words += shown
        if in_heading and len(kept["h1"]) < ENOUGH_WORDS:
            kept["h1"] += shown
        if page.startswith("<!--", opening):
            at = _after(page, "-->", opening + 4)
            continue
        tag = _TAG.match(page, opening)
        if tag is None:
            at = opening + 1
            continue
        closes, name = tag[1], tag[2].lower()
        at = _after(page, ">", tag.end())
        in_heading = not closes if name == "h1" else in_heading
        if name == "input" and _PASSWORD.search(page, opening, min(at, opening + 2000)):
            has_password = True
        if closes or name not in _CLOSING:
            continue
        end = _CLOSING[name].search(page, at)
        inside = page[at : end.start() if end else len(page)]
        at = end.start() if end else len(page)
        has_script = has_script or name == "script"
        if name in kept and not kept[name]:
            kept[name] = _words(_ANY_TAG.sub(" ", inside[:_LONGEST_RUN]))
    joined = {name: " ".join(found) for name, found in kept.items()}
    return Glance(
        joined["title"], joined["h1"], tuple(words), joined["noscript"], has_script, has_password
    )


def _words(text: str) -> list[str]:
    return html.unescape(text).lower().split()[:ENOUGH_WORDS]


def _after(page: str, mark: str, start: int) -> int:
    found = page.find(mark, start)
    return len(page) if found < 0 else found + len(mark)
