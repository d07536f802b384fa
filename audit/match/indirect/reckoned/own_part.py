"""A share in words beside the part that it is of its whole: 'a third of the budget, £71 million'.

Whatever else makes such a share on a page, it has to be this part of a whole there.
"""

import re
from collections.abc import Sequence

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.arithmetic import WHOLE, is_value
from audit.match.indirect.reckoned.rounded import stands_for
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.telling import Passage, words_of
from audit.match.indirect.told import Told, told_of
from audit.match.prepared.source import Prepared
from audit.model import Attribution
from audit.values.measured import SHARE, Measured

_APPOSED = re.compile(r"[^,(;.]{0,60}[,(]\s?(?:\w{1,5}\s)?")
"""What stands between a share and its part, or a part and its share: one sign, and few words."""


def is_no_share_of_own(
    ours: Wanted,
    attribution: Attribution,
    telling: Sequence[Passage],
    near: Rounding,
    source: Prepared,
) -> bool:
    """Whether a page has the part beside a statement's share, and nothing of which it is that.

    A share that a sentence has itself is it all the same.
    """
    if ours.figure.unit != SHARE or ours.figure.digits:
        return False
    part = _part_beside(ours, told_of(words_of(attribution), source.language), near)
    if part is None:
        return False
    if not any(_has_whole(part, each) for each in telling):
        return False
    wholes = (each.value for each in source.values.measures if each.unit in ("", part.unit))
    if any(each and is_value(ours, WHOLE * part.value / each, near, SHARE) for each in wholes):
        return False
    return not any(
        stands_for(ours, way, near)
        for each in telling
        for placed in each.here.figures
        if placed.ways[-1].unit == SHARE
        for way in placed.ways
    )


def _part_beside(ours: Wanted, said: Told, near: Rounding) -> Measured | None:
    """The measured figure that stands in apposition to a statement's share.

    'Cut by two fifths, to £12.8m' is a change to it.
    """
    figures = said.figures
    for at, each in enumerate(figures):
        if not any(way == ours.figure for way in each.ways):
            continue
        for other in (*figures[at + 1 : at + 2], *figures[max(at - 1, 0) : at]):
            first, second = sorted((each, other), key=lambda placed: placed.start)
            between = said.between(first.end, second.start)
            part = other.ways[0]
            if said.words[max(second.start - 1, 0)] in near.to:
                continue
            if part.unit.strip(SHARE) and _APPOSED.fullmatch(between):
                return part
    return None


def _has_whole(part: Measured, passage: Passage) -> bool:
    """Whether a sentence has a part, and it or the one before it a larger figure of its unit."""
    if not any(
        each.value == part.value and each.unit in ("", part.unit) for each in passage.here.measures
    ):
        return False
    return any(
        each.unit == part.unit and each.value > part.value
        for told in (passage.before, passage.here)
        if told is not None
        for each in told.measures
    )
