"""Tells whom a sentence or a phrase is about, in languages other than English."""

from collections.abc import Sequence

from audit.extract.others.cue import source_at
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.subjects import subject_of
from audit.extract.others.grammar.tokens import is_any_verb, is_verb
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_FARTHEST_COPULA = 4  # tokens
_OPENING = 3  # tokens of 'El juez', 'Un tribunal'
_REACH = 60  # tokens of a sentence that are looked at


def subject_in(
    tokens: Sequence[Token], book: Phrasebook, people: frozenset[str], *, anything: bool
) -> Phrase | None:
    """Who speaks in a sentence without quotations, or whom it is about.

    A name, a role or a pronoun.

    ``people`` are the lower-cased words that are names in mid-sentence; ``anything`` lets any
    subject stand for a verb that has none.
    """
    length = min(len(tokens), _REACH)
    source = _opening_source(tokens, length, book)
    if source is not None:
        return source
    commas = [at + 1 for at in range(length) if tokens[at].text == ","]
    subordinate = tokens[0].low in book.conjunctions and commas != []
    speaking = _subject_of_saying(tokens, range(commas[0] if subordinate else 0, length), book)
    if speaking is not None:
        return speaking
    second = _of_second_clause(tokens, length, book)
    if second is not None:
        return second
    named = _surname_with_particle(tokens, book, people)
    if named is not None:
        return named
    subjects = _subjects(tokens, commas[:3] if subordinate else [0, *commas[:2]], book)
    for subject in subjects:
        if is_person(tokens, subject, book) or tokens[subject.start].low in people:
            return _whoever_is(tokens, subject, length, book) or subject
    if not anything:
        return None
    opening = commas[0] if commas and tokens[0].low.endswith(book.participles) else 0
    return _about(tokens, [subject for subject in subjects if subject.start == opening], book)


def _whoever_is(
    tokens: Sequence[Token], subject: Phrase, end: int, book: Phrasebook
) -> Phrase | None:
    """The name behind 'one of them is': 'Uno dei due è Hiroshi Tanabe'."""
    if tokens[subject.start].low not in book.alone:
        return None
    near = range(subject.stop, min(subject.stop + _FARTHEST_COPULA, end))
    copula = next((at for at in near if tokens[at].low in book.being), None)
    if copula is None or copula + 2 >= end:
        return None
    name = phrase_from(tokens, copula + 1, end, book)
    return name if name is not None and all(tokens[at].is_name for at in name) else None


def _of_second_clause(tokens: Sequence[Token], length: int, book: Phrasebook) -> Phrase | None:
    """Whom a sentence's last clause is about: 'O Leixões empatou e o técnico Rui Mota saiu'.

    A role with a full name between an 'and' and a verb.
    """
    for at in range(length - 2, 1, -1):
        if tokens[at].low not in book.coordinating or tokens[at + 1].low not in book.articles:
            continue
        who = phrase_from(tokens, at + 1, length, book)
        if who is None or who.start != at + 1 or who.stop >= length:
            continue
        role = any(tokens[i].low in book.roles for i in who)
        names = sum(tokens[i].is_name for i in who)
        verb = who.stop
        while verb < length - 1 and among(tokens[verb].low, book.adverbs, book.object_pronouns):
            verb += 1
        if role and names > 1 and is_any_verb(tokens, verb, book):
            return who
    return None


def _surname_with_particle(
    tokens: Sequence[Token], book: Phrasebook, people: frozenset[str]
) -> Phrase | None:
    """A surname that opens a sentence with its small word: 'Dal Lago alza le spalle'."""
    if len(tokens) < 3 or not (tokens[0].is_name and tokens[1].is_name):
        return None
    small = among(tokens[0].low, book.prepositions, book.joining)
    known = tokens[0].low in people and tokens[1].low in people
    return range(2) if small and known and not tokens[2].is_name else None


def _opening_source(tokens: Sequence[Token], length: int, book: Phrasebook) -> Phrase | None:
    """The named source that a sentence opens with: 'Selon Roy, …'."""
    if tokens[0].low not in book.according:
        return None
    source = source_at(tokens, 0, length, book)
    if source is None or source.subject is None or not _is_named(tokens, source.subject, book):
        return None
    return source.subject


def _subjects(tokens: Sequence[Token], starts: Sequence[int], book: Phrasebook) -> list[Phrase]:
    """The phrases that a sentence or its parts behind commas open with."""
    found = (
        phrase_at(tokens, start, len(tokens), book)
        for start in starts
        if start == 0 or start >= len(tokens) or tokens[start].low not in book.prepositions
    )
    return [subject for subject in found if subject is not None]


def _is_named(tokens: Sequence[Token], subject: Phrase, book: Phrasebook) -> bool:
    """Whether a source is more than a pronoun, which is whoever spoke last."""
    return not among(tokens[subject.start].low, book.pronouns, book.strong, book.possessives)


def _about(tokens: Sequence[Token], opens: Sequence[Phrase], book: Phrasebook) -> Phrase | None:
    """Whom a sentence is about that opens with a thing, or else the thing."""
    if not opens:
        return _named_behind(tokens, 0, book) if book.drops_pronouns else None
    if tokens[opens[0].start].low not in book.determiners:
        turned = book.drops_pronouns and _is_verb_first(tokens, opens[0], book)
        return _named_behind(tokens, opens[0].stop, book) if turned else None
    named = _named_behind(tokens, opens[0].stop, book)
    speaks = any(among(tokens[at].low, book.bodies, book.alone) for at in opens[0])
    return named or (opens[0] if speaks else None)


def _is_verb_first(tokens: Sequence[Token], opens: Phrase, book: Phrasebook) -> bool:
    """Whether one word before a place or an article is a verb: 'Torna a Spoleto la regista …'."""
    if len(opens) > 1 or opens.start > 0 or opens.stop >= len(tokens):
        return False
    return among(tokens[opens.stop].low, book.prepositions, book.articles, book.joining)


def _subject_of_saying(tokens: Sequence[Token], within: Phrase, book: Phrasebook) -> Phrase | None:
    """The subject of the first verb of saying that has one other than 'man', 'on', 'who'."""
    nobody = book.anybody | (book.words.relative - book.determiners)
    for at in within:
        if is_verb(tokens, at, book):
            subject = subject_of(tokens, at, len(tokens), book)
            if subject is not None and tokens[subject.start].low not in nobody:
                return subject
    return None


def _named_behind(tokens: Sequence[Token], at: int, book: Phrasebook) -> Phrase | None:
    """The one person whom a sentence about a thing names.

    'A promessa não convenceu a médica Ana Reis'.
    """
    for place in range(at, min(len(tokens) - 1, _REACH)):
        if tokens[place].low in book.roles and tokens[place - 1].low in book.articles:
            phrase = phrase_from(tokens, place - 1, len(tokens), book)
            names = [i for i in phrase or () if tokens[i].is_name]
            return phrase if len(names) > 1 else None
    return None


def main_subject(tokens: Sequence[Token], end: int, book: Phrasebook) -> Phrase | None:
    """The person whom a sentence is about, before a token.

    'Roy a reçu les siens pour demander de …'.
    """
    starts = [0, *(i + 1 for i in range(end) if tokens[i].text == ",")]
    for start in starts[:4]:
        subject = phrase_at(tokens, start, end, book)
        if subject is None:
            continue
        if is_person(tokens, subject, book) or any(tokens[at].low in book.bodies for at in subject):
            return subject
    return None


def tried_by(tokens: Sequence[Token], book: Phrasebook) -> tuple[int, Phrase] | None:
    """The noun of a court that a sentence opens with, and the one person named behind it."""
    end = min(len(tokens), _REACH)
    opening = range(min(_OPENING, end))
    court = next((at for at in opening if tokens[at].low in book.courts), None)
    if court is None or any(token.quote >= 0 for token in tokens):
        return None
    if not all(tokens[at].low in book.determiners for at in range(court)):
        return None
    at = court + 1
    while at < end and tokens[at].is_name:
        at += 1  # 'La jueza Ana Roy'
    named: list[Phrase] = []
    while at < end:
        stop = at
        while stop < end and tokens[stop].is_name:
            stop += 1
        placed = among(tokens[at - 1].low, book.prepositions - book.carries, book.joining)
        if stop - at > 1 and not placed:
            named.append(range(at, stop))
        at = max(stop, at + 1)
    return (court, named[0]) if len(named) == 1 else None


def person_behind_verb(tokens: Sequence[Token], book: Phrasebook) -> Phrase | None:
    """The first role or name with an article that no preposition leads to.

    'Así de tajante se mostró el magistrado Emilio Moya'.
    """
    for at in range(1, len(tokens) - 1):
        led = among(tokens[at - 1].low, book.prepositions, book.joining)
        if led or tokens[at].low not in book.articles:
            continue
        phrase = phrase_from(tokens, at, len(tokens), book)
        if phrase is not None and phrase.start == at and is_person(tokens, phrase, book):
            return phrase
    return None


def whose(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> Phrase | None:
    """Whose a saying is that stands for its speaker.

    'Roths Antwort: „…“'; None where that is not said.
    """
    if not any(tokens[i].low in book.sayings for i in phrase):
        return phrase
    named = [
        i
        for i in phrase
        if tokens[i].is_name and not among(tokens[i].low, book.sayings, book.determiners)
    ]
    if not named or (book.nouns_capitalised and _is_matter(tokens, named[0], book)):
        return None
    return range(named[0], named[-1] + 1)


def _is_matter(tokens: Sequence[Token], at: int, book: Phrasebook) -> bool:
    """Whether a noun is what a saying is about, not whose it is: 'die Begründung für den Preis'."""
    before = at - 1
    while before > 0 and tokens[before].low in book.determiners:
        before -= 1
    led = before >= 0 and tokens[before].low in book.prepositions
    return led and not among(tokens[before].low, book.joining_away, book.sources)


def is_person(tokens: Sequence[Token], phrase: Phrase, book: Phrasebook) -> bool:
    """Whether a phrase is a pronoun or has a role or, in mid-sentence, a name."""
    if tokens[phrase.start].low in book.pronouns:
        return tokens[phrase.start].low not in book.anybody
    words = [tokens[i] for i in phrase if tokens[i].low not in book.determiners]
    if any(word.low in book.roles or word.low in book.words.titles for word in words):
        return True
    names = [word for word in words if word.is_name]
    if book.nouns_capitalised:
        return len(names) > 1 and tokens[phrase.start].low not in book.determiners
    return any(word is not tokens[0] for word in names)
