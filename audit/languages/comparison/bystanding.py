"""Words that tell on a page who only stands beside words, of all languages at once.

What each group is stands in ``bystanders.toml``.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Bystanding:
    """The words of ``bystanders.toml``, lower-case."""

    toward: frozenset[str]
    told: frozenset[str]
    asks: frozenset[str]
    by: frozenset[str]
    relays: frozenset[str]
    renames: frozenset[str]
    idle: frozenset[str]
    that: frozenset[str]
    behind: frozenset[str]


@cache
def bystanding() -> Bystanding:
    """The words, read once."""
    text = (files("audit.languages") / "bystanders.toml").read_text(encoding="utf-8")
    return Bystanding(
        **{key: frozenset(words.split()) for key, words in tomllib.loads(text).items()}
    )
