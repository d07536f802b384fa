"""Ties a quotation to a cue and a subject of its own sentence, the surest pattern first."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.passives import Agent
from audit.extract.english.cues.speaking import is_label_before_colon, may_speak
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.english.labels import (
    is_byname,
    is_chanted,
    is_nickname,
    is_title,
    names_a_work,
)
from audit.extract.english.quotations.beside import ahead, beside
from audit.extract.english.quotations.reported import is_outlet, quoted_person
from audit.extract.outlets.gazetteer import triggers
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_BRIDGING_SIGNS = frozenset({",", ":"})  # before quoted words
_FEW = 3  # words
_CLAUSE = 3  # words of a clause before the words quoted in it
_LABELLED = 6  # words between a verb that labels and the label


class Parsed(NamedTuple):
    """A sentence with its cues and the agents of its passives."""

    tokens: list[Token]
    block: int
    cues: list[Cue]
    agents: list[Agent]


class Tie(NamedTuple):
    """The cue of a quotation, and who says it."""

    cue: Cue
    subject: Phrase


def find_tie(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    """The tie of the quotation at token ``index``, None where its sentence has none.

    Who reported words is not who spoke them.
    """
    tie = _tie(sentence, index, words)
    if tie is None or not _says(sentence.tokens, index, tie, words):
        return None
    tokens = sentence.tokens
    person = quoted_person(tokens, tie.cue, tie.subject, words)
    if person is not None:
        return Tie(tie.cue, person)
    reports = tokens[tie.cue.start].low in triggers().reports
    if reports and tie.cue.start > index and is_outlet(tokens, tie.subject, words):
        colon = tokens[index - 1].text == ":"
        cues = [cue for cue in sentence.cues if colon or cue.kind is CueKind.SAY]
        spoken = nearest_before(tokens, cues, index, words)
        if spoken is not None and (colon or _is_told(tokens, index, tie, spoken)):
            return spoken
    return tie


def _is_told(tokens: list[Token], index: int, tie: Tie, spoken: Tie) -> bool:
    """Whether words stand in what somebody said, of which an outlet tells behind them.

    'Lee said that she was “tired”, the Echo reported'; right behind their own comma, '“…,” the Echo
    reported', the words are the outlet's unless a clause of some words holds them.
    """
    if is_direct(tokens, index):
        return False
    return index - spoken.cue.end >= _CLAUSE or tie.subject.start > index + 1


def _says(tokens: list[Token], index: int, tie: Tie, words: Lexicon) -> bool:
    """Whether the verb of a tie says the quoted words.

    'Thought of myself as “healthy”' does not, and a thing that 'lists “drowsiness”' speaks no more
    than it has to.
    """
    cue = tie.cue
    if cue.kind is CueKind.VIEW:
        return cue.passive or (cue.end < len(tokens) and tokens[cue.end].low == "that")
    if cue.lemma == "read" and is_title(tokens, index):
        return not may_speak(tokens, tie.subject, words)  # 'I am reading “The Hungry Brain”'
    few = len(tokens[index].text.split()) <= _FEW and not is_direct(tokens, index)
    if few and among(cue.lemma, words.object, words.has_things):
        return may_speak(tokens, tie.subject, words)
    if few and tokens[tie.subject.stop - 1].low in words.prints:
        return False  # 'the bottle says “flush-free”'
    if (
        cue.kind is CueKind.COLON
        and not is_direct(tokens, index)
        and tie.subject.stop - tie.subject.start == 1
    ):
        return tokens[tie.subject.start].low in words.roles
    return True


def _tie(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    tokens = sentence.tokens
    if is_title(tokens, index) and names_a_work(tokens, index, words):
        return None
    agent = _agent(sentence.agents, index)
    if agent is not None:
        return agent
    if is_nickname(tokens, index) or is_byname(tokens, index, words):
        return None
    behind = beside(tokens, index, words)
    if behind is not None and behind.subject is not None:
        return Tie(behind, behind.subject)
    near = _right_after(tokens, sentence.cues, index, words) or _right_before(
        tokens, sentence.cues, index, words
    )
    if near is not None or (is_title(tokens, index) and not is_chanted(tokens, index, words)):
        return near
    return _from_afar(sentence, index, words)


def _from_afar(sentence: Parsed, index: int, words: Lexicon) -> Tie | None:
    """The tie of a quotation that no cue stands beside, in the order of how sure they are."""
    tokens = sentence.tokens
    introduced = ahead(tokens, index, words) if is_direct(tokens, index) else None
    if introduced is not None and introduced.subject is not None:
        cues = [cue for cue in sentence.cues if cue.start == introduced.start]
        if cues and cues[0].subject is not None:
            return Tie(cues[0], cues[0].subject)  # 'an official who spoke to us said Monday, “…”'
        says = words.is_verb(introduced.lemma) or may_speak(tokens, introduced.subject, words)
        return Tie(introduced, introduced.subject) if says else None
    return (
        _closing(tokens, sentence.cues, index, words)
        or nearest_before(tokens, sentence.cues, index, words)
        or _behind_colon(tokens, index, words)
        or _put_in(tokens, sentence.cues, index)
    )


def nearest_before(
    tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon
) -> Tie | None:
    """The cue on the left in whose clause a token stands.

    A clause of saying goes on over cues inside it ('said that Lee's claim was “…”', 'says he feels
    “…”') until one is joined to it: 'said no and called it “…”', ', but Moreau called it “…”'.
    """
    held: Cue | None = None
    for cue in cues:
        if cue.end > index or cue.subject is None or cue.inverted:
            continue
        if cue.lemma in words.only_beside and index - cue.end > 1:
            continue  # 'I started it in May and the “flush” is bad'
        if held is None or not _governs(held, cue) or _is_joined(tokens, held, cue, words):
            held = cue
    return Tie(held, held.subject) if held is not None and held.subject is not None else None


def _governs(held: Cue, cue: Cue) -> bool:
    """Whether what a cue carries may be a clause with another cue in it."""
    if held.kind is CueKind.VIEW:
        return cue.kind is CueKind.VIEW or cue.kind is CueKind.NOUN
    return held.kind is CueKind.SAY


def _is_joined(tokens: list[Token], held: Cue, cue: Cue, words: Lexicon) -> bool:
    """Whether a later cue stands beside an earlier one, not in its clause."""
    subject = cue.subject
    own = subject is not None and held.end <= subject.start < cue.start
    before = tokens[subject.start - 1 if own and subject is not None else cue.start - 1]
    if before.quote >= 0 or not before.is_word:
        return True
    if before.low in words.joins:
        return True
    return not own and cue.kind is not CueKind.NOUN


def _agent(agents: Sequence[Agent], index: int) -> Tie | None:
    for agent in agents:
        if agent.complement.start <= index < agent.complement.stop:
            return Tie(agent.cue, agent.subject)
    return None


def _right_after(
    tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon
) -> Tie | None:
    """'“…,” Smith said' and '“…,” said Smith' and '“…,” according to Smith'."""
    according: Tie | None = None
    for cue in cues:
        if cue.start <= index or cue.subject is None or cue.subject.start < index:
            continue
        first = min(cue.start, cue.subject.start)
        between = tokens[index + 1 : first]
        if any(token.text != "," and token.quote < 0 for token in between):
            continue
        if cue.kind is CueKind.ACCORDING:
            according = Tie(cue, cue.subject)
        elif cue.kind is not CueKind.NOUN:
            return Tie(cue, cue.subject)
    before = nearest_before(tokens, cues, index, words)
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
            token.quote >= 0
            or among(
                token.low, words.determiners, words.pronouns, small_words().bridges, _BRIDGING_SIGNS
            )
            for token in between
        ):
            return Tie(cue, cue.subject)
        if (
            cue.kind is CueKind.LABEL
            and len(between) <= _LABELLED
            and all(token.is_word for token in between)
        ):
            return Tie(cue, cue.subject)  # 'called Rubio “Little Marco”'
        return None
    return None


def _closing(tokens: list[Token], cues: Sequence[Cue], index: int, words: Lexicon) -> Tie | None:
    """The cue at the end of a sentence: 'The plan is “a mess”, and too dear, Smith said'."""
    for cue in cues:
        if cue.start <= index or cue.subject is None or cue.kind is CueKind.NOUN:
            continue
        if cue.subject.start < index:
            continue  # 'called it “mad,” and said …'
        first = min(cue.start, cue.subject.start)
        if tokens[first - 1].text == "," and cue.kind in {CueKind.SAY, CueKind.ACCORDING}:
            said = [other for other in cues if other.kind is CueKind.SAY]
            before = nearest_before(tokens, said, index, words)
            return None if before is not None else Tie(cue, cue.subject)
    return None


def _put_in(tokens: list[Token], cues: Sequence[Cue], index: int) -> Tie | None:
    """A cue between commas before the words: 'The trouble, says Ann Lee, is that it was “…”'."""
    for cue in reversed(cues):
        said = cue.inverted and cue.kind is CueKind.SAY and cue.subject is not None
        if not said or cue.subject is None or cue.subject.stop > index:
            continue
        if cue.start > 0 and tokens[cue.start - 1].text == "," and not is_direct(tokens, index):
            return Tie(cue, cue.subject)
    return None


def _behind_colon(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """A name right before a colon: 'More from Daron Shaw: “…”'."""
    if index < 2 or tokens[index - 1].text != ":" or not tokens[index - 2].is_name:
        return None
    subject = subject_before(tokens, index - 1, words)
    if subject is None or is_label_before_colon(tokens, subject, words):
        return None
    return Tie(Cue(index - 1, index, CueKind.COLON, ":", subject), subject)


def is_direct(tokens: list[Token], index: int) -> bool:
    """Whether a quotation is a sentence of its own, not words inside the reporter's."""
    first = next((char for char in tokens[index].text if char.isalnum()), "")
    if not (first.isupper() or first.isdigit() or not first.lower().isascii()):
        return False
    if index == 0 or tokens[index - 1].quote >= 0:
        return True
    return not tokens[index - 1].is_word or tokens[index - 1].low in small_words().asserting
