"""Words that tell on a page who only stands beside words, of all languages at once.

What each group is stands in ``bystanders.toml``.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Bystanding:
    """The words of ``bystanders.toml``."""

    toward: frozenset[str]
    told: frozenset[str]
    asks: frozenset[str]
    by: frozenset[str]
    relays: frozenset[str]
    renames: frozenset[str]
    idle: frozenset[str]
    that: frozenset[str]
    behind: frozenset[str]
    before_point: tuple[str, ...]


@cache
def bystanding() -> Bystanding:
    """The words, read once."""
    text = (files("audit.languages") / "bystanders.toml").read_text(encoding="utf-8")
    words = {key: group.split() for key, group in tomllib.loads(text).items()}
    before_point = tuple(words.pop("before_point"))
    groups = {key: frozenset(group) for key, group in words.items()}
    return Bystanding(**groups, before_point=before_point)
