"""The cue words and function words of a language, read once from its data file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

_TABLES = frozenset({"say", "label", "view", "passive", "phrasal"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one language by what they do; all lower-cased.

    The four verb tables map each inflected form to its lemma. ``phrasal`` holds
    (verb form, preposition) pairs.
    """

    say: Mapping[str, str]
    label: Mapping[str, str]
    view: Mapping[str, str]
    passive: Mapping[str, str]
    bare: frozenset[str]
    intent: frozenset[str]
    object: frozenset[str]
    matters: frozenset[str]
    phrasal: frozenset[tuple[str, str]]
    nouns: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    pronouns: frozenset[str]
    relative: frozenset[str]
    determiners: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    roles: frozenset[str]
    plurals: frozenset[str]
    plural_nouns: frozenset[str]
    counts: frozenset[str]
    works: frozenset[str]
    chants: frozenset[str]
    institutions: frozenset[str]
    outlet_words: frozenset[str]
    outlet_first: frozenset[str]
    link_before: frozenset[str]
    link_on: frozenset[str]
    titles: frozenset[str]
    noun_before: frozenset[str]
    abbreviations: frozenset[str]
    times: frozenset[str]
    finite: frozenset[str]
    afterthoughts: frozenset[str]
    alone: frozenset[str]
    bare_verbs: frozenset[str]
    cited_ends: frozenset[str]
    clause_openers: frozenset[str]
    headline_verbs: frozenset[str]
    names_too: frozenset[str]
    naming: frozenset[str]
    no_adverbs: frozenset[str]
    numbers: frozenset[str]
    participles: frozenset[str]
    stand_alone: frozenset[str]
    subordinate: frozenset[str]
    past: frozenset[str]

    def is_verb(self, word: str) -> bool:
        """Whether a lower-cased word is a form of a cue verb."""
        return word in self.say or word in self.label or word in self.view


def among(word: str, *groups: frozenset[str]) -> bool:
    """Whether a word is in one of several groups; joining the groups for it would cost more."""
    return any(word in group for group in groups)


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language that has a data file.

    Raises:
        FileNotFoundError: There is no data file for ``language``.
    """
    text = (files(__package__) / "data" / f"{language}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    irregular: dict[str, list[str]] = data["irregular"]

    def verbs(table: str) -> dict[str, str]:
        return _forms(data[table].split(), irregular)

    groups = {
        field.name: frozenset(data[field.name].split())
        for field in fields(Lexicon)
        if field.name not in _TABLES
    }
    return Lexicon(
        say=verbs("say"),
        label=verbs("label"),
        view=verbs("view"),
        passive=verbs("passive"),
        phrasal=frozenset((first, second) for first, second in data["phrasal"]),
        **groups,
    )


def _forms(lemmas: list[str], irregular: Mapping[str, list[str]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for lemma in lemmas:
        for form in (lemma, *irregular.get(lemma, _regular(lemma))):
            table.setdefault(form, lemma)
    return table


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb.endswith("e"):
        return (verb + "s", verb + "d", verb[:-1] + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (third, verb + "ed", verb + "ing")


def by_gender(he: str, she: str) -> dict[str, str]:
    """The pronoun that each word tells of: 'he' of the words of one text, 'she' of those of the other."""
    return {
        word: pronoun for pronoun, words in (("he", he), ("she", she)) for word in words.split()
    }
