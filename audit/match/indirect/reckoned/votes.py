"""Votes and results of statements: two numbers that are one figure, '17 votes to 9', '52-48'.

Either number may stand anywhere on a page. Where the page has one of them in a pair with another,
the statement's pair is another one.
"""

from typing import NamedTuple

from audit.languages.comparison.opposites import winning
from audit.languages.comparison.rounding import rounding
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.indirect.telling import passages, words_of
from audit.match.prepared.placed_values import Pair
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind
from audit.values.measured import measured
from audit.values.tokens import tokens

_MOST_BETWEEN = 6  # words between two numbers of one vote
_MOST_GOALS = 15
_TOLD_WORDS = 3  # of a vote that says that it is one: '17 votes to 9'


class Vote(NamedTuple):
    """The numbers of both sides; ``is_told`` says that a word makes a vote of them."""

    first: float
    second: float
    is_told: bool

    @property
    def may_be_range(self) -> bool:
        """Whether it goes up, as the result of who lost does: '1-3'."""
        return not self.is_told and self.first <= self.second


class Instead(NamedTuple):
    """What a source says of a vote: whether it has it, or else the one that it has in its place."""

    has_it: bool = False
    other: str = ""


def vote_of(fact: Fact) -> Vote | None:
    """The two numbers that a fact is, None where it is none."""
    if fact.kind is not FactKind.NUMBER:
        return None
    words = fold(fact.span.text).words.split()
    found = [
        each
        for token in tokens(words, english.LANGUAGE)
        for each in (measured(token.key) if token.key.startswith("=") else ())
    ]
    if len(found) != 2 or any(each.unit or not each.value.is_integer() for each in found):
        return None
    first, second = (each.value for each in found)
    return Vote(first, second, len(words) > _TOLD_WORDS)


def vote_instead(attribution: Attribution, vote: Vote, source: Prepared) -> Instead:
    """Whether a source has a vote, or another with one of its numbers.

    The same numbers the other way round are another one in a sentence that has all the telling
    words of the statement: 'won by 2,908 votes to 3,412'; not if one tells who won, one who lost.
    Of what may be a range it is said only that a source has it.
    """
    ours = (vote.first, vote.second)
    against = rounding(source.language).against
    others: list[str] = []
    for pair in source.values.side_by_side(_MOST_BETWEEN):
        there = (pair.first, pair.second)
        is_linked = pair.between in against or (not pair.between and pair.first > pair.second)
        if there == ours:
            return Instead(has_it=True)
        if there == ours[::-1]:
            if not (vote.is_told and is_linked and _is_told_whole(attribution, there, source)):
                return Instead(has_it=True)
            others.append(pair.text)
        elif is_linked and len({*there} & {*ours}) == 1:
            others.append(pair.text)
    is_other = len(set(others)) == 1 and not vote.may_be_range
    return Instead(other=others[0] if is_other else "")


def may_have_stood(attribution: Attribution, vote: Vote, source: Prepared) -> bool:
    """Whether a source has a result that a score of a statement may have become: '2-1', of '3-1'.

    Not of one that tells who won.
    """
    if vote.is_told or max(vote.first, vote.second) > _MOST_GOALS:
        return False
    if winning(fold(words_of(attribution)).words.lower().split(), source.language):
        return False
    return any(
        pair.first <= _MOST_GOALS >= pair.second
        and not pair.between
        and any(vote.first <= a and vote.second <= b for a, b in _both_ways(pair))
        for pair in source.values.side_by_side(0)
    )


def _both_ways(pair: Pair) -> tuple[tuple[float, float], ...]:
    return (pair.first, pair.second), (pair.second, pair.first)


def _is_told_whole(
    attribution: Attribution, numbers: tuple[float, float], source: Prepared
) -> bool:
    """Whether a sentence with two numbers has all the telling words of a statement."""
    said = words_of(attribution)
    way = winning(fold(said).words.lower().split(), source.language)
    return any(
        passage.tells_all
        and {*numbers} <= {figure.value for figure in passage.here.measures}
        and not (way and winning(passage.here.words, source.language) == -way)
        for passage in passages(said, source)
    )
