"""Tells what German words are as verbs: finite, in which mood, and which verb of saying."""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.german.grammar.lexis import Lexis
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.german import grammar
from audit.languages.extraction.german_verbs import Verb

INDICATIVE, FIRST, SECOND = 0, 1, 2  # moods; FIRST and SECOND are the subjunctives
LIKELY = 3  # the first subjunctive of a verb that no list knows: 'erspare'

_BECAME = "worden"
_HAVE = "haben"
_FINITE_ENDS = ("t", "te", "ten", "en", "e")
_SHORTEST = 4  # letters of a finite verb that no list knows
_REACH = 14  # tokens behind a verb in which another one is looked for
_TAIL = 4  # tokens at the end of a clause among which its participle is looked for


class Said(NamedTuple):
    """The verb of saying of a clause: its infinitive, its tokens, and whether it is passive."""

    lemma: str
    start: int
    stop: int
    is_passive: bool


def is_word(token: Token) -> bool:
    """Whether a token is a word or a number, not a sign and not a quotation."""
    return token.quote < 0 and token.text[0].isalnum()


def mood(tokens: Sequence[Token], at: int, lexis: Lexis) -> int | None:
    """The mood of a token that is a finite verb by the lists, None where it is none."""
    if not _may_be_verb(tokens, at, lexis):
        return None
    low = tokens[at].low
    if low in lexis.grammar.auxiliary:
        return INDICATIVE
    if low in lexis.grammar.second:
        return SECOND
    finite = [verb for verb in lexis.grammar.verbs.get(low, ()) if verb.is_finite]
    full = low in lexis.grammar.full or _is_prefixed(low, lexis)
    indicative = full or any(not verb.is_subjunctive for verb in finite)
    if not (finite or indicative or low in lexis.grammar.first):
        return None
    if _is_adjective(tokens, at, lexis):
        return None
    return INDICATIVE if indicative or _is_first_person(tokens, at) else FIRST


def _is_prefixed(low: str, lexis: Lexis) -> bool:
    """Whether a form is a listed past with a prefix that no verb parts with: 'bekam', 'entging'."""
    return any(
        low.startswith(prefix) and low.removeprefix(prefix) in lexis.grammar.prefixed
        for prefix in lexis.grammar.participle_prefixes
    )


def _may_be_verb(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a token is written as a verb, and does not stand behind 'zu'."""
    token = tokens[at]
    if token.quote >= 0 or (token.text != token.low and at > 0):
        return False
    if at > 0 and tokens[at - 1].low == "zu":
        return False
    return token.low not in lexis.grammar.no_verbs or _is_behind_words(tokens, at)


def _is_behind_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether quoted words and a comma lead to a word: '„…“, meinen die Anwohner'."""
    return at > 1 and tokens[at - 1].text == "," and tokens[at - 2].quote >= 0


def _is_first_person(tokens: Sequence[Token], at: int) -> bool:
    """Whether 'ich' or 'wir' stands beside a verb, whose subjunctive looks like its indicative."""
    return any(token.low in grammar().first_persons for token in tokens[max(at - 1, 0) : at + 2])


def _is_adjective(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a form stands before a noun as its attribute: 'die erwartete Antwort'."""
    if not tokens[at].low.endswith(("e", "en")) or at + 1 >= len(tokens) or at == 0:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if at == 1 and before.low in lexis.grammar.back and not _verb_behind(tokens, at, lexis):
        return False  # 'Das berichten arabische Medien'
    if after.low in lexis.book.closed or after.low in lexis.book.determiners:
        return False
    attributive = before.low in lexis.book.determiners or before.low in lexis.book.prepositions
    return attributive and (after.is_name or after.low.endswith(("e", "en", "er", "es")))


def _verb_behind(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether another finite verb follows before a comma: 'Das geforderte Geld fehlt'."""
    for token in tokens[at + 1 : at + _REACH]:
        if token.text in {",", ":", ";"}:
            return False
        if token.text != token.low:
            continue
        grammar = lexis.grammar
        if (
            token.low in grammar.auxiliary
            or token.low in grammar.full
            or any(verb.is_finite for verb in grammar.verbs.get(token.low, ()))
        ):
            return True
    return False


def is_attribute(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether a participle stands before its noun, behind words in marks: '„X“ genannte Lager'."""
    low = tokens[at].low
    if at + 1 >= len(tokens) or not tokens[at + 1].is_name:
        return False
    stem = low.removesuffix("en").removesuffix("er").removesuffix("es").removesuffix("e")
    readings = (*lexis.grammar.verbs.get(stem, ()), *lexis.grammar.verbs.get(stem + "t", ()))
    if stem == low or not any(verb.is_participle for verb in readings):
        return False
    near = range(at + 2, min(at + _REACH, len(tokens)))
    stop = next((i for i in near if tokens[i].text in {",", ":", ";"}), near.stop)
    return any(
        mood(tokens, i, lexis) is not None or unlisted_mood(tokens, i, lexis) is not None
        for i in range(at + 2, stop)
    )


def unlisted_mood(tokens: Sequence[Token], at: int, lexis: Lexis) -> int | None:
    """The mood of a token that is a finite verb by its ending and its place alone."""
    low = tokens[at].low
    if at == 0 or not _ends_as_finite(tokens[at]) or _is_of_another_kind(low, lexis):
        return None
    if has_infinitive(tokens, at, at + 1):
        return None
    if not (_may_end_subject(tokens[at - 1], lexis) or _is_before_pronoun(tokens, at)):
        return None
    if not low.endswith("e") or low.endswith("te"):
        return INDICATIVE
    return LIKELY if _is_bounded(tokens, at, lexis) else None


def _ends_as_finite(token: Token) -> bool:
    """Whether a word in small letters has the ending of a finite verb."""
    low = token.low
    if not is_word(token) or token.text != low or len(low) < _SHORTEST:
        return False
    return low.isalpha() and low.endswith(_FINITE_ENDS)


def _is_of_another_kind(low: str, lexis: Lexis) -> bool:
    """Whether a word is no finite verb by the lists, or looks like a participle: 'gebaut'."""
    grammar, book = lexis.grammar, lexis.book
    return (
        among(low, grammar.no_verbs, grammar.subordinators, grammar.particles)
        or among(low, book.closed, book.determiners)
        or any(verb.is_participle for verb in grammar.verbs.get(low, ()))
        or (low.startswith("ge") and low.endswith("t"))
    )


def _may_end_subject(token: Token, lexis: Lexis) -> bool:
    """Whether a subject can end in a word or a mark, behind which its verb would stand."""
    if among(token.low, lexis.book.determiners - lexis.book.pronouns, lexis.book.prepositions):
        return False
    named = token.is_name or among(token.low, lexis.book.pronouns, lexis.grammar.focus)
    return named or token.quote >= 0 or token.text in {")", "“", "”"}


def _is_before_pronoun(tokens: Sequence[Token], at: int) -> bool:
    """Whether a subject follows that only a finite verb can stand before: 'vertritt er'."""
    follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return follows in grammar().before_finite and tokens[at].low.endswith(("t", "te"))


def may_be_attribute(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether what looks like a finite verb may belong to a noun: 'der neu formulierten Frage'."""
    low = tokens[at].low
    grammar = lexis.grammar
    if among(low, grammar.auxiliary, grammar.full, grammar.first, grammar.second):
        return False
    if not low.endswith(("e", "en")) or at + 1 >= len(tokens):
        return False
    for follows in tokens[at + 1 : at + 3]:
        if follows.is_name:
            return follows.low not in lexis.book.closed
        if not follows.low.endswith(("e", "en")) or follows.low in lexis.book.closed:
            return False
    return False


def _is_bounded(tokens: Sequence[Token], at: int, lexis: Lexis) -> bool:
    """Whether no noun with its adjectives follows, whose attribute a word would be."""
    if at + 1 >= len(tokens) or not is_word(tokens[at + 1]):
        return True
    low = tokens[at + 1].low
    if tokens[at + 1].is_name and low not in lexis.book.determiners:
        return False  # 'vergangene Woche kündigte'
    return low in lexis.book.determiners or low in lexis.book.closed


def ends_in_infinitive(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a clause ends in an infinitive with 'zu'."""
    at = stop - 1
    while at > start and not (is_word(tokens[at]) or tokens[at].quote >= 0):
        at -= 1
    if tokens[at].quote >= 0:
        words = tokens[at].text.rsplit(maxsplit=2)
        if not words[-1].endswith("n") or words[-1] != words[-1].lower():
            return False
        return "zu" in words[-1][2:-3] or (len(words) > 2 and words[-2] == "zu")
    return has_infinitive(tokens, max(at - 1, start), at + 1)


def has_infinitive(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a clause has an infinitive with 'zu': 'zu kommen', 'anzukommen'."""
    for at in range(start, stop):
        low = tokens[at].low
        if low == "zu" and at + 1 < stop:
            after = tokens[at + 1]
            if after.text == after.low and after.low.endswith("n"):
                return True
        elif tokens[at].text == low and low.endswith("n") and "zu" in low[2:-3]:
            return True
    return False


def said(
    tokens: Sequence[Token],
    finite: int,
    stop: int,
    lexis: Lexis,
    *,
    last: bool,
    particle: int | None = None,
) -> Said | None:
    """The verb of saying whose finite part stands at a token, None where the clause has none.

    ``last``: the verb ends its clause; ``particle`` is where its particle stands, where that is
    behind the clause.
    """
    low = tokens[finite].low
    end = stop
    while end > finite + 1 and not (is_word(tokens[end - 1]) or tokens[end - 1].quote >= 0):
        end -= 1
    if low in lexis.grammar.having or low in lexis.grammar.becoming or low in lexis.grammar.being:
        return _compound(tokens, finite, end, lexis, last=last)
    if among(low, lexis.grammar.modals, lexis.grammar.hearsay):
        return _with_modal(tokens, finite, end, lexis, last=last)
    given = tokens[finite:end]
    if (
        tokens[end - 1].low in lexis.grammar.giving
        and low in lexis.grammar.gives
        and given[-2].low == "zu"
    ):
        return Said("bedenken", finite, finite + 1, is_passive=False)
    at_end = end - 1 if particle is None else particle
    bare = tokens[at_end].low if not last and at_end > finite else ""
    if last and finite > 0:
        bare = tokens[finite - 1].low  # 'bekannt gab'
    lemma = _lemma(low, bare, lexis)
    if lemma is None:
        return None
    return Said(lemma, finite, finite + 1, is_passive=False)


def _lemma(low: str, at_end: str, lexis: Lexis) -> str | None:
    """The infinitive of a finite form, with the particle that ends its clause."""
    readings = [verb.lemma for verb in lexis.grammar.verbs.get(low, ()) if verb.is_finite]
    if at_end in lexis.grammar.particles:
        # 'findet statt' is no 'finden'
        return next((lemma for lemma in readings if lemma.startswith(at_end + "|")), None)
    for lemma in readings:
        particle, bar, _ = lemma.rpartition("|")
        if not bar or low.startswith(particle):
            return lemma
    return None


def _compound(
    tokens: Sequence[Token], finite: int, end: int, lexis: Lexis, *, last: bool
) -> Said | None:
    """The verb of saying of a perfect tense or a passive."""
    near = (
        range(finite - 1, max(finite - 3, -1), -1)
        if last
        else range(end - 1, max(end - _TAIL, finite), -1)
    )
    for at in near:
        verb = _participle(tokens, at, lexis)
        if verb is not None:
            became = any(tokens[i].low == _BECAME for i in range(at, end))
            passive = tokens[finite].low in lexis.grammar.becoming or became
            if (
                not passive
                and tokens[finite].low in lexis.grammar.being
                and verb.lemma != "aus|gehen"
            ):
                return None
            return Said(verb.lemma, at, at + 1, is_passive=passive)
    return None


def _participle(tokens: Sequence[Token], at: int, lexis: Lexis) -> Verb | None:
    token = tokens[at]
    if token.quote >= 0 or token.text != token.low:
        return None
    whole = token.low
    if at > 0 and tokens[at - 1].low in lexis.grammar.particles:
        whole = tokens[at - 1].low + whole  # 'bekannt gegeben'
    for form in (whole, token.low):
        readings = lexis.grammar.verbs.get(form, ())
        participle = next((verb for verb in readings if verb.is_participle), None)
        if participle is not None:
            return participle
    return None


def _with_modal(
    tokens: Sequence[Token], finite: int, end: int, lexis: Lexis, *, last: bool
) -> Said | None:
    """The verb of saying behind 'konnte' and 'ließ'."""
    at = finite - 1 if last else end - 1
    if at == finite or tokens[at].quote >= 0:
        return None
    low = tokens[at].low
    if low == _HAVE and at - 1 > finite:  # 'soll gesagt haben'
        done = _participle(tokens, at - 1, lexis)
        return Said(done.lemma, at - 1, at, is_passive=False) if done is not None else None
    if tokens[finite].low in lexis.grammar.hearsay:
        return None  # 'soll sagen'
    for verb in lexis.grammar.verbs.get(low, ()):
        infinitive = verb.lemma.replace("|", "") == low
        if infinitive:
            return Said(verb.lemma, at, at + 1, is_passive=False)
    return Said("durch|blicken", at, at + 1, is_passive=False) if low == "durchblicken" else None
