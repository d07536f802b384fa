"""Passes over when and where something was said: 'on Tuesday', 'in a statement'."""

from audit.extract.sentences import Token
from audit.languages.common import among
from audit.languages.extraction.english import Lexicon
from audit.languages.extraction.english_small_words import small_words

_LONGEST_WHEN = 14  # words


def skip_when(tokens: list[Token], at: int, words: Lexicon) -> int:
    """Over 'Tuesday', 'on Tuesday', 'in a statement' and the comma behind them."""
    start = at
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low in words.times or (at > start and token.text == ","):
            at += 1
        elif token.low in small_words().before_times_passed and following in words.times:
            at += 2
        elif token.low in small_words().occasions:
            reach = range(at + 1, min(at + 6, len(tokens)))
            noun = next((i for i in reach if tokens[i].low in words.nouns), None)
            if noun is None:
                break
            at = noun + 1
        else:
            break
    return at if at < len(tokens) else start


def only_when(tokens: list[Token], start: int, words: Lexicon) -> bool:
    """Whether only 'on Monday', 'in a statement' and the like follow."""
    if any(token.low == "that" for token in tokens[start : start + 3]):
        return False
    end = next((i for i in range(start, len(tokens)) if tokens[i].text == ";"), len(tokens))
    rest = [token for token in tokens[start:end] if token.is_word]
    if not rest or len(rest) > _LONGEST_WHEN or rest[0].low not in words.opens_when:
        return False
    if len(rest) > 1 and rest[1].low in small_words().amounts:
        return False  # 'reported at least six dead'
    return len(rest) < 2 or not among(rest[1].low, words.finite, words.be)  # 'this was'
