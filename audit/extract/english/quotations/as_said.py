"""Ties quoted words to who puts it so: 'As Lee put it, “…”', '“…,” as Lee says'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.phrases import is_adverb, phrase_from
from audit.extract.english.quotations.clause import Tie
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

BRIDGING_SIGNS = frozenset({",", ":"})  # before quoted words
_SHORTEST_AS = 4  # tokens of 'As Lee said,'
_AUXILIARIES = 3  # tokens between a subject and its verb
_LONGEST_ASIDE = 10  # tokens between 'as' and 'put it'


def as_opens(
    tokens: list[Token], index: int, words: Lexicon, *, at_once: bool = True
) -> Tie | None:
    """'As Lee put it when we met, “…”', and, less sure, 'As Lee put it, the hall is “…”'."""
    opens = _as_inside(tokens, index, words) if at_once and tokens[0].low != "as" else 0
    if opens is None or tokens[opens].low != "as" or index - opens < _SHORTEST_AS:
        return None
    comma = next((at for at in range(opens, index) if not tokens[at].is_word), index)
    if tokens[comma].text not in BRIDGING_SIGNS or (at_once and comma < index - 1):
        return None
    subject = phrase_from(tokens, opens + 1, words)
    verb = None if subject is None else verb_of_as(tokens, subject, words)
    if subject is None or verb is None:
        return None
    stop = min(subject.stop, verb)
    stop -= stop - subject.start > 1 and is_adverb(tokens[stop - 1], words)  # 'Lee dryly notes'
    subject = Phrase(subject.start, stop)
    return said_by(tokens, subject, verb)


def as_said(tokens: list[Token], index: int, words: Lexicon) -> Tie | None:
    """'The office is “a cult,” as Lee says', 'as Lee put it in her letter'."""
    at = index + 1
    apart = tokens[index].text.rstrip("’'\" ").endswith(",")
    if at < len(tokens) and tokens[at].text == ",":
        at, apart = at + 1, True
    if not apart or at + 2 >= len(tokens) or tokens[at].low != "as":
        return None
    subject = phrase_from(tokens, at + 1, words)
    if subject is None or subject.start != at + 1:
        return None
    verb = verb_of_as(tokens, subject, words)
    if verb is None:
        return None
    subject = Phrase(subject.start, min(subject.stop, verb))
    puts = tokens[verb].low in small_words().puts_it
    named = (
        tokens[subject.start].low in words.persons
        or tokens[subject.stop - 1].is_name
        or (puts and tokens[subject.start].low in words.determiners)
    )
    return said_by(tokens, subject, verb) if named else None


def _as_inside(tokens: list[Token], index: int, words: Lexicon) -> int | None:
    """The 'as' of 'They are done, or as Lee put it, “…”', 'though, as Lee notes, “…”'."""
    last = index - len(("put", "it", ","))
    if last > 0 and tokens[last + 1].low in words.say and tokens[last + 2].text == ",":
        last += 1
    elif last < 1 or tokens[last].low not in small_words().puts_it:
        return None
    for at in range(last - 1, max(last - _LONGEST_ASIDE, 0), -1):
        if tokens[at].low == "as":
            return at if last < index - 2 or tokens[at - 1].text == "," else None
        if not tokens[at].is_word:
            return None
    return None


def said_by(tokens: list[Token], subject: Phrase, verb: int) -> Tie:
    """The tie of words to a subject by the verb behind it."""
    return Tie(Cue(verb, verb + 1, CueKind.SAY, tokens[verb].low, subject), subject)


def verb_of_as(tokens: list[Token], subject: Phrase, words: Lexicon) -> int | None:
    """The verb behind a subject, auxiliaries between: 'Lee has said', 'Lee put it'."""
    for verb in range(subject.start + 1, min(subject.stop + _AUXILIARIES, len(tokens))):
        low = tokens[verb].low
        puts_it = verb + 1 < len(tokens) and tokens[verb + 1].low == "it"
        if tokens[verb].text == low and (low in words.say or puts_it):
            return verb
        passed = among(low, words.auxiliaries, words.inclined) or is_adverb(tokens[verb], words)
        if verb >= subject.stop and not passed:
            return None
    return None
