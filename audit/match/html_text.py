"""An HTML page to its text: one pass over the parser's events, no tree, linear time.

A tree would be lost below the 2,048th level of nesting and takes quadratic time for an element of many
attributes; lxml's events have neither limit.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from audit.match.elements import PREFORMATTED, Shape, is_hidden, shape
from audit.match.zone_claims import claim_of
from audit.match.zones import Region, zones_of
from audit.model import Zone

_END_TAGS_THAT_BREAK = re.compile(r"</(?:p|br)[ \t\n\r\f]*>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_TAG = re.compile(r"<[^<>]*>")
_NO_WORDS = ("?", "[CDATA[", "[if", "<![endif", "[endif")  # comments that are code
_FEWEST_WORDS = 3  # in a comment, to be kept
_MOST_COMMENTS = 200_000  # characters
_LONGEST_LANGUAGE = 35  # characters (RFC 5646, 4.4.1)
_NOTED = PREFORMATTED | {"a", "article", "html", "main", "meta", "q", "svg"}
_QUOTATION_MARKS = (("“", "”"), ("‘", "’"))


@dataclass(frozen=True, slots=True)
class HtmlText:
    """What a page holds: its visible blocks with their zones, hidden ones, and what it says of itself.

    ``scripts`` are the texts of its JSON-LD scripts.
    """

    blocks: tuple[tuple[str, Zone], ...]
    hidden: tuple[str, ...]
    title: str | None
    language: str | None
    scripts: tuple[str, ...]


def html_text(markup: str) -> HtmlText:
    """Reads a page as a browser shows it without scripts and stylesheets.

    ``<p>``, ``<div>``, ``<li>`` and their like are blocks, ``<br>`` is a line end inside one, cells of a
    row part by a space, white space collapses (CSS Text 3, 4.1.1) but in ``<pre>``, ``<q>`` gets its
    marks. Markup that is broken is repaired as libxml2 does it; there is no error.
    """
    walk = _Walk()
    parser = etree.HTMLParser(target=walk, huge_tree=True, no_network=True)
    # A stray </p> or </br> breaks the line in every browser (HTML, 13.2.6.4.7); libxml2 forgets it.
    parser.feed(_END_TAGS_THAT_BREAK.sub(_with_break, markup))
    return parser.close()  # type: ignore[no-any-return]  # what _Walk.close returns


def _with_break(end_tag: re.Match[str]) -> str:
    return f"{end_tag[0]}<br>"


class _Buffer:
    """The words of the block that is being read, and how many of their characters are linked."""

    __slots__ = ("lines", "linked", "pieces")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.lines: list[str] = []
        self.linked = 0

    def end_line(self, *, preformatted: bool) -> None:
        text = "".join(self.pieces)
        self.pieces.clear()
        text = text.strip("\n\r\f").rstrip() if preformatted else _collapsed(text)
        if text and not text.isspace():
            self.lines.append(text)

    def take(self, *, preformatted: bool) -> tuple[str, int]:
        """The finished block and its linked characters; the buffer is empty then."""
        self.end_line(preformatted=preformatted)
        text = "\n".join(self.lines)
        linked = min(self.linked, len(text))
        self.lines.clear()
        self.linked = 0
        return text, linked


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


class _Walk:
    """The target of lxml's parser: its methods are the parser's events."""

    def __init__(self) -> None:
        self._depth = 0
        # The depth of the outermost open element of its kind, 0 where none is open.
        self._dropped_at = self._hidden_at = self._preformatted_at = self._link_at = 0
        self._article_at = self._svg_at = 0
        self._quotations = 0
        self._visible = self._buffer = _Buffer()
        self._concealed = _Buffer()
        self._regions = [Region(0)]
        self._open: list[tuple[int, int]] = [(0, 0)]  # depth and index of the open regions
        self._blocks: list[tuple[str, int]] = []
        self._hidden: list[str] = []
        self._comments_left = _MOST_COMMENTS
        self._kept: list[str] | None = None  # the text of a dropped element that matters
        self._scripts: list[str] = []
        self._title: str | None = None
        self._shared_title: str | None = None
        self._language: str | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._dropped_at:
            return
        how = shape(tag)
        if how is Shape.VOID:
            return
        if how is Shape.DROPPED:
            self._drop(tag, attributes)
            return
        if not self._hidden_at and (
            how is Shape.HIDDEN or (attributes and is_hidden(tag, attributes))
        ):
            self._hidden_at = self._depth
            self._buffer = self._concealed
        if how is Shape.BLOCK:
            self._end_block()
        elif how is Shape.SPACED:
            self._buffer.pieces.append(" ")
        elif how is Shape.BREAK:
            self._buffer.end_line(preformatted=bool(self._preformatted_at))
        if not self._hidden_at and (how is not Shape.INLINE or tag == "span"):
            self._start_region(tag, attributes)
        if tag in _NOTED:
            self._note(tag, attributes)

    def end(self, tag: str) -> None:
        depth = self._depth
        self._depth -= 1
        if self._dropped_at:
            if self._dropped_at == depth:
                self._end_dropped(tag)
            return
        how = shape(tag)
        if how is Shape.BLOCK:
            self._end_block()
        elif how is Shape.SPACED:
            self._buffer.pieces.append(" ")
        elif tag == "q" and self._quotations:
            self._quotations -= 1
            self._buffer.pieces.append(_QUOTATION_MARKS[self._quotations % 2][1])
        if self._open[-1][0] == depth:
            self._end_block()
            self._open.pop()
        if self._hidden_at == depth:
            self._end_block()
            self._hidden_at = 0
            self._buffer = self._visible
        if tag in _NOTED:
            self._forget(depth)

    def data(self, text: str) -> None:
        if self._dropped_at:
            if self._kept is not None:
                self._kept.append(text)
            return
        self._buffer.pieces.append(text)
        if self._link_at:
            self._buffer.linked += len(text.strip())

    def comment(self, text: str) -> None:
        if self._dropped_at or text.startswith(_NO_WORDS) or len(text) > self._comments_left:
            return
        words = _TAG.sub(" ", text).split()
        if len(words) >= _FEWEST_WORDS:
            self._comments_left -= len(text)
            self._hidden.append(" ".join(words))

    def close(self) -> HtmlText:
        self._end_block()
        zones = zones_of(self._regions)
        blocks = tuple((text, zones[region]) for text, region in self._blocks)
        headline = next((text for text, zone in blocks if zone is Zone.HEADLINE), "")
        # What the page tells others to call it, what its reader sees, what its window is called.
        title = self._shared_title or headline.replace("\n", " ") or self._title
        return HtmlText(blocks, tuple(self._hidden), title, self._language, tuple(self._scripts))

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Keeps in mind that an element is open, or what it says of the page."""
        if tag == "a":
            self._link_at = self._link_at or self._depth
        elif tag == "meta":
            if attributes.get("property") == "og:title" and self._shared_title is None:
                self._shared_title = _collapsed(attributes.get("content", "")) or None
        elif tag in ("article", "main"):
            self._article_at = self._article_at or self._depth
        elif tag in PREFORMATTED:
            self._preformatted_at = self._preformatted_at or self._depth
        elif tag == "q":
            self._buffer.pieces.append(_QUOTATION_MARKS[self._quotations % 2][0])
            self._quotations += 1
        elif tag == "svg":
            self._svg_at = self._svg_at or self._depth
        elif tag == "html" and self._language is None:
            language = attributes.get("lang") or attributes.get("xml:lang") or ""
            self._language = language.strip()[:_LONGEST_LANGUAGE] or None

    def _start_region(self, tag: str, attributes: Mapping[str, str]) -> None:
        current = self._regions[self._open[-1][1]]
        if tag == "main" or (attributes and _says_main(attributes)):
            current.has_main = True
            return
        claim = claim_of(tag, attributes, in_article=bool(self._article_at))
        if claim is None:
            return
        self._end_block()
        if tag == "h1":
            current.has_headline = True
        self._open.append((self._depth, len(self._regions)))
        self._regions.append(Region(self._open[-2][1], claim))

    def _drop(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._dropped_at = self._depth
        if tag == "title":
            self._kept = [] if self._title is None and not self._svg_at else None
        elif tag == "script" and "ld+json" in attributes.get("type", "").lower():
            self._kept = []

    def _end_dropped(self, tag: str) -> None:
        self._dropped_at = 0
        if self._kept is None:
            return
        text = "".join(self._kept)
        self._kept = None
        if tag == "script":
            self._scripts.append(text)
        else:
            self._title = _collapsed(text) or None

    def _forget(self, depth: int) -> None:
        """Notes that the outermost open element of its kind has closed."""
        if self._link_at == depth:
            self._link_at = 0
        if self._preformatted_at == depth:
            self._preformatted_at = 0
        if self._article_at == depth:
            self._article_at = 0
        if self._svg_at == depth:
            self._svg_at = 0

    def _end_block(self) -> None:
        buffer = self._buffer
        if not buffer.pieces and not buffer.lines:
            return
        text, linked = buffer.take(preformatted=bool(self._preformatted_at))
        if not text:
            return
        if self._hidden_at:
            self._hidden.append(text)
            return
        index = self._open[-1][1]
        self._regions[index].chars += len(text)
        self._regions[index].linked += linked
        self._blocks.append((text, index))


def _says_main(attributes: Mapping[str, str]) -> bool:
    return attributes.get("role") == "main" or attributes.get("itemprop") == "articleBody"
