"""Times that passed between two years of the calendar, or from one until the writing; ages.

'The bridge stood for more than four decades', 'She was 25 when she crossed the Channel'.
"""

import re
from collections.abc import Iterator
from itertools import islice

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.telling import Passage
from audit.match.indirect.told import Told
from audit.match.prepared.source import Prepared
from audit.values.measured import IN_YEARS, YEARS

_LONG = frozenset({"month", "year", "decade", "century"})
_LONGEST_AGE = 1_500  # years
_LATEST = 4  # years of a source of which one may be that of the writing, and some are to come
_BEHIND = 2  # years that an article may be written after the last that its source names
_ROUGHLY = 0.15  # of a time that a word calls round
_LATER = range(1, 4)  # years more, where a source counts 'since' one and tells no other end
_MOST_ROUGHLY = 10  # years
_FEW_YEARS = 5
_ANY_YEAR = re.compile(r"1\d\d\d|20\d\d")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LIFE = re.compile(r"\([^()]{0,40}?\b((?:1[5-9]|20)\d\d) ?[–-] ?[^()]{0,30}?\b(?:1[5-9]|20)\d\d\)")
"""The years of a life behind a name: '(12 March 1931 – 4 November 2014)'."""
_BEGINNING = 2_000  # characters of a page in which it tells whom it is about
_ALMOST_NEXT = 0.9  # of a decade more: 'four decades' of 47 years
_YOUNGEST, _OLDEST = 4, 110  # years at which somebody does what is told
_MOST_BIRTHS = 5  # sentences


def has_passed(ours: Wanted, passage: Passage, near: Rounding, source: Prepared) -> bool:
    """Whether a figure of years is what has passed since a year of a passage.

    Until the writing, of which the latest year that the source names says when it was; where it
    names no other, nothing can be said against the figure. Or until another year that it names, to
    the year; of decades and centuries, as roughly as these are told.
    """
    per = IN_YEARS.get(ours.figure.unit)
    if per is None:
        return False
    passed = ours.figure.value * per
    told = [each for each in (passage.before, passage.here, passage.after) if each is not None]
    years = {int(word) for each in told for word in each.words if _ANY_YEAR.fullmatch(word)}
    if not 0 < passed <= _LONGEST_AGE or not years:
        return False
    known = _years_of(source) | years
    if ours.figure.unit and _lies_between(ours, near, passed, years, known):
        return True
    is_open = ours.figure.unit != "" and (
        _is_told_since(passage.here, near) or _tells(ours, near.ago)
    )
    is_since = is_open or (ours.figure.unit != "" and _is_lasting(ours, passage.here, near))
    if not is_since and not _tells(ours, near.ago):
        return False
    return _has_passed_since(ours, passed, years, known, near) or (
        is_open and any(_is_now(ours, years, passed, max(known) + more, near) for more in _LATER)
    )


def has_lasted(ours: Wanted, near: Rounding, source: Prepared) -> bool:
    """The same of any year of a source, for a statement that shares hardly a word with it."""
    years = _years_of(source)
    passed = ours.figure.value * IN_YEARS.get(ours.figure.unit, 0)
    is_time = ours.figure.unit != "" and 0 < passed <= _LONGEST_AGE
    is_told = not near.lasting.isdisjoint(ours.lead) or _tells(ours, near.ago)
    if not is_time or not years or not is_told:
        return False
    return _has_passed_since(ours, passed, years, years, near)


def _has_passed_since(
    ours: Wanted, passed: float, years: set[int], known: set[int], near: Rounding
) -> bool:
    if max(known) <= max(years) and len(years) == 1:
        return True
    return any(_is_now(ours, years, passed, latest, near) for latest in sorted(known)[-_LATEST:])


def _is_now(ours: Wanted, years: set[int], passed: float, latest: int, near: Rounding) -> bool:
    """Whether so much has passed since one of some years until the latest, or soon after it."""
    least, most = latest - 1.0, float(latest + _BEHIND)
    if ours.told & (near.below | near.about):  # 'almost a hundred years old'
        most += min(_ROUGHLY * passed, _MOST_ROUGHLY)
    if ours.told & (near.above | near.about):  # 'more than ten years' are twelve, too
        least -= max(min(_ROUGHLY * passed, _MOST_ROUGHLY), _FEW_YEARS)
    return any(least <= year + passed <= most for year in years)


def _is_lasting(ours: Wanted, told: Told, near: Rounding) -> bool:
    """Whether a time is told as one that goes on, and a sentence tells no other: 'for nine years'.

    'Has served for seven years' is told of 'was appointed in 2019'.
    """
    return not tells_how_long(told) and not near.lasting.isdisjoint(ours.lead)


def tells_how_long(told: Told) -> bool:
    """Whether a sentence has a time in years or months."""
    return any(way.unit in _LONG for each in told.figures for way in each.ways)


def _lies_between(
    ours: Wanted, near: Rounding, passed: float, years: set[int], known: set[int]
) -> bool:
    """Whether so much lies between a year of a passage and any other that a source names."""
    per = IN_YEARS[ours.figure.unit]
    if per == 1 and not _tells(ours, near.ago | near.aged):
        return False
    more = per if ours.told & near.above or (per > 1 and not ours.told & near.below) else 0
    less = per / 2 if ours.told & near.below else 0
    least, most = passed - less, passed + more * _ALMOST_NEXT
    return any(least <= abs(other - year) <= most for year in years for other in known)


def _is_told_since(told: Told, near: Rounding) -> bool:
    """Whether a sentence counts from a year: 'the highest since 1936'."""
    at = next((at for at, word in enumerate(told.words) if word in near.since), None)
    return at is not None and any(_ANY_YEAR.fullmatch(word) for word in told.words[at:])


def was_aged(ours: Wanted, passage: Passage, near: Rounding, source: Prepared) -> bool:
    """Whether a figure is the age at which somebody did what a passage tells of.

    'She was 25 when', of a year in the passage and the one in which the page has her born.
    """
    age = ours.figure
    if age.unit or not _YOUNGEST <= age.value <= _OLDEST or not age.value.is_integer():
        return False
    if ours.behind and ours.behind[0] not in source.vocabulary.small:
        return False  # '25 boats'
    years = set(passage.here.years) | {int(word) for word in ours.said if _YEAR.fullmatch(word)}
    born = {year for word in near.born for year in _years_beside(word, source)}
    born.update(int(life[1]) for life in _LIFE.finditer(source.page.text, 0, _BEGINNING))
    return any(abs(year - birth - age.value) <= 1 for year in years for birth in born)


def _years_beside(word: str, source: Prepared) -> Iterator[int]:
    """The first years behind a word in the sentences that have it."""
    for start, end in islice(source.sentences.having(word), _MOST_BIRTHS):
        behind = source.page.text[start:end].lower().partition(word)[2]
        found = _YEAR.search(behind)
        if found is not None:
            yield int(found[0])


def _tells(ours: Wanted, phrases: frozenset[str]) -> bool:
    """Whether a statement has one of some words or phrases."""
    said = f" {' '.join(ours.said)} "
    return any(f" {phrase} " in said for phrase in phrases)


def _years_of(source: Prepared) -> set[int]:
    """The years that a source names, alone or in a date."""
    found = (key.rpartition("/")[2] if "/" in key else key[1:] for key in source.values.keys)
    return {int(year) for year in found if year.isdecimal() and len(year) == 4} & set(YEARS)
