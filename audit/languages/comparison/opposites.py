"""Words of which one in the place of another turns what a figure tells: ``opposites.toml``."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from audit.languages.comparison.rounding import rounding
from audit.languages.extraction import english

BEHIND, FROM, BOUND, TIME, VOTE, ANYWHERE = "change", "from", "bound", "time", "vote", ""
"""The places in which groups are read; see the file."""
CHANGE = "change"
"""The group of what became more or less, in whichever place."""
_PLUS, _MINUS = 1, -1


class Side(NamedTuple):
    """A side of a group of words: ``way`` is 1 for those before its '|', -1 for the others.

    ``place`` is where they are read: one of the names above, or ``ANYWHERE``. ``is_turned`` says
    that two may change places in the sense of the group.
    """

    group: str
    way: int
    place: str
    is_turned: bool


@dataclass(frozen=True, slots=True)
class Opposites:
    """The groups of one language.

    ``sides`` has the sides by the first word of a phrase, each with all words of it.
    """

    sides: Mapping[str, Sequence[tuple[tuple[str, ...], Side]]]
    votes: frozenset[str]
    before_opponents: frozenset[str]
    parting: frozenset[str]
    acts: frozenset[str]
    by: frozenset[str]
    than: frozenset[str]
    of_money: frozenset[str]
    failing: frozenset[tuple[str, ...]]

    def begun(self, words: Sequence[str], at: int) -> Iterator[tuple[int, Side]]:
        """The phrases of sides that begin with a word: where each ends, and its side."""
        for phrase, side in self.sides.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield at + len(phrase), side


@cache
def opposites(language: str | None) -> Opposites | None:
    """The groups of a language; None where it has none."""
    table = _tables().get(language or english.LANGUAGE)
    if table is None:
        return None
    sides: defaultdict[str, list[tuple[tuple[str, ...], Side]]] = defaultdict(list)
    for words, side in _sides(table):
        sides[words[0]].append((words, side))
    near = rounding(language)
    vague = near.above | near.below
    for group, way in ((near.rose, _PLUS), (near.fell, _MINUS)):
        for word in group - vague:
            sides[word].append(((word,), Side(CHANGE, way, ANYWHERE, is_turned=False)))
    return Opposites(
        dict(sides),
        frozenset(word.replace("_", " ") for word in table["votes"].split()),
        frozenset(table["sides"].split()),
        frozenset(table["parting"].split()),
        frozenset(table["acts"].split()),
        frozenset(table["by"].split()),
        frozenset(table["than"].split()),
        frozenset(table["of_money"].split()),
        frozenset(tuple(phrase.split("_")) for phrase in table["failing"].split()),
    )


def winning(words: Sequence[str], language: str | None) -> int:
    """1 for words of who won, bought or was ahead, -1 for those of who lost; 0 for neither."""
    known = opposites(language)
    if known is None:
        return 0
    ways = {
        side.way for at in range(len(words)) for _, side in known.begun(words, at) if side.is_turned
    }
    return ways.pop() if len(ways) == 1 else 0


def _sides(table: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Side]]:
    groups = [
        *((CHANGE, place, table[place], False) for place in (BEHIND, FROM)),
        *((place, place, table[place], False) for place in (BOUND, TIME, VOTE)),
        (VOTE, ANYWHERE, table["favour"], False),
        *((group, ANYWHERE, group, True) for group in table["turned"]),
        *((group, ANYWHERE, group, False) for group in table["others"]),
    ]
    for name, place, group, is_turned in groups:
        plus, minus = group.split("|")
        for words, way in ((plus, _PLUS), (minus, _MINUS)):
            side = Side(name, way, place, is_turned)
            yield from ((tuple(phrase.split("_")), side) for phrase in words.split())


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = (files("audit.languages") / "opposites.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
