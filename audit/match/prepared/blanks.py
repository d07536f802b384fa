"""A text with stretches left out, and its offsets as they were."""

from collections.abc import Iterable


def with_blanks(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with spaces in place of stretches, which are in order and do not overlap."""
    pieces: list[str] = []
    done = 0
    for start, end in stretches:
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])
