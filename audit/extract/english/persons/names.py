"""Resolves how the text names a speaker at one place to the fullest name that it gives anywhere."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence

from audit.extract.english.grammar.forms import is_headline, is_name_too
from audit.extract.english.persons.antecedents import Antecedents
from audit.extract.english.persons.callings import Called, Callings
from audit.extract.english.persons.employers import without_employers
from audit.extract.english.persons.joined import joined
from audit.extract.english.persons.named import Mention, Named, Person, Rank
from audit.extract.english.persons.people import couples, find_names
from audit.extract.english.persons.ranks import looks_back, verb_at
from audit.extract.english.persons.runs import Run, is_capital, is_honour, is_title, runs
from audit.extract.english.persons.speaking import Read, single_names, speaker_at, who_answers
from audit.extract.english.persons.surnames import low_of
from audit.extract.phrase import Phrase
from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, given_names, person_words
from audit.languages.extraction.english_small_words import small_words
from audit.model import Span

_NAME = 2  # words of a name in full
_OWNED = 4  # tokens of a verb and 'his'
_WORD = re.compile(r"(?:[^\W\d_]\.)+|[’'][sS]\b|[@\w](?:[\w.&/-]|[’'](?![sS]\b))*|[^\w\s]")


class Names:
    """The persons that an article names, and whom its pronouns stand for."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        said: Iterable[Sequence[Phrase]],
        words: Lexicon,
        asides: Container[int] = (),
    ) -> None:
        """``said`` are the subjects of the verbs of saying, for each sentence.

        Whoever is named in one of the ``asides``, blocks by their numbers, is behind no pronoun.
        """
        self._words = words
        self._persons = person_words()
        self._by_name: dict[str, Person] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._full: dict[str, str] = {}  # by the words of speakers
        self._titled_alone: dict[str, str | None] = {}  # 'Obama', of 'President Obama'
        alone = sum(each.block == 0 for each in sentences) == 1
        read = [
            Read(
                each.tokens,
                self._named(each.tokens),
                alone and each.block == 0 and is_headline(each.tokens),
                each.block in asides,
            )
            for each in sentences
        ]
        self._learn_all(read)
        self._antecedents = Antecedents(words, self._persons)
        self._callings = Callings(words, self._persons)
        for each in read:
            self._callings.learn(each.tokens, each.found)
        speaking = list(said)
        self._speak = single_names(read, speaking, words)
        for each, phrases in zip(read, speaking, strict=True):
            if each.is_aside:
                continue
            mentions = self._mentions(each.found, each.tokens, () if each.is_headline else phrases)
            strangers: set[str] = set()
            for called in self._callings.subjects(each.tokens):
                person = self._called_so(called)
                if person is None and self._callings.tells_person(called.noun):
                    strangers |= self._pronouns_of(called)
                elif person is None:
                    continue
                elif all(mention.at > called.at for mention in mentions):
                    speaks = any(phrase.start == called.at for phrase in phrases)
                    rank = Rank.SPEAKER if speaks else Rank.SUBJECT
                    mentions.insert(0, Mention(called.at, person, rank))
            self._antecedents.read(each.tokens, mentions, phrases, frozenset(strangers))

    def _learn_all(self, read: Sequence[Read]) -> None:
        """Takes in all names: those in full first, of headlines only what the text leaves open."""
        texts = [each for each in read if not each.is_headline]
        for each in texts:
            for named in (*each.found, *couples(each.tokens, each.found)):
                if " " in named.name:
                    self._add(named)
        for named in (named for each in read if each.is_headline for named in each.found):
            first, _, last = named.name.partition(" ")
            known = first.lower() in given_names() and last.lower() not in self._by_last
            if known and last and " " not in last:
                self._add(named)
        for named in (named for each in texts for named in each.found):
            if " " not in named.name:
                self._add(named)

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
        low, contracted, _ = speaker.text.lower().replace("’", "'").partition("'")
        if contracted and low in self._words.persons:  # "I'm like"
            speaker = Span(speaker.start, speaker.start + len(low), speaker.text[: len(low)])
        else:
            low = speaker.text.lower()
        if low in small_words().everybody or low in self._words.relative:
            return speaker.text
        if low in self._words.pronouns or low in small_words().owners:
            person = self._antecedents.behind.get(speaker.start)
            return (
                person.name if person is not None else small_words().owners.get(low, speaker.text)
            )
        if speaker.text not in self._full:
            self._full[speaker.text] = self._full_name(speaker.text) or _plain(speaker.text)
        return self._full[speaker.text]

    def _add(self, named: Named) -> None:
        """Takes in a name of two words or more, or one that a noun tells to be a person's."""
        words = named.name.split()
        if self._titled(named.name) is not None or self._is_surname(words):
            return
        if len(words) > 1 and named.name not in self._by_name and self._called(named) is not None:
            return  # 'Mary Beth', of 'Mary Beth Quill'
        if len(words) < 2 and not (named.is_person and named.pronoun):
            if named.is_person and named.title is not None:
                self._titled_alone.setdefault(named.name, named.pronoun)
            self._learn(named)
            return
        person = self._by_name.get(named.name)
        if person is None:
            if len(words) < 2 and (
                named.name.lower() in self._by_last or self._called(named) is not None
            ):
                self._learn(named)
                return
            person = self._new(named, words)
        person.pronoun = person.pronoun or named.pronoun
        person.title = person.title or named.title
        if named.is_person:
            person.is_group = False

    def _new(self, named: Named, words: Sequence[str]) -> Person:
        """A person or group not met before, found from now on by parts of the name too."""
        person = Person(named.name, is_group=named.is_person is False)
        self._by_name[named.name] = person
        if person.is_group:
            return person
        whole = words[:-1] if words[-1].lower() in self._persons.suffixes else words
        for start in range(min(1, len(whole) - 1), len(whole)):  # 'Te Rangi' of 'Ihaia Te Rangi'
            last = " ".join(whole[start:]).lower()
            self._by_last.setdefault(last, []).append(person)
        for stop in {1, len(whole) - 1} - {0}:  # 'Mary' and 'Mary Beth' of 'Mary Beth Quill'
            first = " ".join(whole[:stop]).lower()
            self._by_first.setdefault(first, []).append(person)
        return person

    def _is_surname(self, words: Sequence[str]) -> bool:
        """Whether words are the whole surname of somebody named before: 'Te Rangi'."""
        if len(words) < 2 or words[0].lower() in given_names():
            return False
        return " ".join(words).lower() in self._by_last

    def _called(self, named: Named) -> Person | None:
        """The one person of 'Dame Ottilie', named before in full, whom a first name stands for."""
        known = self._by_first.get(named.name.lower(), [])
        if len(known) != 1:
            return None
        return known[0] if known[0].pronoun in {None, named.pronoun} else None

    def _learn(self, named: Named) -> None:
        """What 'Mrs. Lee' tells of the Lee whom the article has named in full."""
        known = self._by_last.get(named.name.lower(), ())
        person = known[0] if len(known) == 1 else self._called(named)
        if person is not None and named.title is not None:
            person.pronoun = person.pronoun or named.pronoun

    def _mentions(
        self, found: Sequence[Named], tokens: list[Token], said: Sequence[Phrase]
    ) -> list[Mention]:
        mentions: list[Mention] = []
        speaking = {speaker_at(phrase, found, tokens, self._words) for phrase in said}
        for named in found:
            speaks = named.run.first in speaking and named.rank > Rank.OWNER
            rank = Rank.SPEAKER if speaks else named.rank
            person = self._of(named.name, named.pronoun)
            if person is None and named.title is None and named.pronoun is not None:
                person = self._of(named.name)  # 'Warren', of Elizabeth Warren
            if person is None:
                person = self._unsure(named, mentions, tokens, speaks=speaks)
            if person is None:
                continue
            unsure = rank is Rank.SUBJECT and person.pronoun is None
            if unsure and looks_back(tokens, named.run, self._words):
                rank = Rank.PASSING  # it goes on with whoever the sentence before was about
            mentions.append(Mention(named.run.first, person, rank, named.owner))
        return [who_answers(each, mentions, tokens, self._words) for each in mentions]

    def _called_so(self, called: Called) -> Person | None:
        """The one person who is called so: the only minister with a name, for 'the minister'."""
        names = self._callings.names(called.noun)
        known = {each.name: each for each in map(self._of, names) if each is not None}
        return next(iter(known.values())) if len(known) == 1 else None

    def _pronouns_of(self, called: Called) -> frozenset[str]:
        told = self._persons.pronoun_of(called.noun)
        return small_words().one_person if told is None else frozenset({told})

    def _unsure(
        self, named: Named, before: Sequence[Mention], tokens: list[Token], *, speaks: bool
    ) -> Person | None:
        """Who a name is that no full name of the article tells."""
        several = self._all(named.name)
        if len(several) > 1:
            return Person(named.name, among=tuple(several))
        if named.is_person and named.title is not None:
            return Person(named.name, named.pronoun)  # 'Judge Hall', named so alone
        if named.name in self._titled_alone:
            return Person(named.name, self._titled_alone[named.name])
        heads = named.rank is Rank.SUBJECT and (
            named.name in self._speak or _has_something(tokens, named.run, self._words)
        )
        if (speaks or heads) and named.is_person is not False and " " not in named.name:
            return Person(named.name, may_be_none=True)
        joint = named.rank is Rank.SUBJECT and before and before[-1].rank >= Rank.SUBJECT
        if joint and named.is_person is not False:
            return Person(named.name)  # 'Rosa and Inês': one may be meant or the other
        return None

    def _all(self, name: str) -> list[Person]:
        """Those who bear a surname."""
        return list({each.name: each for each in self._by_last.get(name.lower(), ())}.values())

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
            if pronoun is not None and any(each.pronoun is not None for each in known):
                known = [each for each in known if each.pronoun is not None]  # 'Mrs. Lee'
            if known:
                return known[0] if len({each.name for each in known}) == 1 else None
        return None

    def _titled(self, name: str) -> Person | None:
        """The one known person of 'Dean Novak', where 'Dean' may be a title or a first name."""
        first, _, last = name.lower().partition(" ")
        if first not in self._persons.occupations:
            return None
        known = self._by_last.get(last, ())
        return known[0] if len(known) == 1 and known[0].name != name else None

    def _name_end(self, tokens: list[Token]) -> int:
        """Behind the name of a speaker: before 'OBE', but behind 'Secretary of State Ann Lee'."""
        head = _head(tokens, self._words)
        while head > _NAME and is_honour(tokens[head - 1]):
            head -= 1
        whole = runs(tokens, self._words, self._persons)
        return next((run.stop for run in whole if run.start < head <= run.first), head)

    def _names_of(self, several: Sequence[str]) -> str | None:
        """The names in full of all who say something, None where one of them is not known."""
        known = [self._of(name) for name in several]
        names = [each.name for each in known if each is not None and not each.is_group]
        if len(names) < len(several):
            return None
        return f"{', '.join(names[:-1])} and {names[-1]}"

    def _full_name(self, text: str) -> str | None:
        """The full name in a speaker span, less titles; None of a description."""
        tokens = [
            Token(
                match.start(),
                match.end(),
                match.group(),
                low_of(match.group(), self._by_last, self._words),
            )
            for match in _WORD.finditer(text)
        ]
        several = joined(tokens, self._words, self._persons)
        if several:
            return self._names_of(several)
        run = self._closing_run(tokens)
        if run is None and len(tokens) == 1 and tokens[0].low in self._words.times_too:
            named = self._of(text)  # 'May', where the article names 'Theresa May'
            return named.name if named is not None and not named.is_group else None
        if run is None or _tells_apart(tokens, run, self._words):
            return None
        name = " ".join(token.text for token in tokens[run.first : run.stop])
        person = self._of(name, self._pronoun_before(tokens, run))
        if person is not None and not person.is_group:
            return person.name
        return name if _is_whole(tokens, run) else None

    def _closing_run(self, tokens: list[Token]) -> Run | None:
        """The name that closes the head of a speaker's phrase."""
        head = self._name_end(tokens)
        if head == 0 or not is_capital(tokens[head - 1]):
            return None
        found = [run for run in runs(tokens[:head], self._words, self._persons) if run.stop == head]
        return found[-1] if found else None

    def _pronoun_before(self, tokens: list[Token], run: Run) -> str | None:
        """The pronoun that the title before a name tells of: 'she' of 'Mrs. Lee'."""
        before = tokens[run.first - 1] if run.first > 0 else None
        if before is None or not is_title(before):
            return None
        return self._persons.pronoun_of(before.low.removesuffix("."))


def _has_something(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether something is said to be of the person right before: 'Tejan called his brother'."""
    behind = tokens[run.stop : run.stop + _OWNED]
    return verb_at(tokens, run.stop, words) and any(
        token.low in small_words().owners for token in behind
    )


def _tells_apart(tokens: list[Token], run: Run, words: Lexicon) -> bool:
    """Whether a word says which of two is meant: 'the older Moyo'."""
    before = tokens[max(run.start - 2, 0) : run.start]
    if len(before) < 2 or before[0].low != "the" or run.stop - run.start > 1:
        return False
    return before[1].low.endswith(("er", "est")) and before[1].low not in words.roles


def _is_whole(tokens: list[Token], run: Run) -> bool:
    """Whether a name of several words is somebody's in full, as far as it tells by itself."""
    before = tokens[run.start - 1].low if run.start else ""
    if run.stop - run.first < _NAME or before in {"'s", "’s"}:
        return False  # 'Afghan Women's Political Participation Network'
    return run.first > run.start or before not in small_words().articles


def _head(tokens: list[Token], words: Lexicon) -> int:
    """Behind the head of a phrase: before what a preposition or a comma adds to it."""
    for at, token in enumerate(tokens):
        if is_name_too(tokens, at, words):
            continue
        if at and (among(token.low, words.prepositions, words.relative) or token.text == ","):
            return at
    return len(tokens)


def _plain(text: str) -> str:
    """A description as it stands in mid-sentence: 'The Taliban' is 'the Taliban'."""
    first, space, rest = text.partition(" ")
    return f"{first.lower()}{space}{rest}" if first.lower() in small_words().articles else text
