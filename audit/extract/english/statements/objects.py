"""Finds what is mentioned, cited, asked about or urged, without a clause of its own."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.ends import tells_how
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_PAUSES = frozenset({",", ";", ".", "—", "–", "--", "(", ":"})
_ENDS = frozenset({";", ".", "—", "–", "--", "(", ":", "?", "!"})
_FEWEST_WORDS = 2


def object_of(tokens: list[Token], cue: Cue, at: int, words: Lexicon) -> list[Phrase]:
    """What is mentioned, cited, asked about or urged, without a clause of its own."""
    if cue.kind is not CueKind.SAY:
        return []
    if not cue.passive and cue.start and tokens[cue.start - 1].low in words.modals:
        return []  # 'he could add a title'
    form = tokens[cue.start].low
    only_base = cue.lemma in words.unanswered and form != cue.lemma
    governed = frozenset[str]() if only_base else frozenset(words.governs.get(cue.lemma, ()))
    brings = among(tokens[at].low, words.matters, governed) and at + 1 < len(tokens)
    if brings and tokens[at + 1].low in words.prepositions:
        return []  # 'the change that Lee warned about in June'
    if not brings and (cue.lemma not in words.object or tokens[at].low in words.prepositions):
        return []
    start = at + 1 if brings else at
    end = next(
        (i for i in range(start, len(tokens)) if _ends_object(tokens, i, words)), len(tokens)
    )
    if brings and tokens[end - 1].low in words.times:
        return []  # 'argued for nineteen years'
    end = _listed_to(tokens, start, end, words)
    return [Phrase(start, end)] if end - start >= _FEWEST_WORDS else []


def _listed_to(tokens: list[Token], start: int, end: int, words: Lexicon) -> int:
    """Where a list ends that an object opens: 'demands his post, lost pay and other damages'."""
    if end >= len(tokens) or tokens[end].text != "," or end - start < _FEWEST_WORDS:
        return end
    stop = next((at for at in range(end, len(tokens)) if tokens[at].text in _ENDS), len(tokens))
    rest = tokens[end + 1 : stop]
    if not rest or not all(token.is_word or token.text == "," for token in rest):
        return end
    joins = [at for at, token in enumerate(rest) if token.low in small_words().joins_subjects]
    opens = among(rest[0].low, small_words().opens_apposition)
    if not (opens or (joins and 0 < joins[0] < len(rest) - 1)):
        return end
    small = (words.finite, words.past, words.relative, words.pronouns, words.clause_openers)
    own = any(
        among(token.low, *small)
        and token.low not in small_words().joins_subjects
        and token.text == token.low  # 'two in May'
        for token in rest[not opens :]
    )
    verbs = any(token.text == token.low and words.is_verb(token.low) for token in rest)
    governed = not opens and among(rest[0].low, words.prepositions, words.conjunctions)
    return end if own or verbs or governed else stop


def _ends_object(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether the object of a verb ends before a word: a pause, or what else the subject does."""
    token = tokens[at]
    if token.text in _PAUSES or token.low in words.object_ends:
        inside = at + 1 < len(tokens) and tokens[at + 1].start == token.end  # '51,000'
        return not (inside and tokens[at - 1].end == token.start)
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].low
    if tells_how(tokens, at):
        return True
    if token.low == "as":
        return following in words.pronouns  # 'tweeted a picture as he waited'
    if token.low in {"on", "in"}:
        return following in words.times  # 'announced the deal on Monday'
    if token.low != "and":
        return False
    if following in words.pronouns:
        return True  # 'asked the bank and it said'
    verb = tokens[at + 1]
    if verb.text != verb.low or not verb.is_word or verb.low in words.nouns:
        return False
    return verb.low in words.past or verb.low.endswith("ed")
