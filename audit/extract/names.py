"""Resolves how the text names a speaker at one place to the fullest name that it gives anywhere."""

import re
from collections.abc import Iterable

from audit.extract.lexicon import Lexicon
from audit.extract.sentences import Sentence, Token
from audit.model import Span

_WORD = re.compile(r"[\w.'’&/-]+")


class Names:
    """The persons that an article names, in the order in which it names them."""

    def __init__(self, sentences: Iterable[Sentence], words: Lexicon) -> None:
        self._words = words
        self._full: list[tuple[int, str]] = []  # (offset, 'First Last')
        for sentence in sentences:
            self._full.extend(_full_names(sentence.tokens, words))

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span: of a surname, a title and name, or a pronoun."""
        if speaker.text.lower() in self._words.pronouns | self._words.relative:
            return self._person_before(speaker.start) or speaker.text
        person = self._person_in(speaker.text)
        if person is None:
            return _without_article(speaker.text)
        if " " in person:
            return person
        wanted = person.lower()
        for _, name in self._full:
            if name.split()[-1].lower() == wanted:
                return name
        return person if person.lower() == speaker.text.lower() else _without_article(speaker.text)

    def _person_before(self, offset: int) -> str | None:
        before = [name for at, name in self._full if at < offset]
        return before[-1] if before else None

    def _person_in(self, text: str) -> str | None:
        """The last run of capitalised words of a speaker span, less titles."""
        runs: list[list[str]] = [[]]
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].isupper() and word.rstrip(".").lower() not in self._words.titles:
                runs[-1].append(word)
            elif runs[-1]:
                if word.lower() in self._words.prepositions | self._words.relative:
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


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in {"the", "a", "an"} else text
