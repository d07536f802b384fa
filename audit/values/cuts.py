"""Figures that are cut in two: 'one hundred' of 'one hundred and one', '4' of '4 million'."""

import re
from collections.abc import Sequence
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from audit.languages.comparison.values import scales_anywhere, value_words
from audit.values.numbers.spelled import numbers
from audit.values.stretch import Token
from audit.values.tokens import tokens

_NUMBER = re.compile(r"=(-?\d+(?:/\d+)?)(?= |$)")
_TIME = "=@"
_HOUR = re.compile(r"@(\d{1,2})")
_NOON = 12  # after it the hours come again
_OTHERS = re.compile(r"\d+")


class Loss(Enum):
    """What is lost with the rest of a figure."""

    VALUE = "value"  # it is another number
    UNIT = "unit"  # no other number is left: what it counts is lost, or how many millions, or a range's end


class CutFigure(NamedTuple):
    """The words ``start:end`` of a figure that an edge parts, and what is lost."""

    start: int
    end: int
    loss: Loss


def may_be_cut(kept: str, lost: str, language: str | None, *, at_end: bool) -> bool:
    """Whether two neighbouring words may be of one figure, of which one is kept: a quick look."""
    return _is_part(kept, language) and _is_part(lost, language, outside=at_end)


def cut_figure(
    words: Sequence[str], edge: int, language: str | None, *, at_end: bool
) -> CutFigure | None:
    """The figure parted before ``words[edge]``, where the part kept has another value.

    Args:
        words: Folded words around the edge.
        edge: The index of the first word behind it.
        language: Whose figures count; English ones where none is told.
        at_end: The words before the edge are kept, else those behind it.
    """
    whole = next(
        (token for token in tokens(words, language) if token.start < edge < token.end), None
    )
    if whole is None or whole.key[0] != "=":
        return _of_any_language(words, edge) if at_end and language is None else None
    if (
        not at_end
        and {word.lower() for word in words[whole.start : edge]} <= value_words(language).once
    ):
        return None  # 'third of it' of 'a third of it'
    kept = words[whole.start : edge] if at_end else words[edge : whole.end]
    lost = words[edge : whole.end] if at_end else words[whole.start : edge]
    loss = _loss(whole, kept, lost, language)
    return CutFigure(whole.start, whole.end, loss) if loss is not None else None


def _loss(
    whole: Token, kept: Sequence[str], lost: Sequence[str], language: str | None
) -> Loss | None:
    figures = [token for token in tokens(kept, language) if token.key[0] == "="]
    if not figures:
        return _without_its_many(kept, lost, language)
    if ".." in whole.key:
        return Loss.UNIT
    ours = {number for token in figures for number in _numbers(token)}
    there = _numbers(whole)
    if there:
        if whole.key in {token.key for token in figures}:
            return None
        return Loss.UNIT if there & ours else Loss.VALUE
    is_told = _tells_hour(whole, ours) if whole.key.startswith(_TIME) else _names(whole, figures)
    return None if is_told else Loss.VALUE


def _numbers(token: Token) -> set[Fraction]:
    return {Fraction(match[1]) for key in _keys(token) if (match := _NUMBER.match(key))}


def _tells_hour(time: Token, numbers_kept: set[Fraction]) -> bool:
    """Whether numbers have an hour of a time of day: '3' of '3 p.m.'."""
    hours = {int(number) % _NOON for key in _keys(time) for number in _HOUR.findall(key)}
    return not hours.isdisjoint(int(number) % _NOON for number in numbers_kept)


def _names(whole: Token, figures: Sequence[Token]) -> bool:
    """Whether figures have a number of a date or a title."""
    named = {number for key in _keys(whole) for number in _OTHERS.findall(key)}
    return any(number in named for token in figures for number in _OTHERS.findall(token.key))


def _without_its_many(
    kept: Sequence[str], lost: Sequence[str], language: str | None
) -> Loss | None:
    """'million people' of 'four million people'; nothing is lost with 'one' or 'a'."""
    words = numbers(language)
    if kept[0].lower() not in words.scales and kept[0].lower() not in words.hundreds:
        return None
    many = words.read([word.lower() for word in lost], 0)
    return Loss.UNIT if many is not None and many.value != 1 else None


def _of_any_language(words: Sequence[str], edge: int) -> CutFigure | None:
    """Digits parted from what multiplies them, in a text whose language is not told."""
    if not words[edge - 1].isdecimal():
        return None
    is_scaled = words[edge].lower() in scales_anywhere()
    return CutFigure(edge - 1, edge + 1, Loss.VALUE) if is_scaled else None


def _keys(token: Token) -> tuple[str, ...]:
    return (token.key, *token.also)


def _is_part(word: str, language: str | None, *, outside: bool = False) -> bool:
    lowered = word.lower()
    if any(char.isnumeric() for char in word) or lowered in _parts(language):
        return True
    if outside and (lowered in _ties(language) or lowered in scales_anywhere()):
        return True
    return numbers(language).may_start(lowered)


@cache
def _parts(language: str | None) -> frozenset[str]:
    """Words of which figures are made, beside those that numbers begin with."""
    words = value_words(language)
    phrases = (words.percent, words.morning, words.evening, words.hours)
    named = (words.units, words.currencies, words.letters, words.fractions)
    return frozenset(
        [
            *(word for group in phrases for phrase in group for word in phrase),
            *(word for group in named for phrase in group for word in phrase.split()),
            *words.minus,
        ]
    )


@cache
def _ties(language: str | None) -> frozenset[str]:
    """Words inside a figure, with which none ends: 'and', 'point', 'to'."""
    words = value_words(language)
    return words.joined_by | words.point | words.ranges | words.once
