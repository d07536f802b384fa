"""Knows persons by what they are: 'the minister', where one minister alone has a name.

A name learns its callings from its title, the noun before it and its apposition; a later 'the
minister' with a verb behind it is that person, or somebody without a name.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from audit.extract.english.persons.named import Named
from audit.extract.english.persons.ranks import verb_at
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import (
    Lexicon,
    PersonWords,
    lexicon,
    person_words,
)

_APPOSED = 6  # tokens of ', a retired district nurse'
_LED = 3  # tokens of 'the former district nurse'


class Called(NamedTuple):
    """'the minister' at token ``at`` of a sentence, by its noun."""

    at: int
    noun: str


@cache
def callings() -> frozenset[str]:
    """What somebody may be called by: 'minister', 'nurse', 'survivor'."""
    words = lexicon()
    return (person_words().occupations | words.titles | words.roles) - words.institutions


class Callings:
    """Which names of an article are of a minister, of a nurse."""

    def __init__(self, words: Lexicon, persons: PersonWords) -> None:
        self._words = words
        self._persons = persons
        self._names: dict[str, set[str]] = {}

    def learn(self, tokens: Sequence[Token], found: Sequence[Named]) -> None:
        """Takes in what a sentence says that those are whom it names."""
        for named in found:
            if named.is_person is False or not _may_be_called(tokens, named):
                continue
            for noun in self._of(tokens, named):
                self._names.setdefault(noun, set()).add(named.name)

    def names(self, noun: str) -> frozenset[str]:
        """The names of all who are called so."""
        return frozenset(self._names.get(noun, ()))

    def subjects(self, tokens: list[Token]) -> list[Called]:
        """The subjects of a sentence that are somebody by a calling alone."""
        lows = [token.low for token in tokens[:-1]]
        return [] if "the" not in lows else list(self._called(tokens, lows))

    def _called(self, tokens: list[Token], lows: list[str]) -> Iterator[Called]:
        for at, low in enumerate(lows):
            if low != "the":
                continue
            noun = self._noun(tokens[at + 1 : at + 1 + _LED])
            if noun is not None and verb_at(tokens, at + 2 + noun, self._words):
                yield Called(at, lows[at + 1 + noun])

    def _noun(self, tokens: Sequence[Token]) -> int | None:
        """Where the calling that ends a phrase stands in it."""
        last = None
        for at, token in enumerate(tokens):
            if not token.is_word or token.text != token.low:
                break
            if token.low in callings():
                last = at
        return last

    def tells_person(self, noun: str) -> bool:
        """Whether a calling is one of persons only: 'minister', not 'network'."""
        return among(noun, self._persons.occupations, self._words.titles)

    def _of(self, tokens: Sequence[Token], named: Named) -> Iterator[str]:
        run = named.run
        if named.title is not None:
            yield named.title.lower().split()[-1]
        before = run.start - 1
        before -= before > 0 and tokens[before].text == ","
        if before >= 0 and tokens[before].low in callings():
            yield tokens[before].low
        if run.stop + 1 >= len(tokens) or tokens[run.stop].text != ",":
            return
        for token in tokens[run.stop + 1 : run.stop + _APPOSED]:
            if not token.is_word or among(token.low, self._words.prepositions, self._words.finite):
                return
            if token.low in callings():
                yield token.low


def _may_be_called(tokens: Sequence[Token], named: Named) -> bool:
    """Whether a title, a calling or a comma stands beside a name."""
    before = tokens[named.run.start - 1] if named.run.start else None
    if named.title is not None or (before is not None and before.low in callings()):
        return True
    behind = tokens[named.run.stop].text if named.run.stop < len(tokens) else ""
    return behind == "," or (before is not None and before.text == ",")
