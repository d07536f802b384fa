"""The article of ``report.json``: its text with its blocks, links and lines, so that it can be shown again."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from audit.model import Article, Origin


def article_object(article: Article) -> dict[str, Any]:
    """The article, its text included: a report is read back without the file."""
    return {
        "path": article.path,
        "url": article.url,
        "format": article.format,
        "sha256": article.sha256,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "language": article.language,
        "text": article.text,
        "blocks": [
            {"start": block.start, "end": block.end, "kind": block.kind, "group": block.group}
            for block in article.blocks
        ],
        "links": [
            {"start": link.start, "end": link.end, "url": link.url, "role": link.role}
            for link in article.links
        ],
        "lines": None
        if article.origin is None
        else [
            {"start": start, "line": line}
            for start, line in line_steps(article.origin, len(article.text))
        ],
    }


def line_steps(origin: Origin, length: int) -> Iterator[tuple[int, int]]:
    """The text offsets at which another line of the file begins, each with its line from 1.

    The first is offset 0; both ascend. ``length`` is that of the text in characters.
    """
    last = 0
    for start in sorted({0, *_candidates(origin, length)}):
        line = origin.line(start)
        if line > last:
            yield start, line
            last = line


def origin_of(steps: Iterable[tuple[int, int]]) -> Origin:
    """An origin that gives every text offset the line that the steps give it."""
    starts: list[int] = []
    for start, line in steps:
        starts.extend([start] * (line - len(starts)))
    return Origin(anchors=((0, 0),), line_starts=tuple(starts))


def _candidates(origin: Origin, length: int) -> Iterator[int]:
    """Where a line may begin: at each anchor, and at each line start between two of them."""
    ends = [*origin.anchors[1:], (length, origin.file_offset(length))]
    for (text_at, file_at), (next_text, next_file) in zip(origin.anchors, ends, strict=True):
        yield min(text_at, length)
        reach = file_at + min(next_text - text_at, next_file - file_at)
        low = bisect_right(origin.line_starts, file_at)
        high = bisect_left(origin.line_starts, reach + 1)
        for start in origin.line_starts[low:high]:
            yield min(text_at + start - file_at, length)
