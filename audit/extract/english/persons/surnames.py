"""Tells surnames from the words that they are too: 'May said' of an article on Theresa May.

Such a word is a month, an auxiliary or a verb in every list. Where the article has it as the last
of a full name, it is that person's name wherever it is written with a capital and is no date; it
is then spelled so that no list has it.
"""

import re
from collections.abc import Container, Iterator, Sequence

from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, before_names, given_names

_IN_NO_LIST = "\u2060"  # a joiner, which is no letter and no space
_FULL = re.compile(
    r"(?<![\w’'-])([^\W\d_a-z][\w’'-]{1,30})(\.?) ([^\W\d_a-z][^\W\d_A-Z]{2,9})(?![\w’'-])"
)


def with_surnames(sentences: list[Sentence], text: str, words: Lexicon) -> list[Sentence]:
    """The sentences, surnames in them that are other words too told from these."""
    surnames = frozenset(_surnames(text, words))
    if not surnames:
        return sentences
    return [
        sentence._replace(tokens=list(_spelled(sentence.tokens, surnames, words)))
        if any(token.text in surnames for token in sentence.tokens)
        else sentence
        for sentence in sentences
    ]


def low_of(word: str, surnames: Container[str], words: Lexicon) -> str:
    """A word in lower case; as no list has it where it is one of the surnames, and another too."""
    low = word.lower()
    told = word != low and low in surnames and _is_word(low, words)
    return low + _IN_NO_LIST if told else low


def _surnames(text: str, words: Lexicon) -> Iterator[str]:
    for full in _FULL.finditer(text):
        first, last = full[1].lower(), full[3].lower()
        given = first in given_names() and not full[2]
        begins = given or first in before_names()
        if begins and _is_word(last, words) and not _is_word(first, words):
            yield full[3]


def _is_word(low: str, words: Lexicon) -> bool:
    """Whether a word is more than a name: 'may', 'will'; months are among the conjunctions."""
    return among(low, words.names_too, words.times_too, words.conjunctions, words.times)


def _spelled(tokens: Sequence[Token], surnames: frozenset[str], words: Lexicon) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        is_name = token.text in surnames and not _is_date(before, behind, words)
        is_name = is_name and (before is not None or _opens(behind, words))
        yield token._replace(low=token.low + _IN_NO_LIST) if is_name else token


def _is_date(before: Token | None, behind: Token | None, words: Lexicon) -> bool:
    """Whether a word is one here: 'in May', 'last May', '3 May', 'May 3'."""
    near = [each for each in (before, behind) if each is not None]
    if any(each.low[:1].isdigit() for each in near):
        return True
    if before is None or not before.is_word:
        return False
    full = before.is_name and before.low in given_names()
    return not full and among(before.low, words.prepositions, words.determiners, words.times)


def _opens(behind: Token | None, words: Lexicon) -> bool:
    """Whether a sentence that begins with it is about a person: not 'May I', not 'May 3'."""
    return behind is not None and (
        behind.low in words.say or among(behind.low, words.finite, words.be, words.past)
    )
