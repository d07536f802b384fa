"""Whether a figure may be reckoned from two or three of a page that stand some sentences apart.

Asked last, as ``by_pencil``, and of what no chance makes: to the last digit, or of the whole that a
page begins with.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.arithmetic import WHOLE, alike, bare_millions, is_just, is_value
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import Passage
from audit.match.indirect.told import Told, first_sentences
from audit.match.prepared.source import Prepared
from audit.values.measured import SHARE, has_currency, rounded

_FEWEST_DIGITS = 3  # of a sum
_FIRST = 2  # sentences of a page in which it tells of how many there are in all
_MOST_VALUES = 6  # of a sentence, and of two
_OF_THEM = 2  # words
_BOTH = 2  # sentences side by side
_EXACT = 0.002  # of a share
_BEHIND = 3  # words behind a share that tell of what it is more or less than


def is_from_far(ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared) -> bool:
    """Whether a figure may be a share of the whole, a change, a rest or a sum so told."""
    if ours.figure.unit == SHARE:
        return _is_share_of_first(ours, telling, near, source) or _is_beyond(ours, telling, near)
    if any(
        _is_part_of_count(ours, each.here, near)
        or _is_each(ours, each.here)
        or _is_between_ends(ours, each.here, near)
        for each in telling
    ):
        return True
    windows = [window for each in telling for window in each.windows]
    return any(_is_left_of_three(ours, each) or _is_sum(ours, each) for each in windows)


def _is_part_of_count(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'Over 2,200 of those asked' of '72 per cent of 3,100 residents'."""
    if ours.figure.unit or ours.figure.digits < len("22"):
        return False
    return any(
        share.unit == SHARE
        and not whole.unit
        and whole.value > WHOLE
        and is_value(ours, share.value * whole.value / WHOLE, near)
        for share, whole in pairwise(told.measures)
    )


def _is_each(ours: Wanted, told: Told) -> bool:
    """'$128 million a plane' of 18 of them for $2.3 billion, to the third digit."""
    if not ours.figure.unit or ours.figure.digits < _FEWEST_DIGITS:
        return False
    return any(
        whole.unit == ours.figure.unit
        and not many.unit
        and many.value > 1
        and rounded(whole.value / many.value, ours.figure.digits) == ours.figure.value
        for whole in told.measures
        for many in told.measures
    )


def _is_between_ends(ours: Wanted, told: Told, near: Rounding) -> bool:
    """'13 teachers have come' of 'the number of teachers rose from 84 to 97'."""
    if not ours.behind or ours.figure.unit or ours.figure.value < 2:
        return False
    if stem_of(ours.behind[0], told.language) not in told.stems:
        return False
    return not (near.rose | near.fell | near.apart).isdisjoint(told.words) and any(
        is_just(ours, abs(a.value - b.value)) and not a.unit and not b.unit
        for a, b in pairwise(told.measures)
    )


def _is_share_of_first(
    ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared
) -> bool:
    """'Three quarters of them' of 160, where a page begins with the 214 that lose their jobs."""
    if ours.figure.digits:
        return False
    if " ".join(ours.behind[:_OF_THEM]) not in near.of_these:
        return _is_share_of_money(ours, telling, near, source)
    wholes = [
        each.value
        for told in first_sentences(source, _FIRST)
        for each in told.measures
        if each.unit != SHARE
    ]
    return any(
        0 < part.value < whole and is_value(ours, WHOLE * part.value / whole, near, SHARE)
        for passage in telling
        for part in passage.here.measures
        if not part.unit and part.digits > 1
        for whole in wholes
    )


def _is_share_of_money(
    ours: Wanted, telling: Sequence[Passage], near: Rounding, source: Prepared
) -> bool:
    """'A third of the cost' of 12.5 million, where a page begins with the 34 that it costs."""
    first = [
        each
        for told in first_sentences(source, _FIRST)
        for each in told.measures
        if has_currency(each)
    ]
    return len(first) == 1 and any(
        part.unit == first[0].unit
        and part.value < first[0].value
        and is_value(ours, WHOLE * part.value / first[0].value, near, SHARE)
        for passage in telling
        for part in passage.here.measures
    )


def _is_beyond(ours: Wanted, telling: Sequence[Passage], near: Rounding) -> bool:
    """'40 percent over its capacity' of 'for 900 students, now has 1,260', to the last digit."""
    if (near.above | near.below | near.apart).isdisjoint(ours.behind[:_BEHIND]):
        return False
    return any(
        abs(WHOLE * (high - low) / base - ours.figure.value) <= _EXACT * ours.figure.value
        for passage in telling
        for a, b in combinations(_values(passage.here), 2)
        for low, high in [sorted((a, b))]
        for base in (low, high)
    )


def _values(told: Told) -> list[float]:
    values = (each.value for each in told.measures if each.unit != SHARE and each.value > 0)
    return list(dict.fromkeys(values))[:_MOST_VALUES]


def _is_left_of_three(ours: Wanted, window: Sequence[Told]) -> bool:
    """'A foundation gave five million' of 28.4 million, of which 15 and 8.4 have come of others."""
    if not ours.figure.unit:
        return False
    values = alike(ours, window)
    if not ours.figure.unit.isalpha():  # 'the state paid 15 million, the town 8.4'
        values += bare_millions(window)
    values = list(dict.fromkeys(values))[:_MOST_VALUES]
    return any(
        is_just(ours, whole - a - b)
        for whole in values
        for a, b in pairwise(each for each in values if each < whole)
    )


def _is_sum(ours: Wanted, window: Sequence[Told]) -> bool:
    """'$525 more than before' of $340 here and another $185 in the next sentence."""
    if not ours.figure.unit or ours.figure.digits < _FEWEST_DIGITS or len(window) != _BOTH:
        return False
    one, other = (alike(ours, [told])[:_MOST_VALUES] for told in window)
    return any(is_just(ours, a + b) for a in one for b in other)
