"""Finds the finite verb of a German clause, where its kind lets it stand."""

from collections.abc import Sequence

from audit.extract.german.grammar.forms import (
    is_word,
    may_be_attribute,
    mood,
    unlisted_mood,
)
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.sentences import Token
from audit.languages.common import among

_FARTHEST_VERB = 40  # tokens of what stands before a main clause's verb


def is_doubtful(tokens: Sequence[Token], finite: int | None, lexis: Lexis) -> bool:
    """Whether what looks like a finite verb may be a participle: 'informiert'."""
    if finite is None:
        return True
    low = tokens[finite].low
    if (
        low in lexis.grammar.first
        or low in lexis.grammar.auxiliary
        or low in lexis.grammar.full
        or low in lexis.grammar.second
    ):
        return False
    readings = lexis.grammar.verbs.get(low, ())
    return not readings or any(verb.is_participle for verb in readings)


def last_finite(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> int | None:
    """The finite verb at the end of a clause, None where it does not end in one."""
    at = stop - 1
    while at >= start and not is_word(tokens[at]):
        at -= 1
    for place in range(at, max(start, at - 4) - 1, -1):
        if mood(tokens, place, lexis) is not None:
            return place
        if tokens[place].is_name:
            break
    if at >= start and unlisted_mood(tokens, at, lexis) is not None:
        return at
    return next((i for i in range(at, start - 1, -1) if mood(tokens, i, lexis) is not None), None)


def second_verb(tokens: Sequence[Token], body: int, stop: int, lexis: Lexis) -> int | None:
    """The finite verb behind what opens a main clause.

    What may belong to a noun is one where no other is: 'Der neu formulierten Frage ging er nach'.
    """
    doubtful: int | None = None
    for at in range(body + 1, min(stop, body + _FARTHEST_VERB)):
        token = tokens[at]
        if token.quote >= 0 or not is_word(token):
            continue
        if mood(tokens, at, lexis) is None and unlisted_mood(tokens, at, lexis) is None:
            continue
        attribute = may_be_attribute(tokens, at, lexis)
        if doubtful is None and not attribute:
            return at
        if doubtful is None:
            doubtful = at
            continue
        if not attribute and _is_sure(tokens[at].low, lexis):
            return at
        listed = mood(tokens, at, lexis) is not None and mood(tokens, doubtful, lexis) is None
        if tokens[at - 1].is_name and listed:
            return at
    return doubtful


def _is_sure(low: str, lexis: Lexis) -> bool:
    """Whether a form is finite wherever it stands: no infinitive, no participle."""
    grammar = lexis.grammar
    if among(low, grammar.auxiliary, grammar.first, grammar.second):
        return True
    readings = lexis.grammar.verbs.get(low, ())
    finite = low in grammar.full or any(verb.is_finite for verb in readings)
    participle = any(verb.is_participle for verb in readings)
    return finite and not participle and not low.endswith("en")
