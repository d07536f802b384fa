"""A figure that a page has of a change the other way: 'fell by 4 per cent' for 'rose by' as much.

The figure is right, so nothing else tells. All sentences that plainly tell the same have to say so,
none of them both ways, and neither side may negate anything.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.match.indirect.instead.in_place import keys_of
from audit.match.indirect.telling import CLAUSE, Passage, clause_of, passages, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import FIGURES, Attribution, Fact, Missing
from audit.values.tokens import Token

_ROSE, _FELL, _BOTH = 1, -1, 0


class _Change(NamedTuple):
    """Which way a clause says that a figure went, and the number of the word that says it.

    ``is_level`` says that it went so far: 'slowed to 3.1 percent' is not 'slowed by' as much.
    """

    way: int
    at: int
    is_level: bool


def turned_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The figures of a statement's changes that a page has of changes the other way."""
    figures = [fact for fact in attribution.facts if fact.kind in FIGURES]
    ways = {fact: _told_by(attribution, fact, page) for fact in figures}
    if not any(ways.values()):
        return
    plain = [each for each in passages(words_of(attribution), page) if each.tells((each.here,))]
    for fact, change in ways.items():
        there = list(_having(fact, plain, page)) if change is not None else []
        if change and there and all(_is_turned(change, other) for other, _ in there):
            yield Missing(fact, there[0][1])


def _is_turned(one: _Change, other: _Change) -> bool:
    """Whether of two changes one is up and one down, both by so much or both to so much."""
    return one.way == -other.way != _BOTH and one.is_level == other.is_level


def _told_by(attribution: Attribution, fact: Fact, page: Prepared) -> _Change | None:
    """The change that a statement's clause tells of with a figure, if it is one way."""
    told = told_of(clause_of(attribution, fact), page.language)
    change = next(_changes(told, keys_of(fact, page)), (None, ""))[0]
    return change if change is not None and change.way else None


def _change(told: Told, figure: Token) -> _Change | None:
    """Which way a clause tells that a figure changed; None where it tells of no change."""
    near, words = rounding(told.language), told.words
    vague = near.above | near.below
    rose = [at for at, word in enumerate(words) if word in near.rose - vague]
    fell = [at for at, word in enumerate(words) if word in near.fell - vague]
    if not rose and not fell:
        return None
    is_turned = any(comparing(told.language).is_negation(word) for word in words)
    if is_turned or (rose and fell):
        return _Change(_BOTH, 0, is_level=False)
    is_level = not near.to.isdisjoint(words[max(figure.start - 1, 0) : figure.start])
    return _Change(_ROSE if rose else _FELL, (rose or fell)[0], is_level)


def _having(fact: Fact, plain: Sequence[Passage], page: Prepared) -> Iterator[tuple[_Change, str]]:
    """The changes of the clauses that have a figure, each with the words from one to the other."""
    keys = keys_of(fact, page)
    for passage in plain:
        for clause in CLAUSE.split(passage.here.text):
            yield from _changes(told_of(clause, page.language), keys)


def _changes(told: Told, keys: frozenset[str]) -> Iterator[tuple[_Change, str]]:
    """The same of one clause."""
    for token in told.tokens:
        if token.key in keys:
            change = _change(told, token)
            if change is None:
                yield _Change(_BOTH, 0, is_level=False), ""
            else:
                first, last = min(change.at, token.start), max(change.at + 1, token.end)
                yield change, told.written(first, last)
