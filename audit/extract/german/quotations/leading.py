"""Tells whether what stands before German words only leads to what the last speaker says."""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.german.grammar.forms import is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.sentences import Token

_FEWEST_WORDS = 5  # of a quotation that is no name
_LONGEST_LEAD = 9  # tokens that lead to words, less a verb: 'Seine Antwort auf die Frage:'
_LONGEST_SENTENCE = 20  # tokens of one about what is a speaker's, before the words


def is_of_voice(before: Sequence[Token], lexis: Lexis) -> bool:
    """Whether a few words before a colon name a saying of who spoke: 'Sein Fazit am Ende:'."""
    if not 2 < len(before) <= _LONGEST_LEAD or before[-1].text != ":":
        return False
    own = before[0].low in lexis.grammar.his_or_her
    return own and any(token.low in lexis.book.sayings for token in before)


def is_of_own(tokens: Sequence[Token], index: int, lexis: Lexis) -> bool:
    """Whether a sentence about what is the last speaker's leads to words, and to nobody else.

    'Seine Ruhe beruht auf den Vorräten: „…“', not 'Seine Frau lacht: „…“'.
    """
    if tokens[0].low not in lexis.grammar.his_or_her or tokens[index - 1].text != ":":
        return False
    if len(tokens[index].text.split()) < _FEWEST_WORDS or index > _LONGEST_SENTENCE:
        return False
    own = noun_phrase(tokens, 0, index, lexis)
    if own is None or speaks(tokens, own, lexis):
        return False
    return not any(first.is_name and second.is_name for first, second in pairwise(tokens[1:index]))


def only_joins(before: Sequence[Token], lexis: Lexis) -> bool:
    """Whether nothing but conjunctions and quotations stands before a quotation."""
    return all(
        token.low in lexis.grammar.coordinating or not is_word(token)
        for token in before
        if token.quote < 0
    )
