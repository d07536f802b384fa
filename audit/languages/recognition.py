"""Tells which language words are in, by its commonest small words.

Function words are reliable from some fifteen words on (Grefenstette, 'Comparing two language
identification schemes', 1995). Between two languages only those count that the other has not:
Spanish and Portuguese share every third.
"""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from audit.languages.folders import folders, read
from audit.languages.schema import key

_FILE = "recognition.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """The words by which a text is known to be in a language."""

    function_words: frozenset[str] = key(
        "The thirty or so commonest small words, some that no neighbour has among them: 'the', 'of'."
    )
    letters: str = key(
        "The small letters it has beside those from a to z; all where it writes in another script: 'äöüß'."
    )


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The commonest small words by language code, of languages without a folder too."""
    neighbours = {code: frozenset(words.split()) for code, words in _neighbours()["words"].items()}
    return neighbours | {code: _own(code)["function_words"] for code in folders()}


@cache
def languages_of_function_words() -> Mapping[str, tuple[str, ...]]:
    """The codes of the languages that have each word of ``function_words``."""
    found: dict[str, list[str]] = {}
    for code, words in function_words().items():
        for word in words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


@cache
def letters() -> Mapping[str, frozenset[str]]:
    """The small letters of each language of ``function_words`` beside those from a to z."""
    neighbours = {code: frozenset(all_of) for code, all_of in _neighbours()["letters"].items()}
    return neighbours | {code: frozenset(_own(code)["letters"]) for code in folders()}


@cache
def _neighbours() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files(__package__) / "neighbours.toml").read_text(encoding="utf-8"))


@cache
def _own(code: str) -> Mapping[str, Any]:
    return read(
        code, _FILE, Recognition
    )  # a language that gets a folder needs no other file changed


def recognised(
    words: Iterable[str],
    *,
    among: Collection[str] | None = None,
    fewest: int,
    lead: float,
    least: int,
) -> str | None:
    """The code of the language that lower-case words are in; None in doubt.

    Args:
        words: the words of a text, or of a part of it.
        among: the languages that come into question; all of ``function_words`` where none are
            given.
        fewest: function words of the language that there have to be.
        lead: how many times as many words that another language has not there have to be as words
            of that language alone.
        least: what the words of another language alone count for, however few they are.
    """
    counts = Counter(words)
    sets: dict[str, set[str]] = {
        code: set() for code in function_words() if among is None or code in among
    }
    spoken_in = languages_of_function_words()
    for word in counts.keys() & spoken_in.keys():
        for code in spoken_in[word]:
            if code in sets:
                sets[code].add(word)
    hits = {code: _sum(counts, common) for code, common in sets.items()}
    best = max(hits, key=lambda code: hits[code])
    if hits[best] < fewest:
        return None
    others = [common for code, common in sets.items() if code != best]
    if hits[best] < max(lead * least, 1) and not all(others):  # beside one without any of the words
        return None
    clear = all(
        _sum(counts, sets[best] - common)
        >= max(lead * max(_sum(counts, common - sets[best]), least), 1)
        for common in others
        if common
    )
    return best if clear else None


def _sum(counts: Counter[str], words: Iterable[str]) -> int:
    return sum(map(counts.__getitem__, words))
