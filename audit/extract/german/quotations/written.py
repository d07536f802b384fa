"""Tells what German words stand in, and clauses that only lead to what they are written on."""

from collections.abc import Sequence

from audit.extract.german.grammar.agents import printed_in
from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.others.cue import Cue
from audit.extract.sentences import Token


def is_relative(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause is a relative one: ', der dort wohnt', ', auf dem stand'."""
    if clause.kind is not Kind.LAST:
        return False
    opens = clause.body
    opens += tokens[opens].low in lexis.book.prepositions and opens + 1 < clause.stop
    low = tokens[opens].low
    return low in lexis.grammar.relative and low not in lexis.grammar.subordinators


def noted_there(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> Cue | None:
    """'In der Einladung fand sich der Hinweis „…“': the document that a saying is found in."""
    if clause.finite is None or tokens[clause.finite].low not in lexis.grammar.found:
        return None
    noun = tokens[index - 1].low
    if index - 1 <= clause.finite or not (
        noun in lexis.book.sayings or noun in lexis.grammar.holdings
    ):
        return None
    where = printed_in(tokens, clause, lexis)
    return Cue(index - 1, index, where) if where is not None else None
