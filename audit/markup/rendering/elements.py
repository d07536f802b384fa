"""What elements do to the text around them (WHATWG HTML, 15.3, 'Rendering')."""

from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """How an element stands in the text."""

    INLINE = 1  # in the line: its words glue to their neighbours
    BLOCK = 2  # by itself
    SPACED = 3  # in the line of a row, but never glued: cells
    BREAK = 4  # a new line inside a block
    DROPPED = 5  # its content is no text for a reader
    HIDDEN = 6  # its content is text that no reader sees


_BLOCKS = (
    *("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "dir"),
    *("div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "head"),
    *("header", "hgroup", "hr", "html", "legend", "listing", "main", "menu", "nav", "ol", "p"),
    *("plaintext", "pre", "search", "section", "summary", "ul", "xmp"),
)
_BLOCKS_IN_P = ("button", "caption", "foreignobject", "select", "table", "text", "textarea")
"""Blocks that leave a paragraph open."""

_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr"}
_ROW_GROUPS = _ROWS | {"tbody", "tfoot", "thead"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"dd", "dt", "li", "optgroup", "option"})

NOT_IN_LINE = _ROW_GROUPS | _HEADINGS | _ITEMS | {*_BLOCKS, *_BLOCKS_IN_P, "template"}
"""Elements that stand by themselves."""


@dataclass(frozen=True, slots=True)
class Element:
    """How an element stands in the text and in the tree.

    ``void`` ones have no end tag. A start tag first ends the open elements in ``ends`` that no
    element in ``within`` parts from it (HTML, 13.2.6.4.7).
    """

    shape: Shape
    void: bool = False
    ends: frozenset[str] = frozenset()
    within: frozenset[str] = NOT_IN_LINE


_P = frozenset({"p"})
_TABLE = frozenset({"table", "template"})
_LISTS = frozenset(
    {
        "ul",
        "ol",
        "dl",
        "menu",
        "dir",
        "table",
        "td",
        "th",
        "template",
        "section",
        "article",
        "aside",
        "blockquote",
        "footer",
        "form",
        "header",
        "main",
        "nav",
        "figure",
    }
)
_RUBY = frozenset({"rb", "rp", "rt", "rtc"})

_VOID = frozenset({
    *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input"),
    *("keygen", "link", "meta", "param", "source", "track", "wbr"),
})  # fmt: skip


def _elements() -> dict[str, Element]:
    known = {name: Element(Shape.BLOCK, name in _VOID, _P) for name in _BLOCKS}
    known |= {name: Element(Shape.BLOCK) for name in _BLOCKS_IN_P}
    known |= {name: Element(Shape.BLOCK, ends=_P | _HEADINGS) for name in _HEADINGS}
    known |= {name: Element(Shape.SPACED, False, _CELLS, _TABLE) for name in _CELLS}
    known |= {
        name: Element(Shape.BLOCK, False, _ROW_GROUPS, _TABLE)
        for name in ("tbody", "tfoot", "thead")
    }
    known |= {name: Element(Shape.INLINE, void=True) for name in _VOID - {"br", "hr"}}
    known |= {
        name: Element(Shape.DROPPED)
        for name in ("iframe", "noembed", "noframes", "script", "style", "title")
    }
    known |= {
        name: Element(Shape.HIDDEN)
        for name in (
            *("annotation", "annotation-xml", "audio", "canvas", "datalist", "desc", "noscript"),
            *("object", "template", "video"),
        )
    }
    known |= {
        name: Element(Shape.DROPPED, False, _RUBY, frozenset({"ruby"}))
        for name in ("rp", "rt", "rtc")
    }
    known |= {
        name: Element(Shape.INLINE)
        for name in ("b", "em", "font", "i", "path", "span", "strong", "svg")
    }
    return known | {
        "a": Element(Shape.INLINE, ends=frozenset({"a"})),
        "br": Element(Shape.BREAK, void=True),
        "button": Element(Shape.BLOCK, ends=frozenset({"button"})),
        "dd": Element(Shape.BLOCK, False, _P | {"dd", "dt"}, _LISTS),
        "dt": Element(Shape.BLOCK, False, _P | {"dd", "dt"}, _LISTS),
        "li": Element(Shape.BLOCK, False, _P | {"li"}, _LISTS),
        "optgroup": Element(Shape.BLOCK, ends=frozenset({"option", "optgroup"})),
        "option": Element(Shape.BLOCK, ends=frozenset({"option"})),
        "select": Element(Shape.BLOCK, ends=frozenset({"select"})),
        "rb": Element(Shape.INLINE, False, _RUBY, frozenset({"ruby"})),
        "tr": Element(Shape.BLOCK, False, _ROWS, _TABLE),
    }


class _Elements(dict[str, Element]):
    """By lower-case name.

    What is unknown or made up by a site stands in the line, as in a browser.
    """

    def __missing__(self, name: str) -> Element:
        return _INLINE


_INLINE = Element(Shape.INLINE)
ELEMENTS = _Elements(_elements())
"""How each element stands in the text."""

PLAIN = frozenset({
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "circle", "code", "data", "dfn"),
    *("em", "font", "g", "i", "kbd", "label", "mark", "nobr", "path", "rect", "samp", "small"),
    *("span", "strong", "time", "tt", "u", "use", "var"),
})  # fmt: skip
"""Elements in the line that do nothing to the text unless their attributes say so."""

CONTROLS = frozenset({"button", "select", "textarea"})
"""Elements that stand in the line and whose words are not read in it."""

STRUCK = frozenset({"del", "s", "strike"})
"""Elements in the line whose words are withdrawn."""

IN_LINE = PLAIN | STRUCK | {"ins", "q", "sub", "sup"}
"""Elements that may stand side by side in the line."""

_PARTS_RUNS_NOT = {"img", "wbr"} | IN_LINE


def breaks_line(name: str) -> bool:
    """Whether an element, or a site's own, is not known to stand in the line."""
    return name not in _PARTS_RUNS_NOT


PREFORMATTED = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
"""Elements that keep their lines and spaces."""
