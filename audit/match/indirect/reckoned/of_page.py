"""Whether a figure may be reckoned from figures that stand apart in its source, or beside it.

A reporter puts together what a page tells in several places: 'four in ten' of the 1,190 attempts
here and the 2,870 cases there, '$4.4bn' for 40 aircraft of $110m each. So that no chance makes a
figure, one of the two has to stand where the page plainly tells of the same.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise

from audit.languages.comparison.rounding import Rounding, rounding
from audit.match.indirect.reckoned.arithmetic import (
    WHOLE,
    alike,
    is_just,
    is_value,
    tells_of_change,
)
from audit.match.indirect.reckoned.in_proportion import as_rate, as_ratio, times_a_year
from audit.match.indirect.reckoned.rounded import stands_for
from audit.match.indirect.reckoned.wanted import POINT, Wanted, wanted
from audit.match.indirect.telling import Passage, passages, words_of
from audit.match.indirect.told import Told, first_sentences, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact
from audit.values.measured import SHARE, Measured, days

_MOST_FIGURES = 40  # of a page that are tried
_SENTENCES_APART = 3
_MOST_SENTENCES = 200
_SCALES = (10**6, 10**9)
_LARGEST_ELIDED = 1_000
_TENTHS = 10
_MOST_OF_OTHERS = 4  # figures of a statement
_MOST_CURRENCIES = 3


def in_scale(ours: Wanted, said: str, language: str | None) -> Iterator[Wanted]:
    """A figure as so many millions, where a statement tells others in these before it.

    'It would cost 34 million euros, of which Brussels would pay some 25'.
    """
    figure = ours.figure
    if figure.unit or figure.value >= _LARGEST_ELIDED or not figure.digits:
        return
    for each in told_of(said, language).measures:
        scale = next((scale for scale in reversed(_SCALES) if each.value >= scale), 0)
        if scale and each.unit != SHARE:
            scaled = Measured(figure.value * scale, each.unit, figure.digits)
            yield ours._replace(figure=scaled)
            return


def in_money(ours: Wanted, source: Prepared) -> Iterator[Wanted]:
    """A figure in millions as of the currencies that a source has: '23 millones más' of euros."""
    if ours.figure.unit or ours.figure.value < _SCALES[0]:
        return
    units = {each.unit for each in source.values.measures if each.unit and each.unit != SHARE}
    for unit in sorted(each for each in units if not each.isalpha())[:_MOST_CURRENCIES]:
        yield ours._replace(figure=ours.figure._replace(unit=unit))


def is_put_together(ours: Wanted, passage: Passage, near: Rounding, source: Prepared) -> bool:
    """Whether a figure is made of one where the same is plainly told, and one apart from it."""
    return _is_elided(ours, passage.here) or any(
        way(ours, told, near, source)
        for window in passage.windows
        if passage.tells(window)
        for told in window
        for way in (_is_difference, _is_product_of_own)
    )


def is_share_of_another(
    ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared
) -> bool:
    """'Four in ten' of 1,190 where 2,870 stand some sentences away; in words alone.

    Where a sentence that plainly tells of it has a share itself, it is that one.
    """
    if ours.figure.unit != SHARE or ours.figure.digits:
        return False
    plain = [each for each in telling if each.tells((each.here,))]
    if any(figure.is_share for each in plain for figure in each.here.figures):
        return False
    return any(
        is_value(ours, WHOLE * min(a, b) / max(a, b), near, SHARE)
        for each in plain
        for one in each.here.measures
        for told in _around(each, source)
        for other in told.measures
        for a, b in ((one.value, other.value),)
        if one.unit == other.unit and min(a, b) > 0 and a != b
    )


def _around(passage: Passage, source: Prepared) -> Iterator[Told]:
    """The sentences near that of a passage."""
    spans, text = source.sentences.spans, source.page.text
    first = max(passage.number - _SENTENCES_APART, 0)
    for start, end in spans[first : passage.number + _SENTENCES_APART + 1]:
        yield told_of(text[start:end], source.language)


def is_told_roughly(attribution: Attribution, fact: Fact, source: Prepared) -> bool:
    """Whether a sentence that plainly tells the same has a statement's figure in other words.

    'Some 12 percent' of 'one in eight', where 12 percent are of something else.
    """
    ours = wanted(attribution, fact, source.language)
    if ours is None:
        return False
    near = rounding(source.language)
    plain = [each for each in passages(words_of(attribution), source) if each.tells((each.here,))]
    return any(as_ratio(ours, passage.here, near) for passage in plain) or any(
        way.value != ours.figure.value and stands_for(ours, way, near)
        for passage in plain
        for each in passage.here.figures
        for way in each.ways
    )


def is_part_beside(ours: Wanted, passage: Passage, near: Rounding) -> bool:
    """Whether a sentence beside one that shares a word has a part and its whole.

    'A third' of '14 people, five of them', where what the statement tells of has another name.
    """
    if ours.figure.unit != SHARE or ours.figure.digits:
        return False
    beside = filter(None, (passage.before, passage.after))
    return any(
        stands_for(ours, way, near)
        for told in beside
        if told.parts
        for each in told.figures
        if each.is_share
        for way in each.ways
    )


def is_period(ours: Wanted, passage: Passage, near: Rounding) -> bool:
    """Whether a time is that of a rate, which a source may tell of another: 'every ten days'.

    So it is where a sentence tells of a day, a week, a month or a year; or a quarter is three
    months.
    """
    figure, here = ours.figure, passage.here
    is_every = not (near.each | near.every).isdisjoint(ours.lead[-1:])
    if is_every and not figure.unit and ours.is_spelled:
        return True  # 'one goal every two games'
    if days(figure) is None:
        return False
    named = {3: near.three_months, 6: near.six_months}.get(int(figure.value), frozenset())
    beside = filter(None, (passage.before, here, passage.after))
    if figure.unit == "month" and any(told.has(named) for told in beside):
        return True
    return is_every and here.has(near.daily | near.weekly | near.monthly | near.yearly)


def is_share_somewhere(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """Whether any sentence has a share in words, or of things counted, that a figure stands for.

    For a statement that shares no telling word with its source.
    """
    return ours.figure.unit == SHARE and any(
        stands_for(ours, way, near)
        for told in first_sentences(source, _MOST_SENTENCES)
        for each in told.figures
        if each.is_share
        for way in each.ways
    )


def is_made_somewhere(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """Whether any sentence has a measured figure rounded, or two neighbours that make it.

    For a statement that no sentence plainly tells: 'That came to more than nine days' of 9.4 days,
    'together 6.2 million euros' of 4.7 and 1.5 million.
    """
    unit = ours.figure.unit.strip(SHARE)
    if not unit:
        return False
    is_rough = bool(ours.told & (near.about | near.above | near.below))
    measures = source.values.measures if is_rough else ()
    if any(way.unit == unit and stands_for(ours, way, near) for way in measures):
        return True
    return ours.figure.digits > 1 and any(
        is_just(ours, a + b)
        for told in first_sentences(source, _MOST_SENTENCES)
        for a, b in pairwise(alike(ours, [told]))
    )


def is_compared_somewhere(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """Whether any sentence compares two figures that are so far apart: 'up from 48 to 63 percent'.

    For a statement that shares no telling word with its source: 'The share is up 15 points'.
    """
    in_points = ours.figure.unit == POINT or (
        not ours.figure.unit and not near.points.isdisjoint(ours.behind[:1])
    )
    if not in_points and (ours.figure.digits < 2 or not tells_of_change(ours, near)):
        return False
    unit = SHARE if in_points else ours.figure.unit
    return any(
        is_just(ours, abs(a.value - b.value))
        for told in first_sentences(source, _MOST_SENTENCES)
        if not near.apart.isdisjoint(told.words)
        for a, b in combinations(told.measures[:_MOST_OF_OTHERS], 2)
        if a.unit == b.unit == unit
    )


def is_between_somewhere(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """Whether any sentence has two measures side by side that are so far apart, to the last digit.

    'The gap is 80 metres wider than it has to be' of 'stands 980 metres away; 900 are allowed'.
    """
    unit = ours.figure.unit
    if not unit.strip(SHARE) or days(ours.figure) is not None or not tells_of_change(ours, near):
        return False
    return any(
        is_just(ours, abs(a - b))
        for told in first_sentences(source, _MOST_SENTENCES)
        for a, b in pairwise(alike(ours, [told]))
    )


def is_rate_somewhere(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """Whether any sentence tells so much of another period: '£1,150 a week' for '£60,000 a year'.

    Of a measured figure alone: it is no chance that two of one unit are so many times one another.
    """
    if not ours.figure.unit.strip(SHARE) or not times_a_year(ours.behind, near):
        return False
    return any(as_rate(ours, (told,), near) for told in first_sentences(source, _MOST_SENTENCES))


def _is_elided(ours: Wanted, told: Told) -> bool:
    """'$6 million' of 'of the twenty million that we were promised, six have arrived'."""
    values = [each for each in told.measures if each.unit in ("", ours.figure.unit)]
    if any(is_just(ours, each) for large in values for each in _spoken(large.value)):
        return True
    return any(
        is_just(ours, small.value * scale)
        for scale in _SCALES
        if ours.figure.value >= scale
        for large in values
        if large.value >= scale
        for small in values
        if small.value < _LARGEST_ELIDED and not small.unit
    )


def _spoken(value: float) -> Iterator[float]:
    """'A million five' as one and a half million."""
    for scale in _SCALES:
        whole, rest = divmod(value, scale)
        if whole and 1 <= rest < _TENTHS:
            yield whole * scale + rest * scale / _TENTHS


def _is_difference(ours: Wanted, told: Told, near: Rounding, source: Prepared) -> bool:
    """'400,000 euros less' of 2.8 million here and 3.2 million there, to the last digit."""
    figure = ours.figure
    if figure.unit in ("", SHARE, POINT) or not tells_of_change(ours, near):
        return False
    here = alike(ours, [told]) + [each.value for each in told.measures if not each.unit]
    return any(
        is_just(ours, abs(value - other.value))
        for value in here
        for other in _figures(source, figure.unit)
    )


def _is_product_of_own(ours: Wanted, told: Told, near: Rounding, source: Prepared) -> bool:
    """'40 jets for $4.4bn' of 'each costs $110m'."""
    if not ours.figure.unit.strip(SHARE) or not told.has(near.each):
        return False
    values = alike(ours, [told])[:_MOST_OF_OTHERS]
    own = told_of(" ".join(ours.said), source.language).measures[:_MOST_OF_OTHERS]
    return any(
        is_value(ours, value * many.value, near, ours.figure.unit)
        for value in values
        for many in own
        if not many.unit and many.value > 1
    )


def _figures(source: Prepared, unit: str) -> Sequence[Measured]:
    """The first figures of a source that have a unit, years left out."""
    found = (each for each in source.values.measures if each.unit == unit and not each.may_be_year)
    return tuple(islice(found, _MOST_FIGURES))
