"""Names the typographic differences between a quotation and the passage that has its words."""

import re

from audit.match.characters import (
    APOSTROPHES,
    COMBINING,
    DASHES,
    DOUBLE_QUOTES,
    INVISIBLE,
    LIGATURES,
)
from audit.match.marks import ELLIPSIS

_LETTER = r"[^\W\d_]"
_LINE_END_HYPHEN = re.compile(rf"(?<={_LETTER})[-\u2010\u00ad][ \t]{{0,20}}\r?\n")
_ABBREVIATION = re.compile(rf"\b{_LETTER}\.(?={_LETTER}\b)")

_CLASSES = (
    ("invisible-characters", re.compile(f"[{INVISIBLE}]")),
    ("quotation-marks", re.compile(f"[{re.escape(DOUBLE_QUOTES)}]")),
    ("apostrophes", re.compile(f"[{re.escape(APOSTROPHES)}]")),
    ("dashes", re.compile(f"[{re.escape(DASHES)}]")),
    ("ligatures", re.compile(f"[{''.join(LIGATURES)}]")),
    ("composed-letters", re.compile(f"[{COMBINING}]")),
    ("full-width-forms", re.compile("[\u3000\uff01-\uff5e]")),
    ("ellipsis-characters", ELLIPSIS),
    ("line-end-hyphens", _LINE_END_HYPHEN),
    ("abbreviation-points", _ABBREVIATION),
    ("spaces", re.compile(r"\s+")),
    ("punctuation", re.compile(r"[.,;:!?()\[\]]")),
)


def folds_used(quote: str, passage: str) -> tuple[str, ...]:
    """The folds, by name, without which the words of a quotation would differ from those of a passage.

    Both have the same words once folded. Linear in their length.
    """
    quote, passage = _trim(quote), _trim(passage)
    if quote == passage:
        return ()
    used = []
    if quote[:1] != passage[:1] and quote[:1].lower() == passage[:1].lower():
        used.append("first-letter")
    used += [
        name for name, pattern in _CLASSES if pattern.findall(quote) != pattern.findall(passage)
    ]
    return tuple(used)


def _trim(text: str) -> str:
    """The text without what stands around its first and last letter or digit."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]
