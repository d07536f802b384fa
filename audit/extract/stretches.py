"""Stretches of a text, asked for by place in less time than it takes to look at each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Stretches:
    """Numbered pairs of offsets, start and end.

    Those that share a character with another are found fast.

    Few of them overlap each other; where many do, finding takes longer.
    """

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        numbered = sorted((start, end, number) for number, (start, end) in enumerate(pairs))
        self._numbered = numbered
        self._starts = [start for start, _, _ in numbered]
        self._furthest = list(accumulate((end for _, end, _ in numbered), max))

    def overlapping(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the stretches that share a character with an interval, by their starts."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, end)
        for _, its_end, number in self._numbered[first:last]:
            if its_end > start:
                yield number

    def beginning_in(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the stretches that begin from ``start`` up to ``end``, by their starts."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (number for _, _, number in self._numbered[first:last])
