"""A text in which words are counted again and again, for many quotations by an index of them."""

from collections import defaultdict
from functools import cached_property

_FEW_COUNTS = 100  # which cost as much as an index of all words


class Searched:
    """A text whose words are parted by single spaces."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts = 0

    def count(self, passage: str) -> int:
        """How often a passage of such words stands in the text, each time behind the last.

        Whether once is what is asked: at two counting ends, as texts repeat themselves.
        """
        self._counts += 1
        whole = passage.split(" ")[1:-1]  # the first and the last may be parts of longer ones
        if self._counts < _FEW_COUNTS or not whole:
            at = self._text.find(passage)
            again = self._text.find(passage, at + len(passage)) if at >= 0 else -1
            return (at >= 0) + (again >= 0)
        rarest = min(whole, key=lambda word: len(self._index.get(word, ())))
        before = passage.index(f" {rarest} ") + 1
        done = found = 0
        for at in self._index.get(rarest, ()):
            start = at - before
            if start >= done and self._text.startswith(passage, start):
                done = start + len(passage)
                found += 1
                if found > 1:
                    break
        return found

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """Where each word begins."""
        index: defaultdict[str, list[int]] = defaultdict(list)
        at = 0
        for word in self._text.split(" "):
            index[word].append(at)
            at += len(word) + 1
        return dict(index)
