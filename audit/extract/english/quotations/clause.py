"""A sentence with what ties its words, and the cue in whose clause a word of it stands."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.passives import Agent
from audit.extract.english.cues.speaking import may_speak
from audit.extract.english.grammar.clauses import find_clauses
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_PARTS = frozenset({",", ";"})
_OPENS = 1  # tokens before the subject of a clause: 'then'


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


def is_direct(tokens: list[Token], index: int) -> bool:
    """Whether a quotation is a sentence of its own, not words inside the reporter's."""
    first = next((char for char in tokens[index].text if char.isalnum()), "")
    if not (first.isupper() or first.isdigit() or not first.lower().isascii()):
        return False
    if index == 0 or tokens[index - 1].quote >= 0:
        return True
    return not tokens[index - 1].is_word or tokens[index - 1].low in small_words().asserting


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
        if cue.kind is CueKind.NOUN and tokens[cue.end].low == "as":
            continue  # 'defended his comments as “sarcastic”'
        opens_only = cue.kind is CueKind.NOUN and cue.lemma != "words"  # 'in her own words, it is'
        if opens_only and _opens_sentence(tokens, cue, index, words):
            continue  # 'In her speech, Lee roused the hall'
        if index in cue.subject:
            continue  # 'According to her “clawback” plan, firms must'
        alone = cue.lemma in words.only_beside and cue.kind is not CueKind.NOUN
        if alone and index - cue.end > 1:
            continue  # 'I started it in May and the “flush” is bad'
        opens = cue.kind is CueKind.NOUN and tokens[cue.end].low == "that"
        if (
            held is None
            or not _governs(held, cue, opens=opens)
            or _is_joined(tokens, held, cue, words)
        ):
            held = cue
    if held is None or held.subject is None or parted_at(tokens, held, index, words) is not None:
        return None
    return Tie(held, held.subject)


def _opens_sentence(tokens: list[Token], noun: Cue, index: int, words: Lexicon) -> bool:
    """Whether a noun of saying only tells where the clause behind its comma was said."""
    opens = noun.subject is not None and noun.subject.start == 1
    comma = noun.end < index - 1 and tokens[noun.end].text == ","
    return opens and comma and tokens[0].low in words.prepositions


def parted_at(tokens: list[Token], held: Cue, index: int, words: Lexicon) -> int | None:
    """The sign between a cue and a token behind which somebody else does something.

    'Lee called it “mad”; Marsh preferred “a slow start”'. Behind a comma, what a clause of saying
    carries may go on with a subject that is no person's name.
    """
    main = main_clause(tokens, held, index, words)
    if main is not None:
        return main
    if _only_opens(tokens, held, words):
        return held.end
    for at in range(held.end, index - 1):
        sign = tokens[at].text[-1:] if tokens[at].quote >= 0 else tokens[at].text
        if sign not in _PARTS:
            continue
        if tokens[at].quote >= 0 and tokens[at + 1].low in small_words().comments_on:
            return at  # 'says “origin uncertain,” which is Latin for “stop asking”'
        start = at + 1 + (tokens[at + 1].low in small_words().contrasting)
        if sign == "," and start == at + 1:
            continue
        start = _behind_occasion(tokens, start)
        clauses = find_clauses(tokens[start : index + 1], words)
        if not clauses or clauses[0].subject.start > _OPENS:
            continue
        subject = clauses[0].subject
        person = Phrase(start + subject.start, start + subject.stop)
        noun = held.lemma in words.object and held.lemma not in words.bare  # 'mentioned the plan'
        ends = held.kind is CueKind.LABEL or noun or sign == ";"
        if ends or _is_person(tokens, person, words):
            return at
    return None


def _only_opens(tokens: list[Token], held: Cue, words: Lexicon) -> bool:
    """Whether a cue without an object is in a clause that opens the sentence: 'As Lee spoke,'."""
    opens = held.subject is not None and held.subject.start == 1
    opens = opens and (tokens[0].low in words.opens_first or tokens[0].low == "as")
    return opens and held.kind is CueKind.LABEL and tokens[held.end].text == ","


def _behind_occasion(tokens: list[Token], start: int) -> int:
    """Behind what tells at which moment a clause goes on: ', and at one point the crowd sang'."""
    at = start + 2
    moment = (
        at < len(tokens) and tokens[start].low == "at" and tokens[at].low in small_words().moments
    )
    return at + 1 if moment else start


def main_clause(tokens: list[Token], held: Cue, index: int, words: Lexicon) -> int | None:
    """The comma behind a cue's opening clause: 'When the client complained, she “told him”'."""
    subject, comma = held.subject, index - 2
    opens = subject is not None and subject.start == 1 and tokens[0].low in words.opens_first
    if not opens or comma < held.end or tokens[comma].text != ",":
        return None
    return comma if tokens[index - 1].low in words.persons else None


def _is_person(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a subject is plainly a name: not 'the plan', not 'she', who may be the speaker."""
    return tokens[phrase.stop - 1].is_name and may_speak(tokens, phrase, words)


def _governs(held: Cue, cue: Cue, *, opens: bool) -> bool:
    """Whether what a cue carries may be a clause with another cue in it.

    ``opens``: the other is a noun with a clause of its own, 'Lee's claim that'.
    """
    if held.kind is CueKind.VIEW:
        return cue.kind is CueKind.VIEW or cue.kind is CueKind.NOUN
    if held.kind is CueKind.LABEL:
        return cue.kind is CueKind.NOUN and not opens  # 'called Lee's remarks a “new low”'
    return held.kind is CueKind.SAY


def _is_joined(tokens: list[Token], held: Cue, cue: Cue, words: Lexicon) -> bool:
    """Whether a later cue stands beside an earlier one, not in its clause."""
    if cue.lemma in small_words().shows and tokens[cue.start - 1].low in words.modals:
        return False  # 'said that support in Brazil and India should show that'
    subject = cue.subject
    own = subject is not None and held.end <= subject.start < cue.start
    before = tokens[subject.start - 1 if own and subject is not None else cue.start - 1]
    if before.quote >= 0 or not before.is_word:
        return True
    if before.low in words.joins:
        return True
    return not own and cue.kind is not CueKind.NOUN
