"""Whether a sentence says that its words are from elsewhere than those before it."""

from itertools import pairwise

from audit.extract.sentences import Sentence
from audit.languages.common import CommonWords, among
from audit.languages.extraction.linking import Linking

_OPENING = 6  # tokens of a sentence in which it says where its words stand


def is_another_occasion(sentence: Sentence, words: CommonWords, known: Linking) -> bool:
    """Whether a sentence opens with a place of words that is new: 'In an interview on Friday, Lee'.

    'In the interview, Lee' is the one before.
    """
    opening = sentence.tokens[:_OPENING]
    if not among(opening[0].low, words.prepositions, words.link_before):
        return False
    named = known.definite | known.possessives
    return any(
        among(word.low, known.documents, known.events)
        and among(before.low, words.determiners)
        and before.low not in named
        for before, word in pairwise(opening)
    )
