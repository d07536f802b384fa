"""Finds the subject of a sentence that is somebody without a name: 'A nurse', "Lee's father"."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.english.persons.callings import callings
from audit.extract.english.persons.ranks import verb_at
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, PersonWords
from audit.languages.extraction.english_small_words import small_words

_OPENING = 8  # tokens
_REACH = 6  # tokens behind an article in which its noun stands
_POSSESSIVE = frozenset({"'s", "'", "’"})


class Stranger(NamedTuple):
    """Somebody without a name: where their noun stands, and the pronouns that may be theirs."""

    at: int
    pronouns: frozenset[str]


def stranger_ahead(
    tokens: Sequence[Token], words: Lexicon, persons: PersonWords
) -> Stranger | None:
    """Who a sentence opens with, None where they have a name or are nobody in particular."""
    start = _behind_when(tokens, words)
    if start is None:
        return None
    opens = tokens[start].low
    definite = opens in small_words().articles and opens not in small_words().without_name
    if not definite and opens not in small_words().without_name:
        return None
    found: Stranger | None = None
    for at in range(start + 1, min(start + _REACH + 1, len(tokens))):
        token = tokens[at]
        if token.low in _POSSESSIVE:
            found = None
            continue
        if not token.is_word or among(token.low, words.prepositions, words.finite):
            break
        if found is not None and (token.is_name or verb_at(list(tokens), at, words)):
            break
        found = _of(token.low, at, words, persons, definite=definite) or found
    return None if found is None or _is_named(tokens, found.at + 1) else found


def _of(
    low: str, at: int, words: Lexicon, persons: PersonWords, *, definite: bool
) -> Stranger | None:
    """Somebody by a noun; behind 'the' only one that tells a man or a woman, or a relative."""
    told = persons.pronoun_of(low)
    anybody = low in persons.kin or (told is not None and low not in words.titles)
    if definite and not anybody:
        return None  # 'the minister' is mostly one who has been named
    if not (told is not None or among(low, persons.kin, callings())):
        return None
    return Stranger(at, frozenset({told}) if told is not None else small_words().one_person)


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands behind a noun at once, or apart from it by a comma."""
    apart = at < len(tokens) and tokens[at].text == ","
    behind = tokens[at + apart : at + apart + 1]
    return bool(behind) and behind[0].is_name


def _behind_when(tokens: Sequence[Token], words: Lexicon) -> int | None:
    """Where a sentence begins behind 'Later' and the like: 'a man on the bridge'."""
    at = 0
    while at < min(_OPENING, len(tokens)):
        low = tokens[at].low
        if tokens[at].quote < 0 and not among(low, words.conjunctions, words.times):
            return at
        at += 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ",")
    return None
