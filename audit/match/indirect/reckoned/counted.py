"""Whether a small number of a statement counts what its source lists, or what it told before."""

import re
from collections.abc import Iterator

from audit.languages.comparison.rounding import Rounding
from audit.match.indirect.reckoned.wanted import Wanted
from audit.match.indirect.stems import stem_of
from audit.match.indirect.telling import Passage
from audit.match.indirect.told import Told

_FEWEST = 2
_MOST_TOLD = 4  # that 'the two', 'the four' refer to
_MOST = 12
_LONGEST_ITEM = 6  # words
_ORDINAL = re.compile(r"=(\d{1,3})\.")
_PARTS = re.compile(r"[,;:]")
_SHORT_OF = 3  # items: two that are joined are in every sentence


def is_told_before(ours: Wanted, near: Rounding) -> bool:
    """Whether a spelled number only refers to what was told before: 'the two storms'."""
    if not ours.is_spelled or ours.figure.unit or not _FEWEST <= ours.figure.value <= _MOST_TOLD:
        return False
    return not near.definite.isdisjoint(ours.lead[-1:])


def counts_the_same(ours: Wanted, passage: Passage) -> bool:
    """Whether a sentence has another number of the same: 'two storms' is not 'the nine storms'."""
    words = passage.here.words
    return any(
        words[placed.end : placed.end + 1] == list(ours.behind[:1])
        and ours.figure not in placed.ways
        for placed in passage.here.figures
    )


def is_counted(
    ours: Wanted, passage: Passage, conjunctions: frozenset[str], near: Rounding
) -> bool:
    """Whether a sentence lists as many as a number says."""
    many = int(ours.figure.value)
    if not _is_small(ours):
        return False
    if many == _FEWEST and passage.here.has(near.pair):
        return True
    return many in _lists(passage.here, conjunctions)


def is_by_order(ours: Wanted, passage: Passage) -> bool:
    """Whether a sentence has the last of so many by its order: 'her fifth club' for 'five clubs'.

    Where another tells how many these are, that holds: see ``counts_the_same``.
    """
    many = int(ours.figure.value)
    return _FEWEST <= many <= _MOST and (
        _is_last(many, passage.here, is_spelled=ours.is_spelled)
        or _is_the_last(ours, many, passage.here)
    )


def _is_last(many: int, told: Told, *, is_spelled: bool) -> bool:
    """Whether the last of a sentence's ordinals is of so many: 'her first year … her second'.

    Any is, of a number in words: 'five wins' of 'a fifth win in a row'.
    """
    ordinals = [int(found[1]) for each in told.tokens if (found := _ORDINAL.fullmatch(each.key))]
    return (is_spelled and many in ordinals) or (len(ordinals) > 1 and max(ordinals) == many)


def _is_the_last(ours: Wanted, many: int, told: Told) -> bool:
    """Whether an ordinal stands before what is counted: 'her fifth club' for 'five clubs'."""
    counted = stem_of(ours.behind[0], told.language) if ours.behind else ""
    return any(
        (found := _ORDINAL.fullmatch(token.key)) is not None
        and int(found[1]) == many
        and counted in [stem_of(word, told.language) for word in told.words[token.end :][:1]]
        for token in told.tokens
    )


def _is_small(ours: Wanted) -> bool:
    return not ours.figure.unit and _FEWEST <= ours.figure.value <= _MOST


def _lists(told: Told, conjunctions: frozenset[str]) -> Iterator[int]:
    """How many items the lists of a sentence have, which a conjunction ends; ages are none."""
    many, last = 0, ""
    for part in _PARTS.split(told.text):
        for piece, is_joined in _pieces(part, conjunctions):
            if not piece or all(word.strip(".").isdecimal() for word in piece):
                continue
            many = many + 1 if len(piece) <= _LONGEST_ITEM or is_joined else 1
            if is_joined and (many >= _SHORT_OF or _are_names(last, piece[0])):
                yield many
            many = 1 if is_joined else max(many, 1)
            last = piece[-1]


def _are_names(one: str, other: str) -> bool:
    """Whether two words that are joined both begin with a capital."""
    return one[:1].isupper() and other[:1].isupper()


def _pieces(part: str, conjunctions: frozenset[str]) -> Iterator[tuple[list[str], bool]]:
    """The words between conjunctions, and whether one stands before them."""
    piece: list[str] = []
    is_joined = False
    for word in part.split():
        if word.lower() in conjunctions:
            yield piece, is_joined
            piece, is_joined = [], True
        else:
            piece.append(word)
    yield piece, is_joined
