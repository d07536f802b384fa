"""What the elements of a page do to the text around them (WHATWG HTML, chapter 15.3, 'Rendering')."""

from collections.abc import Mapping
from enum import Enum


class Shape(Enum):
    """How an element stands in the text."""

    INLINE = 1  # in the line: its words glue to their neighbours
    BLOCK = 2  # by itself
    SPACED = 3  # in the line, but never glued: cells of a row, elements a site made up
    BREAK = 4  # a new line inside a block
    VOID = 5  # nothing, not even a space; the parser does not know that it has no end
    DROPPED = 6  # its content is no text for a reader
    HIDDEN = 7  # its content is text that no reader sees


_SHAPES = (
    dict.fromkeys(
        (
            *("address", "article", "aside", "blockquote", "body", "button", "caption", "center"),
            *("dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption"),
            *("figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
            *("header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav"),
            *("ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select"),
            *("summary", "table", "tbody", "textarea", "tfoot", "thead", "tr", "ul", "xmp"),
        ),
        Shape.BLOCK,
    )
    | dict.fromkeys(("td", "th"), Shape.SPACED)
    | dict.fromkeys(("br",), Shape.BREAK)
    | dict.fromkeys(("wbr", "source", "track"), Shape.VOID)
    | dict.fromkeys(
        ("iframe", "noembed", "noframes", "rp", "rt", "rtc", "script", "style", "title"),
        Shape.DROPPED,
    )
    | dict.fromkeys(
        (
            *("annotation", "annotation-xml", "audio", "canvas", "datalist", "desc", "object"),
            *("template", "video"),
        ),
        Shape.HIDDEN,
    )
)

PREFORMATTED = frozenset({"listing", "plaintext", "pre", "textarea", "xmp"})
"""Elements that keep their lines and spaces."""

_HELD_BACK = frozenset({"html", "body"})
_BEHIND_A_WINDOW = _HELD_BACK | {"main", "article"}


def shape(tag: str) -> Shape:
    """How an element stands in the text, by its lower-case name."""
    known = _SHAPES.get(tag)
    if known is None:
        return Shape.SPACED if "-" in tag else Shape.INLINE
    return known


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether the attributes of an element say that no reader sees its text.

    A class is no evidence: ``.hidden`` and ``.visually-hidden`` depend on a stylesheet. Nor is it
    evidence on the whole page, which scripts hide only until it has loaded, nor ``aria-hidden`` on
    its main part, which an open window sets.
    """
    if tag in _HELD_BACK:
        return False
    if "hidden" in attributes:
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return tag not in _BEHIND_A_WINDOW
    style = attributes.get("style")
    if not style:
        return False
    declarations = "".join(style.lower().split())
    return "display:none" in declarations or "visibility:hidden" in declarations
