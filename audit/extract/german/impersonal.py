"""Finds who speaks where nobody is the subject: 'heißt es in dem Bericht', 'geht aus … hervor'."""

from collections.abc import Sequence

from audit.extract.german.clauses import Clause
from audit.extract.german.lexis import Lexis
from audit.extract.german.phrases import noun_phrase
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_COMES_OUT = "hervor|gehen"


def impersonal(
    tokens: Sequence[Token], clause: Clause, lexis: Lexis
) -> tuple[Phrase, Phrase] | None:
    """The speaker and the cue of a clause in which 'es' says something."""
    finite = clause.finite
    if finite is None:
        return None
    comes_out = clause.said is not None and clause.said.lemma == _COMES_OUT
    low = tokens[finite].low
    follows = finite + 1 < len(tokens) and tokens[finite + 1].low == "es"
    before = finite > clause.body and tokens[finite - 1].low == "es"
    says = low in lexis.grammar.impersonal and (follows or before or low.startswith("verlaut"))
    if not (comes_out or says):
        return None
    for at in range(clause.body, clause.stop - 1):
        if tokens[at].low in (lexis.grammar.origins if comes_out else lexis.grammar.places):
            phrase = noun_phrase(tokens, at + 1, clause.stop, lexis)
            if phrase is not None:
                return phrase, range(finite, finite + 1 + follows)
    return None
