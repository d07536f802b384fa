"""Whether two speakers are a man and a woman, as their pronouns and given names tell.

Pronouns are in ``gendered.toml``; a given name tells where no language that lists it has it as the
other's.
"""

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from audit.languages.extraction.english import given_names
from audit.languages.extraction.phrasebook import languages, phrasebook


def are_of_two(one: str, other: str) -> bool:
    """Whether one of two is a man and the other a woman; one of them at least is a pronoun."""
    if not (is_pronoun(one) or is_pronoun(other)):
        return False
    ours, theirs = _gender_of(one), _gender_of(other)
    return "" not in (ours, theirs) and ours != theirs


def is_pronoun(word: str) -> bool:
    """Whether a word is a pronoun that tells a man from a woman, of any language."""
    return word.casefold() in _pronouns()


def _gender_of(speaker: str) -> str:
    """'he' or 'she', by a pronoun or a given name; empty where neither tells."""
    pronoun = _pronouns().get(speaker.casefold())
    first = next((word for word in speaker.split() if word[:1].isupper()), "")
    genders: set[str] = _given().get(first.casefold(), set())
    return pronoun or (next(iter(genders)) if len(genders) == 1 else "")


@cache
def _pronouns() -> dict[str, str]:
    text = (files("audit.languages") / "gendered.toml").read_text(encoding="utf-8")
    groups: dict[str, str] = tomllib.loads(text)
    return {word: gender for gender, words in groups.items() for word in words.split()}


@cache
def _given() -> dict[str, set[str]]:
    """The genders of given names, in small letters, in all languages that know them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for names in (given_names(), *(phrasebook(code).given for code in languages())):
        for name, gender in names.items():
            found[name].add(gender)
    return dict(found)
