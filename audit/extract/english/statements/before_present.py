"""Tells where the reporter's present returns behind what somebody said in the past.

What 'she said' carries is put into the past: 'She said it was over'. Behind a comma, a clause in
the present is therefore the reporter's own: ', and the pool is still shut', ', who runs the pool'.
"""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.phrases import is_adverb
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FEWEST_WORDS = 3  # of a clause
_SUBJECT = 6  # tokens of a subject and its verb


def before_present(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a verb in the past carries, up to a clause in the present that a comma parts from it."""
    if not _is_past(tokens, cue, words) or content.start < cue.end:
        return content
    last = content.stop - _FEWEST_WORDS
    commas = (at for at in range(content.start, last) if tokens[at].text == ",")
    for comma in commas:
        if _returns(tokens, comma, content.stop, words):
            whole = not _is_put_back(tokens[content.start : comma], words)
            return content if whole else Phrase(content.start, comma)
    return content


def _is_past(tokens: list[Token], cue: Cue, words: Lexicon) -> bool:
    """Whether a cue is a verb of saying in its plain past: 'said', not 'has said'."""
    if cue.kind is not CueKind.SAY or cue.inverted or cue.passive:
        return False
    low, before = tokens[cue.start].low, tokens[cue.start - 1].low if cue.start else ""
    past = low.endswith("ed") or low in small_words().only_verbs or low in words.past
    return past and low != cue.lemma and not low.endswith("s") and before not in words.have


def _is_put_back(said: list[Token], words: Lexicon) -> bool:
    """Whether what was said is put into the past: 'was', 'would', 'went', and nothing present."""
    if any(token.quote >= 0 or token.low in small_words().present_forms for token in said):
        return False  # what is said is not put into the past, or it is said as it was
    return any(among(token.low, small_words().put_back, words.past) for token in said)


def _returns(tokens: list[Token], comma: int, stop: int, words: Lexicon) -> bool:
    """Whether a clause in the present begins behind a comma, and goes on to the end."""
    first = tokens[comma + 1].low
    if first in small_words().who:
        named = tokens[comma - 1].is_name
        return named and _present_at(tokens, comma + 2, words) and not _closes(tokens, comma, stop)
    if first not in small_words().contrasting:
        return False
    for at in range(comma + 2, min(comma + 2 + _SUBJECT, stop)):
        token = tokens[at]
        if not token.is_word or among(token.low, words.subordinate, words.clause_openers):
            return False
        if at > comma + 2 and _present_at(tokens, at, words):
            return True
        if among(token.low, words.finite, words.past):
            return False
    return False


def _present_at(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a verb in the present stands at an index, an adverb before it."""
    while at < len(tokens) - 1 and is_adverb(tokens[at], words):
        at += 1
    return tokens[at].low in small_words().present_forms


def _closes(tokens: list[Token], comma: int, stop: int) -> bool:
    """Whether another comma brings a statement back behind what the first one opens."""
    return any(tokens[at].text == "," for at in range(comma + 1, stop))
