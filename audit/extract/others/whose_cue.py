"""Tells whether a cue behind quoted words is theirs, or leads to others, in other languages."""

from collections.abc import Sequence

from audit.extract.others.carriers import mentions_in
from audit.extract.others.cue import Cue
from audit.extract.others.cues_behind import opens_clause
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.persons import is_person
from audit.extract.others.grammar.tokens import clause_start, is_any_verb, is_word
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.phrasebook import Phrasebook


def may_be_anothers(tokens: Sequence[Token], index: int, behind: Cue, book: Phrasebook) -> bool:
    """Whether whoever stands before words says them, not the subject of the cue behind them."""
    if _goes_on_with(tokens, index, book):
        return True
    pair = (tokens[behind.start - 1].low, tokens[behind.start].low)
    if behind.subject is None and tokens[index].text[:1].islower():
        return pair not in book.impersonal  # 'Ruiz, quien dijo estar «tranquilo», no votó'
    if behind.subject is not None and tokens[max(index - 1, 0)].text == ":":
        return _is_outlet(tokens, behind, book)
    # 'Postma beloofde dat de brug „open blijft”, aldus de krant'
    return tokens[index].text[:1].islower() and _is_paper(tokens, behind, book)


def _goes_on_with(tokens: Sequence[Token], index: int, book: Phrasebook) -> bool:
    """Whether an 'and' goes on with a second thing that a subject before the words does.

    'Посол назвал обвинения «голословными» и потребовал извинений'.
    """
    at = index + 1
    at += at < len(tokens) and tokens[at].text in {"—", "–"}
    if at + 1 >= len(tokens) or tokens[at].low not in book.coordinating:
        return False
    return is_any_verb(tokens, at + 1, book)


def leads_on(tokens: Sequence[Token], index: int, behind: Cue, book: Phrasebook) -> bool:
    """Whether the clause behind words reports others, and its cue leads to those.

    'Lenoir le dit « fini », mais Roy affirme qu’il est « solide »'.
    """
    subject = behind.subject
    if subject is None or subject.start > behind.start:
        return False
    if any(opens_clause(token, book) for token in tokens[index + 1 : subject.start]):
        return True
    end = behind.end
    return end < len(tokens) and (tokens[end].low in book.that or tokens[end].quote >= 0)


def is_of_next(tokens: Sequence[Token], index: int, cue: Cue, book: Phrasebook) -> bool:
    """Whether an 'and' parts words from a cue behind them, which leads to other words.

    'Lei parla di «disastro» e Saraceni attacca: «…»'.
    """
    if index + 1 >= len(tokens) or tokens[index + 1].low not in book.coordinating:
        return False
    behind = max(cue.end, cue.subject.stop if cue.subject is not None else 0)
    return any(tokens[at].text == ":" for at in range(behind, min(behind + 2, len(tokens))))


def is_amid_clause(tokens: Sequence[Token], index: int, book: Phrasebook) -> bool:
    """Whether a verb right behind words is that of what is said: 'Dijo que «jamás» se ha dicho'.

    Or has its subject before them: 'Roy per spiegare il «no» ha citato due casi'. Where a comma
    parts words from who says them.
    """
    if not (book.drops_pronouns and book.articles) or not 0 < index < len(tokens) - 1:
        return False
    inside = is_word(tokens[index - 1]) and is_word(tokens[index + 1])
    before = range(clause_start(tokens, index), index)
    if not inside or any(tokens[at].low in book.that for at in before):
        return inside
    if any(token.low in book.citing for token in tokens[index + 1 : index + 3]):
        return True
    opens = phrase_at(tokens, before.start, index, book)
    return opens is not None and opens.start == before.start and is_person(tokens, opens, book)


def _is_outlet(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether the subject of a cue is an outlet and nothing else."""
    subject = cue.subject
    return subject is not None and any(
        subject.start <= mention.end - 1 < subject.stop and mention.start - subject.start <= 1
        for mention in mentions_in(tokens, book)
    )


def _is_paper(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether the subject of a cue is an outlet, named or not: 'de krant', 'Le Monde'."""
    if cue.subject is None:
        return False
    noun = tokens[cue.subject.stop - 1]
    plain = len(cue.subject) <= 2 and noun.text == noun.low
    words = book.words
    return (plain and among(noun.low, words.outlet_words, words.outlet_first)) or _is_outlet(
        tokens, cue, book
    )


def is_new_clause(cue: Cue, book: Phrasebook) -> bool:
    """Whether a subject before its verb opens a clause of its own: ', el alcalde se lanzó a …'."""
    if not (book.drops_pronouns and book.articles) or cue.subject is None:
        return False
    return len(cue.subject) > 0 and cue.subject.stop <= cue.start
