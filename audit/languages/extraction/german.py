"""The words of German grammar, for the engine that reads its clauses.

Its cues are a phrasebook's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from audit.languages.extraction.german_verbs import Verb, verbs_of
from audit.languages.extraction.phrasebook import phrasebook
from audit.languages.folders import read
from audit.languages.schema import key

LANGUAGE = "de"
_FILE = "grammar.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Words of German by what they do in a clause, lower-cased.

    ``verbs`` has the readings of each form of a verb of saying; of a separable verb the forms
    without the particle too, as those of the bare verb.
    """

    say: frozenset[str] = key(
        "Verbs of saying by rule: infinitives, a bar behind a separable particle: 'mit|teilen'."
    )
    infinitive: frozenset[str] = key(
        "Of these, those whose zu-infinitive is what was said: 'kündigte an, … zu verteilen'."
    )
    bare: frozenset[str] = key(
        "Those behind which a main clause in the indicative is what was said: 'Er sagte, er kommt'."
    )
    label: frozenset[str] = key(
        "Those that need an object and so say nothing by themselves before words: 'nannte sie „…“'."
    )
    cite: frozenset[str] = key(
        "Verbs in '„…“, zitiert die Zeitung den Minister': what they have as an object speaks."
    )
    called: frozenset[str] = key(
        "What is called is nobody's words: 'gilt als „…“', 'bekannt als „…“', 'trägt den Titel „…“'."
    )
    no_verbs: frozenset[str] = key("Words in lower case that look like finite verbs and are none.")
    subordinators: frozenset[str] = key("What opens a clause whose verb comes last.")
    relative: frozenset[str] = key("Relative pronouns.")
    particles: frozenset[str] = key("Particles that end a main clause whose verb they belong to.")
    views: frozenset[str] = key(
        "Nouns behind 'nach' that only say whose view it is: 'nach Ansicht der Partei'."
    )
    documents: frozenset[str] = key(
        "Nouns that carry what somebody says, and speak themselves: 'nach einer Studie der"
        " Universität'."
    )
    holdings: frozenset[str] = key(
        "Nouns behind which a clause says what somebody holds: 'vertrat die Auffassung, dass'."
    )
    stances: frozenset[str] = key(
        "Adjectives behind which a clause says what somebody holds: 'zeigte sich überzeugt, dass'."
    )
    giving: frozenset[str] = key("What 'gab zu' says with these: 'gab zu bedenken'.")
    dative: frozenset[str] = key(
        "Verbs of saying with somebody in the dative, who may stand first: 'Der Partei warf er vor'."
    )
    back: frozenset[str] = key(
        "Words that stand for the sentence before: 'Das teilte die Polizei mit'."
    )
    onward: frozenset[str] = key(
        "Adverbs that go on with what a source said: 'Demnach sei niemand verletzt'."
    )
    hence: frozenset[str] = key(
        "Adverbs that stand for the source before: 'Demnach starben drei Menschen'."
    )
    tell: frozenset[str] = key("Verbs that say the sentence before, in 'Das berichtete …'.")
    carrying: frozenset[str] = key(
        "Words with which an outlet tells something itself: 'schrieb der Spiegel', 'laut Spiegel'."
    )
    bodies: frozenset[str] = key(
        "Heads of who speaks that is no person, the ends of compounds too: 'bundesregierung'."
    )
    first: frozenset[str] = key(
        "Forms of the first subjunctive, which no indicative has: 'sei', 'habe'."
    )
    second: frozenset[str] = key(
        "Forms of the second subjunctive, which may stand for the first: 'hätten'."
    )
    auxiliary: frozenset[str] = key("Auxiliaries and modals in the indicative.")
    full: frozenset[str] = key(
        "Finite forms of other frequent verbs, by which a main clause is known."
    )
    nobody: frozenset[str] = key("Words that are no subject who speaks: 'man', 'das', 'so'.")
    strong_past: frozenset[str] = key(
        "Past forms of strong verbs in the singular: 'warf', 'hielt'."
    )
    strong_pasts: frozenset[str] = key("The same in the plural: 'warfen', 'hielten'.")
    strong_pasts_too: frozenset[str] = key(
        "Those that a participle looks like behind a prefix: 'erschienen'."
    )
    strong_present: frozenset[str] = key("The third person of their present: 'wirft', 'hält'.")
    personal: frozenset[str] = key("Pronouns that may be a whole subject: 'er', 'diese'.")
    no_subjects: frozenset[str] = key("Articles and pronouns in cases of no subject: 'dem', 'ihn'.")
    persons: frozenset[str] = key("Pronouns that stand for persons: 'er'.")
    aside: frozenset[str] = key(
        "Behind a verb, what joins it to the subject of the clause before: ', sagte aber, …'."
    )
    found: frozenset[str] = key(
        "Verbs that say nothing with 'sich': 'Das Motiv fand sich dort: „…“'."
    )
    unnamed: frozenset[str] = key("Pronouns behind a verb that name nobody: 'es', 'man'.")
    oblique_articles: frozenset[str] = key("The articles among `no_subjects`.")
    focus: frozenset[str] = key("Adverbs that stand before a subject: 'auch die Kommission'.")
    sentence_adverb_ends: tuple[str, ...] = key(
        "Endings of adverbs that open a sentence: 'Andererseits'."
    )
    abstract_ends: tuple[str, ...] = key("Endings of nouns that do not speak: 'Autonomie'.")
    person_ends: tuple[str, ...] = key("Endings of nouns of persons: 'Hautarzt', 'Soziologe'.")
    things_of_he: tuple[str, ...] = key(
        "Masculine nouns in '-er' and '-e' that are no one, the ends of compounds too: 'der Ärger'."
    )
    adverb_ends: tuple[str, ...] = key(
        "Endings of what opens a sentence and may be no noun: 'Kritisch', 'Relativierend'."
    )
    staff_ends: tuple[str, ...] = key(
        "Endings of whom an outlet employs: 'die Chefredakteurin der Zeit'."
    )
    told_ends: tuple[str, ...] = key(
        "Endings of listeners that are feminine, so that 'der' is a dative: 'der Zeitung'."
    )
    holding_ends: frozenset[str] = key(
        "Participles behind what is held: 'die Auffassung vertreten'."
    )
    towards: frozenset[str] = key("Prepositions before what is held: 'zu dem Schluss'.")
    before_subordinators: frozenset[str] = key("Words before one of `subordinators`: 'auch wenn'.")
    adverbs_too: frozenset[str] = key(
        "Those of `subordinators` that are other words too: 'damit', 'bis'."
    )
    having: frozenset[str] = key("Forms of 'haben' as an auxiliary.")
    being: frozenset[str] = key("Forms of 'sein' as an auxiliary.")
    becoming: frozenset[str] = key("Forms of 'werden' as an auxiliary of the passive.")
    able: frozenset[str] = key(
        "Modals behind a verb of saying that 'wie' asks about: 'wie Lind das behaupten konnte'."
    )
    modals: frozenset[str] = key(
        "Forms before an infinitive of saying that was done: 'konnte bestätigen'."
    )
    hearsay: frozenset[str] = key("Forms before what somebody is told to have said: 'soll'.")
    accusing: frozenset[str] = key(
        "Verbs of saying whose object is a word for what somebody does: 'warf ihr „Verrat“ vor'."
    )
    never: frozenset[str] = key("Words with which no speaker begins.")
    impersonal: frozenset[str] = key("Verbs in which 'es' says something: 'heißt es'.")
    places: frozenset[str] = key(
        "Prepositions before what says something there: 'heißt es in dem Bericht'."
    )
    origins: frozenset[str] = key("Those before what something comes out of: 'geht aus … hervor'.")
    before_source: frozenset[str] = key("Prepositions before a source: 'laut'.")
    own: frozenset[str] = key("What makes a source the subject's own: 'nach eigenen Angaben'.")
    own_wish: frozenset[str] = key("What makes a wish nobody's words: 'so der eigene Wunsch'.")
    these: frozenset[str] = key("What points at words before: 'Mit diesen Worten'.")
    puts: frozenset[str] = key("Verbs behind 'So' of who said what stands before: 'So reagierte'.")
    learning: frozenset[str] = key("Verbs of hearing something: 'hatte erfahren, dass'.")
    nobody_opens: tuple[str, ...] = key(
        "Beginnings of what opens a clause that nobody speaks in: 'Kein Minister sagte, dass'."
    )
    only: frozenset[str] = key("What makes a negation none: 'nicht nur'.")
    groups: frozenset[str] = key("Names of parties behind an article: 'den Grünen'.")
    numbered: frozenset[str] = key("Nouns that their number goes with: 'Artikel 5'.")
    rejecting: frozenset[str] = key("Verbs of denying what others say: 'wies den Vorwurf zurück'.")
    titles: frozenset[str] = key("Nouns of what only names a thing: ', so das Motto'.")
    voiced: frozenset[str] = key("What comes from who speaks: 'Kritik kam vom Verband: „…“'.")
    coming: frozenset[str] = key("Verbs with which that comes: 'kam', 'erntete'.")
    possessives: frozenset[str] = key("Possessives before a view: 'seiner Ansicht nach'.")
    coordinating: frozenset[str] = key("What joins a clause to the one before: 'und', 'denn'.")
    joining: frozenset[str] = key("Those that join words too: 'und', 'oder'.")
    adding: frozenset[str] = key("Before a second subject or source: 'und', 'sowie'.")
    before_finite: frozenset[str] = key(
        "Pronouns that only a finite verb stands before: 'vertritt er'."
    )
    first_persons: frozenset[str] = key(
        "Pronouns whose verb looks the same in the subjunctive: 'ich habe'."
    )
    gives: frozenset[str] = key("Forms of 'geben' before one of `giving`.")
    demonstrative: frozenset[str] = key(
        "Articles that are a whole subject before a verb: 'der sagt'."
    )
    agents: frozenset[str] = key("Before who does what a passive says: 'von', 'durch'.")
    comparing: frozenset[str] = key(
        "What opens a sentence as something else than its subject: 'als', 'wie'."
    )
    er_forms: frozenset[str] = key(
        "Determiners in '-er': before a feminine they are no nominative."
    )
    one_of: frozenset[str] = key("Those that are one of several: 'einer der Demonstranten'.")
    objects_too: frozenset[str] = key("Pronouns that may be an object: 'nennt sie ein Nachbar'.")
    he_forms: frozenset[str] = key("Articles in the nominative before a man: 'der', 'ein'.")
    masculine: frozenset[str] = key("Those of them that are one before a masculine.")
    relative_subjects: frozenset[str] = key("Relative pronouns that may be a subject.")
    relative_objects: frozenset[str] = key("Those that may be its object too.")
    oblique_relative: frozenset[str] = key("Those that are never its subject: 'dem'.")
    reasons: frozenset[str] = key("What opens a reason that somebody gives: 'weil'.")
    meaning: frozenset[str] = key(
        "Finite verbs in whose clause words in marks are its subject's: 'will „Ruhe schaffen“'."
    )
    showing: frozenset[str] = key(
        "Those with 'sich' of how somebody feels: 'zeigte sich „tief besorgt“'."
    )
    reading: frozenset[str] = key("What 'ist zu' says of words in a document: 'ist zu lesen'.")
    his_or_her: frozenset[str] = key("Before a saying of who spoke: 'Seine Antwort: „…“'.")
    viewing: frozenset[str] = key("Before whose view it is: 'für Lind ist das „Betrug“'.")
    of_listener: frozenset[str] = key("Articles of who was told: 'sagte sie der SZ'.")
    definite: frozenset[str] = key("Definite articles before an outlet: 'die Zeit'.")
    on_request: frozenset[str] = key(
        "Between a speaker and the outlet that asked: 'auf Anfrage des SWR'."
    )
    calling: frozenset[str] = key(
        "Verbs behind which a word in marks is no name: 'nannte es „Rettung“'."
    )
    that: frozenset[str] = key("What opens a clause that is what was said: 'dass'.")
    whether: frozenset[str] = key("What opens a question that is what was asked or said: 'ob'.")
    with_question: frozenset[str] = key("Verbs of saying that take such a question: 'fragte, ob'.")
    with_infinitive: frozenset[str] = key(
        "What opens an infinitive that is not what was said: 'um … zu'."
    )
    clear: frozenset[str] = key("Words of making something clear: 'machte deutlich, dass'.")
    called_so: frozenset[str] = key("Verbs of a name that say something with 'es' only: 'es hieß'.")
    with_es: frozenset[str] = key("Verbs of saying in 'heißt es', which lead to a main clause.")
    anybody: frozenset[str] = key("A subject that is everybody and nobody: 'man'.")
    no_speakers: frozenset[str] = key("Subjects that say nothing: 'es', 'niemand'.")
    apposed: frozenset[str] = key("What opens an apposition behind a tag: ', so Lind, der Leiter'.")
    of_source: frozenset[str] = key(
        "Before a source that is a noun: 'wie aus dem Bericht hervorgeht'."
    )
    opens_view: frozenset[str] = key("First words of whose view it is: 'aus Sicht der Partei'.")
    of_whole: frozenset[str] = key("Definite articles behind 'nach': 'nach dem Bericht'.")
    opens_words: frozenset[str] = key(
        "Words that open what somebody calls, not a title: 'Wir wollen euch'."
    )
    therein: frozenset[str] = key("What stands for a document named before: 'heißt es darin'.")
    media: frozenset[str] = key("Nouns of what is printed: 'wurde in der Presse als „…“ gefeiert'.")
    making_things: frozenset[str] = key(
        "Verbs whose object has a name where it is in marks: 'beschloss das „Gesetz für Bildung“'."
    )
    valuing: frozenset[str] = key(
        "Verbs with a thing and its figure: 'bezifferte den Schaden auf 3 Millionen'."
    )
    expecting: frozenset[str] = key("Verbs of what is expected with 'mit': 'rechnet mit mehr'.")
    questions: frozenset[str] = key("Nouns of what is asked: 'Auf die Frage „…“ sagte Lind'.")
    goes_by: frozenset[str] = key("Forms of going by a wish: 'Geht es nach Lind, …'.")
    valued_at: frozenset[str] = key("Before that figure: 'auf'.")
    reasoning: frozenset[str] = key(
        "Verbs whose reason 'mit' leads to: 'begründete das mit der „…“'."
    )
    at_places: frozenset[str] = key(
        "Prepositions with an article before a place: 'im „Haus der Kunst“'."
    )
    by_means: frozenset[str] = key("Before a reason or a call: 'mit' in 'mit dem Ruf „…“'.")
    neuter: frozenset[str] = key("What opens a noun that 'es' stands for: 'das Ministerium'.")
    throwing: frozenset[str] = key("Forms of 'werfen' in 'wirft dem Konzern „Landraub“ vor'.")
    calling_out: frozenset[str] = key(
        "Verbs behind whose subject words are called: 'rief der Täter „…“'."
    )
    on_subject: frozenset[str] = key(
        "Before what somebody wrote on, which says nothing: 'hat an dem Roman geschrieben'."
    )
    not_according: frozenset[str] = key("Before 'laut', where it means 'loud': 'zu laut'.")
    of_owner: frozenset[str] = key("Before whose the source is: 'Angaben von'.")
    sides: frozenset[str] = key(
        "A noun behind 'von' before whose side it is: 'von Seiten der Stadt'."
    )
    of_holder: frozenset[str] = key(
        "Before who holds what a noun says: 'der Vorwurf seitens der Partei'."
    )
    inside_source: frozenset[str] = key("Small words inside a source before 'zufolge'.")
    datives: frozenset[str] = key("Determiners that open a source before 'zufolge'.")
    feminine_datives: frozenset[str] = key(
        "Those that are no genitive only where they open it: 'der', 'einer'."
    )
    adjective_datives: tuple[str, ...] = key(
        "Endings of an adjective that opens whom something is told, if nothing stands before it:"
        " 'Russischen Diplomaten warf er vor'."
    )
    another: frozenset[str] = key(
        "Words that are somebody behind 'ein' without a noun: 'ruft ein anderer'."
    )
    with_content: frozenset[str] = key(
        "What opens a clause that a noun leads to: 'der Vorwurf, wonach'."
    )
    participle_prefixes: tuple[str, ...] = key(
        "Prefixes that no verb parts with: 'bekam', 'entging'."
    )
    inseparable: tuple[str, ...] = key(
        "Prefixes of verbs whose participle has no 'ge-': 'verteilt'."
    )
    making: tuple[str, ...] = key("Beginnings of the verbs with `clear`: 'machte', 'hat'.")
    indefinite: tuple[str, ...] = key(
        "Beginnings of articles behind which a noun is no name: 'eine'."
    )
    document_nouns: tuple[str, ...] = key(
        "Nouns, the ends of compounds too, before an outlet in marks: 'einem Bericht der „Hessenschau“'."
    )
    of_documents: tuple[str, ...] = key("Between such a noun and the outlet.")
    women_told: tuple[str, ...] = key(
        "Ends of whom something is thrown at: 'warf der Ministerin „Verrat“ vor'."
    )
    called_out: tuple[str, ...] = key(
        "Nouns of words that somebody calls out, which are no name: 'mit Rufen wie'."
    )
    such_as: tuple[str, ...] = key("Between such a noun and its words.")
    calling_so: tuple[str, ...] = key(
        "Beginnings of participles behind what somebody calls a thing: 'die „Reform“ genannte'."
    )
    members: tuple[str, ...] = key(
        "Beginnings of who belongs to a body in marks: 'Mitglied der „Tafel am Markt“'."
    )
    strong: Mapping[str, str] = key(
        "Forms of strong verbs: the infinitive without its particle = third person of the present, of"
        " the past, and the participle."
    )
    verbs: Mapping[str, tuple[Verb, ...]]
    prefixed: frozenset[str]  # forms that are past ones behind a prefix too: 'kam' of 'bekam'
    document_ends: tuple[str, ...]
    speakers: frozenset[str]
    role_ends: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of German, read once.

    Raises:
        LanguageError: The file lacks a key, or has one too many.
    """
    given = read(LANGUAGE, _FILE, Grammar)
    book = phrasebook(LANGUAGE)
    past = given["strong_past"] | given["strong_pasts"]
    prefixed = past | {form for form in given["full"] if not form.endswith(_WEAK_ENDS)}
    given["full"] |= past | given["strong_pasts_too"] | given["strong_present"]
    speakers = given["bodies"] | book.roles | book.words.titles | book.sources
    return Grammar(
        **given,
        verbs=verbs_of(
            sorted(given["say"] | given["label"]), given["strong"], given["inseparable"]
        ),
        prefixed=prefixed,
        document_ends=_ends(given["documents"]),
        speakers=speakers,
        role_ends=frozenset(_ends(speakers)).union(given["person_ends"]),
    )


_WEAK_ENDS = ("t", "te", "ten")  # of forms that look like participles behind a prefix
_SHORTEST_END = 5  # letters by which the last part of a compound is told


def _ends(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(word for word in words if len(word) >= _SHORTEST_END))
