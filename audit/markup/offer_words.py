"""The words of `offers.toml` as patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from audit.markup.promised import is_unspaced


@cache
def words_of(key: str) -> re.Pattern[str]:
    """A pattern of the words of a key, each at the beginning of a word where words are parted."""
    words: list[str] = _read()[key]
    spaced = _any([word for word in words if not is_unspaced(word)])
    unspaced = "|".join(re.escape(word) for word in words if is_unspaced(word))
    either = rf"(?<![^\W\d_])(?:{spaced})" if spaced else ""
    return re.compile("|".join(filter(None, (either, unspaced))))


def _any(words: Iterable[str]) -> str:
    """An expression of beginnings of words, of which those with a space behind them are whole."""
    return "|".join(
        re.escape(word.rstrip()) + (r"(?![^\W\d_])" if word.endswith(" ") else "") for word in words
    )


@cache
def every_of() -> re.Pattern[str]:
    """All of what a paper counts, with a word or two in between: 'all our premium articles'."""
    every, things = (_any([f"{word} " for word in _read()[key]]) for key in ("every_of", "counted"))
    return re.compile(
        rf"(?<![^\W\d_])(?:{every})(?:[\s-][^\W\d_+]{{1,15}}\+?){{0,2}}[\s-](?:{things})"
    )


@cache
def counted() -> re.Pattern[str]:
    """A number of what a paper counts, and one at least: '2 free articles'."""
    things = _any([f"{word} " for word in _read()["counted"]])
    return re.compile(rf"(?<![\d.,])[1-9]\d?(?:\s[^\W\d_]{{1,12}}){{0,2}}\s(?:{things})")


@cache
def kept_for() -> re.Pattern[str]:
    """A pattern of whom a text is for: those who pay, and no others."""
    to, only, payers = (_any(_read()["kept_for"][key]) for key in ("to", "only", "payers"))
    between = r"(?:[^\W\d_-]+ ){0,2}"
    return re.compile(rf"(?<![^\W\d_])(?:(?P<only>{only})|{to}) {between}(?:{payers})")


@cache
def rest_read() -> re.Pattern[str]:
    """A pattern of reading 'the rest', which is of nothing else: not 'the rest of the money'."""
    verbs, rests, links = (
        "|".join(map(re.escape, _read()["rest_read"][key])) for key in ("verbs", "rests", "of")
    )
    either = rf"(?:{verbs}) (?:{rests})|(?:{rests}) (?:te |zu |att )?(?:{verbs})"
    return re.compile(rf"(?<![^\W\d_])(?:{either})(?! (?:{links})(?![^\W\d_]))(?![^\W\d_])")


@cache
def of_others(language: str) -> frozenset[str]:
    """Words that speak to a reader in other languages than this; none where it is not known."""
    shared: dict[str, str] = _read()["addressed_in"]
    return frozenset(word for word, codes in shared.items() if language and language not in codes)


@cache
def whole_words(key: str) -> frozenset[str]:
    """The words of a key that are whole ones."""
    return frozenset(_read()[key])


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "offers.toml").read_text(encoding="utf-8"))
