"""The words beside a figure that have an opposite: 'in favour', 'opened', 'more than'.

Those nearest to it count: of its part of the clause, or else of the clause, or else of the clauses
beside it that have no figure.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.opposites import (
    ANYWHERE,
    BEHIND,
    BOUND,
    CHANGE,
    FROM,
    TIME,
    VOTE,
    Opposites,
    Side,
    opposites,
)
from audit.languages.comparison.rounding import rounding
from audit.languages.comparison.values import value_words
from audit.match.indirect.instead.clauses import DATED, ClauseFigure
from audit.match.indirect.told import Told
from audit.values.times.dates import calendar_date

_SHORTLY = 4  # words between a word of time and its date: 'after the end of the summer of 2028'
_CLOSE = 4  # words between a figure and a word that may be its own
_RIGHT_BEHIND = 2  # words behind a figure: 'four percent more'
_FROM = 12  # words behind it: '5.1 percent in August, down from 5.6'
_TIME_FIRST = frozenset({"en", "de", "nl", "ru"})  # 'last year', not 'l'année dernière'
BY, TO, OUT_OF = "by", "to", "from"
"""Whether a change is one by so much, to so much, or from so much."""


class Pole(NamedTuple):
    """Words of a side of a group, and which words of their sentence these are."""

    side: Side
    start: int
    end: int


class Poles(NamedTuple):
    """The words with opposites beside a figure, by their groups.

    ``anywhere`` has those before its clause, where one side of a group stands alone, or else the
    last one; ``is_turned`` says that something negates the clause, ``level`` how a
    change is told.
    """

    found: dict[str, Pole]
    anywhere: dict[str, Pole]
    is_turned: bool
    level: str


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def poles_of(told: Told, figure: ClauseFigure) -> Poles:
    """Those of a figure; none of a group of which both sides stand equally near."""
    known = opposites(told.language)
    if known is None:
        return Poles({}, {}, is_turned=False, level=BY)
    here = list(_poles(told, figure, known))
    found: dict[str, Pole] = {}
    done: set[str] = set()
    clause, around = figure.at.clause, figure.at.around
    for first, last in (part_of(told, figure), clause, (around[0], clause[1]), around):
        inside = [
            each
            for each in here
            if (first <= each.start and each.end <= last) or each.side.place == FROM
        ]
        for group in dict.fromkeys(each.side.group for each in inside):
            if group not in done:
                found |= _of_group(inside, group, figure)
                done.add(group)
    before = [each for each in here if each.end <= clause[0]]
    anywhere = {
        name: pole
        for group in dict.fromkeys(each.side.group for each in before)
        if group not in done
        for name, pole in (
            _of_group(before, group, figure) or _of_group(_last(before, group), group, figure)
        ).items()
    }
    return Poles(found, anywhere, _is_turned(told, figure, known), _level(told, figure, found))


def part_of(told: Told, figure: ClauseFigure) -> tuple[int, int]:
    """The words of a figure's clause between two conjunctions, from first to behind the last."""
    known = opposites(told.language)
    first, last = figure.at.clause
    if known is None:
        return first, last
    start, end = figure.at.figure
    before = [at + 1 for at in range(first, start) if told.words[at] in known.parting]
    behind = [at for at in range(end, last) if told.words[at] in known.parting]
    return max(before, default=first), min(behind, default=last)


def _last(poles: Sequence[Pole], group: str) -> list[Pole]:
    return [each for each in poles if each.side.group == group][-1:]


def _of_group(poles: Sequence[Pole], group: str, figure: ClauseFigure) -> dict[str, Pole]:
    """The one of a group that is nearest to a figure; none where both sides of it are there."""
    inside = [each for each in poles if each.side.group == group]
    start, end = figure.at.figure
    if len({each.side.way for each in inside}) > 1:  # 'each extra hour' is 'a risk 6% lower'
        near = [each for each in inside if max(each.start - end, start - each.end) < _CLOSE]
        inside = near if all(end == each.start or each.end == start for each in near) else []
    if len({each.side.way for each in inside}) != 1:
        return {}
    return {group: min(inside, key=lambda each: abs(each.start - figure.at.figure[0]))}


def _poles(told: Told, figure: ClauseFigure, known: Opposites) -> Iterator[Pole]:
    """The words with opposites in a figure's sentence, each the longest phrase that it begins."""
    words, at = told.words, 0
    while at < len(words):
        begun = [Pole(side, at, end) for end, side in known.begun(words, at)]
        longest = max((each.end for each in begun), default=at + 1)
        for pole in begun:
            # 'least' of 'at least' is no superlative, but 'more' of 'more than' is more
            is_whole = pole.end == longest or pole.side.place != ANYWHERE
            if is_whole and _is_read(pole, told, figure, known):
                yield pole
        at += 1 if all(each.side.place != ANYWHERE for each in begun) else longest - at


def _is_read(pole: Pole, told: Told, figure: ClauseFigure, known: Opposites) -> bool:
    """Whether words stand where those of their group are read."""
    start, end = figure.at.figure
    place = pole.side.place
    if figure.kind in DATED and told.words[pole.start] in known.of_money:
        return False  # 'made in February'
    if (start < pole.end and pole.start < end) or _is_of_an_opponent(pole, told, known):
        return False
    if place == BOUND:
        return pole.end in (start - 1, start)
    if place == BEHIND:
        if pole.start == end + _RIGHT_BEHIND and told.language not in _TIME_FIRST:
            return len(told.words[pole.start - 1]) == len("in")  # '48 posti in più'
        return end <= pole.start < end + _RIGHT_BEHIND
    if place == FROM:
        if pole.end == start:
            return True
        return end <= pole.start < end + _FROM and not any(
            end <= token.start < pole.start and token.key.startswith("=")
            for token in told.tokens
            if calendar_date(token.key) is None
        )
    if place == TIME:
        return figure.kind in DATED and start - _SHORTLY <= pole.end <= start
    if place == VOTE:
        return not known.votes.isdisjoint(told.words) and not _parts_votes(pole, told)
    return not _names_time(pole, told, figure)


def _parts_votes(pole: Pole, told: Told) -> bool:
    """Whether a word parts the numbers of two sides: '29 gegen 18', '31 voix contre 12'."""
    numbers = [token for token in told.tokens if token.key.startswith("=")]
    return any(token.start == pole.end for token in numbers) and any(
        pole.start - 1 <= token.end <= pole.start for token in numbers
    )


def _is_of_an_opponent(pole: Pole, told: Told, known: Opposites) -> bool:
    """Whether a name stands behind 'against': '51 percent against Lee'."""
    behind = told.as_written[pole.end : pole.end + 1]
    is_name = bool(behind) and behind[0][0].isupper()
    return is_name and told.words[pole.end - 1] in known.before_opponents


def _names_time(pole: Pole, told: Told, figure: ClauseFigure) -> bool:
    """Whether a word belongs to a time: 'last year', 'early May', 'l'année dernière'."""
    if pole.side.group == CHANGE:
        return False
    known = value_words(told.language)
    first, last = figure.at.figure
    before, behind = pole.start - 1, pole.end
    if behind < len(told.words) and not first <= behind < last:
        word = told.words[behind]
        if word in known.units or word in known.months:
            return True
    is_behind = told.language not in _TIME_FIRST and before >= 0 and not first <= before < last
    return is_behind and told.words[before] in known.units


def _is_turned(told: Told, figure: ClauseFigure, known: Opposites) -> bool:
    """Whether a word negates the clause of a figure, or turns its verb."""
    of_language, near = comparing(told.language), rounding(told.language)
    first, last = figure.at.around
    words = told.words[first:last]
    is_told_whole = not of_language.unspoken or any(
        word in of_language.unspoken or word.startswith("n'") for word in words
    )
    vague = frozenset[str]() if is_told_whole else near.above | near.points
    if any(word not in vague and of_language.is_negation(word) for word in words):
        return True
    text = f" {' '.join(words)} "
    return any(f" {' '.join(phrase)} " in text for phrase in known.failing)


def _level(told: Told, figure: ClauseFigure, found: dict[str, Pole]) -> str:
    near = rounding(told.language)
    change = found.get(CHANGE)
    if change is not None and change.side.place == FROM:
        return OUT_OF if change.end == figure.at.figure[0] else TO
    before = told.words[max(figure.at.figure[0] - 1, 0) : figure.at.figure[0]]
    if not near.to.isdisjoint(before):
        return TO
    return OUT_OF if "from" in before or "von" in before else BY
