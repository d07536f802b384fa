"""Resolves how the text names a speaker at one place to the fullest name that it gives anywhere."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from audit.extract.outlets.gazetteer import known_names
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.english import Lexicon, given_names
from audit.model import Span

_ARTICLES = frozenset({"the", "a", "an"})
_GENDERED = frozenset({"he", "she"})
_NOBODY = frozenset({"they", "we", "i", "it", "you"})  # stand for no single person named before
_TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "congressman", "spokesman"), "he"),
    **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady", "queen", "princess"), "she"),
    **dict.fromkeys(("congresswoman", "spokeswoman", "chairwoman", "councilwoman"), "she"),
}
_POSSESSIVE = ("'s", "’s")
_NEAR = 8  # mentions among which one that is certainly a person comes first
_REMEMBERED = 40  # mentions that a pronoun may reach back over
_WORD = re.compile(r"[\w.'’&/-]+")


class Person(NamedTuple):
    """A full name, and the ``pronoun`` that its title or given name asks for, if either tells.

    ``certain``: a title, a role or the given name says that it is a person's.
    """

    name: str
    pronoun: str | None
    certain: bool


class Names:
    """The persons that an article names, in the order in which it names them."""

    def __init__(self, sentences: Iterable[Sentence], words: Lexicon) -> None:
        self._words = words
        self._offsets: list[int] = []
        self._mentioned: list[Person] = []  # each at its offset, by full name or surname
        self._by_surname: dict[str, Person] = {}
        for sentence in sentences:
            for offset, person in self._in_sentence(sentence.tokens):
                self._offsets.append(offset)
                self._mentioned.append(person)

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span: of a surname, a title and name, or a pronoun."""
        low = speaker.text.lower()
        if low in _NOBODY:
            return speaker.text
        if among(low, self._words.pronouns, self._words.relative):
            return self._person_before(speaker.start, low) or speaker.text
        name = self._person_in(speaker.text)
        if name is None:
            return _plain(speaker.text)
        if " " in name:
            return name
        full = self._by_surname.get(name.lower())
        if full is not None:
            return full.name
        return name if name.lower() == low else _plain(speaker.text)

    def _in_sentence(self, tokens: list[Token]) -> Iterator[tuple[int, Person]]:
        taken: set[int] = set()
        found: list[tuple[int, Person]] = []
        for first, end, person in _full_names(tokens, self._words):
            known = self._by_surname.setdefault(person.name.split()[-1].lower(), person)
            named = known if known.name == person.name else person
            found.append((tokens[first].start, _at_rank(tokens, end, named)))
            taken.update(range(first, end))
        for at, token in enumerate(tokens):
            if token.low in self._by_surname and at not in taken and token.is_name:
                found.append((token.start, _at_rank(tokens, at + 1, self._by_surname[token.low])))
        return iter(sorted(found, key=lambda mention: mention[0]))

    def _is_title(self, word: str, before: list[str]) -> bool:
        """Whether a capitalised word is what a person is.

        'Mr', or a 'Manager' that begins a phrase.
        """
        low = word.rstrip(".").lower()
        return low in self._words.titles or (not before and low in self._words.roles)

    def _ends_a_name(self, word: str) -> bool:
        return among(word.lower(), self._words.prepositions, self._words.relative)

    def _ends_in_name(self, text: str) -> bool:
        """Whether the words before a preposition end in a name.

        Not 'a CNN poll', 'a count by the AP'.
        """
        head = ""
        for match in _WORD.finditer(text):
            if head and self._ends_a_name(match.group()):
                break
            head = match.group()
        return head[:1].isupper()

    def _person_before(self, offset: int, pronoun: str) -> str | None:
        """The person named last before an offset whom the pronoun may stand for."""
        index = bisect_left(self._offsets, offset)
        remembered = reversed(self._mentioned[max(index - _REMEMBERED, 0) : index])
        fitting = [
            person
            for person in remembered
            if pronoun not in _GENDERED or person.pronoun in {None, pronoun}
        ]
        certain = next((person for person in fitting[:_NEAR] if person.certain), None)
        found = certain or (fitting[0] if fitting else None)
        return found.name if found is not None else None

    def _person_in(self, text: str) -> str | None:
        """The last run of capitalised words of a speaker span, less titles.

        None of a description.
        """
        if not self._ends_in_name(text):
            return None
        runs: list[list[str]] = [[]]
        for match in _WORD.finditer(text):
            word = match.group()
            if word.lower() in _ARTICLES:
                continue
            if runs[-1] and runs[-1][-1].endswith(_POSSESSIVE) and word.lower() in given_names():
                runs.append([])  # "the BBC's Chris Mason"
            if word[0].isupper() and not self._is_title(word, runs[-1]):
                runs[-1].append(word)
            elif runs[-1]:
                if self._ends_a_name(word):
                    break
                runs.append([])
        named = [run for run in runs if run]
        return " ".join(named[-1]) if named else None


def _full_names(tokens: list[Token], words: Lexicon) -> list[tuple[int, int, Person]]:
    """Runs of two to four capitalised words in mid-sentence, or behind a title at its start.

    Each as its first token, the one behind its last, and the person; names of outlets, places and
    institutions are left out as far as their words tell.
    """
    found: list[tuple[int, int, Person]] = []
    for first, end, run, titles in _runs(tokens, words):
        if 2 <= len(run) <= 4 and _is_person(run, words):
            name = " ".join(word.text for word in run)
            pronoun = _pronoun_of(run[0].low, titles)
            described = first > 0 and tokens[first - 1].low in words.roles
            found.append((first, end, Person(name, pronoun, bool(pronoun or titles or described))))
    return found


def _runs(tokens: list[Token], words: Lexicon) -> Iterator[tuple[int, int, list[Token], list[str]]]:
    """Capitalised words on end.

    The first, the one behind the last, the words, the titles among them.
    """
    first = 0
    run: list[Token] = []
    titles: list[str] = []
    for at, token in enumerate([*tokens, Token(0, 0, ".", ".")]):
        if token.low == token.text and not run and not titles:
            continue
        if token.is_name and token.text[0].isalpha() and token.low not in words.conjunctions:
            if token.low in words.titles or (token.low in words.roles and not run):
                titles.append(token.low)
            else:
                first = first if run else at
                run.append(token)
        elif run or token.text != ".":  # not in 'Mrs. Clinton'
            yield first, at, run, titles
            run, titles = [], []


def _at_rank(tokens: list[Token], end: int, person: Person) -> Person:
    """A person as mentioned: whose things are spoken of is rarely whom a pronoun is for."""
    owns = end < len(tokens) and tokens[end].low == "'s"
    return person._replace(certain=False) if owns else person


def _is_person(run: list[Token], words: Lexicon) -> bool:
    if any(among(word.low, words.determiners, words.institutions) for word in run):
        return False
    return not any(
        tuple(word.text for word in run[: len(name.words)]) == name.words
        for name in known_names().get(run[0].text, ())
    )


def _pronoun_of(given: str, titles: list[str]) -> str | None:
    """'he' or 'she', as a title or the given name tells; None where neither does."""
    for title in titles:
        if title in _TITLES:
            return _TITLES[title]
    return given_names().get(given)


def _plain(text: str) -> str:
    """A description as it stands in mid-sentence: 'The Taliban' is 'the Taliban'."""
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in _ARTICLES else text
