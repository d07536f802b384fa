"""Finds who says what a form in '-ing' brings: its own subject, or that of the clause it is in."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.clauses import clause_subject, find_clauses
from audit.extract.english.grammar.forms import (
    governs_gerund,
    holds_words,
    is_gerund,
    is_progressive,
)
from audit.extract.english.grammar.made_to import caught_at
from audit.extract.english.grammar.opening import opening_subject
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_SUBJECT = 12  # tokens of a subject and its verb
_DATED = 2  # tokens of 'on Monday'


def of_participle(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a form in -ing: its own, or that of the clause it hangs on."""
    if (
        is_progressive(tokens, index, words)
        or tokens[index - 1].low in words.counts
        or tokens[index - 1].low == "percent"
    ):
        own = subject_before(tokens, index, words)
    elif tokens[index - 1].low in small_words().bears_words:
        return None  # 'Holding signs calling it “a scam,” the protesters chanted'
    elif _is_borne(tokens, index, words):
        own = _bearer(tokens, index, words)
    elif (verb := governs_gerund(tokens, index, words)) is not None:
        own = subject_before(tokens, verb, words)  # 'she kept saying'
    elif (caught := caught_at(tokens, index, words)) is not None:
        return caught
    elif is_gerund(tokens, index, words):
        return None
    else:
        own = _own_subject(tokens, index, words)
    if own is not None:
        return own
    main = behind_opening(tokens, index, words) or of_main_clause(tokens, index, words, found)
    cites = tokens[index].low in words.quotes
    return (_who_tells(tokens, main, words, found) if cites else None) or main


def _is_borne(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether what holds words stands right before: 'found a ledger showing that'.

    A statement is of who issues it: 'put out a statement saying that'.
    """
    noun = tokens[index - 1]
    if noun.text != noun.low or among(noun.low, words.nouns) or noun.low[:-1] in words.nouns:
        return False
    return tokens[index].low in words.say and holds_words(noun, words)


def _bearer(tokens: list[Token], index: int, words: Lexicon) -> Phrase:
    """The noun phrase right before a form, less the verb that it is the object of."""
    start = index - 1
    while start > 0 and tokens[start].low not in words.determiners:
        before = tokens[start - 1]
        verb = before.low.endswith("ed") or words.is_verb(before.low)
        small = (words.prepositions, words.conjunctions, words.past, words.finite)
        if verb or not before.is_word or among(before.low, *small):
            break
        start -= 1
    return Phrase(start, index)


def _who_tells(
    tokens: list[Token], main: Phrase | None, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """Who goes on in 'The agency said it would wait, citing …': it, of which 'it' is said."""
    if main is None or len(main) > 1 or tokens[main.start].low not in words.pronouns:
        return None
    last = next((cue for cue in reversed(found) if cue.kind is CueKind.SAY), None)
    if last is None or last.subject is None or last.inverted or last.end > main.start:
        return None
    return last.subject


def behind_opening(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject behind the comma of 'While saying that he was tired, Lee went on'."""
    opens = index == 0 or (index == 1 and among(tokens[0].low, words.clause_openers, words.when))
    opens = opens or _is_since(tokens, index, words)
    if not opens or not tokens[index].low.endswith("ing"):
        return None
    for at in range(index + 2, len(tokens) - 2):
        subject = clause_from(tokens, at + 1, words) if tokens[at].text == "," else None
        if subject is not None:
            return subject
    return None


def _is_since(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a sentence opens with a time since something was said: 'A month after saying so'."""
    if not 1 < index <= _DATED + 2 or tokens[index - 1].low not in small_words().opens_participle:
        return False
    before = tokens[: index - 1]
    return before[-1].low in words.times and all(token.is_word for token in before)


def clause_from(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
    """The subject of the clause that begins at an index, None where none does."""
    for at in range(start + 1, min(start + _SUBJECT, len(tokens))):
        token = tokens[at]
        if not token.is_word:
            return None
        verb = token.text == token.low and (
            among(token.low, words.finite, words.past)
            or words.is_verb(token.low)
            or token.low.endswith("ed")
        )
        if verb:
            subject = subject_before(tokens, at, words)
            return subject if subject is not None and subject.start == start else None
    return None


def _own_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject that a participle brings along: ', with Ann Lee calling it'."""
    if not tokens[index - 1].is_word:
        return None
    subject = subject_before(tokens, index, words)
    for at in range(index - 2, max(index - _SUBJECT, 0), -1):
        if tokens[at].low == "with":  # 'It ended with Ann Lee asking'
            brought = phrase_from(tokens, at + 1, words)
            if brought is None or brought.stop < index:
                return None
            return Phrase(brought.start, index)  # less the verb: 'with Ann Lee warning that'
        if not tokens[at].is_word:
            break
    if subject is None or subject.start == 0:
        return None
    before = tokens[subject.start - 1]
    if before.low in words.be and tokens[subject.stop - 1].is_name:
        return subject  # 'What it led to was my neighbour Bea asking'
    if _is_one_of_two(tokens, subject, index):
        return subject
    return subject if before.text in {"with", "–", "—", "--"} else None


def _is_one_of_two(tokens: list[Token], subject: Phrase, index: int) -> bool:
    """Whether a name right before a participle says its own part of what others say.

    'They put out statements, Lee saying it was over and Roy calling it “mad”'.
    """
    if subject.stop != index or not tokens[subject.stop - 1].is_name:
        return False
    before = tokens[subject.start - 1]
    if before.low == "and":
        commas = [at for at in range(subject.start - 1) if tokens[at].text == ","]
        start = commas[-1] + 1 if commas else 0
        own = next((at for at in range(start, subject.start) if not tokens[at].is_name), start)
        return own > start and tokens[own].low.endswith("ing")
    return before.text == "," and len(subject) > 1


def of_main_clause(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a participle ('…, calling it'): that of the clause it hangs on."""
    subject = clause_subject(find_clauses(tokens[:index], words), index)
    return subject or earlier_subject(tokens, index, words, found)


def earlier_subject(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of the last cue, else whom the sentence opens with."""
    for cue in reversed(found):
        if cue.subject is not None and cue.kind not in {CueKind.ACCORDING, CueKind.COLON}:
            return cue.subject
    return opening_subject(tokens, index, words)
