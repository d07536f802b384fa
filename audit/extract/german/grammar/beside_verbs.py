"""Tells what stands beside the verb of a German main clause and only looks like its subject."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.who_speaks import is_role
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_LONGEST_NOBILIARY = 3  # words of a name such as 'Von der Leyen'


def is_owned_thing(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether only the owner of a thing can speak: 'Das Verhalten der Beamten'."""
    nouns = [
        at for at in phrase if tokens[at].is_name and tokens[at].low not in lexis.book.determiners
    ]
    if len(nouns) < 2 or tokens[phrase.start].low not in lexis.book.determiners:
        return False
    owned = tokens[nouns[0] + 1].low in lexis.book.genitive
    return owned and not is_role(tokens[nouns[0]].low, lexis)


def opens_aside(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a word only leads to a verb: 'Angesprochen auf die Frage, sagte Lind'."""
    if len(phrase) != 1 or phrase.start > 0 or is_role(tokens[0].low, lexis):
        return False
    return tokens[phrase.stop].low in lexis.book.prepositions


def nobiliary(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """A name that opens a sentence with its 'Von': 'Von der Leyen betonte'."""
    finite = clause.finite or clause.body
    opening = tokens[clause.body : finite]
    if not 2 <= len(opening) <= _LONGEST_NOBILIARY or not opening[-1].is_name:
        return None
    particles = lexis.book.nobiliary - lexis.book.articles
    small = opening[0].low in particles and all(
        token.low in lexis.book.nobiliary for token in opening[1:-1]
    )
    return range(clause.body, finite) if small and opening[0].is_name else None


def is_adverbial(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether the one word that opens a sentence may be no noun: 'Kritisch', 'Relativierend'."""
    if len(phrase) > 1 or phrase.start > 1:
        return False
    low = tokens[phrase.start].low
    participle = any(verb.is_participle for verb in lexis.grammar.verbs.get(low, ()))
    return participle or low.endswith(lexis.grammar.adverb_ends)


def is_nobody_s(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether 'man' is the subject beside a verb: 'Das Verfahren nennt man „Fracking“'."""
    finite = clause.finite or clause.body
    beside = (at for at in (finite - 1, finite + 1) if clause.body <= at < clause.stop)
    return any(tokens[at].low in lexis.grammar.anybody for at in beside)
