"""Finds who is the subject of a verb of saying, near it, far from it or of another clause."""

from collections.abc import Sequence

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.participles import (
    behind_opening,
    clause_from,
    earlier_subject,
    of_main_clause,
    of_participle,
)
from audit.extract.english.cues.quoted_as import quoted_as
from audit.extract.english.grammar.clauses import Clause, clause_subject, find_clauses
from audit.extract.english.grammar.far_subjects import far_subject
from audit.extract.english.grammar.made_to import made_to
from audit.extract.english.grammar.opening import opening_subject
from audit.extract.english.grammar.phrases import phrase_from
from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_SUBJECT = 12  # tokens of a subject and its verb
_NAMED = 4  # tokens of 'The agent, Kyle,'
_DATED = 2  # tokens of 'on Monday'
_OPENING = 40  # tokens of a clause that opens a sentence
_OCCASION = ("in", "a", "statement")


def who_says(
    tokens: list[Token], index: int, kind: CueKind, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a verb that is not turned round, of an infinitive that of its clause."""
    if index and tokens[index - 1].low == "to":
        return _of_infinitive(tokens, index, kind, words, found)
    return (
        quoted_as(tokens, index, words)
        or (_far_subject(tokens, index, words) if _may_be_far(tokens, index, kind) else None)
        or _subject(tokens, index, words, found)
    )


def _may_be_far(tokens: list[Token], index: int, kind: CueKind) -> bool:
    """Whether a verb's subject may stand far from it: a verb that labels has 'has' before it."""
    has = kind is CueKind.LABEL and tokens[index - 1].low in small_words().perfect
    return kind is CueKind.SAY or has


def main_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Who a sentence is about, as far as its words before ``index`` tell."""
    subject = clause_subject(find_clauses(tokens[: index + 1], words), index)
    return subject or opening_subject(tokens, index, words)


def _of_infinitive(
    tokens: list[Token], index: int, kind: CueKind, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """Who is made to say something or inclined to, else whom the clause before it is about."""
    made = made_to(tokens, index - 1, words)
    if made is not None:
        return made
    if index > 1 and tokens[index - 2].low in small_words().as_if:
        return None  # 'His face fell, as if to say, “…”'
    says = kind is CueKind.SAY and _opens_clause(tokens, index + 1)
    inclined = None if kind is CueKind.VIEW else _inclined_before(tokens, index, words)
    if inclined is not None:
        carries = kind is CueKind.LABEL or says or _brings(tokens, index, words)
        subject = subject_before(tokens, inclined, words) if carries else None
        return None if subject is not None and _is_everybody(tokens, subject) else subject
    brought = _brought_with(tokens, index, words)
    if brought is not None:
        return brought
    subject = of_main_clause(tokens, index - 1, words, found) if says else None
    impersonal = subject is not None and tokens[subject.start].low in words.things
    return None if impersonal else subject  # 'It is fair to say that'


def _is_everybody(tokens: list[Token], subject: Phrase) -> bool:
    """Whether nobody in particular is inclined to say something: 'People love to say'."""
    return len(subject) == 1 and tokens[subject.start].low in small_words().folk


def _brought_with(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Who says what an infinitive brings in ', with Lee going online to call it “mad”'."""
    for at in range(index - 2, max(index - _SUBJECT, 0), -1):
        if not tokens[at].is_word:
            return None
        if tokens[at].low == "with" and tokens[at - 1].text == ",":
            brought = phrase_from(tokens, at + 1, words)
            if brought is None or not tokens[at + 1].is_name:
                return None
            stop = next((n for n in brought if tokens[n].low.endswith("ing")), brought.stop)
            does = stop < index and tokens[stop].low.endswith("ing")
            return Phrase(at + 1, stop) if does and stop > at + 1 else None
    return None


def _inclined_before(tokens: list[Token], index: int, words: Lexicon) -> int | None:
    """The word before an infinitive that has its subject: 'went on to say', 'declined to say'."""
    at = index - 2 - (index > 2 and tokens[index - 2].low == "on")
    if at > 2 and tokens[at].low in words.times and tokens[at - 1].low == "on":
        at -= 2  # 'struggled on Tuesday to explain'
    return at if at >= 0 and _is_inclined(tokens, at, words) else None


def _is_inclined(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word before 'to' has the subject of what follows: 'declined', 'was quick'."""
    ready = at > 0 and tokens[at].low in words.ready and tokens[at - 1].low in words.be
    return ready or tokens[at].low in words.inclined


def _brings(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a question or an object follows a verb: 'to say why', 'to comment on the report'."""
    if index + 1 >= len(tokens):
        return False
    lemma = words.say.get(tokens[index].low, "")
    behind = tokens[index + 1].low
    governed = behind in words.governs.get(lemma, ())
    noun = lemma in words.object and among(behind, words.determiners, words.pronouns)
    if lemma == "say" and _is_short_clause(tokens, index + 1, words):
        return True
    return governed or noun or among(behind, words.asks_whether, small_words().leads_to_said)


def _is_short_clause(tokens: list[Token], start: int, words: Lexicon) -> bool:
    """Whether a noun and its verb follow: 'used to say the job was hard'."""
    if not (among(tokens[start].low, words.determiners) or tokens[start].is_name):
        return False
    behind = tokens[start + 1 : start + _SUBJECT // 2]
    verb = next((token for token in behind if among(token.low, words.be, words.finite)), None)
    return verb is not None and all(token.is_word for token in behind[: behind.index(verb)])


def _subject(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Phrase | None:
    """The subject on the left of a verb: its own, or that of the clause that it belongs to."""
    if index == 0:
        return behind_opening(tokens, index, words)
    if tokens[index - 1].low == "having":
        return of_main_clause(tokens, index - 1, words, found)
    first = _first_of_verb(tokens, index, words)
    shares = first == 0 or tokens[first - 1].low in small_words().sharing
    apposed = _named_apposed(tokens, first, words)
    if apposed is not None:
        return apposed
    if shares or (tokens[first].low == "then" and tokens[first - 1].text == ","):
        return _shared_subject(tokens, first, words, found)  # ', then says'
    if not tokens[index].low.endswith("ing"):
        own = subject_before(tokens, index, words)
        return own or _of_row(tokens, index, words)
    return of_participle(tokens, index, words, found)


def _of_row(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject of verbs in a row: 'He poked the wall, said “it's wet,” and wrote it up'."""
    row = tokens[index - 1].text == "," and index + 2 < len(tokens) and tokens[index + 1].quote >= 0
    if not row or tokens[index + 2].low not in small_words().coordinating:
        return None
    return clause_subject(find_clauses(tokens[:index], words), index)


def _named_apposed(tokens: list[Token], first: int, words: Lexicon) -> Phrase | None:
    """Whom an apposition before 'then' names: 'The agent, Kyle, then said'."""
    if first < _NAMED or tokens[first].low not in small_words().sharing:
        return None
    if tokens[first - 1].text != ",":
        return None
    named = subject_before(tokens, first, words)
    inside = named is not None and named.stop == first - 1 and tokens[named.start - 1].text == ","
    return named if inside else None


def _first_of_verb(tokens: list[Token], index: int, words: Lexicon) -> int:
    """Where a verb begins, with its auxiliaries and what says when: 'and on Monday has said'."""
    first = index
    while first > 1 and among(tokens[first - 1].low, words.auxiliaries, words.have):
        if tokens[first - 1].low in words.alone and tokens[first - 2].low in words.joins:
            break  # 'And both vowed'
        first -= 1
    if first > _DATED and tokens[first - 1].low in words.times and tokens[first - 2].low == "on":
        first -= 2 * (tokens[first - 3].low in small_words().coordinating)
    return _before_occasion(tokens, first, words)


def _before_occasion(tokens: list[Token], first: int, words: Lexicon) -> int:
    """The start of where a verb's words stand behind 'and': 'and in a statement credited'."""
    at = first - len(_OCCASION)
    if at < 1 or tokens[at].low not in small_words().occasions:
        return first
    carrier = tokens[first - 1].low in words.nouns and tokens[at + 1].low in words.determiners
    joined = tokens[at - 1].low in small_words().coordinating
    return at if carrier and joined else first


def _far_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject that its own attributes part from the verb of saying."""
    if tokens[index].low.endswith("ing") or tokens[index - 1].low in {
        "to",
        *small_words().coordinating,
    }:
        return None
    far = far_subject(tokens, index, words)
    near = subject_before(tokens, index, words) if far is not None else None
    return near if far is not None and near is not None and near.start == far.start else far


def _opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether what follows a verb is a clause or quoted words: 'to say that', 'to declare: “…”'."""
    if index >= len(tokens):
        return False
    at = index + (tokens[index].text in {",", ":"})
    if at < len(tokens) and tokens[at].low in small_words().opens_bare_clause:
        return at == index and at + 1 < len(tokens) and tokens[at + 1].is_word
    return at < len(tokens) and (
        tokens[at].quote >= 0 or tokens[at].low in small_words().opens_said
    )


def _shared_subject(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of 'and called it': that of the verb it is joined to."""
    said = _said_before(tokens, index, words, found) or _joined_to(tokens, index, found)
    if said is not None:
        return said
    clauses = find_clauses(tokens[:index], words)
    held = not _is_of_main(tokens, index, clauses)
    shared = clause_subject(clauses, index, relative=held)
    return shared or earlier_subject(tokens, index, words, found)


def _is_of_main(tokens: list[Token], index: int, clauses: Sequence[Clause]) -> bool:
    """Whether 'but' goes on with the main clause, over one that only tells who is meant.

    'She praised those who left but said, “…”', not 'Lee, who left but said'.
    """
    start = clauses[-1].subject.start if clauses and clauses[-1].is_relative else 0
    restricts = start > 1 and tokens[start - 1].is_word
    return restricts and tokens[index - 1].low == "but" and tokens[index].text != ","


def _joined_to(tokens: list[Token], index: int, found: list[Cue]) -> Phrase | None:
    """Who goes on in ', with Lee warning that it was old and asking why'."""
    if not tokens[index].low.endswith("ing"):
        return None
    like = (cue for cue in reversed(found) if tokens[cue.start].low.endswith("ing"))
    first = next(like, None)
    return None if first is None or first.inverted else first.subject


def _said_before(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """Who goes on in 'Lee said that the hall was full but added that …': not the hall."""
    if tokens[index].low not in words.goes_on:
        return None
    said = [
        cue
        for cue in reversed(found)
        if cue.kind is CueKind.SAY
        and cue.subject is not None
        and not cue.inverted
        and not among(cue.lemma, words.only_beside, small_words().finding)
        and not _is_over(tokens, cue, index, words)
    ]
    surest = [cue for cue in said if tokens[cue.start].low in words.goes_on]
    subject = next((cue.subject for cue in (*surest, *said)), None)
    if subject is None or tokens[subject.start].low in words.relative:
        return None
    return subject


def _is_over(tokens: list[Token], cue: Cue, index: int, words: Lexicon) -> bool:
    """Whether a cue stands in an opening clause, behind which the main one has its own subject.

    'When I asked him, he looked up and said'.
    """
    start = cue.subject.start if cue.subject is not None else 0
    if start == 0 or tokens[start - 1].low not in words.opens_first:
        return False
    last = min(index, cue.end + _OPENING)
    comma = next((at for at in range(cue.end, last) if tokens[at].text == ","), None)
    return comma is not None and clause_from(tokens, comma + 1, words) is not None
