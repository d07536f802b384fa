"""The words beside a figure that say how it came about: ``rounding.toml``."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from audit.languages.extraction import english


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """The groups of one language, lower-case: words, and several of them with spaces between.

    The file says what each group is of.
    """

    above: frozenset[str]
    below: frozenset[str]
    beneath: frozenset[str]
    about: frozenset[str]
    apart: frozenset[str]
    rose: frozenset[str]
    fell: frozenset[str]
    points: frozenset[str]
    lasting: frozenset[str]
    against: frozenset[str]
    rest: frozenset[str]
    left_over: frozenset[str]
    together: frozenset[str]
    each: frozenset[str]
    average: frozenset[str]
    aged: frozenset[str]
    ago: frozenset[str]
    since: frozenset[str]
    year_before: frozenset[str]
    born: frozenset[str]
    half: frozenset[str]
    double: frozenset[str]
    triple: frozenset[str]
    pair: frozenset[str]
    yearly: frozenset[str]
    quarterly: frozenset[str]
    monthly: frozenset[str]
    weekly: frozenset[str]
    daily: frozenset[str]
    three_months: frozenset[str]
    six_months: frozenset[str]
    definite: frozenset[str]
    of_whole: frozenset[str]
    part_of: frozenset[str]
    of_these: frozenset[str]
    to: frozenset[str]
    out_of: frozenset[str]
    compared: frozenset[str]
    times: frozenset[str]
    every: frozenset[str]
    dozens: frozenset[str]
    hundreds: frozenset[str]
    thousands: frozenset[str]
    millions: frozenset[str]
    billions: frozenset[str]


@cache
def rounding(language: str | None) -> Rounding:
    """The groups of a language; English ones where it has none."""
    text = (files("audit.languages") / "rounding.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    table = tables.get(language or english.LANGUAGE, tables[english.LANGUAGE])
    return Rounding(
        **{
            group.name: frozenset(word.replace("_", " ") for word in table[group.name].split())
            for group in fields(Rounding)
        }
    )
