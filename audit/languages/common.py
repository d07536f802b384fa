"""Words of every language that all languages share: sentences, outlets, links."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit.languages.schema import key


def among(word: str, *groups: frozenset[str]) -> bool:
    """Whether a word is in one of several groups; joining the groups for it would cost more."""
    for group in groups:  # noqa: SIM110 - any() takes twice as long, and this is asked of every word
        if word in group:
            return True
    return False


def by_gender(he: frozenset[str], she: frozenset[str]) -> dict[str, str]:
    """The pronoun that each word tells of: 'he' of the words of one group, 'she' of the other's."""
    return {word: pronoun for pronoun, words in (("he", he), ("she", she)) for word in words}


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonWords:
    """Words of one language by what they do, lower-cased.

    ``say`` maps each form of a verb of saying to its lemma, or to itself where no lemma is known.
    """

    say: Mapping[str, str]
    pronouns: frozenset[str] = key("Pronouns that may be who says something: 'she', 'they'.")
    relative: frozenset[str] = key("Pronouns that open a relative clause: 'who', 'which'.")
    determiners: frozenset[str] = key(
        "Articles, possessives, numbers: what stands before a noun. 'the', 'her', 'two'"
    )
    conjunctions: frozenset[str] = key(
        "Words at which a noun phrase cannot go on to the left or right: 'and', 'because'."
    )
    prepositions: frozenset[str] = key("Prepositions: 'of', 'during', 'despite'.")
    nouns: frozenset[str] = key("Nouns of saying that introduce words: 'in a statement'.")
    roles: frozenset[str] = key(
        "Role nouns, the heads of sources: 'spokeswoman of', 'officials at', 'mayor'."
    )
    titles: frozenset[str] = key("Titles before a name: 'Mr', 'President'.")
    times: frozenset[str] = key("Words that say when: 'Monday', 'week', 'yesterday'.")
    link_before: frozenset[str] = key(
        "A link behind one of these stands for the words: 'in a statement', 'told reporters here'."
    )
    link_on: frozenset[str] = key("A link on one of these stands for the words: 'here', 'source'.")
    abbreviations: frozenset[str] = key(
        "Abbreviations, less their full stop, which ends no sentence: 'mr', 'etc'."
    )
    outlet_words: frozenset[str] = key(
        "Last words of the names of outlets that no list knows: 'the Kelmouth Echo'."
    )
    outlet_first: frozenset[str] = key("First words of such names: 'Radio Kelmouth'.")

    def may_close(self, abbreviation: str) -> bool:  # noqa: ARG002 - languages that can tell say so
        """Whether the full stop of an abbreviation may end a sentence too, as that of 'Ont.'."""
        return False
