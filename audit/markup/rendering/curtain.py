"""Words that one element hides and that are most of a page: a script will show them."""

from collections.abc import Iterable

_LEAST = 1500  # characters that a hidden element holds, to be what the page is about
_SHARE = 2.0  # of what is seen


class Curtain:
    """The element that hides most: its blocks, ``start`` to ``end``, and where they belong."""

    def __init__(self) -> None:
        self.start = self.end = self.at = self.chars = 0
        self._from = 0

    def hide(self, hidden: int) -> None:
        """An element begins that hides its words; so many blocks were hidden before."""
        self._from = hidden

    def first(self) -> int:
        """The first block that the open hiding element hides."""
        return self._from

    def show(self, lengths: Iterable[int], hidden: int, at: int) -> bool:
        """The element ends that hid blocks of these lengths.

        Whether it is the one that hides most so far.
        """
        chars = sum(lengths)
        if chars <= self.chars:
            return False
        self.start, self.end, self.at, self.chars = self._from, hidden, at, chars
        return True

    def opens(self, seen: int) -> bool:
        """Whether a page of which so many characters are seen is about that element's words."""
        return self.chars >= _LEAST and self.chars >= _SHARE * seen
