"""The strings in a script that holds what a page is built of: no JSON by itself, code around it."""

import json
import re
from collections.abc import Iterator

_NAMED = re.compile(
    r"\b__[A-Z][A-Z0-9_]{2,30}__|__next_f\b|__remixContext\b|\bglobalContent\b|\b__data\b"
)
_HEAD = 400  # characters in which such a script says what it is
_MOST = 3_000_000  # characters of it that are read
# A string that is never closed ends with the text, so that no place is looked at twice.
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)(?:"|\Z)', re.DOTALL)
_PIECE_OF_TREE = re.compile(r"\s?[0-9a-f]{1,6}:|.{0,200}\[\"\$\"", re.DOTALL)


def is_state(script: str) -> bool:
    """Whether a script keeps what the page is built of, by the names that frameworks give it."""
    return _NAMED.search(script, 0, _HEAD) is not None


def strings_of(script: str) -> Iterator[str]:
    """The strings in it, decoded; those of a tree that is itself sent as a string too."""
    for text in _literals(script[:_MOST]):
        if _PIECE_OF_TREE.match(text):
            yield from _literals(text)
        else:
            yield text


def _literals(text: str) -> Iterator[str]:
    for found in _STRING.finditer(text):
        try:
            decoded = json.loads(f'"{found[1]}"', strict=False)
        except ValueError:  # an escape of JavaScript that JSON has not
            continue
        yield decoded
