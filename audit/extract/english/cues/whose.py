"""Finds who is the subject of a verb of saying, near it, far from it or of another clause."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.grammar.appositions import named_behind
from audit.extract.english.grammar.clauses import clause_subject, find_clauses
from audit.extract.english.grammar.far_subjects import far_subject
from audit.extract.english.grammar.forms import (
    governs_gerund,
    holds_words,
    is_gerund,
    is_passive,
    is_progressive,
)
from audit.extract.english.grammar.made_to import caught_at, made_to
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
_QUOTED = 12  # tokens from 'quoted' to 'as saying'


def who_says(
    tokens: list[Token], index: int, kind: CueKind, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a verb that is not turned round, of an infinitive that of its clause."""
    if index and tokens[index - 1].low == "to":
        return _of_infinitive(tokens, index, kind, words, found)
    return (
        _quoted_as(tokens, index, words)
        or (_far_subject(tokens, index, words) if kind is CueKind.SAY else None)
        or _subject(tokens, index, words, found)
    )


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
        return subject_before(tokens, inclined, words) if carries else None
    subject = _main_subject(tokens, index - 1, words, found) if says else None
    impersonal = subject is not None and tokens[subject.start].low in words.things
    return None if impersonal else subject  # 'It is fair to say that'


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
        return _behind_opening(tokens, index, words)
    if tokens[index - 1].low == "having":
        return _main_subject(tokens, index - 1, words, found)
    first = _first_of_verb(tokens, index, words)
    shares = first == 0 or tokens[first - 1].low in small_words().sharing
    apposed = _named_apposed(tokens, first, words)
    if apposed is not None:
        return apposed
    if shares or (tokens[first].low == "then" and tokens[first - 1].text == ","):
        return _shared_subject(tokens, first, words, found)  # ', then says'
    if not tokens[index].low.endswith("ing"):
        return subject_before(tokens, index, words)
    return _of_participle(tokens, index, words, found)


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
    return first


def _of_participle(
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
    main = _behind_opening(tokens, index, words) or _main_subject(tokens, index, words, found)
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


def as_saying(tokens: list[Token], verb: int, words: Lexicon) -> int | None:
    """The index of 'saying' in 'quoted Michael Lee as saying'."""
    for at in range(verb + 1, min(verb + _QUOTED, len(tokens) - 1)):
        if tokens[at].low == "as" and tokens[at + 1].low in words.quoted_as:
            return at + 1
        if not tokens[at].is_word and tokens[at].text != ",":
            return None
    return None


def _quoted_as(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Whom an outlet quotes: Lee, of 'the Atlantic quoted Lee as saying', 'Lee was quoted as …'."""
    if tokens[index - 1].low != "as" or not tokens[index].low.endswith("ing"):
        return None
    for at in range(index - 2, max(index - _QUOTED, -1), -1):
        if tokens[at].low in words.quotes and as_saying(tokens, at, words) == index:
            if is_passive(tokens, at, words):
                return subject_before(tokens, at, words)
            phrase = phrase_from(tokens, at + 1, words)
            return named_behind(tokens, phrase, words) if phrase is not None else None
    return None


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
    shared = clause_subject(find_clauses(tokens[:index], words), index, relative=True)
    return shared or _earlier_subject(tokens, index, words, found)


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
    ]
    surest = [cue for cue in said if tokens[cue.start].low in words.goes_on]
    subject = next((cue.subject for cue in (*surest, *said)), None)
    if subject is None or tokens[subject.start].low in words.relative:
        return None
    return subject


def _behind_opening(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject behind the comma of 'While saying that he was tired, Lee went on'."""
    opens = index == 0 or (index == 1 and among(tokens[0].low, words.clause_openers, words.when))
    opens = opens or _is_since(tokens, index, words)
    if not opens or not tokens[index].low.endswith("ing"):
        return None
    for at in range(index + 2, len(tokens) - 2):
        subject = _clause_from(tokens, at + 1, words) if tokens[at].text == "," else None
        if subject is not None:
            return subject
    return None


def _is_since(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a sentence opens with a time since something was said: 'A month after saying so'."""
    if not 1 < index <= _DATED + 2 or tokens[index - 1].low not in small_words().opens_participle:
        return False
    before = tokens[: index - 1]
    return before[-1].low in words.times and all(token.is_word for token in before)


def _clause_from(tokens: list[Token], start: int, words: Lexicon) -> Phrase | None:
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
    return subject if before.text in {"with", "–", "—", "--"} else None


def _main_subject(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a participle ('…, calling it'): that of the clause it hangs on."""
    subject = clause_subject(find_clauses(tokens[:index], words), index)
    return subject or _earlier_subject(tokens, index, words, found)


def _earlier_subject(
    tokens: list[Token], index: int, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of the last cue, else whom the sentence opens with."""
    for cue in reversed(found):
        if cue.subject is not None and cue.kind not in {CueKind.ACCORDING, CueKind.COLON}:
            return cue.subject
    return opening_subject(tokens, index, words)
