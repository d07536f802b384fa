"""What stands beside a pronoun, and tells what it does in its sentence."""

from collections.abc import Sequence

from audit.extract.sentences import Token
from audit.languages.extraction.english_small_words import small_words

_CLOSING = 5  # tokens of ', she said on Monday.'


def is_overheard(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is of a recording: 'she is heard saying', 'he can be heard'."""
    return any(token.low == "heard" for token in tokens[at + 2 : at + 4])


def answers(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun is of whoever answers the last speaker: 'she replied', 'he shot back'."""
    return at + 1 < len(tokens) and tokens[at + 1].low in small_words().answers


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun begins a clause: first of its sentence, or behind quoted words."""
    return at == 0 or tokens[at - 1].quote >= 0 or tokens[at - 1].text == ","


def closes_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Whether little more than a verb stands behind a pronoun: '…, she said'."""
    behind = tokens[at + 2 : at + _CLOSING]
    ends = any(not token.is_word for token in behind) or at + _CLOSING > len(tokens)
    return opens_clause(tokens, at) and ends


def is_in_words(tokens: Sequence[Token], at: int) -> bool:
    """Whether a possessive stands in 'in her words' or 'in her own words'."""
    behind = [token.low for token in tokens[at + 1 : at + 3]]
    return (
        at > 0 and tokens[at - 1].low == "in" and behind[behind[:1] == ["own"] :][:1] == ["words"]
    )
