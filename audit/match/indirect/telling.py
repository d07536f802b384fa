"""The sentences of a source that may tell of what a statement tells, with their figures.

A sentence that shares a telling word with the statement may; what is worked out of its figures may
take those of the sentence before it, or behind it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from audit.languages.comparison.comparing import comparing
from audit.languages.comparison.rounding import rounding
from audit.languages.extraction import english
from audit.match.folding.fold import fold
from audit.match.indirect.stems import longer_part, stem_of
from audit.match.indirect.told import ORDINAL, Told, told_of
from audit.match.prepared.sentences import Sentences
from audit.match.prepared.source import Prepared
from audit.model import Attribution, Fact
from audit.values.measured import YEARS
from audit.values.tokens import tokens

CLAUSE = re.compile(r"[,;:—–](?=\s)|[()]")
"""What stands between two clauses."""
_MOST_SENTENCES = 60  # of them that are read for one figure
_FEWEST_SHARED = 2  # telling words of a statement
_LEAST_SHARED = 0.3  # of them
_EXACT = 3  # digits
_YEAR = re.compile(r"1[7-9]\d\d|20\d\d")
CAPITAL_NOUNS = "de"
"""The language in which a capital makes no name."""


class Passage(NamedTuple):
    """A sentence that may tell of a statement's matter, and those beside it."""

    here: Told
    before: Told | None
    after: Told | None
    stems: frozenset[str]
    number: int  # of the sentence
    names: frozenset[str] = frozenset()  # stems of whom a source may have a pronoun for
    numbers: frozenset[str] = frozenset()  # of the statement, with so many digits
    years: frozenset[str] = frozenset()  # of the statement

    def tells(self, window: Sequence[Told]) -> bool:
        """Whether sentences plainly tell of the same: several telling words are in them.

        So does another figure of the statement to the last digit; a year of it is as a word.
        """
        if any(not self.numbers.isdisjoint(told.longer_parts) for told in window):
            return True
        there = frozenset[str]().union(*(told.stems for told in window))
        has_year = any(not self.years.isdisjoint(told.longer_parts) for told in window)
        shared = len(self.stems & there) + has_year
        wanted = len(self.stems - self.names)
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


def clause_of(attribution: Attribution, fact: Fact) -> str:
    """The clause of a statement that has a fact."""
    for part in attribution.contents:
        if part.start <= fact.span.start < part.end:
            at = fact.span.start - part.start
            signs = [*CLAUSE.finditer(part.text)]
            begins = max((sign.end() for sign in signs if sign.end() <= at), default=0)
            ends = min((sign.start() for sign in signs if sign.start() >= at), default=None)
            return part.text[begins:ends]
    return ""


class Matter:
    """What a statement is about, looked for in the sentences of a source.

    ``shared`` has how many of the telling words each sentence has a form of, by its number.
    """

    def __init__(self, statement: str, source: Prepared) -> None:
        self._source = source
        words = fold(statement).words.split()
        figures = {
            at
            for token in tokens(words, source.language)
            if token.key.startswith("=") and ORDINAL.fullmatch(token.key) is None
            for at in range(token.start, token.end)
        }
        telling = _telling((word for at, word in enumerate(words) if at not in figures), source)
        self.stems = frozenset(telling.values())
        self._names = frozenset(stem for word, stem in telling.items() if is_name(word, source))
        self._numbers = frozenset(words[at] for at in figures if _is_exact(words[at]))
        self._years = frozenset(word for word in words if _YEAR.fullmatch(word))

    @cached_property
    def shared(self) -> Counter[int]:
        """See above."""
        sentences, language = self._source.sentences, self._source.language
        found: Counter[int] = Counter()
        for stem in self.stems:
            found.update(set(_having(stem, sentences, language)))
        return found

    @property
    def told(self) -> list[int]:
        """The numbers of the sentences that share a telling word with it, or have its number.

        Of very many those that share most.
        """
        if not self.stems:
            return []
        numbered = {at for each in self._numbers for at in _numbered(each, self._source.sentences)}
        found = sorted(numbered | self.shared.keys())
        if len(found) > _MOST_SENTENCES:
            found.sort(key=lambda at: (at not in numbered, -self.shared[at]))
        return sorted(found[:_MOST_SENTENCES])

    def passage(self, number: int) -> Passage:
        """The sentence of a number, and those beside it."""
        here = self._sentence(number)
        before, after = self._beside(number - 1), self._beside(number + 1)
        facts = self._names, self._numbers, self._years
        return Passage(here, before, after, self.stems, number, *facts)

    def _beside(self, number: int) -> Told | None:
        is_one = 0 <= number < len(self._source.sentences.spans)
        return self._sentence(number) if is_one else None

    def _sentence(self, number: int) -> Told:
        start, end = self._source.sentences.spans[number]
        return told_of(self._source.page.text[start:end], self._source.language)


def passages(statement: str, source: Prepared) -> Iterator[Passage]:
    """The passages of a source that share a telling word with a statement, in order."""
    matter = Matter(statement, source)
    return map(matter.passage, matter.told)


def _telling(words: Iterable[str], source: Prepared) -> dict[str, str]:
    """The words that say what a statement is about, with their stems: 'company' of 'company's'."""
    small, units = _tell_nothing(source.language)
    parts = map(longer_part, words)
    found = {
        word: stem_of(word.lower(), source.language)
        for word in parts
        if word.lower() not in small and word.isalpha()
    }
    return {word: stem for word, stem in found.items() if stem not in units}


@cache
def _tell_nothing(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The words that say nothing of what a statement is about, and the stems of units."""
    near, known = rounding(language), comparing(language or english.LANGUAGE)
    small = known.small | known.units | known.modals | near.aged | near.apart | near.about
    small |= near.each | near.above | near.below | near.pair
    return small, frozenset(stem_of(unit, language) for unit in known.units)


def _is_exact(word: str) -> bool:
    """Whether a number has so many digits that no chance has it in two sentences; years have."""
    digits = sum(map(str.isdecimal, word))
    return digits >= _EXACT and not (word.isdecimal() and int(word[:9]) in YEARS)


def is_name(word: str, source: Prepared) -> bool:
    """Whether a source writes a word with a capital in mid-sentence."""
    if not word[0].isupper() or source.language == CAPITAL_NOUNS:
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
