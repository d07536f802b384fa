"""Tells who spoke from the outlet that reported it: '[the Guardian] quoted Lee as saying “…”'."""

import re
from collections.abc import Sequence

from audit.extract.english.cues.cue import Cue
from audit.extract.english.cues.quoted_as import is_quoted_saying
from audit.extract.english.grammar.appositions import named_behind
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.outlets.gazetteer import triggers
from audit.extract.outlets.mentions import find_mentions
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_HAS_CAPITAL_INSIDE = re.compile(r"[a-z]{2}[A-Z][a-z]")


def quoted_person(
    tokens: Sequence[Token], cue: Cue, subject: Phrase, words: Lexicon
) -> Phrase | None:
    """Whom an outlet quotes: 'The Guardian quoted Ann Lee as saying', 'the BBC cited Lee'."""
    if tokens[cue.start].low not in triggers().quotes or cue.passive or cue.end >= len(tokens):
        return None
    one = _by_pronoun(tokens, cue.end)
    person = one or phrase_from(list(tokens), cue.end, words)
    if person is None:
        return None
    person = named_behind(list(tokens), person, words)
    if person.stop >= len(tokens):
        return None
    if tokens[person.stop].text == ":" and tokens[cue.start].low.startswith("quot"):
        return person  # 'quoted his late wife, Anwen: “…”'
    at = person.stop + (tokens[person.stop].low == "as")
    if is_quoted_saying(list(tokens), person.stop + 1, words):
        return person
    speaks = at < len(tokens) and (
        tokens[at].low in small_words().quoted_with or tokens[at].text == ":"
    )
    if one is not None and speaks and at > person.stop:
        return person  # whoever quotes: '“…,” the aide quoted her as saying'
    says = speaks and at > person.stop and tokens[cue.start].low.startswith("quot")
    return person if speaks and (says or is_outlet(tokens, subject, words)) else None


def _by_pronoun(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The pronoun of whom somebody quotes: 'quoted her as saying'."""
    pronoun = tokens[at].low in small_words().objects or tokens[at].low in small_words().owners
    as_ = pronoun and at + 1 < len(tokens) and tokens[at + 1].low == "as"
    return Phrase(at, at + 1) if as_ else None


def is_outlet(tokens: Sequence[Token], subject: Phrase, words: Lexicon) -> bool:
    """Whether a subject is just an outlet: 'the Guardian', 'the paper', but not its editor."""
    noun = tokens[subject.stop - 1].low in words.outlet_nouns
    if noun and subject.stop - subject.start == 2 and tokens[subject.start].low == "the":
        return True
    return any(
        subject.start <= mention.start and mention.end == subject.stop
        for mention in find_mentions(tokens, words)
        if mention.start - subject.start <= 1
    )


def may_be_outlet(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether a subject has the form of a paper's or agency's name: 'the Kelm Echo', 'CourtWire'.

    Persons' names have no article, and mostly no capital inside.
    """
    first, *rest = tokens[subject.start : subject.stop]
    if first.low == "the":
        return bool(rest) and all(token.is_name for token in rest)
    return not rest and _HAS_CAPITAL_INSIDE.search(first.text) is not None
