"""Names the typographic differences between a quotation and the passage that has its words."""

import re

from audit.match.edited.marks import ELLIPSIS
from audit.match.folding.characters import (
    APOSTROPHES,
    COMBINING,
    DASHES,
    DOUBLE_QUOTES,
    INVISIBLE,
    LIGATURES,
)
from audit.model import Fold

_LETTER = r"[^\W\d_]"
_LINE_END_HYPHEN = re.compile(rf"(?<={_LETTER})[-\u2010\u00ad][ \t]{{0,20}}\r?\n")
_ABBREVIATION = re.compile(rf"\b{_LETTER}\.(?={_LETTER}\b)")

_CLASSES = (
    (Fold.INVISIBLE_CHARACTERS, re.compile(f"[{INVISIBLE}]")),
    (Fold.QUOTATION_MARKS, re.compile(f"[{re.escape(DOUBLE_QUOTES)}]")),
    (Fold.APOSTROPHES, re.compile(f"[{re.escape(APOSTROPHES)}]")),
    (Fold.DASHES, re.compile(f"[{re.escape(DASHES)}]")),
    (Fold.LIGATURES, re.compile(f"[{''.join(LIGATURES)}]")),
    (Fold.COMPOSED_LETTERS, re.compile(f"[{COMBINING}]")),
    (Fold.FULL_WIDTH_FORMS, re.compile("[\u3000\uff01-\uff5e]")),
    (Fold.ELLIPSIS_CHARACTERS, ELLIPSIS),
    (Fold.LINE_END_HYPHENS, _LINE_END_HYPHEN),
    (Fold.ABBREVIATION_POINTS, _ABBREVIATION),
    (Fold.SPACES, re.compile(r"\s+")),
    (Fold.PUNCTUATION, re.compile(r"[.,;:!?()\[\]]")),
)


def folds_used(quote: str, passage: str) -> tuple[Fold, ...]:
    """The folds without which the words of a quotation would differ from a passage's.

    Both have the same words once folded. Linear in their length.
    """
    quote, passage = _trim(quote), _trim(passage)
    if quote == passage:
        return ()
    used = []
    if quote[:1] != passage[:1] and quote[:1].lower() == passage[:1].lower():
        used.append(Fold.FIRST_LETTER)
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
