"""Reads who stands before a colon and quoted words: 'Ashdown, the mayor: “…”'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import is_label_before_colon, may_speak
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.english.quotations.clause import Tie, is_direct
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import LANGUAGE, Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.layout import layout

_SHORTEST_LABEL = 3  # tokens of 'Lee, mayor'
_LONGEST_ASIDE = 10  # tokens between a name and a colon


def labelled(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """A label that says who it is, or where: 'Ashdown, the mayor: “…”', 'Lee, on Bluesky: “…”'."""
    colon = index - 1
    if colon < _SHORTEST_LABEL or tokens[colon].text != ":" or not is_direct(tokens, index):
        return None
    first = _behind_here(tokens, words)
    subject = phrase_from(tokens, first, words)
    if subject is None or subject.start != first or not tokens[subject.stop - 1].is_name:
        return None
    aside = tokens[subject.stop + 1 : colon]
    if tokens[subject.stop].text != "," or not 0 < len(aside) <= _LONGEST_ASIDE:
        return None
    if not _is_aside(aside, words, alone=subject.stop - first == 1):
        return None
    return Tie(Cue(colon, index, CueKind.COLON, ":", subject), subject)


def _behind_here(tokens: list[Token], words: Lexicon) -> int:
    """Where a sentence goes on behind 'Here is', 'Here's'."""
    here = len(tokens) > _SHORTEST_LABEL and tokens[0].low in words.link_on
    return 2 if here and (tokens[1].low in words.be or tokens[1].low == "'s") else 0


def _is_aside(aside: list[Token], words: Lexicon, *, alone: bool) -> bool:
    """Whether tokens tell of a name what its role is, or, of a full one, where it speaks."""
    if not all(token.is_word or token.text == "," for token in aside):
        return False
    if any(among(token.low, words.finite, words.be) for token in aside):
        return False
    if any(token.low in words.roles for token in aside):
        return True
    first, behind = aside[0].low, aside[1].low if len(aside) > 1 else ""
    place = among(first, words.prepositions, layout(LANGUAGE).credits) or (
        words.is_verb(first) and behind in words.prepositions
    )
    says = any(token.low in words.say for token in aside)  # ', Lee, told the Commons: “…”'
    employer = not says and any(
        among(token.low, words.institutions, person_words().no_person) for token in aside
    )
    return (place or employer) and not alone


def from_somebody(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """Who sends what a colon brings: 'and this line from a reader, Imke: “…”'."""
    colon = index - 1
    if colon < _SHORTEST_LABEL or tokens[colon].text != ":" or not is_direct(tokens, index):
        return None
    brings = next((at for at in range(colon - 2, 0, -1) if tokens[at].low == "from"), None)
    if brings is None or tokens[brings - 1].low not in small_words().come_from:
        return None
    subject = phrase_from(tokens, brings + 1, words)
    if subject is None or subject.start != brings + 1 or not may_speak(tokens, subject, words):
        return None
    if tokens[subject.start].low in words.pronouns:
        return None
    rest = tokens[subject.stop : colon]
    named = len(rest) > 1 and rest[0].text == "," and all(token.is_name for token in rest[1:])
    if rest and not named:
        return None
    subject = Phrase(subject.stop + 1, colon) if named else subject
    return Tie(Cue(colon, index, CueKind.COLON, ":", subject), subject)


def behind_colon(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """A name right before a colon: 'More from Daron Shaw: “…”'."""
    if index < 2 or tokens[index - 1].text != ":" or not tokens[index - 2].is_name:
        return None
    here = _behind_here(tokens, words)
    subject = phrase_from(tokens, here, words) if here else subject_before(tokens, index - 1, words)
    if subject is None or is_label_before_colon(tokens, subject, words):
        return None
    if subject.start > 0 and tokens[subject.start - 1].low in small_words().programmes:
        return None  # 'Then, later that month on CNN: “…”'
    return Tie(Cue(index - 1, index, CueKind.COLON, ":", subject), subject)
