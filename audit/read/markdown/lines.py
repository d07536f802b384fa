"""From the content that markdown-it gives a block back to the lines of the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

_WIDEST_PADDING = 1000  # characters of white space before the words of a cell
_NOT_WORDS = re.compile(r"[\s\d.)>*+-]*")
_LINE_END = re.compile(r"\r\n|\r|\n")


class SourceLines:
    """The lines of a Markdown file from ``start`` on, as markdown-it counts them: from 0."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        ends = list(_LINE_END.finditer(source, start))
        self._starts = [start, *(match.end() for match in ends)]
        self._ends = [*(match.start() for match in ends), len(source)]
        self._cursors: dict[int, int] = {}

    def place(self, content: str, first_line: int) -> "PlacedContent":
        """Where the lines of a block's ``content`` stand in the file.

        markdown-it takes marks and white space from both ends of a line, and cuts rows of tables
        into cells, in which an escaped pipe loses its backslash; what is left stands in the line as
        it is. Lines of no-break spaces before the content are taken off, too.
        """
        lines = content.split("\n")
        while self._is_taken_off(lines[0], first_line):
            first_line += 1
        anchors: list[tuple[int, int]] = []
        at = 0
        for number, line in enumerate(lines, start=first_line):
            anchors += [(at + offset, place) for offset, place in self._in_line(line, number)]
            at += len(line) + 1
        return PlacedContent(anchors)

    def masked(self, content: str, first_line: int) -> tuple[str, int]:
        """The block's ``content`` as long as its lines in the file, and where it begins there.

        What markdown-it took from the beginning of a line is blank: offsets stay those of the file.
        """
        lines = []
        last = first_line
        for last, line in enumerate(content.removesuffix("\n").split("\n"), start=first_line):
            start, end = self._starts[last], self._ends[last]
            kept = line if self._source.endswith(line, start, end) else self._source[start:end]
            lines.append(kept.rjust(end - start))
        ends = self._ends[first_line : last + 1]
        breaks = self._starts[first_line + 1 : last + 2]
        terminators = [self._source[a:b] for a, b in zip(ends, breaks, strict=False)] + [""]
        whole = "".join(line + end for line, end in zip(lines, terminators, strict=False))
        return whole, self._starts[first_line]

    def _is_taken_off(self, words: str, number: int) -> bool:
        line = self._source[self._starts[number] : self._ends[number]]
        return (
            words not in line and bool(_NOT_WORDS.fullmatch(line)) and number + 1 < len(self._ends)
        )

    def _in_line(self, words: str, number: int) -> list[tuple[int, int]]:
        """The (offset in ``words``, file offset) pairs at which a part of the line begins."""
        start, end = self._starts[number], self._ends[number]
        if self._source.endswith(words, start, end):
            return [(0, end - len(words))]
        unindented = words.lstrip(" \t")
        indented = len(words) - len(unindented)
        if indented and unindented and self._source.endswith(unindented, start, end):
            at = end - len(unindented)  # the indentation of the block ends inside a tab
            return [(0, max(at - indented, start)), (indented, at)]
        cursor = self._cursors.get(number, start)
        escaped = words.replace("|", r"\|")
        nearby = min(end, cursor + len(words) + len(escaped) + _WIDEST_PADDING)
        found = self._source.find(words, cursor, nearby)
        if found >= 0:
            self._cursors[number] = found + len(words)
            return [(0, found)]
        found = self._source.find(escaped, cursor, nearby)
        if found < 0:
            return [(0, cursor)]
        self._cursors[number] = found + len(escaped)
        pipes = [match.start() for match in re.finditer(r"\|", words)]
        return [(0, found), *((at, found + at + n) for n, at in enumerate(pipes, start=1))]


class PlacedContent:
    """The way from offsets in a block's content to offsets in the file."""

    def __init__(self, anchors: Sequence[tuple[int, int]]) -> None:
        self._anchors = anchors

    def file_offset(self, offset: int) -> int:
        """The file offset of an offset in the content."""
        index = bisect_right(self._anchors, offset, key=lambda pair: pair[0]) - 1
        content_at, file_at = self._anchors[index]
        return file_at + offset - content_at

    def pieces(self, text: str, offset: int) -> Iterator[tuple[str, int]]:
        """A text of the content, from ``offset`` on, in the parts that stand together in the file.

        Each comes with its file offset.
        """
        first = bisect_right(self._anchors, offset, key=lambda pair: pair[0])
        last = bisect_right(self._anchors, offset + len(text) - 1, key=lambda pair: pair[0])
        starts = [offset, *(at for at, _ in self._anchors[first:last])]
        for start, end in pairwise([*starts, offset + len(text)]):
            yield text[start - offset : end - offset], self.file_offset(start)
