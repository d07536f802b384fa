"""Finds who is made to say something: 'led her to declare', 'Lee was forced to admit'."""

from audit.extract.english.grammar.forms import is_passive
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words

_FARTHEST = 16  # tokens between the verb and 'to'
_CAUGHT = 10  # tokens between the verb and a form in '-ing'


def made_to(tokens: list[Token], to: int, words: Lexicon) -> Phrase | None:
    """Whoever stands between a verb of moving somebody and the 'to' at an index, or before it."""
    parted = False
    for verb in range(to - 1, max(to - _FARTHEST, 0), -1):
        token = tokens[verb]
        if token.text == ",":
            parted = True
            continue
        if not token.is_word or among(token.low, words.finite, words.relative):
            return None
        if token.low in small_words().takes and tokens[verb - 1].low == "it":
            return _who_it_took(tokens, verb + 1, to, words)
        if parted or token.low not in small_words().makes:
            continue
        if verb == to - 1:
            is_made = tokens[verb - 1].low in words.be
            return subject_before(tokens, verb - 1, words) if is_made else None
        if verb + 2 == to and among(tokens[verb + 1].low, words.counted, words.pronouns):
            return Phrase(verb + 1, to)
        made = phrase_from(tokens, verb + 1, words)
        return made if made is not None and made.start == verb + 1 else None
    return None


def _who_it_took(tokens: list[Token], start: int, to: int, words: Lexicon) -> Phrase | None:
    """Who does something at last: 'It took a locum, whom I never met again, to say'."""
    took = phrase_from(tokens, start, words)
    if took is None or took.start != start:
        return None
    return Phrase(start, min(took.stop, to))


def caught_at(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Whom somebody hears or a picture shows with a form in '-ing': 'the tape caught Lee saying'.

    Only a person speaks: 'saw a chart showing' has none.
    """
    for at in range(index - 2, max(index - _CAUGHT, -1), -1):
        if not tokens[at + 1].is_word:
            return None
        if tokens[at].low in small_words().catches and not is_passive(tokens, at, words):
            caught = phrase_from(tokens, at + 1, words)
            if caught is None or caught.stop < index:
                return None
            caught = Phrase(at + 1, index)
            noun, persons = tokens[index - 1], person_words()
            known = among(noun.low, words.roles, persons.kin, persons.occupations)
            return caught if noun.is_name or known else None
    return None
