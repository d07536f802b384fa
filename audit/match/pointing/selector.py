"""How to point at a passage of a page: a TextQuoteSelector and a fragment for the address.

Sources: W3C Web Annotation Data Model, 4.2.4 (exact, prefix, suffix); WICG URL Fragment Text
Directives (``:~:text=[prefix-,]start[,end][,-suffix]``, of which ``-``, ``,`` and ``&`` in words
are percent-encoded); W3C Media Fragments URI 1.0 (``t=seconds``); RFC 8118 (``page=number`` of a
PDF).

A browser looks for ``start`` and for ``end`` each within one block of its own text, ignoring case,
accents and the shape of apostrophes. So neither may cross a line end or a seam of ours, and both
are as long as it takes to find no other place.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple
from urllib.parse import quote as percent_encode

from audit.match.folding.characters import APOSTROPHES, DOUBLE_QUOTES, INVISIBLE
from audit.match.pointing.searched import Searched
from audit.match.prepared.source import Prepared
from audit.model import UNSEEN, Page, Place, Selector, Zone

_CONTEXT = 32  # characters of prefix and suffix, as annotation clients store them
_LONGEST_EXACT = 300  # characters; longer passages are given by their first and last words
_EDGE_WORDS = (5, 9, 15, 25)  # words at either end of a long passage: as few as find it
_CONTEXT_WORDS = (3, 6, 10, 20)  # words before or after a passage that is not unique
_CONTEXT_REACH = 400  # characters within which they are looked for
_STOPS = "、。，．！？：；「」『』（）…"
_WORD = re.compile(rf"[^\s{_STOPS}]+[{_STOPS}]*|[{_STOPS}]+")  # a clause in scripts without spaces
_BREAK = re.compile(r"[\n\t]|[ \xa0]{2,}")  # runs of spaces stand where browsers keep them, too
_HAS_WORDS = re.compile(r"\w")
_NOT_RENDERED = frozenset({Zone.STRUCTURED, Zone.FOLDED, *UNSEEN})
_OTHER_THAN_ASCII = re.compile(r"[^\x00-\x7f]+")
_IGNORED = re.compile(f"[{INVISIBLE}]")


def selector(prepared: Prepared, place: Place) -> Selector | None:
    """The selector of a passage; None for text that a browser does not show."""
    if place.zone in _NOT_RENDERED:
        return None
    page = prepared.page
    text = page.text
    return Selector(
        exact=text[place.start : place.end],
        prefix=text[max(place.start - _CONTEXT, 0) : place.start],
        suffix=text[place.end : place.end + _CONTEXT],
        directive=_directive(page, place.start, place.end),
    )


def _directive(page: Page, start: int, end: int) -> str:
    if (seconds := page.time_at(start)) is not None:
        return f"t={int(seconds)}"
    if (sheet := page.sheet_at(start)) is not None:
        return f"page={sheet}"
    runs = list(_runs(page, start, end)) or [(start, end)]
    searched = _shown(_Same(page)).searched
    if len(runs) == 1:
        first, last = runs[0]
        if last - first <= _LONGEST_EXACT or len(_WORD.findall(page.text[first:last])) < 2:
            return _by_itself(page, searched, first, last)
        middle = first + (last - first) // 2
        middle = page.text.find(" ", middle, last) + 1 or middle
        runs = [(first, middle), (middle, last)]
    # Where nothing singles out its beginning, the passage is shown from its next line on.
    for head in runs[:-1]:
        head_end, tail_start = _edges(page, searched, head, runs[-1])
        context = _context(page, searched, head[0], head_end, None)
        if context is not None:
            end = runs[-1][1]
            ends = f"{_encode(page.text[head[0] : head_end])},{_encode(page.text[tail_start:end])}"
            return f":~:text={context[0]}{ends}{_end_context(page, head_end, tail_start, end)}"
    return next(filter(None, (_by_itself(page, searched, *run) for run in reversed(runs))), "")


def _by_itself(page: Page, searched: Searched, start: int, end: int) -> str:
    """The directive of a stretch within one line; empty where nothing singles it out."""
    context = _context(page, searched, start, end, end)
    return f":~:text={context[0]}{_encode(page.text[start:end])}{context[1]}" if context else ""


def _runs(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a passage that a browser reads without a break and that have words."""
    seams = page.seams[bisect_right(page.seams, start) : bisect_left(page.seams, end)]
    breaks = (start + match.start() for match in _BREAK.finditer(page.text[start:end]))
    edges = sorted({start, end, *seams, *breaks})
    for low, high in pairwise(edges):
        stretch = page.text[low:high]
        if _HAS_WORDS.search(stretch):
            yield low + len(stretch) - len(stretch.lstrip()), low + len(stretch.rstrip())


def _edges(
    page: Page, searched: Searched, head: tuple[int, int], tail: tuple[int, int]
) -> tuple[int, int]:
    """Where a passage's first words end and its last begin: as few as single them out."""
    head_end, tail_start = head[1], tail[0]
    for count in _EDGE_WORDS:
        head_end = head[0] + _head(page.text[head[0] : head[1]], count)
        if searched.count(_folded(page.text[head[0] : head_end])) == 1:
            break
    within = _folded(page.text[head_end : tail[1]])
    for count in _EDGE_WORDS:
        tail_start = tail[0] + _tail(page.text[tail[0] : tail[1]], count)
        if within.count(_folded(page.text[tail_start : tail[1]])) == 1:
            break
    return head_end, tail_start


def _context(
    page: Page, searched: Searched, start: int, end: int, after: int | None
) -> tuple[str, str] | None:
    """The prefix, the suffix from ``after``, or both that make a passage unique.

    None where nothing does.
    """
    text = page.text
    passage = _folded(text[start:end])
    if searched.count(passage) <= 1:
        return "", ""
    before = list(_runs(page, max(start - _CONTEXT_REACH, 0), start))[-1:]
    reach = (
        range(0) if after is None else range(after, min(after + _CONTEXT_REACH, _rendered(page)))
    )
    behind = list(_runs(page, reach.start, reach.stop))[:1] if reach else []
    for count in _CONTEXT_WORDS:
        prefix = suffix = ""
        low, high = start, end
        for from_, to in before:
            low = from_ + _tail(text[from_:to], count)
            prefix = f"{_encode(text[low:to])}-,"
            if searched.count(_folded(text[low:end])) == 1:
                return prefix, ""
        for from_, to in behind:
            high = from_ + _head(text[from_:to], count)
            suffix = f",-{_encode(text[from_:high])}"
            if searched.count(_folded(text[start:high])) == 1:
                return "", suffix
        if searched.count(_folded(text[low:high])) == 1:
            return prefix, suffix
    return None


def _end_context(page: Page, head_end: int, tail_start: int, end: int) -> str:
    """The suffix that tells the last words of a passage from the same words earlier in it.

    Often none.
    """
    within = _folded(page.text[head_end:end])
    if within.count(_folded(page.text[tail_start:end])) <= 1:
        return ""
    behind = next(_runs(page, end, min(end + _CONTEXT_REACH, _rendered(page))), None)
    if behind is None:
        return ""
    low, high = behind
    return f",-{_encode(page.text[low : low + _head(page.text[low:high], _CONTEXT_WORDS[0])])}"


def _rendered(page: Page) -> int:
    """Where the text ends that a browser shows."""
    return _shown(_Same(page)).end


class _Same:
    """A page under its identity: the hash of one goes through all of its blocks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __hash__(self) -> int:
        return id(self.page)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.page is self.page


class _Shown(NamedTuple):
    """Where the text ends that a browser shows, and that text as it is searched."""

    end: int
    searched: Searched


@lru_cache(maxsize=32)  # several quotations are looked for on one page, on all of an article's
def _shown(same: _Same) -> _Shown:
    page = same.page
    unseen = (block.start for block in page.blocks if block.zone in _NOT_RENDERED)
    end = next(unseen, len(page.text))
    return _Shown(end, Searched(_folded(page.text[:end])))


def _head(text: str, count: int) -> int:
    """Where the word number ``count`` ends, or the last one."""
    ends = [match.end() for match in islice(_WORD.finditer(text), count)]
    return ends[-1] if ends else len(text)


def _tail(text: str, count: int) -> int:
    """Where the word number ``count`` from the last begins, or the first one."""
    starts = [match.start() for match in _WORD.finditer(text)]
    return starts[-count:][0] if starts else 0


class _Plain(dict[int, str]):
    """What browsers search for in the place of a character.

    Works each out once, for ``str.translate``.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        decomposed = unicodedata.normalize("NFKD", char)
        plain = "".join(part for part in decomposed if not unicodedata.combining(part))
        self[code] = "" if _IGNORED.match(char) else plain
        return self[code]


_PLAIN = _Plain(
    dict.fromkeys(map(ord, APOSTROPHES), "'") | dict.fromkeys(map(ord, DOUBLE_QUOTES), '"')
)


def _folded(text: str) -> str:
    """A text as browsers search it: without case, accents and invisible characters."""
    text = text.replace("`", "'")
    if not text.isascii():
        # only what stands between runs of ASCII is looked up sign by sign
        text = _OTHER_THAN_ASCII.sub(_translated, text)
    return " ".join(text.lower().split())


def _translated(match: re.Match[str]) -> str:
    return match[0].translate(_PLAIN)


def _encode(words: str) -> str:
    """Words for a text directive.

    Characters that no URL can carry become '?', as in any UTF-8 encoder.
    """
    collapsed = " ".join(words.split())
    return percent_encode(collapsed, safe="", errors="replace").replace("-", "%2D")
