"""How to point at a passage of a page: a TextQuoteSelector and a text fragment.

Sources: W3C Web Annotation Data Model, 4.2.4 (exact, prefix, suffix); WICG URL Fragment Text Directives
(``:~:text=[prefix-,]start[,end][,-suffix]``, of which ``-``, ``,`` and ``&`` in words are percent-encoded).
"""

import re
from itertools import islice
from urllib.parse import quote as percent_encode

from audit.match.prepared import Prepared
from audit.model import Place, Selector, Zone

_CONTEXT = 32  # characters of prefix and suffix, as annotation clients store them
_LONGEST_EXACT = 300  # characters; longer passages are given by their first and last words
_EDGE_WORDS = (5, 9, 15)  # words at either end of a long passage: as few as find it
_CONTEXT_WORDS = (3, 6, 10)  # words before or after a passage that is not unique
_CONTEXT_REACH = 400  # characters within which they are looked for
_WORD = re.compile(r"\S+")
_NOT_RENDERED = frozenset({Zone.STRUCTURED, Zone.HIDDEN})


def selector(prepared: Prepared, place: Place) -> Selector | None:
    """The selector of a passage; None for text that a browser does not show."""
    if place.zone in _NOT_RENDERED:
        return None
    text = prepared.page.text
    exact = text[place.start : place.end]
    return Selector(
        exact=exact,
        prefix=text[max(place.start - _CONTEXT, 0) : place.start],
        suffix=text[place.end : place.end + _CONTEXT],
        directive=":~:text=" + _directive(prepared, place, exact),
    )


def _directive(prepared: Prepared, place: Place, exact: str) -> str:
    first_block, last_block = prepared.block(place.start), prepared.block(max(place.end - 1, 0))
    is_long = len(exact) > _LONGEST_EXACT or first_block != last_block or "\n" in exact
    if is_long and len(exact.split()) > 1:
        start, end = _first_and_last(prepared, exact)
        prefix, _ = _context(prepared, place, place.start + len(start))
        return f"{prefix}{_encode(start)},{_encode(end)}"
    prefix, suffix = _context(prepared, place, place.end)
    return f"{prefix}{_encode(exact)}{suffix}"


def _first_and_last(prepared: Prepared, exact: str) -> tuple[str, str]:
    """The first and the last words of a passage, within their lines, as few as single them out."""
    lines = [line.strip() for line in exact.split("\n") if line.strip()]
    start = end = ""
    for count in _EDGE_WORDS:
        if len(lines) > 1:
            start, end = _head(lines[0], count), _tail(lines[-1], count)
        else:
            half = len(exact.split()) // 2
            start, end = _head(lines[0], min(count, half)), _tail(lines[0], min(count, half))
        after_start = _collapse(exact)[len(_collapse(start)) :]
        if (
            prepared.collapsed.count(_collapse(start)) == 1
            and after_start.count(_collapse(end)) == 1
        ):
            break
    return start, end


def _context(prepared: Prepared, place: Place, end: int) -> tuple[str, str]:
    """The prefix or the suffix that makes the words up to ``end`` unique on the page; often neither."""
    text = prepared.page.text
    if prepared.collapsed.count(_collapse(text[place.start : end])) <= 1:
        return "", ""
    line_start = max(text.rfind("\n", 0, place.start) + 1, place.start - _CONTEXT_REACH)
    line_end = text.find("\n", place.end, place.end + _CONTEXT_REACH)
    before = text[line_start : place.start]
    after = (
        text[end : line_end if line_end >= 0 else end + _CONTEXT_REACH] if end == place.end else ""
    )
    for count in _CONTEXT_WORDS:
        prefix = _tail(before, count)
        if _is_unique(prepared, prefix, text[place.start - len(prefix) : end]):
            return f"{_encode(prefix)}-,", ""
        suffix = _head(after, count)
        if _is_unique(prepared, suffix, text[place.start : place.end + len(suffix)]):
            return "", f",-{_encode(suffix)}"
    return "", ""


def _is_unique(prepared: Prepared, context: str, passage: str) -> bool:
    """Whether there is a context and, with it, one passage on the page."""
    return bool(context.strip()) and prepared.collapsed.count(_collapse(passage)) == 1


def _head(text: str, count: int) -> str:
    """The beginning of a text up to the end of its word number ``count``, outer spaces included."""
    ends = [match.end() for match in islice(_WORD.finditer(text), count)]
    return text[: ends[-1]] if ends else ""


def _tail(text: str, count: int) -> str:
    """The end of a text from the start of its word number ``count`` from the last."""
    starts = [match.start() for match in _WORD.finditer(text)]
    return text[starts[-count:][0] :] if starts else ""


def _collapse(text: str) -> str:
    return " ".join(text.lower().split())


def _encode(words: str) -> str:
    """Words for a text directive; characters that no URL can carry become '?', as in any UTF-8 encoder."""
    collapsed = " ".join(words.split())
    return percent_encode(collapsed, safe="", errors="replace").replace("-", "%2D")
