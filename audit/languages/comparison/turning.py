"""The words before a quotation that turn it: ``turning.toml``."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from audit.languages.extraction import english

_MOST_BETWEEN = 4  # words between a negation and the verb that it negates
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

    def turns(self, lead: Sequence[str], clause: Sequence[str]) -> bool:
        """Whether the words before a quotation in its sentence turn it.

        Args:
            lead: All of them, lower-case and folded.
            clause: Those behind the last comma or dash that is none before 'that'.
        """
        if not lead:
            return False
        if not self.openers.isdisjoint(lead[:2]):
            return True
        rest = list(clause)
        had_that = bool(rest) and rest[-1] in self.that
        while rest and rest[-1] in self.that:
            rest.pop()
        if not rest:
            return False
        if self.negates(rest[-1]) and not had_that:  # 'there was no', 'we will not'
            return True
        if rest[-1] in self.denials:
            return True
        if rest[-1] not in self.verbs:
            return False
        return any(map(self.negates, rest[-_MOST_BETWEEN - 1 : -1])) or (
            not self.others.isdisjoint(rest[-_MOST_BETWEEN - 1 : -1])
        )


@cache
def turning(language: str | None) -> Turning:
    """The groups of a language; English ones where it has none."""
    text = (files("audit.languages") / "turning.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    table = tables.get(language or english.LANGUAGE, tables[english.LANGUAGE])
    groups = {name: frozenset(words.split()) for name, words in table.items()}
    return Turning(not_=groups.pop("not"), **groups)
