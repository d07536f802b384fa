"""Leaves out signs that belong to no sentence: emoji, marks of notes, bidi marks, '®'.

'“…,” said 🚀 Anna Holt', 'Anna Holt* said': what stands between words there parts nothing.
"""

import unicodedata
from collections.abc import Container, Iterable, Iterator

from audit.extract.sentences import Sentence, Token

_CATEGORIES = frozenset({"So", "Sk", "Cf", "Mn", "Me", "Cn", "Co"})
_NOTE_MARKS = frozenset("*†‡")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_DASHES = {"―": "—", "‒": "–", "−": "–"}  # dashes that look alike


def without_ornaments(sentences: Iterable[Sentence], text: str) -> Iterator[Sentence]:
    """The sentences of an article whose whole text is given, without tokens of such signs."""
    there = set(text)
    signs = {sign for sign in there if _is_ornament(sign)}
    changed = signs | (there & (_RAISED | _DASHES.keys()))
    if not changed:
        yield from sentences
        return
    for sentence in sentences:
        if changed.isdisjoint(text[sentence.tokens[0].start : sentence.tokens[-1].end]):
            yield sentence
            continue
        kept = [_plain(token) for token in sentence.tokens if not _consists_of(token, signs)]
        if kept:
            yield Sentence(kept, sentence.block)


def _is_ornament(sign: str) -> bool:
    return sign in _NOTE_MARKS or (not sign.isascii() and unicodedata.category(sign) in _CATEGORIES)


def _consists_of(token: Token, signs: Container[str]) -> bool:
    return token.quote < 0 and all(sign in signs for sign in token.text)


def _plain(token: Token) -> Token:
    """A word less the raised figure of a note, a dash as the dash that it looks like."""
    if token.quote >= 0:
        return token
    if token.text in _DASHES:
        dash = _DASHES[token.text]
        return Token(token.start, token.end, dash, dash)
    raised = len(token.text) - len(token.text.rstrip("".join(_RAISED)))
    if not raised or not token.text[0].isalpha():
        return token
    text, low = token.text[:-raised], token.low[:-raised]
    return Token(token.start, token.end - raised, text, low)
