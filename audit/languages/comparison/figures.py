"""Figures of statements as a language writes them: of the words that tell what values are worth."""

from dataclasses import dataclass
from functools import cache

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.values import ValueWords, languages_with_values, value_words

_HALF = "2"  # the denominator
_LEAST_SPELLED = 2  # 'one' is an article in most languages


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words of figures in one language, lower-case; some are phrases of several.

    ``ranges`` are all words between two figures, ``clocks`` what stands behind a time of day,
    ``signs`` the currencies that are no word, ``numbers`` the small ones in words, ``halves`` what
    adds one half to millions: 'e mezzo', ``lasting`` what stands before hours that are counted.
    """

    decimal: str
    thousands: str
    percent: frozenset[str]
    units: frozenset[str]
    months: frozenset[str]
    clocks: frozenset[str]
    ranges: frozenset[str]
    scales: frozenset[str]
    currencies: frozenset[str]
    signs: frozenset[str]
    numbers: frozenset[str]
    halves: frozenset[str]
    lasting: frozenset[str]


@cache
def figure_words(language: str) -> FigureWords | None:
    """The words of an ISO 639-1 code, None where its folder has no words for values.

    Raises:
        LanguageError: A file lacks a key, or has one too many.
    """
    if language not in languages_with_values():
        return None
    words, counting = value_words(language), comparing(language)
    small = {**counting.ones, **counting.tens, **words.hundreds}
    return FigureWords(
        decimal=words.decimal,
        thousands=words.thousands.replace(" ", ""),
        percent=_percent(words),
        units=frozenset(words.units),
        months=frozenset(words.months),
        clocks=frozenset(words.clocks),
        ranges=words.ranges | words.beside,
        scales=frozenset(words.scales),
        currencies=frozenset(words.currencies),
        signs=frozenset(name for name in words.currencies if not name[-1].isalpha()),
        numbers=frozenset(
            word
            for word, number in small.items()
            if number.isdecimal() and int(number) >= _LEAST_SPELLED
        ),
        halves=frozenset(
            f"{tie} {half}"
            for tie in words.joined_by
            for half, of in words.fractions.items()
            if of == _HALF
        ),
        lasting=words.lasting,
    )


def _percent(words: ValueWords) -> frozenset[str]:
    return frozenset([*map(" ".join, words.percent), *words.points])


@cache
def percents_and_scales() -> frozenset[str]:
    """Words for percent and words that multiply a figure, of all languages."""
    known = [value_words(code) for code in languages_with_values()]
    return frozenset(
        word for words in known for group in (_percent(words), words.scales) for word in group
    )
