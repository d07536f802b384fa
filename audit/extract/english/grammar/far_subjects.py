"""Finds a sentence's first subject where its own attributes part it from its verb.

'Officials who spoke with the Post said', 'Democrats trying to win back the Senate say', 'Exit polls
from Ohio, which Lee won, showed'. The nearest noun before the verb is none of theirs.
"""

from collections.abc import Iterator

from audit.extract.english.grammar.phrases import is_adverb, phrase_from
from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon, person_words
from audit.languages.extraction.english_small_words import small_words

_FARTHEST = 40  # tokens between a subject and its verb


def far_subject(tokens: list[Token], verb: int, words: Lexicon) -> Phrase | None:
    """The noun phrase that opens a sentence or a clause of it, if all to the verb belongs to it."""
    for start in _starts(tokens, verb, words):
        subject = _from(tokens, start, verb, words)
        if subject is not None:
            return subject
    return None


def _starts(tokens: list[Token], verb: int, words: Lexicon) -> Iterator[int]:
    """Where the subject of a verb may begin: the sentence, and what follows a comma.

    'In private, two people who went said', 'She left, and a man who saw her said'.
    """
    start = 0
    while start < verb and (
        tokens[start].low in small_words().before_subject
        or tokens[start].text in {",", "-", "–", "—"}
    ):
        start += 1
    yield start
    opens = among(tokens[start].low, words.prepositions, words.times, words.opens_first)
    last = verb - 1
    while last > start and tokens[last].low not in words.opens_relative:
        last -= 1  # a later clause has a far subject only where a relative one parts it
    for at in range(start + 1, last):
        if tokens[at].text != ",":
            continue
        joined = tokens[at + 1].low in small_words().coordinating
        if joined or opens:
            yield at + 1 + joined
        opens = False


def _from(tokens: list[Token], start: int, verb: int, words: Lexicon) -> Phrase | None:
    first = tokens[start]
    if not first.is_word or among(first.low, words.prepositions, words.pronouns, words.times):
        return None
    begins = first.low in small_words().adjectives_of_time
    if not begins and (
        first.low.endswith("ing") or among(first.low, words.conjunctions, words.imperatives)
    ):
        return None
    subject = phrase_from(tokens, start, words)
    if subject is not None and tokens[subject.stop - 1].low.endswith("ing"):
        subject = Phrase(start, max(subject.stop - 1, start + 1))  # 'Democrats trying to'
    if subject is None or not 1 < verb - subject.stop <= _FARTHEST:
        return None
    return subject if _belongs(tokens, subject, verb, words) else None


def _belongs(tokens: list[Token], subject: Phrase, verb: int, words: Lexicon) -> bool:
    """Whether the words between a subject and a verb are attributes, with no verb of their own."""
    start = _behind_preposition(tokens, subject.stop, verb, words)
    between = tokens[start:verb]
    if any(token.quote >= 0 or token.text in {";", ":"} for token in between):
        return False
    comma = between[0].text == ","
    first = between[1] if comma and len(between) > 1 else between[0]
    last = next((token for token in reversed(between) if not _is_auxiliary(token, words)), first)
    if comma and last.text != ",":
        return False  # 'Lee, who left,' has its second comma, 'a storm, which Lee has called' none
    relatives = sum(token.low in words.opens_relative for token in between)
    if comma and first.low in words.issued:
        return _verbs(tokens, start + 2, verb, words) == 0  # 'a poll, conducted by X, shows'
    if first.low in words.opens_relative:
        if not comma and _comes_in_between(between):
            return False
        return 0 < _verbs(tokens, start, verb, words) <= relatives
    if _goes_on_with_relative(tokens, start, between, words):
        return 0 < _verbs(tokens, start, verb, words) <= relatives
    if (
        _comes_in_between(between)
        or comma
        or relatives
        or any(_starts_clause(token, words) for token in between)
    ):
        return False
    return _is_plain_attribute(tokens, start, verb, words)


def _goes_on_with_relative(
    tokens: list[Token], start: int, between: list[Token], words: Lexicon
) -> bool:
    """Whether a plural has a maker with a clause of its own: 'Rules from the body that runs it'."""
    if between[0].low not in small_words().of_maker or not tokens[start - 1].low.endswith("s"):
        return False
    relative = [at for at, token in enumerate(between) if token.low in words.opens_relative]
    plain = all(token.is_word for token in between)
    return plain and len(relative) == 1 and tokens[start - 1].text == tokens[start - 1].low


def _comes_in_between(between: list[Token]) -> bool:
    """Whether a comma parts the verb from what stands first: 'The board voted for it, Lee said'."""
    comma = next((at for at in range(len(between) - 1, -1, -1) if between[at].text == ","), None)
    if comma is None or comma == len(between) - 1:
        return False
    behind = between[comma + 1 :]
    if len(behind) > 1 and behind[0].low == "and" and all(token.is_name for token in behind[1:]):
        return True  # 'The horses died, and Lee said'
    return all(token.low != "and" for token in behind)


def _behind_preposition(tokens: list[Token], start: int, verb: int, words: Lexicon) -> int:
    """The comma behind a place or the like that goes on with a subject, else the start itself."""
    if tokens[start].low in words.prepositions:
        inner = phrase_from(tokens, start + 1, words)
        if inner is not None and inner.stop < verb - 1 and tokens[inner.stop].text == ",":
            return inner.stop  # 'polls from Ohio, which'
    return start


def _is_plain_attribute(tokens: list[Token], start: int, verb: int, words: Lexicon) -> bool:
    """Whether a participle or a preposition opens an attribute: 'Democrats trying to win'."""
    head, first = tokens[start - 1], tokens[start]
    participle = _is_participle(first, words)
    if participle and head.is_name and first.low.endswith("ed"):
        return False  # 'Lee returned to Ohio'
    persons = person_words()
    roles = among(head.low, words.roles, words.counts, words.plurals) or among(
        head.low, persons.occupations, persons.kin, persons.he, persons.she
    )
    if not participle and not (first.low in words.prepositions and roles):
        return False
    return _verbs(tokens, start + participle, verb, words) == 0


def _starts_clause(token: Token, words: Lexicon) -> bool:
    """Whether a word opens a clause of its own, or is its subject."""
    return (
        token.low != "and"
        and not token.is_name
        and among(token.low, words.conjunctions, words.subordinate, words.pronouns)
    )


def _is_participle(token: Token, words: Lexicon) -> bool:
    low = token.low
    if token.text != low or not token.is_word:
        return False
    return low.endswith("ing") or (low.endswith("ed") and low not in words.say)


def _is_auxiliary(token: Token, words: Lexicon) -> bool:
    return among(token.low, words.auxiliaries, words.finite, words.be) or is_adverb(token, words)


def _may_be_verb(token: Token, words: Lexicon) -> bool:
    """Whether a word behind 'who' is its verb: 'economists who favor the tax'."""
    if not token.is_word or token.text != token.low or is_adverb(token, words):
        return False
    return not among(token.low, words.determiners, words.prepositions, words.pronouns)


def _verbs(tokens: list[Token], start: int, stop: int, words: Lexicon) -> int:
    """How many finite verbs stand between two indices, auxiliaries and their verbs as one."""
    found, inside = 0, False
    while stop > start and _is_auxiliary(tokens[stop - 1], words):
        stop -= 1
    for at in range(start, stop):
        token = tokens[at]
        finite = (
            token.text == token.low
            and token.low not in words.issued
            and (
                among(token.low, words.finite, words.past)
                or (token.low.endswith("ed") and tokens[at - 1].low not in words.determiners)
                or (
                    at > start
                    and tokens[at - 1].low in words.opens_relative
                    and _may_be_verb(token, words)
                )
            )
        )
        if finite and not inside:
            found += 1
        goes_on = among(token.low, words.often, words.be, words.have) or is_adverb(token, words)
        inside = finite or (inside and goes_on)
    return found


def whole(tokens: list[Token], subject: Phrase, verb: int, words: Lexicon) -> Phrase:
    """'Those' with what tells who they are, up to the verb: 'those who back her say'."""
    if len(subject) > 1 or tokens[subject.start].low != "those" or verb - subject.stop < 1:
        return subject
    first = tokens[subject.stop]
    if not (first.low in words.opens_relative or first.low.endswith("ed")):
        return subject
    stop = verb
    while stop > subject.stop + 1 and among(tokens[stop - 1].low, words.auxiliaries, words.have):
        stop -= 1
    plain = all(token.is_word for token in tokens[subject.stop : stop])
    return Phrase(subject.start, stop) if plain else subject
