"""Finds who says what a German passive tells: 'wird von der Partei kritisiert'."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause
from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.who_speaks import is_document
from audit.extract.german.outlets import outlet_at
from audit.extract.others.grammar.noun_phrases import phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token


def agent(tokens: Sequence[Token], clause: Clause, lexis: Lexis, *, is_told: bool) -> Phrase | None:
    """Who says what is said in the passive, or what it is printed in; None where neither is told.

    'wird von der Partei kritisiert', 'wurde im „Kurier“ als „…“ bezeichnet'. What ``is_told`` of a
    document says nothing: 'einer Erklärung, die auf ihrer Seite veröffentlicht wurde'.
    """
    for at in range(clause.start, clause.stop - 1):
        if tokens[at].low in lexis.book.agents:
            if tokens[at + 1].low in lexis.grammar.sides and at + 2 < clause.stop:
                return phrase_from(tokens, at + 2, clause.stop, lexis.book)
            first = at if tokens[at].low == "vom" else at + 1
            return phrase_from(tokens, at + 1, clause.stop, lexis.book) if first else None
    return None if is_told else printed_in(tokens, clause, lexis)


def voiced_by(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """Whom a clause says that words come from: 'Kritik kam vom Verband', 'erntete Lob von Lind'."""
    if clause.finite is None or tokens[clause.finite].low not in lexis.grammar.coming:
        return None
    if all(tokens[at].low not in lexis.grammar.voiced for at in range(clause.body, clause.stop)):
        return None
    for at in range(clause.body, clause.stop - 1):
        if tokens[at].low in lexis.book.agents:
            return phrase_from(tokens, at + 1, clause.stop, lexis.book)
    return None


def printed_in(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """What a clause says something stands in: 'im „Kurier“', 'in dem Bericht', 'darin'."""
    for at in range(clause.start, clause.stop - 1):
        if tokens[at].low in lexis.grammar.therein:
            return range(at, at + 1)
        if tokens[at].low in lexis.grammar.places:
            medium = phrase_from(tokens, at + 1, clause.stop, lexis.book)
            if medium is not None and _is_medium(tokens, medium, lexis):
                return medium
    return None


def _is_medium(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether something is printed in what a phrase names: 'der Presse', 'dem Bericht'."""
    words = [
        at for at in phrase if is_word(tokens[at]) and tokens[at].low not in lexis.book.determiners
    ]
    if not words:
        return False
    if is_document(tokens, phrase, lexis) or any(
        tokens[at].low in lexis.grammar.media for at in words
    ):
        return True
    if tokens[words[-1]].low.endswith(tuple(lexis.book.words.outlet_words)):
        return True
    return outlet_at(tokens, words[0], phrase.stop, lexis.book) is not None
