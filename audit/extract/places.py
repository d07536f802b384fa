"""What of an article stands between two offsets, found without looking at all of it."""

from bisect import bisect_left
from collections.abc import Sequence

from audit.model import Article, Link


def links_between(article: Article, start: int, end: int) -> Sequence[Link]:
    """The links that begin from ``start`` up to ``end``, in order."""
    links = article.links
    first = bisect_left(links, start, key=lambda link: link.start)
    return links[first : bisect_left(links, end, key=lambda link: link.start)]
