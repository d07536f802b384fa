"""Tells where a clause that somebody states ends, and the reporter's voice returns."""

from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_FEWEST_WORDS = 3  # of a clause
_KEEPS_BACK = 6  # tokens of 'has so far not publicly said'
_UNNAMED = 5  # tokens of 'on the condition of anonymity'
_EVEN = 2  # tokens of 'even as'
_SUMMARY = 5  # tokens of ', a bold new claim'
_DASHES = frozenset({"—", "–", "--", "-"})


def tells_how(tokens: list[Token], at: int) -> bool:
    """Whether words tell how or beside what something was said, and are none of it.

    'Spoke on condition of anonymity', 'conceded a mistake even as he defended it'.
    """
    low = [token.low for token in tokens[at : at + _UNNAMED]]
    if low[:1] == ["on"] and "of" in low[1:]:
        of = low.index("of")
        return of + 1 < len(low) and low[of + 1] in small_words().unnamed
    return low[:2] == ["even", "as"] and len(low) > _EVEN and low[2] in small_words().one_person


def _goes_on_behind(tokens: list[Token], start: int, comma: int, words: Lexicon) -> bool:
    """Whether what a comma brings belongs to the clause.

    As in 'the flag, which hangs here, is old', 'half of them like it, while a third do not', and ',
    as well as'.
    """
    first = tokens[comma + 1].low
    if first == "as":
        return comma + 2 < len(tokens) and tokens[comma + 2].low == "well"
    if first == "while" and any(_counts(token, words) for token in tokens[start:comma]):
        return True
    modal = tokens[comma + 2].low if comma + 2 < len(tokens) else ""
    if first == "which" and modal in small_words().would:
        return True  # 'said it would end the toll, which would cost the town a million'
    return is_put_in(tokens, comma, words)


def is_put_in(tokens: list[Token], comma: int, words: Lexicon) -> bool:
    """Whether a later comma closes what one opens, before a verb: 'a flag, which is old, is'."""
    for at in range(comma + 2, len(tokens) - 1):
        closes = tokens[at].text == "," or (tokens[at].quote >= 0 and tokens[at].text[-1:] == ",")
        if closes and tokens[at + 1].text == tokens[at + 1].low:
            return among(tokens[at + 1].low, words.finite, words.be)
    return False


def _counts(token: Token, words: Lexicon) -> bool:
    return token.low == "percent" or token.text == "%" or token.low in words.numbers


def _sums_up(tokens: list[Token], at: int) -> bool:
    """Whether behind a comma or dash the reporter tells what a statement is, or goes on.

    '…, a claim that', '…, the first time', '…, compared with', '… – then'.
    """
    small, behind = small_words(), tokens[at + 1].low
    if tokens[at].text in _DASHES:
        return behind in small.goes_on_behind_dash and not _closes_dash(tokens, at)
    if tokens[at].low == "but":
        return behind in small.speaker_again or _keeps_back(tokens, at + 1)
    if tokens[at].text == "," and behind in small.conceding and at + 2 < len(tokens):
        who = at + 2 + (tokens[at + 2].low in small.one_person_or_more)
        while who < len(tokens) and tokens[who].is_name:
            who += 1
        return who > at + 2 and _keeps_back(tokens, who)
    if tokens[at].text != ",":
        return False
    denies = behind == "but" and at + 2 < len(tokens) and _sums_up(tokens, at + 1)
    if behind in small.comments or denies:
        return True
    opens = behind in small.before_summary
    return opens and any(token.low in small.summaries for token in tokens[at + 2 : at + _SUMMARY])


def _keeps_back(tokens: list[Token], at: int) -> bool:
    """Whether somebody does not tell more: 'but would not say', 'though she did not explain'."""
    small = small_words()
    behind = [token.low for token in tokens[at : at + _KEEPS_BACK]]
    for number, low in enumerate(behind[:-1]):
        if low in small.negations or low in small.did_not:
            return any(verb in small.discloses for verb in behind[number + 1 : number + 3])
    return False


def _closes_dash(tokens: list[Token], at: int) -> bool:
    """Whether a later dash brings back what one interrupts: 'that – though dear – it works'."""
    return any(
        tokens[later].text in _DASHES
        and tokens[later + 1].low not in small_words().goes_on_behind_dash
        for later in range(at + 1, len(tokens) - 1)
    )


def clause_end(tokens: list[Token], start: int, words: Lexicon) -> int:
    """Where a clause that somebody states ends.

    With its sentence, or where the reporter's voice returns.
    """
    brackets = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.text == ";":
            return index
        brackets += (token.text == "(") - (token.text == ")")
        if brackets < 0:
            return index  # of what the brackets around the cue hold
        if index > start and tells_how(tokens, index):
            return index
        if index - start < _FEWEST_WORDS or index + 1 >= len(tokens):
            continue
        returns = token.text == "," and tokens[index + 1].low in small_words().reporters
        if returns and not _goes_on_behind(tokens, start, index, words):
            return index
        if _sums_up(tokens, index):
            return index
    return len(tokens)
