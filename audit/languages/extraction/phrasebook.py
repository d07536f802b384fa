"""The words with which reporters of other languages than English name who says something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from audit.languages.common import CommonWords, by_gender
from audit.languages.extraction.english import given_names
from audit.languages.folders import folders, has, read
from audit.languages.schema import Forms, key

_FILE = "reporting.toml"
_SUFFIX = 5  # letters of a noun that may end a compound


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasebook:
    """Words of one language by what they do; lower-cased but for the two tables of name forms.

    ``words`` are what the rooms that all languages share need of them. ``passing`` may stand
    between a verb and its subject; at ``closed`` words a noun phrase ends. ``named_ends`` and
    ``title_ends`` end compounds. ``genders`` and ``given`` tell 'he' from 'she'.
    """

    clause_opens: str = key(
        "The sign that opens a clause of saying inside the quotation: '—' in '«Es falso —dijo Vega—. No»',"
        " ',' in '« C’est faux, a dit Roy, et vil »'; empty where marks are closed before it."
    )
    drops_pronouns: bool = key(
        "Whether a verb of saying needs no subject: '«Es falso», dijo.' is a whole sentence."
    )
    nouns_capitalised: bool = key(
        "Whether every noun has a capital, so that a capital tells a noun, not a name: 'die Zeitung'."
    )
    compounds: bool = key(
        "Whether nouns are written together, so that the end of one tells what it is: 'Fachzeitschrift'."
    )
    verb_second: bool = key(
        "Whether the verb follows the first phrase, a source too, without a comma: 'Laut Lind ist …'."
    )
    verb_last: bool = key(
        "Whether a verb may end its clause: 'hat den Plan als „tot“ bezeichnet', 'dass er geht'."
    )
    bare_roles: bool = key(
        "Whether a role may speak without an article before a colon: 'Roy, maire de Lyon : « … »'."
    )
    say: frozenset[str] = key(
        "Forms of verbs of saying that no rule of [[forms]] makes: 'sagte' is made, 'sprach' is not."
    )
    infinitives: frozenset[str] = key(
        "Infinitives of verbs of saying that no rule makes; they speak behind 'to': 'acertó a decir'."
    )
    near: frozenset[str] = key(
        "Verbs that say something only right before a quotation: 'voit une « erreur »'."
    )
    passive: frozenset[str] = key(
        "Auxiliaries of a passive whose agent says the words: 'wurde von Lind „tot“ genannt'."
    )
    view: frozenset[str] = key("Words that open a view: 'Pour Lind, la loi est « mauvaise »'.")
    according: Mapping[str, tuple[tuple[str, ...], ...]] = key(
        "Phrases before a source: 'laut', 'de acuerdo con'; by their first word when read.",
        reads=tuple[str, ...],
    )
    postposed: frozenset[str] = key("Words behind a source: 'Lind zufolge'.")
    postposed_opens: frozenset[str] = key(
        "Words that may stand before a source which one of `postposed` follows: 'Angaben Linds zufolge'."
    )
    tags: frozenset[str] = key("Words that stand for the verb of saying: '„Nein“, so Lind'.")
    like: frozenset[str] = key("What opens 'wie er sagte'.")
    that: frozenset[str] = key("What opens reported speech: 'dass', 'que', 'что'.")
    stating: tuple[str, ...] = key(
        "Beginnings of the verbs of saying that take a clause for their object and no person, so that"
        " they may stand behind it: 'Le pont rouvrira, a indiqué le préfet'."
    )
    negations: frozenset[str] = key("What makes a verb say nothing: 'n’a pas dit que'.")
    infinitive_ends: tuple[str, ...] = key(
        "Endings of infinitives, which say something right behind a verb: 'dit craindre'; empty where"
        " they do not."
    )
    causing: frozenset[str] = key(
        "Verbs that say something with one infinitive only: 'fait savoir', not 'fait bondir'."
    )
    before_infinitive: frozenset[str] = key("What may stand between the two: 'dice di temere'.")
    back: frozenset[tuple[str, ...]] = key(
        "What opens a sentence and stands for the one before, which somebody said: 'Lo ha detto Roth'."
    )
    citing: frozenset[str] = key(
        "Verb forms whose object speaks, not their subject: 'Le Courrier cite Roy : « … »'."
    )
    reported: frozenset[str] = key(
        "Verb forms of reported speech, where a mood tells it: 'er sei krank', 'sie habe'."
    )
    pronouns: frozenset[str] = key("Pronouns that may be who says something: 'sie', 'quelqu’un'.")
    anybody: frozenset[str] = key("Pronouns that stand for nobody in particular: 'man', 'on'.")
    relative: frozenset[str] = key("Pronouns that open a relative clause: 'qui', 'который'.")
    strong: frozenset[str] = key(
        "Pronouns that stand behind 'according to' and prepositions alone: 'selon lui'."
    )
    possessives: frozenset[str] = key("Those inside 'according to': 'по его словам'.")
    possessives_of_several: frozenset[str] = key(
        "Those of them that stand for several, or for one and several: 'leur', 'ihrer'."
    )
    object_pronouns: frozenset[str] = key(
        "Articles that are objects before a verb: 'la ministre le demande', not 'sa demande'."
    )
    told_pronouns: frozenset[str] = key(
        "Pronouns of whom something is told, before a verb: 'le reprochó', 'gli ha risposto'."
    )
    enclitics: frozenset[str] = key("Subjects behind a verb and a hyphen: 'dit-il', 'a-t-elle'.")
    enclitic_objects: frozenset[str] = key(
        "Objects behind a verb and a hyphen: 'disse-lhe', 'queixou-se'."
    )
    reflexive: frozenset[str] = key(
        "Objects that make a form of `being` a perfect tense: 'Roy s’est exclamé'."
    )
    auxiliaries: frozenset[str] = key(
        "Auxiliaries and modals before a participle or an infinitive: 'hat', 'a', 'puede'."
    )
    being: frozenset[str] = key(
        "Those that make a passive, so that what is said of the subject is not said by it: 'est'."
    )
    copulas: frozenset[str] = key(
        "Verbs behind words without a verb of saying: '„Nein“, ist Lind überzeugt'."
    )
    finite: frozenset[str] = key(
        "Finite forms that `verb_ends` do not tell; they end a noun phrase: 'tiene', 'идёт'."
    )
    adverbs: frozenset[str] = key(
        "Adverbs and small words that may stand between a verb and its subject: 'ne pas', 'heute'."
    )
    times: frozenset[str] = key("Words that say when: 'montag', 'semaine'.")
    listeners: frozenset[str] = key("Who is told things: 'journalisten', 'presse'.")
    before_listeners: frozenset[str] = key(
        "Determiners and prepositions that look like them, before who is told: 'der Presse', 'a jornalistas'."
    )
    determiners: frozenset[str] = key(
        "Articles, possessives, numbers: what stands before a noun. 'der', 'ses', 'dos'"
    )
    articles: frozenset[str] = key("The articles among them; empty where a language has none.")
    alone: frozenset[str] = key("Determiners that may be a whole subject: 'un autre', 'viele'.")
    same: frozenset[str] = key(
        "Words for 'the same' between an article and its noun: 'la misma nota', 'le même jour'."
    )
    oblique: frozenset[str] = key("Determiners of no subject, by their case: 'dem', 'einen'.")
    genitive: frozenset[str] = key(
        "Determiners with which a noun phrase goes on: 'der Sprecher des Rates'."
    )
    prepositions: frozenset[str] = key(
        "Prepositions, with the forms that hold an article: 'mit', 'zum', 'aux', 'во'."
    )
    article_inside: frozenset[str] = key(
        "Words that hold an article, so that the noun behind them has one: 'del', 'du', 'zum', 'pelo'."
    )
    joining: frozenset[str] = key(
        "Words with which a source goes on: 'la ministre de la Culture', 'der Chef vom Amt'."
    )
    joining_adverbial: frozenset[str] = key(
        "Those that go on with the verb behind a full name: 'sagte Karin Roth bei der Vorlage'."
    )
    joining_away: frozenset[str] = key(
        "Those that lead away from who speaks: 'ruft die Malerin von der Treppe'."
    )
    joins_no_initials: bool = key(
        "Whether initials behind a joining word are who was told: 'sagte die Sprecherin von dpa'."
    )
    within: frozenset[str] = key(
        "Prepositions inside a role before its name: 'эксперт по безопасности Олег Вершинин'."
    )
    role_places: frozenset[str] = key(
        "Prepositions from a role to where it works: 'el portavoz desde Madrid', 'врач в больнице'."
    )
    participle_attributes: tuple[str, ...] = key(
        "Endings of what may stand between an article and its noun with all that belongs to it:"
        " 'eine mit der Sache vertraute Person'."
    )
    conjunctions: frozenset[str] = key("Words that open a clause or join: 'und', 'weil', 'quand'.")
    coordinating: frozenset[str] = key("Those that join what is alike: 'et', 'mais'.")
    agents: frozenset[str] = key("What comes before the agent of a passive: 'par', 'von'.")
    roles: frozenset[str] = key("Role nouns, the heads of sources: 'sprecherin', 'ministre'.")
    sources: frozenset[str] = key("Sources without a name: 'insider', 'источник'.")
    kin: frozenset[str] = key(
        "Persons by whom a name behind them is to them: 'le frère du cinéaste Paul Roy'."
    )
    kinswomen: frozenset[str] = key("Those of them who are women: 'sœur'.")
    kinsmen: frozenset[str] = key("Those of them who are men: 'frère'.")
    plural_ends: tuple[str, ...] = key(
        "Endings of nouns for several persons: 'ministres', 'Ärztinnen'."
    )
    object_relatives: frozenset[str] = key("Relative pronouns that are never a subject: 'que'.")
    so: frozenset[str] = key(
        "What opens a sentence on words alone before it: 'Così la sindaca ha commentato'."
    )
    matters: frozenset[str] = key(
        "Nouns that open a sentence before a colon and say nothing: 'Ответ пришёл в мае: «…»'."
    )
    courts: frozenset[str] = key(
        "Who tries somebody, and is not who speaks next: 'El tribunal absolvió a Roy. «Por fin», dijo'."
    )
    signs: frozenset[str] = key(
        "What bears words that nobody in the article says: 'Une banderole proclame « Non »'."
    )
    sayings: frozenset[str] = key("Nouns that stand for their speaker: 'Roths Antwort: „…“'.")
    speaking_from: frozenset[str] = key(
        "Prepositions before a body that speaks: 'сообщили в пресс-службе', 'Aus dem Ministerium'."
    )
    bodies: frozenset[str] = key("Such bodies: 'пресс-служба', 'gobierno'.")
    bodiless: frozenset[str] = key("Verbs that only bodies and documents have: 'говорится'.")
    impersonal: frozenset[tuple[str, str]] = key(
        "Verb and pronoun behind which anybody may speak: 'hieß es aus dem Amt'."
    )
    impersonal_ends: tuple[str, ...] = key(
        "Endings of verbs that need no subject beside a body: 'заявили в Кремле'."
    )
    titles: frozenset[str] = key("Titles before a name: 'herr', 'ministra', 'dr'.")
    abbreviations: frozenset[str] = key(
        "Abbreviations, less their full stop, which ends no sentence: 'dr', 'etc'."
    )
    named: frozenset[str] = key(
        "Nouns before a name in quotation marks, which is nobody's words: 'die Zeitung „Nordblick“'."
    )
    terms: frozenset[str] = key("Nouns before a word spoken of, not said: 'das Wort „Krise“'.")
    called: frozenset[str] = key("Verbs behind a title: '„Staub“ heißt die Schau'.")
    quoting: frozenset[str] = key(
        "Words before which words in marks with a capital are no name: 'como un “Brexit”'."
    )
    carries: frozenset[str] = key("Words before an outlet that was told something: 'à', 'via'.")
    places: frozenset[str] = key(
        "Where words stand; a link on one stands for them: 'communiqué', 'interview', 'hier'."
    )
    outlet_words: frozenset[str] = key(
        "Words of the names of outlets that no list knows, the last ones: 'zeitung', 'noticias'."
    )
    outlet_first: frozenset[str] = key("First words of such names: 'radio'.")
    elided: frozenset[str] = key("Words that lose their vowel before another: 'l’élu'.")
    he: frozenset[str] = key("Pronouns for a man: 'er', 'lui'.")
    she: frozenset[str] = key("Pronouns for a woman: 'sie', 'elle'.")
    masculine: frozenset[str] = key("Words before a name that tell a man: 'herr', 'le'.")
    feminine: frozenset[str] = key("Words before a name that tell a woman: 'frau', 'la'.")
    feminine_ends: tuple[str, ...] = key("Endings of role nouns that tell a woman: 'Kuratorin'.")
    nobiliary: frozenset[str] = key("Small words inside a name: 'von', 'de la'.")
    men: frozenset[str] = key("First names of men.")
    women: frozenset[str] = key("First names of women.")
    participle_ends: tuple[str, ...] = key(
        "Endings of forms of `say` that are a verb only behind an auxiliary: 'a déclaré'."
    )
    agreeing: tuple[str, ...] = key(
        "Endings of such forms that agree with who is meant, each with the plain one: 'l'ha definita'."
    )
    participles: tuple[str, ...] = key(
        "Endings of participles that open a clause: 'Consultado por Clarín, …'."
    )
    enclosed_verbs: tuple[str, ...] = key(
        "Endings of a verb that no list knows, alone inside the marks: '—bromea—'."
    )
    verb_ends: tuple[str, ...] = key(
        "Endings of finite verbs that no noun has; they end a noun phrase: '-aron', '-ется'."
    )
    adjective_ends: tuple[str, ...] = key(
        "Endings of adjectives that stand behind their noun or a name: '-iste', '-ense'."
    )
    attribute_ends: tuple[str, ...] = key(
        "Endings of adjectives with a capital before their noun: 'Варшавского университета'."
    )
    object_ends: tuple[str, ...] = key("Endings of a noun that opens a sentence as its object.")
    dative_ends: tuple[str, ...] = key(
        "Endings of a name in marks that was told something: 'сообщил «Коммерсанту»'."
    )
    bare_ends: tuple[str, ...] = key(
        "Endings of common nouns that may be a subject without a determiner: plurals in '-s';"
        " one empty text lets every noun."
    )
    not_bare: tuple[str, ...] = key("Endings that are none all the same: '-ados', '-amos'.")
    genitive_men: tuple[tuple[str, str], ...] = key(
        'Endings of men\'s first names in the genitive and the nominative: ["я", "ь"]; empty where names'
        " are not declined."
    )
    patronymic_ends: tuple[str, ...] = key(
        "Endings of a father's name between first name and surname: 'Иван Петрович Сидоров'."
    )
    genitive_women: tuple[tuple[str, str], ...] = key("Those of women's first names.")
    genitive_surnames_men: tuple[tuple[str, str], ...] = key("Those of men's surnames.")
    genitive_surnames_women: tuple[tuple[str, str], ...] = key("Those of women's surnames.")
    forms: tuple[Forms, ...] = key(
        "Verbs of saying by rule: every stem with every ending; `infinitive` is the ending of that form."
    )
    contracted: Mapping[str, str] = key(
        "Words that hold the article of an outlet's name: au = \"Le\" of 'au Monde'."
    )
    declined: Mapping[str, str] = key(
        "The nominative of words in outlets' names: 'Deutschen' = 'Deutsche'."
    )
    words: CommonWords
    passing: frozenset[str]
    closed: frozenset[str]
    named_ends: tuple[str, ...]
    title_ends: tuple[str, ...]
    genders: Mapping[str, str]
    given: Mapping[str, str]


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that have a phrasebook."""
    return tuple(code for code in folders() if has(code, _FILE))


@cache
def phrasebook(language: str) -> Phrasebook:
    """The phrasebook of a language that has one, read once.

    Raises:
        LanguageError: There is no phrasebook of ``language``, or it lacks a key, or has one too
            many.
    """
    given = read(language, _FILE, Phrasebook)
    forms: tuple[Forms, ...] = given["forms"]
    given["say"] |= {stem + end for verb in forms for stem in verb.stems for end in verb.ends}
    given["infinitives"] |= {
        stem + verb.infinitive for verb in forms if verb.infinitive for stem in verb.stems
    }
    given["according"] = _by_first_word(given["according"])
    passing = given["auxiliaries"] | given["adverbs"] | given["times"] | given["listeners"]
    compounds = given["compounds"]
    return Phrasebook(
        **given,
        words=_common(given),
        passing=passing,
        closed=passing.union(*(given[group] for group in _CLOSED)),
        named_ends=_ends(given["named"]) if compounds else (),
        title_ends=_ends(given["titles"]) if compounds else (),
        genders=by_gender(given["he"], given["she"]),
        given=_given(given),
    )


def _given(given: Mapping[str, Any]) -> Mapping[str, str]:
    """First names by gender; where nouns have no capital, those that English news know too."""
    own = by_gender(given["men"], given["women"])
    return own if given["nouns_capitalised"] else {**given_names(), **own}


_CLOSED = ("prepositions", "conjunctions", "pronouns", "like")


def _common(given: Mapping[str, frozenset[str]]) -> CommonWords:
    return CommonWords(
        say={form: form for form in given["say"]},
        nouns=given["places"],
        link_on=given["places"],
        link_before=given["carries"],
        conjunctions=given["conjunctions"].union(
            *(given[group] for group in ("prepositions", "times", "adverbs"))
        ),
        prepositions=given["prepositions"] | given["joining"],
        **{group: given[group] for group in _AS_GIVEN},
    )


_AS_GIVEN = (
    "pronouns",
    "relative",
    "determiners",
    "roles",
    "titles",
    "times",
    "abbreviations",
    "outlet_words",
    "outlet_first",
)


def _ends(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word in sorted(words) if len(word) >= _SUFFIX)


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.replace("’", "'").replace("l'", "l' ").split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in table.items()}
