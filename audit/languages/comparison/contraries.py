"""What one may do and its contrary, in words: ``contraries.toml``."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from audit.languages.extraction import english

_PLUS, _MINUS = 1, -1
_SHORTEST, _LONGEST = 3, 12  # letters of what words begin with
_FAR = 12  # words between a verb and what stands behind it: 'lehnt … ab'


class Way(NamedTuple):
    """A side of a group: ``way`` is 1 for the words before its '|', -1 for the others."""

    group: int
    way: int


class Act(NamedTuple):
    """Words of a text that are a side of a group, by their numbers."""

    start: int
    end: int
    way: Way


@dataclass(frozen=True, slots=True)
class Contraries:
    """The groups of one language.

    ``words`` has phrases by their first word, ``begun`` ways by what words begin with; of
    ``parted`` a verb has what stands behind it.
    """

    words: Mapping[str, Sequence[tuple[tuple[str, ...], Way]]]
    begun: Mapping[str, Sequence[Way]]
    parted: Mapping[str, Sequence[tuple[str, Way]]]
    ahead: frozenset[str]
    negating: frozenset[str]

    def acts(self, words: Sequence[str]) -> Iterator[Act]:
        """The sides of groups that lower-case words are, in order."""
        for at, word in enumerate(words):
            for phrase, way in self.words.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    yield Act(at, at + len(phrase), way)
            for length in range(_SHORTEST, min(len(word), _LONGEST) + 1):
                for way in self.begun.get(word[:length], ()):
                    yield Act(at, at + 1, way)
            for behind, way in self.parted.get(word, ()):
                if behind in words[at + 1 : at + _FAR]:
                    yield Act(at, at + 1, way)


@cache
def contraries(language: str | None) -> Contraries | None:
    """The groups of a language; None where it has none."""
    table = _tables().get(language or english.LANGUAGE)
    if table is None:
        return None
    words: defaultdict[str, list[tuple[tuple[str, ...], Way]]] = defaultdict(list)
    begun: defaultdict[str, list[Way]] = defaultdict(list)
    parted: defaultdict[str, list[tuple[str, Way]]] = defaultdict(list)
    for phrase, way in _ways(table["groups"]):
        verb, is_parted, behind = phrase.partition("+")
        if is_parted:
            parted[verb].append((behind, way))
        elif phrase.endswith("*"):
            begun[phrase[:-1]].append(way)
        else:
            each = tuple(phrase.split("_"))
            words[each[0]].append((each, way))
    ahead, negating = (frozenset(table[name].split()) for name in ("ahead", "negating"))
    return Contraries(dict(words), dict(begun), dict(parted), ahead, negating)


def _ways(groups: Sequence[str]) -> Iterator[tuple[str, Way]]:
    for number, group in enumerate(groups):
        plus, minus = group.split("|")
        for side, way in ((plus, _PLUS), (minus, _MINUS)):
            yield from ((phrase, Way(number, way)) for phrase in side.split())


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = (files("audit.languages") / "contraries.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
