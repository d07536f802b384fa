"""Finds cues that are no verb: 'as reported by', 'in a poll', 'the senator's warning'."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.speaking import is_label_before_colon
from audit.extract.english.grammar.forms import is_headline
from audit.extract.english.grammar.phrases import LONGEST, cited_phrase, phrase_from, with_maker
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_LONGEST_NAME = 5  # tokens
_ADJECTIVES = 5  # words between an owner and what is owned


def as_reported_by(tokens: list[Token], at: int, words: Lexicon) -> Cue | None:
    """'As first reported by Reuters, …' and '…, as reported by Reuters'."""
    by = next((i for i in range(at + 2, min(at + 4, len(tokens))) if tokens[i].low == "by"), None)
    if by is None or tokens[by - 1].low not in words.say:
        return None
    return Cue(at, by + 1, CueKind.ACCORDING, "report", cited_phrase(tokens, by + 1, words))


def per(tokens: list[Token], at: int, words: Lexicon) -> Cue | None:
    """'…, per CTV News' and 'Per the report, …': not '$5 per week'."""
    subject = cited_phrase(tokens, at + 1, words)
    if subject is None or not (tokens[at + 1].is_name or tokens[at + 1].low == "the"):
        return None
    if at and tokens[subject.stop : subject.stop + 1] and tokens[subject.stop].text == ":":
        return None  # 'Ann Lee, per the Times: “…”'
    return Cue(at, at + 1, CueKind.ACCORDING, "per", subject)


def in_a_poll(tokens: list[Token], at: int, words: Lexicon) -> Cue | None:
    """'In a Gallup poll, half of …', "By the agency's count, …", and '… in a new poll'."""
    if at > 0 and (tokens[at].low == "by" or tokens[at + 1].low not in words.determiners):
        return None
    if not any(token.low in words.counts for token in tokens[at + 1 : at + 1 + LONGEST]):
        return None
    subject = phrase_from(tokens, at + 1, words)
    if subject is not None and tokens[subject.stop - 1].low in words.issued:
        subject = Phrase(subject.start, subject.stop - 1)  # 'a poll released on Sunday'
    if subject is None or tokens[subject.stop - 1].low not in words.counts:
        return None
    closes = subject.stop >= len(tokens) or not tokens[subject.stop].is_word
    dated = not closes and among(tokens[subject.stop].low, words.issued, words.dated)
    named = any(token.is_name for token in tokens[subject.start : subject.stop])
    if at > 0 and not (named and (closes or dated)):
        return None
    if at == 0 and subject.stop >= len(tokens):
        return None
    subject = with_maker(tokens, subject, len(tokens), words)
    return Cue(at, at + 1, CueKind.ACCORDING, tokens[at].low, subject)


def to_quote(tokens: list[Token], at: int, words: Lexicon) -> Cue | None:
    """'To quote Lincoln, “…”', 'to paraphrase my mother: “…”'."""
    if at > 0 and tokens[at - 1].is_word:
        return None  # 'began to quote Lincoln'
    subject = phrase_from(tokens, at + 2, words)
    if subject is None or subject.stop + 1 >= len(tokens) or tokens[subject.stop].is_word:
        return None
    return Cue(at, at + 2, CueKind.NOUN, "quote", subject)


def in_the_words_of(tokens: list[Token], at: int, words: Lexicon) -> Cue | None:
    """'In the words of a senior adviser, “the torchbearer”', 'in Lee's words, “…”'."""
    if tokens[at].low == "in" and tokens[at + 1].low != "the":
        return _in_own_words(tokens, at)
    if [token.low for token in tokens[at : at + 4]] != ["in", "the", "words", "of"]:
        return None
    subject = phrase_from(tokens, at + 4, words)
    return None if subject is None else Cue(at, at + 4, CueKind.NOUN, "words", subject)


def _in_own_words(tokens: list[Token], at: int) -> Cue | None:
    """'In Ann Lee's own words', 'in her words'."""
    stop = at + 1
    while stop < min(at + _LONGEST_NAME, len(tokens)) and tokens[stop].is_name:
        stop += 1
    subject = Phrase(at + 1, stop)
    if stop == at + 1 and tokens[stop].low in small_words().possessives:
        subject, stop = Phrase(stop, stop + 1), stop + 1
    elif stop == at + 1 or stop >= len(tokens) or tokens[stop].low != "'s":
        return None
    else:
        stop += 1
    stop += stop < len(tokens) and tokens[stop].low == "own"
    if stop >= len(tokens) or tokens[stop].low != "words":
        return None
    return Cue(stop, stop + 1, CueKind.NOUN, "words", subject)


def as_counted(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'A CNN poll has Lee ahead', 'the survey put him at 4 percent'."""
    following = tokens[index + 1]
    if not (following.is_name or following.low in words.counted):
        return None
    subject = subject_before(tokens, index, words)
    if subject is None or subject.stop > index:
        return None
    if not any(token.low in words.counts for token in tokens[subject.start : subject.stop]):
        return None
    return Cue(index, index + 1, CueKind.POINT, "find", subject)


def colon(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'Smith: “…”' from the beginning of the sentence, and 'Poll: …' in a headline."""
    if index + 1 >= len(tokens) or (tokens[index + 1].quote < 0 and not is_headline(tokens)):
        return None
    made = tokens[0].low in words.nouns and tokens[1].low in small_words().of_maker
    phrase = phrase_from(tokens, 2 if made else 0, words)  # 'Statement from Lee: “…”'
    if phrase is None or phrase.stop != index or _ends_in_verb(tokens, phrase, words):
        return None
    if is_label_before_colon(tokens, phrase, words):
        return None
    goes = next((at for at in phrase if tokens[at].low in small_words().plain_says), phrase.stop)
    if phrase.start < goes:  # 'Her colleague Ines Holm goes further: “…”'
        phrase = Phrase(phrase.start, goes)
    return Cue(index, index + 1, CueKind.COLON, ":", phrase)


def _ends_in_verb(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether a colon follows a verb of saying: 'Its poster reads: “…”'."""
    last = tokens[phrase.stop - 1]
    return phrase.stop - phrase.start > 1 and last.text == last.low and last.low in words.say


def _far_owner(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Whose claim it is in "Lee's most explosive claim is that …"."""
    behind = [token.low for token in tokens[index + 1 : index + 3]]
    if len(behind) < 2 or behind[0] not in words.be or behind[1] != "that":
        return None
    for at in range(index - 1, max(index - _ADJECTIVES, 0), -1):
        token = tokens[at]
        if token.low == "'s":
            return subject_before(tokens, at, words)
        if token.low in small_words().possessives:
            return Phrase(at, at + 1)
        if not token.is_word or token.text != token.low:
            return None
    return Phrase(0, 1) if index > 1 and tokens[0].low in small_words().possessives else None


def noun(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'the senator's warning', 'his claim', 'a statement from the ministry'."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if before is not None and before.low == "'s" and index > 1:
        subject = subject_before(tokens, index - 1, words)
        return None if subject is None else Cue(index, index + 1, CueKind.NOUN, token.low, subject)
    owner = _far_owner(tokens, index, words)
    if owner is not None:
        return Cue(index, index + 1, CueKind.NOUN, token.low, owner)
    if before is not None and before.low in small_words().possessives:
        return Cue(index, index + 1, CueKind.NOUN, token.low, Phrase(index - 1, index))
    if index + 2 < len(tokens) and tokens[index + 1].low in small_words().of_maker:
        subject = phrase_from(tokens, index + 2, words)
        if subject is None or _opens_relative(tokens, subject.stop, words):
            return None  # 'a report from the charity that runs the shelters says'
        if _takes_in_verb(tokens, subject, words):
            return None  # 'a report by the fire service says that': its verb is the cue
        return Cue(index, index + 1, CueKind.NOUN, token.low, subject)
    return None


def _opens_relative(tokens: list[Token], that: int, words: Lexicon) -> bool:
    """Whether 'that' only tells of the noun before it, and has its verb right behind."""
    if that + 2 >= len(tokens) or tokens[that].low != "that":
        return False
    verb, behind = tokens[that + 1], tokens[that + 2]
    if among(verb.low, words.finite, words.past, words.be):
        return True
    form = verb.text == verb.low and verb.low.endswith(("s", "ed"))
    own = among(verb.low, words.determiners, words.pronouns)
    return form and not own and behind.low in words.determiners


def _takes_in_verb(tokens: list[Token], phrase: Phrase, words: Lexicon) -> bool:
    """Whether the last word of a phrase is the verb of what 'that' opens behind it."""
    opens = phrase.stop < len(tokens) and tokens[phrase.stop].low == "that"
    last = tokens[phrase.stop - 1]
    return opens and phrase.stop - phrase.start > 1 and not last.is_name and words.is_verb(last.low)
