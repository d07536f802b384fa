"""Whether the other side may tell how words are to be grouped: '1 300', 'two times'."""

from collections.abc import Sequence
from functools import cache

from audit.languages.comparison.values import value_words
from audit.values.numbers.spelled import Numbers, numbers
from audit.values.times.dates import slashed_date
from audit.values.units import is_long

_WITH_PARTS = frozenset({"m", "foot", "stone", "hour"})  # the rest of which is told without unit
_GROUP = 3  # digits between spaces of thousands
_FAR_MINUTES = 4  # words from the minutes to the hour that they are of


def is_unsure(words: Sequence[str], language: str | None) -> bool:
    """Whether the other side may tell how words are to be grouped.

    So it is with '1 300', 'no 10', 'a third', 'two thirty', '$5-$6', 'point five', 'ten to six',
    '01/09/2025', 'hundred', 'a dollar', 'third quarter', 'one in ten', 'jeder zehnte'.
    """
    figures, leads = numbers(language), _leads(language)
    known = value_words(language)
    currencies, units = known.currencies, known.units
    low = [word.lower() for word in words]
    if any(map(slashed_date, low)):
        return True
    for at in range(1, len(low)):
        before, word = low[at - 1], low[at]
        if before in leads and _is_led(low, at, language):
            return True
        if before.isdecimal() and word.isdecimal() and len(word) == _GROUP:
            return True
        if _are_two_numbers(before, word, figures):
            return True
        if word in known.class_letters.values() and before in figures.ordinals:
            return True
        if word in known.century or before in known.century:
            return True
        is_number = before[0].isdigit() or before in figures.small
        if is_number and any(tie[0] == word for tie in known.shares):
            return True
        if is_number and word in known.multiples:
            return True
        if before in known.each and (word[0].isdigit() or word in figures.ordinals):
            return True
        is_scale = word in figures.hundreds or word in figures.scales
        counts = before in figures.starts and before not in figures.ordinals
        if is_scale and not (counts or is_number):
            return True
        if word in currencies and 1 < at < len(low) - 1 and low[at - 2] == word:
            return True
        unit = low[at - 2] if before in known.joined_by and at > 1 else before
        is_parted = unit in currencies or units.get(unit) in _WITH_PARTS
        if is_parted and (word in figures.tens or word in figures.small or word.isdecimal()):
            return True
    return False


@cache
def _leads(language: str | None) -> frozenset[str]:
    """Words behind which a number may be grouped in several ways."""
    known = value_words(language)
    return known.number_signs | known.once | known.decade_leads | known.point | known.ties_of_hours


@cache
def _ties_of_hours(language: str | None) -> frozenset[str]:
    return value_words(language).ties_of_hours


def _is_led(low: Sequence[str], at: int, language: str | None) -> bool:
    """Whether the word before one tells that it may be grouped in several ways."""
    known, figures, before, word = value_words(language), numbers(language), low[at - 1], low[at]
    is_one = before in known.number_signs or before in known.once
    is_many = word in known.fractions or word in known.currencies or is_long(known.units.get(word))
    if is_one and (word[0].isdigit() or is_many):
        return True
    if before in known.decade_leads or (before in known.point and word in figures.small):
        return True
    return before in _ties_of_hours(language) and _may_be_hour(low, at, figures)


def _are_two_numbers(one: str, other: str, figures: Numbers) -> bool:
    """Whether both of two neighbours are spelled numbers, the second no ones behind tens."""
    if other in figures.tens:
        return one in figures.small or one in figures.tens
    return other in figures.small and one in figures.small


def _may_be_hour(low: Sequence[str], at: int, figures: Numbers) -> bool:
    """Whether a number stands at a word, and one soon before it."""
    return any(
        word[0].isdigit() or word in figures.small or word in figures.tens
        for word in low[max(at - _FAR_MINUTES, 0) : at - 1]
    )
