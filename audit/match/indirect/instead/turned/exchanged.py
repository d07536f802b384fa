"""Two figures of a statement that a page has of each other's matter.

'268 claims were made and 412 were paid', where the page has '412 claims, of which 268 were paid'.
What stands beside either figure and not beside the other tells; on both sides one word at least has
to have changed places, and none may have stayed.
"""

from collections.abc import Sequence
from itertools import combinations

from audit.languages.comparison.opposites import opposites
from audit.languages.comparison.rounding import Rounding, rounding
from audit.match.indirect.instead.both_sides import Said, There, words_there
from audit.match.indirect.instead.clauses import DATED, MANY, PAIR, ClauseFigure, stems_in
from audit.match.indirect.instead.turned.poles import part_of, poles_of
from audit.match.indirect.told import Told

_MOST_STAYED = 2  # words: 'this spring' may stand with either
_MOST_FIGURES = 6  # of a statement


def exchanged(told: Told, ours: Sequence[ClauseFigure], there: Sequence[There]) -> dict[str, There]:
    """The figures of a page that stand in the place of others of a statement, by these."""
    found: dict[str, There] = {}
    for one, other in combinations(ours[:_MOST_FIGURES], 2):
        is_of_one = one.kind == other.kind or MANY in (one.kind, other.kind)  # '90 acres and 45'
        if not is_of_one or {one.kind, other.kind} & (DATED | {PAIR}) or one.key == other.key:
            continue
        first = [each for each in there if each.figure.key == one.key]
        second = [each for each in there if each.figure.key == other.key]
        if len(first) != 1 or len(second) != 1 or first[0].sentence != second[0].sentence:
            continue
        here = first[0].passage.here
        if _are_exchanged(
            _apart(told, one, other),
            _apart(here, first[0].figure, second[0].figure),
            frozenset({one.counted, other.counted}),
        ):
            found |= {one.key: second[0], other.key: first[0]}
    return found


def _are_exchanged(
    ours: tuple[frozenset[str], frozenset[str]],
    theirs: tuple[frozenset[str], frozenset[str]],
    counted: frozenset[str],
) -> bool:
    """Whether the words beside two figures stand beside each other's, but what is counted."""
    stayed = ((ours[0] & theirs[0]) | (ours[1] & theirs[1])) - counted
    return len(stayed) < _MOST_STAYED and bool(ours[0] & theirs[1]) and bool(ours[1] & theirs[0])


def of_the_next(said: Said, there: Sequence[There], known: frozenset[str]) -> There | None:
    """The figure of a page of which it tells what a statement tells, leaving out what both are of.

    'Nine sponsors quit', where the page has 'nine sponsors stayed, four quit': all that the other
    figure's clause tells is in the statement, and what else the statement tells is in the sentence,
    but not all that the clause of its own figure tells. Of the figures that are ``known``, the
    statement's own, each may be in its place.
    """
    own = [each for each in there if each.figure.key == said.figure.key]
    if len(own) != 1 or said.figure.is_of_part or said.figure.kind in DATED | {PAIR}:
        return None
    (mine,) = own
    around = words_there(mine)
    found = [
        each
        for each in there
        if each.sentence == mine.sentence
        and (each.figure.kind == said.figure.kind or _is_elided(each))
        and each.figure.key not in known
        and each.figure.at.clause[0] >= mine.figure.at.clause[1]
        and each.figure.own
        and not _is_part(each, mine)
        and said.words.issuperset(each.figure.own)
        and frozenset(each.figure.own).isdisjoint(mine.figure.own)
        and said.words - frozenset(each.figure.own) <= around
        and not said.words.isdisjoint(mine.figure.own)
        and not said.words.issuperset(mine.figure.own)
    ]
    return found[0] if len(found) == 1 else None


def of_another_year(told: Told, said: Said, there: Sequence[There]) -> There | None:
    """The figure that a page has of the year of a statement, whose own it has of another one.

    'In 2022 sales were 412 million', where the page has '412 million in 2023, after 389 in 2022'.
    """
    if len(said.dated) != 1 or said.figure.kind in DATED | {PAIR}:
        return None
    if _compares(told, rounding(told.language)):
        return None  # 'up from 2022'
    mine = [each for each in there if each.figure.key == said.figure.key]
    found = [_in_the_year(said, each, there) for each in mine]
    first = found[0] if found else None
    return first if all(found) and len({each.figure.key for each in found if each}) == 1 else None


def _compares(told: Told, near: Rounding) -> bool:
    """Whether a statement may name a year to compare another with it."""
    known = opposites(told.language)
    words = near.apart | near.since | (known.than if known is not None else frozenset())
    return not words.isdisjoint(told.words) or told.has(near.compared | near.out_of)


def _in_the_year(said: Said, mine: There, there: Sequence[There]) -> There | None:
    """The one figure of a statement's year; None where its own is of it, or none or two are."""
    row = [each for each in there if each.sentence == mine.sentence]
    pairs = _with_their_dates(said, row)
    own = [date for each, date in pairs if each.figure.key == mine.figure.key]
    found = [
        each
        for each, date in pairs
        if date in said.dated and each.figure.key not in said.others | {mine.figure.key}
    ]
    return found[0] if len(found) == 1 and len(own) == 1 and own[0] not in said.dated else None


def _with_their_dates(said: Said, row: Sequence[There]) -> list[tuple[There, str]]:
    """The figures of a sentence of a statement's kind, each with the date that it is of.

    Of a clause with one of both, or of one in which they take turns: '184 in 2023 and 207 in 2024'.
    """
    found: list[tuple[There, str]] = []
    for clause in dict.fromkeys(each.figure.at.clause for each in row):
        here = [each for each in row if each.figure.at.clause == clause]
        dates = [each for each in here if each.figure.kind in DATED]
        figures = [
            each for each in here if each.figure.kind == said.figure.kind or _is_elided(each)
        ]
        figures = [each for each in figures if each not in dates]
        is_date_first = bool(dates and figures) and dates[0].figure.at < figures[0].figure.at
        turns = (dates, figures) if is_date_first else (figures, dates)
        places = [each.figure.at for pair in zip(*turns, strict=False) for each in pair]
        if len(dates) == len(figures) and places == sorted(places):
            found += [(each, date.figure.key) for each, date in zip(figures, dates, strict=True)]
    return found


def _is_elided(each: There) -> bool:
    """Whether a figure leaves out what the one before it is of: 'in Füssen 64', of litres."""
    return each.figure.kind == MANY and not each.figure.counted


def _is_part(part: There, whole: There) -> bool:
    """Whether a sentence tells of a figure as a part of another: '14, of which it accepted 12'."""
    here = part.passage.here
    between = here.words[whole.figure.at.figure[1] : part.figure.at.figure[0]]
    text = f" {' '.join(between)} "
    return any(f" {phrase} " in text for phrase in rounding(here.language).of_these)


def _apart(
    told: Told, one: ClauseFigure, other: ClauseFigure
) -> tuple[frozenset[str], frozenset[str]]:
    """What stands beside either of two figures alone."""
    first, second = _beside(told, one), _beside(told, other)
    return first - second, second - first


def _beside(told: Told, figure: ClauseFigure) -> frozenset[str]:
    """The stems of the words in a figure's part of its clause, and what has an opposite there."""
    start, end = part_of(told, figure)
    stems = stems_in(told.written(start, end), told.language) if start < end else frozenset[str]()
    poles = poles_of(told, figure).found.items()
    inside = (  # of small words, as 'für', alone: others have a stem
        f"{group}{pole.side.way}"
        for group, pole in poles
        if start <= pole.start
        and pole.end <= end
        and not stems_in(told.written(pole.start, pole.end), told.language)
    )
    return stems | frozenset(inside)
