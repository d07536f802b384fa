"""Ties German quotations behind a colon to whoever the words before it are about."""

from collections.abc import Sequence
from itertools import pairwise

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST, SECOND
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase, opening_phrase
from audit.extract.german.grammar.subjects import subject_of
from audit.extract.german.grammar.who_speaks import is_role, may_say, speaks
from audit.extract.german.quotations.read import Read, cue_by
from audit.extract.german.quotations.written import is_relative
from audit.extract.german.reported.impersonal import impersonal
from audit.extract.others.cue import Cue
from audit.extract.sentences import Token

_FEW_WORDS = 5  # fewer words may be a name or a motto


def before_colon(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'Lind sagte: „…“', 'Lind (39): „…“': whoever the sentence before the colon is about."""
    tokens = read.tokens
    if index == 0 or tokens[index - 1].text != ":":
        return None
    for other in reversed(read.clauses[:number]):
        nobody = impersonal(tokens, other, lexis)
        if nobody is not None:
            return Cue(nobody[1].start, nobody[1].stop, nobody[0])
        if other.kind is Kind.LAST and is_relative(tokens, other, lexis):
            described = _described(read, other, index, lexis)
            if described is not None:
                return described
        if other.kind is Kind.LAST and other.said is None and is_relative(tokens, other, lexis):
            if _is_written_there(tokens, other, lexis):
                return None  # 'Lind trug ein Hemd, auf dem stand: „…“'
            if not _is_told_before(read, other, lexis):
                return None
            continue  # 'Das sagte Lind, der anonym bleiben will: „…“'
        plain = other.said is not None and other.said.lemma in lexis.grammar.bare
        if not plain and other.mood in {FIRST, SECOND}:
            continue  # somebody reports it: 'wagte die Prognose, sie würden nicht zustimmen: „…“'
        if other.finite is not None and (other.said is not None or other.kind is not Kind.LAST):
            subject = subject_of(tokens, other, read.clauses, lexis)
            if subject is not None and other.said is not None:
                return cue_by(other, subject)
            if subject is not None and _alone_speaks(tokens, subject, other, index, lexis):
                return cue_by(other, subject)
        if other.sign in {":", ";"}:
            break
    first = read.clauses[0]
    return (
        _label(read, first, index, lexis) if number == 1 and first.kind is Kind.FRAGMENT else None
    )


def _is_written_there(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> bool:
    """Whether a relative clause is on where something is: ', auf dem stand'."""
    return tokens[clause.body].low in lexis.book.prepositions


def _described(read: Read, clause: Clause, index: int, lexis: Lexis) -> Cue | None:
    """Who stands alone before a relative clause: 'Ein Anwohner, der den Unfall sah: „…“'."""
    first = read.clauses[0]
    if _is_written_there(read.tokens, clause, lexis):
        return None
    if first.stop < clause.start - 1 or first.kind is not Kind.FRAGMENT:
        return None
    if clause.stop < index - 1 or not _is_long(read.tokens[index]):
        return None
    somebody = opening_phrase(read.tokens, first.body, first.stop, lexis)
    if somebody is None or somebody.stop < first.stop - 1:
        return None
    someone = may_say(read.tokens, somebody, lexis)
    return Cue(index - 1, index, somebody) if someone else None


def _is_told_before(read: Read, clause: Clause, lexis: Lexis) -> bool:
    """Whether the clause before a relative one says something, whatever it is about."""
    before = next((c for c in reversed(read.clauses) if c.stop <= clause.start), None)
    if before is None or before.said is None or before.kind not in {Kind.MAIN, Kind.FIRST}:
        return False
    return before.said.lemma in lexis.grammar.bare


def _label(read: Read, first: Clause, index: int, lexis: Lexis) -> Cue | None:
    """A name or a role alone before the colon: 'Lind (39): „…“'."""
    subject = opening_phrase(read.tokens, first.body, first.stop, lexis)
    if subject is None:
        return None
    says = _is_label(read.tokens, subject, index, lexis) or speaks(read.tokens, subject, lexis)
    return Cue(index - 1, index, subject) if says else None


def _alone_speaks(
    tokens: Sequence[Token], subject: range, clause: Clause, index: int, lexis: Lexis
) -> bool:
    """Whether a clause without a verb of saying is about one who speaks, and about nobody else.

    'Lind grinst: „…“', not 'Lind bekam Post von Karl Roth: „…“'.
    """
    someone = may_say if _is_long(tokens[index]) else speaks
    if not someone(tokens, subject, lexis):
        return False
    if tokens[subject.start].low in lexis.grammar.personal and not _is_long(tokens[index]):
        return False  # 'Sie lautet: „…“'
    first = max(subject.stop, (clause.finite or clause.body) + 1)
    return not any(
        _is_of_full_name(tokens, at, lexis)
        or (
            tokens[at].low in lexis.book.prepositions | lexis.book.joining
            and _full_name_follows(tokens, at, index, lexis)
        )
        for at in range(first, index - 1)
    )


def _is_of_full_name(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a role leads to a name, without a comma: 'stellte Trainer Karl Roth vor'."""
    if not is_role(tokens[at].low, lexis) or at + 2 >= len(tokens):
        return False
    return tokens[at + 1].is_name and tokens[at + 2].is_name


def _is_long(token: Token) -> bool:
    """Whether a quotation has more words than a name or a motto."""
    return len(token.text.split()) > _FEW_WORDS


def _full_name_follows(tokens: Sequence[Token], at: int, stop: int, lexis: Lexis) -> bool:
    """Whether a preposition leads to somebody's first name and surname."""
    phrase = noun_phrase(tokens, at + 1, stop, lexis)
    if phrase is None:
        return False
    names = [i for i in phrase if tokens[i].is_name and tokens[i].low not in lexis.book.closed]
    return any(
        second == first + 1 and not _is_owned(tokens, first) for first, second in pairwise(names)
    )


def _is_owned(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in the genitive stands before a name: 'des Falls Demjanjuk'."""
    return at > 0 and tokens[at - 1].low == "des" and tokens[at].low.endswith("s")


def said_before(read: Read, index: int, lexis: Lexis) -> Cue | None:
    """Who says words that a verb before the colon leads to: 'Laut Spiegel sagte Lind: „…“'."""
    if index == 0 or read.tokens[index - 1].text != ":":
        return None
    for other in reversed(read.clauses[: read.clause_at(index)]):
        if other.said is not None and other.finite is not None:
            subject = subject_of(read.tokens, other, read.clauses, lexis)
            spoken = subject is not None and speaks(read.tokens, subject, lexis)
            return cue_by(other, subject) if subject is not None and spoken else None
        if other.sign in {":", ";"}:
            break
    return None


def _is_label(tokens: Sequence[Token], subject: range, index: int, lexis: Lexis) -> bool:
    """Whether 'Zitat von Lind' or 'Ein Kommissar' stands before a colon and a whole sentence."""
    if any(tokens[i].low in lexis.book.sayings for i in subject):
        return True
    new = tokens[subject.start].low.startswith(lexis.grammar.indefinite) and len(subject) == 2
    somebody = new and not tokens[subject.stop - 1].low.endswith(lexis.grammar.abstract_ends)
    return somebody and _is_long(tokens[index])
