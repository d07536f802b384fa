"""What the elements of a page do to the text around them (WHATWG HTML, chapter 15.3, 'Rendering')."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """How an element stands in the text."""

    INLINE = 1  # in the line: its words glue to their neighbours
    BLOCK = 2  # by itself
    SPACED = 3  # in the line, but never glued: cells of a row, elements a site made up
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

    ``void`` ones have no end tag. A start tag first ends the open elements in ``ends`` that no element
    in ``within`` parts from it (HTML, 13.2.6.4.7).
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
            *("annotation", "annotation-xml", "audio", "canvas", "datalist", "desc", "object"),
            *("template", "video"),
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
        "dd": Element(Shape.BLOCK, False, _P | {"dd", "dt"}, _LISTS),
        "dt": Element(Shape.BLOCK, False, _P | {"dd", "dt"}, _LISTS),
        "li": Element(Shape.BLOCK, False, _P | {"li"}, _LISTS),
        "optgroup": Element(Shape.BLOCK, ends=frozenset({"option", "optgroup"})),
        "option": Element(Shape.BLOCK, ends=frozenset({"option"})),
        "rb": Element(Shape.INLINE, False, _RUBY, frozenset({"ruby"})),
        "tr": Element(Shape.BLOCK, False, _ROWS, _TABLE),
    }


class _Elements(dict[str, Element]):
    """By lower-case name; those a site made up have a hyphen in their name."""

    def __missing__(self, name: str) -> Element:
        return _MADE_UP if "-" in name else _INLINE


_INLINE = Element(Shape.INLINE)
_MADE_UP = Element(Shape.SPACED)
ELEMENTS = _Elements(_elements())
"""How each element stands in the text."""

PLAIN = frozenset({
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "circle", "code", "data", "del", "dfn"),
    *("em", "font", "g", "i", "ins", "kbd", "label", "mark", "nobr", "path", "rect", "s", "samp", "small"),
    *("span", "strike", "strong", "time", "tt", "u", "use", "var"),
})  # fmt: skip
"""Elements in the line that do nothing to the text unless their attributes say so."""

IN_LINE = PLAIN | {"q", "sub", "sup"}
"""Elements that may stand side by side in the line."""

_PARTS_RUNS_NOT = {"img", "q", "wbr", "sub", "sup"} | PLAIN


def breaks_line(name: str) -> bool:
    """Whether an element, or one that a site may have set apart, is not known to stand in the line."""
    return name not in _PARTS_RUNS_NOT


PREFORMATTED = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
"""Elements that keep their lines and spaces."""

_INITIAL = re.compile(r"\b(?:drop-?cap|first-?letter|initial)|\bdrop\b", re.IGNORECASE)
_INSIDE = re.compile(r"""href\s{0,9}=\s{0,9}["']?#""", re.IGNORECASE)
_NOTE = re.compile(r"noteref|footnote|fnref|cite_ref|\breference\b", re.IGNORECASE)
_HELD_BACK = frozenset({"html", "body"})
_BEHIND_A_WINDOW = _HELD_BACK | {"main", "article"}


def may_hide(rest: str) -> bool:
    """Whether unread attributes may hide an element: a quick look, before they are read."""
    return "idden" in rest or "none" in rest or "IDDEN" in rest or "NONE" in rest or "None" in rest


def is_initial(rest: str) -> bool:
    """Whether unread attributes name an initial letter, which styles set in a block of its own."""
    quick = "rop" in rest or "nitial" in rest or "etter" in rest
    return quick and _INITIAL.search(rest) is not None


def may_matter(rest: str) -> bool:
    """Whether unread attributes may make a plain element matter: hide it, or name a caption or an initial."""
    return may_hide(rest) or is_caption(rest) or is_initial(rest)


def is_caption(rest: str) -> bool:
    """Whether unread attributes may make a ``<span>`` a caption; no other zone is asked of spans."""
    return "aption" in rest or "utline" in rest


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the attributes of an element say that no reader sees its text.

    A class is no evidence: ``.hidden`` and ``.visually-hidden`` depend on a stylesheet. Nor is it
    evidence on the whole page, which scripts hide only until it has loaded, nor ``aria-hidden`` on
    its main part, which an open window sets.
    """
    if tag in _HELD_BACK:
        return False
    if "hidden" in attributes:
        return attributes["hidden"].strip().lower() != "until-found"
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return tag not in _BEHIND_A_WINDOW
    style = attributes.get("style")
    if not style:
        return False
    declarations = "".join(style.lower().split())
    return "display:none" in declarations or "visibility:hidden" in declarations


def is_shadow_tree(tag: str, rest: str) -> bool:
    """Whether an element that hides its content shows it after all: a template that is a shadow tree."""
    return tag == "template" and "shadowrootmode" in rest.lower()


def leads_inside(rest: str) -> bool:
    """Whether the unread attributes of a link lead to a place of the same page."""
    return _INSIDE.search(rest) is not None


def is_note(rest: str) -> bool:
    """Whether unread attributes name the mark of a footnote."""
    return _NOTE.search(rest) is not None
