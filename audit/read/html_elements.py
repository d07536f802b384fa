"""What the elements of HTML are to a reader of text (WHATWG HTML, chapters 4 and 15.3)."""

from collections.abc import Mapping

from audit.model import BlockKind

VOID = frozenset({
    *("area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta"),
    *("param", "source", "track", "wbr"),
})  # fmt: skip
"""Elements without an end tag."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

HEAD_CONTENT = frozenset({
    *("base", "link", "meta", "noscript", "script", "style", "template", "title"),
})  # fmt: skip
"""Elements that do not end an unclosed ``<head>``."""

_BLOCK_LEVEL = frozenset({
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("head", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav"),
    *("ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "tr", "ul"),
}) | HEADINGS  # fmt: skip

_NEVER_SHOWN = frozenset({
    *("audio", "button", "canvas", "datalist", "head", "iframe", "math", "noembed", "noframes"),
    *("noscript", "object", "option", "rp", "script", "select", "style", "svg", "template"),
    *("textarea", "title", "video"),
})  # fmt: skip

_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr"}
_TERMS = frozenset({"dt", "dd"})
CLOSED_BY = {
    "li": frozenset({"li"}),
    "dt": _TERMS,
    "dd": _TERMS,
    "td": _CELLS,
    "th": _CELLS,
    "tr": _ROWS,
    "tbody": _ROWS | {"thead", "tbody", "tfoot", "caption"},
    "tfoot": _ROWS | {"thead", "tbody", "tfoot", "caption"},
    "thead": _ROWS | {"thead", "tbody", "tfoot", "caption"},
    "body": frozenset({"head"}),
} | dict.fromkeys(HEADINGS, HEADINGS)
"""Which open element the start tag of another closes (HTML, 13.1.2.4 and 13.2.6.4.7)."""

_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
} | dict.fromkeys(HEADINGS, BlockKind.HEADING)

_READ_OUT_ONLY = frozenset({"sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden"})


def is_block_level(name: str) -> bool:
    """Whether an element stands by itself and not in the line of the text around it."""
    return name in _BLOCK_LEVEL


def block_kind(name: str) -> BlockKind | None:
    """The kind of the blocks in an element, None when that is what is around it."""
    return _KINDS.get(name)


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser with scripts, stylesheet apart, shows nothing of an element's text."""
    if name in _NEVER_SHOWN or "hidden" in attributes:
        return True
    if name == "dialog" and "open" not in attributes:
        return True
    style = "".join(attributes.get("style", "").lower().split())
    if "display:none" in style or "visibility:hidden" in style:
        return True
    return not _READ_OUT_ONLY.isdisjoint(attributes.get("class", "").lower().split())
