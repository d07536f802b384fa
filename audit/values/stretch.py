"""Words that are read for values, what stands at them, and the tokens that come of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

DASH = "–"  # between the two ends of a range written in one word

Found = tuple[int, tuple[str, ...]]
"""Where a token ends, and its keys."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words, figures parted from what is written to them, in their own case and in lower case."""

    raw: Sequence[str]
    low: Sequence[str]
    beside: frozenset[str]
    """Keys on the other side, which settle what can be read in several ways."""


def goes_on(low: Sequence[str], at: int, ranges: frozenset[str]) -> bool:
    """Whether the sign or word of a range stands at a word, and something behind it."""
    return at + 1 < len(low) and (low[at] == DASH or low[at] in ranges)


class Token(NamedTuple):
    """``words[start:end]`` of a text under one key; ``also`` are other keys that it may have."""

    start: int
    end: int
    key: str
    also: tuple[str, ...] = ()
