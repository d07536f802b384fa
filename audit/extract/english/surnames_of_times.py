"""Tells surnames from months and days where an article names somebody so: 'Ms May … May said'."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.expressions import any_of
from audit.languages.extraction.english import Lexicon, given_names, lexicon

_NO_TIME = "·"  # joined to the lower-cased word, so that no list of times has it


def with_surnames_of_times(
    read: Iterable[Sentence], text: str, words: Lexicon
) -> Iterator[Sentence]:
    """The sentences of an article with this text, words of time that are surnames there as names.

    'Ms May', 'Theresa May' make 'May said' hers; 'in May', '3 May' and 'May 3' stay when.
    """
    surnames = frozenset(_surnames(text, words))
    if not surnames:
        yield from read
        return
    for sentence in read:
        tokens = sentence.tokens
        kept = [
            token._replace(low=token.low + _NO_TIME)
            if token.low in surnames and _is_somebody(tokens, at, words)
            else token
            for at, token in enumerate(tokens)
        ]
        yield Sentence(kept, sentence.block)


@cache
def _named_so() -> re.Pattern[str]:
    """A capitalised word, and a word of time behind it that no number makes a date."""
    times = any_of(word.capitalize() for word in lexicon().times_too)
    return re.compile(rf"\b([A-Z]\w{{1,15}})\.? ({times})\b(?! ?\d)")


def _surnames(text: str, words: Lexicon) -> Iterator[str]:
    """The words of time behind a given name or a title."""
    for before, time in _named_so().findall(text):
        low = before.lower()
        known = low in given_names() or low in words.titles
        if known and not among(low, words.times, words.times_too):
            yield time.lower()


def _is_somebody(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether such a word is a name where it stands."""
    near = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    if not tokens[at].is_name or any(token.text[0].isdigit() for token in near):
        return False  # '3 May', 'May 3'
    before = tokens[at - 1] if at > 0 else None
    if before is None or before.is_name or not before.is_word:
        return True
    return not among(before.low, words.prepositions, words.determiners, words.times, words.dated)
