"""Ties a quotation to a cue and a subject of its own sentence, the surest pattern first."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.cues import Cue, CueKind
from audit.extract.lexicon import Lexicon, among
from audit.extract.passives import Agent
from audit.extract.phrases import Phrase, subject_before
from audit.extract.sentences import Sentence, Token

_BRIDGE = frozenset({"that", "as", "of", "for", ",", ":", "was", "is"})  # to quoted words
_LONGEST_TITLE = 9  # words


class Parsed(NamedTuple):
    """A sentence with its cues and the agents of its passives."""

    sentence: Sentence
    cues: list[Cue]
    agents: list[Agent]


class Tie(NamedTuple):
    """The cue of a quotation, and who says it."""

    cue: Cue
    subject: Phrase


def find_tie(one: Parsed, index: int, words: Lexicon) -> Tie | None:
    """The tie of the quotation at token ``index`` of a sentence, None where the sentence has none."""
    tokens = one.sentence.tokens
    if is_title(tokens, index) and _names_a_work(tokens, index, words):
        return None
    beside = (
        _agent(one.agents, index)
        or _right_after(tokens, one.cues, index)
        or _right_before(tokens, one.cues, index, words)
    )
    if beside is not None or is_title(tokens, index):
        return beside
    return (
        _closing(tokens, one.cues, index)
        or nearest_before(one.cues, index)
        or _behind_colon(tokens, index, words)
    )


def nearest_before(cues: Sequence[Cue], index: int) -> Tie | None:
    """The nearest cue on the left; one of holding a view gives way to one of saying: 'says he feels'."""
    held: Tie | None = None
    for cue in reversed(cues):
        if cue.end > index or cue.subject is None or cue.inverted:
            continue
        if cue.kind is not CueKind.VIEW:
            return Tie(cue, cue.subject)
        held = held or Tie(cue, cue.subject)
    return held


def _agent(agents: Sequence[Agent], index: int) -> Tie | None:
    for agent in agents:
        if agent.complement.start <= index < agent.complement.end:
            return Tie(agent.cue, agent.subject)
    return None


def _right_after(tokens: list[Token], cues: Sequence[Cue], index: int) -> Tie | None:
    """'“…,” Smith said' and '“…,” said Smith' and '“…,” according to Smith'."""
    according: Tie | None = None
    for cue in cues:
        if cue.start <= index or cue.subject is None:
            continue
        first = min(cue.start, cue.subject.start)
        between = tokens[index + 1 : first]
        if any(token.text != "," and token.quote < 0 for token in between):
            continue
        if cue.kind is CueKind.ACCORDING:
            according = Tie(cue, cue.subject)
        elif cue.kind is not CueKind.NOUN:
            return Tie(cue, cue.subject)
    before = nearest_before(cues, index)
    return None if before is not None else according


def _right_before(
    tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon
) -> Tie | None:
    """'Smith said: “…”', 'called it a “…”', 'a statement: “…”'."""
    for cue in reversed(cues):
        if cue.end > index or cue.subject is None or cue.inverted:
            continue
        between = tokens[cue.end : index]
        if all(
            token.quote >= 0 or among(token.low, words.determiners, words.pronouns, _BRIDGE)
            for token in between
        ):
            return Tie(cue, cue.subject)
        return None
    return None


def _closing(tokens: list[Token], cues: Sequence[Cue], index: int) -> Tie | None:
    """The cue at the end of a sentence: 'The plan is “a mess”, and too dear, Smith said'."""
    for cue in cues:
        if cue.start <= index or cue.subject is None or cue.kind is CueKind.NOUN:
            continue
        first = min(cue.start, cue.subject.start)
        if tokens[first - 1].text == "," and cue.kind in {CueKind.SAY, CueKind.ACCORDING}:
            before = nearest_before([other for other in cues if other.kind is CueKind.SAY], index)
            return None if before is not None else Tie(cue, cue.subject)
    return None


def _behind_colon(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """A name right before a colon: 'More from Daron Shaw: “…”'."""
    if index < 2 or tokens[index - 1].text != ":" or not tokens[index - 2].is_name:
        return None
    subject = subject_before(tokens, index - 1, words)
    return subject and Tie(Cue(index - 1, index, CueKind.COLON, ":", subject), subject)


def is_title(tokens: list[Token], index: int) -> bool:
    """Whether quoted words look like the name of a work or a programme: 'The Art of the Deal'."""
    text = tokens[index].text.strip()
    words = text.rstrip(",.").split()
    if not 2 <= len(words) <= _LONGEST_TITLE or text.endswith(("!", "?")):
        return False
    capital = sum(word[0].isupper() for word in words)
    return capital >= 2 and all(word[0].isupper() or len(word) <= 4 for word in words)


def _names_a_work(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether what stands before a quoted name says that it is one: 'the film “…”', "ABC's “…”"."""
    before = [token for token in tokens[max(index - 3, 0) : index] if token.is_word]
    if not before:
        return False
    return before[-1].low in {"'s", "on", "of", "in"} or any(
        token.low in words.works for token in before
    )


def is_direct(tokens: list[Token], index: int) -> bool:
    """Whether a quotation is a sentence of its own, not words inside the reporter's."""
    first = next((char for char in tokens[index].text if char.isalnum()), "")
    if not (first.isupper() or first.isdigit() or not first.lower().isascii()):
        return False
    if index == 0 or tokens[index - 1].quote >= 0:
        return True
    return not tokens[index - 1].is_word or tokens[index - 1].low in {"said", "says", "told"}
