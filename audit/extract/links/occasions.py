"""Whether a sentence says that its words are from elsewhere than those before it."""

from collections.abc import Iterable, Sequence

from audit.extract.sentences import Sentence, Token
from audit.languages.common import CommonWords, among
from audit.languages.extraction.linking import Linking
from audit.model import Span

_NEAR = 3  # words from an article to its noun: 'a long radio interview'
_OPENING = 6  # tokens of a sentence in which it says where its words stand


def is_another_occasion(sentence: Sentence, words: CommonWords, known: Linking) -> bool:
    """Whether a sentence opens with a place of words that is new: 'In an interview on Friday, Lee'.

    'In the interview, Lee' is the one before.
    """
    opening = sentence.tokens[:_OPENING]
    leads = among(opening[0].low, words.prepositions, words.link_before)
    return leads and _has_new_place(opening, words, known)


def has_new_place(
    sentence: Sentence, contents: Iterable[Span], words: CommonWords, known: Linking
) -> bool:
    """Whether a sentence has a new place outside of somebody's words: 'Lee said in an email'."""
    said = [range(part.start, part.end) for part in contents]
    outside = [token for token in sentence.tokens if not any(token.start in part for part in said)]
    return _has_new_place(outside, words, known)


def _has_new_place(tokens: Sequence[Token], words: CommonWords, known: Linking) -> bool:
    for at, token in enumerate(tokens):
        if not among(token.low, known.documents, known.events):
            continue
        before = reversed(tokens[max(at - _NEAR, 0) : at])
        article = next((each.low for each in before if each.low in words.determiners), None)
        if article is not None and article not in known.definite | known.possessives:
            return True
    return False
