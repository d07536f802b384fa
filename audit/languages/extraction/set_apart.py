"""The words of what stands apart in an article, in all languages at once: ``set_apart.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

_SERVICES = "services"


@cache
def labels(kind: str) -> frozenset[str]:
    """The labels of one kind, of all languages: 'claim', 'claimed_by', 'reference'."""
    return frozenset(label for table in _languages() for label in table[kind])


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind, of all languages: 'whole', 'posts'."""
    return frozenset(word for table in _languages() for word in table[kind].split())


@cache
def services() -> Mapping[str, frozenset[str]]:
    """The words that name each service, by its own name here."""
    return {name: frozenset(named.split()) for name, named in _tables()[_SERVICES].items()}


@cache
def _languages() -> tuple[dict[str, Any], ...]:
    return tuple(table for name, table in _tables().items() if name != _SERVICES)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = (files("audit.languages") / "set_apart.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
