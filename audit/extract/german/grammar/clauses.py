"""Cuts a German sentence into clauses by the place of their verbs, without a parser.

A comma parts clauses; where its finite verb stands tells what a clause is: second in a main clause
('Die Partei hofft'), first behind what it says ('…, sagte Lind'), last behind 'dass' or a relative
pronoun. A particle at the end belongs to the verb ('teilte … mit').
"""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from audit.extract.german.grammar.finite import is_doubtful, last_finite, second_verb
from audit.extract.german.grammar.forms import (
    FIRST,
    INDICATIVE,
    SECOND,
    Said,
    ends_in_infinitive,
    has_infinitive,
    is_word,
    mood,
    said,
    unlisted_mood,
)
from audit.extract.german.grammar.lexis import Lexis
from audit.extract.german.grammar.tags import is_back_tag, is_tag, unlisted_tag
from audit.extract.sentences import Token

_SIGNS = frozenset(",;:–—")
_OPENS, _CLOSES = frozenset("(["), frozenset(")]")
_SHORTEST_TAG = 2  # tokens
_PAST_ENDS = ("te", "ten")  # of weak verbs
_LONGEST_ASIDE = 15  # tokens in brackets


class Kind(Enum):
    """What a clause is, by the place of its finite verb."""

    MAIN = auto()
    FIRST = auto()  # 'sagte Lind'
    LAST = auto()  # 'dass er komme', 'der dort wohnt'
    INFINITIVE = auto()  # 'morgen zu kommen'
    FRAGMENT = auto()  # 'der Leiter des Amtes'


class Clause(NamedTuple):
    """Tokens ``start`` up to ``stop`` of a sentence, without the sign that ends them.

    ``sign`` stands before the clause, empty where it opens the sentence or follows an 'und'.
    ``body`` is where it begins less an 'und', ``finite`` its finite verb, ``mood`` the mood of that
    (see ``forms``), ``said`` its verb of saying.
    """

    start: int
    stop: int
    sign: str
    body: int
    kind: Kind
    finite: int | None = None
    mood: int | None = None
    said: Said | None = None

    @property
    def is_coordinated(self) -> bool:
        """Whether an 'und' or 'aber' opens it."""
        return self.body > self.start


def clauses(tokens: Sequence[Token], lexis: Lexis) -> list[Clause]:
    """The clauses of a sentence, in order. Linear in the number of tokens."""
    found: list[Clause] = []
    for start, stop, sign in _stretches(tokens, lexis):
        clause = _clause(tokens, start, stop, sign, lexis)
        whole = _with_its_verb(tokens, found, clause, lexis) or _with_participle(
            tokens, found, clause, lexis
        )
        if whole is not None:
            found = whole
            continue
        found.append(_joined(tokens, found, clause, lexis))
    return [_with_particle(tokens, found, number, lexis) for number in range(len(found))]


def _with_its_verb(
    tokens: Sequence[Token], found: list[Clause], clause: Clause, lexis: Lexis
) -> list[Clause] | None:
    """The clauses so far, the one that lacks its last verb with the stretch that ends in it.

    'Wie der Leiter, Karl Lind, am Abend mitteilte'.
    """
    if clause.finite is None or clause.is_coordinated or clause.kind is Kind.LAST:
        return None
    if any(is_word(token) for token in tokens[clause.finite + 1 : clause.stop]):
        return None
    for number in range(len(found) - 1, max(len(found) - 4, -1), -1):
        other = found[number]
        if other.kind is Kind.LAST and other.finite is None:
            verb = said(tokens, clause.finite, clause.stop, lexis, last=True)
            whole = other._replace(
                stop=clause.stop, finite=clause.finite, mood=clause.mood, said=verb
            )
            return [*found[:number], whole]
        if other.kind is not Kind.FRAGMENT and not (
            other.kind is Kind.LAST and tokens[other.body].low in lexis.grammar.relative
        ):
            return None
    return None


def _with_participle(
    tokens: Sequence[Token], found: list[Clause], clause: Clause, lexis: Lexis
) -> list[Clause] | None:
    """The clauses so far, one whose participle an apposition parts from it with that.

    'Zuvor hatte der Vorsitzende, Karl Lind, betont, …'.
    """
    alone = sum(is_word(token) for token in tokens[clause.start : clause.stop]) == 1
    if not alone or clause.sign != "," or len(found) < 2:
        return None
    number = len(found) - 1
    while number > 0 and found[number].kind in {Kind.FRAGMENT, Kind.LAST}:
        number -= 1
    main = found[number]
    if number == len(found) - 1 or main.finite is None or main.said is not None:
        return None
    verb = said(tokens, main.finite, clause.stop, lexis, last=False)
    if verb is None or verb.start != clause.start:
        return None
    return [*found[:number], main._replace(stop=clause.stop, said=verb)]


def _stretches(tokens: Sequence[Token], lexis: Lexis) -> Iterator[tuple[int, int, str]]:
    """What signs and an 'und' before a verb part, each with the sign before it."""
    start, sign, at = 0, "", 0
    while at < len(tokens):
        text = tokens[at].text
        if tokens[at].quote < 0 and text in _OPENS:
            at = _behind_brackets(tokens, at)
            continue
        if tokens[at].quote < 0 and text in _SIGNS and not _inside_number(tokens, at):
            if at > start:
                yield start, at, sign
            start, sign = at + 1, text
        elif at > start and tokens[at - 1].quote >= 0 and is_tag(tokens, start, at, lexis):
            yield start, at, sign
            start, sign = at, ","
        elif (
            at > start
            and tokens[at].low in lexis.grammar.coordinating
            and _opens_clause(tokens, start, at, lexis)
        ):
            yield start, at, sign
            start, sign = at, ""
        at += 1
    if start < len(tokens):
        yield start, len(tokens), sign


def _behind_brackets(tokens: Sequence[Token], at: int) -> int:
    closing = range(at + 1, min(at + _LONGEST_ASIDE, len(tokens)))
    return next((i + 1 for i in closing if tokens[i].text in _CLOSES), at + 1)


def _inside_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma or a colon stands in a figure: '45,6', '3:2'."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    apart = before.end < tokens[at].start or tokens[at].end < after.start
    return not apart and before.text[-1].isdigit() and after.text[:1].isdigit()


def _opens_clause(tokens: Sequence[Token], start: int, at: int, lexis: Lexis) -> bool:
    """Whether an 'und' inside a stretch opens a clause of its own: 'und kündigte an'."""
    if at + 1 >= len(tokens):
        return False
    follows = at + 1
    if tokens[follows].low in lexis.grammar.subordinators - lexis.grammar.adverbs_too:
        return True
    if mood(tokens, follows, lexis) is not None:
        return any(
            mood(tokens, i, lexis) is not None or unlisted_mood(tokens, i, lexis) is not None
            for i in range(start, at)
        )
    if tokens[at].low in lexis.grammar.joining and (
        _has_main_behind(tokens, start, at, lexis) or _has_verb_behind(tokens, start, at, lexis)
    ):
        return True
    verb_last = mood(tokens, at - 1, lexis) is not None and at - 1 > start + 1
    # a clause with its verb last is whole
    return verb_last and tokens[at].low in lexis.grammar.joining


def _has_main_behind(tokens: Sequence[Token], start: int, at: int, lexis: Lexis) -> bool:
    """Whether an 'und' parts two main clauses: 'habe versagt und die Fraktion forderte …'."""
    opens = tokens[at + 1]
    if not (opens.low in lexis.book.articles or opens.low in lexis.book.pronouns):
        return False
    moods = [mood(tokens, i, lexis) for i in range(start, at)]
    if all(known is None for known in moods):
        return False
    for place in range(at + 2, min(at + 10, len(tokens) - 1)):
        if not is_word(tokens[place]):
            return False
        if mood(tokens, place, lexis) is not None:
            return is_word(tokens[place + 1])
    return False


def _has_verb_behind(tokens: Sequence[Token], start: int, at: int, lexis: Lexis) -> bool:
    """Whether a verb that no list knows stands behind an 'und': 'und bestellte die Gesandte ein'.

    No adjective stands before an article.
    """
    if at + 2 >= len(tokens) or tokens[at + 1].text != tokens[at + 1].low:
        return False
    follows = tokens[at + 2].low
    if not tokens[at + 1].low.endswith(_PAST_ENDS) or not (
        follows in lexis.book.articles or follows in lexis.grammar.no_subjects
    ):
        return False
    return any(mood(tokens, i, lexis) is not None for i in range(start, at))


def _clause(tokens: Sequence[Token], start: int, stop: int, sign: str, lexis: Lexis) -> Clause:
    """What a stretch is, by the place of its finite verb."""
    body = start
    while body < stop - 1 and tokens[body].low in lexis.grammar.coordinating:
        body += 1
    made = Clause(start, stop, sign, body, Kind.FRAGMENT)
    if _is_subordinate(tokens, body, stop, lexis):
        return _verb_last(tokens, made, lexis)
    if _opens_with_verb(tokens, made, lexis):
        return _finished(tokens, made._replace(kind=Kind.FIRST, finite=body), lexis)
    finite = second_verb(tokens, body, stop, lexis)
    points_back = finite == body + 1 and is_back_tag(tokens, made.sign, body, lexis)
    if not points_back and _is_relative(tokens, made, finite, lexis):
        return _verb_last(tokens, made, lexis)
    if ends_in_infinitive(tokens, body, stop) and is_doubtful(tokens, finite, lexis):
        return made._replace(kind=Kind.INFINITIVE)
    if finite is not None and not _is_participle_aside(tokens, made, finite, lexis):
        return _finished(tokens, made._replace(kind=Kind.MAIN, finite=finite), lexis)
    if has_infinitive(tokens, body, stop):
        return made._replace(kind=Kind.INFINITIVE)
    return made


def _opens_with_verb(tokens: Sequence[Token], made: Clause, lexis: Lexis) -> bool:
    """Whether a clause opens with its finite verb: 'sagte Lind'.

    Behind a comma that may be one of no list, where quoted words end there or 'sich' follows.
    """
    start, stop, body = made.start, made.stop, made.body
    if body == 0 and tokens[body].text != tokens[body].low:
        return False
    if mood(tokens, body, lexis) is not None:
        return True
    if made.sign != ",":
        return False
    is_quoted = start > 1 and any(token.quote >= 0 for token in tokens[start - 2 : start])
    # 'Lind, Leiter des Amtes, zeigte sich'
    is_reflexive = body + 1 < stop and tokens[body + 1].low == "sich"
    return (is_quoted or is_reflexive) and unlisted_tag(tokens, body, stop, lexis) is not None


def _verb_last(tokens: Sequence[Token], made: Clause, lexis: Lexis) -> Clause:
    finite = last_finite(tokens, made.body + 1, made.stop, lexis)
    return _finished(tokens, made._replace(kind=Kind.LAST, finite=finite), lexis)


def _is_participle_aside(tokens: Sequence[Token], made: Clause, finite: int, lexis: Lexis) -> bool:
    """Whether what looks like a verb leaves no room for a subject: ', im Mai veröffentlicht,'."""
    if made.sign not in {",", "–", "—"} or made.is_coordinated:
        return False
    ends = not any(is_word(token) or token.quote >= 0 for token in tokens[finite + 1 : made.stop])
    return ends and tokens[made.body].low in lexis.book.prepositions


def _finished(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Clause:
    """A clause with the mood of its verb and its verb of saying."""
    if clause.finite is None:
        return clause
    return clause._replace(
        mood=_mood_of(tokens, clause.finite, lexis),
        said=said(tokens, clause.finite, clause.stop, lexis, last=clause.kind is Kind.LAST),
    )


def _mood_of(tokens: Sequence[Token], finite: int, lexis: Lexis) -> int:
    known = mood(tokens, finite, lexis)
    if known is None:
        known = unlisted_mood(tokens, finite, lexis)
    return INDICATIVE if known is None else known


def _is_subordinate(tokens: Sequence[Token], body: int, stop: int, lexis: Lexis) -> bool:
    low = tokens[body].low
    if low in lexis.grammar.before_subordinators and body + 1 < stop:
        follows = tokens[body + 1].low
        if follows in lexis.grammar.subordinators - lexis.grammar.adverbs_too or follows == "als":
            return True
    if low not in lexis.grammar.subordinators:
        return False
    if low not in lexis.grammar.adverbs_too:
        return True
    opens = low == "wie" and body == 0 and body + 1 < stop
    opens = opens and (tokens[1].is_name or tokens[1].low in lexis.book.determiners)
    if opens and all(mood(tokens, at, lexis) is None for at in range(body + 1, stop)):
        return True  # 'Wie Lind, der das leitet, gestern sagte'
    opened = body + 1 + (body + 1 < stop and tokens[body + 1].quote >= 0)  # 'Als „feige“ hat Lind'
    verb_next = opened < stop and mood(tokens, opened, lexis) is not None
    last = last_finite(tokens, body + 1, stop, lexis)
    if verb_next or last is None:
        return False
    return not any(is_word(token) for token in tokens[last + 1 : stop])


def _is_relative(tokens: Sequence[Token], made: Clause, finite: int | None, lexis: Lexis) -> bool:
    """Whether 'der', 'die', 'in dem' open a relative clause, not 'die USA hielten sich daran'."""
    body, stop = made.body, made.stop
    if made.sign not in {",", "–", "—"} and not made.is_coordinated:
        return False
    pronoun = body + (tokens[body].low in lexis.book.prepositions and body + 1 < stop)
    if tokens[pronoun].low not in lexis.grammar.relative:
        return False
    last = last_finite(tokens, pronoun + 1, stop, lexis)
    if last is None:
        return False
    if finite is None:
        return True
    named = any(tokens[i].is_name for i in range(pronoun + 1, finite))
    if not named or tokens[pronoun + 1].low in lexis.book.prepositions:
        return last >= finite
    if last == finite + 1 and not any(is_word(token) for token in tokens[last + 1 : stop]):
        return True  # 'die das nicht sagen will'
    behind = tokens[finite + 1 : stop]
    words_behind = sum(is_word(token) or token.quote >= 0 for token in behind)
    if finite == last:
        oblique = tokens[pronoun].low in lexis.grammar.oblique_relative
        return words_behind == 0 and (oblique or mood(tokens, finite, lexis) != FIRST)
    return mood(tokens, finite, lexis) is None


def _joined(
    tokens: Sequence[Token], before: Sequence[Clause], clause: Clause, lexis: Lexis
) -> Clause:
    """A clause that goes on with one before it: a verb behind its subject and an apposition."""
    if clause.kind is not Kind.FIRST or clause.sign != "," or not before:
        return clause
    if clause.stop - clause.body == _SHORTEST_TAG and clause.said is not None:
        named = tokens[clause.stop - 1]
        if named.is_name or named.low in lexis.book.pronouns:
            return clause  # ', glaubt sie,'
    for other in reversed(before):
        if other.kind is Kind.FRAGMENT:
            if tokens[other.stop - 1].quote >= 0:
                break
            if other.sign in {"", ":", ";"} and not other.is_coordinated:
                return clause._replace(kind=Kind.MAIN)
            continue
        if other.kind is Kind.LAST and not _is_content(tokens, other, clause, lexis):
            if other is before[0] or other.sign in {":", ";"}:
                return clause._replace(kind=Kind.MAIN)
            continue
        break
    return clause


def _is_content(tokens: Sequence[Token], clause: Clause, behind: Clause, lexis: Lexis) -> bool:
    """Whether a clause with its verb last may be what is said, not when or where."""
    if behind.said is not None and tokens[clause.body].low in lexis.grammar.that:
        return clause.finite is not None  # 'Dass er geht, bestätigte Lind'
    return clause.finite is not None and clause.mood not in {None, INDICATIVE, SECOND}


def _with_particle(
    tokens: Sequence[Token], found: Sequence[Clause], number: int, lexis: Lexis
) -> Clause:
    """A clause whose particle stands behind another one: 'wies Lind, der Leiter, zurück'."""
    clause = found[number]
    if clause.finite is None or clause.kind not in {Kind.MAIN, Kind.FIRST}:
        return clause
    if tokens[clause.stop - 1].low in lexis.grammar.particles:
        return clause
    for other in found[number + 1 : number + 4]:
        last = other.stop - 1
        while last > other.start and not is_word(tokens[last]):
            last -= 1
        if other.kind is Kind.FRAGMENT and tokens[last].low in lexis.grammar.particles:
            with_it = said(tokens, clause.finite, clause.stop, lexis, last=False, particle=last)
            return clause._replace(said=with_it or clause.said)
        if other.kind in {Kind.MAIN, Kind.FIRST} and other.mood != FIRST:
            break  # but in 'wies den Vorwurf, er habe getäuscht, zurück'
    return clause
