"""Tells when a pronoun is as sure as a name: “…,” she said, in a paragraph on nobody else."""

from itertools import pairwise

from audit.extract.claims import Claim
from audit.extract.engine import Reading
from audit.extract.sentences import Token
from audit.languages.common import CommonWords, among

_MOST_BEFORE = 5  # words before the name: 'The former Strathorr manager, Callum Breck'


def opens_with(name: str, claim: Claim, reading: Reading) -> bool:
    """Whether the paragraph of a pronoun opens with the name that it stands for, and has no other.

    Only roles, titles and articles may come before it there: a verb would make it an object.
    """
    named, words = claim.named, reading.words
    if named is None or claim.cue is None or not claim.sentences:
        return False
    if named.text.lower() not in words.pronouns:
        return False
    number = min(claim.sentences)
    first = number
    while first and reading.sentences[first - 1].block == reading.sentences[number].block:
        first -= 1
    if first == number:
        return False
    tokens = [token for at in range(first, number) for token in reading.sentences[at].tokens]
    own = name.casefold().split()
    at = next((at for at, token in enumerate(tokens) if token.text.casefold() == own[0]), None)
    if at is None or at > _MOST_BEFORE:
        return False
    before, behind = tokens[:at], tokens[at + len(own) :]
    if not all(_may_come_before(token, words) for token in before):
        return False
    return not _has_other_name(behind, own)


def _may_come_before(token: Token, words: CommonWords) -> bool:
    if not token.is_word:
        return token.text == ","
    return token.is_name or among(token.low, words.roles, words.titles, words.determiners)


def _has_other_name(tokens: list[Token], own: list[str]) -> bool:
    """Whether two names in a row are there that are not all the person's."""
    return any(
        left.is_name and right.is_name and not {left.low, right.low} <= set(own)
        for left, right in pairwise(tokens)
    )
