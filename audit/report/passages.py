"""The passages a report shows: a few words of context, cut between words, never a whole page."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from audit.model import Article, Page, PageBlock, PartCheck, Place, QuoteCheck, Span

CONTEXT = 160  # characters on either side
LONGEST = 700  # characters of the passage itself
CUT = "[…]"  # brackets, so that a cut of ours is never taken for the author's ellipsis
_CUTS = re.escape(CUT)


def clip(text: str, limit: int) -> str:
    """The text on one line, cut between words where it is longer than ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{_to_a_word(line[:limit])} {CUT}"


def article_passage(article: Article, spans: Sequence[Span]) -> str:
    """The words from the first span to the last, with their context inside the paragraph.

    Empty for no spans.
    """
    if not spans:
        return ""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    blocks = [article.paragraph(offset) for offset in (start, max(end - 1, start))]
    low = article.blocks[blocks[0] - 1].start if blocks[0] else start
    high = article.blocks[blocks[1] - 1].end if blocks[1] else end
    return _window(article.text, start, end, low, high)


def source_passage(page: Page | None, part: PartCheck) -> str | None:
    """What the source has where the quotation was found, with context; None when nothing was.

    Fragments that stand apart are shown each with its own context: what lies between them may be a
    menu, or another article.
    """
    check = part.check
    if part.passage is not None or page is None or check.start is None or check.end is None:
        return part.passage
    if not _stands_apart(page, check):
        return _window(page.text, check.start, check.end, *_around(page, check.start, check.end))
    shown: list[str] = []
    for start, end in _joined(page, check.parts):
        shown.append(_window(page.text, start, end, *_around(page, start, end)))
    return re.sub(rf"{_CUTS}(?: {_CUTS})+", CUT, f" {CUT} ".join(shown))


def _stands_apart(page: Page, check: QuoteCheck) -> bool:
    """Whether another zone, or more than a passage, lies between fragments."""
    if len(check.parts) < 2 or check.start is None or check.end is None:
        return False
    zones = {place.zone for place in check.parts}
    between = (
        block
        for block in page.blocks[bisect_right(page.blocks, check.start, key=_end) :]
        if block.start < check.end
    )
    return check.end - check.start > LONGEST or any(block.zone not in zones for block in between)


def _joined(page: Page, places: Sequence[Place]) -> list[tuple[int, int]]:
    """The stretches of fragments in the order of the page, those of one block as one."""
    joined: list[tuple[int, int]] = []
    for place in sorted(places, key=lambda place: place.start):
        if joined and place.start <= _around(page, *joined[-1])[1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], place.end))
        else:
            joined.append((place.start, place.end))
    return joined


def _around(page: Page, start: int, end: int) -> tuple[int, int]:
    """The blocks of a stretch, from the start of its first to the end of its last."""
    low, high = start, end
    for offset in (start, max(end - 1, start)):
        at = bisect_right(page.blocks, offset, key=lambda block: block.start) - 1
        if at >= 0 and offset < page.blocks[at].end:
            low, high = min(low, page.blocks[at].start), max(high, page.blocks[at].end)
    return low, high


def _end(block: PageBlock) -> int:
    return block.end


def _window(text: str, start: int, end: int, low: int, high: int) -> str:
    """``text[start:end]`` and what stands near it between ``low`` and ``high``."""
    before, after = text[max(low, start - CONTEXT) : start], text[end : min(high, end + CONTEXT)]
    if start - CONTEXT > low:
        before = f"{CUT} {_from_a_word(before)}"
    if end + CONTEXT < high:
        after = f"{_to_a_word(after)} {CUT}"
    passage = text[start:end]
    if len(passage) > LONGEST:
        half = LONGEST // 2
        passage = f"{_to_a_word(passage[:half])} {CUT} {_from_a_word(passage[-half:])}"
    return f"{before}{passage}{after}".strip()


def _from_a_word(text: str) -> str:
    """The text without its first, cut word; all of it in a script that sets no spaces."""
    _, space, rest = text.partition(" ")
    return rest if space else text


def _to_a_word(text: str) -> str:
    """The text without its last, cut word; all of it in a script that sets no spaces."""
    rest, space, _ = text.rpartition(" ")
    return rest if space else text
