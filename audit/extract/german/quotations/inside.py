"""Ties quoted words inside a German clause to its subject: 'Lind nannte den Plan „tot“'."""

from collections.abc import Sequence

from audit.extract.german.grammar.agents import printed_in
from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.forms import FIRST, SECOND
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.subjects import antecedent, subject_of
from audit.extract.german.grammar.who_speaks import is_document, speaks
from audit.extract.german.quotations.read import Read, cue_by, is_label_verb, names_itself
from audit.extract.german.quotations.written import is_relative
from audit.extract.others.cue import Cue
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among

_AS = frozenset(["als"])
_NEAR_NOUN = 4  # tokens from a noun to the words that it is about
_ADJECTIVE_ENDS = ("e", "en", "es")
_LONGEST_NAME = 2  # words with a capital that may be a name
_LONGEST_DEFINITE = 4  # behind an article: 'kritisierte die „Operation Licht im Tal“'
_LONGEST_OF_THING = 3  # words of the name of a thing that nobody's verb labels


def inside(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """'Lind nannte den Plan „tot“', 'wies das als „…“ zurück'."""
    return _reported_reason(read, number, lexis) or _by_verb(read, number, index, lexis)


def _by_verb(read: Read, number: int, index: int, lexis: Lexis) -> Cue | None:
    """The subject of the clause that words stand in, where its verb says them."""
    tokens = read.tokens
    clause = _gone_on_with(read, number, lexis)
    as_such = any(token.low in _AS for token in tokens[max(index - 3, clause.start) : index])
    own = _is_own(tokens, clause, index, lexis)
    as_own = as_such and tokens[index].text[:1].islower()
    if not as_such and is_denied(tokens, index, clause, lexis):
        return None
    if is_negated(tokens, index, lexis):
        return None
    if not (own or _may_hold(tokens, clause, lexis, as_such=as_such, as_own=as_own)):
        return None
    labelled = as_such and is_label_verb(clause, lexis)
    if not labelled and _may_be_name(tokens, index, clause, lexis):
        return None
    subject = subject_of(tokens, clause, read.clauses, lexis)
    if subject is None:
        return None
    opens = tokens[subject.start].low in lexis.grammar.relative_subjects
    if clause.kind is Kind.LAST and len(subject) == 1 and opens:
        whom = antecedent(tokens, clause, lexis)
        tells = whom is not None and _may_tell(tokens, whom, clause, lexis)
        return cue_by(clause, whom) if whom is not None and tells else None
    return (
        cue_by(clause, subject) if _says(tokens, clause, subject, lexis, as_such=as_such) else None
    )


def _says(
    tokens: Sequence[Token], clause: Clause, subject: Phrase, lexis: Lexis, *, as_such: bool
) -> bool:
    """Whether a clause's subject says words in it: by its verb, or as one who speaks."""
    labels = clause.said is not None and (as_such or is_label_verb(clause, lexis))
    if labels or printed_in(tokens, clause, lexis) == subject:
        return True
    return speaks(tokens, subject, lexis) or is_document(tokens, subject, lexis)


def is_denied(tokens: Sequence[Token], index: int, clause: Clause, lexis: Lexis) -> bool:
    """Whether a clause denies what words are about: 'wies Berichte über „X“ zurück'."""
    if clause.said is None or clause.said.lemma not in lexis.grammar.rejecting:
        return False
    near = tokens[max(index - _NEAR_NOUN, 0) : index]
    return any(token.low in lexis.grammar.holdings | lexis.grammar.documents for token in near)


def is_negated(tokens: Sequence[Token], index: int, lexis: Lexis) -> bool:
    """Whether somebody does not call a thing so: 'sprach nicht von „Panik“', but 'nicht nur'."""
    at = index - 1
    while at > 0 and among(
        tokens[at].low, lexis.book.prepositions, lexis.book.articles, lexis.book.joining, _AS
    ):
        at -= 1
    return tokens[max(at, 0)].low in lexis.book.negations


def _may_tell(tokens: Sequence[Token], whom: Phrase, clause: Clause, lexis: Lexis) -> bool:
    """Whether the noun before a relative pronoun says something: not 'das Haus, das „…“ hieß'."""
    if tokens[clause.body].low not in lexis.grammar.neuter:
        return True
    return speaks(tokens, whom, lexis) or is_document(tokens, whom, lexis)


def _reported_reason(read: Read, number: int, lexis: Lexis) -> Cue | None:
    """Who gives a reason in the subjunctive: 'Lind lehnte ab, weil der Plan „zu teuer“ sei'.

    Or tells what a thing is like: 'Lind begrüßte das Urteil, das „endlich Klarheit“ schaffe'.
    """
    clause = read.clauses[number]
    if clause.kind is not Kind.LAST or number == 0 or clause.finite is None:
        return None
    have = lexis.grammar.having | lexis.grammar.being
    doubtful = clause.mood == SECOND and read.tokens[clause.finite].low in have  # 'hätten'
    if clause.mood != FIRST and not doubtful:
        return None
    main = read.clauses[number - 1]
    if main.kind not in {Kind.MAIN, Kind.FIRST} or main.finite is None:
        return None
    described = main.said is not None and is_relative(read.tokens, clause, lexis)
    if read.tokens[clause.body].low not in lexis.grammar.reasons and not described:
        return None
    if read.tokens[main.finite].low in lexis.grammar.becoming:
        return None  # 'Er wurde entlassen, weil er „…“ sei'
    subject = subject_of(read.tokens, main, read.clauses, lexis)
    told = described and not doubtful
    if subject is None or not (told or speaks(read.tokens, subject, lexis)):
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
    return clause.said is not None or (as_own and finite not in lexis.grammar.auxiliary)


def _may_be_name(tokens: Sequence[Token], index: int, clause: Clause, lexis: Lexis) -> bool:
    """Whether a word or two with a capital may be a name, not what somebody calls something."""
    text = tokens[index].text
    if _is_made(tokens, index, clause, lexis):
        return True
    joined = any(word in lexis.book.coordinating for word in text.split())
    such_as = index > 0 and tokens[index - 1].low in lexis.book.like
    of_thing = not (joined or such_as or is_label_verb(clause, lexis))
    longest = _LONGEST_OF_THING if of_thing else _LONGEST_NAME
    if index > 0 and tokens[index - 1].low in lexis.grammar.definite:
        longest = _LONGEST_DEFINITE
    if not text[:1].isupper() or len(text.split()) > longest or text[-1] in ".!?":
        return False
    if (
        clause.said is not None
        and clause.said.lemma in lexis.grammar.calling | lexis.grammar.accusing
    ):
        return False
    if clause.said is not None and clause.said.lemma in lexis.grammar.reasoning:
        return lexis.grammar.by_means.isdisjoint(t.low for t in tokens[max(index - 2, 0) : index])
    before = tokens[index - 1] if index > 0 else None
    if before is not None and index > 1 and before.text.endswith(_ADJECTIVE_ENDS):
        before = (
            tokens[index - 2] if before.text == before.low else before
        )  # 'einem knappen „Nein“'
    return before is None or not before.low.startswith(lexis.grammar.indefinite)


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
