"""A figure in another's place, by a figure beside it, by its month, or by its digits.

'212 passengers and 41 cars', where the page has 212 passengers and 36 cars, and 41 of a quay.
"""

from collections.abc import Sequence

from audit.match.indirect.instead.both_sides import Said, There, words_there
from audit.match.indirect.instead.clauses import (
    AGE,
    DATED,
    MANY,
    MONTH,
    PAIR,
    PART,
    ClauseFigure,
)
from audit.match.indirect.instead.in_place import digits_of
from audit.values.dates import calendar_date

_SHORT = 2  # characters of the key of a number that many sentences have: '=3'


def is_anchored(said: Said, other: There, same: Sequence[There]) -> bool:
    """Whether another figure of a statement stands in the sentence of the only one of its kind.

    '212 passengers and 41 cars', where the page has 212 passengers and 36 cars, and 41 of a quay.
    """
    own, keys = said.figure, {each.key for each in other.figures}
    if own.kind in DATED | {AGE, PAIR, PART} or own.key in keys or own.is_of_part:
        return False
    if own.kind == MANY:
        is_of_one = bool(own.behind) and own.counted == other.figure.counted
    else:
        of_kind = {each.key for each in other.figures if each.kind == own.kind}
        is_of_one = len(of_kind) == 1 and not any(key.endswith(own.kind) for key in said.others)
    shared = len(said.words & words_there(other))
    return (
        is_of_one
        and shared > 0
        and _anchors(said, other)
        and not any(
            _anchors(said, each) or len(said.words & words_there(each)) > shared for each in same
        )
    )


def is_of_another_year(said: Said, other: There) -> bool:
    """Whether the page has the month of a statement's date in another year, and not in its own."""
    if said.stands or said.figure.kind != MONTH:
        return False
    ours, theirs = calendar_date(said.figure.key), calendar_date(other.figure.key)
    is_same_month = ours is not None and theirs is not None and ours.month == theirs.month
    return is_same_month and not said.words.isdisjoint(words_there(other))


def _anchors(said: Said, there: There) -> bool:
    """Whether a sentence has another figure of a statement that no chance has there."""
    return any(
        each.key in said.others and (each.kind not in {MANY, PART} or len(each.key) > _SHORT)
        for each in there.figures
    )


def is_but_a_digit(own: ClauseFigure, other: ClauseFigure) -> bool:
    """Whether the numbers of two figures are the same, or but for one digit more."""
    ours, theirs = (digits_of(each.key.partition(" ")[0]) for each in (own, other))
    few, many = sorted((ours, theirs), key=len)
    if len(many) - len(few) > 1 or not few:
        return False
    return few == many or any(many[:at] + many[at + 1 :] == few for at in range(len(many)))
