"""Whether a figure of a statement is one of its source's, rounded or in another unit.

'More than 600' of 611, 'a third' of 33 %, 'nearly 40 %' of 39.6 %, '10 miles' of 16 kilometres.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import value_words
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.indirect.telling import words_of
from audit.model import Attribution, Fact
from audit.values.measured import (
    SHARE,
    Measured,
    in_unit,
    is_converted,
    measured,
    rounded,
)
from audit.values.tokens import tokens

_LEAD = 3  # words before a figure
_CHARACTERS_BEHIND = 40
_LONGEST_SMALL = 4  # digits
_MOST_ABOVE = 1.25  # of a figure that something is more than
_LEAST_BELOW = 0.85
_ABOUT = 0.1
_NEARLY = 0.02  # so near is no chance, wherever it stands
_LEAST_TOLD = 1_000  # of a figure that is looked for everywhere
_LEAST_IN_MILLIONS = 1_000_000
_POINTS = 1.5  # percentage points that a share in words may be off
_EXACT = 3  # digits of a figure that nobody calls round
_FEWEST_DIGITS = 2  # of a figure that may be rounded with no word that says so
_AS_MANY = "many"


class Wanted(NamedTuple):
    """A figure of a statement with the words around it there, all in lower case.

    ``told`` are those right before it, alone and two together; ``behind`` those right behind it,
    ``said`` all of the statement.
    """

    figure: Measured
    lead: tuple[str, ...]
    told: frozenset[str]
    behind: tuple[str, ...]
    said: tuple[str, ...]
    is_spelled: bool


def wanted(attribution: Attribution, fact: Fact, language: str | None) -> Wanted | None:
    """A statement's figure as the language of its source reads it; None where it is none."""
    lead, behind = _beside(attribution, fact)
    figure = _read(fact.span.text, lead, behind, language)
    if figure is None:
        return None
    said = words_of(attribution)
    words = fold(said).words.lower().split()
    told = frozenset({*lead, *map(" ".join, pairwise(lead))})
    is_spelled = not any(char.isdigit() for char in fact.span.text)
    return Wanted(figure, tuple(lead), told, tuple(behind), tuple(words), is_spelled)


def _beside(attribution: Attribution, fact: Fact) -> tuple[list[str], list[str]]:
    """The words of a statement right before a figure, and right behind it."""
    for content in attribution.contents:
        if content.start <= fact.span.start < content.end:
            before = content.text[: fact.span.start - content.start]
            behind = content.text[fact.span.end - content.start :][:_CHARACTERS_BEHIND]
            return fold(before).words.lower().split()[-_LEAD:], fold(behind).words.lower().split()
    return [], []


def _read(
    text: str, lead: Sequence[str], behind: Sequence[str], language: str | None
) -> Measured | None:
    words = fold(text).words.split()
    near = rounding(language)
    many = next(
        (pair for pair, said in _many(near) if not said.isdisjoint(map(str.lower, words))), None
    )
    if many is not None:
        return Measured(_middle(many), _AS_MANY, 0)
    of = sorted(value_words(language).before_month)[:1]  # 'a third' is a share before 'of'
    for each in (tokens(words, language), tokens([*words, *of], language)):
        found = [figure for token in each for figure in measured(token.key)]
        if found:
            break
    if len({figure for figure in found if figure.unit != SHARE or figure.digits}) > 1:
        return None
    if not found:
        return None
    share = _share(lead, found[0], language) or _share_ahead(found[0], behind, language)
    return share or found[-1]


def _many(near: Rounding) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    """What so many may be, from the first number to below the second, and the words for it."""
    yield (24, 200), near.dozens
    yield (100, 2_000), near.hundreds
    yield (1_000, 100_000), near.thousands
    yield (10**6, 10**9), near.millions
    yield (10**9, 10**12), near.billions


def _share(lead: Sequence[str], whole: Measured, language: str | None) -> Measured | None:
    """'One in five', 'two out of three' as a percentage; the lead ends before the second figure."""
    for of in (2, 1):
        if len(lead) > of and " ".join(lead[-of:]) in rounding(language).of_whole:
            many = _small(lead[-of - 1], language)
            if 0 < many < whole.value and not whole.unit:
                return Measured(100 * many / whole.value, SHARE, 0)
    return None


def _share_ahead(part: Measured, behind: Sequence[str], language: str | None) -> Measured | None:
    """The same from its first figure; 'ten in one' is none."""
    for of in (2, 1):
        if len(behind) > of and " ".join(behind[:of]) in rounding(language).of_whole:
            many = _small(behind[of], language)
            if 0 < part.value < many and not part.unit:
                return Measured(100 * part.value / many, SHARE, 0)
    return None


def _small(word: str, language: str | None) -> int:
    """A number of one word; 0 where it is none."""
    if word.isdecimal():
        return int(word) if len(word) < _LONGEST_SMALL else 0
    words = comparing(language or english.LANGUAGE)
    return int(words.ones.get(word, words.tens.get(word, "0")))


def stands_for(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a statement's figure is that of its source, rounder or in another unit."""
    figure = ours.figure
    if figure.unit == _AS_MANY:
        low, high = next(pair for pair, _ in _many(near) if _middle(pair) == figure.value)
        return not there.unit and low <= there.value < high and not there.may_be_year
    there = in_unit(there, figure.unit)
    figure = in_unit(figure, there.unit)
    ours = ours._replace(figure=figure)
    if not there.unit and figure.unit.isalpha() and there.value == figure.value:
        return True  # 'up to 100 hours; lithium stores four'
    if figure.unit != there.unit:
        return is_converted(figure, there)
    if there.may_be_year:
        return False
    if figure == there:
        return True
    if figure.unit == SHARE and not (figure.digits and there.digits):
        return abs(there.value - figure.value) <= _POINTS
    return _is_beyond(ours, there, near) or _is_rounder(ours, there, near)


def is_nearly(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a figure is so near to another that no chance made it so, wherever that stands.

    A word calls it round, or it is millions rounded to two digits or more: '£21m' of £21.3 million.
    """
    figure, told = ours.figure, ours.told
    if figure.unit != there.unit or there.may_be_year or figure.value < _LEAST_TOLD:
        return False
    if there.digits <= figure.digits:
        return False
    if told & near.about or _is_beyond(ours, there, near):
        return abs(there.value - figure.value) <= _NEARLY * figure.value
    if told & (near.above | near.below) or figure.value < _LEAST_IN_MILLIONS:
        return False
    return figure.digits >= _FEWEST_DIGITS and rounded(there.value, figure.digits) == figure.value


def _is_beyond(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a value is as far above or below another as a word says: 611 is 'more than 600'.

    One told as exactly as the other is another one: 481 is not 'at least 418'.
    """
    value, wanted_value = there.value, ours.figure.value
    if ours.figure.digits >= max(_EXACT, there.digits):
        return False
    if ours.told & near.above and wanted_value < value <= wanted_value * _MOST_ABOVE:
        return True
    return bool(ours.told & near.below) and wanted_value * _LEAST_BELOW <= value < wanted_value


def _is_rounder(ours: Wanted, there: Measured, near: Rounding) -> bool:
    """Whether a figure is another of the same unit with fewer digits."""
    figure = ours.figure
    if ours.is_spelled and figure.value < 1:  # 'a third of an acre'
        return abs(there.value - figure.value) <= _NEARLY * figure.value
    if there.digits <= figure.digits:
        return False
    if ours.told & near.about:
        return abs(there.value - figure.value) <= _ABOUT * figure.value
    if ours.told & (near.above | near.below):
        return False
    if figure.digits < _FEWEST_DIGITS and figure.unit != SHARE:
        is_close = abs(there.value - figure.value) <= _NEARLY * figure.value
        least = _LEAST_TOLD if ours.is_spelled else _LEAST_IN_MILLIONS  # 'half a million'
        return figure.value >= least and is_close
    return rounded(there.value, figure.digits) == figure.value


def _middle(pair: tuple[int, int]) -> float:
    return math.sqrt(pair[0] * pair[1])
