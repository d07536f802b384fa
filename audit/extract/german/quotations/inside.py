"""Ties quoted words inside a German clause to its subject: 'Lind nannte den Plan „tot“'."""

from collections.abc import Sequence

from audit.extract.german.grammar.agents import printed_in
from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import is_document, speaks
from audit.extract.german.grammar.subjects import antecedent, subject_of
from audit.extract.german.quotations.read import Read, cue_by, is_label_verb, names_itself
from audit.extract.others.cue import Cue
from audit.extract.sentences import Token

_AS = frozenset(["als"])
_LONGEST_NAME = 2  # words with a capital that may be a name
_LONGEST_OF_THING = 3  # words of the name of a thing that nobody's verb labels


def inside(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'Lind nannte den Plan „tot“', 'wies das als „…“ zurück'."""
    tokens = read.tokens
    reason = _reported_reason(read, number, lexis)
    if reason is not None:
        return reason
    clause = _gone_on_with(read, number, lexis)
    as_such = any(token.low in _AS for token in tokens[max(index - 3, clause.start) : index])
    own = _is_own(tokens, clause, index, lexis)
    as_own = as_such and tokens[index].text[:1].islower()
    if not (own or _may_hold(tokens, clause, lexis, as_such=as_such, as_own=as_own)):
        return None
    labelled = as_such and is_label_verb(clause, lexis)
    if not labelled and _may_be_name(tokens, index, clause, lexis):
        return None
    subject = subject_of(tokens, clause, read.clauses, lexis)
    if subject is None:
        return None
    alone = len(subject) == 1
    opens = tokens[subject.start].low in lexis.grammar.relative_subjects
    if clause.kind is Kind.LAST and alone and opens:
        subject = antecedent(tokens, clause, lexis)
        return cue_by(clause, subject) if subject is not None else None
    labels = clause.said is not None and (as_such or is_label_verb(clause, lexis))
    labels = labels or printed_in(tokens, clause, lexis) == subject
    speaking = labels or speaks(tokens, subject, lexis) or is_document(tokens, subject, lexis)
    return cue_by(clause, subject) if speaking else None


def _reported_reason(read: Read, number: int, lexis: Lexis) -> Cue | None:
    """Who gives a reason in the subjunctive: 'Lind lehnte ab, weil der Plan „zu teuer“ sei'."""
    clause = read.clauses[number]
    if clause.kind is not Kind.LAST or clause.mood != FIRST or number == 0:
        return None
    if read.tokens[clause.body].low not in lexis.grammar.reasons:
        return None
    main = read.clauses[number - 1]
    if main.kind not in {Kind.MAIN, Kind.FIRST} or main.finite is None:
        return None
    if read.tokens[main.finite].low in lexis.grammar.becoming:
        return None  # 'Er wurde entlassen, weil er „…“ sei'
    subject = subject_of(read.tokens, main, read.clauses, lexis)
    if subject is None or not speaks(read.tokens, subject, lexis):
        return None
    return cue_by(main, subject)


def _is_own(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> bool:
    """Whether a clause tells what its subject means or feels: 'Lind will „Ruhe schaffen“'."""
    if clause.finite is None or clause.kind is Kind.LAST or tokens[index].text[:1].isupper():
        return False
    if index < clause.finite:
        return False
    if tokens[clause.finite].low in lexis.grammar.showing:  # 'zeigte sich Lind „tief besorgt“'
        return any(token.low == "sich" for token in tokens[clause.finite + 1 : index])
    return (
        tokens[clause.finite].low in lexis.grammar.meaning and len(tokens[index].text.split()) > 1
    )


def _may_hold(
    tokens: Sequence[Token], clause: Clause, lexis: Lexis, *, as_such: bool, as_own: bool
) -> bool:
    """Whether somebody says words in a clause: by its verb, or as what they stand ('als').

    ``as_own``: that is no name, but what somebody calls themselves.
    """
    if clause.finite is None:
        return False
    finite = tokens[clause.finite].low
    is_label = is_label_verb(clause, lexis)
    if is_label and not as_own and names_itself(tokens, clause):
        return False
    if finite in lexis.grammar.called and as_such and not (clause.kind is Kind.LAST and is_label):
        return False
    return clause.said is not None or (as_such and finite not in lexis.grammar.auxiliary)


def _may_be_name(tokens: Sequence[Token], index: int, clause: Clause, lexis: Lexis) -> bool:
    """Whether a word or two with a capital may be a name, not what somebody calls something."""
    text = tokens[index].text
    if _is_made(tokens, index, clause, lexis):
        return True
    joined = any(word in lexis.book.coordinating for word in text.split())
    such_as = index > 0 and tokens[index - 1].low in lexis.book.like
    of_thing = not (joined or such_as or is_label_verb(clause, lexis))
    longest = _LONGEST_OF_THING if of_thing else _LONGEST_NAME
    if not text[:1].isupper() or len(text.split()) > longest or text[-1] in ".!?":
        return False
    if (
        clause.said is not None
        and clause.said.lemma in lexis.grammar.calling | lexis.grammar.accusing
    ):
        return False
    if clause.said is not None and clause.said.lemma in lexis.grammar.reasoning:
        return lexis.grammar.by_means.isdisjoint(t.low for t in tokens[max(index - 2, 0) : index])
    before = tokens[index - 1].low if index > 0 else ""
    return not before.startswith(lexis.grammar.indefinite)


def _is_made(tokens: Sequence[Token], index: int, clause: Clause, lexis: Lexis) -> bool:
    """Whether words are the name of what a verb makes: 'beschloss das „Gesetz für Bildung“'."""
    if clause.said is None or clause.said.lemma not in lexis.grammar.making_things:
        return False
    before = tokens[index - 1].low if index > 0 else ""
    return tokens[index].text[:1].isupper() and before in lexis.book.articles


def _gone_on_with(read: Read, number: int, lexis: Lexis) -> Clause:
    """The clause that goes on behind a relative one: 'nannte das Spiel, in dem …, „fair“'.

    Or whose reason is quoted: 'lehnte das Angebot ab, da es „unsere Würde verletzt“'.
    """
    clause = read.clauses[number]
    if clause.kind is not Kind.FRAGMENT or clause.sign != ",":
        return clause
    before = number - 1
    while before > 0 and read.clauses[before].kind is Kind.LAST:
        before -= 1
    main = read.clauses[before]
    whole = main.kind in {Kind.MAIN, Kind.FIRST} and main.said is not None
    gives_reason = read.tokens[clause.body].low in lexis.grammar.reasons
    return main if whole and (before < number - 1 or gives_reason) else clause
