"""Finds who speaks before a colon without a verb of saying, in languages other than English.

'Lind (39): „…“', 'Roth, Chefin der Bank, grinst: „…“', 'Un avis que ne partage pas Roy : « … »'.
"""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.others.grammar.antecedents import name_before
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.noun_phrases import phrase_from, whole_phrase
from audit.extract.others.grammar.persons import is_person
from audit.extract.others.grammar.tokens import clause_start
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_REACH = 60  # tokens before a colon that are looked at


def before_colon(tokens: Sequence[Token], colon: int, book: Phrasebook) -> Phrase | None:
    """Who speaks without a verb of saying.

    'Lind (39): „…“', 'Roth, Chefin der Bank, grinst: „…“'.
    """
    first = _behind_quoted(tokens, colon)
    stop = _before_brackets(tokens, first, colon)
    start = max(clause_start(tokens, stop), first)
    named = _named_between(tokens, first, start, book)
    if named is not None:
        return named
    turned = _behind_adjective(tokens, start, stop, book)
    if turned is not None:
        return turned if _is_somebody(tokens, turned, book) else None
    phrase = phrase_at(tokens, start, stop, book)
    described = _before_relative(tokens, first, start, book)
    if described is not None:
        return described
    if start > first:
        if phrase is not None and _may_be_verb(tokens, phrase, book):
            phrase = None
        apposed = name_before(tokens, start - 1, book)
        role = phrase is not None and len(phrase) == 1 and tokens[start].low in book.roles
        if apposed is not None and (phrase is None or role or _is_bare(tokens[start], book)):
            return apposed  # 'Ole Lind, Sprecher der Polizei: „…“'
    if _speaks_from_body(tokens, first, stop, book):
        return phrase_from(tokens, first + 1, stop, book)
    behind = _behind_copula(tokens, first, stop, book)
    if behind is not None:
        return behind
    phrase = phrase or phrase_at(tokens, first, stop, book)
    if phrase is None:
        return _bare_role(tokens, start, stop, book)
    if _is_thing_with_relative(tokens, phrase, book):
        phrase = _inverted_in_relative(tokens, phrase.stop, stop, book) or phrase
    return phrase if _may_speak(tokens, phrase, book) else None


def _before_relative(
    tokens: Sequence[Token], first: int, start: int, book: Phrasebook
) -> Phrase | None:
    """Whom a relative clause behind a comma is on: 'Une infirmière, qui tait son nom : « … »'."""
    if start <= first or tokens[start].low not in book.words.relative - book.determiners:
        return None
    described = whole_phrase(tokens, first, start - 1, book)
    return described if described is not None and _may_speak(tokens, described, book) else None


def _behind_quoted(tokens: Sequence[Token], colon: int) -> int:
    """Where the words before a colon begin: behind the quoted ones nearest to it, if near."""
    farthest = max(colon - _REACH, 0)
    quoted = (at + 1 for at in range(colon - 1, farthest - 1, -1) if tokens[at].quote >= 0)
    return next(quoted, farthest)


def _named_between(
    tokens: Sequence[Token], first: int, start: int, book: Phrasebook
) -> Phrase | None:
    """The name between commas behind who it is of, before a verb: 'Su nieto, Brayan, la ayuda:'."""
    if start - first < 2 or tokens[start - 1].text != ",":
        return None
    if tokens[start].low not in book.object_pronouns:
        return None
    name = range(max(clause_start(tokens, start - 1), first), start - 1)
    if not (first < name.start and tokens[name.start - 1].text == ","):
        return None
    who = phrase_at(tokens, first, name.start - 1, book)
    known = who is not None and any(among(tokens[at].low, book.kin, book.roles) for at in who)
    return name if known and len(name) > 0 and all(tokens[at].is_name for at in name) else None


def _behind_adjective(
    tokens: Sequence[Token], start: int, stop: int, book: Phrasebook
) -> Phrase | None:
    """What stands behind how it is, without a verb: 'Delusa la rivale Marta Zorzi: «…»'."""
    at = start + 1
    if start > 0 or at >= stop or tokens[at].low not in book.articles:
        return None
    opens = tokens[start].low
    if among(opens, book.determiners, book.prepositions, book.roles):
        return None
    return whole_phrase(tokens, at, stop, book)


def _is_somebody(tokens: Sequence[Token], who: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase has a role or a full name."""
    role = any(among(tokens[at].low, book.roles, book.words.titles) for at in who)
    words = tokens[who.start : who.stop]
    return role or any(first.is_name and second.is_name for first, second in pairwise(words))


def _is_thing_with_relative(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    relative = book.words.relative - book.determiners
    return tokens[phrase.stop].low in relative and not is_person(tokens, phrase, book)


def _inverted_in_relative(
    tokens: Sequence[Token], relative: int, stop: int, book: Phrasebook
) -> Phrase | None:
    """The subject of a relative clause on a thing: 'Un avis que ne partage pas Roy: « … »'."""
    right = phrase_from(tokens, relative + 1, stop, book)
    if right is not None and right.start == relative + 1 and is_person(tokens, right, book):
        return right  # 'Un entusiasmo que Urrutia comparte a medias'
    for first in range(relative + 2, stop):
        opens = tokens[first].low in book.articles or tokens[first].is_name
        phrase = phrase_from(tokens, first, stop, book) if opens else None
        if phrase is not None and phrase.stop == stop:
            return phrase if is_person(tokens, phrase, book) else None
    return None


def of_apposed_relative(tokens: Sequence[Token], colon: int, book: Phrasebook) -> Phrase | None:
    """Who takes up what a sentence tells: 'Lima prometeu obras, promessa que Reis recebe mal: «…»'.

    A noun without an article behind a comma, and a relative clause on it up to the colon.
    """
    start = clause_start(tokens, colon)
    if start < 2 or start + 2 >= colon or tokens[start - 1].text != ",":
        return None
    noun, relative = tokens[start], tokens[start + 1]
    bare = noun.text == noun.low and not among(noun.low, book.closed, book.determiners)
    if not bare or relative.low not in book.words.relative - book.determiners:
        return None
    who = phrase_from(tokens, start + 2, colon, book)
    whole = who is not None and who.start == start + 2
    return who if whole and who is not None and is_person(tokens, who, book) else None


def _behind_copula(
    tokens: Sequence[Token], first: int, stop: int, book: Phrasebook
) -> Phrase | None:
    """Who stands behind a verb of being: 'Más dura fue la congresista Ruth Landa: «…»'."""
    verbs = book.being | book.copulas
    at = next((i for i in range(first + 1, stop - 1) if tokens[i].low in verbs), None)
    if at is None:
        return None
    phrase = whole_phrase(tokens, at + 1, stop, book)
    return phrase if phrase is not None and is_person(tokens, phrase, book) else None


def _speaks_from_body(tokens: Sequence[Token], first: int, stop: int, book: Phrasebook) -> bool:
    """Whether a preposition leads to an institution: 'Vom Ministerium hieß es nur: „…“'."""
    near = range(first + 1, min(first + 4, stop))
    return tokens[first].low in book.speaking_from and any(
        tokens[at].low in book.bodies for at in near
    )


def _bare_role(tokens: Sequence[Token], start: int, stop: int, book: Phrasebook) -> Phrase | None:
    """A role without an article, where the language lets it stand so."""
    if not book.bare_roles:
        return None
    role = next((at for at in range(start, stop) if tokens[at].low in book.roles), None)
    phrase = phrase_from(tokens, role, stop, book) if role is not None else None
    if role is None or phrase is None:
        return None
    led = role > 0 and among(tokens[role - 1].low, book.joining, book.prepositions)
    return None if led and phrase.stop < stop else phrase  # no 'las palabras del alcalde sobre X'


def _before_brackets(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where brackets open that close right before a token: 'Lind (39):'."""
    if tokens[stop - 1].text != ")":
        return stop
    return next((at for at in range(stop - 1, first, -1) if tokens[at].text == "("), stop)


def _is_bare(opening: Token, book: Phrasebook) -> bool:
    """Whether a word in lower case opens no subject by itself."""
    opens = among(opening.low, book.determiners, book.pronouns)
    return opening.low == opening.text and not opens


def _may_be_verb(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase in lower case is nobody's: it may be a verb that no list knows."""
    return _is_bare(tokens[phrase.start], book) and not is_person(tokens, phrase, book)


def _may_speak(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether what stands before a colon speaks, and does not only name a matter."""
    if _is_participle(tokens, phrase, book):
        return False
    head = tokens[phrase.start]
    speaks = head.low in book.determiners | book.alone or head.is_name or book.nouns_capitalised
    return speaks or is_person(tokens, phrase, book)


def _is_participle(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase is the participle that opens a sentence.

    'Perguntado sobre isso, sorri: “…”'.
    """
    first = tokens[phrase.start].low
    opens = book.drops_pronouns and phrase.start == 0 and len(phrase) == 1
    return opens and first.endswith(book.participles) and tokens[1].low in book.prepositions
