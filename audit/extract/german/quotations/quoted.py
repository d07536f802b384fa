"""Ties the quotations of a German sentence to who says them, where no report holds them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import is_attribute
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import (
    is_document,
    is_role,
    noun_phrase,
    opening_phrase,
    speaks,
)
from audit.extract.german.grammar.subjects import antecedent, subject_of
from audit.extract.german.quotations.without_verb import (
    attributed,
    called_out,
    in_brackets,
    spoken_of,
    viewed,
)
from audit.extract.german.reported.impersonal import impersonal
from audit.extract.german.reported.sentence_reports import Report
from audit.extract.others.cue import Cue
from audit.extract.others.cues import find_cue
from audit.extract.sentences import Token
from audit.languages.common import among

_FEW_WORDS = 5  # fewer words may be a name
_AS = frozenset(["als"])
_LONGEST_NAME = 2  # words with a capital that may be a name
_LONGEST_OF_THING = 3  # words of the name of a thing that nobody's verb labels


class Read(NamedTuple):
    """A sentence as the grammar reads it."""

    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    reports: Sequence[Report]
    surnames: frozenset[str] = frozenset()  # of the article, lower-cased

    def holding(self, index: int) -> Report | None:
        """The innermost report that holds a token."""
        held = [
            report
            for report in self.reports
            if any(index in content for content in report.contents)
        ]
        return min(reversed(held), key=lambda report: sum(map(len, report.contents)), default=None)

    def led_to(self, index: int) -> Report | None:
        """The report before the colon of a quotation: 'Laut Lind ist das gut: „…“'."""
        if index == 0 or self.tokens[index - 1].text != ":":
            return None
        behind = (r for r in self.reports if r.contents and r.contents[-1].stop == index - 1)
        return next(behind, None)

    def clause_at(self, index: int) -> int:
        """The number of the clause that holds a token."""
        return next(
            (n for n, clause in enumerate(self.clauses) if clause.start <= index < clause.stop),
            len(self.clauses) - 1,
        )


def cue_of(read: Read, index: int, lexis: Lexis) -> Cue | None:
    """The cue and the subject of the quotation at a token, None where the sentence has none."""
    number = read.clause_at(index)
    clause = read.clauses[number]
    if index + 1 < len(read.tokens) and is_attribute(read.tokens, index + 1, lexis):
        return attributed(read.tokens, clause, index, lexis)
    beside = in_brackets(read.tokens, index, lexis)
    if beside is not None:
        return beside
    cue = (
        viewed(read.tokens, clause, index, lexis)
        or _behind(read, number, index, lexis)
        or _before_colon(read, number, index, lexis)
        or _inside(read, number, index, lexis)
        or spoken_of(read.tokens, clause, index, lexis)
        or called_out(read.tokens, clause, read.clauses, index, lexis)
    )
    if cue is not None:
        aside = _is_only_there(read.tokens, cue, lexis) or _is_in_brackets(read.tokens, cue, index)
        return None if aside else cue
    if not _may_be_tied(read.tokens, index):
        return None
    found = find_cue(read.tokens, index, lexis.book)
    return found if found is not None and _is_likely(read, found, index, lexis) else None


def _is_only_there(tokens: Sequence[Token], cue: Cue, lexis: Lexis) -> bool:
    """Whether a verb says only where a thing is: 'Das Motiv fand sich dort: „…“'."""
    itself = cue.end < len(tokens) and tokens[cue.end].low == "sich"
    return itself and tokens[cue.start].low in lexis.grammar.found


def _may_be_tied(tokens: Sequence[Token], index: int) -> bool:
    """Whether patterns may tie words: not a name, nor a part of a longer clause."""
    if index > 0 and tokens[index - 1].text == ":":
        return True
    words = tokens[index].text.split()
    if tokens[index].text[:1].isupper():
        whole = len(words) > _LONGEST_NAME and tokens[index].text.endswith((".", "!", "?"))
        return len(words) > _FEW_WORDS or whole
    return len(words) <= _FEW_WORDS


def _is_in_brackets(tokens: Sequence[Token], cue: Cue, index: int) -> bool:
    """Whether words stand in brackets that a cue is outside of: 'die Partei (kurz: „DF“)'."""
    texts = [token.text for token in tokens[:index]]
    opening = len(texts) - 1 - texts[::-1].index("(") if "(" in texts else index
    if ")" in texts[opening:] or opening == index:
        return False
    subject = cue.subject if cue.subject is not None else range(cue.start, cue.end)
    return subject.start < opening


def _is_likely(read: Read, cue: Cue, index: int, lexis: Lexis) -> bool:
    """Whether what the patterns of other languages found can be a German speaker."""
    if cue.subject is None or _is_in_brackets(read.tokens, cue, index):
        return False
    if read.tokens[cue.start].text == ":" and any(
        clause.finite is not None and clause.start < index for clause in read.clauses
    ):
        return False
    if len(read.tokens[index].text.split()) == 1 and cue.start > index:
        return False  # 'stets „der Dicke“ genannt'
    if not _is_verb_of_clause(read, cue, lexis):
        return False
    lows = [token.low for token in read.tokens[cue.start : cue.end]]
    if not any(
        low in lexis.book.say | lexis.book.near
        or low in lexis.book.according
        or low in {":", *lexis.book.tags}
        for low in lows
    ):
        return False
    first = read.tokens[cue.subject.start]
    if first.low in lexis.grammar.never or _is_bare_word(read, cue.subject, lexis):
        return False
    return speaks(read.tokens, cue.subject, lexis)


def _is_bare_word(read: Read, subject: range, lexis: Lexis) -> bool:
    """Whether a subject is one word that nobody is named by: a country, or no noun."""
    low = read.tokens[subject.start].low
    if len(subject) > 1 or is_role(low, lexis):
        return False
    return not among(low, lexis.grammar.personal, read.surnames)


def _is_verb_of_clause(read: Read, cue: Cue, lexis: Lexis) -> bool:
    """Whether a verb is one that its clause says something by, not 'formulierten' before a noun."""
    verb = cue.end - 1
    if read.tokens[verb].low not in lexis.book.say:
        return True
    clause = read.clauses[read.clause_at(verb)]
    said = clause.said
    if clause.finite != verb and (said is None or not said.start <= verb < said.stop):
        return False
    return not (_is_label_verb(clause, lexis) and _names_itself(read.tokens, clause))


def _cue(clause: Clause, subject: range) -> Cue:
    at = clause.finite or clause.body
    if clause.said is not None:
        return Cue(clause.said.start, clause.said.stop, subject)
    return Cue(at, at + 1, subject)


def _behind(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'„…“, zeigte sich Lind zufrieden': any verb right behind the words."""
    if read.clauses[number].stop != index + 1 or number + 1 >= len(read.clauses):
        return None
    follows = read.clauses[number + 1]
    if follows.kind is not Kind.FIRST or follows.is_coordinated:
        return None
    subject = subject_of(read.tokens, follows, read.clauses, lexis)
    if subject is None:
        return None
    listed = follows.said is not None or read.tokens[follows.body].low in lexis.book.say
    if not listed and not speaks(read.tokens, subject, lexis):
        return None
    return _cue(follows, subject)


def _before_colon(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'Lind sagte: „…“', 'Lind (39): „…“': whoever the sentence before the colon is about."""
    tokens = read.tokens
    if index == 0 or tokens[index - 1].text != ":":
        return None
    for other in reversed(read.clauses[:number]):
        nobody = impersonal(tokens, other, lexis)
        if nobody is not None:
            return Cue(nobody[1].start, nobody[1].stop, nobody[0])
        if other.finite is not None and (other.said is not None or other.kind is not Kind.LAST):
            subject = subject_of(tokens, other, read.clauses, lexis)
            if subject is not None and other.said is not None:
                return _cue(other, subject)
            if subject is not None and _alone_speaks(tokens, subject, other, index, lexis):
                return _cue(other, subject)
        if other.sign in {":", ";"}:
            break
    first = read.clauses[0]
    if number == 1 and first.kind is Kind.FRAGMENT:
        subject = opening_phrase(tokens, first.body, first.stop, lexis)
        if subject is not None and _is_label(tokens, subject, index, lexis):
            return Cue(index - 1, index, subject)
        if subject is not None and speaks(tokens, subject, lexis):
            return Cue(index - 1, index, subject)
    return None


def _alone_speaks(
    tokens: Sequence[Token], subject: range, clause: Clause, index: int, lexis: Lexis
) -> bool:
    """Whether a clause without a verb of saying is about one who speaks, and about nobody else.

    'Lind grinst: „…“', not 'Lind bekam Post von Karl Roth: „…“'.
    """
    if not speaks(tokens, subject, lexis):
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
    return any(second == first + 1 for first, second in pairwise(names))


def said_before(read: Read, index: int, lexis: Lexis) -> Cue | None:
    """Who says words that a verb before the colon leads to: 'Laut Spiegel sagte Lind: „…“'."""
    if index == 0 or read.tokens[index - 1].text != ":":
        return None
    for other in reversed(read.clauses[: read.clause_at(index)]):
        if other.said is not None and other.finite is not None:
            subject = subject_of(read.tokens, other, read.clauses, lexis)
            spoken = subject is not None and speaks(read.tokens, subject, lexis)
            return _cue(other, subject) if subject is not None and spoken else None
        if other.sign in {":", ";"}:
            break
    return None


def _may_be_name(tokens: Sequence[Token], index: int, clause: Clause, lexis: Lexis) -> bool:
    """Whether a word or two with a capital may be a name, not what somebody calls something."""
    text = tokens[index].text
    joined = any(word in lexis.book.coordinating for word in text.split())
    such_as = index > 0 and tokens[index - 1].low in lexis.book.like
    of_thing = not (joined or such_as or _is_label_verb(clause, lexis))
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


def _names_itself(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether somebody only has a name: 'die sich „Rat der Weisen“ nennt'."""
    return any(token.low == "sich" for token in tokens[clause.start : clause.stop])


def _is_label_verb(clause: Clause, lexis: Lexis) -> bool:
    return clause.said is not None and clause.said.lemma in lexis.grammar.label


def _is_label(tokens: Sequence[Token], subject: range, index: int, lexis: Lexis) -> bool:
    """Whether 'Zitat von Lind' or 'Ein Kommissar' stands before a colon and a whole sentence."""
    if any(tokens[i].low in lexis.book.sayings for i in subject):
        return True
    determined = tokens[subject.start].low in lexis.book.articles and len(subject) == 2
    return determined and len(tokens[index].text.split()) > _FEW_WORDS


def _inside(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'Lind nannte den Plan „tot“', 'wies das als „…“ zurück'."""
    tokens = read.tokens
    clause = _gone_on_with(read, number, lexis)
    as_such = any(token.low in _AS for token in tokens[max(index - 3, clause.start) : index])
    own = _is_own(tokens, clause, index, lexis)
    if not (own or _may_hold(tokens, clause, lexis, as_such=as_such)):
        return None
    labelled = as_such and _is_label_verb(clause, lexis)
    if not labelled and _may_be_name(tokens, index, clause, lexis):
        return None
    subject = subject_of(tokens, clause, read.clauses, lexis)
    if subject is None:
        return None
    alone = len(subject) == 1
    opens = tokens[subject.start].low in lexis.grammar.relative_subjects
    if clause.kind is Kind.LAST and alone and opens:
        subject = antecedent(tokens, clause, lexis)
        return _cue(clause, subject) if subject is not None else None
    labels = clause.said is not None and (as_such or _is_label_verb(clause, lexis))
    speaking = labels or speaks(tokens, subject, lexis) or is_document(tokens, subject, lexis)
    return _cue(clause, subject) if speaking else None


def _is_own(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> bool:
    """Whether a clause tells what its subject means or feels: 'Lind will „Ruhe schaffen“'."""
    if clause.finite is None or clause.kind is Kind.LAST or len(tokens[index].text.split()) < 2:
        return False
    own = tokens[clause.finite].low in lexis.grammar.meaning
    return own and not tokens[index].text[:1].isupper() and index > clause.finite


def _may_hold(tokens: Sequence[Token], clause: Clause, lexis: Lexis, *, as_such: bool) -> bool:
    """Whether somebody says words in a clause: by its verb, or as what they stand ('als')."""
    if clause.finite is None:
        return False
    finite = tokens[clause.finite].low
    is_label = _is_label_verb(clause, lexis)
    if is_label and _names_itself(tokens, clause):
        return False
    if finite in lexis.grammar.called and as_such and not (clause.kind is Kind.LAST and is_label):
        return False
    return clause.said is not None or (as_such and finite not in lexis.grammar.auxiliary)
