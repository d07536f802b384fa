"""Finds the figures that somebody gives in German: 'bezifferte den Schaden auf 3 Millionen'."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.german.reported.complements import trimmed
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_NEAR = 4  # tokens from 'auf' to the figure: 'auf rund drei 3 Millionen'


def valued(
    tokens: Sequence[Token], clause: Clause, subject: Phrase, lexis: Lexis
) -> tuple[Phrase, ...]:
    """What a clause gives a figure for, and the figure; empty where it gives none."""
    verb, finite = clause.said, clause.finite
    if verb is None or finite is None:
        return ()
    if verb.lemma in lexis.grammar.expecting:
        return _expected(tokens, clause, subject, lexis)
    if verb.lemma not in lexis.grammar.valuing:
        return ()
    if not any(_is_at_figure(tokens, at, clause.stop, lexis) for at in range(finite, clause.stop)):
        return ()
    stop = verb.start if verb.start > finite else clause.stop
    parts = (
        range(clause.body, min(finite, subject.start)),
        range(finite + 1, subject.start),
        range(max(subject.stop, finite + 1), stop),
    )
    cut = (range(part.start, trimmed(tokens, part.stop, part.start)) for part in parts)
    return tuple(part for part in cut if len(part) > 0)


def valuer(tokens: Sequence[Token], clause: Clause, subject: Phrase, lexis: Lexis) -> Phrase:
    """Who gives a figure where the thing opens the clause: 'Die Kosten beziffert der Träger'."""
    verb, finite = clause.said, clause.finite
    if verb is None or finite is None or verb.lemma not in lexis.grammar.valuing:
        return subject
    if subject.stop != finite or speaks(tokens, subject, lexis):
        return subject
    behind = noun_phrase(tokens, finite + 1, clause.stop, lexis)
    if behind is None or behind.start > finite + 1:
        return subject
    turned = tokens[behind.start].low in lexis.grammar.masculine or speaks(tokens, behind, lexis)
    return behind if turned else subject


def _expected(
    tokens: Sequence[Token], clause: Clause, subject: Phrase, lexis: Lexis
) -> tuple[Phrase, ...]:
    """What somebody expects: 'Die Bank rechnet für 2030 mit mehr Pleiten'."""
    verb = clause.finite or clause.body
    if not speaks(tokens, subject, lexis):
        return ()
    of = next(
        (at for at in range(verb + 1, clause.stop) if tokens[at].low in lexis.grammar.by_means),
        None,
    )
    if of is None or not any(token.is_name for token in tokens[of + 1 : clause.stop]):
        return ()
    stop = trimmed(tokens, clause.stop, of)
    said = clause.said
    stop = said.start if said is not None and said.start > of else stop
    return (range(of + 1, stop),) if stop > of + 1 else ()


def _is_at_figure(tokens: Sequence[Token], at: int, stop: int, lexis: Lexis) -> bool:
    """Whether 'auf' leads to digits."""
    if tokens[at].low not in lexis.grammar.valued_at:
        return False
    near = tokens[at + 1 : min(at + 1 + _NEAR, stop)]
    return any(token.text[0].isdigit() for token in near)
