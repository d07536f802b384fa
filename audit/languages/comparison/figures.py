"""How languages write figures: separators, large numbers, currencies, units, months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from audit.languages.folders import folders, has, read
from audit.languages.schema import key

_FILE = "figures.toml"
_Of = TypeVar("_Of", int, str)


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
    about: frozenset[str] = key("Words before a rounded figure: 'about', 'nearly', 'rund'.")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyFigures:
    """The same of all languages at once, for a page whose language nobody knows.

    A word may multiply by several numbers: a billion is a thousand or a million millions.
    """

    percent: frozenset[str]
    ranges: frozenset[str]
    scales: Mapping[str, frozenset[int]]
    currencies: Mapping[str, frozenset[str]]
    numbers: Mapping[str, frozenset[int]]


@cache
def any_figures() -> AnyFigures:
    """What figures may be in any language that has a file."""
    known = [words for code in folders() if (words := figure_words(code)) is not None]
    return AnyFigures(
        percent=frozenset(phrase for words in known for phrase in words.percent),
        ranges=frozenset[str]().union(*(words.ranges for words in known)),
        scales=_inverted((int(by), forms) for words in known for by, forms in words.scales.items()),
        currencies=_inverted(each for words in known for each in words.currencies.items()),
        numbers=_inverted(
            (int(digits), forms) for words in known for digits, forms in words.numbers.items()
        ),
    )


def _inverted(tables: Iterable[tuple[_Of, tuple[str, ...]]]) -> Mapping[str, frozenset[_Of]]:
    found: dict[str, set[_Of]] = {}
    for value, forms in tables:
        for form in forms:
            found.setdefault(form, set()).add(value)
    return {form: frozenset(values) for form, values in found.items()}
