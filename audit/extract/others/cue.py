"""What a cue is in languages other than English: a verb of saying, or words that name a source."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.others.grammar.antecedents import antecedent
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.others.grammar.tokens import is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook

_LONGEST_SOURCE = 10  # tokens of a source before 'zufolge'


class Cue(NamedTuple):
    """Tokens ``start`` up to ``end`` say that ``subject`` says something.

    None where it is dropped.
    """

    start: int
    end: int
    subject: Phrase | None


def said(tokens: Sequence[Token], verb: int, subject: Phrase | None, book: Phrasebook) -> Cue:
    """The cue of a verb, with the auxiliary right before it."""
    behind_auxiliary = verb > 0 and tokens[verb - 1].low in book.auxiliaries
    return Cue(verb - behind_auxiliary, verb + 1, subject)


def according(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """'laut Lind', 'по словам Линд', 'Lind zufolge'."""
    for words in book.according.get(tokens[at].low, ()):
        behind = at + len(words)
        if tuple(token.low for token in tokens[at:behind]) == words:
            if _is_done(tokens, at, words, book):
                continue
            whose = relative_source(tokens, at, behind, book)
            if whose is not None:
                return whose
            source = _source_behind(tokens, behind, end, book)
            return Cue(at, behind, source) if source is not None else None
        owned = _owned(tokens, at, end, words, book)
        if owned is not None:
            return owned
    return _postposed(tokens, at, end, book)


def _is_done(tokens: Sequence[Token], at: int, phrase: tuple[str, ...], book: Phrasebook) -> bool:
    """Whether an infinitive only tells what somebody does: 'passe dix ans à écouter les baleines'.

    Who is heard stands apart: 'À écouter le maire, …', 'mais à entendre le maire, …'.
    """
    if not book.infinitive_ends or not phrase[-1].endswith(book.infinitive_ends):
        return False
    return at > 0 and is_word(tokens[at - 1]) and tokens[at - 1].low not in book.conjunctions


def relative_source(tokens: Sequence[Token], at: int, behind: int, book: Phrasebook) -> Cue | None:
    """The cue whose source a relative pronoun stands for: 'la sindaca, secondo cui …'."""
    end = behind + (behind < len(tokens) and tokens[behind].low in book.articles)
    relative = book.words.relative - book.determiners
    if at == 0 or tokens[at - 1].text != "," or end >= len(tokens):
        return None
    if tokens[end].low not in relative:
        return None
    whose = antecedent(tokens, at - 1, book)
    return Cue(at, end + 1, whose) if whose is not None else None


def _source_behind(
    tokens: Sequence[Token], behind: int, end: int, book: Phrasebook
) -> Phrase | None:
    """The source that an 'according to' leads to."""
    if behind < end and tokens[behind].low in book.strong:
        return range(behind, behind + 1)
    subject = phrase_at(tokens, behind, end, book)
    named = behind < end and tokens[behind].is_name and tokens[behind].low in book.listeners
    if subject is None and named:
        return range(behind, behind + 1)  # 'по данным РБК'
    if subject is None and behind < end and _may_be_bare(tokens[behind], book):
        subject = phrase_from(tokens, behind, end, book)
    if subject is not None and book.verb_second:
        return _less_verb(tokens, subject, end, book)
    return subject


def _may_be_bare(opens: Token, book: Phrasebook) -> bool:
    """Whether a source needs no article: 'по данным портала', 'segundo relatório do Tribunal'."""
    if not is_word(opens) or opens.low in book.closed:
        return False
    return not book.articles or among(opens.low, book.bodies, book.roles)


def _owned(
    tokens: Sequence[Token], at: int, end: int, words: tuple[str, ...], book: Phrasebook
) -> Cue | None:
    """The cue whose source is a possessive inside it: 'en su opinión', 'nach ihren Worten'."""
    if at + 1 >= end or tokens[at + 1].low not in book.possessives:
        return None
    behind = at + len(words)
    whose = tuple(token.low for token in tokens[at : behind + 1])
    if len(whose) == 3 and (whose[0], whose[2]) == words:
        return Cue(at, behind + 1, range(at + 1, at + 2))
    whole = words[:-1] if words[-1] in book.joining else words
    if len(whose) > 2 and (whose[0], whose[2]) == whole:
        return Cue(at, at + 3, range(at + 1, at + 2))
    return None


def _postposed(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """The cue behind its source: 'Lind zufolge'."""
    if not book.postposed:
        return None
    for behind in range(at + 1, min(at + 12, end)):
        if tokens[behind].low in book.postposed:
            first = at + (tokens[at].low in book.postposed_opens)
            subject = phrase_from(tokens, first, behind, book)
            return Cue(behind, behind + 1, subject) if subject is not None else None
        if not is_word(tokens[behind]):
            break
    return None


def _less_verb(tokens: Sequence[Token], subject: Phrase, end: int, book: Phrasebook) -> Phrase:
    """A source less the verb that no list knows behind it: 'Volgens getuigen voer het schip'."""
    if len(subject) < 2 or subject.stop >= end or book.nouns_capitalised:
        return subject
    role = next((at for at in subject if tokens[at].low in book.roles), subject.stop - 1)
    if role + 1 < subject.stop and _is_small(tokens[role + 1], book):
        return range(subject.start, role + 1)  # 'Volgens een woordvoerder helpen hekken'
    bare = all(tokens[at].text == tokens[at].low for at in subject)
    least = 2 + (tokens[subject.start].low in book.determiners)
    goes_on = tokens[subject.stop].low in book.determiners
    verb = bare and goes_on and len(subject) >= least
    return range(subject.start, subject.stop - 1) if verb else subject


def _is_small(token: Token, book: Phrasebook) -> bool:
    """Whether a word in small letters goes on with no source: no 'van', no 'de'."""
    return token.text == token.low and not among(token.low, book.joining, book.within, book.roles)


def source_at(tokens: Sequence[Token], at: int, end: int, book: Phrasebook) -> Cue | None:
    """The cue of 'according to' at a token, before its source or behind it."""
    if tokens[at].low not in book.postposed:
        return according(tokens, at, end, book)
    start = at
    while at - start < _LONGEST_SOURCE and start > 0 and is_word(tokens[start - 1]):
        start -= 1
    return according(tokens, start, at + 1, book) if start < at else None
