"""Finds what a German sentence says behind a clause that stands in the middle of it."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST, INDICATIVE, is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.reported.complements import ASIDE, trimmed
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.german import grammar

_FEWEST = 2  # words
_OF_VERBS = ("e", "en", "t", "te", "ten")  # endings of third persons
_NEAR = 4  # tokens from 'auf' to the noun of what is asked


def going_on(
    tokens: Sequence[Token], clauses: Sequence[Clause], number: int, lexis: Lexis
) -> Phrase | None:
    """What goes on behind ', sagte Lind,' in the subjunctive, or as the sentence itself."""
    if number + 1 >= len(clauses):
        return None
    follows = clauses[number + 1]
    if follows.kind in {Kind.MAIN, Kind.FIRST} and follows.mood not in {None, INDICATIVE}:
        return range(follows.start, trimmed(tokens, len(tokens)))
    return _added(tokens, clauses, number, lexis)


def _added(
    tokens: Sequence[Token], clauses: Sequence[Clause], number: int, lexis: Lexis
) -> Phrase | None:
    """What the sentence itself goes on with: 'Der Umsatz, teilte sie mit, stieg'.

    Or adds to its figures: 'stieg auf 4 Millionen, teilte sie mit, nach 3 Millionen im Mai'.
    """
    follows = clauses[number + 1]
    rest = range(follows.start, trimmed(tokens, follows.stop))
    if follows.sign not in ASIDE or follows.is_coordinated or len(rest) < _FEWEST:
        return None
    opens = tokens[follows.start].low
    if follows.kind is Kind.LAST and opens in lexis.grammar.relative:
        return None
    if is_interrupted(tokens, clauses, number):
        return rest
    if not has_verb_before(clauses, number):
        return rest if follows.kind is Kind.FIRST or _may_be_verb(tokens, follows, lexis) else None
    leads = opens in lexis.book.prepositions
    figures = any(tokens[at].text[0].isdigit() for at in rest)
    near = tokens[max(follows.start - 3, 0) : follows.start - 1]
    named = all(token.is_name for token in near)  # 'sagte Anna Lenz, seit 30 Jahren Maklerin'
    adds = follows.kind is Kind.FRAGMENT and leads and figures and not named
    return rest if adds else None


def _may_be_verb(tokens: Sequence[Token], follows: Clause, lexis: Lexis) -> bool:
    """Whether a stretch opens with a verb that no list knows: 'Der Preis, sagt Lind, decke nichts'.

    Only where nothing before has a verb, so that one has to come.
    """
    opens = tokens[follows.start]
    small = is_word(opens) and opens.text == opens.low and opens.low.endswith(_OF_VERBS)
    known = among(opens.low, lexis.book.closed, lexis.book.determiners, lexis.book.prepositions)
    return follows.kind is Kind.FRAGMENT and small and not known


def behind_semicolon(
    tokens: Sequence[Token], clauses: Sequence[Clause], number: int
) -> tuple[Phrase, ...]:
    """What goes on in the subjunctive behind a semicolon: 'Lind warnte; die Lage sei ernst'."""
    clause = clauses[number]
    if clause.said is None or clause.kind is not Kind.MAIN:
        return ()
    follows = next((c for c in clauses[number + 1 :] if c.sign == ";"), None)
    if follows is None or follows.mood != FIRST or follows.kind is not Kind.MAIN:
        return ()
    return (range(follows.start, trimmed(tokens, len(tokens))),)


def is_interrupted(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> bool:
    """Whether an auxiliary still lacks its verb: 'Er soll, wie es heißt, gestanden haben'."""
    before = clauses[number - 1]
    if before.finite is None or number + 1 >= len(clauses):
        return False
    last = trimmed(tokens, before.stop) - 1
    follows = clauses[number + 1]
    main = follows.finite is not None and follows.kind is Kind.MAIN
    whole = main and not tokens[follows.finite or 0].low.endswith("en")
    return before.finite == last and not whole


def has_verb_before(clauses: Sequence[Clause], number: int) -> bool:
    """Whether a clause before another one has a finite verb."""
    return any(other.finite is not None for other in clauses[:number])


def is_asked(tokens: Sequence[Token], at: int) -> bool:
    """Whether words at a token open with what was asked: 'Auf die Frage „Warum?“ sagte Lind'."""
    near = tokens[at + 1 : at + _NEAR]
    leads = tokens[at].low in grammar().valued_at
    return leads and any(token.low in grammar().questions for token in near)


def stands_before(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """What stands before a clause that says it, from the last colon on."""
    clause = clauses[number]
    first = number
    while first > 0:
        first -= 1
        if clauses[first].sign in {":", ";"}:
            break
    start = clauses[first].start
    if is_asked(tokens, start):
        return None
    stop = trimmed(tokens, clause.start)
    return range(start, stop) if start < stop and first < number else None


def told_before(tokens: Sequence[Token], clauses: Sequence[Clause], number: int) -> Phrase | None:
    """What a clause inside its report says before itself: 'Es sei kalt, sagt Lind, er friere'."""
    clause = clauses[number]
    tag = clause.kind is Kind.FIRST and clause.sign in ASIDE and not clause.is_coordinated
    former = clauses[number - 1] if number > 0 else clause
    told = tag and former.kind is Kind.MAIN and former.mood == FIRST
    return stands_before(tokens, clauses, number) if told else None
