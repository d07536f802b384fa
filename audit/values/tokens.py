"""Words as tokens that are equal where their values are: '$4.2bn' and '4.2 billion dollars'.

A token is a word under the key of its spelling, or a run of words that are one figure, date, time
or title under the key of its value. What may be read in several ways ('3m': millions or metres) has
further keys, of which one counts where the other side has it.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from audit.values.reader import AHEAD, reader_of
from audit.values.spellings import respelled
from audit.values.stretch import Token
from audit.values.unsure import is_unsure

_MOST_KEPT = 500  # words
# So many words in a row of which none may begin a token of its own kind are more than any token
# has: 'ten o'clock in the morning' has four.
_LONGEST_TAIL = 12


def tokens(
    words: Sequence[str],
    language: str | None = None,
    *,
    beside: frozenset[str] = frozenset(),
    breaks: frozenset[int] = frozenset(),
) -> list[Token]:
    """The tokens of folded words, in their own case.

    Args:
        words: Folded words, one by one.
        language: Whose signs and words count; English ones where none is told.
        beside: Keys on the other side, which settle what can be read in several ways.
        breaks: Indices of words that no token reaches over: an editor's mark stands before them.
    """
    reading = reader_of(language)
    if not reading.has_values(words):
        return [Token(at, at + 1, respelled(word)) for at, word in enumerate(words)]
    if len(words) <= _MOST_KEPT:
        return list(_kept(tuple(words), language, beside, breaks))
    return _read(words, language, beside, breaks)


def own_tokens(
    words: Sequence[str],
    language: str | None = None,
    *,
    breaks: frozenset[int] = frozenset(),
) -> list[Token]:
    """The tokens that begin where one of its own kind may, without the plain words between them.

    ``breaks`` as of ``tokens``.
    """
    reading = reader_of(language)
    if breaks:
        edges = sorted({0, *breaks, len(words)})
        return [
            token
            for first, last in pairwise(edges)
            for token in reading.own(words[first:last], first, frozenset())
        ]
    return list(reading.own(words, 0, frozenset()))


def token_at(words: Sequence[str], at: int, language: str | None) -> Token | None:
    """The one of the tokens of folded words that begins at a word, without reading all of them.

    None where the word is within one. What stands behind a token does not hang on what stands
    before it, so that it is enough to begin where no token can reach.
    """
    reading = reader_of(language)
    first, quiet, is_plain = at, 0, not reading.may_start_at(words, at)
    while first and quiet < _LONGEST_TAIL:
        first -= 1
        quiet = 0 if reading.may_start_at(words, first) else quiet + 1
        is_plain = is_plain and quiet > 0
    if is_plain:
        return Token(at, at + 1, respelled(words[at]))
    for token in reading.read(words[first : at + AHEAD], first, frozenset()):
        if token.end > at:
            return token if token.start == at else None
    return None


def is_plain_key(key: str, language: str | None) -> bool:
    """Whether only a word itself has a key, in one of its spellings: no figure, no short form."""
    reading = reader_of(language)
    is_value = key.startswith("=") or " " in key or key in reading.long_forms
    return not is_value and not reading.may_start(key)


@lru_cache(maxsize=256)
def _kept(
    words: tuple[str, ...],
    language: str | None,
    beside: frozenset[str],
    breaks: frozenset[int],
) -> list[Token]:
    """The tokens of a stretch, which is asked for again while one quotation is compared."""
    return _read(words, language, beside, breaks)


def _read(
    words: Sequence[str],
    language: str | None,
    beside: frozenset[str],
    breaks: frozenset[int],
) -> list[Token]:
    reading = reader_of(language)
    out: list[Token] = []
    edges = [*sorted(edge for edge in breaks if 0 < edge < len(words)), len(words)]
    first = 0
    for last in edges:
        out += reading.read(words[first:last], first, beside)
        first = last
    return out


def settled(ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The keys of both sides; of several that a token may have, one that the other side has."""
    mine = {key for token in ours for key in (token.key, *token.also)}
    others = {key for token in theirs for key in (token.key, *token.also)}
    return [_settle(token, others) for token in ours], [_settle(token, mine) for token in theirs]


def _settle(token: Token, other: set[str]) -> str:
    if not token.also:
        return token.key
    shared = sorted(key for key in (token.key, *token.also) if key in other)
    return shared[0] if shared else token.key


def key_pairs(
    ours: Sequence[str],
    theirs: Sequence[str],
    language: str | None,
    *,
    breaks: frozenset[int] = frozenset(),
) -> tuple[list[Token], list[str], list[Token], list[str]]:
    """Both sides as tokens with their settled keys."""
    a, b = tokens(ours, language, breaks=breaks), tokens(theirs, language)
    a_keys, b_keys = settled(a, b)
    if a_keys == b_keys:
        return a, a_keys, b, b_keys
    shares = reader_of(language).shares_of_both(ours, theirs)
    if shares or is_unsure(ours, language) or is_unsure(theirs, language):
        known_a = frozenset(key for token in a for key in (token.key, *token.also))
        known_b = frozenset(key for token in b for key in (token.key, *token.also))
        a = tokens(ours, language, beside=known_b | shares, breaks=breaks)
        b = tokens(theirs, language, beside=known_a | shares)
        a_keys, b_keys = settled(a, b)
    return a, a_keys, b, b_keys


def has_values(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a figure, a date or a title may stand in folded words: a quick look."""
    return reader_of(language).has_values(words)


def has_long_form(words: Sequence[str], language: str | None = None) -> bool:
    """Whether a word stands in folded words that a shorter form may stand for: 'Monsieur'."""
    long_forms = reader_of(language).long_forms
    return any(word.lower() in long_forms for word in words)
