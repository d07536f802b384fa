"""What a reader sees of an element, told from its name and attributes: one rule for articles and sources.

A reader has a browser that runs scripts and shows the page as its markup alone says; see
docs/decisions/2026-11-28-one-reading-of-a-page.md. Attributes come unread, as the tokenizer gives
them.
"""

import re
from collections.abc import Mapping

from audit.markup.tokens import attributes_of

_READ_OUT_ONLY = frozenset({"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"})
_SHOWN_INPUTS = frozenset({"button", "email", "number", "search", "submit", "text", "url"})
_HELD_BACK = frozenset({"html", "body"})  # scripts hide the whole page only until it has loaded
_INITIAL = re.compile(r"\b(?:drop-?cap|first-?letter|initial)|\bdrop\b", re.IGNORECASE)
_INSIDE = re.compile(r"""href\s{0,9}=\s{0,9}["']?#""", re.IGNORECASE)
_NOTE = re.compile(r"noteref|footnote|fnref|cite_ref|cite_note|\breference\b", re.IGNORECASE)
_NOTE_LINK = re.compile(r"noteref|footnote-?ref|fnref|cite_ref|cite_note", re.IGNORECASE)
_BRACKET, _CLOSING = r"(?:\[|&#91;|&lbrack;)", r"(?:\]|&#93;|&rbrack;)"
_SIGN = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|\*{1,3}|[†‡§])"
_BETWEEN = r"\s{0,9}+(?:<(?:/?[bi]|/?sup|/?span)\b[^<>]{0,200}>\s{0,9}){0,4}"
_IN_BRACKETS = re.compile(rf"{_BETWEEN}{_BRACKET}{_SIGN}{_CLOSING}{_BETWEEN}</a\b", re.IGNORECASE)
_BARE = re.compile(rf"{_BETWEEN}\(?{_SIGN}\)?{_BETWEEN}</a\b", re.IGNORECASE)
_TO_A_NOTE = re.compile(
    r"""href\s{0,9}=\s{0,9}["']?#_?(?:cite|edn|endnote|fn|footnote|ftn|note|ref)""", re.IGNORECASE
)
_SET_APART = re.compile(rf"\s{{0,9}}+{_BRACKET}[^<\[\]&]{{1,12}}{_CLOSING}\s{{0,9}}</sup\b")
_LINK_FOLLOWS = re.compile(rf"[\s(]{{0,5}}+{_BRACKET}?<a\s([^<>]{{0,1000}})>", re.IGNORECASE)


def may_hide(rest: str) -> bool:
    """Whether attributes may hide an element: a quick look, before they are read."""
    return (
        "idden" in rest
        or "none" in rest
        or "sr-only" in rest
        or "screen-reader" in rest
        or "IDDEN" in rest
        or "NONE" in rest
        or "None" in rest
    )


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a reader sees nothing of an element: it is hidden outright, or meant to be heard alone.

    Of classes only the names that say 'for screen readers' are evidence; ``.hidden`` depends on a
    stylesheet. ``aria-hidden`` hides nothing from eyes.
    """
    if tag in _HELD_BACK:
        return False
    if "hidden" in attributes:
        return attributes["hidden"].strip().lower() != "until-found"
    if tag == "dialog" and "open" not in attributes:
        return True
    classes = attributes.get("class")
    if classes and not _READ_OUT_ONLY.isdisjoint(classes.lower().split()):
        return True
    style = attributes.get("style")
    if not style:
        return False
    declarations = "".join(style.lower().split())
    return "display:none" in declarations or "visibility:hidden" in declarations


def hides(tag: str, rest: str) -> bool:
    """Whether an element that is no hiding one by name hides its words."""
    return (tag == "dialog" or may_hide(rest)) and is_hidden(tag, attributes_of(rest))


def shown_value(rest: str) -> str:
    """The value that an ``<input>`` shows in it, empty where it shows none."""
    attributes = attributes_of(rest)
    shown = attributes.get("type", "text").lower() in _SHOWN_INPUTS
    return attributes.get("value", "") if shown and not is_hidden("input", attributes) else ""


def is_shadow_tree(tag: str, rest: str) -> bool:
    """Whether an element that hides its content shows it after all: a template that is a shadow tree."""
    return tag == "template" and "shadowrootmode" in rest.lower()


def is_initial(rest: str) -> bool:
    """Whether attributes name an initial letter, which styles set in a block of its own."""
    quick = "rop" in rest or "nitial" in rest or "etter" in rest
    return quick and _INITIAL.search(rest) is not None


def is_caption(rest: str) -> bool:
    """Whether attributes may make a ``<span>`` a caption; no other zone is asked of spans."""
    return "aption" in rest or "utline" in rest


def may_matter(rest: str) -> bool:
    """Whether attributes may make a plain element matter: hide it, or name a caption, an initial, a note."""
    return (
        "aption" in rest  # written out, as it is asked of each link of a page
        or "utline" in rest
        or "idden" in rest
        or "none" in rest
        or "sr-only" in rest
        or "screen-reader" in rest
        or "IDDEN" in rest
        or "NONE" in rest
        or "None" in rest
        or "noteref" in rest
        or ("#" in rest and leads_inside(rest))
        or is_initial(rest)
    )


def leads_inside(rest: str) -> bool:
    """Whether the attributes of a link lead to a place of the same page."""
    return _INSIDE.search(rest) is not None


def is_note_link(rest: str, markup: str, after: int) -> bool:
    """Whether a link is the mark of a note: '[12]' that leads inside the page, or '12' that leads to a note.

    ``after`` is the offset in ``markup`` at which its content begins. 'Section 3' may be a link as
    well.
    """
    if _NOTE_LINK.search(rest) and (leads_inside(rest) or "doc-noteref" in rest):
        return (
            _BARE.match(markup, after) is not None or _IN_BRACKETS.match(markup, after) is not None
        )
    if not leads_inside(rest):
        return False
    if _IN_BRACKETS.match(markup, after):
        return True
    return _TO_A_NOTE.search(rest) is not None and _BARE.match(markup, after) is not None


def is_note_mark(rest: str, markup: str, after: int) -> bool:
    """Whether a ``<sup>`` is the mark of a note: it says so, holds a link inside the page, or brackets."""
    if _NOTE.search(rest) or _SET_APART.match(markup, after):
        return True
    link = _LINK_FOLLOWS.match(markup, after)
    return link is not None and (leads_inside(link[1]) or _NOTE_LINK.search(link[1]) is not None)
