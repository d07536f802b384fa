"""The names of months and of the days of the week."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from audit.languages.comparison.values import languages_with_values, value_words
from audit.languages.extraction.english import LANGUAGE


@cache
def english_months() -> Mapping[str, int]:
    """The English names of months, and their short forms, in lower case, January as 1."""
    return {name: int(number) for name, number in value_words().months.items()}


@cache
def months() -> Mapping[str, int]:
    """The names of months, and their short forms, in every language that has some; January as 1.

    A form that is one month here and another there is none.
    """
    every: dict[str, set[int]] = {}
    for language in languages_with_values():
        for name, number in value_words(language).months.items():
            every.setdefault(name, set()).add(int(number))
    return {name: number for name, (number, *more) in every.items() if not more}


@cache
def weekdays() -> Mapping[str, int]:
    """The names of the days of the week in every language that has some, Monday as 0."""
    return {word: number for names in _weekdays().values() for number, word in enumerate(names)}


@cache
def english_weekdays() -> tuple[str, ...]:
    """The English names of the days of the week, in lower case, Monday first."""
    return _weekdays()[LANGUAGE]


@cache
def _weekdays() -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads((files("audit.languages") / "weekdays.toml").read_text("utf-8"))
    return {language: tuple(names.split()) for language, names in data.items()}
