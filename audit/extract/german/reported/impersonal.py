"""Finds who speaks where nobody is the subject: 'heißt es in dem Bericht', 'geht aus … hervor'."""

from collections.abc import Sequence

from audit.extract.german.grammar.agents import printed_in
from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.reported.complements import LIKE, is_read_there
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_COMES_OUT = "hervor|gehen"


def impersonal(
    tokens: Sequence[Token], clause: Clause, lexis: Lexis, before_it: int | None = None
) -> tuple[Phrase, Phrase] | None:
    """The speaker and the cue of a clause in which 'es' says something.

    ``before_it`` is where a sentence begins whose place stands before a relative clause: 'In dem
    Bericht, der gestern erschien, heißt es'.
    """
    finite = clause.finite
    if finite is None:
        return None
    if is_read_there(tokens, clause, lexis):
        where = _read_in(tokens, clause, lexis)
        return (where, range(finite, finite + 1)) if where is not None else None
    comes_out = clause.said is not None and clause.said.lemma == _COMES_OUT
    if not (comes_out or _says_it(tokens, clause, finite, lexis)):
        return None
    start = clause.body if before_it is None else before_it
    places = lexis.grammar.origins if comes_out else lexis.grammar.places
    phrase = _therein(tokens, clause, lexis)
    if phrase is None and not comes_out:
        phrase = _said_from(tokens, finite, clause.stop, lexis)
    phrase = phrase or _place(tokens, start, clause.stop, places, lexis)
    cue = range(finite, finite + 1 + _is_followed_by_it(tokens, finite))
    return (phrase, cue) if phrase is not None else None


def _says_it(tokens: Sequence[Token], clause: Clause, finite: int, lexis: Lexis) -> bool:
    """Whether a clause has 'heißt es', 'es hieß', 'hat es geheißen' or 'verlautete'."""
    low = tokens[finite].low
    follows = _is_followed_by_it(tokens, finite)
    if clause.said is not None and clause.said.lemma in lexis.grammar.called_so and follows:
        return True
    opens = clause.kind is Kind.LAST and tokens[clause.body + 1].low == "es"  # 'wie es aus … heißt'
    before = opens or (finite > clause.body and tokens[finite - 1].low == "es")
    it = follows or before or low.startswith("verlaut")
    return low in lexis.grammar.impersonal and it


def _is_followed_by_it(tokens: Sequence[Token], finite: int) -> bool:
    return finite + 1 < len(tokens) and tokens[finite + 1].low == "es"


def _read_in(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """Where something is to read, or whom it is to hear from: 'Aus der Partei ist zu hören'."""
    where = printed_in(tokens, clause, lexis)
    opens = clause.body + (tokens[clause.body].low == LIKE)
    if where is not None or tokens[opens].low not in lexis.grammar.origins:
        return where
    return _place(tokens, opens, clause.stop, lexis.grammar.origins, lexis)


def _place(
    tokens: Sequence[Token], start: int, stop: int, places: frozenset[str], lexis: Lexis
) -> Phrase | None:
    """The first noun phrase behind one of these prepositions: 'in dem Bericht'."""
    behind = (
        noun_phrase(tokens, at + 1, stop, lexis)
        for at in range(start, stop - 1)
        if tokens[at].low in places
    )
    return next((phrase for phrase in behind if phrase is not None), None)


def _said_from(tokens: Sequence[Token], finite: int, stop: int, lexis: Lexis) -> Phrase | None:
    """Whom something is heard from, right behind the verb: 'Auf die Wahl hin hieß es aus …'."""
    at = finite + 1 + _is_followed_by_it(tokens, finite)
    if at >= stop or tokens[at].low not in lexis.grammar.origins:
        return None
    return noun_phrase(tokens, at + 1, stop, lexis)


def _therein(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """'Darin heißt es': the word that stands for a document of the sentence before."""
    words = range(clause.body, clause.stop)
    at = next((i for i in words if tokens[i].low in lexis.grammar.therein), None)
    return range(at, at + 1) if at is not None else None


def it_told(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """'es' behind a verb of telling, which stands for a body: '…, teilte es mit'."""
    verb = clause.said
    if clause.kind is not Kind.FIRST or verb is None or clause.finite is None:
        return None
    at = clause.finite + 1
    told = verb.lemma in lexis.grammar.tell and at < clause.stop
    return range(at, at + 1) if told and tokens[at].low == "es" else None
