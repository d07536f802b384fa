"""Finds who speaks where nobody is the subject: 'heißt es in dem Bericht', 'geht aus … hervor'."""

from collections.abc import Sequence

from audit.extract.german.clauses import Clause
from audit.extract.german.lexis import Lexis
from audit.extract.german.phrases import noun_phrase
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_VERBS = frozenset(["heißt", "heisst", "hieß", "hiess", "heiße", "verlautet", "verlautete"])
_PLACES = frozenset(["in", "im", "aus", "auf", "bei", "beim", "seitens", "von", "vom"])
_ORIGINS = frozenset(["aus", "von"])
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
    says = low in _VERBS and (follows or before or low.startswith("verlaut"))
    if not (comes_out or says):
        return None
    for at in range(clause.body, clause.stop - 1):
        if tokens[at].low in (_ORIGINS if comes_out else _PLACES):
            phrase = noun_phrase(tokens, at + 1, clause.stop, lexis)
            if phrase is not None:
                return phrase, range(finite, finite + 1 + follows)
    return None
