"""How languages write figures: separators, large numbers, currencies, units, months."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.english import LANGUAGE
from audit.languages.extraction.english_figures import statement_figures
from audit.languages.folders import folders, has, read
from audit.languages.schema import key

_FILE = "figures.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words of figures in one language; in lower case."""

    decimal: str = key("The decimal sign: ',' in '1,5'.")
    thousands: str = key("The signs that may stand between thousands: '.' in '84.600'.")
    percent: tuple[str, ...] = key("Percent in words: 'per cent', 'Prozent', all forms.")
    units: frozenset[str] = key("Units, all forms and signs: 'kilometres', 'km', 'hours'.")
    months: frozenset[str] = key("Months, all forms: 'July', 'июля'.")
    clocks: frozenset[str] = key("What stands behind a time of day, which is no figure: 'Uhr'.")
    ranges: frozenset[str] = key("Words between the two ends of a range: 'to', 'bis'.")
    scales: Mapping[str, tuple[str, ...]] = key(
        'Words that multiply a figure, by what: 1000000 = ["million"].'
    )
    currencies: Mapping[str, tuple[str, ...]] = key(
        'Words for currencies, all forms, by their ISO 4217 codes: EUR = ["euro", "euros"].'
    )
    numbers: Mapping[str, tuple[str, ...]] = key(
        'Numbers in words, all forms: 7 = ["seven"]; those that a press writes out.'
    )


@cache
def figure_words(language: str) -> FigureWords | None:
    """The words of an ISO 639-1 code, None where its folder has no such file.

    Raises:
        LanguageError: The file lacks a key, or has one too many.
    """
    return FigureWords(**read(language, _FILE, FigureWords)) if has(language, _FILE) else None


@cache
def percents_and_scales() -> frozenset[str]:
    """Words for percent and words that multiply a figure, of all languages."""
    known = [words for code in folders() if (words := figure_words(code)) is not None]
    scales = (form for words in known for forms in words.scales.values() for form in forms)
    return frozenset(phrase for words in known for phrase in words.percent).union(scales)


@cache
def words_behind_figures(language: str | None) -> frozenset[str]:
    """Words for what a figure is of, in a language or, without one, in all: 'percent', 'km'."""
    if language == LANGUAGE:
        own = statement_figures()
        return frozenset({*own.percent, *own.scales, *own.money, *own.units})
    codes = [language] if language is not None and has(language, _FILE) else folders()
    found: set[str] = set()
    for code in codes:
        words = figure_words(code)
        if words is not None:
            found.update(words.percent, words.units)
            found.update(*words.scales.values(), *words.currencies.values())
    return frozenset(word for word in found if word[0].isalpha())
