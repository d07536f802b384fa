"""Tells where a German clause of saying begins right behind quoted words: '„…“ sagte Lind'."""

from collections.abc import Sequence

from audit.extract.german.grammar.forms import INDICATIVE, is_attribute, is_word, mood
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.sentences import Token

_FEW_WORDS = 4  # fewer words in marks are part of their clause
_LONGEST_OPENING = 20  # tokens before a verb
_BEFORE_BACK = frozenset(",–—")  # signs before a clause that points back at what it says


def is_tag(tokens: Sequence[Token], start: int, at: int, lexis: Lexis) -> bool:
    """Whether a clause of saying begins right behind a quotation, without a comma."""
    last = tokens[at - 1].text[-1:]
    if last not in ".?!…,":
        if len(tokens[at - 1].text.split()) < _FEW_WORDS:
            return False
        if at - start < _LONGEST_OPENING and _is_fronted(tokens[start:at], lexis):
            return False
        if is_attribute(tokens, at, lexis) and tokens[at].low != "so":
            return False  # 'der als „Geschenk an die Reichen“ bezeichnete Plan liegt auf Eis'
    if tokens[at].low == "so":
        return True
    verbs = lexis.grammar.verbs.get(tokens[at].low, ())
    return bool(verbs) and mood(tokens, at, lexis) is not None and _has_more(tokens, at, lexis)


def _is_fronted(before: Sequence[Token], lexis: Lexis) -> bool:
    """Whether words end what stands before a verb: 'Am „Tag der Saat“ stellt Lind aus'."""
    if before[0].low not in lexis.book.prepositions:
        return False
    return all(mood(before, at, lexis) is None for at in range(len(before)))


def _has_more(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a subject may follow a verb, which does not end its clause: 'als „…“ bezeichnet'."""
    if at + 1 >= len(tokens) or not is_word(tokens[at + 1]):
        return at + 1 < len(tokens) and tokens[at + 1].quote >= 0
    return (
        tokens[at + 1].low not in lexis.grammar.coordinating and mood(tokens, at + 1, lexis) is None
    )


def unlisted_tag(tokens: Sequence[Token], body: int, stop: int, lexis: Lexis) -> int | None:
    """The mood of a verb that no list knows right behind quoted words: '„…“, unkte Lind'."""
    token = tokens[body]
    if token.text != token.low or not token.low.endswith(("t", "te", "ten")) or body + 1 >= stop:
        return None
    if (
        token.low in lexis.grammar.no_verbs
        or token.low in lexis.book.closed
        or token.low in lexis.book.determiners
    ):
        return None
    follows = tokens[body + 1]
    named = (
        follows.is_name
        or follows.low in lexis.book.determiners
        or follows.low in lexis.book.pronouns
    )
    return INDICATIVE if named or follows.low == "sich" else None


def is_back_tag(tokens: Sequence[Token], sign: str, at: int, lexis: Lexis) -> bool:
    """Whether ', das teilte Lind mit' is at a token: no relative clause, whose verb comes last."""
    if sign not in _BEFORE_BACK or at + 2 >= len(tokens):
        return False
    if tokens[at].low not in lexis.grammar.back or tokens[at + 1].low not in lexis.book.say:
        return False
    follows = tokens[at + 2]
    return follows.is_name or follows.low in lexis.book.determiners
