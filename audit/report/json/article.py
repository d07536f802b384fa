"""The article of ``report.json``: text, blocks, links and lines, so that it can be shown again."""

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
            {"start": start, "line": line, "column": column}
            for start, line, column in steps_of(article.origin, len(article.text))
        ],
    }


def steps_of(origin: Origin, length: int) -> Iterator[tuple[int, int, int]]:
    """The text offsets from which on text and file advance together, each with its line and column.

    The first is offset 0; they ascend, and so do the places in the file. A line that begins between
    two of them is one too. ``length`` is that of the text in characters.
    """
    last = (0, 0, 0)
    for start in sorted({0, *_candidates(origin, length)}):
        line, column = origin.line(start), origin.column(start)
        before, line_before, column_before = last
        if line != line_before or column - column_before != start - before:
            yield start, line, column
            last = (start, line, column)


def origin_of(steps: Iterable[tuple[int, int, int]]) -> Origin:
    """An origin that gives every text offset the line and the column that the steps give it.

    The lines of its file are as long as the steps need them to be.
    """
    line_starts: list[int] = []
    anchors: list[tuple[int, int]] = []
    for start, line, column in steps:
        text_before, file_before = anchors[-1] if anchors else (0, 0)
        begin = max(file_before + start - text_before, file_before)
        line_starts.extend([begin] * (line - len(line_starts)))
        anchors.append((start, line_starts[-1] + column - 1))
    return Origin(anchors=tuple(anchors), line_starts=tuple(line_starts))


def _candidates(origin: Origin, length: int) -> Iterator[int]:
    """Where a line may begin: at each anchor, and at each line start between two of them."""
    yield min(origin.lead, length)
    ends = [*origin.anchors[1:], (length, origin.file_offset(length))]
    for (text_at, file_at), (next_text, next_file) in zip(origin.anchors, ends, strict=True):
        yield min(text_at, length)
        reach = file_at + min(next_text - text_at, next_file - file_at)
        low = bisect_right(origin.line_starts, file_at)
        high = bisect_left(origin.line_starts, reach + 1)
        for start in origin.line_starts[low:high]:
            yield min(text_at + start - file_at, length)
