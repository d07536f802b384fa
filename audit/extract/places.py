"""What of an article stands between two offsets, found without looking at all of it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from audit.model import Article, Link, Span


def links_between(article: Article, start: int, end: int) -> Sequence[Link]:
    """The links that begin from ``start`` up to ``end``, in order."""
    links = article.links
    first = bisect_left(links, start, key=lambda link: link.start)
    return links[first : bisect_left(links, end, key=lambda link: link.start)]


def text_outside(article: Article, start: int, end: int, words: Iterable[Span]) -> str:
    """The text from ``start`` up to ``end``, with spaces for the words that begin in it."""
    text = article.text[start:end]
    for said in words:
        if start <= said.start < end:
            first, last = said.start - start, min(said.end, end) - start
            text = text[:first] + " " * (last - first) + text[last:]
    return text
