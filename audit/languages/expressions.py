"""Expressions made of words."""

import re
from collections.abc import Iterable


def any_of(phrases: Iterable[str], gap: str = r"\s") -> str:
    """A part of an expression for any of several phrases, with ``gap`` between their words.

    A longer one is tried before those that it begins with.
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(gap.join(map(re.escape, phrase.split())) for phrase in ordered)})"
