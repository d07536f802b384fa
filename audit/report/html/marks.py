"""The article with its passages marked: every stretch of a block has at most one mark."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from audit.model import Article, Block, BlockKind, Link, Span
from audit.report.escape import web_uri


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage: its label ('9', 'S2'), its id, that of its card, its look."""

    label: str
    id: str
    card: str
    look: str  # a result, or 'statement', or 'unnamed'


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: marked by ``mark`` or not; behind it the references that end with it.

    ``refs`` are the marks whose words end here, each with whether it is the first of its passage.
    ``href`` is where the article links to from here, None where it does not.
    """

    text: str
    mark: Mark | None
    refs: tuple[tuple[Mark, bool], ...] = ()
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article in pieces."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


_QUOTATION_MARKS = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』")
_Stretch = tuple[int, int, Mark]


def paragraphs(
    article: Article, marked: Sequence[tuple[Mark, tuple[Span, ...]]]
) -> Iterator[Paragraph]:
    """The blocks of the article in order.

    Where passages overlap, the shorter one is seen. A passage of several spans, or one that runs
    over several blocks, is marked in each; its first reference is the one that cards lead back to.
    """
    stretches = sorted(
        (
            (*_with_quotation_marks(article.text, span), mark)
            for mark, spans in marked
            for span in spans
            if span.start < span.end
        ),
        key=lambda stretch: stretch[:2],
    )
    seen: set[str] = set()
    waiting = deque(stretches)
    open_: list[_Stretch] = []
    links = _links(article)
    for block in article.blocks:
        open_ = [stretch for stretch in open_ if stretch[1] > block.start]
        while waiting and waiting[0][0] < block.end:
            open_.append(waiting.popleft())
        inside = [
            (max(start, block.start), min(end, block.end), mark)
            for start, end, mark in open_
            if end > block.start
        ]
        linked = []
        while links and links[0].start < block.end:
            linked.append(links.popleft())
        pieces = tuple(_pieces(article.text, block, inside, linked, seen))
        if any(piece.text.strip() for piece in pieces):
            yield Paragraph(block.kind, pieces)


def _links(article: Article) -> deque[Link]:
    """The article's links to web addresses in the order of its text, less those inside another."""
    links: deque[Link] = deque()
    for link in sorted(article.links, key=lambda link: (link.start, -link.end)):
        if web_uri(link.url) and (not links or link.start >= links[-1].end):
            links.append(link)
    return links


def _with_quotation_marks(text: str, span: Span) -> tuple[int, int]:
    """The span and the quotation marks around it, which the article's words come without."""
    start, end = span.start, span.end
    if text[start - 1 : start] in _QUOTATION_MARKS and text[end : end + 1] in _QUOTATION_MARKS:
        return max(start - 1, 0), min(end + 1, len(text))
    return start, end


def _pieces(
    text: str,
    block: Block,
    inside: Sequence[_Stretch],
    linked: Sequence[Link],
    seen: set[str],
) -> Iterator[Piece]:
    beginning, ending = defaultdict(list), defaultdict(list)
    for at, (start, end, mark) in enumerate(inside):
        beginning[start].append((end - start, at, end, mark))
        ending[end].append(mark)
    cuts = {block.start, block.end, *beginning, *ending}
    for link in linked:
        cuts |= {max(link.start, block.start), min(link.end, block.end)}
    links = deque(linked)
    shortest: list[tuple[int, int, int, Mark]] = []
    for start, end in pairwise(sorted(cuts)):
        for begun in beginning[start]:
            heappush(shortest, begun)
        while shortest and shortest[0][2] <= start:
            heappop(shortest)
        while links and links[0].end <= start:
            links.popleft()
        refs = tuple((mark, mark.id not in seen) for mark in ending[end])
        seen.update(mark.id for mark in ending[end])
        is_linked = links and links[0].start <= start and text[start:end].strip()
        yield Piece(
            text[start:end],
            shortest[0][3] if shortest else None,
            refs,
            web_uri(links[0].url) if is_linked else None,
        )
