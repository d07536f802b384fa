"""What is kept of a source for the next time beside its text: its figures, dates and titles.

To read a page for them takes as long as to compare it with several quotations.
"""

from collections.abc import Sequence
from typing import Any

from audit.values.stretch import Token


def tokens_as_json(tokens: Sequence[Token]) -> Any:
    """Tokens as JSON has them: where each begins and ends, and its keys."""
    return [(token.start, token.end, token.key, *token.also) for token in tokens]


def tokens_of_json(told: Any, many: int) -> list[Token]:
    """The way back; ``many`` are the words of the text, within which they stand in order.

    Raises:
        ValueError: They are no such tokens, as for the other error.
        TypeError: The same.
    """
    found: list[Token] = []
    done = 0
    for start, end, *keys in told:
        if type(start) is not int or type(end) is not int or not done <= start < end <= many:
            raise ValueError
        if not keys or any(type(key) is not str for key in keys):
            raise TypeError
        found.append(Token(start, end, keys[0], tuple(keys[1:])))
        done = end
    return found
