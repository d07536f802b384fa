"""Tells where a statement ends before what people do beside it: ', and left the room'."""

from itertools import pairwise

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.clauses import find_clauses
from audit.extract.english.grammar.phrases import is_adverb, phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words

_FEWEST_WORDS = 3  # of a statement


def before_deeds(tokens: list[Token], content: Phrase, cue: Cue, words: Lexicon) -> Phrase:
    """What a verb of saying carries, up to a gesture or a step that a comma and 'and' join to it.

    Of the speaker, 'Lee said it was over, and sat down', or of others, ', and the crowd cheered'.
    """
    if cue.kind is not CueKind.SAY or cue.inverted or content.start < cue.end:
        return content
    for comma in range(content.start + _FEWEST_WORDS, content.stop - 2):
        if tokens[comma].text != "," or tokens[comma + 1].low not in small_words().joins_clauses:
            continue
        if _tells_deeds(tokens[content.start : comma], words):
            return content
        of_person = _is_of_person(tokens, content, words)
        if _is_deed(tokens, comma + 2, content.stop, words, of_person=of_person):
            return Phrase(content.start, comma)
    return content


def _tells_deeds(said: list[Token], words: Lexicon) -> bool:
    """Whether what is said tells itself what somebody did: 'said the man took it, and left'."""
    for before, token in pairwise(said):
        past = token.low in words.past or token.low.endswith("ed")
        bound = among(before.low, words.be, words.have, words.determiners) or token.is_name
        if past and not bound and not is_adverb(before, words):
            return True
    return False


def _is_of_person(tokens: list[Token], content: Phrase, words: Lexicon) -> bool:
    """Whether what is said is of somebody by a noun, who may do it: 'the suspect was calm'."""
    subject = phrase_from(tokens, content.start, words)
    if subject is None or tokens[subject.start].low not in words.determiners:
        return False
    persons, noun = person_words(), tokens[subject.stop - 1].low
    return among(noun, persons.kin, persons.occupations, persons.he, persons.she)


def _is_deed(
    tokens: list[Token], start: int, stop: int, words: Lexicon, *, of_person: bool
) -> bool:
    """Whether the clause at an index tells what somebody did while words were said.

    ``of_person``: a verb alone may be of whom is spoken.
    """
    deeds, at = small_words().deeds, start
    while at < stop - 1 and is_adverb(tokens[at], words):
        at += 1
    if tokens[at].low in deeds:
        return not of_person
    clauses = find_clauses(tokens[start:stop], words)
    main = next((clause for clause in reversed(clauses) if not clause.hangs), None)
    first = clauses[0] if clauses else None
    if main is None or first is None or first.subject.start > 0:
        return False
    return tokens[start + main.verb].low in deeds
