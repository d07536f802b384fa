"""How languages that have no folder say who speaks: ``neighbours_saying.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_FILE = "neighbours_saying.toml"


@cache
def words_of(group: str, code: str) -> frozenset[str]:
    """The words or endings of a group in a language, none of one that is not listed."""
    return frozenset(listed(group, code))


@cache
def listed(group: str, code: str) -> tuple[str, ...]:
    """The same in the order of the file; '_' between the words of a phrase is a space."""
    return tuple(word.replace("_", " ") for word in _read()[group].get(code, "").split())


def spoken(group: str) -> tuple[str, ...]:
    """The codes of the languages that a group has words of."""
    return tuple(_read()[group])


@cache
def _read() -> Mapping[str, Mapping[str, str]]:
    text = (files("audit.languages") / _FILE).read_text(encoding="utf-8")
    return tomllib.loads(text)
