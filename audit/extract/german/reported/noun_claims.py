"""Finds whose words a noun leads to in German: 'der Vorwurf der Partei, er habe …'."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.who_speaks import is_document, speaks
from audit.extract.german.reported.complements import end_of
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.german import grammar

_FARTHEST = 14  # tokens from a noun to the comma before what it leads to


class Held(NamedTuple):
    """What somebody holds: the noun that says so, whose it is, and the tokens of the words."""

    noun: Phrase
    holder: Phrase
    words: Phrase


def held_by(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, lexis: Lexis
) -> Held | None:
    """What a clause says if a noun before its comma leads to it and names whose it is."""
    clause = found[number]
    if number == 0 or clause.sign != "," or clause.is_coordinated or not _is_held(tokens, clause):
        return None
    before = found[number - 1]
    told = _told_in(tokens, before, clause, lexis)
    if told is not None:
        return Held(told, told, range(clause.body + 1, end_of(tokens, found, number)))
    comma = clause.start - 1
    stop = comma - (tokens[comma - 1].low in lexis.grammar.particles)
    for at in range(comma - 1, max(before.start, comma - _FARTHEST) - 1, -1):
        token = tokens[at]
        if not (token.is_name and token.low in lexis.grammar.holdings):
            continue
        of = at + 1 + (tokens[at + 1].low in lexis.grammar.of_holder)
        genitive = of > at + 1 or tokens[at + 1].low in lexis.book.genitive
        holder = noun_phrase(tokens, of, stop, lexis) if genitive and of < stop else None
        if holder is None or not _reaches(tokens, holder.stop, stop):
            return None
        if not speaks(tokens, holder, lexis):
            return None
        start = clause.body + (tokens[clause.body].low in lexis.grammar.that)
        return Held(range(at, at + 1), holder, range(start, end_of(tokens, found, number)))
    return None


def _told_in(
    tokens: Sequence[Token], before: Clause, clause: Clause, lexis: Lexis
) -> Phrase | None:
    """The document that a verb parts from what it says: 'wies Berichte zurück, wonach …'."""
    if clause.kind is not Kind.LAST or tokens[clause.body].low not in lexis.grammar.with_content:
        return None
    if tokens[clause.start - 2].is_name:
        return None  # whose it is stands behind it
    for at in range(before.start, before.stop):
        if not (tokens[at].is_name or tokens[at].low in lexis.book.determiners):
            continue
        phrase = noun_phrase(tokens, at, before.stop, lexis)
        if phrase is not None and phrase.start == at and is_document(tokens, phrase, lexis):
            return phrase
    return None


def _is_held(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause can be what somebody holds: with 'dass', with 'zu', in the subjunctive."""
    if clause.kind is Kind.LAST:
        return tokens[clause.body].low in grammar().that | grammar().with_content
    return clause.kind is Kind.INFINITIVE or (clause.kind is Kind.MAIN and clause.mood == FIRST)


def _reaches(tokens: Sequence[Token], end: int, stop: int) -> bool:
    """Whether a phrase goes to where its clause ends, but for brackets: 'Rech (CDU)'."""
    if end == stop:
        return True
    return stop - end in {3, 4, 5} and tokens[end].text == "(" and tokens[stop - 1].text == ")"
