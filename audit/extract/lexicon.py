"""The cue words and function words of a language, read once from its data file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


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
    outlet_words: frozenset[str]
    outlet_first: frozenset[str]
    link_before: frozenset[str]
    link_on: frozenset[str]
    titles: frozenset[str]
    noun_before: frozenset[str]
    abbreviations: frozenset[str]
    times: frozenset[str]
    finite: frozenset[str]
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

    def verbs(group: str) -> dict[str, str]:
        return _forms(data[group].split(), irregular)

    def words(group: str) -> frozenset[str]:
        return frozenset(data[group].split())

    return Lexicon(
        say=verbs("say"),
        label=verbs("label"),
        view=verbs("view"),
        passive=verbs("passive"),
        phrasal=frozenset((first, second) for first, second in data["phrasal"]),
        bare=words("bare"),
        intent=words("intent"),
        object=words("object"),
        matters=words("matters"),
        nouns=words("nouns"),
        auxiliaries=words("auxiliaries"),
        be=words("be"),
        pronouns=words("pronouns"),
        relative=words("relative"),
        determiners=words("determiners"),
        conjunctions=words("conjunctions"),
        prepositions=words("prepositions"),
        joining=words("joining"),
        roles=words("roles"),
        plurals=words("plurals"),
        plural_nouns=words("plural_nouns"),
        counts=words("counts"),
        works=words("works"),
        outlet_words=words("outlet_words"),
        outlet_first=words("outlet_first"),
        link_before=words("link_before"),
        link_on=words("link_on"),
        titles=words("titles"),
        noun_before=words("noun_before"),
        abbreviations=words("abbreviations"),
        times=words("times"),
        finite=words("finite"),
        past=words("past"),
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
