"""Whether two words are forms of one, told by their endings."""

import tomllib
from functools import cache
from importlib.resources import files

_ENDINGS = frozenset(
    {"", "s", "es", "ed", "d", "ing", "e", "ied", "ies", "y", "ly", "n", "en", "'s", "s'", "t", "'"}
)


_OWN_WORDS = frozenset({"e", "y"})
"""Endings that make another word of an English one when they are put to it."""


@cache
def _own_endings(language: str | None) -> frozenset[str]:
    """The endings of forms of one word in a language."""
    text = (files("audit.languages") / "endings.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text).get(language or "", "").split())


@cache
def _endings(language: str | None) -> frozenset[str]:
    """The endings of forms of one word in a language and in English."""
    return _ENDINGS | _own_endings(language)


def is_inflection(one: str, other: str, language: str | None) -> bool:
    """Whether two words are forms of one, told by their endings; comparatives are not."""
    if min(len(one), len(other)) < 3 or not (one.isalpha() or other.isalpha()):
        return False
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    if shared < max(3, min(len(one), len(other)) - 3):
        return False
    rest = one[shared:], other[shared:]
    if not all(rest) and _OWN_WORDS.intersection(rest) - _own_endings(language):
        return False  # 'car' and 'care'
    doubled = one[shared - 1]  # plan, planned
    endings = _endings(language)
    return all(end in endings or (end[:1] == doubled and end[1:] in endings) for end in rest)
