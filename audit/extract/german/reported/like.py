"""Who says what a clause with 'wie' tells: 'wie Lind sagte', 'wie der Bote meldet'."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.subjects import subject_of
from audit.extract.german.reported.complements import LIKE, asks_how
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token


def told_like(
    tokens: Sequence[Token], found: Sequence[Clause], clause: Clause, lexis: Lexis
) -> tuple[Phrase, Phrase] | None:
    """Who says what a clause with 'wie' tells, and its verb."""
    said, at = clause.said, clause.body + 1
    if said is None or said.lemma in lexis.grammar.label:
        return None
    if tokens[at].low in lexis.grammar.unnamed or asks_how(tokens, clause, lexis):
        return None  # 'nach „zähem Ringen“, wie es Lind ausdrückte'
    subject = subject_of(tokens, clause, found, lexis)
    if subject is None and tokens[at].low in lexis.grammar.of_source:
        subject = noun_phrase(tokens, at + 1, said.start, lexis)
    return (subject, range(said.start, said.stop)) if subject is not None else None


def reports_like(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, lexis: Lexis
) -> bool:
    """Whether a clause tells who reported what another says: '…, sagte Lind, wie … berichtet'."""
    if number >= len(found) or tokens[found[number].body].low != LIKE:
        return False
    return told_like(tokens, found, found[number], lexis) is not None
