"""The cue words and function words of English, which has an engine of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from audit.languages.common import CommonWords, by_gender
from audit.languages.folders import read
from audit.languages.schema import Ordered, key

LANGUAGE = "en"
_FILE = "english.toml"
_SENDS = "send"
_VERBS = ("say", "label", "view", "passive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon(CommonWords):
    """English words by what they do, lower-cased.

    The four verb tables, ``say``, ``label``, ``view`` and ``passive``, map each inflected form to
    its lemma. ``phrasal`` holds (verb form, preposition) pairs.
    """

    say: Mapping[str, str] = key(
        "Verbs of saying, as lemmas: take 'that', a quotation, or stand in ', X said' or ', said X'.",
        reads=Ordered,
    )
    label: Mapping[str, str] = key(
        "Verbs that carry quoted words but no that-clause: 'called it a “…”', 'blasted it as “…”'.",
        reads=Ordered,
    )
    view: Mapping[str, str] = key(
        "Verbs of holding a view: passive 'is seen by X as …' is a statement; active only with 'that'.",
        reads=Ordered,
    )
    passive: Mapping[str, str] = key(
        "Verbs in the passive whose agent says the words: 'labeled “…” by X', 'seen by X as …'.",
        reads=Ordered,
    )
    asks: frozenset[str] = key("Verbs that one is asked by somebody: 'was asked by a caller why'.")
    parts: frozenset[str] = key(
        "What points are of that are counted: '1.4 percentage points to 38'."
    )
    asked: frozenset[str] = key("What opens a question behind them: 'about', 'whether', 'to'.")
    object: frozenset[str] = key(
        "Verbs whose object is what was said: 'cited the floods of 2019', 'urged voters to stay'."
    )
    object_ends: frozenset[str] = key(
        "At these what is cited or denied ends: 'denied the charges despite …'."
    )
    matters: frozenset[str] = key(
        "Prepositions behind a verb of saying that bring what was said: 'asked about the floods'."
    )
    phrasal: frozenset[tuple[str, str]] = key(
        "Verbs with their preposition: 'point to the record'."
    )
    bare: frozenset[str] = key("Verbs that take a clause without 'that': 'he said it was over'.")
    intent: frozenset[str] = key("Verbs whose infinitive is what was said: 'vowed to fight'.")
    auxiliaries: frozenset[str] = key(
        "Auxiliaries and adverbs that may stand between a subject and its verb: 'has', 'also'."
    )
    often: frozenset[str] = key(
        "Adverbs, beside those in '-ly', between 'be' and a participle: 'is sometimes called'."
    )
    be: frozenset[str] = key("Forms of 'be'.")
    finite: frozenset[str] = key("Signs of a finite clause: 'is', 'can't'.")
    past: frozenset[str] = key(
        "Past tenses that no rule makes: what stands behind a noun as its verb: 'went'."
    )
    afterthoughts: frozenset[str] = key(
        "Words behind a subject that are of neither it nor its verb: 'the campaign workers here said'."
    )
    pairs: frozenset[str] = key(
        "Adjectives that 'and' may join before a noun: 'current and former officials'."
    )
    alone: frozenset[str] = key("Determiners that may be a whole subject: 'most', 'another'.")
    bare_verbs: frozenset[str] = key("Base forms that are no nouns: 'majorities in all five say'.")
    cited_ends: frozenset[str] = key("At these ends what 'according to' names: 'because', 'will'.")
    opens_first: frozenset[str] = key(
        "What opens a clause before the main one: 'While he said so, it is unlikely'."
    )
    clause_openers: frozenset[str] = key("Words before the subject of a clause: 'that', 'when'.")
    headline_verbs: frozenset[str] = key(
        "Unmistakable where every word is capitalised: 'Mayor Says Bridge Is Safe'."
    )
    closing_abbreviations: frozenset[str] = key(
        "Abbreviations behind which a sentence may end: 'inc', 'ont'."
    )
    times_too: frozenset[str] = key(
        "Days, months and seasons that are first names too: 'said June Weber'."
    )
    names_too: frozenset[str] = key(
        "Words that are names too where they are capitalised inside a name: 'said Will Doyle'."
    )
    naming: frozenset[str] = key(
        "Before what something is called: 'known as “the Loop”', 'words such as “attack”'."
    )
    no_adverbs: frozenset[str] = key("Words in '-ly' that are no adverbs: 'family'.")
    numbers: frozenset[str] = key("Numbers that stand for people: 'two in three said'.")
    participles: frozenset[str] = key(
        "Participles that are no past tense: without 'have' they say what something is, 'known as'."
    )
    stand_alone: frozenset[str] = key(
        "Determiners behind which a plural verb may stand: 'some say', 'most agree'."
    )
    subordinate: frozenset[str] = key(
        "What opens a clause that hangs on another: its subject is not whom ', calling it' is about."
    )
    joining: frozenset[str] = key(
        "Prepositions with which a source goes on: 'a spokesman for the mayor', 'officials in Iowa'."
    )
    bynames: frozenset[str] = key(
        "Right before what something is known by: 'known as an “upper”', 'a so-called “bridge”'."
    )
    calls: frozenset[str] = key(
        "Verbs of giving names, whose participle stands behind what is called so: 'products labelled “clean”'."
    )
    only_beside: frozenset[str] = key(
        "Verbs that say words right beside them only: '“…,” he began', not 'he began a “detox”'."
    )
    prints: frozenset[str] = key(
        "What words are printed on, and who speaks no more than that: 'the bottle says “flush-free”'."
    )
    works: frozenset[str] = key(
        "Nouns beside which a quoted name is a title: 'the film “…”', 'host of “…”'."
    )
    chants: frozenset[str] = key(
        "Words before which words are shouted or shown: 'chants of “…”', 'a sign reading “…”'."
    )
    mute: frozenset[str] = key("What says nothing, whatever verb follows: 'the stock added 2 %'.")
    vague: frozenset[str] = key(
        "Whoever quoted words are nobody's with, unless a verb of saying ties them: 'people'."
    )
    places: frozenset[str] = key("Places that act and say nothing: 'the town opened a “…”'.")
    labels: frozenset[str] = key("What stands before a colon and is no speaker: 'Heat: “high”'.")
    imperatives: frozenset[str] = key(
        "Verbs with which a sentence asks its reader for something: 'Read more about “…”'."
    )
    particles: frozenset[str] = key(
        "Words between a verb of saying and the speaker behind it: '“…,” points out Leo Marsh'."
    )
    outlet_nouns: frozenset[str] = key(
        "Nouns for an outlet that was named before: 'told the newspaper'."
    )
    joins: frozenset[str] = key(
        "Before a cue, what makes it stand beside an earlier one: 'said no and called it “…”'."
    )
    when: frozenset[str] = key("Words that may stand between a verb of saying and its 'that'.")
    opens_when: frozenset[str] = key(
        "Words that open nothing but when or where something was said: 'on Monday'."
    )
    finds: frozenset[str] = key(
        "Verbs that say what a poll counts: 'a CNN poll has Lee ahead', 'puts him at 4 percent'."
    )
    quotes: frozenset[str] = key("Verbs of quoting somebody 'as saying': 'quoted', 'cited'.")
    quoted_as: frozenset[str] = key("What stands behind that 'as': 'saying'.")
    modals: frozenset[str] = key(
        "Verbs of what may be, not of what is said: 'he could add a title'."
    )
    inclined: frozenset[str] = key(
        "Verbs before 'to' whose subject says what follows: 'her grandfather used to say'."
    )
    nobody: frozenset[str] = key("Whose words nobody says: 'Nobody calls it “lazy”'.")
    thrown_in: frozenset[str] = key("Words that commas put before a verb: 'has, however, said'.")
    ready: frozenset[str] = key(
        "Adjectives behind 'be' before 'to' with the same effect: 'was quick to point out'."
    )
    unanswered: frozenset[str] = key(
        "Those of which only the base form counts: 'did not respond to', not 'responded to'."
    )
    governs: Mapping[str, tuple[str, ...]] = key(
        "Prepositions behind verbs of saying that bring what was said: 'agreed with the plan'."
    )
    have: frozenset[str] = key("Forms of 'have', before a participle.")
    institutions: frozenset[str] = key("Words of names that are no person's: 'university'.")
    plurals: frozenset[str] = key(
        "Words without a plural's 's' behind which a verb stands in its base form: 'people say'."
    )
    polls: frozenset[str] = key(
        "What counts people and finds no more: 'a poll finds 9 in 10 for it'."
    )
    bearers: frozenset[str] = key("What carries words, beside nouns of saying: 'ads calling it'.")
    counts: frozenset[str] = key("What counts and measures, and so speaks: 'In a Gallup poll, …'.")
    issued: frozenset[str] = key(
        "Participles behind what is published: 'a poll released on Friday'."
    )
    made: frozenset[str] = key(
        "Nouns of what an outlet makes, behind which it is named: 'an analysis by the Post'."
    )
    no_finite: frozenset[str] = key(
        "Words with a verb's ending that are none behind a comma: 'this', 'news'."
    )
    requests: frozenset[str] = key(
        "What reporters ask somebody for, which is no statement: 'asked the ministry for comment'."
    )
    asks_whether: frozenset[str] = key(
        "What opens a question that is reported: 'asked whether', 'explained why'."
    )
    adds: frozenset[str] = key(
        "Nouns of 'in addition', 'in fact', which may open a sentence before its source."
    )
    bound_by: frozenset[str] = key("Behind a participle that is no past tense: 'cuts proposed by'.")
    no_past: frozenset[str] = key(
        "Participles that are no past tense, whatever follows: 'based', 'titled'."
    )
    goes_on: frozenset[str] = key(
        "Verbs of saying behind 'and' or 'but' whose subject is the speaker before: 'but added'."
    )
    counted: frozenset[str] = key("Pronouns of whom a poll counts: 'puts him at 4 percent'.")
    dated: frozenset[str] = key(
        "What stands behind a poll that is dated or placed: 'a poll last week'."
    )
    has_things: frozenset[str] = key(
        "Verbs that take a thing as often as words: 'lists “drowsiness”'."
    )
    persons: frozenset[str] = key("Pronouns of persons, who can speak: 'he', 'who'.")
    things: frozenset[str] = key("Pronouns of things, which rarely speak: 'it', 'there'.")
    opens_relative: frozenset[str] = key(
        "What opens a relative clause behind a subject, 'whose' too: 'officials who'."
    )
    answers: frozenset[str] = key(
        "Nouns of saying only where they are somebody's: 'Her verdict: “…”', not 'Short answer:'."
    )
    plural_nouns: frozenset[str] = key("Verb forms in '-s' that are mostly plural nouns: 'claims'.")
    of_noun: frozenset[str] = key(
        "Words behind which a form in '-s' is a noun: 'media reports of a flood'."
    )
    only_nouns: frozenset[str] = key(
        "Those of them that are verbs before 'that' alone: 'federal rules', 'the state records'."
    )
    sent: frozenset[str] = key(
        "Forms of sending words, whose base forms are nouns: 'texted', 'emailed'."
    )
    noun_before: frozenset[str] = key(
        "Words before which a verb form is a noun: 'the report', 'Trump's claims'."
    )
    irregular: Mapping[str, tuple[str, ...]] = key("Forms of verbs that no rule makes.")

    def is_verb(self, word: str) -> bool:
        """Whether a lower-cased word is a form of a cue verb."""
        return word in self.say or word in self.label or word in self.view

    def may_close(self, abbreviation: str) -> bool:
        """Whether the full stop of an abbreviation may end a sentence too, as that of 'Ont.'."""
        return abbreviation in self.closing_abbreviations


@cache
def lexicon() -> Lexicon:
    """The words of English, read once.

    Raises:
        LanguageError: The file lacks a key, or has one too many.
    """
    given = read(LANGUAGE, _FILE, Lexicon)
    verbs = {table: _forms(given[table], given["irregular"]) for table in _VERBS}
    verbs["say"] |= dict.fromkeys(given["sent"], _SENDS)
    return Lexicon(**(given | verbs))


@cache
def cue_openers() -> frozenset[str]:
    """The lower-cased words with which cues begin, and the colon: most words are none."""
    words = lexicon()
    firsts = {first for first, _ in words.phrasal}
    verbs = words.say.keys() | words.label.keys() | words.view.keys()
    others = {"according", "as", "by", "in", "per", "to", ":"}
    return frozenset(firsts | verbs | words.finds | words.nouns | words.answers | others)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNames:
    """Given names that tell 'he' from 'she'; a name that both bear stands in neither list."""

    he: frozenset[str] = key("First names of men.")
    she: frozenset[str] = key("First names of women.")


@cache
def given_names() -> Mapping[str, str]:
    """'he' or 'she' by lower-cased given name."""
    given = GivenNames(**read(LANGUAGE, "given_names.toml", GivenNames))
    return by_gender(given.he, given.she)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Words by which names in English statements are told from other capitalised words."""

    joins: frozenset[str] = key("Small words inside a name: 'Ludwig van Beethoven'.")
    titles: frozenset[str] = key(
        "Titles before a name, no part of it; the sentence goes on behind their full stop: 'mr'."
    )
    no_names: frozenset[str] = key(
        "Words that are capitalised at a sentence's start, or always, and begin no name: 'the'."
    )
    named_with_of: frozenset[str] = key(
        "Words with which a name goes on 'of …' even behind others: 'Supreme Court of Canada'."
    )
    abbreviations: frozenset[str] = key(
        "Abbreviations that belong to a name, full stop included: 'St. Petersburg'."
    )


@cache
def name_words() -> NameWords:
    """The words that part names from other capitalised words, read once."""
    return NameWords(**read(LANGUAGE, "names_in_statements.toml", NameWords))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWords:
    """Words by which persons are told from other names, lower-cased."""

    he: frozenset[str] = key("Titles and nouns of men: 'Mr', 'brother'.")
    she: frozenset[str] = key("Titles and nouns of women: 'Mrs', 'sister'.")
    kin: frozenset[str] = key(
        "What relatives and companions are to somebody; a name that follows is a person's:"
        " 'her uncle Andrés'."
    )
    occupations: frozenset[str] = key(
        "What somebody is, before a name, beside titles and roles: 'Drummer', 'Baroness',"
        " 'Inspector'."
    )
    no_person: frozenset[str] = key(
        "Words of names that are no person's, beside institutions: 'labs', 'street', 'united'."
    )
    never_surnames: frozenset[str] = key(
        "Those of them that are no surnames, so that a given name before them makes no person:"
        " 'Grace Hospital'."
    )
    place_first: frozenset[str] = key(
        "First words of names of places: 'San Ildefonso', 'Saint Brendan', 'Fort Worth'."
    )
    credits: frozenset[str] = key(
        "Words that open the credit of a picture: 'Photo by Martin Cross'."
    )
    employs: frozenset[str] = key(
        "Verbs of what companies do with people: 'Halvex appointed Ann Bello'."
    )
    suffixes: frozenset[str] = key("What stands behind a name as part of it: 'Jr.'.")
    honours: frozenset[str] = key("What stands behind a name and is no part of it: 'OBE', 'PhD'.")
    also_verbs: frozenset[str] = key(
        "Nouns of persons and of what they write that are verbs too: 'Lee advocates a tax'."
    )

    def pronoun_of(self, noun: str) -> str | None:
        """'he' or 'she', as a lower-cased title or noun tells; None where it tells neither."""
        return "he" if noun in self.he else "she" if noun in self.she else None


@cache
def person_words() -> PersonWords:
    """The words that part persons from other names, read once."""
    return PersonWords(**read(LANGUAGE, "persons.toml", PersonWords))


@cache
def before_names() -> frozenset[str]:
    """What stands before a person's name and says what somebody is: 'mr', 'drummer', 'aunt'."""
    words, persons = lexicon(), person_words()
    return words.titles | words.roles | persons.occupations | persons.kin


@cache
def begin_no_name() -> frozenset[str]:
    """Words that begin no name, however they are written: 'the', 'and', 'monday'."""
    words = lexicon()
    closed = words.conjunctions | words.prepositions | words.determiners | words.pronouns
    return closed | words.finite | words.times


@cache
def end_names() -> frozenset[str]:
    """Words that no name goes on with, though they are capitalised: 'And', 'From'."""
    words = lexicon()
    closed = words.conjunctions | words.prepositions | words.determiners
    return closed - name_words().joins


def _forms(lemmas: Ordered, irregular: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
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
