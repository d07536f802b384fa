"""Whether a source has a figure, however its language and that of the article write it.

Figures of statements are read as those of quotations are, by ``audit.values``; one whose language
is not known in every language. '84.600' may then be a number of thousands or a fraction: both are
taken, since to find a figure where it is not harms less than to miss it where it is.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.languages.comparison.comparing import own_numbers
from audit.languages.comparison.values import languages_with_values
from audit.match.folding.fold import fold
from audit.match.prepared.source import Prepared
from audit.model import Fact, FactKind
from audit.values.measured import SHARE, measured
from audit.values.stretch import Token
from audit.values.tokens import tokens

_SIGNED = re.compile(r"\+(\d{1,15})(?!\w)|(?<![\w/])(\d{1,15})/(?=\d)")  # '+32 points', '24/7'
_SEASON = re.compile(r"((?:19|20)\d\d)[-–/](\d\d)")
_THOUSANDS = re.compile(r"\d[.,]000(?!\d)")
_THOUSAND = 1_000
_LARGEST_SMALL = 12
_Value = tuple[float, str]


def has_figure(source: Prepared, figure: str) -> bool:
    """Whether a source has every number that a figure names, of the same unit."""
    words = fold(figure).words.split()
    if figure.isdecimal() and _is_signed(figure, source.page.text):
        return True
    if _has_season(source, figure):
        return True
    readings = list(_readings(words, source.language))
    if _THOUSANDS.search(figure) is not None:  # '3,000' is three in no language
        readings = [each for each in readings if not _is_small(each)] or readings
    most = max(map(_taken, readings), default=0)
    return any(_has_all(source, found) for found in readings if _taken(found) == most)


def _is_signed(figure: str, text: str) -> bool:
    """Whether digits stand in a text between signs that make them another word there."""
    if f"+{figure}" not in text and f"{figure}/" not in text:
        return False  # which is quicker to find out
    return any(figure in match.groups() for match in _SIGNED.finditer(text))


def _is_small(figures: Sequence[Token]) -> bool:
    return any(each.value < _THOUSAND for token in figures for each in measured(token.key))


def _has_season(source: Prepared, figure: str) -> bool:
    """Whether a source has two years that a figure has, with another sign between: '2019/20'."""
    match = _SEASON.fullmatch(figure)
    if match is None:
        return False
    first, last = match.groups()
    text = source.page.text
    return any(f"{first}{sign}{end}" in text for sign in "-–/" for end in (last, first[:2] + last))


def is_small_abroad(fact: Fact, source: Prepared) -> bool:
    """Whether a fact is a small number in a word that the language of its source does not know.

    What counts 'three times' there may be in a word of its own: 'dreimal', 'das Dreifache'.
    """
    if fact.kind is not FactKind.NUMBER or source.language is None:
        return False
    words = fold(fact.span.text).words.lower().split()
    if len(words) != 1 or not words[0].isalpha() or _small(words[0], source.language):
        return False
    return any(_small(words[0], code) for code in languages_with_values())


def _small(word: str, language: str) -> bool:
    number = own_numbers(language).get(word, "")
    return number.isdecimal() and int(number) <= _LARGEST_SMALL


def _readings(words: Sequence[str], language: str | None) -> Iterator[list[Token]]:
    """A figure as each language reads it, that of its source first."""
    for each in dict.fromkeys((language, *languages_with_values())):
        found = [token for token in tokens(words, each) if token.key.startswith("=")]
        if found:
            yield found


def _taken(figures: Sequence[Token]) -> int:
    """How many words figures take: a language that leaves its 'Prozent' out is not theirs."""
    return sum(token.end - token.start for token in figures)


def _has_all(source: Prepared, figures: Sequence[Token]) -> bool:
    there = source.values.figures
    for token in figures:
        keys = (token.key, *token.also)
        ways = [_values_of(key) for key in keys]
        if any(way and way <= there for way in ways):
            continue
        if any(key in source.values.keys for key, way in zip(keys, ways, strict=True) if not way):
            continue  # an ordinal, a time of day
        return False
    return True


@cache
def _values_of(key: str) -> frozenset[_Value]:
    """The numbers of a key; a part in words is one, and not the share that it may be read as."""
    found = list(measured(key))
    plain = [each for each in found if each.digits or each.unit != SHARE]
    return frozenset((each.value, each.unit) for each in plain)
