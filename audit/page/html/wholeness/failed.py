"""Whether the program that makes a page failed in the middle of it."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from audit.markup.promised import count_words
from audit.model import Zone

_READ = frozenset({Zone.MAIN, Zone.INSET})
_PARAGRAPH = 8  # words: what goes on behind the failure was made all the same
_LONGEST = 3000  # characters that are looked at


def has_failed(blocks: Sequence[tuple[str, Zone]]) -> bool:
    """Whether the last paragraph of a page says that a program failed, and no text follows it.

    An article about such failures has words of its own behind the one that it shows.
    """
    for text, zone in reversed(blocks):
        if zone not in _READ:
            continue
        plain = " ".join(text[:_LONGEST].lower().split())
        if _anywhere().search(plain) or _begins().match(plain):
            return True
        if zone is Zone.MAIN and count_words(text) >= _PARAGRAPH and not _is_of_a_trace(plain):
            return False
    return False


def _is_of_a_trace(plain: str) -> bool:
    """Whether a line is one of those below a failure: where the program was."""
    return plain.startswith(("#", "at ", "stack trace", "thrown in", 'file "'))


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile("|".join(_read()["anywhere"]))


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(_read()["begins"]))


@cache
def _read() -> dict[str, list[str]]:
    return loads((files(__package__) / "failed.toml").read_text(encoding="utf-8"))
