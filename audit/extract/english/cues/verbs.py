"""Finds the cues of a sentence: words of saying, and who is their subject."""

from audit.extract.english.cues.cue import Cue, CueKind
from audit.extract.english.cues.naming import names_it
from audit.extract.english.cues.speaking import is_mute
from audit.extract.english.cues.without_verb import (
    as_counted,
    as_reported_by,
    colon,
    in_a_poll,
    in_the_words_of,
    noun,
    per,
    to_quote,
)
from audit.extract.english.grammar.clauses import clause_subject, find_clauses
from audit.extract.english.grammar.far_subjects import far_subject, whole
from audit.extract.english.grammar.forms import (
    governs_gerund,
    is_gerund,
    is_noun_here,
    is_passive,
    is_perfect,
    is_progressive,
    says_alone,
)
from audit.extract.english.grammar.phrases import (
    cited_phrase,
    is_adverb,
    opens_a_clause,
    phrase_from,
    with_maker,
)
from audit.extract.english.grammar.subjects import meant, named_behind, subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, cue_openers
from audit.languages.extraction.english_small_words import small_words

_ASKS = (",", "?", "!", "—", "–", "-", "…", ".")  # at the end of quoted words: a clause follows
_SUBJECT = 12  # tokens of a subject and its verb
_DATED = 2  # tokens of 'on Monday'
_QUOTED = 12  # tokens from 'quoted' to 'as saying'


def find_cues(tokens: list[Token], words: Lexicon) -> list[Cue]:
    """The cues of one sentence, in order."""
    found: list[Cue] = []
    openers = cue_openers()
    for index, token in enumerate(tokens):
        if token.low not in openers or not (token.is_word or token.text == ":"):
            continue
        cue = _cue_at(tokens, index, words, found)
        if cue is not None:
            found.append(cue)
    return found


def _cue_at(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.low in {"according", "per", "as"}:
        return _credited(tokens, index, words)
    if token.low in small_words().opens_source and following is not None:
        return in_the_words_of(tokens, index, words) or in_a_poll(tokens, index, words)
    if token.low == "to":
        return None if following is None else to_quote(tokens, index, words)
    if token.text == ":":
        return colon(tokens, index, words)
    if following is not None and token.low in words.finds:
        return as_counted(tokens, index, words)
    if following is not None and (token.low, following.low) in words.phrasal:
        subject = subject_before(tokens, index, words)
        if subject is None:
            return None
        return Cue(index, index + 2, CueKind.POINT, "point", meant(tokens, subject, words))
    if words.is_verb(token.low) and not is_noun_here(tokens, index, words):
        return _verb(tokens, index, words, found)
    if among(token.low, words.nouns, words.answers):
        return noun(tokens, index, words)
    return None


def _credited(tokens: list[Token], index: int, words: Lexicon) -> Cue | None:
    """'according to X', '…, per X' and 'As reported by X, …'."""
    if index + 1 >= len(tokens):
        return None
    low, apart = tokens[index].low, index == 0 or not tokens[index - 1].is_word
    if low == "according" and tokens[index + 1].low == "to":
        cited = cited_phrase(tokens, index + 2, words)
        return Cue(index, index + 2, CueKind.ACCORDING, low, cited)
    if low == "per":
        return per(tokens, index, words) if apart else None
    return as_reported_by(tokens, index, words) if apart and low == "as" else None


def _kind(form: str, words: Lexicon) -> tuple[CueKind, str]:
    if form in words.say:
        return CueKind.SAY, words.say[form]
    if form in words.label:
        return CueKind.LABEL, words.label[form]
    return CueKind.VIEW, words.view[form]


def _verb(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Cue | None:
    token = tokens[index]
    kind, lemma = _kind(token.low, words)
    if token.low in words.quotes and _as_saying(tokens, index, words) is not None:
        return None  # 'quoted Lee as saying'
    asked = _is_asked(tokens, index, lemma, words)
    if asked or is_passive(tokens, index, words):
        passive = asked or token.low in words.passive
        return Cue(index, index + 1, kind, lemma, None, passive=True) if passive else None
    if lemma == "point" and not _points(tokens, index):
        return None
    if token.low in words.participles and not is_perfect(tokens, index, words):
        return None
    inverted = _inverted(tokens, index, kind, lemma, words)
    if inverted is not None:
        return inverted
    subject = _who_says(tokens, index, kind, words, found)
    if subject is None or is_mute(tokens, subject, words):
        return None
    if names_it(tokens, index, lemma, subject, words):
        return Cue(index, index + 1, kind, lemma, None, passive=True)
    subject = whole(tokens, subject, index, words)
    if subject.stop < index:
        subject = with_maker(tokens, subject, index, words)
    return Cue(index, index + 1, kind, lemma, subject)


def _is_asked(tokens: list[Token], index: int, lemma: str, words: Lexicon) -> bool:
    """Whether somebody is asked or told: 'asked by a caller', 'told by doctors that'."""
    if index + 1 >= len(tokens) or tokens[index + 1].low != "by":
        return False
    low = tokens[index].low
    told = lemma in small_words().with_listener or lemma in words.asks
    return low in small_words().tell or (told and low.endswith("ed"))


def _points(tokens: list[Token], index: int) -> bool:
    """Whether 'point' says something: not in 'pointed me to a trial'."""
    if index + 1 >= len(tokens):
        return False
    behind = tokens[index + 1]
    return behind.quote >= 0 or behind.low in small_words().leads_from_point


def _who_says(
    tokens: list[Token], index: int, kind: CueKind, words: Lexicon, found: list[Cue]
) -> Phrase | None:
    """The subject of a verb that is not turned round, of an infinitive that of its clause."""
    if index and tokens[index - 1].low == "to":
        says = kind is CueKind.SAY and _opens_clause(tokens, index + 1)
        first = index - 2 - (index > 2 and tokens[index - 2].low == "on")  # 'went on to say'
        if first > 2 and tokens[first].low in words.times and tokens[first - 1].low == "on":
            first -= 2  # 'struggled on Tuesday to explain'
        if kind is not CueKind.VIEW and first >= 0 and _is_inclined(tokens, first, words):
            carries = kind is CueKind.LABEL or says or _brings(tokens, index, words)
            return subject_before(tokens, first, words) if carries else None
        subject = _main_subject(tokens, index - 1, words, found) if says else None
        impersonal = subject is not None and tokens[subject.start].low in words.things
        return None if impersonal else subject  # 'It is fair to say that'
    return (
        _quoted_as(tokens, index, words)
        or (_far_subject(tokens, index, words) if kind is CueKind.SAY else None)
        or _subject(tokens, index, words, found)
    )


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
    return governed or noun or among(behind, words.asks_whether, small_words().leads_to_said)


def _subject(tokens: list[Token], index: int, words: Lexicon, found: list[Cue]) -> Phrase | None:
    """The subject on the left of a verb: its own, or that of the clause that it belongs to."""
    if index == 0:
        return _behind_opening(tokens, index, words)
    if tokens[index - 1].low == "having":
        return _main_subject(tokens, index - 1, words, found)
    first = _first_of_verb(tokens, index, words)
    shares = first == 0 or tokens[first - 1].low in small_words().sharing
    if shares or (tokens[first].low == "then" and tokens[first - 1].text == ","):
        return _shared_subject(tokens, first, words, found)  # ', then says'
    if not tokens[index].low.endswith("ing"):
        return subject_before(tokens, index, words)
    return _of_participle(tokens, index, words, found)


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
    elif (verb := governs_gerund(tokens, index, words)) is not None:
        own = subject_before(tokens, verb, words)  # 'she kept saying'
    elif is_gerund(tokens, index, words):
        return None
    else:
        own = _own_subject(tokens, index, words)
    return (
        own or _behind_opening(tokens, index, words) or _main_subject(tokens, index, words, found)
    )


def _as_saying(tokens: list[Token], verb: int, words: Lexicon) -> int | None:
    """The index of 'saying' in 'quoted Michael Lee as saying'."""
    for at in range(verb + 2, min(verb + _QUOTED, len(tokens) - 1)):
        if tokens[at].low == "as" and tokens[at + 1].low in words.quoted_as:
            return at + 1
        if not tokens[at].is_word and tokens[at].text != ",":
            return None
    return None


def _quoted_as(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Whom an outlet quotes: Lee, of 'the Atlantic quoted Lee as saying'."""
    if tokens[index - 1].low != "as" or not tokens[index].low.endswith("ing"):
        return None
    for at in range(index - 2, max(index - _QUOTED, -1), -1):
        if tokens[at].low in words.quotes and _as_saying(tokens, at, words) == index:
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


def _inverted(
    tokens: list[Token], index: int, kind: CueKind, lemma: str, words: Lexicon
) -> Cue | None:
    """'“…,” said X' and ', said X,': the verb right behind the words, its subject on the right."""
    if kind is not CueKind.SAY or index + 1 >= len(tokens) or tokens[index].low.endswith("ing"):
        return None
    before = tokens[index - 1] if index else None
    if before is None or (before.quote < 0 and before.text not in {",", "—", "–", "--"}):
        return None
    asks = before.quote < 0 or before.text.rstrip("’'\" ").endswith(_ASKS)
    if not asks and not says_alone(tokens, index, words):
        return None  # 'books such as “…” show mothers'
    following = tokens[index + 1]
    if lemma == "tell" or not _may_follow(following, words):
        return None
    particle = following.low in words.particles
    subject = phrase_from(tokens, index + 1 + particle, words)
    if subject is None:
        return None
    if before.quote < 0 and not _closes(tokens, subject.stop):
        return None
    if before.quote < 0 and _has_own_subject(tokens, index, words):
        return None  # 'Ann Lee, a florist, wrote on her blog.'
    if opens_a_clause(tokens, subject, words):
        return None  # 'Ann Lee, who calls it a “mess,” said it was over'
    subject = named_behind(tokens, subject, words)
    subject = with_maker(tokens, subject, len(tokens), words)
    return Cue(index, index + 1, kind, lemma, subject, inverted=True)


def _may_follow(following: Token, words: Lexicon) -> bool:
    """Whether a subject may begin with the word behind a verb."""
    if following.low in words.pronouns:
        return following.low in words.persons
    no_noun = following.text == "," or following.low in words.relative
    return not (no_noun or is_adverb(following, words))


def _has_own_subject(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether the comma before a verb closes its subject's apposition, and no clause before it."""
    start = max((at for at in range(index) if tokens[at].quote >= 0), default=-1) + 1
    own = subject_before(tokens, index, words)
    if own is None or own.start < start:
        return False
    clauses = find_clauses(tokens[start:index], words)
    return all(clause.hangs for clause in clauses)


def _closes(tokens: list[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].text in {".", ",", ";", "—", "who"}


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
        and cue.lemma not in words.only_beside
    ]
    surest = [cue for cue in said if tokens[cue.start].low in words.goes_on]
    subject = next((cue.subject for cue in (*surest, *said)), None)
    if subject is None or tokens[subject.start].low in words.relative:
        return None
    return subject


def _behind_opening(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The subject behind the comma of 'While saying that he was tired, Lee went on'."""
    opens = index == 0 or (index == 1 and among(tokens[0].low, words.clause_openers, words.when))
    if not opens or not tokens[index].low.endswith("ing"):
        return None
    for at in range(index + 2, len(tokens) - 2):
        subject = _clause_from(tokens, at + 1, words) if tokens[at].text == "," else None
        if subject is not None:
            return subject
    return None


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
    return subject if tokens[subject.start - 1].text in {"with", "–", "—", "--"} else None


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
    return _opening_subject(tokens, index, words)


def main_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """Who a sentence is about, as far as its words before ``index`` tell."""
    subject = clause_subject(find_clauses(tokens[: index + 1], words), index)
    return subject or _opening_subject(tokens, index, words)


def _opening_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    if index == 0:
        return None
    phrase = phrase_from(tokens, 0, words) if not tokens[0].low.endswith("ing") else None
    if tokens[0].low in words.imperatives and tokens[0].low not in words.roles:
        return None  # 'Read more about “…”'
    if phrase is not None and phrase.stop <= index:
        return phrase
    first = tokens[0].low
    if first in words.prepositions or first in words.conjunctions or first.endswith("ing"):
        for at in range(1, index):
            if tokens[at].text != ",":
                continue
            phrase = phrase_from(tokens, at + 1, words)
            return phrase if phrase is not None and phrase.stop <= index else None
    return _nearest_subject(tokens, index, words)


def _nearest_subject(tokens: list[Token], index: int, words: Lexicon) -> Phrase | None:
    """The nearest name or pronoun on the left that a verb follows: 'he began by saying'."""
    for at in range(index - 2, -1, -1):
        token, following = tokens[at], tokens[at + 1]
        if token.low not in words.pronouns and not token.is_name:
            continue
        starts_clause = following.is_word and following.text.islower() and at + 1 < index
        if starts_clause and not among(following.low, words.prepositions, words.conjunctions):
            before = Phrase(at, at + 1) if token.low in words.pronouns else None
            return before or subject_before(tokens, at + 1, words)
    return None
