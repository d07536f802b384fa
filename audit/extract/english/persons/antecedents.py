"""Finds whom 'he', 'she' and 'it' stand for.

The subject of the last sentence comes first. Where two persons may be meant and nothing tells
which, a pronoun stands for nobody that we know.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from audit.extract.english.persons.fitting import fits_better, fitting, may_be_other, speaks_of_two
from audit.extract.english.persons.named import Mention, Person, Rank
from audit.extract.english.persons.pronouns import (
    answers,
    closes_sentence,
    is_in_words,
    is_overheard,
    opens_clause,
)
from audit.extract.english.persons.ranks import verb_at
from audit.extract.english.persons.strangers import Stranger, stranger_ahead
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, PersonWords
from audit.languages.extraction.english_small_words import small_words

_SENTENCES_BACK = 8
_MET = 8  # tokens between somebody without a name and a pronoun
_NEAR = 3  # sentences back, of which two persons may be 'he' and 'she'
_EARLIER = 2  # sentences in which a subject rivals somebody whom a later one mentions in passing
_TWO = 2
_BESIDE = 8  # tokens behind somebody without a name in which another is a subject too


class Antecedents:
    """Reads sentences in order; knows the person behind each pronoun by its offset."""

    def __init__(self, words: Lexicon, persons: PersonWords) -> None:
        self._words = words
        self._persons = persons
        self._last: list[list[Mention]] = []  # of the sentences before, the nearest last
        self._strangers: list[frozenset[str]] = []  # pronouns of persons without a name
        self._unnamed: set[str] = set()  # 'partner', once 'a partner of his' has been met
        small = small_words()
        self._read_for = small.one_person | small.owners.keys() | {"it"}
        self.behind: dict[int, Person] = {}

    def read(
        self,
        tokens: Sequence[Token],
        mentions: Iterable[Mention],
        said: Sequence[Phrase],
        strangers: frozenset[str],
    ) -> None:
        """Takes in one sentence and the persons and groups that it names, in order.

        ``said`` are the subjects of its verbs of saying, ``strangers`` the pronouns of those
        subjects that have no name.
        """
        stranger = stranger_ahead(tokens, self._words, self._persons)
        here = _behind_stranger(list(mentions), tokens, stranger, self._words)
        if _joins_last(tokens, self._words) and self._last:
            here = [*(replace(mention, at=-1) for mention in self._last[-1]), *here]
        for at, token in enumerate(tokens):
            if token.low not in self._read_for:
                continue
            asked = self._asked(tokens, at)
            if asked is None:
                if token.low == "it" and opens_clause(tokens, at):
                    self._group(tokens, at)
                continue
            earlier = [mention for mention in here if mention.at < at]
            person = self._stands_for(tokens, at, asked, earlier, said)
            if person is None:
                here = _beside(here, tokens, at, asked, self._words)
                continue
            self.behind[token.start] = person
            strangers -= {asked}  # 'The judge asked Ann Lee whether she understood'
            self._call(person, asked, earlier)
            here = _with_pronoun(here, at, person, said)
        self._last = [*self._last[-_SENTENCES_BACK + 1 :], here]
        if stranger is not None and not any(_is_ahead(each, stranger) for each in here):
            strangers |= stranger.pronouns
        strangers |= self._nameless(tokens, here, said)
        self._strangers = [*self._strangers[-_SENTENCES_BACK + 1 :], strangers]

    def _stands_for(
        self,
        tokens: Sequence[Token],
        at: int,
        asked: str,
        earlier: Sequence[Mention],
        said: Sequence[Phrase],
    ) -> Person | None:
        """The person behind a pronoun, None where nobody is sure to be."""
        if is_overheard(tokens, at) or self._may_be_either(tokens, at, asked):
            return None
        if self._tells_view(tokens) and not earlier:
            return None
        closes = closes_sentence(tokens, at) and any(phrase.start == at for phrase in said)
        if not closes and self._met_unnamed(tokens, at, asked, earlier):
            return None
        person = self._before(asked, earlier, closes=closes)
        if person is None or self._is_answered(tokens, at, person):
            return None
        if person.pronoun is not None:
            return person
        near = chain(earlier, *self._last[-_NEAR:])
        return None if may_be_other(tokens, at, asked, person, near) else person

    def _tells_view(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence opens with whose view it tells: 'For Okafor, it is a start'."""
        opens = len(tokens) > _TWO and tokens[0].low in small_words().views
        return opens and tokens[1].is_name and tokens[1].low not in self._words.times

    def _asked(self, tokens: Sequence[Token], at: int) -> str | None:
        """The pronoun that a token asks for: 'he' at 'he', 'she' at 'Her verdict:'."""
        low = tokens[at].low
        if low in small_words().owners and is_in_words(tokens, at):
            return small_words().owners[low]
        if low in small_words().owners and at + 1 < len(tokens) and opens_clause(tokens, at):
            holds = among(tokens[at + 1].low, self._words.nouns, self._words.answers)
            return small_words().owners[low] if holds else None
        return low if low in small_words().one_person else None

    def _before(self, pronoun: str, here: Sequence[Mention], *, closes: bool) -> Person | None:
        """The person whom a pronoun stands for, None where nobody or more than one may be meant.

        ``closes``: the pronoun says what stands before it, as in '…, she said'.
        """
        for rank in (Rank.SPEAKER, Rank.SUBJECT):
            subjects = fitting(here, pronoun, rank)
            if len(subjects) == 1:
                return _known(subjects[0])
        owners = fitting(here, pronoun, Rank.OWNER)
        if owners and not closes:
            return _known(owners[0]) if len(owners) == 1 else None  # "Lee's plan is what he wants"
        for back in range(len(self._last) - 1, -1, -1):
            mentions = self._last[back]
            if any(self._is_owner(pronoun, later) for later in self._last[back + 1 :]):
                return None  # 'Ann Potts's son fell ill. “…,” she said' may go on with Potts
            for rank in (Rank.SPEAKER, Rank.SUBJECT):
                subjects = fitting(mentions, pronoun, rank)
                if len(subjects) == 1:
                    told = rank is Rank.SPEAKER or not fits_better(mentions, subjects[0], pronoun)
                    return _known(subjects[0]) if told else None
                if len(subjects) > 1:
                    return None
                if pronoun in self._strangers[back]:
                    return None
            others = fitting(mentions, pronoun, Rank.PASSING)
            if others:
                return self._mentioned(others, pronoun, back)
        return None

    def _is_owner(self, pronoun: str, mentions: Sequence[Mention]) -> bool:
        """Whether a sentence opens with somebody, whom a pronoun is known to fit, as an owner."""
        opening = [mention for mention in mentions if mention.at == 0]
        owners = fitting(opening, pronoun, Rank.OWNER)
        return any((each.pronoun or each.called) == pronoun for each in owners)

    def _may_be_either(self, tokens: Sequence[Token], at: int, pronoun: str) -> bool:
        """Whether 'he told her' has two persons before it of whom nothing tells who is 'he'."""
        other = next((p for p in small_words().one_person if p != pronoun), pronoun)
        if not any(
            small_words().objects.get(token.low) == other for token in tokens[at + 2 : at + 4]
        ):
            return False
        last = self._last[-1] if self._last else []
        persons = {m.person.name: m.person for m in last if m.rank > Rank.OWNER}
        both = [each for each in persons.values() if not each.is_group]
        return len(both) == _TWO and not any(each.pronoun or each.called for each in both)

    def _met_unnamed(
        self, tokens: Sequence[Token], at: int, pronoun: str, here: Sequence[Mention]
    ) -> bool:
        """Whether somebody without a name stands shortly before: 'told my therapist and she'."""
        last = max((mention.at for mention in here), default=-1)
        if any(fitting(here, pronoun, rank) for rank in (Rank.SPEAKER, Rank.SUBJECT)):
            return False
        for opening in range(max(at - _MET, last + 1, 1), at):
            low, verb = tokens[opening].low, tokens[opening - 1].low
            if low not in small_words().without_name or small_words().owners.get(low) == pronoun:
                continue
            if not (self._words.is_verb(verb) or verb in self._words.past):
                continue
            noun = self._role(tokens[opening + 1 : at])
            told = noun is not None and noun not in self._words.institutions
            if told and noun and self._persons.pronoun_of(noun) in {None, pronoun}:
                return True
        return False

    def _is_answered(self, tokens: Sequence[Token], at: int, person: Person) -> bool:
        """Whether somebody speaks in the sentence before, and so is not who replies in this."""
        last = self._last[-1] if self._last else []
        return answers(tokens, at) and any(
            m.person is person and m.rank is Rank.SPEAKER for m in last
        )

    def _call(self, person: Person, pronoun: str, here: Sequence[Mention]) -> None:
        """Keeps which pronoun stood for somebody, where it could stand for nobody else."""
        near = [here, self._last[-1]] if self._last else [here]
        held = next((each for each in near if any(m.person is person for m in each)), ())
        others = [m.person for m in held if m.person is not person and not m.person.is_group]
        if held is here and self._last:  # 'Lee spoke. Roy left before she ended': who is 'she'?
            others += [m.person for m in self._last[-1] if m.rank is Rank.SPEAKER]
        if not any((each.pronoun or each.called) in {None, pronoun} for each in others):
            person.called = person.called or pronoun

    def _mentioned(self, others: list[Person], pronoun: str, back: int) -> Person | None:
        """One of those whom a sentence mentions in passing, or a subject shortly before them."""
        for earlier in range(back - 1, max(back - 1 - _EARLIER, -1), -1):
            subjects = [
                *fitting(self._last[earlier], pronoun, Rank.SPEAKER),
                *fitting(self._last[earlier], pronoun, Rank.SUBJECT),
            ]
            if subjects:
                others = [*others, *(each for each in subjects if each not in others)]
                break
        return _known(others[0]) if len(others) == 1 else None

    def _group(self, tokens: Sequence[Token], at: int) -> None:
        """'it': the one group that the sentence before, or this one, is about."""
        for mentions in reversed(self._last[-2:]):
            groups = {m.person.name: m.person for m in mentions if m.person.is_group}
            subjects = [m.person for m in mentions if m.rank >= Rank.SUBJECT and m.person.is_group]
            if len(groups) == 1 and subjects:
                self.behind[tokens[at].start] = subjects[0]
                return
            if groups:
                return

    def _nameless(
        self, tokens: Sequence[Token], here: Sequence[Mention], said: Sequence[Phrase]
    ) -> frozenset[str]:
        """Which pronouns answer to somebody without a name who speaks: 'an aide to Lee said'.

        And to 'the aide' from then on.
        """
        for phrase in said:
            opening = tokens[phrase.start].low
            unnamed = opening in small_words().without_name
            if not (unnamed or opening == "the") or any(
                m.rank is Rank.SPEAKER and phrase.start <= m.at < phrase.stop for m in here
            ):
                continue
            noun = self._role(tokens[phrase.start + 1 : phrase.stop])
            if noun is None or not (unnamed or noun in self._unnamed):
                continue
            self._unnamed.add(noun)
            told = self._persons.pronoun_of(noun)
            return frozenset({told}) if told is not None else small_words().one_person
        return frozenset()

    def _role(self, tokens: Sequence[Token]) -> str | None:
        """What somebody is, by the noun of a phrase: 'aide' of 'senior aide to Lee'."""
        for token in tokens:
            if among(token.low, self._words.prepositions):
                return None
            if among(token.low, self._persons.kin, self._persons.occupations) or among(
                token.low, self._words.titles, self._words.roles
            ):
                return token.low
        return None


def _is_ahead(mention: Mention, stranger: Stranger) -> bool:
    """Whether a sentence is about somebody with a name as much as about one without."""
    return mention.rank >= Rank.SUBJECT and mention.at < stranger.at + _BESIDE


def _behind_stranger(
    here: list[Mention], tokens: Sequence[Token], stranger: Stranger | None, words: Lexicon
) -> list[Mention]:
    """The mentions of a sentence whose subject has no name: 'A nurse met Lee' is not about Lee."""
    if stranger is None or any(each.at <= stranger.at for each in here):
        return here
    verb = next(
        (at for at in range(stranger.at + 1, len(tokens)) if verb_at(list(tokens), at, words)), None
    )
    return [_in_passing(each) if verb is not None and each.at > verb else each for each in here]


def _known(person: Person) -> Person | None:
    return None if person.may_be_none else person


def _with_pronoun(
    here: Sequence[Mention], at: int, person: Person, said: Sequence[Phrase]
) -> list[Mention]:
    """The mentions of a sentence with a pronoun, its subject if none stands before it."""
    subject = not any(each.rank >= Rank.SUBJECT and each.at < at for each in here)
    found = [each if each.at < at or not subject else _in_passing(each) for each in here]
    rank = Rank.SUBJECT if subject else Rank.PASSING
    if any(phrase.start == at for phrase in said):
        rank = Rank.SPEAKER
    found.append(Mention(at, person, rank))
    return sorted(found, key=lambda mention: mention.at)


def _beside(
    here: Sequence[Mention], tokens: Sequence[Token], at: int, pronoun: str, words: Lexicon
) -> list[Mention]:
    """The mentions beside a pronoun of nobody known: 'She said that Lee Roy won'."""
    either = speaks_of_two(tokens, at, pronoun)  # 'Lee offered to pay if she taught his son'
    opened = at > 0 and among(tokens[at - 1].low, words.opens_first)
    return [
        replace(each, owner=pronoun)
        if each.owner is None and (either if each.at < at else not opened)
        else each
        for each in here
    ]


def _joins_last(tokens: Sequence[Token], words: Lexicon) -> bool:
    """Whether a sentence is of the last one's subject as of its own: 'So has Krag'."""
    alike = len(tokens) > _TWO and tokens[0].low in small_words().alike
    return alike and tokens[1].low in words.finite


def _in_passing(mention: Mention) -> Mention:
    if mention.rank < Rank.SUBJECT:
        return mention
    return replace(mention, rank=Rank.PASSING)
