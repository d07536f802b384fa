"""Reads who says words that only 'be like' brings, as in talk: 'she was like “…”'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import may_speak
from audit.extract.english.grammar.clauses import clause_subject, find_clauses
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words


def _goes(tokens: list[Token], verb: int, words: Lexicon) -> Cue | None:
    """The cue of 'then he went “…”', 'another guy looked and went “…”'."""
    shares = tokens[verb - 1].low in small_words().sharing
    clauses = find_clauses(tokens[:verb], words) if shares else []
    subject = clause_subject(clauses, verb) if shares else subject_before(tokens, verb, words)
    if subject is None or tokens[subject.start].low in words.things:
        return None
    return Cue(verb, verb + 1, CueKind.SAY, "say", subject)


def was_like(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """The cue of 'she was like “…”', “I'm like, “…”” before the quotation at ``index``."""
    like = index - 1 - (index > 0 and tokens[index - 1].text == ",")
    if like > 0 and tokens[like].low in small_words().goes:
        return _goes(tokens, like, words)
    if like < 1 or tokens[like].low not in small_words().quotatives:
        return None
    verb = like - 1
    pronoun, contracted, _ = tokens[verb].low.partition("'")
    if contracted and pronoun in words.persons:
        return Cue(like, like + 1, CueKind.SAY, "say", Phrase(verb, verb + 1))
    subject = subject_before(tokens, verb, words) if tokens[verb].low in words.be else None
    if subject is None:
        return None
    noun, persons = tokens[subject.stop - 1].low, person_words()
    known = among(noun, persons.kin, persons.occupations)
    if not known and not may_speak(tokens, subject, words):
        return None
    return Cue(verb, like + 1, CueKind.SAY, "say", subject)
