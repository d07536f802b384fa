"""The words before a quotation that turn it: ``turning.toml``."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.languages.extraction import english

_MOST_BETWEEN = 6  # words between a negation and the verb that it negates
_PHRASE_REACH = 9  # words before the quotation
_FEW_BEHIND = 5
_MOST_TOLD = 4  # words from a verb of telling to the end of whom it tells
_FAR_VERB = 7  # words from a verb to its 'that'
_FEWEST_CITING = 2  # words: a name, and what it says
_SHORT_DENIAL = 2  # words, and so many more behind a longer one
_FEWEST_URGED = 4  # words: 'want you to believe', and who does
_CONTRACTED_NOT = "n't"


@dataclass(frozen=True, slots=True)
class Turning:
    """The groups of one language, lower-case."""

    openers: frozenset[str]
    negations: frozenset[str]
    denials: frozenset[str]
    verbs: frozenset[str]
    that: frozenset[str]
    others: frozenset[str]
    behind: frozenset[str]
    not_: frozenset[str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    phrases: frozenset[str]
    claims: frozenset[str]
    own: frozenset[str]
    objects: frozenset[str]
    afterthoughts: frozenset[str]
    urges: frozenset[str]
    mentions: frozenset[str]
    wholes: frozenset[str]
    qualifiers: frozenset[str]
    titles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    reversals: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    insists: frozenset[str] = frozenset()
    tells: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    inverted: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    tag_verbs: frozenset[str] = frozenset()
    tag_persons: frozenset[str] = frozenset()
    disowned: frozenset[str] = frozenset()
    laid_to_others: frozenset[str] = frozenset()
    baseless: frozenset[str] = frozenset()
    beliefs: frozenset[str] = frozenset()
    formerly: frozenset[str] = frozenset()
    likened: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    paired: frozenset[str] = frozenset()
    whatever: frozenset[str] = frozenset()
    leads_on: frozenset[str] = frozenset()
    turned_back: frozenset[str] = frozenset()
    corrects: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    mine: frozenset[str] = frozenset()
    selves: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    they_say: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    wonders: frozenset[str] = frozenset()

    @property
    def final_negations(self) -> frozenset[str]:
        """Negations with which a sentence ends that they turn."""
        return self.behind | self.not_

    def turns_behind(self, last: str, following: str) -> bool:
        """Whether a lower-case word negates a clause that ends with the word ``last``."""
        if following in self.behind:
            return True
        return following in self.not_ and last in self.auxiliaries

    def negates(self, word: str) -> bool:
        """Whether a lower-case word negates."""
        return word in self.negations or word.endswith(_CONTRACTED_NOT)

    def denies_behind(self, lead: Sequence[str], following: Sequence[str]) -> bool:
        """Whether a sentence denies the claim that it tells: 'The idea that … is nonsense'."""
        if not lead or lead[-1] not in self.that or following[:1] == []:
            return False
        if _begins_with(following, self.baseless):
            return True
        return following[0] in self.copulas and not self.denials.isdisjoint(following[1:4])

    def lays_to_others(self, following: Sequence[str], pronouns: frozenset[str]) -> bool:
        """Whether what stands behind a clause lays it to others: '…, or so they say'."""
        if following[:1] and following[0] in self.likened:  # 'as they tell me every day'
            return False
        if _has_phrase(following, self.afterthoughts):
            return True
        told = f" {' '.join(following)} "
        if self._is_what(told, self.verbs) and self.own.isdisjoint(following):
            return True
        first = list(following[:_FEW_BEHIND])
        others = [at for at, word in enumerate(first) if word in self.others - pronouns]
        return bool(others) and not self.verbs.isdisjoint(first[others[0] + 1 :])

    def claims_behind(self, following: Sequence[str]) -> bool:
        """Whether a speaker goes on with who claims the words: '…, claims the minister'."""
        return (
            following[:1] != []
            and following[0] in self.claims
            and (self.own.isdisjoint(following[1:3]))
        )

    def turns_by_its_rest(self, following: Sequence[str]) -> bool:
        """Whether a sentence goes on by saying who says its words, or with a condition.

        So '… is what they want', '… as long as you pay'.
        """
        told = f"{' '.join(following[:_FEW_BEHIND])} "
        return _any_of(self.mentions, self.limits).match(told) is not None

    def is_corrected(self, following: Sequence[str]) -> bool:
        """Whether a speaker goes on with a correction: '…, no, sorry, fourteen'."""
        told = f"{' '.join(following[:_PHRASE_REACH])} "
        return any(
            told.startswith(f"{phrase} ") and len(following) > phrase.count(" ") + 1
            for phrase in self.corrects
        )

    def is_disowned(
        self, clauses: Sequence[Sequence[str]], small: frozenset[str], joins: frozenset[str]
    ) -> bool:
        """Whether the sentence behind takes the words back or lays them to others.

        So 'That was a lie', 'I was wrong about that, it was two', 'That is what they said'.

        Args:
            clauses: The sentence, parted by its commas and dashes.
            small: Words of the language that tell little.
            joins: Its conjunctions: 'That is a lie and they know it'.
        """
        following = [word for clause in clauses for word in clause]
        begun = 1 + (len(clauses[0]) <= _SHORT_DENIAL if clauses else 0)  # 'No wait, …'
        if any(self._takes_back(part, small, joins) for part in (following, *clauses[:begun])):
            return True
        if _begins_with(following, self.laid_to_others):
            return True
        first = list(following[:_PHRASE_REACH])
        return self._is_what(f" {' '.join(first)} ", self.others) and self.own.isdisjoint(first)

    def _takes_back(
        self, sentence: Sequence[str], small: frozenset[str], joins: frozenset[str]
    ) -> bool:
        """Whether a sentence says of the one before it that it is not so, and little else."""
        told = f"{' '.join(sentence[:_PHRASE_REACH])} "
        for phrase in self.disowned:
            if not told.startswith(f"{phrase} "):
                continue
            length = phrase.count(" ") + 1
            more = sentence[length:]
            is_whole = not more or (length > _SHORT_DENIAL and len(more) <= _SHORT_DENIAL)
            says_little = small.issuperset(more) and self.that.isdisjoint(more)
            goes_on = length >= _SHORT_DENIAL and not joins.isdisjoint(more[:1])
            if (is_whole and says_little) or goes_on:
                return True
        return False

    def _is_what(self, told: str, words: frozenset[str]) -> bool:
        """Whether some of these stand soon behind 'is what'."""
        for phrase in self.mentions:
            before, found, behind = told.partition(f" {phrase} ")
            if found and len(before.split()) < _FEW_BEHIND:
                return not words.isdisjoint(behind.split()[:_FEW_BEHIND])
        return False

    def is_tag(self, words: Sequence[str]) -> bool:
        """Whether words make a question of what stands before them: '…, will it?'."""
        if " ".join(words) in self.tags:
            return True
        return len(words) == 2 and words[0] in self.tag_verbs and words[1] in self.tag_persons

    def cites_another(self, clause: Sequence[str]) -> bool:
        """Whether a clause of a speech, in its own case, has somebody named say what follows."""
        words = list(clause)
        while len(words) > 1 and words[-1].lower() in self.that:
            words.pop()
        if len(words) < _FEWEST_CITING or words[-1].lower() not in self.saying:
            return False
        if not self.likened.isdisjoint(word.lower() for word in words):
            return False
        is_named = words[-2][0].isupper()
        return is_named and self.own.isdisjoint(word.lower() for word in words)

    def lays_to_critics(self, clause: Sequence[str]) -> bool:
        """Whether words that lead to others say by whom these are: 'according to activists'."""
        words = [word.lower() for word in clause]
        if not _begins_with(words, self.according):
            return False
        is_of_others = not self.others.isdisjoint(words) and self.own.isdisjoint(words)
        return is_of_others or not self.kin.isdisjoint(words)

    def pairs(self, lead: Sequence[str]) -> bool:
        """Whether what begins a sentence goes on with 'but' and takes nothing back: 'not only'."""
        return _has_phrase(lead, self.paired)

    def asks(self, lead: Sequence[str]) -> bool:
        """Whether words are only the beginning of a question: 'Est-ce que'."""
        return " ".join(lead) in self.asking

    def is_qualified(self, lead: Sequence[str], first: str) -> bool:
        """Whether a word right before takes from 'all' or 'governor' with which words begin."""
        if not lead:
            return False
        is_less = first in self.wholes and lead[-1] in self.qualifiers
        return is_less or (first in self.titles and lead[-1] in self.ranks)

    def turns(
        self, lead: Sequence[str], clause: Sequence[str], *, is_apart: bool, is_asked: bool
    ) -> bool:
        """Whether the words before a quotation in its sentence turn it.

        Args:
            lead: All of them, lower-case and folded.
            clause: Those behind the last comma or dash that is none before 'that'.
            is_apart: A comma or dash parts them from the quotation: 'No, …'.
            is_asked: The sentence is a question.
        """
        if not lead:
            return False
        if not self.openers.isdisjoint(lead[:2]) and not self._is_idiom(lead):
            return True
        rest = self._to_its_verb(clause)
        if not rest:
            return False
        last, had_that = rest[-1], clause[-1] in self.that
        if last in self.hearsay or (had_that and rest[0] in self.they_say):
            return True
        if is_asked and lead[0] in self.wonders and not self.selves.isdisjoint(lead):
            is_asked = False  # 'Why do I say that …? Because …'
        if last in self.openers and not is_apart:  # 'we will stop if'
            return True
        if self.negates(last) and not had_that:  # 'there was no', 'we will not'
            return not is_apart
        if self._is_negated_behind(rest) or self._is_urged(rest) or self._is_former(rest, lead):
            return True
        before = rest[-_MOST_BETWEEN - 1 : -1]
        is_negated = any(map(self.negates, before))
        if last in self.leads_on and is_negated and not is_apart:  # 'we do not want to'
            return self.turned_back.isdisjoint(before) and not self.pairs(lead)
        if last in self.denials:
            return not is_negated  # 'there is no doubt that'
        if _has_phrase(rest[-_PHRASE_REACH:], self.phrases):
            return True
        if had_that and _has_phrase(clause[-_PHRASE_REACH:], self.phrases):  # 'no es que'
            return True
        if had_that and last in self.copulas and self._is_of_what_nobody_said(before):
            return True
        return self._is_told_by(rest, before, is_apart=is_apart, is_asked=is_asked, that=had_that)

    def _is_told_by(
        self,
        rest: Sequence[str],
        before: Sequence[str],
        *,
        is_apart: bool,
        is_asked: bool,
        that: bool,
    ) -> bool:
        """Whether the verb that introduces the words has others say them, or asks."""
        last = rest[-1]
        if last in self.verbs or last in self.claims:
            if is_apart and not that and not self.whatever.isdisjoint(before):
                return False  # 'I don't care what they say, …'
            is_negated = any(map(self.negates, before))
            return is_asked or self._is_anothers(last, before, is_negated=is_negated)
        return is_asked and not self.verbs.isdisjoint(rest[-_FAR_VERB if that else -3 :])

    def _is_idiom(self, lead: Sequence[str]) -> bool:
        """Whether words begin as a condition and are none: 'if you ask me'."""
        told = f"{' '.join(lead)} "
        return any(told.startswith(f"{idiom} ") for idiom in self.idioms)

    def _is_negated_behind(self, rest: Sequence[str]) -> bool:
        """Whether a negation stands right behind a verb: 'es stimmt nicht, dass'."""
        return len(rest) > 1 and self.negates(rest[-1]) and rest[-2] in self.verbs

    def _is_of_what_nobody_said(self, before: Sequence[str]) -> bool:
        """Whether words before 'is that' negate a verb of saying: 'what I never said was that'."""
        return (
            any(map(self.negates, before))
            and not self.verbs.isdisjoint(before)
            and self.denials.isdisjoint(before)
            and self.reversals.isdisjoint(before)
        )

    def _is_former(self, rest: Sequence[str], lead: Sequence[str]) -> bool:
        """Whether somebody held what follows once, and no more: 'I once believed'."""
        if self.formerly.isdisjoint(lead):
            return False
        told = f" {' '.join(rest[-_MOST_TOLD:])}"
        return any(told.endswith(f" {belief}") for belief in self.beliefs)

    def _is_urged(self, rest: Sequence[str]) -> bool:
        """Whether others want somebody to hold what follows: 'they want you to believe'."""
        return (
            len(rest) > _FEWEST_URGED
            and rest[-1] in self.verbs
            and rest[-3] in self.objects
            and rest[-4] in self.urges
            and self.own.isdisjoint(rest[:-4])
        )

    def _to_its_verb(self, clause: Sequence[str]) -> list[str]:
        """A clause without the 'that' behind its verb, and without whom that tells."""
        rest = list(clause)
        while rest and rest[-1] in self.that:
            rest.pop()
        while len(rest) > 1 and rest[-1] in self.adverbs:
            rest.pop()
        if len(rest) > 1 and rest[-1] in self.objects and rest[-2] in self.verbs:
            rest.pop()
        if rest and clause[-1] in self.that:
            told = [at for at, word in enumerate(rest[-_MOST_TOLD:]) if word in self.tells]
            return rest[: max(len(rest) - _MOST_TOLD, 0) + told[-1] + 1] if told else rest
        return rest

    def _is_anothers(self, verb: str, before: Sequence[str], *, is_negated: bool) -> bool:
        """Whether others say what a verb introduces, or the speaker does not."""
        if not self.others.isdisjoint(before):
            return True
        if _has_phrase(before, self.anyone):
            return True
        is_of_kin = not self.kin.isdisjoint(before) and not self.mine.isdisjoint(before)
        if is_of_kin and self.selves.isdisjoint(before):
            return True
        keeps_distance = verb in self.claims or not self.insists.isdisjoint(before[-1:])
        if keeps_distance and before and self.own.isdisjoint(before):
            return True
        if is_negated and not self.reversals.isdisjoint(before):  # 'I never tire of saying'
            return False
        is_denied = not self.denials.isdisjoint(before)
        return is_negated != is_denied  # 'nobody can deny that I said'


def _begins_with(words: Sequence[str], phrases: frozenset[str]) -> bool:
    told = f"{' '.join(words[:_PHRASE_REACH])} "
    return any(told.startswith(f"{phrase} ") for phrase in phrases)


def _has_phrase(words: Sequence[str], phrases: frozenset[str]) -> bool:
    told = f" {' '.join(words)} "
    return any(f" {phrase} " in told for phrase in phrases)


@cache
def _any_of(phrases: frozenset[str], others: frozenset[str]) -> re.Pattern[str]:
    """Matches the phrases of either group, each before a space."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(phrases | others)))}) ")


@cache
def turning(language: str | None) -> Turning:
    """The groups of a language; English ones where it has none."""
    text = (files("audit.languages") / "turning.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    table = tables.get(language or english.LANGUAGE, tables[english.LANGUAGE])
    groups = {
        name: frozenset(words.split() if isinstance(words, str) else words)
        for name, words in table.items()
    }
    return Turning(not_=groups.pop("not"), **groups)
