"""Finds whom a sentence opens with, or who stands behind what opens it."""

from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon


def opening_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The phrase that a sentence opens with, or behind 'In May,' and 'Asked by Roy,'."""
    if index == 0:
        return None
    opens = tokens[0].low.endswith("ing") or _is_participle(tokens, words)
    phrase = None if opens else phrase_from(tokens, 0, words)
    if tokens[0].low in words.imperatives and tokens[0].low not in words.roles:
        return None  # 'Read more about “…”'
    if phrase is not None and phrase.stop < index and tokens[phrase.stop].text == ":":
        return None  # 'Second: ring the ward and ask for “…”'
    if phrase is not None and phrase.stop <= index:
        return phrase
    first = tokens[0].low
    if opens or first in words.prepositions or first in words.conjunctions:
        for at in range(1, index):
            if tokens[at].text != ",":
                continue
            phrase = phrase_from(tokens, at + 1, words)
            return phrase if phrase is not None and phrase.stop <= index else None
    return _nearest_subject(tokens, index, words)


def _is_participle(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a sentence opens with what was done to its subject: 'Informed of the vote, Lee'."""
    first = tokens[0].low
    governs = len(tokens) > 1 and tokens[1].low in words.prepositions
    return governs and first.endswith("ed") and first not in words.roles


def _nearest_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The nearest name or pronoun on the left that a verb follows: 'he began by saying'."""
    for at in range(index - 2, -1, -1):
        token, following = tokens[at], tokens[at + 1]
        if token.low not in words.pronouns and not token.is_name:
            continue
        starts_clause = following.is_word and following.text.islower() and at + 1 < index
        if starts_clause and not among(following.low, words.prepositions, words.conjunctions):
            before = Phrase(at, at + 1) if token.low in words.pronouns else None
            return before or subject_before(tokens, at + 1, words)
    return None
