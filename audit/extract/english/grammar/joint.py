"""Reads subjects of two and more: 'Both the union and the company say', 'Lee, Roy and Orr say'."""

from audit.extract.phrase import Phrase
from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FARTHEST = 24  # tokens of a joint subject before its last part


def with_others(tokens: list[Token], last: Phrase, words: Lexicon) -> Phrase:
    """The whole subject of which ``last`` is the last part; ``last`` itself where it is alone.

    It begins with 'both', 'either' or 'neither', or its sentence does with it, and no verb stands
    between.
    """
    joint = last.start - 1
    if joint < 1 or tokens[last.start].low in words.relative:
        return last
    if tokens[joint].low not in small_words().joins_subjects:
        listed = tokens[joint].text == "," and _joins(tokens, last)
        if not listed or not all(token.is_name or token.text == "," for token in tokens[:joint]):
            return last
    first = _first(tokens, joint, words)
    if first is None or _is_parted(tokens, first, joint):
        return last
    if _is_put_in(tokens, first, last, words):
        return Phrase(_behind_comma(tokens, first, joint), last.stop)
    return Phrase(first, last.stop)


def _is_put_in(tokens: list[Token], first: int, last: Phrase, words: Lexicon) -> bool:
    """Whether a clause is put into another: 'The source of it, members and leaders say, is old'."""
    close = last.stop + 1
    if close + 1 >= len(tokens) or tokens[close].text != ",":
        return False
    goes_on = among(tokens[close + 1].low, words.finite, words.be)
    return goes_on and _behind_comma(tokens, first, last.start) > first


def _behind_comma(tokens: list[Token], first: int, stop: int) -> int:
    """Behind the one comma before an index, ``first`` where there is not just one."""
    commas = [at for at in range(first, stop) if tokens[at].text == ","]
    return commas[0] + 1 if len(commas) == 1 else first


def _joins(tokens: list[Token], phrase: Phrase) -> bool:
    return any(tokens[at].low in small_words().joins_subjects for at in phrase)


def _is_parted(tokens: list[Token], first: int, joint: int) -> bool:
    """Whether the one comma stands before the 'and', so that a clause of its own follows it.

    Not in 'Ann Lee, a nurse, and Ben Roy', 'Lee, Orr, and Roy'.
    """
    commas = sum(token.text == "," for token in tokens[first:joint])
    return tokens[joint - 1].text == "," and commas == 1


def _first(tokens: list[Token], stop: int, words: Lexicon) -> int | None:
    """Where the parts begin that end before index ``stop``, None where a clause does."""
    for at in range(stop - 1, max(stop - _FARTHEST, -1), -1):
        token = tokens[at]
        if token.low in small_words().opens_pair:
            return at
        if not token.is_word and token.text != ",":
            return None
        if _may_be_verb(tokens, at, words):
            return None
    if stop > _FARTHEST:
        return None
    first = 1 if tokens[0].low in small_words().before_subject else 0
    return first if first < stop and _may_open(tokens[first], words) else None


def _may_be_verb(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a clause of its own may stand before a subject's last part: 'She left, and Roy'."""
    low, before = tokens[at].low, tokens[at - 1].low if at else ""
    if tokens[at].text != low:
        return False
    if among(low, words.finite, words.past, words.subordinate, words.clause_openers):
        return True
    if before in words.determiners:
        return False
    past = low.endswith("ed") and low not in words.no_past
    return (past or words.is_verb(low)) and not among(low, words.nouns, words.roles)


def _may_open(token: Token, words: Lexicon) -> bool:
    """Whether a word may be the first of a subject: not 'In', 'Asked', 'On', 'However'."""
    if among(token.low, words.prepositions, words.times, words.when, words.imperatives):
        return False
    if token.low.endswith(("ing", "ed", "ly")):
        return False
    return token.is_word and not among(token.low, words.conjunctions, words.adds)
