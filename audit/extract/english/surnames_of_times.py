"""Tells surnames from months and days where an article names somebody so: 'Ms May … May said'."""

from collections.abc import Iterable, Iterator

from audit.extract.sentences import Sentence, Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, given_names

_NO_TIME = "·"  # joined to the lower-cased word, so that no list of times has it


def with_surnames_of_times(read: Iterable[Sentence], words: Lexicon) -> Iterator[Sentence]:
    """The sentences, with words of time that are surnames of the article as names.

    'Ms May', 'Theresa May' make 'May said' hers; 'in May', '3 May' and 'May 3' stay when.
    """
    sentences = list(read)
    surnames = {low for each in sentences for low in _surnames(each.tokens, words)}
    if not surnames:
        yield from sentences
        return
    for sentence in sentences:
        if surnames.isdisjoint(token.low for token in sentence.tokens):
            yield sentence
            continue
        tokens = sentence.tokens
        kept = [
            token._replace(low=token.low + _NO_TIME)
            if token.low in surnames and _is_somebody(tokens, at, words)
            else token
            for at, token in enumerate(tokens)
        ]
        yield Sentence(kept, sentence.block)


def _surnames(tokens: list[Token], words: Lexicon) -> Iterator[str]:
    """The words of time behind a given name or a title."""
    for at in range(1, len(tokens)):
        token = tokens[at]
        if token.low not in words.times_too or not token.is_name:
            continue
        before = tokens[at - 1]
        if not before.is_name or _is_dated(tokens, at):
            continue
        title = before.low.removesuffix(".")
        known = given_names().get(before.low) is not None or among(title, words.titles)
        if known and not among(before.low, words.times, words.times_too):
            yield token.low


def _is_somebody(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether such a word is a name where it stands."""
    if not tokens[at].is_name or _is_dated(tokens, at):
        return False
    before = tokens[at - 1] if at > 0 else None
    if before is None or before.is_name or not before.is_word:
        return True
    return not among(before.low, words.prepositions, words.determiners, words.times, words.dated)


def _is_dated(tokens: list[Token], at: int) -> bool:
    """Whether a number beside a word makes it a date: '3 May', 'May 3', 'May 2019'."""
    near = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
    return any(token.text[0].isdigit() for token in near)
