"""JSON to text: every string that reads like prose."""

from collections.abc import Iterator
from typing import Any

from audit.match.fragments import fragment_lines

_FEWEST_WORDS = 3  # in a string, to be text and not a name, a key or an address
_FEWEST_LETTERS = 10  # in a string that may be of a script without spaces


def json_text(value: Any) -> tuple[str, ...]:
    """The strings of three words or more, or of ten letters where these are not all ASCII, in their order."""
    texts = (fragment_lines(text) for text in _strings(value))
    return tuple(line for lines in texts if _is_prose(lines) for line in lines)


def _is_prose(lines: list[str]) -> bool:
    text = " ".join(lines)
    if len(text.split()) >= _FEWEST_WORDS:
        return True
    return len(text) >= _FEWEST_LETTERS and not text.isascii()


def _strings(value: Any) -> Iterator[str]:
    """All strings in a JSON value, in the order of the text."""
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            pending.extend(reversed(value.values()))
        elif isinstance(value, list):
            pending.extend(reversed(value))
