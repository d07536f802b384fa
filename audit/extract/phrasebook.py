"""The words with which reporters of other languages than English name who says something."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.resources import files

from audit.extract.lexicon import Lexicon, by_gender, lexicon

# Of several groups of a data file.
_COMBINED = frozenset({"say", "infinitives", "passing", "closed"})
_SUFFIX = 5  # letters of a noun that may end a German compound


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Words of one language by what they do; lower-cased but for the two tables of name forms.

    ``words`` is the same language's part of what English uses too (sentences, names, links).
    ``according`` are phrases before a source ('laut'), ``postposed`` words behind one ('zufolge'),
    ``tags`` words that stand for the verb of saying ('so Meier'), ``like`` what opens 'wie er sagte'.
    ``passing`` may stand between a verb and its subject. ``bodies`` speak behind one of
    ``speaking_from`` ('сообщили в пресс-службе'); behind an ``impersonal`` phrase ('hieß es')
    everybody may. ``insets`` is the sign that opens a clause of saying inside the quotation.
    A verb on one of ``impersonal_ends`` needs
    no subject beside a body ('заявили в Кремле'). What ends in one of ``participle_ends`` is a verb only behind an auxiliary; ``near`` verbs say
    something only right before a quotation ('voit une « erreur »'). ``view`` opens 'Pour Lind, …'.
    ``alone`` are determiners that may be a subject by themselves ('un autre'). A common noun without a
    determiner has to end in one of ``bare_ends`` and in none of ``not_bare``. ``anybody`` are pronouns that
    stand for nobody in particular. ``called`` stands behind
    a title ('„Staub“ heißt die Schau'); one of ``quoting`` before what is no name ('as a “Brexit”').
    ``strong`` pronouns stand behind 'according to' alone, ``possessives`` inside it ('по его словам').
    ``genders`` are pronouns and ``given`` first names that tell 'he' from 'she'; a noun or an article of
    ``masculine`` or ``feminine`` tells it of the name behind it. ``nobiliary`` may stand in a name.
    ``contracted`` and ``declined`` give the nominative of words in the names of outlets.
    """

    words: Lexicon
    say: frozenset[str]
    infinitives: frozenset[str]
    near: frozenset[str]
    view: frozenset[str]
    according: Mapping[str, tuple[tuple[str, ...], ...]]
    postposed: frozenset[str]
    tags: frozenset[str]
    like: frozenset[str]
    that: frozenset[str]
    reported: frozenset[str]
    pronouns: frozenset[str]
    anybody: frozenset[str]
    passing: frozenset[str]
    auxiliaries: frozenset[str]
    being: frozenset[str]
    copulas: frozenset[str]
    determiners: frozenset[str]
    finite: frozenset[str]
    articles: frozenset[str]
    alone: frozenset[str]
    object_pronouns: frozenset[str]
    oblique: frozenset[str]
    genitive: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    within: frozenset[str]
    conjunctions: frozenset[str]
    coordinating: frozenset[str]
    passive: frozenset[str]
    agents: frozenset[str]
    roles: frozenset[str]
    sources: frozenset[str]
    sayings: frozenset[str]
    listeners: frozenset[str]
    times: frozenset[str]
    speaking_from: frozenset[str]
    bodies: frozenset[str]
    bodiless: frozenset[str]
    impersonal: frozenset[tuple[str, str]]
    named: frozenset[str]
    named_ends: tuple[str, ...]
    terms: frozenset[str]
    called: frozenset[str]
    quoting: frozenset[str]
    carries: frozenset[str]
    elided: frozenset[str]
    enclitics: frozenset[str]
    strong: frozenset[str]
    possessives: frozenset[str]
    genders: Mapping[str, str]
    given: Mapping[str, str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    nobiliary: frozenset[str]
    title_ends: tuple[str, ...]
    contracted: Mapping[str, str]
    declined: Mapping[str, str]
    participle_ends: tuple[str, ...]
    participles: tuple[str, ...]
    impersonal_ends: tuple[str, ...]
    enclosed_verbs: tuple[str, ...]
    verb_ends: tuple[str, ...]
    adjective_ends: tuple[str, ...]
    object_ends: tuple[str, ...]
    dative_ends: tuple[str, ...]
    bare_ends: tuple[str, ...]
    not_bare: tuple[str, ...]
    insets: str
    drops_pronouns: bool
    declines: bool
    capital_nouns: bool
    closed: frozenset[str]  # words at which a noun phrase ends


@cache
def phrasebook(language: str) -> Phrasebook:
    """The phrasebook of a language that has one.

    Raises:
        FileNotFoundError: There is no data file for ``language``.
    """
    text = (files(__package__) / "data" / f"{language}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)

    def group(name: str) -> frozenset[str]:
        return frozenset(data[name].split())

    say = group("say") | frozenset(
        stem + end
        for form in data["forms"]
        for stem in form["stems"].split()
        for end in form["ends"].split()
    )
    passing = group("auxiliaries") | group("adverbs") | group("times") | group("listeners")
    groups = {
        field.name: group(field.name)
        for field in fields(Phrasebook)
        if field.type == frozenset[str] and field.name not in _COMBINED
    }
    return Phrasebook(
        words=_lexicon(data, say),
        say=say,
        infinitives=group("infinitives")
        | frozenset(
            stem + form["infinitive"]
            for form in data["forms"]
            if "infinitive" in form
            for stem in form["stems"].split()
        ),
        according=_by_first_word(data["according"]),
        passing=passing,
        impersonal=frozenset((first, second) for first, second in data["impersonal"]),
        named_ends=tuple(word for word in sorted(group("named")) if len(word) >= _SUFFIX),
        genders=by_gender(data["he"], data["she"]),
        given=by_gender(data["men"], data["women"]),
        title_ends=tuple(one for one in sorted(group("titles")) if len(one) >= _SUFFIX),
        contracted=data["contracted"],
        declined=data["declined"],
        participle_ends=tuple(data["participle_ends"]),
        participles=tuple(data["participles"]),
        impersonal_ends=tuple(data["impersonal_ends"]),
        enclosed_verbs=tuple(data["enclosed_verbs"]),
        verb_ends=tuple(data["verb_ends"]),
        adjective_ends=tuple(data["adjective_ends"]),
        object_ends=tuple(data["object_ends"]),
        dative_ends=tuple(data["dative_ends"]),
        bare_ends=tuple(data["bare_ends"]),
        not_bare=tuple(data["not_bare"]),
        insets=data["insets"],
        drops_pronouns=data["drops_pronouns"],
        declines=data["declines"],
        capital_nouns=data["capital_nouns"],
        closed=passing
        | group("prepositions")
        | group("conjunctions")
        | group("pronouns")
        | group("like"),
        **groups,
    )


def _lexicon(data: Mapping[str, str], say: frozenset[str]) -> Lexicon:
    def group(*names: str) -> frozenset[str]:
        return frozenset(word for name in names for word in data[name].split())

    return replace(
        lexicon(),
        say={form: form for form in say},
        label={},
        view={},
        passive={},
        nouns=group("places"),
        pronouns=group("pronouns"),
        relative=group("relative"),
        determiners=group("determiners"),
        conjunctions=group("conjunctions", "prepositions", "times", "adverbs"),
        prepositions=group("prepositions", "joining"),
        roles=group("roles"),
        titles=group("titles"),
        link_before=group("carries"),
        link_on=group("places"),
        abbreviations=group("abbreviations"),
        outlet_words=group("outlet_words"),
        outlet_first=group("outlet_first"),
    )


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.replace("’", "'").replace("l'", "l' ").split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in table.items()}
