"""Finds who a German clause is about: its subject, by case, place and what can speak."""

from collections.abc import Sequence

from audit.extract.german.clauses import Clause, Kind
from audit.extract.german.forms import FIRST, INDICATIVE, LIKELY, is_word
from audit.extract.german.lexis import Lexis
from audit.extract.german.outlets import outlet_at
from audit.extract.others.noun_phrases import phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token

_NOBODY = frozenset(
    [
        "es",
        "man",
        "was",
        "das",
        "dies",
        "hier",
        "dort",
        "so",
        "wir",
        "ich",
        "da",
        "dazu",
        "dabei",
        "damit",
        "davon",
        "darauf",
        "daran",
        "darin",
        "nichts",
        "alles",
        "etwas",
    ]
)
RELATIVE_SUBJECTS = frozenset(["der", "die", "das", "welcher", "welche", "welches"])
_SUBJECT_PRONOUNS = frozenset(
    ["er", "sie", "beide", "jener", "dieser", "diese", "jene", "viele", "manche", "einige"]
)
_NO_SUBJECTS = frozenset(
    [
        "dem",
        "den",
        "einem",
        "einen",
        "des",
        "eines",
        "ihm",
        "ihn",
        "ihnen",
        "mich",
        "mir",
        "uns",
        "sich",
    ]
)
_OBLIQUE_ENDS = ("em", "en")
_PERSONS = frozenset({"er", "sie", "beide"})
_IMPERSONAL = frozenset({"es", "man", "wir", "ich"})
_MARKS = frozenset('„“”«»"')
_DETERMINED = frozenset(["dem", "den", "einem", "einen", "des", "eines"])
_SENTENCE_ADVERB_ENDS = ("seits", "erweise", "dings", "mals", "maßen", "wegs", "falls")
_ABSTRACT_ENDS = (
    "ung",
    "heit",
    "keit",
    "ie",
    "tät",
    "mus",
    "nis",
    "tum",
    "grund",
    "ionen",
    "betroffen",
)
_ADVERBIAL_ENDS = (
    "isch",
    "falls",
    "seits",
    "erweise",
    "dings",
    "mals",
    "maßen",
    "wegs",
    "lich",
    "ig",
    "end",
    "weise",
    "los",
    "sam",
    "bar",
    "haft",
)
_FOCUS = frozenset(
    [
        "auch",
        "nur",
        "selbst",
        "sogar",
        "lediglich",
        "allein",
        "insbesondere",
        "gerade",
        "ausgerechnet",
    ]
)
_LONGEST_NOBILIARY = 3  # words of a name such as 'Von der Leyen'
_STAFF_ENDS = (
    "redakteur",
    "redakteurin",
    "reporter",
    "reporterin",
    "korrespondent",
    "korrespondentin",
    "herausgeber",
    "herausgeberin",
    "chef",
    "chefin",
    "sprecher",
    "sprecherin",
)
_FEMININE_ENDS = ("ung", "ur", "ion", "in", "e", "schrift", "dpa")
_FARTHEST = 14  # tokens behind a verb in which its subject begins


def subject_of(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
) -> Phrase | None:
    """Who says what a clause's verb says, None where nobody is named.

    ``found`` are the clauses of the sentence: a subject may stand in the one before, with an
    apposition, or be shared ('… und kündigte an').
    """
    if clause.finite is None:
        return None
    if clause.said is not None:
        if clause.said.lemma in lexis.grammar.cite:
            return _cited(tokens, clause, found, lexis)
        if clause.said.is_passive:
            return _agent(tokens, clause, lexis)
    if clause.kind is Kind.LAST:
        return _in_last(tokens, clause, lexis)
    behind = _behind_verb(tokens, clause, lexis)
    if clause.kind is Kind.FIRST:
        if clause.is_coordinated or clause.sign == "":
            shared = _shared(tokens, clause, found, lexis)
            if shared is not None and not _is_pronoun(tokens, behind):
                return shared
        return behind
    before = _before_verb(tokens, clause, found, lexis)
    if before is None:
        return behind if behind is not None else _nobiliary(tokens, clause, lexis)
    return _either(tokens, clause, before, behind, lexis)


def _either(
    tokens: Sequence[Token], clause: Clause, before: Phrase, behind: Phrase | None, lexis: Lexis
) -> Phrase:
    """Which of the phrases on either side of a verb is its subject."""
    if behind is None or clause.finite == clause.body:
        return before  # an apposition stands between them
    if _is_nominative_pronoun(tokens, behind):
        return behind
    speaking = speaks(tokens, behind, lexis)
    if speaking and _is_adverbial(tokens, before, lexis):
        return behind
    if _is_masculine(tokens, before, clause, lexis) or speaks(tokens, before, lexis):
        return before
    return behind if speaking else before


def _is_masculine(tokens: Sequence[Token], before: Phrase, clause: Clause, lexis: Lexis) -> bool:
    """Whether 'der' can only be a subject's: no accusative, and the verb has no dative."""
    if tokens[before.start].low != "der" or clause.said is None:
        return False
    return clause.said.lemma not in lexis.grammar.dative


def _nobiliary(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """A name that opens a sentence with its 'Von': 'Von der Leyen betonte'."""
    finite = clause.finite or clause.body
    opening = tokens[clause.body : finite]
    if not 2 <= len(opening) <= _LONGEST_NOBILIARY or not opening[-1].is_name:
        return None
    small = all(token.low in lexis.book.nobiliary for token in opening[:-1])
    return range(clause.body, finite) if small and opening[0].is_name else None


def _is_adverbial(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether the one word that opens a sentence may be no noun: 'Kritisch', 'Relativierend'."""
    if len(phrase) > 1 or phrase.start > 1:
        return False
    low = tokens[phrase.start].low
    participle = any(verb.is_participle for verb in lexis.grammar.verbs.get(low, ()))
    return participle or low.endswith(_ADVERBIAL_ENDS)


def _is_pronoun(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    return phrase is not None and tokens[phrase.start].low in _SUBJECT_PRONOUNS


def _is_nominative_pronoun(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    return phrase is not None and len(phrase) == 1 and tokens[phrase.start].low == "er"


def _before_verb(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
) -> Phrase | None:
    """The subject before the verb of a main clause, or before an apposition before it."""
    finite = clause.finite or clause.body
    if finite > clause.body:
        return opening_phrase(tokens, clause.body, finite, lexis)
    number = next((i for i, other in enumerate(found) if other.start == clause.start), 0)
    for other in reversed(found[:number]):
        if other.sign in {"", ":", ";"} or other is found[0]:
            if other.kind is not Kind.FRAGMENT:
                return None
            return opening_phrase(tokens, other.body, other.stop, lexis)
    return None


def opening_phrase(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> Phrase | None:
    """The noun phrase that opens a stretch and may be a subject; None of 'Am Montag', 'So'."""
    while start < stop - 1 and tokens[start].low in _FOCUS:
        start += 1
    first = tokens[start]
    if first.quote >= 0 or first.low in _NO_SUBJECTS or first.low in lexis.book.prepositions:
        return None
    if first.low in {"als", "wie"} or first.low.endswith(_SENTENCE_ADVERB_ENDS):
        return None
    determines = first.low in lexis.book.determiners and start + 1 < stop
    if first.low in _NOBODY and not determines:
        return None
    if first.low in lexis.book.pronouns or first.low in _SUBJECT_PRONOUNS:
        alone = start + 1 >= stop or tokens[start + 1].text == tokens[start + 1].low
        if first.low in lexis.book.pronouns - lexis.book.determiners or alone:
            return range(start, start + 1)
    if _is_adverb(first, lexis):
        return None
    phrase = noun_phrase(tokens, start, stop, lexis)
    if phrase is None or not _may_be_subject(tokens, phrase, lexis):
        return None
    away = lexis.book.prepositions | lexis.book.joining
    goes_on = start + 1 < stop and tokens[start + 1].low in away
    adverbial = goes_on and first.low.endswith(_ADVERBIAL_ENDS)
    return None if adverbial else phrase  # 'Passend zu den Gefahren'


def _is_adverb(token: Token, lexis: Lexis) -> bool:
    low = token.low
    if low in lexis.book.determiners or low in lexis.book.roles:
        return False
    return (
        low in lexis.book.adverbs
        or low in lexis.book.times
        or low in lexis.grammar.no_verbs
        or low in lexis.grammar.onward
        or low in lexis.grammar.subordinators
    )


def noun_phrase(tokens: Sequence[Token], start: int, stop: int, lexis: Lexis) -> Phrase | None:
    """The noun phrase at a token, with 'und' and a second one where both speak."""
    if start >= stop:
        return None
    named = start + (tokens[start].low in lexis.book.articles | _DETERMINED and start + 1 < stop)
    outlet = outlet_at(tokens, named, stop, lexis.book)
    if outlet is not None and not (outlet[0] < stop and tokens[outlet[0]].is_name):
        return range(start, outlet[0])
    phrase = phrase_from(tokens, start, stop, lexis.book)
    if phrase is None or not any(tokens[i].is_name or tokens[i].quote >= 0 for i in phrase):
        alone = tokens[start].low in lexis.book.alone and phrase is not None
        return phrase if alone else None
    if _is_bare_role(tokens, phrase, lexis) and phrase.stop + 1 < stop:
        follows = tokens[phrase.stop]
        if follows.low in lexis.book.genitive:
            owner = phrase_from(tokens, phrase.stop, stop, lexis.book)
            if owner is not None and owner.start == phrase.stop:
                phrase = range(phrase.start, owner.stop)
    phrase = _less_listener(tokens, phrase, lexis)
    at = phrase.stop
    if at + 1 < stop and tokens[at].low in {"und", "sowie"}:
        second = phrase_from(tokens, at + 1, stop, lexis.book)
        if second is not None and second.start == at + 1 and second.stop == stop:
            return range(phrase.start, second.stop)
    return phrase


def _less_listener(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> Phrase:
    """A phrase less the outlet in the dative that looks like its genitive: 'der Minister der SZ'."""
    for at in range(phrase.start + 1, phrase.stop - 1):
        if tokens[at].low != "der" or tokens[at - 1].low in lexis.book.joining:
            continue
        outlet = outlet_at(tokens, at + 1, phrase.stop, lexis.book)
        of_it = tokens[at - 1].low.endswith(_STAFF_ENDS)
        if outlet is not None and outlet[0] == phrase.stop and not of_it:
            return range(phrase.start, at)
    return phrase


def _is_bare_role(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase is a role without article or name: 'Vertreter' in 'Vertreter der Stadt'."""
    return len(phrase) == 1 and _is_role(tokens[phrase.start].low, lexis)


def _may_be_subject(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a noun phrase can stand in the nominative, as far as its first words tell."""
    low = tokens[phrase.start].low
    if low in lexis.book.oblique or low in _DETERMINED:
        return False
    if low in {"der", "dieser", "einer", "ihrer", "seiner", "jener"} and len(phrase) > 1:
        follows = tokens[phrase.start + 1]
        adjective = follows.text == follows.low and follows.low.endswith(_OBLIQUE_ENDS)
        told = follows.low in lexis.book.listeners and follows.low.endswith(_FEMININE_ENDS)
        if adjective or told:
            return False
        return low in {"der", "dieser", "jener"}
    return True


def _behind_verb(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The first noun phrase behind the finite verb that can be its subject."""
    at = (clause.finite or clause.body) + 1
    stop = min(clause.stop, at + _FARTHEST)
    return first_subject(tokens, at, stop, clause.stop, lexis)


def first_subject(
    tokens: Sequence[Token], at: int, stop: int, end: int, lexis: Lexis
) -> Phrase | None:
    """The first noun phrase from a token on that can be a subject, past adverbs and objects."""
    while at < stop:
        token = tokens[at]
        if token.quote >= 0 or token.low in _IMPERSONAL:
            return None
        if _is_pronoun_alone(tokens, at, end, lexis):
            return range(at, at + 1)
        if not is_word(token) and token.text not in _MARKS:
            return None
        if token.low in lexis.book.prepositions:
            phrase = noun_phrase(tokens, at + 1, end, lexis)
            at = phrase.stop if phrase is not None else at + 1
            continue
        phrase = None
        if not _is_passed(tokens, at, end, lexis):
            phrase = noun_phrase(tokens, at, end, lexis)
        if phrase is None:
            at += 1
            continue
        if _may_be_subject(tokens, phrase, lexis) and not _is_time(tokens, phrase, lexis):
            return phrase
        at = phrase.stop
    return None


def _is_pronoun_alone(tokens: Sequence[Token], at: int, end: int, lexis: Lexis) -> bool:
    """Whether a pronoun is a whole subject: 'er', 'diese', not 'diese Partei'."""
    low = tokens[at].low
    if low not in _SUBJECT_PRONOUNS:
        return False
    before_noun = at + 1 < end and tokens[at + 1].text != tokens[at + 1].low
    return not (low in lexis.book.determiners and before_noun)


def _is_passed(tokens: Sequence[Token], at: int, end: int, lexis: Lexis) -> bool:
    """Whether a word stands between a verb and its subject: 'sich', 'gestern', 'ihm'."""
    token = tokens[at]
    low = token.low
    if low in _NOBODY or low in _NO_SUBJECTS - _DETERMINED or _is_adverb(token, lexis):
        return True
    plain = token.text == low and is_word(token) and low not in lexis.book.determiners
    if not plain or _leads(tokens, at, end):
        return False
    return outlet_at(tokens, at, end, lexis.book) is None


def _is_time(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    times = lexis.book.times | lexis.book.determiners
    return all(tokens[i].low in times or tokens[i].text.isdigit() for i in phrase)


def _leads(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an adjective at a token leads to a noun: 'britische Zeitungen'."""
    for place in range(at + 1, min(at + 4, end)):
        if tokens[place].is_name:
            return tokens[at].low.endswith(("e", "er", "n"))
        if tokens[place].text != tokens[place].low or not is_word(tokens[place]):
            return False
    return False


def _shared(
    tokens: Sequence[Token],
    clause: Clause,
    found: Sequence[Clause],
    lexis: Lexis,
) -> Phrase | None:
    """The subject of a clause that 'und' joins to the one before."""
    number = next((i for i, other in enumerate(found) if other.start == clause.start), 0)
    for index in range(number - 1, -1, -1):
        other = found[index]
        reported = other.mood in {FIRST, LIKELY} and clause.mood == INDICATIVE
        if other.kind in {Kind.MAIN, Kind.FIRST} and other.finite is not None and not reported:
            return subject_of(tokens, other, found[: index + 1], lexis)
    return None


def _in_last(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The subject of a clause with its verb last: 'wie Lind sagte', 'der angab'."""
    opener = tokens[clause.body].low
    if opener in lexis.book.prepositions and clause.body + 1 < (clause.finite or clause.stop):
        stop = clause.said.start if clause.said is not None else clause.finite or clause.stop
        stop = min(stop, clause.finite or stop)
        return first_subject(tokens, clause.body + 2, stop, stop, lexis)
    if opener in lexis.grammar.relative and opener not in lexis.grammar.subordinators:
        return _relative_subject(tokens, clause, lexis)
    stop = clause.finite or clause.stop
    if clause.said is not None:
        stop = min(stop, clause.said.start)
    return first_subject(tokens, clause.body + 1, stop, stop, lexis)


def _relative_subject(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """Who speaks in a relative clause: its pronoun, or the name behind an object."""
    opener = tokens[clause.body]
    follows = clause.body + 1
    if opener.low not in RELATIVE_SUBJECTS:
        return None
    if opener.low in {"die", "das"} and follows < clause.stop:
        named = tokens[follows].is_name or tokens[follows].low == "er"
        stop = clause.said.start if clause.said is not None else clause.finite or clause.stop
        subject = first_subject(tokens, follows, stop, stop, lexis) if named else None
        if subject is not None and speaks(tokens, subject, lexis):
            return subject
    return range(clause.body, clause.body + 1)


def antecedent(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """The noun phrase that ends at the comma before a relative clause."""
    comma = clause.start - 1
    for first in range(max(comma - 12, 0), comma):
        token = tokens[first]
        if not (token.low in lexis.book.determiners or token.is_name):
            continue
        phrase = phrase_from(tokens, first, comma, lexis.book)
        if phrase is not None and phrase.stop == comma:
            return phrase
    return None


def _cited(
    tokens: Sequence[Token], clause: Clause, found: Sequence[Clause], lexis: Lexis
) -> Phrase | None:
    """Whom a medium cites: its object, or the subject of 'wird mit den Worten zitiert'."""
    verb = clause.said
    if verb is None:
        return None
    subject = subject_of(tokens, clause._replace(said=None), found, lexis)
    if verb.is_passive or subject is None:
        return subject
    first = max(subject.stop, (clause.finite or clause.body) + 1)
    return noun_phrase(tokens, first, clause.stop, lexis)


def _agent(tokens: Sequence[Token], clause: Clause, lexis: Lexis) -> Phrase | None:
    """Who says what is said in the passive: 'wird von der Partei kritisiert'."""
    for at in range(clause.start, clause.stop - 1):
        if tokens[at].low in lexis.book.agents:
            first = at if tokens[at].low == "vom" else at + 1
            return phrase_from(tokens, at + 1, clause.stop, lexis.book) if first else None
    return None


def speaks(tokens: Sequence[Token], phrase: Phrase, lexis: Lexis) -> bool:
    """Whether a phrase names a person or a body that can speak."""
    if tokens[phrase.start].low in _SUBJECT_PRONOUNS and len(phrase) == 1:
        return tokens[phrase.start].low in _PERSONS
    names = 0
    for at in phrase:
        token = tokens[at]
        if token.quote >= 0 or not token.is_name or (token.low in lexis.book.determiners):
            names = 0
            continue
        if _is_role(token.low, lexis):
            return True
        genitive = at > phrase.start and tokens[at - 1].low in lexis.book.determiners
        names = 0 if genitive else names + 1
        if names > 1 or (token.text.isupper() and len(token.text) > 1):
            return True
    lone = len(phrase) == 1 and tokens[phrase.start].is_name
    lone = lone and not tokens[phrase.start].low.endswith(_ABSTRACT_ENDS)
    return lone and tokens[phrase.start].low not in lexis.book.closed


def _is_role(low: str, lexis: Lexis) -> bool:
    """Whether a noun, or the last part of a compound, is of somebody who can speak."""
    word = low.rpartition("-")[2]
    grammar = lexis.grammar
    for form in (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("n")):
        if form in grammar.speakers or form.endswith(grammar.role_ends):
            return True
    return False
