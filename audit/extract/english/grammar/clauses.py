"""Finds the clauses of a sentence.

Which noun phrases are subjects of a finite verb, and of what rank.
"""

from collections.abc import Sequence
from typing import NamedTuple

from audit.extract.english.grammar.subjects import subject_before
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_SUBJECT = 6  # tokens of a noun phrase and its verb
_NEAR = 2  # tokens
_FEWEST_OF_CLAUSE = 3  # words


class Clause(NamedTuple):
    """The subject of a finite verb; ``hangs`` on another clause, as its object or attribute.

    ``is_relative``: the subject is 'who' or 'which', right before its verb.
    """

    subject: Phrase
    verb: int
    hangs: bool
    is_relative: bool


def find_clauses(tokens: Sequence[Token], words: Lexicon) -> list[Clause]:
    """The clauses of a sentence whose subject can be told, in the order of their verbs."""
    sentence = list(tokens)
    found: list[Clause] = []
    for index, token in enumerate(sentence):
        if index == 0 or token.quote >= 0 or token.text != token.low or not token.is_word:
            continue
        if not _is_finite(sentence, index, words):
            continue
        subject = subject_before(sentence, index, words)
        if subject is None or subject.stop > index:
            continue
        if found and found[-1].subject == subject:
            continue
        near = len(subject) == 1 and index - subject.stop < _NEAR
        relative = near and sentence[subject.start].low in words.relative
        found.append(Clause(subject, index, _hangs(sentence, subject, words), relative))
    return found


def clause_subject(
    clauses: Sequence[Clause], before: int, *, relative: bool = False
) -> Phrase | None:
    """The subject of the nearest clause on the left that hangs on no other.

    With ``relative`` also 'who': 'who blasted the plan and called it mad'.
    """
    for clause in reversed(clauses):
        if clause.verb < before and (not clause.hangs or (relative and clause.is_relative)):
            return clause.subject
    return None


def _is_finite(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a lower-cased word is a finite verb, by its form and the word before it."""
    low, before = tokens[index].low, tokens[index - 1]
    if low in words.finite:
        return True
    if among(before.low, words.determiners, words.prepositions, words.finite, words.be):
        return False
    if low in words.past:
        return low not in words.nouns
    behind = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if behind == "it" and low in small_words().puts_it:
        return True
    if low.endswith("ed"):
        return low not in words.no_past and behind not in words.bound_by
    if before.low in small_words().singular and low.endswith("s"):
        object_ = index > 1 and before.low == "it" and _is_plain_verb(tokens[index - 2], words)
        return low not in words.auxiliaries and not object_
    if low in small_words().plain_says:
        return True
    return low.endswith("s") and _is_present(tokens, index, words)


def _is_present(tokens: list[Token], index: int, words: Lexicon) -> bool:
    """Whether a form in '-s' is the verb of the noun before: 'Lee doubts it', 'the mayor wants'."""
    low, before = tokens[index].low, tokens[index - 1]
    if not low.isalpha() or among(low, small_words().reporters, words.no_finite):
        return False
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    takes_object = behind is not None and among(behind.low, words.determiners, words.pronouns)
    if before.is_name:
        return low in words.say or low in words.view or takes_object
    role = before.low in words.roles and not before.low.endswith("s")
    return role and (takes_object or (behind is not None and behind.quote >= 0))


def _is_plain_verb(token: Token, words: Lexicon) -> bool:
    """Whether 'it' behind a word is its object: 'did it sideways'."""
    return token.low in words.finite or token.low in words.past


def _hangs(tokens: list[Token], subject: Phrase, words: Lexicon) -> bool:
    if tokens[subject.start].low in words.relative:
        return True
    if subject.start == 0:
        return False
    before = tokens[subject.start - 1]
    if before.low in words.subordinate:
        return True
    if subject.start > 1 and tokens[subject.start - 2].low in words.determiners:
        return False  # 'at one point the crowd sang', 'in her report the mayor calls'
    return before.text == before.low and words.is_verb(before.low)


def is_bare_clause(tokens: list[Token], words: Lexicon, *, says: bool) -> bool:
    """Whether words without 'that' are a clause.

    They begin like a subject, or have a finite verb.
    """
    if len(tokens) < _FEWEST_OF_CLAUSE or not tokens[0].is_word:
        return False
    if tokens[0].low == "at" and tokens[1].low in small_words().amounts:
        tokens = tokens[2:]  # 'reported at least six planes crashed'
    if tokens[0].low in words.prepositions:
        return says and any(
            among(token.low, words.finite, words.past)
            or (at > 1 and token.low in words.pronouns and tokens[at - 1].is_word)
            for at, token in enumerate(tokens)
        )
    if says or tokens[0].low in words.pronouns:
        return True
    tokens = tokens[: _first_break(tokens, words)]
    return (
        _has_plain_verb(tokens, words)
        or _is_done_by_name(tokens, words)
        or any(
            token.low in words.finite
            or (token.low in words.past and not (index and _modifies(tokens[index - 1], words)))
            or (index > 0 and _is_past(tokens[index - 1], token, words))
            for index, token in enumerate(tokens)
        )
    )


def _is_done_by_name(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a name has a form in '-s' and its object behind it: 'Lee runs a network'."""
    at = 0
    while at < len(tokens) - 2 and tokens[at].is_name:
        at += 1
    form = tokens[at]
    if at == 0 or form.text != form.low or not form.low.isalpha() or not form.low.endswith("s"):
        return False
    behind = tokens[at + 1].low
    takes = among(behind, words.determiners, words.pronouns) or behind[:1].isdigit()
    return takes and not among(form.low, words.no_finite, words.nouns)


def _has_plain_verb(tokens: list[Token], words: Lexicon) -> bool:
    """Whether a noun with its article has a form in '-s' for its verb: 'the battery lasts 70'."""
    if tokens[0].low not in words.determiners or tokens[0].low in words.alone:
        return False
    for at in range(2, min(_SUBJECT, len(tokens) - 1)):
        form, noun, behind = tokens[at], tokens[at - 1], tokens[at + 1]
        if not (form.is_word and noun.is_word):
            return False
        if (
            not form.low.endswith("s")
            or form.text != form.low
            or noun.low.endswith(("s", "ic", "al"))
        ):
            continue
        if among(form.low, words.no_finite, words.determiners, words.prepositions):
            continue
        if among(behind.low, words.determiners, words.numbers, words.pronouns) or (
            behind.text[:1].isdigit()
        ):
            return True
    return False


def _first_break(tokens: list[Token], words: Lexicon) -> int:
    """Where another clause is joined behind a comma: '…, and her plan failed'."""
    for at, token in enumerate(tokens[:-1]):
        if token.text == ";" or (token.text == "," and tokens[at + 1].low in words.joins):
            return at
    return len(tokens)


def _is_past(before: Token, token: Token, words: Lexicon) -> bool:
    """Whether a form in '-ed' may be a finite verb: not in 'a much-needed rest'."""
    if not token.low.endswith("ed") or "-" in token.low:
        return False
    return not _modifies(before, words)


def _modifies(before: Token, words: Lexicon) -> bool:
    """Whether the form behind a word says what a noun is: 'a paid holiday', 'for left luggage'."""
    return among(before.low, words.determiners, words.prepositions)
