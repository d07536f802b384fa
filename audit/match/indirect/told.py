"""A sentence with its figures: what each may be, and what the words between make of two.

'28 of its 140 shops' has 28, 140 and a fifth; '1987' may be a year, '1,987' is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import value_words
from audit.match.folding.fold import Folded, fold
from audit.match.indirect.stems import longer_part, stem_of
from audit.match.prepared.source import Prepared, split_words, word_spans
from audit.values.measured import SHARE, Measured, measured
from audit.values.stretch import Token
from audit.values.times.clock import minutes_of
from audit.values.times.dates import CalendarDate, calendar_date
from audit.values.tokens import own_tokens

_PARTING = frozenset(",;:–—()")  # signs between clauses
_COUNTED = 4  # digits of a share that is worked out of things counted
_SCALES = (10**9, 10**6)
_LEAST_SCALED = 10**6
_LONGEST_PHRASE = 3  # words
_LONGEST_COUNTED = 4  # words: 'un agent de police' of five
_LARGEST_PART = 3  # of a share with what is counted between: 'one teacher in eight'
_WIDEST_RANGE = 3  # times its first end, where that may be a year
_THOUSANDS = re.compile(r"\d[.,'\u2019]\d{3}")
ORDINAL = re.compile(r"=([1-9]\d{0,2})\.")
"""The key of a number in an order."""
_OF_TIME = frozenset({"day", "week", "month", "year", "decade"})
OF_A_MONTH = 365.25 / 12  # days
_DAY_IN_MINUTES = 1_440


class Counted(Measured):
    """A number with a sign between its thousands, which no year has: '1,987'."""

    __slots__ = ()

    @property
    def may_be_year(self) -> bool:
        """It is none."""
        return False


class Placed(NamedTuple):
    """A figure of a sentence: what it may be, and which words it is."""

    ways: tuple[Measured, ...]
    start: int
    end: int

    @property
    def is_share(self) -> bool:
        """Whether it is of hundred."""
        return self.ways[0].unit == SHARE


@dataclass(frozen=True)
class Told:
    """A sentence, read when it is asked for. No slots: what was read lives in its dictionary."""

    text: str
    language: str | None

    @cached_property
    def _folded(self) -> Folded:
        return fold(self.text)

    @cached_property
    def as_written(self) -> list[str]:
        """Its folded words in their own case."""
        return split_words(self._folded.words)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each of the words begins and ends in the text."""
        return word_spans(self._folded, self.as_written)

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return [word.lower() for word in self.as_written]

    @cached_property
    def longer_parts(self) -> frozenset[str]:
        """Its words, of those with an apostrophe the longer part."""
        return frozenset(map(longer_part, self.words))

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words share with their other forms."""
        return frozenset(stem_of(word, self.language) for word in self.longer_parts)

    @cached_property
    def tokens(self) -> list[Token]:
        """Its tokens that are no plain words, and words that begin others elsewhere: 'May'."""
        found = own_tokens(self.as_written, self.language)
        breaks = frozenset(at for each in found if ".." in each.key for at in self._commas(each))
        return own_tokens(self.as_written, self.language, breaks=breaks) if breaks else found

    def _commas(self, token: Token) -> Iterator[int]:
        """Before which words of a range a comma stands: '5 %, à 4,2 millions' is none."""
        return (at for at in range(token.start + 1, token.end) if "," in self.between(at, at))

    def between(self, end: int, start: int) -> str:
        """The characters between the word that ends at ``end`` and the one at ``start``."""
        return self.text[self.spans[end - 1][1] : self.spans[start][0]]

    def is_parted(self, at: int) -> bool:
        """Whether a sign that parts clauses stands right before a word."""
        return not _PARTING.isdisjoint(self.between(at, at))

    def written(self, start: int, end: int) -> str:
        """The characters of ``words[start:end]`` in the text."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]

    @cached_property
    def figures(self) -> tuple[Placed, ...]:
        """Its figures in order; two of which one is a part of the other are a share, too."""
        found: list[Placed] = []
        average = rounding(self.language).average
        for token in self.tokens:
            if token.end == token.start + 1 and self.words[token.start] in average:
                continue  # 'de media' is no half
            if ".." in token.key:
                words = self.as_written[token.start : token.end]
                found += _ends_of_range(token, words[:1], words[-1:])
                continue
            keys = (*token.also, token.key) if "+" in token.key else (token.key, *token.also)
            ways = tuple(way for key in keys for way in measured(key))
            if not all(word.isdecimal() for word in self.words[token.start : token.end][:1]) or (
                token.end > token.start + 1 and ways and not ways[0].unit
            ):
                ways = tuple(Counted(*way) for way in ways)
            if ways:
                found.append(Placed(ways, token.start, token.end))
        return (*found, *self._shares(found), *self._shares_by_order())

    @cached_property
    def measures(self) -> tuple[Measured, ...]:
        """Its figures as first read, in order, without what may be a year."""
        return tuple(figure for each in self.figures if not (figure := each.ways[0]).may_be_year)

    def _shares(self, figures: Sequence[Placed]) -> Iterator[Placed]:
        """'One in five', 'two out of three', '28 of its 140'."""
        of_whole = rounding(self.language).of_whole
        for part, whole in pairwise(figures):
            is_rough = " ".join(self.words[part.end : whole.start]) in of_whole
            is_rough = is_rough or self._is_counted_between(part, whole)
            is_rough = is_rough and not whole.ways[0].may_be_year
            if is_rough and part.ways[0].value < whole.ways[0].value:
                yield from _share(part, whole, digits=0)
        for whole in figures:
            yield from self._share_of_once(whole)
        for part, whole in (*self._parts(figures), *self._parts_of_first(figures)):
            yield from _share(part, whole, digits=_COUNTED)

    def _is_counted_between(self, part: Placed, whole: Placed) -> bool:
        """'One teacher in eight': what is counted stands behind the part, and once."""
        between, of_whole = self.words[part.end : whole.start], rounding(self.language).of_whole
        is_small = not part.ways[0].unit and part.ways[0].value <= _LARGEST_PART
        return is_small and not whole.ways[0].unit and " ".join(between[1:]) in of_whole

    def _share_of_once(self, whole: Placed) -> Iterator[Placed]:
        """'Una de cada cuatro', 'un client sur six': the part is told by an article."""
        once, of_whole = value_words(self.language).once, rounding(self.language).of_whole
        for many in (2, 1):
            before = self.words[max(whole.start - many - _LONGEST_COUNTED, 0) : whole.start]
            ends = " ".join(before[-many:]) in of_whole and len(before) > many
            if ends and not once.isdisjoint(before[:-many]) and not whole.ways[0].may_be_year:
                part = Placed((Measured(1, "", 1),), whole.start - len(before), whole.start)
                yield from _share(part, whole, digits=0)
                return

    def _parts(self, figures: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
        """Things counted, and the whole that they are of.

        '28 of its 140', 'of the 140, 28', '140, of which 28', '140 shops, 28 of them'.
        """
        near = rounding(self.language)
        for one, other in pairwise(figures):
            a, b = one.ways[0].value, other.ways[0].value
            between = self.words[one.end : other.start]
            is_of = " ".join(between) in near.part_of or " ".join(between[1:]) in near.part_of
            if is_of and a < b:  # 'three of the 28', 'trois communes sur les 28'
                yield one, other
            elif a > b and (
                self._ends_with(near.part_of, one.start)
                or self._ends_with(near.of_these, other.start)
                or self._ends_with(near.of_these, other.start - 1)  # 'davon kamen 1,6'
                or self._begins_with(near.of_these, other.end)
            ):
                yield other, one

    def _parts_of_first(self, figures: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
        """Of a whole that begins a sentence, the figure behind the next: 'Of 88 at two …, 79'."""
        whole, _, part = (*figures[:3], None, None, None)[:3]
        if whole is None or part is None or whole.start > _LONGEST_PHRASE:
            return
        is_smaller = part.ways[0].value < whole.ways[0].value and not part.ways[0].unit
        if is_smaller and self._ends_with(rounding(self.language).part_of, whole.start):
            yield part, whole

    def _ends_with(self, phrases: frozenset[str], at: int) -> bool:
        """Whether one of some phrases stands right before a word."""
        return any(
            " ".join(self.words[max(at - length, 0) : at]) in phrases
            for length in range(1, _LONGEST_PHRASE + 1)
        )

    def _begins_with(self, phrases: frozenset[str], at: int) -> bool:
        """Whether one of some phrases stands right at a word."""
        return any(
            " ".join(self.words[at : at + length]) in phrases
            for length in range(1, _LONGEST_PHRASE + 1)
        )

    def _shares_by_order(self) -> Iterator[Placed]:
        """'Every eighth', 'by a fifth': the ordinal alone is no figure."""
        every = rounding(self.language).every
        for token in self.tokens:
            ordinal = ORDINAL.fullmatch(token.key)
            if ordinal is None or not self._ends_with(every, token.start):
                continue
            share = Measured(100 / int(ordinal[1]), SHARE, 0)
            yield Placed((share,), token.start, token.end)

    @cached_property
    def parts(self) -> tuple[tuple[Placed, Placed], ...]:
        """Things counted in it, each with the whole that it is of: '28 of its 140 shops'."""
        return tuple(self._parts([each for each in self.figures if not each.is_share]))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in it, alone or of a date."""
        alone = [int(each.ways[0].value) for each in self.figures if each.ways[0].may_be_year]
        dated = (each.year for each in self.dates if each.year is not None)
        return (*alone, *dated)

    @cached_property
    def spans_of_years(self) -> tuple[tuple[int, int], ...]:
        """The first and the last year of each range of years in it."""
        return tuple(
            (int(one.ways[0].value), int(other.ways[0].value))
            for one, other in pairwise(self.figures)
            if one.start == other.start and one.ways[0].may_be_year and other.ways[0].may_be_year
        )

    @cached_property
    def dates(self) -> tuple[CalendarDate, ...]:
        """The dates in it but months alone."""
        return tuple(filter(None, (calendar_date(token.key) for token in self.tokens)))

    @property
    def days(self) -> tuple[float, ...]:
        """The days of the calendar in it, counted from a day of their year, or of all years."""
        return tuple(
            each.month * OF_A_MONTH + 365.25 * (each.year or 0) + day
            for each in self.dates
            for day in {each.first, each.last} - {0}
        )

    @cached_property
    def times(self) -> tuple[float, ...]:
        """The times of day in it, as parts of a day."""
        minutes = (each for token in self.tokens for each in minutes_of(token.key))
        return tuple(each / _DAY_IN_MINUTES for each in minutes)

    def changes_by(self, placed: Placed, near: Rounding) -> bool:
        """Whether a figure is by how much another changes: 'two more', 'up 47'."""
        if placed.ways[0].value < 0:  # 'menos 47'
            return True
        beside = self.words[placed.end : placed.end + 2]  # 'neun Züge mehr'
        beside += self.words[max(placed.start - 1, 0) : placed.start]
        return not near.apart.isdisjoint(beside)

    @cached_property
    def names_time(self) -> bool:
        """Whether it has a year or a day, or a word as 'year' beside its figures."""
        return bool(self.years or self.days) or not _OF_TIME.isdisjoint(self.units)

    @cached_property
    def units(self) -> frozenset[str]:
        """The units that are named apart from any figure: 'days' of 'days lost fell to 7.7'."""
        known = value_words(self.language).units
        counted = {at for token in self.tokens for at in range(token.start + 1, token.end)}
        words = (word for at, word in enumerate(self.words) if at not in counted)
        return frozenset(known[word] for word in words if word in known)

    def ways(self, placed: Placed, unit: str) -> Iterator[Measured]:
        """What a figure may be, a plain number also of a unit that is named apart."""
        for way in placed.ways:
            yield way
            if not way.unit and unit in self.units:
                yield way._replace(unit=unit)

    def has(self, phrases: frozenset[str]) -> bool:
        """Whether a word or a phrase of several is in it."""
        text = f" {' '.join(self.words)} "
        return any(f" {phrase} " in text for phrase in phrases)


def _ends_of_range(
    token: Token, first_word: Sequence[str], last_word: Sequence[str]
) -> Iterator[Placed]:
    """Both ends of a range, of which a year before another figure is none: 'in 2010 to $29m'."""
    ends = list(measured(token.key))
    if len(ends) == 2:  # 'from 1,920 to 1,540'
        ends = [
            Counted(*end) if any(map(_THOUSANDS.search, word)) else end
            for end, word in zip(ends, (first_word, last_word), strict=True)
        ]
    if not ends:
        return iter(())  # of times of day
    first, last = ends[0]._replace(unit=""), ends[-1]
    is_year = first.may_be_year and not last._replace(unit="").may_be_year
    if is_year and not first.value <= last.value <= _WIDEST_RANGE * first.value:
        ends[0] = first
    if len(ends) > 1 and ends[0].value < _LEAST_SCALED <= last.value:  # '31 to 19 million'
        scale = next((scale for scale in _SCALES if last.value >= scale), 1)
        ends[0] = ends[0]._replace(value=ends[0].value * scale)
    return (Placed((end,), token.start, token.end) for end in ends)


def _share(part: Placed, whole: Placed, *, digits: int) -> Iterator[Placed]:
    """What a part is of its whole, in percent."""
    a, b = part.ways[0], whole.ways[0]
    if 0 < a.value < b.value and (not b.unit or a.unit in ("", b.unit)):
        figure = Measured(100 * a.value / b.value, SHARE, digits)
        yield Placed((figure,), min(part.start, whole.start), max(part.end, whole.end))


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def told_of(text: str, language: str | None) -> Told:
    """A sentence to read."""
    return Told(text, language)


def first_sentences(source: Prepared, most: int) -> Iterator[Told]:
    """The first sentences of a source, to read."""
    text = source.page.text
    for start, end in source.sentences.spans[:most]:
        yield told_of(text[start:end], source.language)


def figures_of(window: Sequence[Told]) -> list[Measured]:
    """The figures of sentences in order, years left out, as first read."""
    return [figure for told in window for figure in told.measures]
