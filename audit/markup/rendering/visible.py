"""What a reader sees of an element, by its name and attributes: one rule for all pages.

A reader has a browser that runs scripts and shows the page as its markup alone says; see
docs/decisions/2026-11-28-one-reading-of-a-page.md. Attributes come unread, as the tokenizer gives
them.
"""

import re
from collections.abc import Mapping

from audit.markup.tokens import attributes_of, decoded

_READ_OUT_ONLY = re.compile(
    r"(?<![\w:-])(?:[\w-]{0,60}?(?<![^\W_-]))??(?:(?:is-)?sr-(?:only|text)|screen-?readers?(?:-?(?:text|only))?|"
    r"(?:u-)?visually-?hidden|show-for-sr|a11y-hidden|assistive-text|off-?screen(?:-text)?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_NOT_READ_OUT_ONLY = re.compile(r"(?<![\w-])not-", re.IGNORECASE)
_TOOLTIP = re.compile(
    r"(?<![\w-])tool-?tip-?(?:text|content|body|inner|bubble|box)(?![\w-])", re.IGNORECASE
)
_CLIPPED = re.compile(
    r"^(?:clip:rect\((?:[01](?:px)?[, ]{0,3}){4}\)|clip-path:inset\((?:50|100)%\)|(?:left|top|right):-\d{4,6}(?:px|em|%)?)"
)
_GONE = re.compile(r"^(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden)")
_SHOWN_INPUTS = frozenset({"button", "email", "number", "search", "submit", "text", "url"})
_LONGEST_NAMES = 1000  # characters of classes that are looked at
_HELD_BACK = frozenset({"html", "body"})  # scripts hide the whole page only until it has loaded
_INITIAL = re.compile(r"\b(?:drop-?cap|first-?letter|initial)|\bdrop\b", re.IGNORECASE)
_INSIDE = re.compile(r"""href\s{0,9}=\s{0,9}["']?#""", re.IGNORECASE)
_NOTE = re.compile(r"noteref|footnote|fnref|cite_ref|cite_note|\breference\b", re.IGNORECASE)
_NOTE_LINK = re.compile(r"noteref|footnote-?ref|fnref|cite_ref|cite_note", re.IGNORECASE)
_BRACKET, _CLOSING = r"(?:\[|&#91;|&lbrack;)", r"(?:\]|&#93;|&rbrack;)"
_SIGN = r"(?:\d{1,3}|[a-z]|[ivx]{1,5}|\*{1,3}|[†‡§])"
_SET_ASIDE = re.compile(
    r"(?<![\w-])(?:sidenote|margin-?note|footnote-?(?:content|text|body)|page-?(?:num|no|number)|pagenum|"
    r"column-?num(?:ber)?)(?![\w-])",
    re.IGNORECASE,
)
_TAGS = re.compile(r"<[^<>]{0,1500}>")
_LONGEST_MARK = 1500  # characters of its markup
_BRACKETED = re.compile(r"\[[^\[\]]{1,60}\]|\(\d{1,3}\)")
_FIGURES = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,9}[.)]?|[*†‡§¶]{1,3}")
_FRAGMENT = re.compile(r"""href\s{0,9}=\s{0,9}["']?[^\s"'<>#]{0,500}#""", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d$")
_UNIT = re.compile(
    r"(?:(?<![^\W\d_])(?:[kcdmnµμ]?m|ft|mi|yd|s|mc|[b-hj-zα-ω])|\d\s?in)$", re.IGNORECASE
)
_BETWEEN = r"\s{0,9}+(?:<(?:/?[bi]|/?sup|/?span)\b[^<>]{0,200}>\s{0,9}){0,4}"
_IN_BRACKETS = re.compile(rf"{_BETWEEN}{_BRACKET}{_SIGN}{_CLOSING}{_BETWEEN}</a\b", re.IGNORECASE)
_BARE = re.compile(rf"{_BETWEEN}\(?{_SIGN}\)?{_BETWEEN}</a\b", re.IGNORECASE)
_TO_A_NOTE = re.compile(
    r"""href\s{0,9}=\s{0,9}["']?[^\s"'<>#]{0,500}#_?(?:cite|edn|endnote|fn|footnote|ftn|note|ref)""",
    re.IGNORECASE,
)
_LINK_FOLLOWS = re.compile(rf"[\s(]{{0,5}}+{_BRACKET}?<a\s([^<>]{{0,1000}})>", re.IGNORECASE)


def may_hide(rest: str) -> bool:
    """Whether attributes may hide an element: a quick look, before they are read."""
    return (
        "idden" in rest
        or "none" in rest
        or "sr-" in rest
        or "eader" in rest
        or "IDDEN" in rest
        or "NONE" in rest
        or "None" in rest
        or "ooltip" in rest
        or "clip" in rest
        or "bsolute" in rest
        or "fscreen" in rest
        or "ssistive" in rest
        or "for-sr" in rest
    )


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a reader sees nothing of an element: it is hidden, or meant to be heard.

    Of classes only the names that say 'for screen readers' and 'tooltip' are evidence; ``.hidden``
    depends on a stylesheet. ``aria-hidden`` hides nothing from eyes.
    """
    if tag in _HELD_BACK:
        return False
    if "hidden" in attributes:
        return attributes["hidden"].strip().lower() != "until-found"
    if tag == "dialog" and "open" not in attributes:
        return True
    classes = attributes.get("class")
    if classes and any(map(_says_hidden, classes[:_LONGEST_NAMES].split())):
        return True
    if attributes.get("role", "").strip().lower() == "tooltip":
        return True
    style = attributes.get("style")
    return style is not None and _hides_by_style(style)


def _says_hidden(name: str) -> bool:
    """Whether a class is one of words that are read out only, or shown to who asks for them."""
    if _TOOLTIP.search(name):
        return True
    return _READ_OUT_ONLY.search(name) is not None and not _NOT_READ_OUT_ONLY.search(name)


def _hides_by_style(style: str) -> bool:
    """Whether a declaration, of that very property, leaves nothing to see."""
    for written in style.lower().split(";"):
        declaration = ":".join(part.strip() for part in written.split(":", 1))
        if _GONE.match(declaration) or _CLIPPED.match(declaration):
            return True
    return False


def hides(tag: str, rest: str) -> bool:
    """Whether an element that is no hiding one by name hides its words."""
    return (tag == "dialog" or may_hide(rest)) and is_hidden(tag, attributes_of(rest))


def shown_value(rest: str) -> str:
    """The value that an ``<input>`` shows in it, empty where it shows none."""
    attributes = attributes_of(rest)
    shown = attributes.get("type", "text").lower() in _SHOWN_INPUTS
    return attributes.get("value", "") if shown and not is_hidden("input", attributes) else ""


def is_shadow_tree(tag: str, rest: str) -> bool:
    """Whether an element that hides its content shows it: a template with a shadow tree."""
    return tag == "template" and "shadowrootmode" in rest.lower()


def is_initial(rest: str) -> bool:
    """Whether attributes name an initial letter, which styles set in a block of its own."""
    quick = "rop" in rest or "nitial" in rest or "etter" in rest
    return quick and _INITIAL.search(rest) is not None


def is_caption(rest: str) -> bool:
    """Whether attributes may make a ``<span>`` a caption; no other zone is asked of spans."""
    return "aption" in rest or "utline" in rest


def is_set_aside(rest: str) -> bool:
    """Whether attributes make an element in the line a note beside it, or the number of a page."""
    quick = "note" in rest or "age" in rest or "olumn" in rest
    return quick and _SET_ASIDE.search(rest) is not None


def may_matter(rest: str) -> bool:
    """Whether attributes may make a plain element matter: hide it, name a caption or a note."""
    return (
        "aption" in rest  # written out, as it is asked of each link of a page
        or "utline" in rest
        or may_hide(rest)
        or "note" in rest
        or "agenum" in rest
        or "age-n" in rest
        or "umn-num" in rest
        or ("#" in rest and _FRAGMENT.search(rest) is not None)
        or is_initial(rest)
    )


def leads_inside(rest: str) -> bool:
    """Whether the attributes of a link lead to a place of the same page."""
    return _INSIDE.search(rest) is not None


def is_note_link(rest: str, markup: str, after: int, before: str) -> bool:
    """Whether a link marks a note: '[12]' to a place in the page, or '12' to a note.

    ``after`` is the offset in ``markup`` at which its content begins, ``before`` the end of the
    text that it stands behind. 'Section 3' may be a link as well.
    """
    if _NOTE_LINK.search(rest) and ("#" in rest or "doc-noteref" in rest):
        return (
            _BARE.match(markup, after) is not None or _IN_BRACKETS.match(markup, after) is not None
        )
    if leads_inside(rest) and _IN_BRACKETS.match(markup, after):
        return True
    if not leads_inside(rest) and (not before or before[-1:].isspace()):
        return False
    return _TO_A_NOTE.search(rest) is not None and _BARE.match(markup, after) is not None


def is_note_mark(rest: str, markup: str, after: int, before: str) -> bool:
    """Whether a ``<sup>`` is the mark of a note, and no exponent, ordinal or part of a fraction.

    It says so, holds a link to a place of a page, or brackets, or figures behind a word; ``before``
    is the end of the text that it stands behind.
    """
    if _NOTE.search(rest):
        return True
    end = markup.find("</sup", after, after + _LONGEST_MARK)
    if end < 0:
        link = _LINK_FOLLOWS.match(markup, after)
        return link is not None and (
            leads_inside(link[1]) or _NOTE_LINK.search(link[1]) is not None
        )
    content = markup[after:end]
    shown = decoded(_TAGS.sub("", content)).strip()
    if _BRACKETED.fullmatch(shown):
        return True
    link = _LINK_FOLLOWS.match(content)
    if link is not None and (leads_inside(link[1]) or _NOTE_LINK.search(link[1])):
        return True
    if not _FIGURES.fullmatch(shown):
        return False
    if link is not None and _FRAGMENT.search(link[1]):
        return True
    return _is_behind_a_word(before, markup, end)


def _is_behind_a_word(before: str, markup: str, end: int) -> bool:
    """Whether raised figures stand behind a word or sentence; behind a figure they count."""
    last = before[-1:]
    if not last or last.isspace():
        return False
    if last.isdigit():
        return _YEAR.search(before) is not None
    follows = markup[end + len("</sup>") : end + len("</sup>") + 1]
    if follows.isalnum() or follows in {"/", "⁄"}:
        return False
    return not (last.isalpha() and _UNIT.search(before))
