"""Resolves how the text names a speaker at one place to the fullest name that it gives anywhere."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from audit.extract.lexicon import Lexicon, among
from audit.extract.sentences import Sentence, Token
from audit.model import Span

_ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"[\w.'’&/-]+")


class Names:
    """The persons that an article names, in the order in which it names them."""

    def __init__(self, sentences: Iterable[Sentence], words: Lexicon) -> None:
        self._words = words
        self._offsets: list[int] = []
        self._full: list[str] = []  # 'First Last', each at its offset
        self._by_surname: dict[str, str] = {}
        for sentence in sentences:
            for offset, name in _full_names(sentence.tokens, words):
                self._offsets.append(offset)
                self._full.append(name)
                self._by_surname.setdefault(name.split()[-1].lower(), name)

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span: of a surname, a title and name, or a pronoun."""
        if among(speaker.text.lower(), self._words.pronouns, self._words.relative):
            return self._person_before(speaker.start) or speaker.text
        person = self._person_in(speaker.text)
        if person is None:
            return _plain(speaker.text)
        if " " in person:
            return person
        full = self._by_surname.get(person.lower())
        if full is not None:
            return full
        return person if person.lower() == speaker.text.lower() else _plain(speaker.text)

    def _ends_a_name(self, word: str) -> bool:
        return among(word.lower(), self._words.prepositions, self._words.relative)

    def _ends_in_name(self, text: str) -> bool:
        """Whether the words before a preposition end in a name: not 'a CNN poll', 'a count by the AP'."""
        head = ""
        for match in _WORD.finditer(text):
            if head and self._ends_a_name(match.group()):
                break
            head = match.group()
        return head[:1].isupper()

    def _person_before(self, offset: int) -> str | None:
        index = bisect_left(self._offsets, offset)
        return self._full[index - 1] if index else None

    def _person_in(self, text: str) -> str | None:
        """The last run of capitalised words of a speaker span, less titles; None of a description."""
        if not self._ends_in_name(text):
            return None
        runs: list[list[str]] = [[]]
        for match in _WORD.finditer(text):
            word = match.group()
            if word.lower() in _ARTICLES:
                continue
            if word[0].isupper() and word.rstrip(".").lower() not in self._words.titles:
                runs[-1].append(word)
            elif runs[-1]:
                if self._ends_a_name(word):
                    break
                runs.append([])
        named = [run for run in runs if run]
        return " ".join(named[-1]) if named else None


def _full_names(tokens: list[Token], words: Lexicon) -> list[tuple[int, str]]:
    """Runs of two to four capitalised words in mid-sentence, or behind a title at its start."""
    found: list[tuple[int, str]] = []
    run: list[Token] = []
    for token in [*tokens, Token(0, 0, ".", ".")]:
        if token.is_name and token.text[0].isalpha() and token.low not in words.conjunctions:
            if token.low not in words.titles:
                run.append(token)
            continue
        if 2 <= len(run) <= 4 and not any(word.low in words.determiners for word in run):
            found.append((run[0].start, " ".join(word.text for word in run)))
        run = []
    return found


def _plain(text: str) -> str:
    """A description as it stands in mid-sentence: 'The Taliban' is 'the Taliban'."""
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in _ARTICLES else text
