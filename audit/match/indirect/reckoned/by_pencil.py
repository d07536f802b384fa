"""Whether a figure that stands nowhere may be a sum, a difference or what is left of a whole.

Asked last, of a figure for which no sentence has another: the statement then tells in words of its
own what its page tells, and says itself what it reckoned: 'together', 'the other eleven', 'by a
majority of 13'.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.arithmetic import (
    WHOLE,
    alike,
    alike_of,
    bare_millions,
    is_just,
    is_value,
    tells_of_change,
)
from audit.match.indirect.reckoned.in_proportion import sides_of_vote
from audit.match.indirect.reckoned.wanted import AS_MANY, POINT, Wanted
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import Passage
from audit.match.indirect.told import Placed, Told, first_sentences, told_of
from audit.match.prepared.source import Prepared
from audit.values.measured import SHARE, has_currency

_FEWEST_DIGITS = 2
_LEAST = 10  # of a figure in words: 'the other eleven'
_MOST_VALUES = 6  # of a sentence
_MOST_ADDED = 5
_WITH_WHOLE = 3  # values of which one is all: the third part is left
_MOST_SENTENCES = 200
_PART_OF = 2  # words between a part and its whole


def is_by_pencil(
    ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared
) -> bool:
    """Whether two figures of a sentence, or of two side by side, make it to the last digit."""
    figure = ours.figure
    if figure.unit == AS_MANY:
        return False
    sentences = list(first_sentences(source, _MOST_SENTENCES))
    if figure.unit == POINT:
        return figure.digits >= _FEWEST_DIGITS and any(_is_points(ours, told) for told in sentences)
    if figure.unit == SHARE:
        there = [each.here for each in telling] or sentences
        return not figure.digits and any(_is_side(ours, told, near) for told in there)
    is_sum = _says(ours, near.together)
    is_difference = tells_of_change(ours, near) or _says(ours, near.left_over)
    if figure.value < _LEAST:
        is_left = is_difference or _negates(ours, source.language)
        if _says(ours, near.left_over) and any(
            is_just(ours, value - 1) for each in telling for value in _values(ours, each.here)
        ):
            return True  # 'eight will be left' of 'nine plants, of which the smallest closes'
        return is_left and any(
            is_just(ours, abs(a - b))
            for each in telling
            if len(each.stems) > 1 and each.tells((each.here,))
            for a, b in combinations(_values(ours, each.here), 2)
        )
    if _is_rest_of_own(ours, sentences, near, source.language):
        return True
    there = [each.here for each in telling]
    if is_difference or not telling:
        there = sentences
    if any(_is_compared(ours, told, near) for told in there):
        return True
    values = [_values(ours, told) for told in sentences]
    if any(_is_third(ours, each) or _is_all(ours, each) for each in values):
        return True
    return any(
        (is_sum and any(is_just(ours, sum(run)) for run in _runs(each)))
        or (is_difference and any(is_just(ours, abs(a - b)) for a, b in combinations(each, 2)))
        for each in (*values, *_meeting(values, ours))
    )


def _negates(ours: Wanted, language: str | None) -> bool:
    return any(comparing(language).is_negation(word) for word in ours.said)


def _is_third(ours: Wanted, values: Sequence[float]) -> bool:
    """'60 abstained' of 1,830 there, 1,204 for it and 566 against."""
    whole = max(values, default=0.0)
    return len(values) == _WITH_WHOLE and is_just(ours, 2 * whole - sum(values))


def _is_all(ours: Wanted, values: Sequence[float]) -> bool:
    """'28 councillors' of 17 for it, nine against and two who abstained."""
    return len(values) >= _WITH_WHOLE and is_just(ours, sum(values))


def _is_points(ours: Wanted, told: Told) -> bool:
    """'1.2 points' of 25.4 percent and 26.6 percent, to the last digit."""
    shares = [each.value for each in told.measures if each.unit == SHARE][:_MOST_VALUES]
    return any(is_just(ours, abs(a - b)) for a, b in combinations(shares, 2))


def is_rest_of_all(ours: Wanted, passage: Passage, near: Rounding) -> bool:
    """Whether a percentage is what another leaves of all: '62 %' of '38 % from abroad'.

    Of a sentence in the statement's own words it is another one, but for one that says whose the
    rest is: 'the town pays 60 percent' of 'the state pays 40 percent, the town the rest'.
    """
    figure = ours.figure
    is_exact = figure.digits >= _FEWEST_DIGITS and not passage.tells_all
    if figure.unit != SHARE or not (is_exact or _tells_of_rest(passage, near)):
        return False
    return any(
        each.unit == SHARE and is_just(ours, WHOLE - each.value) for each in passage.here.measures
    )


def _tells_of_rest(passage: Passage, near: Rounding) -> bool:
    """Whether a statement shares a word with what a sentence has of the rest."""
    here = passage.here
    at = next((at for at, word in enumerate(here.words) if word in near.left_over), len(here.words))
    return any(stem_of(word, here.language) in passage.stems for word in here.words[at + 1 :])


def is_of_whole(ours: Wanted, passage: Passage) -> bool:
    """Whether what is measured is the whole of a part beside its share, or that part.

    '54 million euros' of '18 million, a third of what was asked for', to the last digit.
    """
    figure = ours.figure
    if not figure.unit.strip(SHARE) or figure.digits < _FEWEST_DIGITS:
        return False
    return any(
        is_just(ours, value / share) or is_just(ours, value * share)
        for one, other in pairwise(passage.here.figures)
        for share in _shares(one, other)
        for value in alike_of(ours, *(each for each in (one, other) if not each.is_share))
    )


def _shares(*figures: Placed) -> Iterator[float]:
    ways = (way for each in figures for way in each.ways)
    yield from (way.value / WHOLE for way in ways if way.unit == SHARE and way.value > 0)


def _says(ours: Wanted, phrases: frozenset[str]) -> bool:
    said = f" {' '.join(ours.said)} "
    return any(f" {phrase} " in said for phrase in phrases)


def _values(ours: Wanted, told: Told) -> list[float]:
    """The values of a sentence in a figure's unit; of money, so many millions of what was told."""
    found = alike(ours, [told])
    if has_currency(ours.figure):
        found += bare_millions([told])
    return list(dict.fromkeys(found))[:_MOST_VALUES]


def _meeting(values: Sequence[Sequence[float]], ours: Wanted) -> Iterator[Sequence[float]]:
    """Where two sentences meet, of what is measured: the last value, and the first of the next."""
    if ours.figure.unit:
        yield from ((one[-1], other[0]) for one, other in pairwise(values) if one and other)


def _runs(values: Sequence[float]) -> Iterator[Sequence[float]]:
    for many in range(2, min(len(values), _MOST_ADDED) + 1):
        yield from (values[at : at + many] for at in range(len(values) - many + 1))


def _is_compared(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'44 points' of '41 points from 19 games, three behind the leaders'."""
    figures = [each for each in told.figures if not each.ways[0].may_be_year][:_MOST_VALUES]
    return any(
        told.changes_by(by, near)
        and whole.ways[0].unit in ("", ours.figure.unit)
        and by.ways[0].unit in ("", ours.figure.unit)
        and any(
            is_just(ours, whole.ways[0].value + change)
            for change in (by.ways[0].value, -by.ways[0].value)
        )
        for whole, by in combinations(figures, 2)
        if not by.is_share
    )


def _is_rest_of_own(
    ours: Wanted, sentences: Sequence[Told], near: Rounding, language: str | None
) -> bool:
    """Whether a figure is what is left of the whole that the statement has behind it.

    '21 of the 34 pupils' where eleven and two are told of.
    """
    whole = _whole_behind(ours, near, language)
    if whole <= ours.figure.value:
        return False
    left = whole - ours.figure.value
    return any(
        left in values or any(a + b == left for a, b in pairwise(values))
        for values in (
            [each.value for each in told.measures if not each.unit] for told in sentences
        )
        if len(values) > 1
    )


def _whole_behind(ours: Wanted, near: Rounding, language: str | None) -> float:
    for many in range(1, _PART_OF + 1):
        if " ".join(ours.behind[:many]) in near.part_of:
            figures = told_of(" ".join(ours.behind[many : many + 2]), language).measures
            if figures and not figures[0].unit:
                return figures[0].value
    return 0.0


def _is_side(ours: Wanted, told: Told, near: Rounding) -> bool:
    """Whether a share in words is a side of a vote: 'almost two thirds' of '63-37'."""
    return any(
        is_value(ours, WHOLE * part / whole, near, SHARE)
        for part, whole in sides_of_vote((told,))
        if part
    )
