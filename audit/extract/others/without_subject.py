"""What a verb without a subject tells of who says something, in languages that drop pronouns."""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.others.cue import Cue
from audit.extract.others.grammar.persons import is_person, subject_in
from audit.extract.others.statements.reported import words_span
from audit.extract.phrase import Phrase
from audit.extract.sentences import Sentence, Token
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, Span


def is_anybody(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether a plural verb means nobody in particular: 'отвечают из толпы'."""
    return tokens[cue.end - 1].low.endswith(book.impersonal_ends)


def is_of_several(tokens: Sequence[Token], cue: Cue, speaker: Span, book: Phrasebook) -> bool:
    """Whether a plural verb cannot be that of one person: '—¿Y usted? —le preguntaron'."""
    plural = (tokens[cue.start].low, tokens[cue.end - 1].low)
    if not book.drops_pronouns or not any(low.endswith(book.impersonal_ends) for low in plural):
        return False
    words = speaker.text.split()
    names = len(words) > 1 and all(word[0].isupper() for word in words)
    return names or words[0].lower() in book.masculine | book.feminine


def is_to_somebody(tokens: Sequence[Token], cue: Cue, book: Phrasebook) -> bool:
    """Whether a verb has whom it speaks to for its object: 'le reprochó'."""
    near = tokens[max(cue.start - 1, 0) : cue.end]
    return any(token.low in book.told_pronouns for token in near)


def alone_above(
    article: Article, since: Sequence[Sentence], block: int, book: Phrasebook
) -> Span | None:
    """The one person whom the paragraph above is about: 'La alcaldesa cede.' above '«…», dijo'.

    ``since`` are the sentences behind the last quotation. None where it names another, too.
    """
    above = [each.tokens for each in since if each.block == block - 1]
    if not above or since[-1].block != block - 1:
        return None
    subjects = [(tokens, _person_in(tokens, book)) for tokens in above]
    found = [(tokens, who) for tokens, who in subjects if who is not None]
    names = {
        second.low
        for tokens in above
        for first, second in pairwise(tokens)
        if first.is_name and second.is_name and first.quote < 0
    }
    if len(found) != 1 or found[0][0] is not above[0]:
        return None
    tokens, who = found[0]
    own = {tokens[at].low for at in who}
    behind = {token.low for token in tokens[who.stop :]} | {t.low for a in above[1:] for t in a}
    alone = names <= own and behind.isdisjoint(book.roles | book.words.titles)
    return words_span(article, tokens, who) if alone else None  # 'El juez absolvió al alcalde'


def _person_in(tokens: Sequence[Token], book: Phrasebook) -> Phrase | None:
    who = subject_in(tokens, book, frozenset(), anything=False)
    return who if who is not None and is_person(tokens, who, book) else None
