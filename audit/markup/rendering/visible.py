"""What a reader sees of an element, by its name and attributes: one rule for all pages.

A reader has a browser that runs scripts and shows the page as its markup alone says; see
docs/decisions/2026-11-28-one-reading-of-a-page.md. Attributes come unread, as the tokenizer gives
them.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from audit.markup.rendering.media import is_named_hidden, is_of_another_medium
from audit.markup.tokens import attributes_of

_READ_OUT_ONLY = re.compile(
    r"(?<![\w:-])(?:[\w-]{0,60}?(?<![^\W_-]))??(?:(?:is-)?sr-(?:only|text)|screen-?readers?(?:-?(?:text|only))?|"
    r"(?:u-)?(?:visually|accessibly)-?hidden|(?:hide|hidden)-visually|element-invisible|show-for-sr|"
    r"a11y-(?:hidden|text|only)|assistive-(?:text|mml|mathml)|katex-mathml|off-?screen(?:-text)?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_ICON = re.compile(r"(?<![\w-])material-(?:icons|symbols)(?:-[a-z]{1,12})?(?![\w-])", re.IGNORECASE)
_NOT_READ_OUT_ONLY = re.compile(r"(?<![\w-])not-", re.IGNORECASE)
_TOOLTIP = re.compile(
    r"(?<![^\W_-])(?:tool-?tip|popover|popup|tippy|(?:glossary|definition)(?:-?tip)?)[-_]{0,2}"
    r"(?:text|content|body|inner|bubble|box|definition|popup|popover)(?![\w-])",
    re.IGNORECASE,
)
_CLIPPED = re.compile(
    r"^(?:clip:rect\((?:[01](?:px)?[, ]{0,3}){4}\)|clip-path:inset\((?:50|100)%\)|"
    r"(?:left|top|right|text-indent):-\d{4,6}(?:px|em|%)?)"
)
_SPECK = re.compile(r"^(width|height):[01](?:px)?(?![\d.])")
_GONE = re.compile(r"^(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden)")
_WITHOUT_SIZE = re.compile(r"font-size:\s{0,3}0(?:px|r?em|%)?\s{0,3}(?:!|;|$)", re.IGNORECASE)
_IN_LINE = frozenset({"a", "b", "em", "font", "i", "small", "span", "strong", "sup"})
_ADDRESS = re.compile(r"""data-cfemail\s?=\s?["']?((?:[0-9a-f]{2}){2,200})\b""", re.IGNORECASE)
_FRAGMENT = re.compile(r"""href\s{0,9}=\s{0,9}["']?[^\s"'<>#]{0,500}#""", re.IGNORECASE)
_STRIKES = re.compile(
    r"""text-decoration(?:-line)?:\s{0,3}line-through|class\s?=\s?["']?(?:[^"'<>]{0,200}\s)?"""
    r"""(?:line-through|strike-?through|struck|msoDel)(?:["'\s]|$)""",
    re.IGNORECASE,
)
_LONGEST_REMEMBERED = 300  # characters of attributes
_SHOWN_INPUTS = frozenset({"button", "email", "number", "search", "submit", "text", "url"})
_LONGEST_NAMES = 1000  # characters of classes that are looked at
_HELD_BACK = frozenset({"html", "body"})  # scripts hide the whole page only until it has loaded
_SET_ASIDE = re.compile(
    r"(?<![^\W_-])(?:sidenote|margin-?note|(?:foot|end|side)notes?[-_]{0,2}(?:content|text|body|note|popup|inner)|"
    r"(?:para(?:graph)?s?|par|verse|vers|line|page|folio|column)[-_]{0,2}(?:num|no|number|nr|numbers?)|"
    r"(?:doc-)?page-?break|time-?(?:stamp|code)|click-?to-?tweet|tweet-?this|"
    r"(?:highlight|comment|response|annotation|like|share)s?-?count(?:er)?|"
    r"(?:listen|play|audio|pronounce|copy|share)-?(?:button|btn)|"
    r"(?:ad|advert|advertisement)-?(?:label|slot|unit|container|marker|notice|text))(?![\w-])",
    re.IGNORECASE,
)


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a reader sees nothing of an element: it is hidden, or meant to be heard.

    Of classes only the names that say 'for screen readers', 'tooltip', 'in print' and 'on small
    screens' are evidence; ``.hidden`` depends on a stylesheet. ``aria-hidden`` hides nothing from
    eyes.
    """
    if tag in _HELD_BACK:
        return False
    if "hidden" in attributes:
        return attributes["hidden"].strip().lower() != "until-found"
    if tag == "dialog" and "open" not in attributes:
        return True
    if "popover" in attributes:
        return True
    classes = attributes.get("class")
    if classes:
        names = classes[:_LONGEST_NAMES].split()
        if any(map(_says_hidden, names)) or is_of_another_medium(names):
            return True
    if attributes.get("role", "").strip().lower() == "tooltip":
        return True
    style = attributes.get("style")
    if style is None:
        return False
    return hides_by_style(style) or (tag in _IN_LINE and _WITHOUT_SIZE.search(style) is not None)


def _says_hidden(name: str) -> bool:
    """Whether a class is one of words that are read out only, shown on demand, or name an icon."""
    if _TOOLTIP.search(name) or _ICON.search(name):
        return True
    return _READ_OUT_ONLY.search(name) is not None and not _NOT_READ_OUT_ONLY.search(name)


def hides_by_style(style: str) -> bool:
    """Whether a declaration, of that very property, leaves nothing to see."""
    specks = set()
    for written in style.lower().split(";"):
        declaration = ":".join(part.strip() for part in written.split(":", 1))
        if _GONE.match(declaration) or _CLIPPED.match(declaration):
            return True
        if speck := _SPECK.match(declaration):
            specks.add(speck[1])
    return len(specks) > 1 and "overflow" in style.lower()


def _may_hide(rest: str) -> bool:
    """Whether attributes may hide an element: a quick look, before they are read.

    Written out, here and below, as it is asked of each tag of a page.
    """
    return (
        "idden" in rest
        or "none" in rest
        or "IDDEN" in rest
        or "NONE" in rest
        or "None" in rest
        or "clip" in rest
        or "bsolute" in rest
        or "indent" in rest
        or "size:" in rest
        or "rint" in rest
        or "obile" in rest
        or "visible-" in rest
        or "-for-" in rest
        or _may_be_read_out_only(rest)
        or _may_be_shown_on_demand(rest)
    )


def _may_be_read_out_only(rest: str) -> bool:
    return (
        "sr-" in rest
        or "eader" in rest
        or "fscreen" in rest
        or "ssistive" in rest
        or "for-sr" in rest
        or "nvisible" in rest
        or "isually" in rest
        or "1y-" in rest
        or "athml" in rest
    )


def _may_be_shown_on_demand(rest: str) -> bool:
    """Whether attributes may be of a tooltip, or of an icon whose name is its text."""
    return (
        "tip" in rest
        or "aterial-" in rest
        or "ippy" in rest
        or "pop" in rest
        or "lossary" in rest
        or "efinition" in rest
    )


def hides(tag: str, rest: str) -> bool:
    """Whether an element that is no hiding one by name hides its words."""
    if len(rest) > _LONGEST_REMEMBERED:
        return _hides(tag, rest)
    return _remembered(tag, rest)


def _hides(tag: str, rest: str) -> bool:
    if tag != "dialog" and not _may_hide(rest):
        return False
    return is_hidden(tag, attributes_of(rest))


_remembered = lru_cache(maxsize=4096)(_hides)  # of a page's tags many are the same


def shown_value(rest: str) -> str:
    """The value that an ``<input>`` shows in it, empty where it shows none."""
    attributes = attributes_of(rest)
    shown = attributes.get("type", "text").lower() in _SHOWN_INPUTS
    return attributes.get("value", "") if shown and not is_hidden("input", attributes) else ""


def hidden_address(rest: str) -> str:
    """The address that attributes hide from programs, and a script shows; empty where none does.

    As Cloudflare writes it: each byte in hexadecimal, combined with the first one.
    """
    found = _ADDRESS.search(rest) if "cfemail" in rest else None
    if found is None:
        return ""
    key, *coded = bytes.fromhex(found[1])
    return bytes(byte ^ key for byte in coded).decode("utf-8", "replace")


def is_shadow_tree(tag: str, rest: str) -> bool:
    """Whether an element that hides its content shows it: a template with a shadow tree."""
    return tag == "template" and "shadowrootmode" in rest.lower()


def is_caption(rest: str) -> bool:
    """Whether attributes may make a ``<span>`` a caption; no other zone is asked of spans."""
    return "aption" in rest or "utline" in rest


def is_set_aside(rest: str) -> bool:
    """Whether attributes make an element in the line a note beside it, or the number of a page."""
    quick = "note" in rest or "age" in rest or "olumn" in rest or _may_be_numbered(rest)
    return quick and _SET_ASIDE.search(rest) is not None


def _may_be_numbered(rest: str) -> bool:
    """Whether attributes may be of a number beside the text, a time, a counter or a button."""
    return (
        "num" in rest
        or "Num" in rest
        or "eno" in rest
        or "-no" in rest
        or "break" in rest
        or "ime" in rest
        or "weet" in rest
        or "ount" in rest
        or "utton" in rest
        or "ad-" in rest
        or "dvert" in rest
    )


def may_matter(rest: str) -> bool:
    """Whether attributes may make a plain element matter: hide it, name a caption or a note."""
    return (
        "aption" in rest  # written out, as it is asked of each link of a page
        or "utline" in rest
        or "note" in rest
        or "rop" in rest
        or "nitial" in rest
        or "etter" in rest
        or "sup" in rest
        or "through" in rest
        or "msoDel" in rest
        or "float" in rest
        or "apital" in rest
        or "cfemail" in rest
        or ("#" in rest and _FRAGMENT.search(rest) is not None)
        or _may_be_numbered(rest)
        or _may_hide(rest)
    )


def strikes(rest: str) -> bool:
    """Whether attributes strike the words of an element out."""
    quick = "through" in rest or "msoDel" in rest
    return quick and _STRIKES.search(rest) is not None


def may_be_unshown(rest: str) -> bool:
    """Whether attributes have a class by which a sheet that is not read may hide an element."""
    if not ("idden" in rest or "d-none" in rest) or len(rest) > _LONGEST_NAMES:
        return False
    return is_named_hidden(attributes_of(rest).get("class", ""))
