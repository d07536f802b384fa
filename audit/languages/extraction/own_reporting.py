"""How articles say that their own author or paper was told the words: ``own_reporting.toml``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_GAP = r"(?:\s{1,3}[\w'-]{1,30}){0,5}"  # within a clause: 'told … this paper'


@cache
def own_reporting() -> re.Pattern[str]:
    """Matches, in lower case with typewriter apostrophes, that the author was told the words."""
    return _any_of("phrases")


@cache
def contacts() -> re.Pattern[str]:
    """Matches, in such text, that the author asked whoever is named behind it."""
    return _any_of("contacts")


@cache
def somebody() -> frozenset[str]:
    """Words before whom the author asked, where the name is told later: 'a', 'two'."""
    return frozenset(word for table in _tables() for word in table["somebody"].split())


@cache
def said_to_press() -> re.Pattern[str]:
    """Matches, in such text, that the words were said to reporters at large."""
    return _any_of("press")


@cache
def unsourced() -> re.Pattern[str]:
    """Matches, in such text, a mark in brackets that says of words that they have no source."""
    return re.compile(rf"\[\s{{0,2}}{_any_of('unsourced').pattern}[^\]\n]{{0,40}}\]")


def _any_of(key: str) -> re.Pattern[str]:
    phrases = "|".join(_pattern(phrase) for table in _tables() for phrase in table[key])
    return re.compile(rf"(?<!\w)(?:{phrases})(?![\w'])")


def _pattern(phrase: str) -> str:
    words = phrase.replace("(", "(?:").replace(" between ", f"{_GAP} ")
    return words.replace(" ", r"\s{1,3}").replace(r"-(?:", r"-(?:")


@cache
def told_words() -> frozenset[str]:
    """The words behind which an outlet is named that was told something: 'told', 'gegenüber'."""
    return frozenset(word for table in _tables() for word in table["told"].split())


@cache
def articles() -> frozenset[str]:
    """The articles that may stand before an outlet's name there."""
    return frozenset(word for table in _tables() for word in table["articles"].split())


@cache
def byline_parts() -> re.Pattern[str]:
    """Matches what parts the author and the outlet in a byline: ', ', ' for '."""
    words = "|".join(re.escape(word) for table in _tables() for word in table["bylines"].split())
    return re.compile(rf"\s{{0,3}}[,|/]\s{{0,3}}|\s(?:{words})\s")


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    text = (files("audit.languages") / "own_reporting.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).values())
