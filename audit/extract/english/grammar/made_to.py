"""Finds who is made to say something: 'led her to declare', 'Lee was forced to admit'."""

from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FARTHEST = 10  # tokens between the verb and 'to'


def made_to(tokens: list[Token], to: int, words: Lexicon) -> Phrase | None:
    """Whoever stands between a verb of moving somebody and the 'to' at an index, or before it."""
    for verb in range(to - 1, max(to - _FARTHEST, 0), -1):
        token = tokens[verb]
        if not token.is_word or among(token.low, words.finite, words.relative):
            return None
        if token.low not in small_words().makes:
            continue
        if verb == to - 1:
            is_made = tokens[verb - 1].low in words.be
            return subject_before(tokens, verb - 1, words) if is_made else None
        if verb + 2 == to and among(tokens[verb + 1].low, words.counted, words.pronouns):
            return Phrase(verb + 1, to)
        made = phrase_from(tokens, verb + 1, words)
        return made if made is not None and made.start == verb + 1 else None
    return None
