"""Resolves how the text names a speaker at one place to the fullest name that it gives anywhere."""

import re
from collections.abc import Iterable, Mapping, Sequence

from audit.extract.english.persons.antecedents import Antecedents, Mention, Person
from audit.extract.english.persons.employers import without_employers
from audit.extract.english.persons.people import Named, Rank, find_names, is_capital, is_title, runs
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, given_names, person_words
from audit.languages.extraction.english_small_words import small_words
from audit.model import Span

_WORD = re.compile(r"(?:[^\W\d_]\.)+|[’'][sS]\b|[@\w](?:[\w.&/-]|[’'](?![sS]\b))*|[^\w\s]")


class Names:
    """The persons that an article names, and whom its pronouns stand for."""

    def __init__(self, sentences: Iterable[Sentence], words: Lexicon) -> None:
        self._words = words
        self._persons = person_words()
        self._by_name: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        read = [(each.tokens, self._named(each.tokens)) for each in sentences]
        for _, found in read:
            for named in found:
                self._add(named)
        self._antecedents = Antecedents(words, self._persons)
        for tokens, found in read:
            self._antecedents.read(tokens, self._mentions(found))

    def _named(self, tokens: list[Token]) -> list[Named]:
        found = find_names(tokens, self._words, self._persons)
        return without_employers(tokens, found, self._persons)

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of persons by their full names: 'Prime Minister' of 'Anna Holt'."""
        return {
            person.name: person.title
            for person in self._by_name.values()
            if person.title is not None
        }

    def resolve(self, speaker: Span) -> str:
        """The full name behind a speaker span: of a surname, a title and name, or a pronoun."""
        low = speaker.text.lower()
        if low in small_words().everybody or low in self._words.relative:
            return speaker.text
        if low in self._words.pronouns or low in small_words().owners:
            person = self._antecedents.behind.get(speaker.start)
            return person.name if person is not None else speaker.text
        return self._full_name(speaker.text) or _plain(speaker.text)

    def _add(self, named: Named) -> None:
        """Takes in a name of two words or more, or one that a noun tells to be a person's."""
        words = named.name.split()
        if self._titled(named.name) is not None or self._is_surname(words):
            return
        if len(words) < 2 and not (named.is_person and named.pronoun):
            self._learn(named)
            return
        person = self._by_name.get(named.name)
        if person is None:
            if len(words) < 2 and (
                named.name.lower() in self._by_last or self._called(named) is not None
            ):
                self._learn(named)
                return
            is_group = named.is_person is False
            person = Person(named.name, is_group=is_group)
            self._by_name[named.name] = person
            if not is_group:
                whole = words[:-1] if words[-1].lower() in self._persons.suffixes else words
                for start in range(1, len(whole)):  # 'Te Rangi' of 'Ihaia Te Rangi'
                    last = " ".join(whole[start:]).lower()
                    self._by_last.setdefault(last, []).append(person)
                if len(whole) < 2:
                    self._by_last.setdefault(whole[0].lower(), []).append(person)
                self._by_first.setdefault(words[0].lower(), []).append(person)
        person.pronoun = person.pronoun or named.pronoun
        person.title = person.title or named.title
        if named.is_person:
            person.is_group = False

    def _is_surname(self, words: Sequence[str]) -> bool:
        """Whether words are the whole surname of somebody named before: 'Te Rangi'."""
        if len(words) < 2 or words[0].lower() in given_names():
            return False
        return " ".join(words).lower() in self._by_last

    def _called(self, named: Named) -> Person | None:
        """The one person of 'Dame Ottilie', named before in full, whom a first name stands for."""
        known = self._by_first.get(named.name.lower(), [])
        if named.title is None or len(known) != 1:
            return None
        return known[0] if known[0].pronoun in {None, named.pronoun} else None

    def _learn(self, named: Named) -> None:
        """What 'Mrs. Lee' tells of the Lee whom the article has named in full."""
        known = self._by_last.get(named.name.lower(), ())
        person = known[0] if len(known) == 1 else self._called(named)
        if person is not None and named.title is not None:
            person.pronoun = person.pronoun or named.pronoun

    def _mentions(self, found: Iterable[Named]) -> list[Mention]:
        mentions: list[Mention] = []
        for named in found:
            person = self._of(named.name, named.pronoun)
            if person is None and named.is_person and named.title is not None:
                person = Person(named.name, named.pronoun)  # 'Judge Hall', named so alone
            elif person is None and named.rank is Rank.SUBJECT and mentions:
                person = Person(named.name)  # 'Rosa and Inês': one may be meant or the other
                if mentions[-1].rank is not Rank.SUBJECT or named.is_person is False:
                    continue
            if person is not None:
                mentions.append(Mention(named.run.first, person, named.rank))
        return mentions

    def _of(self, name: str, pronoun: str | None = None) -> Person | None:
        """Who goes by a name: in full, or by a surname or first name that only one person bears."""
        person = self._by_name.get(name) or self._titled(name)
        if person is not None:
            return person
        for table in (self._by_last, self._by_first):
            known = [
                each
                for each in table.get(name.lower(), ())
                if pronoun is None or each.pronoun in {None, pronoun}
            ]
            if known:
                return known[0] if len({each.name for each in known}) == 1 else None
        return None

    def _titled(self, name: str) -> Person | None:
        """The one known person of 'Dean Novak', where 'Dean' may be a title or a first name."""
        first, _, last = name.lower().partition(" ")
        known = self._by_last.get(last, ()) if first in self._persons.occupations else ()
        return known[0] if len(known) == 1 and known[0].name != name else None

    def _full_name(self, text: str) -> str | None:
        """The full name in a speaker span, less titles; None of a description."""
        tokens = [
            Token(match.start(), match.end(), match.group(), match.group().lower())
            for match in _WORD.finditer(text)
        ]
        head = _head(tokens, self._words)
        if head == 0 or not is_capital(tokens[head - 1]):
            return None
        found = [run for run in runs(tokens[:head], self._words, self._persons) if run.stop == head]
        if not found:
            return None
        run = found[-1]
        name = " ".join(token.text for token in tokens[run.first : run.stop])
        owner = run.first > 0 and is_title(tokens[run.first - 1], self._words, self._persons)
        pronoun = (
            self._persons.pronoun_of(tokens[run.first - 1].low.removesuffix(".")) if owner else None
        )
        person = self._of(name, pronoun)
        if person is not None and not person.is_group:
            return person.name
        if run.start and tokens[run.start - 1].low in {"'s", "’s"}:
            return None  # 'Afghan Women's Political Participation Network'
        if run.stop - run.first > 1 and run.first > run.start:
            return name
        if run.stop - run.first > 1 and not (
            run.start and tokens[run.start - 1].low in small_words().articles
        ):
            return name
        return None


def _head(tokens: list[Token], words: Lexicon) -> int:
    """Behind the head of a phrase: before what a preposition or a comma adds to it."""
    for at, token in enumerate(tokens):
        if at and (among(token.low, words.prepositions, words.relative) or token.text == ","):
            return at
    return len(tokens)


def _plain(text: str) -> str:
    """A description as it stands in mid-sentence: 'The Taliban' is 'the Taliban'."""
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in small_words().articles else text
