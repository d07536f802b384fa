"""What a page has for one end of a change or range, whose other end it has as a statement has it.

'Cut from 14 to eight', where the page has 'from 14 to six': whatever else has an eight there.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.opposites import winning
from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import value_words
from audit.match.indirect.telling import passages, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact, FactKind, Missing, Span
from audit.values.measured import SHARE, Measured

_NEARLY = 0.1  # of an end that may be rounded
_SCALES = (10**9, 10**6)
_BETWEEN = r"\W{1,4}"


class _Ends(NamedTuple):
    """Two figures of one unit with a word such as 'to' between, and the words that they are."""

    first: Measured
    last: Measured
    text: str
    is_compared: bool = False  # with what need not have been before: 'compared with'


def ends_otherwise(attribution: Attribution, page: Prepared) -> Iterator[Missing]:
    """The changes and ranges of a statement that a page tells with another end, and with no other.

    None where the other end may be the statement's, rounded.
    """
    said, near = words_of(attribution), rounding(page.language)
    ours = [each for each in _ends_in(told_of(said, page.language), near) if not each.is_compared]
    if not ours:
        return
    plain = (each for each in passages(said, page) if each.tells((each.here,)))
    there = [(ends, each.here) for each in plain for ends in _ends_in(each.here, near)]
    for own in ours:
        if any(
            _are_near(own.first, each.first)
            and _are_near(own.last, each.last)
            and not _are_turned(own, each)
            for each, _ in there
        ):
            continue
        found = [each for each in there if _is_one_end(own, each[0])]
        if any(
            _are_turned(own, ends) and _is_told_by_the_loser(said, each) for ends, each in found
        ):
            continue
        fact = _fact(own, attribution)
        if fact is not None and len({ends[:2] for ends, _ in found}) == 1:
            ends, told = found[0]
            match = _pattern(ends).search(told.text)
            yield Missing(fact, match[0] if match else "")


def _ends_in(told: Told, near: Rounding) -> Iterator[_Ends]:
    figures = [each for each in told.figures if each.ways[0].unit != SHARE or each.ways[0].digits]
    by = value_words(told.language).by_so_much
    for one, other in pairwise(figures):
        if one.ways[0].unit and not by.isdisjoint(told.words[max(one.start - 1, 0) : one.start]):
            continue  # 'by 20p to 95p' tells one end; 'by 8 to 3' is a vote
        between = told.words[one.end : other.start]
        a, b = _of_one(one.ways[0], other.ways[0], between, near)
        is_range = one[1:] == other[1:] or (len(between) == 1 and between[0] in near.to)
        is_plain = a.unit == b.unit and not a.may_be_year and not b.may_be_year
        if is_range and is_plain:
            yield _Ends(a, b, told.written(one.start, other.end))
            continue
        now, was = one.ways[0], _as_of(other.ways[0], one.ways[0])
        is_told = " ".join(between) in near.out_of
        if (is_told or " ".join(between) in near.compared) and now.unit == was.unit:
            yield _Ends(was, now, told.written(one.start, other.end), is_compared=not is_told)


def _as_of(one: Measured, other: Measured) -> Measured:
    """A figure of what another one is of, where it tells none: 'to 74 million euros from 96'."""
    if one.unit or not other.unit:
        return one
    scale = next((scale for scale in _SCALES if other.value >= scale > one.value), 1)
    return Measured(one.value * scale, other.unit, one.digits)


def _of_one(
    one: Measured, other: Measured, between: list[str], near: Rounding
) -> tuple[Measured, Measured]:
    """Two figures, the first of what the second is of: 'von 8,8 auf 9,6 Millionen', '8 to 9 %'."""
    if len(between) != 1 or between[0] not in near.to or one.unit or one.may_be_year:
        return one, other
    scale = next((scale for scale in _SCALES if other.value >= scale > one.value), 1)
    return Measured(one.value * scale, other.unit, one.digits), other


def _is_one_end(own: _Ends, other: _Ends) -> bool:
    """Whether one end of two is the same to the last digit, and the other plainly is another.

    Or the two stand the other way round: 'from 34 to 33 percent' for 'from 33 to 34 percent'.
    """
    if own.first.unit != other.first.unit:
        return False
    first, last = own.first.value == other.first.value, own.last.value == other.last.value
    return (first != last and not other.is_compared) or _are_turned(own, other)


def _is_told_by_the_loser(said: str, told: Told) -> bool:
    """Whether one of two tells who won, one who lost: 'Orr lost 1-3', 'Dunmore won 3-1'."""
    way = winning(told_of(said, told.language).words, told.language)
    return way != 0 and winning(told.words, told.language) == -way


def _are_turned(own: _Ends, other: _Ends) -> bool:
    """Whether two ends are the same ones the other way round, to the last digit."""
    return own.first.value == other.last.value != own.last.value == other.first.value


def _are_near(one: Measured, other: Measured) -> bool:
    return abs(one.value - other.value) <= _NEARLY * max(abs(one.value), abs(other.value))


def _pattern(ends: _Ends) -> re.Pattern[str]:
    return re.compile(_BETWEEN.join(map(re.escape, ends.text.split())), re.IGNORECASE)


def _fact(ends: _Ends, attribution: Attribution) -> Fact | None:
    for part in attribution.contents:
        match = _pattern(ends).search(part.text)
        if match is not None:
            start = part.start + match.start()
            span = Span(start, start + len(match[0]), match[0])
            return Fact(FactKind.NUMBER, span)
    return None
