"""Finds what a German clause says behind itself: with 'dass', in the subjunctive, with 'zu'."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST, INDICATIVE, LIKELY, SECOND, is_word
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.german import grammar

TAG, LIKE = "so", "wie"
ASIDE = frozenset({",", "–", "—"})
_VERB_ENDS = ("en", "rn", "ln", "t")  # of infinitives and participles
_REACH = 5  # clauses behind a verb in which what it says begins


class _Saying(NamedTuple):
    """A clause that may say what stands behind it: its number, its subject and its verb of saying.

    ``holds``: it has no such verb, but words that take a clause as one does.
    """

    number: int
    subject: Phrase
    lemma: str | None
    holds: bool

    @property
    def says(self) -> bool:
        return self.lemma is not None or self.holds


def said_behind(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, subject: Phrase, lexis: Lexis
) -> Phrase | None:
    """The tokens of what a clause says behind itself, None where it says nothing there."""
    place = _place(tokens, found, number, subject, lexis)
    if place is None:
        return None
    first = found[place]
    start = first.body + (tokens[first.body].low in lexis.grammar.that)
    return range(start, end_of(tokens, found, place))


def is_reported(found: Sequence[Clause], *, after_subjunctive: bool) -> bool:
    """Whether a sentence's main clause stands in the subjunctive of indirect speech.

    The second subjunctive is one only right behind a sentence that is.
    """
    main = next((c for c in found if c.kind in {Kind.MAIN, Kind.FIRST}), None)
    if main is None or main.sign == ":":
        return False
    kinds = {Kind.MAIN, Kind.FIRST}
    if any(c.said is not None and c.mood == INDICATIVE and c.kind in kinds for c in found):
        return False  # a verb of saying has its own subject
    return main.mood == FIRST or (main.mood == SECOND and after_subjunctive)


def _place(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, subject: Phrase, lexis: Lexis
) -> int | None:
    """The number of the clause with which what is said begins."""
    if is_rejected(tokens, found[number], lexis) or _is_negated(tokens, found[number], lexis):
        return None
    saying = _saying(tokens, found[number], number, subject, lexis)
    for place in range(number + 1, min(number + _REACH, len(found))):
        other = found[place]
        if (
            other.is_coordinated
            and other.sign != ","
            and tokens[other.body].low not in lexis.grammar.that
        ):
            return None
        if other.kind is Kind.FRAGMENT:
            if _is_opening_fragment(tokens, found, place, saying):
                return place
            if saying.lemma in lexis.grammar.infinitive and _quotes_infinitive(tokens, other):
                return place
        elif other.kind is Kind.LAST and _is_relative(tokens, other, lexis):
            if saying.says and _is_main_too(tokens, other, lexis):
                return place
            if other.said is not None:
                return None  # what follows is what it says
        else:
            held = _complement(tokens, found, place, saying, lexis)
            return held if held is None else _less_interruption(tokens, found, held, number, lexis)
    return None


def _saying(
    tokens: Sequence[Token], clause: Clause, number: int, subject: Phrase, lexis: Lexis
) -> _Saying:
    """What a clause may say something by."""
    lemma = clause.said.lemma if clause.said is not None else None
    named = lemma in lexis.grammar.called_so and not _with_es(tokens, clause)
    if lemma not in lexis.grammar.say or named or lemma in lexis.grammar.learning:
        lemma = None
    return _Saying(number, subject, lemma, lemma is None and _holds(tokens, clause, lexis))


def _is_negated(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause says that somebody did not say something: 'sagte nicht, dass er komme'."""
    near = range(clause.body, clause.stop)
    if tokens[clause.body].low.startswith(lexis.grammar.nobody_opens):
        return True  # 'Kein Minister sagte, dass'
    return any(
        tokens[at].low in lexis.book.negations
        and (at + 1 >= clause.stop or tokens[at + 1].low not in lexis.grammar.only)
        for at in near
    )


def is_rejected(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause denies what the noun it ends in leads to: 'wies den Vorwurf, er habe …'."""
    denies = clause.said is not None and clause.said.lemma in lexis.grammar.rejecting
    return denies and tokens[clause.stop - 1].low in lexis.grammar.holdings


def _less_interruption(
    tokens: Sequence[Token], found: Sequence[Clause], place: int, number: int, lexis: Lexis
) -> int:
    """Where an infinitive begins that an apposition parts: 'nicht über den Turm, …, zu reden'."""
    first = found[number + 1]
    opens = tokens[first.body]
    if found[place].kind is not Kind.INFINITIVE or first.kind is not Kind.FRAGMENT:
        return place
    apposed = opens.is_name or opens.low in lexis.book.determiners
    return place if apposed or first.sign != "," else number + 1


def _is_opening_fragment(
    tokens: Sequence[Token], found: Sequence[Clause], place: int, saying: _Saying
) -> bool:
    """Whether what is said begins with words without a verb: a name before 'sei', or marks."""
    other = found[place]
    behind = place + 1
    while behind < len(found) and found[behind].kind is Kind.LAST:
        behind += 1  # 'in der Stadt, in der er wohne, sei es still'
    follows = found[behind] if behind < len(found) else other
    opens = other.sign == "," and follows.kind is Kind.FIRST and follows.mood == FIRST
    if opens and saying.lemma is not None:
        return True  # 'dem Chef der Behörde, Karl Lind, sei …'
    return saying.says and _is_quoted_clause(tokens, other)


def _quotes_infinitive(tokens: Sequence[Token], other: Clause) -> bool:
    """Whether what is asked for stands in marks: 'bat ihn, ihr „Beileid zu sagen, das …“'."""
    quoted = (token.text.split() for token in tokens[other.body : other.stop] if token.quote >= 0)
    return other.sign == "," and any(
        before == "zu" and verb.strip(",.").endswith("n")
        for words in quoted
        for before, verb in pairwise(words)
    )


def _complement(
    tokens: Sequence[Token], found: Sequence[Clause], place: int, saying: _Saying, lexis: Lexis
) -> int | None:
    """The clause with which what is said begins, if this one with a verb or the next one is it."""
    clause, other = found[saying.number], found[place]
    if other.kind is Kind.LAST:
        if not saying.says and _is_thought(tokens, clause, other, saying, lexis):
            return place
        if not saying.says or not _may_say(tokens, saying.subject, clause):
            return None
        return _subordinate(tokens, found, place, saying.number, saying.lemma)
    if other.kind is Kind.INFINITIVE:
        takes = saying.lemma in lexis.grammar.infinitive or saying.holds
        apart = tokens[other.body].low in lexis.grammar.with_infinitive
        return place if takes and other.sign == "," and not apart else None
    told = clause.mood == INDICATIVE and speaks(tokens, saying.subject, lexis)
    known = clause.said is not None or saying.holds or told
    if known and other.mood == INDICATIVE and _is_on_subject(tokens, clause, lexis):
        return None
    return place if known and _is_said(other, saying, lexis) else None


def _is_thought(
    tokens: Sequence[Token], clause: Clause, other: Clause, saying: _Saying, lexis: Lexis
) -> bool:
    """Whether any verb says what follows in the subjunctive: 'Lind prahlt, dass er reich sei'.

    Not what somebody wants: 'will, dass er gehe'.
    """
    if other.mood != FIRST or tokens[other.body].low not in lexis.grammar.that:
        return False
    if clause.mood != INDICATIVE or clause.finite is None or clause.kind is Kind.LAST:
        return False
    wants = tokens[clause.finite].low in lexis.grammar.hearsay
    wants |= clause.said is not None and clause.said.lemma in lexis.grammar.learning
    return not wants and speaks(tokens, saying.subject, lexis)


def _is_on_subject(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether somebody wrote or told of something: 'Sie hat an dem Roman geschrieben, …'."""
    verb = clause.said
    if verb is None or verb.start == clause.finite:
        return False
    inside = tokens[clause.body : verb.start]
    return any(token.low in lexis.grammar.on_subject for token in inside)


def _with_es(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether 'es' stands beside the verb: 'heißt es', 'es heißt'."""
    finite = clause.finite or clause.body
    return "es" in {token.low for token in tokens[max(finite - 1, 0) : finite + 2]}


def _is_quoted_clause(tokens: Sequence[Token], other: Clause) -> bool:
    """Whether a comma leads to a clause in quotation marks: 'zu dem Ergebnis, „dass …“'."""
    return (
        other.sign == ","
        and tokens[other.body].quote >= 0
        and (tokens[other.body].text[:1].islower())
    )


def _is_said(other: Clause, saying: _Saying, lexis: Lexis) -> bool:
    """Whether a main clause behind a verb is what it says: in a subjunctive, or behind 'sagte'."""
    lemma = saying.lemma
    if other.sign == ":" and (lemma in lexis.grammar.bare or saying.holds):
        return other.kind is not Kind.FRAGMENT  # 'Lind sagt: Es wird kalt'
    if other.sign not in {",", ":"} or other.is_coordinated or other.kind is Kind.FIRST:
        return False
    if other.mood == FIRST or (other.mood == LIKELY and lemma is not None):
        return True
    if lemma is None or other.sign == ":":
        return False
    return other.mood != INDICATIVE or lemma in lexis.grammar.bare


def _subordinate(
    tokens: Sequence[Token], found: Sequence[Clause], place: int, number: int, lemma: str | None
) -> int | None:
    """The clause with its verb last that is what is said, or opens it: 'Er sagte, wenn …'."""
    other = found[place]
    opener = tokens[other.body].low
    if opener in grammar().that:
        return place
    asked = lemma in grammar().with_question or (lemma is not None and other.mood == FIRST)
    if opener in grammar().whether and asked and place == number + 1:
        return place
    if lemma is None or place + 1 >= len(found):
        return None
    follows = found[place + 1]
    reported = follows.kind in {Kind.MAIN, Kind.FIRST} and follows.mood not in {None, INDICATIVE}
    return place if reported else None


def _is_relative(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    opener = tokens[clause.body].low
    grammar = lexis.grammar
    if opener in lexis.book.prepositions:
        return True
    return opener in grammar.relative and opener not in grammar.subordinators


def _is_main_too(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether what looks like a relative clause is a short main one: ', die Partei stagniere'."""
    if clause.mood not in {FIRST, LIKELY} or clause.finite is None or clause.sign != ",":
        return False
    subject = noun_phrase(tokens, clause.body, clause.finite, lexis)
    return subject is not None and len(subject) > 1 and subject == range(clause.body, clause.finite)


def _may_say(tokens: Sequence[Token], subject: Phrase, clause: Clause) -> bool:
    """Whether a subject says what stands in a clause with 'dass'."""
    passive = clause.said is not None and clause.said.is_passive
    return passive or tokens[subject.start].low not in grammar().no_speakers


def _holds(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause ends in 'Auffassung' or 'überzeugt': 'zeigte sich überzeugt'."""
    for at in range(clause.stop - 1, max(clause.stop - 4, clause.start), -1):
        token = tokens[at]
        if token.low in lexis.grammar.holdings and token.is_name:
            before = [word.low for word in tokens[max(at - 3, clause.body) : at]]
            return (lexis.book.prepositions - lexis.grammar.towards).isdisjoint(before)
        if token.low in lexis.grammar.stances or is_read_there(tokens, clause, lexis):
            return True
        if token.low in lexis.grammar.clear and clause.finite is not None:
            return tokens[clause.finite].low.startswith(lexis.grammar.making)
        if is_word(token) and not among(
            token.low, lexis.grammar.auxiliary, lexis.grammar.holding_ends
        ):
            return False
    return False


def is_read_there(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause ends in 'ist zu lesen', of what stands in a document."""
    if clause.finite is None or tokens[clause.finite].low not in lexis.grammar.being:
        return False
    last = clause.stop - 1
    if last == clause.finite and clause.kind is Kind.LAST:  # 'wie aus dem Amt zu hören war'
        last -= 1
    return tokens[last].low in lexis.grammar.reading and tokens[last - 1].low == "zu"


def end_of(tokens: Sequence[Token], found: Sequence[Clause], place: int) -> int:
    """Where what is said ends: with the sentence, or before the reporter goes on."""
    first = found[place]
    for other in found[place + 1 :]:
        if _ends_before(tokens, other, first):
            return trimmed(tokens, other.start)
    return trimmed(tokens, len(tokens))


def _ends_before(tokens: Sequence[Token], other: Clause, first: Clause) -> bool:
    """Whether what is said, which begins with ``first``, ends before another clause."""
    if _says_whose(tokens, other):
        return True
    if other.sign == ":" and tokens[other.start].quote >= 0:
        return True
    if first.kind is Kind.LAST and other.is_coordinated:
        if _is_verb_last(tokens, other):
            return False
        if other.finite == other.body and other.finite < trimmed(tokens, other.stop) - 1:
            return True  # 'sagte, dass es gehe, und dankte den Helfern'
    return _is_reporters(other, first)


def _is_verb_last(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether an auxiliary ends a clause behind its verb: 'und viele aufgeben wollten'."""
    last = trimmed(tokens, clause.stop, clause.body) - 1
    if last < clause.body + 2 or tokens[last].low not in grammar().auxiliary:
        return False
    before = tokens[last - 1]
    return is_word(before) and before.text == before.low and before.low.endswith(_VERB_ENDS)


def _is_reporters(other: Clause, first: Clause) -> bool:
    """Whether a clause in the indicative is the reporter's, behind what is said."""
    if other.kind not in {Kind.MAIN, Kind.FIRST} or other.mood != INDICATIVE:
        return False
    if other.kind is Kind.MAIN and other.sign in {";", "–", "—"}:
        return True
    says = other.said is not None
    if other.kind is Kind.FIRST and other.sign in ASIDE and says:  # ', sagte Lind'
        return not other.is_coordinated
    begins_last = first.kind in {Kind.INFINITIVE, Kind.LAST}
    if other.kind is Kind.FIRST and other.sign == "," and begins_last:
        return True  # 'die Ankündigung, den Verein zu verlassen, sorgte für Unruhe'
    apart = first.kind is Kind.INFINITIVE or first.mood != INDICATIVE or says
    return other.is_coordinated and apart


def asks_how(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether 'wie' asks how somebody may say so: 'verstehe nicht, wie er das sagen konnte'."""
    if clause.said is None or clause.finite is None or clause.finite == clause.said.start:
        return False
    return tokens[clause.finite].low in lexis.grammar.able


def _says_whose(tokens: Sequence[Token], other: Clause) -> bool:
    """Whether a clause tells who says what stands before it: ', so Lind', 'wie Lind sagte'."""
    opener = tokens[other.body].low
    if opener == TAG:
        return other.sign in ASIDE
    return opener == LIKE and other.kind is Kind.LAST and other.said is not None


def trimmed(tokens: Sequence[Token], stop: int, start: int = 0) -> int:
    """An end less the signs before it."""
    while stop > start and not (is_word(tokens[stop - 1]) or tokens[stop - 1].quote >= 0):
        stop -= 1
    return stop
