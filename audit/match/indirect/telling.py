"""The sentences of a source that may tell of what a statement tells, with their figures.

A sentence that shares a telling word with the statement may; what is worked out of its figures may
take those of the sentence before it, or behind it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import Rounding, rounding
from audit.languages.comparison.values import value_words
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.prepared import Prepared
from audit.match.sentences import Sentences
from audit.model import Attribution
from audit.values.measured import SHARE, YEARS, Measured, measured
from audit.values.tokens import Token, tokens

_MOST_SENTENCES = 60  # of them that are read for one figure
_FEWEST_SHARED = 2  # telling words of a statement
_LEAST_SHARED = 0.3  # of them
_COUNTED = 4  # digits of a share that is worked out of things counted
_LONGEST_PHRASE = 3  # words
_EXACT = 3  # digits
_CAPITAL_NOUNS = "de"  # where a capital makes no name
_WIDEST_RANGE = 3  # times its first end, where that may be a year
_STEM = 5  # letters: 'opposed', 'opposing'
_ENGLISH_ENDS = ("ing", "ed", "er")  # 'earned', 'earns'
_PAST, _VOWELS = "ed", "aeiou"  # 'voted', not 'indeed'
_SHORTEST = 3  # letters: 'bus' has no ending
_YEAR = re.compile(r"/(\d{4})$")
_DAY = re.compile(r"=d(\d{1,2})-(\d{1,2})(?:\.\.(\d{1,2}))?(?:/(\d{4}))?")
_ORDINAL = re.compile(r"=([1-9]\d{0,2})\.")
_TIMES = re.compile(r"=@(\d{1,2}):(\d\d)(?:\.\.@(\d{1,2}):(\d\d))?")
_OF_TIME = frozenset({"day", "week", "month", "year", "decade"})
OF_A_MONTH = 365.25 / 12  # days


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
    def _folded(self) -> list[str]:
        return fold(self.text).words.split()

    @cached_property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return [word.lower() for word in self._folded]

    @cached_property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return tokens(self._folded, self.language)

    @cached_property
    def figures(self) -> tuple[Placed, ...]:
        """Its figures in order; two of which one is a part of the other are a share, too."""
        found: list[Placed] = []
        for token in self.tokens:
            if ".." in token.key:
                found += _ends_of_range(token)
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
            is_rough = is_rough and not whole.ways[0].may_be_year
            if is_rough and part.ways[0].value < whole.ways[0].value:
                yield from _share(part, whole, digits=0)
        for part, whole in self._parts(figures):
            yield from _share(part, whole, digits=_COUNTED)

    def _parts(self, figures: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
        """Things counted, and the whole that they are of.

        '28 of its 140', 'of the 140, 28', '140, of which 28', '140 shops, 28 of them'.
        """
        near = rounding(self.language)
        for one, other in pairwise(figures):
            a, b = one.ways[0].value, other.ways[0].value
            if " ".join(self.words[one.end : other.start]) in near.part_of and a < b:
                yield one, other
            elif a > b and (
                self._ends_with(near.part_of, one.start)
                or self._ends_with(near.of_these, other.start)
                or self._begins_with(near.of_these, other.end)
            ):
                yield other, one

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
        """'Every eighth': the ordinal alone is no figure."""
        every = rounding(self.language).every
        for token in self.tokens:
            ordinal = _ORDINAL.fullmatch(token.key)
            if ordinal is None or not token.start or self.words[token.start - 1] not in every:
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
        dated = [int(found[1]) for each in self.tokens if (found := _YEAR.search(each.key))]
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
    def days(self) -> tuple[float, ...]:
        """The days of the calendar in it, counted from a day of their year, or of all years."""
        found: list[float] = []
        for match in filter(None, (_DAY.fullmatch(token.key) for token in self.tokens)):
            month = int(match[1]) * OF_A_MONTH + 365.25 * int(match[4] or 0)
            found += [month + int(day) for day in match.groups()[1:3] if day]
        return tuple(found)

    @cached_property
    def times(self) -> tuple[float, ...]:
        """The times of day in it, as parts of a day."""
        found = filter(None, (_TIMES.fullmatch(token.key) for token in self.tokens))
        ends = [pair for times in found for pair in (times.groups()[:2], times.groups()[2:])]
        return tuple((60 * int(hour) + int(minute)) / 1_440 for hour, minute in ends if hour)

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
        units = value_words(self.language).units
        counted = {at for token in self.tokens for at in range(token.start + 1, token.end)}
        return bool(self.years or self.days) or any(
            units.get(word) in _OF_TIME for at, word in enumerate(self.words) if at not in counted
        )

    def has(self, phrases: frozenset[str]) -> bool:
        """Whether a word or a phrase of several is in it."""
        text = f" {' '.join(self.words)} "
        return any(f" {phrase} " in text for phrase in phrases)


def _ends_of_range(token: Token) -> Iterator[Placed]:
    """Both ends of a range, of which a year before another figure is none: 'in 2010 to $29m'."""
    ends = list(measured(token.key))
    if not ends:
        return iter(())  # of times of day
    first, last = ends[0]._replace(unit=""), ends[-1]
    is_year = first.may_be_year and not last._replace(unit="").may_be_year
    if is_year and not first.value <= last.value <= _WIDEST_RANGE * first.value:
        ends[0] = first
    return (Placed((end,), token.start, token.end) for end in ends)


def _share(part: Placed, whole: Placed, *, digits: int) -> Iterator[Placed]:
    """What a part is of its whole, in percent."""
    a, b = part.ways[0], whole.ways[0]
    if 0 < a.value < b.value and not b.unit:
        figure = Measured(100 * a.value / b.value, SHARE, digits)
        yield Placed((figure,), min(part.start, whole.start), max(part.end, whole.end))


class Passage(NamedTuple):
    """A sentence that may tell of a statement's matter, and those beside it."""

    here: Told
    before: Told | None
    after: Told | None
    stems: frozenset[str]
    number: int  # of the sentence
    names: frozenset[str] = frozenset()  # stems of whom a source may have a pronoun for
    numbers: frozenset[str] = frozenset()  # of the statement, with so many digits

    def tells(self, window: Sequence[Told]) -> bool:
        """Whether sentences plainly tell of the same: several telling words are in them.

        So does another figure of the statement to the last digit.
        """
        there = {stem_of(word, told.language) for told in window for word in told.words}
        shared = len(self.stems & there)
        wanted = len(self.stems - self.names)
        if not self.numbers.isdisjoint(word for told in window for word in told.words):
            return True
        return shared >= min(_FEWEST_SHARED, max(wanted - 1, 1)) and (
            shared >= _LEAST_SHARED * wanted
        )

    @property
    def tells_all(self) -> bool:
        """Whether the sentence has all the telling words."""
        return self.stems <= {stem_of(word, self.here.language) for word in self.here.words}

    @property
    def windows(self) -> tuple[tuple[Told, ...], ...]:
        """The sentence alone, and with either neighbour."""
        pairs = [pair for pair in ((self.before, self.here), (self.here, self.after)) if all(pair)]
        return ((self.here,), *(tuple(filter(None, pair)) for pair in pairs))


def words_of(attribution: Attribution) -> str:
    """A statement's words in one text."""
    return " ".join(content.text for content in attribution.contents)


def passages(statement: str, source: Prepared) -> Iterator[Passage]:
    """The passages of a source that share a telling word with a statement, in order."""
    words = fold(statement).words.split()
    figures = {
        at
        for token in tokens(words, source.language)
        if token.key.startswith("=") and _ORDINAL.fullmatch(token.key) is None
        for at in range(token.start, token.end)
    }
    telling = _telling((word for at, word in enumerate(words) if at not in figures), source)
    stems = frozenset(telling.values())
    names = frozenset(stem for word, stem in telling.items() if _is_name(word, source))
    numbers = frozenset(words[at] for at in figures if _is_exact(words[at]))
    if not stems:
        return
    sentences = source.sentences
    places = sorted(
        {at for stem in stems for at in _having(stem, sentences, source.language)}
        | {at for number in numbers for at in _numbered(number, sentences)}
    )

    def told(at: int) -> Told | None:
        if not 0 <= at < len(sentences.spans):
            return None
        start, end = sentences.spans[at]
        return told_of(source.page.text[start:end], source.language)

    for at in places[:_MOST_SENTENCES]:
        here = told(at)
        if here is not None:
            yield Passage(here, told(at - 1), told(at + 1), stems, at, names, numbers)


def _telling(words: Iterable[str], source: Prepared) -> dict[str, str]:
    """The words that say what a statement is about, with their stems: 'company' of 'company's'."""
    near, known = rounding(source.language), source.vocabulary
    small = known.small | known.units | near.aged | near.apart | near.about | near.each
    parts = (max(word.split("'"), key=len) for word in words)
    return {
        word: stem_of(word.lower(), source.language)
        for word in parts
        if word.lower() not in small and word.isalpha()
    }


def _is_exact(word: str) -> bool:
    """Whether a number has so many digits that no chance has it in two sentences; years have."""
    digits = sum(map(str.isdecimal, word))
    return digits >= _EXACT and not (word.isdecimal() and int(word[:9]) in YEARS)


def _is_name(word: str, source: Prepared) -> bool:
    """Whether a source writes a word with a capital in mid-sentence."""
    if not word[0].isupper() or source.language == _CAPITAL_NOUNS:
        return False
    text = source.page.text
    at = text.find(f" {word}")
    while at > 0 and not (text[at - 1].islower() or text[at - 1] == ","):
        at = text.find(f" {word}", at + 1)
    return at > 0


def _numbered(number: str, sentences: Sentences) -> Iterator[int]:
    """The numbers of the sentences with a number."""
    for word, numbers in sentences.beginning(number):
        if word == number:
            yield from numbers


def _having(stem: str, sentences: Sentences, language: str | None) -> Iterator[int]:
    """The numbers of the sentences with a form of a word that has this stem."""
    for word, numbers in sentences.beginning(stem):
        if stem_of(word, language) == stem:
            yield from numbers
    for form in _irregular(language).get(stem, ()):
        for word, numbers in sentences.beginning(form):
            if word == form:
                yield from numbers


@cache
def _irregular(language: str | None) -> Mapping[str, Sequence[str]]:
    """The irregular forms by the stems of their words, which they do not begin with."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in comparing(language or english.LANGUAGE).inflected:
        stem = stem_of(form, language)
        if not form.startswith(stem):
            found[stem].append(form)
    return dict(found)


@lru_cache(maxsize=4096)  # one statement after another is held against the same sentences
def told_of(text: str, language: str | None) -> Told:
    """A sentence to read."""
    return Told(text, language)


def stem_of(word: str, language: str | None) -> str:
    """The first letters of a word, which it shares with its other forms: 'shop' and 'shops'."""
    stem = lemma(word, language)
    if language in (None, english.LANGUAGE):
        end = next((end for end in _ENGLISH_ENDS if stem.endswith(end)), "")
        rest = len(stem) - len(end)
        is_past = end == _PAST and rest == _SHORTEST and stem[-3] not in _VOWELS
        stem = stem.removesuffix(end) if rest > _SHORTEST or is_past else stem
    if len(stem) > _SHORTEST:
        stem = stem.removesuffix("s").removesuffix("e")
    return stem[:_STEM]


def lemma(word: str, language: str | None) -> str:
    """The word that an irregular form belongs to: 'spend' of 'spent'; others as they are."""
    return comparing(language or english.LANGUAGE).inflected.get(word, word)


def figures_of(window: Sequence[Told]) -> list[Measured]:
    """The figures of sentences in order, years left out, as first read."""
    return [figure for told in window for figure in told.measures]
