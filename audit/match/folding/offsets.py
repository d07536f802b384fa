"""Rewriting a text and finding the way back."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A text made from another one by replacing stretches, and where each stretch came from.

    Piece ``i`` begins at ``new[i]`` here and at ``old[i]`` there; the last entry of both is the
    length. A piece of equal length on both sides maps character by character, any other one as a
    whole.
    """

    text: str
    new: tuple[int, ...]
    old: tuple[int, ...]

    def start(self, offset: int) -> int:
        """The offset in the old text at which the character at ``offset`` begins."""
        piece = bisect_right(self.new, offset) - 1
        if self._is_plain(piece):
            return self.old[piece] + offset - self.new[piece]
        return self.old[piece]

    def end(self, offset: int) -> int:
        """The offset in the old text just after the character that ends at ``offset``."""
        piece = bisect_right(self.new, offset - 1) - 1
        if self._is_plain(piece):
            return self.old[piece] + offset - self.new[piece]
        return self.old[piece + 1]

    def _is_plain(self, piece: int) -> bool:
        if piece + 1 == len(self.new):
            return True
        return self.new[piece + 1] - self.new[piece] == self.old[piece + 1] - self.old[piece]


def rewrite(text: str, edits: Iterable[tuple[int, int, str]]) -> Rewrite:
    """Replaces each ``text[start:end]`` by its replacement; edits ascend and do not overlap."""
    pieces: list[str] = []
    new = [0]
    old = [0]
    length = 0
    done = 0
    for start, end, replacement in edits:
        if start > done:
            pieces.append(text[done:start])
            length += start - done
            new.append(length)
            old.append(start)
        pieces.append(replacement)
        length += len(replacement)
        new.append(length)
        old.append(end)
        done = end
    if done < len(text):
        pieces.append(text[done:])
        length += len(text) - done
        new.append(length)
        old.append(len(text))
    return Rewrite("".join(pieces), tuple(new), tuple(old))
