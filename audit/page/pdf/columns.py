"""The lines of a PDF's page in the order of its columns, by where they stand.

A program that draws a page line by line, across its columns, leaves a text in which no sentence
reads on. Two columns are looked for.
"""

from collections.abc import Sequence
from typing import NamedTuple

_FEWEST = 6  # pieces of text in a column
_BINS = 200  # in the width of a page
_MIDDLE = (40, 160)  # the bins in which what lies between two columns is looked for
_SHARE_OF_LINES = 0.05  # of the pieces cross it at most: headlines and feet
_FEW_LINES = 2
_SAME_LINE = 0.5  # of a height


MOST_PIECES = 5000
"""Pieces of text on a page of which columns are looked for."""

Place = tuple[float, float, float, float]
"""Left, bottom, right and top, in the units of the page."""


class Piece(NamedTuple):
    """Text that stands in one place, in the units of the page: ``top`` is more the higher it is."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def in_columns(pieces: Sequence[Piece]) -> str:
    """The text column by column; empty where the page has not two of them."""
    gap = gap_of([piece[:4] for piece in pieces])
    if gap is None:
        return ""
    left = [piece for piece in pieces if piece.right <= gap]
    right = [piece for piece in pieces if piece.left >= gap]
    if min(len(left), len(right)) < _FEWEST:
        return ""
    lines: list[str] = []
    above = float("inf")
    crossing = sorted((p for p in pieces if p.left < gap < p.right), key=_height, reverse=True)
    for piece in (*crossing, None):
        below = piece.top if piece is not None else float("-inf")
        for column in (left, right):
            lines += _lines([p for p in column if below <= _height(p) < above])
        lines += [piece.text] if piece is not None else []
        above = below
    return "\n".join(lines)


def gap_of(places: Sequence[Place]) -> float | None:
    """Where hardly any text stands between two columns, from the left; None where none is."""
    if len(places) < 2 * _FEWEST:
        return None
    start, end = min(place[0] for place in places), max(place[2] for place in places)
    width = (end - start) / _BINS
    if width <= 0:
        return None
    changes = [0] * (_BINS + 2)
    for left, _, right, _ in places:
        changes[int((left - start) / width)] += 1
        changes[int((right - start) / width) + 1] -= 1
    most = max(_FEW_LINES, _SHARE_OF_LINES * len(places))
    covered, empty = 0, []
    for number, change in enumerate(changes[:_BINS]):
        covered += change
        if _MIDDLE[0] <= number <= _MIDDLE[1] and covered <= most:
            empty.append(number)
    if not empty:
        return None
    middle = min(empty, key=lambda number: abs(number - _BINS / 2))
    return start + (middle + 0.5) * width


def _lines(pieces: Sequence[Piece]) -> list[str]:
    """The lines of a column, from above: what stands at one height is one."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=_height, reverse=True):
        if lines:
            last = lines[-1][-1]
            if _height(last) - _height(piece) < _SAME_LINE * (last.top - last.bottom):
                lines[-1].append(piece)
                continue
        lines.append([piece])
    return [" ".join(piece.text for piece in sorted(line)) for line in lines]


def _height(piece: Piece) -> float:
    return (piece.top + piece.bottom) / 2
