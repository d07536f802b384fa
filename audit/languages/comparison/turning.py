"""The words before a quotation that turn it: ``turning.toml``."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.languages.extraction import english

_MOST_BETWEEN = 6  # words between a negation and the verb that it negates
_PHRASE_REACH = 9  # words before the quotation
_FEW_BEHIND = 5
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
        return following[0] in self.copulas and not self.denials.isdisjoint(following[1:4])

    def lays_to_others(self, following: Sequence[str], pronouns: frozenset[str]) -> bool:
        """Whether what stands behind a clause lays it to others: '…, or so they say'."""
        told = f" {' '.join(following)} "
        if any(f" {phrase} " in told for phrase in self.afterthoughts):
            return True
        first = list(following[:_FEW_BEHIND])
        others = [at for at, word in enumerate(first) if word in self.others - pronouns]
        return bool(others) and not self.verbs.isdisjoint(first[others[0] + 1 :])

    def mentions_only(self, following: Sequence[str]) -> bool:
        """Whether a sentence goes on by saying who says its words: '… is what they want'."""
        told = f"{' '.join(following[:_FEW_BEHIND])} "
        return any(told.startswith(f"{phrase} ") for phrase in self.mentions)

    def is_qualified(self, lead: Sequence[str], first: str) -> bool:
        """Whether a word right before takes from 'all' or 'none' with which words begin."""
        return first in self.wholes and bool(lead) and lead[-1] in self.qualifiers

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
        if not self.openers.isdisjoint(lead[:2]):
            return True
        rest = self._to_its_verb(clause)
        if not rest:
            return False
        had_that = clause[-1] in self.that
        before = rest[-_MOST_BETWEEN - 1 : -1]
        is_negated = any(map(self.negates, before))
        if rest[-1] in self.openers and not is_apart:  # 'we will stop if'
            return True
        if self.negates(rest[-1]) and not had_that:  # 'there was no', 'we will not'
            return not is_apart
        if had_that and len(rest) > 1 and self.negates(rest[-1]) and rest[-2] in self.verbs:
            return True  # 'es stimmt nicht, dass'
        if self._is_urged(rest):
            return True
        if rest[-1] in self.denials:
            return not is_negated  # 'there is no doubt that'
        told = f" {' '.join(rest[-_PHRASE_REACH:])} "
        if any(f" {phrase} " in told for phrase in self.phrases):
            return True
        if rest[-1] not in self.verbs:
            return is_asked and not self.verbs.isdisjoint(rest[-3:])
        return is_asked or self._is_anothers(rest[-1], before, is_negated=is_negated)

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
        if len(rest) > 1 and rest[-1] in self.objects and rest[-2] in self.verbs:
            rest.pop()
        return rest

    def _is_anothers(self, verb: str, before: Sequence[str], *, is_negated: bool) -> bool:
        """Whether others say what a verb introduces, or the speaker does not."""
        if not self.others.isdisjoint(before):
            return True
        if verb in self.claims and before and self.own.isdisjoint(before):
            return not is_negated
        is_denied = not self.denials.isdisjoint(before)
        return is_negated != is_denied  # 'nobody can deny that I said'


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
