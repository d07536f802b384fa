"""Finds who said the words right before a sentence: 'Mit diesen Worten eröffnete Lind das Fest'."""

from collections.abc import Sequence

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.subjects import subject_of
from audit.extract.german.grammar.who_speaks import is_document, speaks
from audit.extract.german.reported.complements import ASIDE, TAG
from audit.extract.german.reported.going_on import has_verb_before
from audit.extract.others.grammar.persons import whose
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_LONGEST_OPENING = 4  # tokens of 'Mit genau diesen Worten'


def points_back(
    tokens: Sequence[Token], clauses: Sequence[Clause], lexis: Lexis
) -> tuple[Phrase, Phrase] | None:
    """The cue and the speaker of the words before a sentence that points back at them."""
    first = clauses[0]
    if first.kind is not Kind.MAIN or first.finite is None or len(clauses) > 1:
        return None
    if any(token.quote >= 0 for token in tokens):
        return None
    cue = range(first.body, first.finite + 1)
    if _is_of_words(tokens, first.body, lexis):
        owner = noun_phrase(tokens, first.body + 2, first.finite, lexis)
        owned = owner is not None and tokens[owner.start].low in lexis.book.genitive
        return (cue, owner) if owner is not None and owned else None
    if not _opens_with_words(tokens, first, lexis):
        return None
    subject = subject_of(tokens, first, clauses, lexis)
    if subject is None:
        return None
    speaker = whose(tokens, subject, lexis.book)
    if speaker is None or not (
        speaks(tokens, speaker, lexis) or is_document(tokens, speaker, lexis)
    ):
        return None
    return (cue, speaker)


def _is_of_words(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether 'Diese Worte' opens a sentence."""
    if tokens[at].low not in lexis.grammar.these or at + 2 >= len(tokens):
        return False
    return _is_saying(tokens[at + 1], lexis)


def _is_saying(token: Token, lexis: Lexis) -> bool:
    return token.text in lexis.grammar.called_out or (
        token.low in lexis.book.sayings or token.low in lexis.grammar.holdings
    )


def _opens_with_words(tokens: Sequence[Token], first: Clause, lexis: Lexis) -> bool:
    """Whether 'So' or 'Zu diesem Schluss' opens a clause, before a verb that puts it so."""
    finite = first.finite or first.body
    opening = tokens[first.body : finite]
    if len(opening) == 1:
        return opening[0].low == TAG and tokens[finite].low in lexis.grammar.puts
    if not 2 < len(opening) <= _LONGEST_OPENING:
        return False
    led = opening[0].low in lexis.book.prepositions and opening[-2].low in lexis.grammar.these
    return led and _is_saying(opening[-1], lexis)


def is_told_back(
    tokens: Sequence[Token], found: Sequence[Clause], clause: Clause, lexis: Lexis
) -> bool:
    """Whether 'Das' stands for what is said before it: 'Das teilte die Polizei mit'."""
    if clause.kind is not Kind.MAIN or clause.said is None:
        return False
    if clause.start > 0 and (clause.sign not in ASIDE or not has_verb_before(found, 1)):
        return False
    points = tokens[clause.body].low in lexis.grammar.back and clause.finite == clause.body + 1
    return points and clause.said.lemma in lexis.grammar.tell
