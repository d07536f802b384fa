"""Tells whether a subject can say something, as far as its words tell."""

from audit.extract.english.cues.cue import Cue
from audit.extract.english.grammar.forms import is_passive, is_person_word
from audit.extract.english.grammar.phrases import is_adverb
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import LANGUAGE, Lexicon
from audit.languages.extraction.english_small_words import small_words
from audit.languages.extraction.linking import linking


def is_mute(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is of something that says nothing: 'the deal', 'contain', 'otherwise'."""
    head = head_of(tokens, phrase, words)
    named = head.is_name and phrase.stop - phrase.start > 1 and tokens[phrase.stop - 2].is_name
    if head.low in words.mute and not named:
        return True  # not 'Gov. Nathan Deal'
    if tokens[phrase.start].low in words.mute:
        return not named and not is_person_word(head, words)  # not 'Food writer Ann Lee'
    lone = phrase.stop - phrase.start == 1 and head.text == head.low
    return lone and not _may_stand_alone(head, words)


def may_speak(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is plainly of somebody: a name, a role, 'she'.

    Where no verb of saying stands by quoted words, nobody else is taken for their speaker.
    """
    parts = tokens[phrase.start : phrase.stop]
    if parts[0].low in words.persons:
        return True
    if parts[0].low in words.things or is_mute(tokens, phrase, words):
        return False
    head = head_of(tokens, phrase, words)
    if among(head.low, words.vague, words.places):
        return False
    if is_person_word(head, words) or among(head.low, words.titles, words.counts, words.nouns):
        return True
    opens = phrase.start == 0 and len(parts) == 1
    if opens and among(head.low, words.imperatives, words.labels, words.conjunctions):
        return False
    return head.is_name


def is_of_anybody(tokens: list[Token], cue: Cue) -> bool:
    """Whether a verb tells what people do, not what somebody did: 'you say', 'whoever says'."""
    if cue.subject is None:
        return False
    first, form = tokens[cue.subject.start].low, tokens[cue.start].low
    if first == "you" and form.endswith("ing") and tokens[cue.start - 1].low == "you":
        return True  # 'I can hear you going “but why?”'
    if form not in {cue.lemma, cue.lemma + "s"}:
        return False
    return (first == "you" and tokens[cue.start - 1].low in {"you", "to"}) or (
        first in small_words().anybody
    )


def is_acted_on(tokens: list[Token], phrase: Phrase, before: int, words: Lexicon) -> bool:
    """Whether a sentence tells of its subject what happens to it, or labels words with it.

    'Lee was arrested over “…”', 'Unpopular opinion: “…” is old'.
    """
    if tokens[phrase.stop].text == ":" and is_label_before_colon(tokens, phrase, words):
        return True
    verb = phrase.stop
    if tokens[verb].text == ",":
        verb = next((at + 1 for at in range(verb + 1, before) if tokens[at].text == ","), verb)
    while verb < before - 1 and _is_passed(tokens[verb], words):
        verb += 1
    if is_passive(tokens, verb, words):
        return True
    was = any(token.low in words.be for token in tokens[phrase.stop : verb])
    return was and tokens[verb].low in words.past


def tells_nothing_done(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a sentence tells what there is, or asks, so that its subject says nothing.

    "There's a saying where I come from: “…”", 'Should I reply with “…”?'
    """
    asks = tokens[0].low in words.finite and tokens[-1].text == "?"
    return asks or tokens[0].low in small_words().existential


def _is_passed(token: Token, words: Lexicon) -> bool:
    """Whether a word may stand between a subject and its participle: 'has', 'recently'."""
    return among(token.low, words.be, words.often, words.have) or is_adverb(token, words)


def is_of_record(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase is of a document or an institution, which says what it calls a thing."""
    known = linking(LANGUAGE)
    return among(head_of(tokens, phrase, words).low, known.documents, known.institutions)


def head_of(tokens: list[Token], phrase: Phrase, words: Lexicon) -> Token:
    """The noun of a phrase: its last word before a preposition."""
    for at in range(phrase.start + 1, phrase.stop):
        if tokens[at].low in words.prepositions and tokens[at - 1].low not in words.determiners:
            return tokens[at - 1]
    return tokens[phrase.stop - 1]


def _may_stand_alone(token: Token, words: Lexicon) -> bool:
    """Whether one lower-cased word may be a whole subject: 'officials', 'police', 'some'."""
    low = token.low
    if among(low, words.pronouns, words.relative, words.roles, words.plurals, words.alone):
        return True
    if low in words.nobody:
        return True  # says what nobody says
    if among(low, words.nouns, words.counts, words.numbers, words.determiners):
        return True
    return low.endswith(("s", "people", "men", "ed")) or not low.isalpha()


def is_label_before_colon(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether what stands before a colon is no speaker: 'Heat: …', 'My take: …', 'Intro: …'."""
    parts = tokens[phrase.start : phrase.stop]
    last = parts[-1]
    if last.low in words.labels or any(token.text[:1].isdigit() for token in parts):
        return True
    if last.is_name:
        return False
    known = any(among(token.low, words.roles, words.counts, words.titles) for token in parts)
    return not (known or parts[0].low in words.persons or last.low in words.nouns)
