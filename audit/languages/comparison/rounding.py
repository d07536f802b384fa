"""The words before a figure that say that it is rounded: ``rounding.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.languages.extraction import english


@dataclass(frozen=True, slots=True)
class Rounding:
    """The groups of one language, lower-case: words, and two of them with a space between."""

    above: frozenset[str]
    below: frozenset[str]
    about: frozenset[str]


@cache
def rounding(language: str | None) -> Rounding:
    """The groups of a language; English ones where it has none."""
    text = (files("audit.languages") / "rounding.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    table = tables.get(language or english.LANGUAGE, tables[english.LANGUAGE])
    return Rounding(
        **{
            name: frozenset(word.replace("_", " ") for word in words.split())
            for name, words in table.items()
        }
    )
