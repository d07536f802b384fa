"""How English words may be written, lower-case and as folded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from audit.languages.extraction import english
from audit.languages.folders import read
from audit.languages.schema import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Spellings of English that leave a word the same, and those that make it another."""

    respelled: Mapping[str, str] = key('One spelling of a word for several: gray = "grey".')
    names: Mapping[str, str] = key(
        'Names with more than one spelling, one of them for the others: kiev = "kyiv".'
    )
    our_words: frozenset[str] = key("Words in '-our' that American English writes '-or'.")
    re_words: frozenset[str] = key("Words in '-re' that American English writes '-er'.")
    ise_kept: frozenset[str] = key("Words in '-ise' that no spelling writes with a z.")
    shortened: Mapping[str, str] = key(
        'Words and what they stand for when spoken out: gonna = "going to".'
    )
    endings: Mapping[str, str] = key("Contracted endings and the words they stand for.")
    s_stands_for_is: frozenset[str] = key(
        "Words after which 's is 'is' or 'has', not a possessive: 'that's'."
    )
    capitals_make_another_word: frozenset[str] = key(
        "Words that name something else when written in capitals alone: 'US'."
    )
    capital_makes_another_word: frozenset[str] = key(
        "Words that name something else with a capital, unless it begins a sentence: 'May'."
    )
    hyphen_makes_another_word: frozenset[str] = key(
        "Closed words that mean something else than the same letters with a hyphen: 'resign'."
    )
    apostrophe_makes_another_word: frozenset[str] = key(
        "Words that mean something else without their apostrophe: 'were'."
    )


@cache
def spelling() -> Spelling:
    """The spellings of English, read once."""
    return Spelling(**read(english.LANGUAGE, "spelling.toml", Spelling))
