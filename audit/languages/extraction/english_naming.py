"""English words inside and beside names: of offices, groups, works, and how people are called."""

from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.english import LANGUAGE
from audit.languages.folders import read
from audit.languages.schema import key

_FILE = "naming.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingWords:
    """Words inside and beside English names, lower-cased."""

    before_things: frozenset[str] = key(
        "Before a name of two words or more, what says that it is no person's: 'the Harrow Union'."
    )
    addresses: frozenset[str] = key("How persons are addressed, before a name: 'Dr'.")
    callings: frozenset[str] = key(
        "Endings of what somebody does, before a given name: 'Cutler Anna Lind'."
    )
    before_callings: frozenset[str] = key(
        "Before what somebody is, however it is written: 'former Brumby Anna Lind'."
    )
    of_office: frozenset[str] = key(
        "Inside an office, before what it is of: 'Secretary of State', 'Secretary to the Treasury'."
    )
    before_office: frozenset[str] = key("Before the hyphen of an office: 'Vice-President'.")
    behind_office: frozenset[str] = key("Behind an office and a hyphen: 'Mayor-elect'.")
    inside_groups: frozenset[str] = key(
        "Inside the name of a group, before its last words: 'the Ministry of Works'."
    )
    of_no_group_again: frozenset[str] = key(
        "Nouns of groups that name others too where they stand alone: 'the administration'."
    )
    small_in_titles: frozenset[str] = key("Words that a title writes small: 'The Art of the Deal'.")
    of_works: frozenset[str] = key("Right before the quoted name of a work: 'in “…”'.")
    days: frozenset[str] = key("Times that are capitalised in names: 'USA TODAY'.")
    number_signs: frozenset[str] = key("Before a number that is a house: 'No 10 says'.")
    state_nouns: frozenset[str] = key("Forms of 'state' that are its noun: 'state legislatures'.")
    name_articles: frozenset[str] = key("Small words that a hyphen joins to a name: 'al-Hamid'.")
    beside_owned: frozenset[str] = key("Between a name and its owned relative: 'Orr and his wife'.")


@cache
def naming_words() -> NamingWords:
    """The words, read once.

    Raises:
        LanguageError: The file lacks a key, or has one too many.
    """
    return NamingWords(**read(LANGUAGE, _FILE, NamingWords))
