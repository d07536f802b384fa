"""Tells where what a speaker did returns behind what they said as it is: ', and he railed at it'.

What is said in the present, 'She said the plan is mad', is told in the past no more than its own
verb of saying: a verb in the past that is joined to it has the speaker for its subject.
"""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.phrases import is_adverb
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FEWEST_WORDS = 3  # of a clause


def before_past(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a verb in the past carries, up to what its speaker did besides."""
    if cue.kind is not CueKind.SAY or cue.inverted or content.start < cue.end:
        return content
    if not _is_past(tokens, cue.start, words) or cue.subject is None:
        return content
    past, present = _first_past(tokens, content, words), _first_present(tokens, content)
    for joint in range(content.start + _FEWEST_WORDS, min(past, content.stop - 2)):
        if tokens[joint].low not in small_words().coordinating:
            continue
        comma = tokens[joint - 1].text == ","
        if present > joint:
            return content
        if _goes_on(tokens, joint + 1, words, own=comma):
            return Phrase(content.start, joint - comma)
    return content


def _first_past(tokens: list[Token], content: Phrase, words: Lexicon) -> int:
    """Behind the first word that tells something in the past, or somebody's own words."""
    for at in content:
        token, before = tokens[at], tokens[at - 1].low
        if token.quote >= 0 or among(token.low, small_words().put_back, words.past):
            return at + 1
        bound = among(before, words.be, words.determiners, words.have)
        if token.low.endswith("ed") and at > content.start and not bound:
            return at if before in small_words().coordinating else at + 1
    return content.stop


def _first_present(tokens: list[Token], content: Phrase) -> int:
    """The first verb in the present: 'is', 'she runs'."""
    for at in content:
        low, before = tokens[at].low, tokens[at - 1].low
        runs = at > content.start and before in small_words().singular and low.endswith("s")
        if runs or low in small_words().present_forms:
            return at
    return content.stop


def _goes_on(tokens: list[Token], at: int, words: Lexicon, *, own: bool) -> bool:
    """Whether a verb in the past follows with its object, or behind a comma 'he' with any."""
    if own and tokens[at].low in small_words().one_person:
        at += 1
        while at < len(tokens) - 1 and is_adverb(tokens[at], words):
            at += 1
        return _is_past(tokens, at, words) or tokens[at].low in words.past
    while at < len(tokens) - 1 and is_adverb(tokens[at], words):
        at += 1
    low = tokens[at].low
    said = low in words.say or low in words.label
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    said = said or among(behind, words.determiners, words.pronouns)  # 'and highlighted their aims'
    return said and _is_past(tokens, at, words)


def _is_past(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a form is a plain past: 'said', 'railed'."""
    low, before = tokens[at].low, tokens[at - 1].low if at else ""
    past = low.endswith("ed") or low in small_words().only_verbs or low in words.past
    plain = tokens[at].text == low and not low.endswith("s")
    return past and plain and not among(before, words.have, words.be)
