"""Times of day in statements: what a source tells to the minute, told by the quarter of an hour.

'Shortly before 10 a.m.' of 9:52, '7 p.m.' of a source that says 'at 7'.
"""

import re
from collections.abc import Iterable

from audit.languages.extraction import english
from audit.languages.extraction.english_figures import statement_figures
from audit.match.folding.fold import fold
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact
from audit.values.times.clock import minutes_of
from audit.values.tokens import tokens

_HOUR = re.compile(r"\d\s?h\s?$")
_LEAD = 3  # words before a time
_NEAR = 30  # minutes
_HALF_A_DAY = 12 * 60


def is_near_time(attribution: Attribution, fact: Fact, source: Prepared) -> bool:
    """Whether a source has a time near one that a statement does not tell to the minute.

    One that tells no time of day lacks none.
    """
    times = _times(fact.span.text)
    if len(times) != 1:
        return False
    there = _alone(source.values.keys)
    if not there:
        return True
    before = next(
        (
            content.text[: fact.span.start - content.start]
            for content in attribution.contents
            if content.start <= fact.span.start < content.end
        ),
        "",  # of the document that speaks: 'The 9 p.m. bulletin says'
    )
    lead = fold(before).words.lower().split()[-_LEAD:]
    is_told_near = not statement_figures().near_clocks.isdisjoint(lead)
    return is_told_near and any(_apart(times[0], time) <= _NEAR for time in there)


def has_hour(fact: Fact, source: Prepared) -> bool:
    """Whether a source has the hour of a time alone: 'at 7' of '7 p.m.'."""
    times = _times(fact.span.text)
    if len(times) != 1 or times[0] % 60:
        return False
    hours = {times[0] // 60, (times[0] % _HALF_A_DAY) // 60 or 12}
    return any(f" {hour} " in source.lowered for hour in hours)


def is_of_time(attribution: Attribution, fact: Fact) -> bool:
    """Whether digits are the minutes behind an hour: the 15 of '2 h 15'."""
    for content in attribution.contents:
        if content.start <= fact.span.start < content.end and fact.span.text.isdecimal():
            return _HOUR.search(content.text[: fact.span.start - content.start]) is not None
    return False


def _times(text: str) -> list[int]:
    """The times of day of an English text, in minutes."""
    return _alone(token.key for token in tokens(fold(text).words.split(), english.LANGUAGE))


def _alone(keys: Iterable[str]) -> list[int]:
    """The times of day among keys, those of a range left out."""
    return [times[0] for key in keys if len(times := minutes_of(key)) == 1]


def _apart(one: int, other: int) -> int:
    """Minutes between two times of day, whichever half of it is meant."""
    far = abs(one - other) % _HALF_A_DAY
    return min(far, _HALF_A_DAY - far)
