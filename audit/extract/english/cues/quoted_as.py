"""Finds whom somebody quotes: Lee, of 'the Atlantic quoted Lee as saying'."""

from audit.extract.english.grammar.appositions import named_behind
from audit.extract.english.grammar.forms import is_passive
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.english import Lexicon

_QUOTED = 12  # tokens from 'quoted' to 'as saying'


def is_quoted_saying(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a form at an index is what somebody is quoted as: 'saying' of 'as saying'."""
    inside = 0 < at < len(tokens)
    return inside and tokens[at - 1].low == "as" and tokens[at].low in words.quoted_as


def as_saying(tokens: list[Token], verb: int, words: Lexicon) -> int | None:
    """The index of 'saying' in 'quoted Michael Lee as saying'."""
    for at in range(verb + 1, min(verb + _QUOTED, len(tokens) - 1)):
        if is_quoted_saying(tokens, at + 1, words):
            return at + 1
        if not tokens[at].is_word and tokens[at].text != ",":
            return None
    return None


def quoted_as(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Whom an outlet quotes: Lee, of 'the Atlantic quoted Lee as saying', 'Lee was quoted as …'."""
    if tokens[index - 1].low != "as" or not tokens[index].low.endswith("ing"):
        return None
    for at in range(index - 2, max(index - _QUOTED, -1), -1):
        if tokens[at].low in words.quotes and as_saying(tokens, at, words) == index:
            if is_passive(tokens, at, words):
                return subject_before(tokens, at, words)
            phrase = phrase_from(tokens, at + 1, words)
            return named_behind(tokens, phrase, words) if phrase is not None else None
    return None
