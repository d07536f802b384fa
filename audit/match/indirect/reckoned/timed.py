"""Times of day in statements: what a source tells to the minute, told by the quarter of an hour.

'Shortly before 10 a.m.' of 9:52, '7 p.m.' of a source that says 'at 7'.
"""

import re
from collections.abc import Iterator

from audit.languages.comparison.rounding import rounding
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.prepared import Prepared
from audit.model import Attribution, Fact
from audit.values.tokens import tokens

_TIME = re.compile(r"=@(\d{1,2}):(\d\d)")
_LEAD = 3  # words before a time
_NEAR = 30  # minutes
_HALF_A_DAY = 12 * 60


def is_near_time(attribution: Attribution, fact: Fact, source: Prepared) -> bool:
    """Whether a source has a time near one that a statement does not tell to the minute.

    One that tells no time of day lacks none.
    """
    times = list(_times(fact.span.text))
    if len(times) != 1:
        return False
    there = [time for key in source.values.keys for time in _of_key(key)]
    if not there:
        return True
    before = next(
        content.text[: fact.span.start - content.start]
        for content in attribution.contents
        if content.start <= fact.span.start < content.end
    )
    lead = fold(before).words.lower().split()[-_LEAD:]
    is_told_near = not rounding(english.LANGUAGE).by_the_clock.isdisjoint(lead)
    return is_told_near and any(_apart(times[0], time) <= _NEAR for time in there)


def has_hour(fact: Fact, source: Prepared) -> bool:
    """Whether a source has the hour of a time alone: 'at 7' of '7 p.m.'."""
    times = list(_times(fact.span.text))
    if len(times) != 1 or times[0] % 60:
        return False
    hours = {times[0] // 60, (times[0] % _HALF_A_DAY) // 60 or 12}
    return any(f" {hour} " in source.lowered for hour in hours)


def _times(text: str) -> Iterator[int]:
    """The times of day of an English text, in minutes."""
    for token in tokens(fold(text).words.split(), english.LANGUAGE):
        yield from _of_key(token.key)


def _of_key(key: str) -> Iterator[int]:
    match = _TIME.fullmatch(key)
    if match is not None:
        yield int(match[1]) * 60 + int(match[2])


def _apart(one: int, other: int) -> int:
    """Minutes between two times of day, whichever half of it is meant."""
    far = abs(one - other) % _HALF_A_DAY
    return min(far, _HALF_A_DAY - far)
