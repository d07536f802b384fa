"""Finds who is named right before a comma: whom a relative clause or an apposition is about."""

from collections.abc import Sequence

from audit.extract.others.grammar.noun_phrases import LONGEST_PHRASE, phrase_from
from audit.extract.others.grammar.tokens import clause_start, is_word
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.phrasebook import Phrasebook

_DASHES = frozenset("-–—")


def antecedent(tokens: Sequence[Token], comma: int, book: Phrasebook) -> Phrase | None:
    """The noun phrase that ends at a comma before a relative.

    'un portavoz de Velvia, que insiste'.
    """
    if tokens[comma].text != ",":
        return None
    if not book.articles:
        return _named_right_before(tokens, comma, book)
    for first in range(max(clause_start(tokens, comma), comma - LONGEST_PHRASE), comma):
        token = tokens[first]
        if not (token.low in book.determiners or token.is_name or token.low in book.roles):
            continue
        phrase = phrase_from(tokens, first, comma, book)
        if phrase is not None and phrase.stop == comma:
            return phrase
    return None


def _named_right_before(tokens: Sequence[Token], comma: int, book: Phrasebook) -> Phrase | None:
    """A name or a role that ends at a comma, in a language without articles.

    'принял рыбаков, которые …', 'рассказал мэр Крылов, который …'.
    """
    first = comma
    while first > 0 and (tokens[first - 1].is_name or tokens[first - 1].low in book.roles):
        first -= 1
        if tokens[first].low in book.roles and not tokens[first].is_name:
            break
    if first == comma and is_word(tokens[comma - 1]) and tokens[comma - 1].low not in book.closed:
        first = comma - 1
    return range(first, comma) if first < comma else None


def name_before(tokens: Sequence[Token], comma: int, book: Phrasebook) -> Phrase | None:
    """The name of two words or more that ends at a comma.

    'le secrétaire du parti, Paul Roy, accuse'.
    """
    first = comma
    while first > 0 and tokens[first - 1].is_name and tokens[first - 1].low not in book.closed:
        first -= 1
    apart = first > 0 and tokens[first - 1].text in _DASHES  # 'Ana Roy, jefa - Grupo Lima, dijo'
    ends = tokens[comma].text == "," and not apart
    return range(first, comma) if comma - first > 1 and ends else None
