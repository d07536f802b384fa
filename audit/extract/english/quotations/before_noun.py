"""Reads quoted words before their noun: 'the “catch and release” policy'."""

from audit.extract.english.cues.cue import CueKind
from audit.extract.english.grammar.forms import holds_words
from audit.extract.english.labels import is_title
from audit.extract.english.quotations.clause import Parsed, Tie, nearest_before
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon


def modifies_noun(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether quoted words stand between an article and its noun: 'the “when to worry” list'."""
    if index == 0 or index + 1 >= len(tokens) or not tokens[index].text[-1:].isalnum():
        return False
    before, after = tokens[index - 1].low, tokens[index + 1]
    if not (before in words.determiners or before == "'s"):
        return False
    if not after.is_word or not after.text.islower() or not after.text.isalpha():
        return False
    bound = among(after.low, words.prepositions, words.conjunctions, words.finite, words.be)
    return not (bound or after.low in words.past or _may_say(tokens, index + 1, words))


def _may_say(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word behind quoted words may be a verb: '“Loop” says', '“Loop” opened'."""
    low = tokens[at].low
    return not holds_words(tokens[at], words) and (words.is_verb(low) or low.endswith("ed"))


def around_noun(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    """Who says a noun phrase with quoted words in it: not 'posted the “when to worry” list'."""
    if is_title(sentence.tokens, index):
        return None
    tie = nearest_before(sentence.tokens, sentence.cues, index, words)
    if tie is None or tie.cue.kind is CueKind.LABEL or index - tie.cue.end > 1:
        return tie
    object_ = among(tie.cue.lemma, words.object, words.has_things)
    return None if object_ else tie
