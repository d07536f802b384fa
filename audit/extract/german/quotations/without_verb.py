"""Gives German quotations speakers that no verb of saying names: 'für Lind ist das „Betrug“'."""

from collections.abc import Sequence

from audit.extract.german.grammar.agents import printed_in
from audit.extract.german.grammar.clauses import Clause, Kind
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.phrases import noun_phrase
from audit.extract.german.grammar.subjects import antecedent, subject_of
from audit.extract.german.grammar.who_speaks import speaks
from audit.extract.german.reported.complements import LIKE
from audit.extract.others.cue import Cue
from audit.extract.sentences import Token

_FULL_NAME = 2  # words
_REMARK = 6  # words of who speaks of themselves, in brackets behind a name
_SHORT_REMARK = 4  # those that end as a sentence does
_LONGEST_NAME = 9  # tokens of a name with its titles, before brackets
_LONGEST_PARTY = 4  # tokens from the opening bracket to the words: '(FDP: „…“)'
_NEAR = 3  # tokens before words among which 'mit dem Ruf' begins


def viewed(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> Cue | None:
    """'Für Lind ist das „Betrug“', 'was für Lind „Betrug“ ist', 'war für Lind ein „Betrug“'."""
    if clause.finite is None or clause.said is not None:
        return None
    if tokens[clause.finite].low not in lexis.grammar.being:
        return None
    for at in range(clause.body, min(index, clause.stop)):
        if tokens[at].low not in lexis.grammar.viewing:
            continue
        if at == clause.body and clause.kind is Kind.LAST:  # 'Lind, für den das „Betrug“ ist'
            whom = antecedent(tokens, clause, lexis)
            speaking = whom is not None and speaks(tokens, whom, lexis)
            return Cue(at, at + 1, whom) if speaking else None
        holder = noun_phrase(tokens, at + 1, min(index, clause.stop), lexis)
        if holder is None or not speaks(tokens, holder, lexis):
            return None
        opens = at == clause.body and holder.stop == clause.finite
        beside = all(_leads_to_words(token, lexis) for token in tokens[holder.stop : index])
        return Cue(at, at + 1, holder) if opens or beside else None
    return None


def held(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> Cue | None:
    """'Für Lind kommt das nicht infrage: „…“': whose view the sentence before a colon is."""
    if clause.finite is None or tokens[index - 1].text != ":" or clause.stop > index - 1:
        return None
    if tokens[clause.body].low not in lexis.grammar.viewing:
        return None
    holder = noun_phrase(tokens, clause.body + 1, clause.finite, lexis)
    if holder is None or holder.stop != clause.finite or not speaks(tokens, holder, lexis):
        return None
    behind = tokens[clause.finite + 1 : clause.stop]
    is_so = tokens[clause.finite].low in lexis.grammar.being  # 'Für Lind war es ein guter Tag'
    points = any(
        token.low in lexis.grammar.back or (is_so and token.low == "es") for token in behind[:1]
    )
    nobody_else = bool(behind) and not any(token.is_name for token in behind)
    return Cue(clause.body, clause.body + 1, holder) if points or nobody_else else None


def _leads_to_words(token: Token, lexis: Lexis) -> bool:
    """Whether a word may stand between a holder and words: 'ein', 'in Niedersachsen'."""
    if token.low.startswith(lexis.grammar.indefinite) or token.low in lexis.grammar.places:
        return True
    return token.is_name and token.low not in lexis.book.closed


def as_put(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, index: int, lexis: Lexis
) -> Cue | None:
    """'nach „zähem Ringen“, wie es Lind ausdrückte': who puts the words right before it so."""
    if number + 1 >= len(found) or found[number].stop != index + 1:
        return None
    clause = found[number + 1]
    verb, at = clause.said, clause.body + 1
    if verb is None or clause.kind is not Kind.LAST or tokens[clause.body].low != LIKE:
        return None
    if tokens[at].low not in lexis.grammar.unnamed or at + 1 >= verb.start:
        return None
    named = noun_phrase(tokens, at + 1, verb.start, lexis)
    speaking = named is not None and named.stop == verb.start and speaks(tokens, named, lexis)
    return Cue(verb.start, verb.stop, named) if speaking else None


def spoken_of(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, index: int, lexis: Lexis
) -> Cue | None:
    """'In dem Bericht ist von „…“ die Rede': what words stand in."""
    clause = found[number]
    if clause.finite is None or tokens[clause.finite].low not in lexis.grammar.being:
        return None
    talk = next((at for at in range(index, clause.stop) if tokens[at].text == "Rede"), None)
    if talk is None or tokens[talk - 1].low != "die":
        return None
    where = printed_in(tokens, clause, lexis)
    if where is None and all(other.kind is Kind.LAST for other in found[1:number]):
        where = printed_in(tokens, found[0], lexis)  # 'In dem Bericht, der vorliegt, ist …'
    return Cue(talk, talk + 1, where) if where is not None else None


def last_of_list(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> Cue | None:
    """'…, und Ministerpräsident Jens Stolt: „…“': a full name of a list, right before a colon."""
    if index < _FULL_NAME + 2 or tokens[index - 1].text != ":" or clause.said is not None:
        return None
    colon = index - 1
    for first in range(max(colon - _LONGEST_NAME, 1), colon - 1):
        opens = tokens[first - 1].text == "," or tokens[first - 1].low in lexis.grammar.adding
        named = noun_phrase(tokens, first, colon, lexis) if opens else None
        if named is None or named.stop != colon or not speaks(tokens, named, lexis):
            continue
        if all(tokens[at].is_name for at in range(colon - _FULL_NAME, colon)):
            return Cue(colon, index, named)
    return None


def attributed(tokens: Sequence[Token], clause: Clause, index: int, lexis: Lexis) -> Cue | None:
    """'Der von der Opposition als „…“ bezeichnete Plan': who calls a thing so."""
    by = next(
        (at for at in range(index - 1, clause.body, -1) if tokens[at].low in lexis.book.agents),
        None,
    )
    whom = noun_phrase(tokens, by + 1, index, lexis) if by is not None else None
    beside = whom is not None and all(
        token.low in lexis.grammar.comparing for token in tokens[whom.stop : index]
    )
    return Cue(index + 1, index + 2, whom) if whom is not None and beside else None


def in_brackets(tokens: Sequence[Token], index: int, lexis: Lexis) -> Cue | None:
    """'Lind („Das war für uns alle ein schwarzer Tag“)': a remark behind whose it is."""
    if (
        not _is_remark(tokens[index].text, lexis)
        or index + 1 >= len(tokens)
        or tokens[index + 1].text != ")"
    ):
        return None
    near = range(index - 1, max(index - _LONGEST_PARTY, 0), -1)
    opening = next((at for at in near if tokens[at].text == "("), None)
    if opening is None or (opening < index - 1 and tokens[index - 1].text != ":"):
        return None
    for first in range(max(opening - _LONGEST_NAME, 0), opening - 1):
        if not tokens[first].is_name:
            continue
        named = noun_phrase(tokens, first, opening, lexis)
        if named is not None and named.stop == opening and speaks(tokens, named, lexis):
            full = all(tokens[at].is_name for at in named) and len(named) > 1
            return Cue(opening, opening + 1, named) if full else None
    return None


def _is_remark(text: str, lexis: Lexis) -> bool:
    """Whether somebody speaks in words, which are no title: as a sentence, or of themselves."""
    words = text.lower().split()
    if text[-1] in ".!?":
        return len(words) >= _SHORT_REMARK
    return len(words) >= _REMARK and not lexis.grammar.first_persons.isdisjoint(words)


def called_out(
    tokens: Sequence[Token], clause: Clause, found: Sequence[Clause], index: int, lexis: Lexis
) -> Cue | None:
    """'Mit dem Ruf „…“ blockierten Landwirte die Straße': whoever does something with words."""
    if index < 2 or clause.finite is None:
        return None
    noun = tokens[index - 1]
    near = [token.low for token in tokens[max(index - _NEAR, clause.body) : index - 1]]
    if noun.text not in lexis.grammar.called_out or lexis.grammar.by_means.isdisjoint(near):
        return None
    subject = subject_of(tokens, clause, found, lexis)
    if subject is None or not speaks(tokens, subject, lexis):
        return None
    return Cue(index - 1, index, subject)
