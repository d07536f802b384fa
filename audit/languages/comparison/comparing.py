"""Words by what becomes of a quotation when one of them is changed; lower-case and as folded.

What is let pass and what is not follows the agencies' rules on quoting speech (The Associated Press
Stylebook, 'quotations in the news'; Reuters Handbook of Journalism, 'Quotes'): fillers and false
starts may go, words may not be changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from audit.languages.extraction import english
from audit.languages.folders import folders, read
from audit.languages.schema import key

_FILE = "comparing.toml"
_CONTRACTED_NOT = "n't"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """The words with which quotations are compared with a source."""

    negations: frozenset[str] = key("Words that negate: 'not', 'never', 'without'.")
    unspoken: frozenset[str] = key(
        "Those of them that speech leaves out beside another: 'ne' in 'ce n'est pas'."
    )
    negate_alone: frozenset[str] = key("Those that negate where it does: 'pas'.")
    elided: frozenset[str] = key(
        "Words that lose their last vowel before another: 'ce' in 'c'est'; read beside 'unspoken'."
    )
    conditions: frozenset[str] = key(
        "Words that begin a clause which turns what was said before it: 'but', 'unless', 'if'."
    )
    turns: frozenset[str] = key(
        "Those that turn the sentence before them when they come right behind a quotation: 'but'."
    )
    modals: frozenset[str] = key("Modal verbs in all their forms: 'will', 'might'.")
    pronouns: frozenset[str] = key("Personal pronouns in all their forms: 'I', 'them', 'hers'.")
    subjects: frozenset[str] = key("Those of them that are the subject of a clause: 'he', 'they'.")
    hesitations: frozenset[tuple[str, ...]] = key(
        "Sounds that are no words, made while a speaker thinks: 'um', 'uh huh'."
    )
    fillers: frozenset[tuple[str, ...]] = key(
        "Words and phrases that say nothing, said while a speaker thinks: 'you know', 'well'."
    )
    hedges: frozenset[tuple[str, ...]] = key(
        "Words and phrases with which a speaker is careful: 'I think', 'perhaps'."
    )
    intensifiers: frozenset[str] = key("Words that add force, not meaning: 'really', 'very'.")
    articles: frozenset[str] = key("The articles in all their forms: 'a', 'an', 'the'.")
    conjunctions: frozenset[str] = key(
        "Conjunctions with which speakers begin sentences, and quotations need not: 'and', 'so'."
    )
    grammar: frozenset[str] = key(
        "Words that carry grammar rather than meaning, whose change weighs little: 'of', 'which'."
    )
    small: frozenset[str] = key(
        "Words too common to show that a passage is the one quoted: 'the', 'he', 'not', 'some'."
    )
    many: frozenset[str] = key("Words of how many and how often, never small: 'all', 'seldom'.")
    units: frozenset[str] = key("Words that make a figure another figure: 'million', 'euros'.")
    ones: Mapping[str, str] = key('Words for numbers below twenty: seven = "7".')
    tens: Mapping[str, str] = key(
        "Words for tens, which a word of [ones] may follow: twenty = \"20\" in 'twenty-one'."
    )
    ordinals: Mapping[str, str] = key('Ordinals as figures have them: third = "3rd".')
    opposites: frozenset[tuple[str, str]] = key(
        "Pairs of small words, one of which in the place of the other turns a sentence: 'before', 'after'."
    )
    negated_or: frozenset[tuple[str, str]] = key(
        "Pairs of which the second goes on with a negation as the first does behind one: 'or', 'nor'."
    )
    synonyms: tuple[frozenset[str], ...] = key(
        "Words near enough in meaning that an editor would frown, not fear: 'big large huge'."
    )
    inflected: Mapping[str, str] = key(
        "Irregular forms, behind the word that they belong to: 'go goes went gone'.",
        reads=tuple[str, ...],
    )
    moods: tuple[frozenset[str], ...] = key(
        "Modal verbs that mean the same, as of reported speech: 'kann könne', 'shall will'."
    )
    false_friends: frozenset[str] = key(
        "Words of English that are other words here, and so in none of its groups: Portuguese 'no'."
    )
    stage_notes: frozenset[tuple[str, ...]] = key(
        "What stands in brackets among the words of a transcript: '(Laughter)'."
    )
    stage_words: frozenset[str] = key("Words beside them: '(Begin video clip)', '(loud cheers)'.")
    said: frozenset[str] = key(
        "Verb forms that stand between two parts of a quotation: '“Yes,” she said, “of course”'."
    )
    name_particles: frozenset[str] = key("Small words inside a person's name: 'van', 'de la'.")
    label_particles: frozenset[str] = key(
        "Small words in the label of a speaker in a transcript: 'Head of the Office:'."
    )
    name_titles: frozenset[str] = key("Titles before a name, no part of it: 'Mr', 'President'.")
    courtesy: frozenset[str] = key(
        "Those of them that nothing but a person has, so that one name behind them is a person's: 'Ms'."
    )
    short_titles: frozenset[str] = key(
        "Titles cut short, less their full stop, which ends no sentence: 'sen', 'dr'."
    )
    first_person: frozenset[str] = key("What who writes calls themselves: 'I', 'my'.")
    bylines: frozenset[str] = key("What stands before the name of a page's author: 'by'.")
    speeches: frozenset[str] = key(
        "Words in the title of a page that is one person's words throughout: 'speech', 'remarks'."
    )
    speaks_for: frozenset[str] = key(
        "Who says the words of somebody else, or speaks for them: 'spokesman', 'lawyer'."
    )
    group_words: frozenset[str] = key("Words in names of what is no person: 'party', 'times'.")

    def is_negation(self, word: str) -> bool:
        """Whether a folded word negates; English contractions in -n't do."""
        lowered = word.lower()
        return lowered in self.negations or lowered.endswith(_CONTRACTED_NOT)

    def are_opposed(self, word: str, other: str) -> bool:
        """Whether one small word in the place of the other turns a sentence."""
        return (word, other) in self.opposites or (other, word) in self.opposites

    def are_synonyms(self, word: str, other: str) -> bool:
        """Whether two words are near in meaning."""
        return any(word in group and other in group for group in self.synonyms)

    def are_moods(self, word: str, other: str) -> bool:
        """Whether two modal verbs mean the same."""
        return any(word in group and other in group for group in self.moods)


@cache
def articles() -> frozenset[str]:
    """The articles of all languages."""
    return frozenset[str]().union(*(_own(code).articles for code in folders()))


_IN_DOUBT = frozenset(
    [
        "negations",
        "conditions",
        "turns",
        "modals",
        "pronouns",
        "hesitations",
        "stage_notes",
        "stage_words",
        "said",
        "name_particles",
        "label_particles",
        "name_titles",
        "courtesy",
        "short_titles",
        "first_person",
        "bylines",
        "speeches",
        "speaks_for",
        "group_words",
    ]
)
"""Groups that are every language's where none is told: what weighs much, and what is not spoken."""


@cache
def comparing(language: str | None = None) -> Comparing:
    """The words of a language and of English, read once.

    English words are quoted everywhere, and its units and names are international. Without a
    language, what weighs much in any is heavy, and what weighs little only in English is light.

    Raises:
        LanguageError: A file lacks a key, or has one too many.
    """
    base = _own(english.LANGUAGE)
    if language is None:
        others = [_own(code) for code in folders() if code != english.LANGUAGE]
        return _joined([base, *others], only=_IN_DOUBT)
    if language == english.LANGUAGE:
        return base
    own = _own(language)
    return _joined([own, _less(base, own.false_friends)])


def own_numbers(language: str) -> Mapping[str, str]:
    """The numbers below a hundred in the words of a language alone, without the English ones."""
    own = _own(language)
    return {**own.tens, **own.ones}


@cache
def _own(language: str) -> Comparing:
    given = read(language, _FILE, Comparing)
    forms = given["inflected"]
    given["inflected"] = {
        form: group.split()[0] for group in reversed(forms) for form in group.split()
    }
    return Comparing(**given)


def _less(words: Comparing, left_out: frozenset[str]) -> Comparing:
    """The words of a language without some single ones."""
    phrases = {(word,) for word in left_out}
    made: dict[str, Any] = {}
    for field in fields(Comparing):
        group = getattr(words, field.name)
        if field.type == Mapping[str, str]:
            made[field.name] = {word: to for word, to in group.items() if word not in left_out}
        elif isinstance(group, frozenset):
            made[field.name] = group - left_out - phrases
        else:
            made[field.name] = group
    return Comparing(**made)


def _joined(languages: Iterable[Comparing], only: frozenset[str] | None = None) -> Comparing:
    """The groups of several languages in one, the first language's first; all, or only some."""
    first, *others = languages
    made: dict[str, Any] = {field.name: getattr(first, field.name) for field in fields(Comparing)}
    for other in others:
        for name, joined in made.items():
            if only is not None and name not in only:
                continue
            group = getattr(other, name)
            # of a word that several tables have, what the first says stays
            made[name] = joined + group if isinstance(joined, tuple) else group | joined
    return Comparing(**made)
