"""Reads passives whose agent says the words.

'seen by analysts as …', 'labeled “…” by officials'.
"""

from typing import NamedTuple

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FEWEST = 2  # words that are asked about


class Agent(NamedTuple):
    """Who says what in a passive: ``complement`` are the tokens of the words said."""

    cue: Cue
    subject: Phrase
    complement: Phrase


def find_agents(tokens: list[Token], cues: list[Cue], words: Lexicon) -> list[Agent]:
    """The agents of a sentence's passives, in order; one passive may have several."""
    found: list[Agent] = []
    for cue in cues:
        if not cue.passive:
            continue
        if cue.end < len(tokens) and tokens[cue.end].low == "by":
            agent = _agent_first(tokens, cue, words)
            found.extend([agent] if agent is not None else [])
        else:
            found.extend(_complements_first(tokens, cue, words))
    return found


def _agent_first(tokens: list[Token], cue: Cue, words: Lexicon) -> Agent | None:
    """'seen by analysts as a pragmatic move', 'called by critics “a sham”'."""
    subject = phrase_from(tokens, cue.end + 1, words)
    if subject is None or subject.stop >= len(tokens):
        return None
    following = tokens[subject.stop]
    end = _clause_end(tokens, subject.stop)
    if cue.lemma in words.asks:
        asked = _asked(tokens, subject.stop, words)
        return Agent(cue, subject, asked) if asked is not None else None
    told = following.low == "that" and cue.lemma in small_words().with_listener
    if following.low == "as" or told:
        return Agent(cue, subject, Phrase(subject.stop + 1, end))
    if following.quote >= 0:
        return Agent(cue, subject, Phrase(subject.stop, end))
    return None


def _asked(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
    """What somebody 'was asked by a caller': 'whether …', 'about …', up to a comma."""
    while start < len(tokens) and among(tokens[start].low, words.times, words.opens_when):
        start += 1
    if start >= len(tokens) or not among(tokens[start].low, words.asked, words.subordinate):
        return None
    start += tokens[start].low in words.matters
    stops = {",", ";", ".", "?", "!", "—", "–"}
    end = next((at for at in range(start, len(tokens)) if tokens[at].text in stops), len(tokens))
    return Phrase(start, end) if end - start >= _FEWEST else None


def _complements_first(tokens: list[Token], cue: Cue, words: Lexicon) -> list[Agent]:
    """'labeled “regrettable” by officials and a betrayal by rights groups'."""
    found: list[Agent] = []
    start = cue.end
    for index in range(cue.end + 1, len(tokens)):
        if tokens[index].low != "by":
            continue
        subject = phrase_from(tokens, index + 1, words)
        if subject is None or not _agent_closes(tokens, subject.stop):
            break
        if index > start + 1 and _closes_quoted(tokens, index - 2) and tokens[index - 1].is_word:
            break  # 'called “Brokers,” written by Lee'
        if tokens[start].low == "as":
            start += 1
        quoted = any(token.quote >= 0 for token in tokens[start:index])
        if cue.kind is CueKind.VIEW and not quoted:
            break
        found.append(Agent(cue, subject, Phrase(start, index)))
        start = subject.stop + 1
        joins = small_words().coordinating
        if subject.stop >= len(tokens) or tokens[subject.stop].low not in joins | {","}:
            break
        if start < len(tokens) and tokens[start].low in joins:
            start += 1
    return found


def _closes_quoted(tokens: list[Token], at: int) -> bool:
    return tokens[at].quote >= 0 and tokens[at].text.endswith(",")


def _agent_closes(tokens: list[Token], index: int) -> bool:
    if index >= len(tokens) or tokens[index].low in {".", ",", ";", "?", "!"}:
        return True
    return tokens[index].low in small_words().coordinating


def _clause_end(tokens: list[Token], start: int) -> int:
    for index in range(start, len(tokens)):
        if tokens[index].text in {";", ".", "?", "!"}:
            return index
    return len(tokens)
