"""Finds what a German sentence says of the source before it: 'Demnach starben drei Menschen'."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.reported.complements import trimmed
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_FEWEST = 2  # words
_FARTHEST = 12  # tokens from where the sentence begins to the word


def according_to_that(
    tokens: Sequence[Token], clauses: Sequence[Clause], lexis: Lexis
) -> tuple[Phrase, tuple[Phrase, ...]] | None:
    """'Demnach', which stands for the source, and the stretches around it that it says."""
    first = clauses[0] if clauses else None
    if first is None or first.kind is not Kind.MAIN or any(t.quote >= 0 for t in tokens):
        return None
    near = range(first.body, min(first.stop, first.body + _FARTHEST))
    at = next((i for i in near if tokens[i].low in lexis.grammar.hence), None)
    if at is None:
        return None
    around = (range(first.body, at), range(at + 1, trimmed(tokens, len(tokens))))
    said = tuple(part for part in around if len(part) > 0)
    words = sum(is_word(tokens[i]) for part in said for i in part)
    return (range(at, at + 1), said) if words >= _FEWEST else None
