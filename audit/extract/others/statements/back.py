"""Finds sentences that only tell who said the one before: 'Lo ha detto la ministra'."""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.claims import Claim, span
from audit.extract.others.cue import Cue, said
from audit.extract.others.grammar.first_phrase import phrase_at
from audit.extract.others.grammar.subjects import right_of
from audit.extract.others.grammar.tokens import is_verb, is_word
from audit.extract.others.statements.behind import states
from audit.extract.phrase import Phrase
from audit.extract.sentences import IN_FIGURES, Sentence, Token
from audit.languages.extraction.phrasebook import Phrasebook
from audit.model import Article, AttributionKind, BlockKind

_REACH = 5  # tokens behind what stands for the sentence before within which the verb stands
_FEWEST = 4  # words of a sentence that somebody said


def told_back(article: Article, read: Sequence[Sentence], book: Phrasebook) -> list[Claim]:
    """A claim for every sentence that the next one says who said.

    Neither has quoted words, and a heading is nobody's.
    """
    found = []
    for number, (before, sentence) in enumerate(pairwise(read), start=1):
        cue = back_cue(sentence.tokens, book)
        if cue is None or cue.subject is None or not _may_be_said(article, before, sentence):
            continue
        tokens = sentence.tokens
        found.append(
            Claim(
                AttributionKind.INDIRECT,
                [span(article, before.tokens[0].start, _last_word(before.tokens).end)],
                span(article, tokens[cue.start].start, tokens[cue.end - 1].end),
                span(article, tokens[cue.subject.start].start, tokens[cue.subject.stop - 1].end),
                sentence.block,
                [number - 1, number],
            )
        )
    return found


def back_cue(tokens: Sequence[Token], book: Phrasebook) -> Cue | None:
    """The verb of saying behind what stands for the sentence before, with its subject."""
    start = behind_back(tokens, book)
    if start is None or any(token.quote >= 0 for token in tokens):
        return None
    reach = _REACH if not book.verb_last else len(tokens)
    near = range(start, min(start + reach, len(tokens)))
    opens = (
        start < len(tokens) and tokens[start].low in book.say
    )  # 'Lo dice', where 'lo' is no article
    verb = start if opens else next((at for at in near if is_verb(tokens, at, book)), None)
    if verb is None or not states(tokens[verb], book):
        return None
    if any(token.low in book.that or token.text == ":" for token in tokens[verb:]):
        return None  # 'Lo ha detto che …' says something of its own
    return said(tokens, verb, _subject(tokens, start, verb, book), book)


def _subject(tokens: Sequence[Token], start: int, verb: int, book: Phrasebook) -> Phrase | None:
    """Who says it: a pronoun before the verb, else who stands behind it or its auxiliary."""
    pronoun = next((at for at in range(start, verb) if tokens[at].low in book.pronouns), None)
    if pronoun is not None:
        return range(pronoun, pronoun + 1)  # 'C’est ce qu’il a annoncé'
    if book.verb_last and tokens[start].low in book.auxiliaries and verb > start + 1:
        return phrase_at(tokens, start + 1, verb, book)  # 'Dat heeft Roth bekendgemaakt'
    return right_of(tokens, verb, len(tokens), book)


def behind_back(tokens: Sequence[Token], book: Phrasebook) -> int | None:
    """Behind the phrase that stands for the sentence before, which opens its own.

    None where none does.
    """
    for phrase in book.back:
        if tuple(token.low for token in tokens[: len(phrase)]) == phrase:
            return len(phrase)
    return None


def _may_be_said(article: Article, before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence can be what the next one says somebody said."""
    near = sentence.block - 1 <= before.block <= sentence.block
    if not near or article.blocks[before.block].kind is BlockKind.HEADING:
        return False
    if any(token.quote >= 0 for token in before.tokens):
        return False
    return sum(map(is_word, before.tokens)) >= _FEWEST


def _last_word(tokens: Sequence[Token]) -> Token:
    return next(token for token in reversed(tokens) if is_word(token) or token.text in IN_FIGURES)
