"""Whether a figure of a statement is one of its source's, rounded or in another unit.

'More than 600' of 611, 'a third' of 33 %, 'nearly 40 %' of 39.6 %, '10 miles' of 16 kilometres. The
source's figure has to stand in a sentence that shares a telling word with the statement: a number
somewhere on a page is none of it.
"""

import math
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import value_words
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.prepared import Prepared
from audit.model import Attribution, Fact
from audit.values.tokens import tokens

_SENTENCE = re.compile(r"(?:[^\n.!?]|[.!?](?=\d)){10,1000}[.!?]?")
_KEY = re.compile(r"=(-?\d{1,30}(?:/\d{1,30})?)(?: (.{1,20}))?")
_MOST_READ = 300_000  # characters of a source
_LEAD = 3  # words before a figure
_CHARACTERS_BEHIND = 40
_LONGEST_SMALL = 4  # digits
_MOST_ABOVE = 1.25  # of a figure that something is more than
_LEAST_BELOW = 0.85
_ABOUT = 0.1
_CONVERTED = 0.05
_POINTS = 1.5  # percentage points that a share in words may be off
_FEWEST_DIGITS = 2  # of a figure that may be rounded with no word that says so
_YEARS = range(1900, 2101)
_PER = {
    ("mile", "km"): 1.609, ("foot", "m"): 0.3048, ("pound", "kg"): 0.4536, ("£", "kg"): 0.4536,
    ("mph", "km/h"): 1.609, ("foot", "cm"): 30.48, ("ounce", "g"): 28.35, ("foot²", "m²"): 0.0929,
    ("ha", "km²"): 0.01, ("cm", "m"): 0.01, ("m", "km"): 0.001, ("g", "kg"): 0.001,
}  # fmt: skip
_MANY = {
    "dozens": (24, 200), "hundreds": (100, 2_000), "thousands": (1_000, 100_000),
    "millions": (1_000_000, 1_000_000_000), "billions": (10**9, 10**12),
}  # fmt: skip


class _Figure(NamedTuple):
    value: float
    unit: str
    digits: int  # significant ones


def is_rounded(attribution: Attribution, fact: Fact, source: Prepared) -> bool:
    """Whether a source has a figure of which that of a statement is a rounder one."""
    lead, behind = _beside(attribution, fact)
    wanted = _wanted(fact.span.text, lead, behind, source.language)
    if wanted is None:
        return False
    near = rounding(source.language)
    said = " ".join(content.text for content in attribution.contents)
    return any(_stands_for(wanted, there, lead, near) for there in _figures(said, source))


def _beside(attribution: Attribution, fact: Fact) -> tuple[list[str], list[str]]:
    """The words of a statement right before a figure, and right behind it."""
    for content in attribution.contents:
        if content.start <= fact.span.start < content.end:
            before = content.text[: fact.span.start - content.start]
            behind = content.text[fact.span.end - content.start :][:_CHARACTERS_BEHIND]
            return fold(before).words.lower().split()[-_LEAD:], fold(behind).words.lower().split()
    return [], []


def _wanted(
    text: str, lead: Sequence[str], behind: Sequence[str], language: str | None
) -> _Figure | None:
    words = fold(text).words.split()
    many = next((_MANY[word.lower()] for word in words if word.lower() in _MANY), None)
    if many is not None:
        return _Figure(math.sqrt(many[0] * many[1]), "many", 0)
    of = sorted(value_words(language).before_month)[:1]  # 'a third' is a share before 'of'
    read = tokens(words, language), tokens([*words, *of], language)
    found = next(
        (made for each in read if (made := [f for token in each if (f := _figure(token.key))])), []
    )
    if len(found) != 1:
        return None
    share = _share(lead, found[0]) or _share_ahead(found[0], behind)
    if share is not None:
        return share
    if 0 < found[0].value < 1 and not found[0].unit:
        return _Figure(100 * found[0].value, "%", 0)
    return found[0]


def _share(lead: Sequence[str], whole: _Figure) -> _Figure | None:
    """'One in five', 'two out of three' as a percentage; the lead ends before the second figure."""
    of = 2 if tuple(lead[-2:]) == ("out", "of") else 1 if lead[-1:] == ["in"] else 0
    many = _small(lead[-of - 1]) if of and len(lead) > of else 0
    if not 0 < many < whole.value or whole.unit:
        return None
    return _Figure(100 * many / whole.value, "%", 0)


def _share_ahead(part: _Figure, behind: Sequence[str]) -> _Figure | None:
    """The same from its first figure; 'ten in one' is none."""
    of = 2 if tuple(behind[:2]) == ("out", "of") else 1 if behind[:1] == ["in"] else 0
    many = _small(behind[of]) if of and len(behind) > of else 0
    if not 0 < part.value < many or part.unit:
        return None
    return _Figure(100 * part.value / many, "%", 0)


def _small(word: str) -> int:
    """A number of one word; 0 where it is none."""
    if word.isdecimal():
        return int(word) if len(word) < _LONGEST_SMALL else 0
    words = comparing(english.LANGUAGE)
    return int(words.ones.get(word, words.tens.get(word, "0")))


def _figure(key: str) -> _Figure | None:
    match = _KEY.fullmatch(key)
    if match is None:
        return None
    value = Fraction(match[1])
    return _Figure(float(value), match[2] or "", _digits(value))


def _digits(value: Fraction) -> int:
    """The significant digits of a value; trailing zeros of a whole number are none."""
    text = f"{float(value):.10f}".rstrip("0").rstrip(".").lstrip("-").lstrip("0")
    plain = text.replace(".", "").lstrip("0")
    return len(plain if "." in text else plain.rstrip("0")) or 1


def _figures(statement: str, source: Prepared) -> Iterator[_Figure]:
    """The figures of the sentences of a source that may tell of the same."""
    small = source.vocabulary.small
    telling = {
        word
        for word in fold(statement).words.lower().split()
        if word not in small and word.isalpha()
    }
    for match in _SENTENCE.finditer(source.page.text, 0, _MOST_READ):
        if not any(char.isdigit() for char in match.group()):
            continue
        words = fold(match.group()).words.split()
        if telling.isdisjoint(word.lower() for word in words):
            continue
        for token in tokens(words, source.language):
            for key in (token.key, *token.also):
                figure = _figure(key)
                if figure is not None:
                    yield figure


def _stands_for(wanted: _Figure, there: _Figure, lead: Sequence[str], near: Rounding) -> bool:
    if wanted.unit == "many":
        low, high = next(pair for pair in _MANY.values() if _middle(pair) == wanted.value)
        return not there.unit and low <= there.value < high and there.value not in _YEARS
    if wanted.unit != there.unit:
        return _is_converted(wanted, there)
    if not wanted.unit and there.value in _YEARS and there.value.is_integer():
        return False
    if wanted.unit == "%" and not wanted.digits:
        return abs(there.value - wanted.value) <= _POINTS
    told = {*lead, *map(" ".join, pairwise(lead))}
    return _is_beyond(wanted.value, there.value, told, near) or _is_rounder(
        wanted, there, told, near
    )


def _is_beyond(wanted: float, value: float, told: set[str], near: Rounding) -> bool:
    """Whether a value is as far above or below another as a word says: 611 is 'more than 600'."""
    if told & near.above and wanted < value <= wanted * _MOST_ABOVE:
        return True
    return bool(told & near.below) and wanted * _LEAST_BELOW <= value < wanted


def _is_rounder(wanted: _Figure, there: _Figure, told: set[str], near: Rounding) -> bool:
    """Whether a figure is another of the same unit with fewer digits."""
    if there.digits <= wanted.digits:
        return False
    if told & near.about:
        return abs(there.value - wanted.value) <= _ABOUT * wanted.value
    if told & (near.above | near.below):
        return False
    if wanted.digits < _FEWEST_DIGITS and wanted.unit != "%":
        return False
    return _rounded(there.value, wanted.digits) == wanted.value


def _middle(pair: tuple[int, int]) -> float:
    return math.sqrt(pair[0] * pair[1])


def _rounded(value: float, digits: int) -> float:
    """A value with so many significant digits."""
    if not value:
        return 0.0
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def _is_converted(wanted: _Figure, there: _Figure) -> bool:
    for (unit, other), times in _PER.items():
        if (wanted.unit, there.unit) == (unit, other):
            return abs(wanted.value * times - there.value) <= _CONVERTED * there.value
        if (wanted.unit, there.unit) == (other, unit):
            return abs(there.value * times - wanted.value) <= _CONVERTED * wanted.value
    if (wanted.unit, there.unit) == ("°f", "°c"):
        return abs((wanted.value - 32) / 1.8 - there.value) <= 1
    if (wanted.unit, there.unit) == ("°c", "°f"):
        return abs((there.value - 32) / 1.8 - wanted.value) <= 1
    return False
