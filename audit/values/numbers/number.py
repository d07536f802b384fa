"""The value of a number as it stands in a text."""

from dataclasses import dataclass
from fractions import Fraction

MOST_WORDS = 24  # of a spelled number: bounds the work on hostile text


@dataclass(frozen=True, slots=True)
class Number:
    """A value, how many words it takes, and whether digits stand in it."""

    value: Fraction
    words: int
    digits: bool = False
    scale: int = 1  # the multiplier behind it: 'million'
    least: Fraction = Fraction(1)
    """The last multiplier: a number behind 'and' must be less."""
