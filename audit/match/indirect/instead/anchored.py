"""A figure in another's place, by a figure beside it, its month, whose age it is, or its digits.

'212 passengers and 41 cars', where the page has 212 passengers and 36 cars, and 41 of a quay.
"""

from collections.abc import Sequence

from audit.match.indirect.instead.both_sides import Said, There, words_there
from audit.match.indirect.instead.clauses import (
    AGE,
    DAY,
    MANY,
    MONTH,
    PAIR,
    PART,
    YEAR,
)
from audit.match.indirect.instead.dated import has_day
from audit.match.indirect.instead.in_place import digits_of, slip
from audit.match.prepared.source import Prepared
from audit.values.times.dates import calendar_date

_NEVER = frozenset({DAY, MONTH, YEAR, AGE, PAIR, PART})  # held with others: a named month is
_SHORT = 2  # characters of the key of a number that many sentences have: '=3'


def is_anchored(said: Said, other: There, same: Sequence[There]) -> bool:
    """Whether another figure of a statement stands in the sentence of the only one of its kind.

    '212 passengers and 41 cars', where the page has 212 passengers and 36 cars, and 41 of a quay.
    """
    own, keys = said.figure, {each.key for each in other.figures}
    if own.kind in _NEVER or own.key in keys or own.is_of_part:
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


def is_another_date(said: Said, other: There, page: Prepared) -> bool:
    """Whether a page has not a statement's date, and one that is the same but for a part of it.

    The month in another year, the day in another month, the year in other digits: 'from 1 July' for
    'on 1 June', with a word of the clause beside it.
    """
    own, kind = said.figure, said.figure.kind
    if kind != other.figure.kind or said.words.isdisjoint(other.figure.beside):
        return False
    if kind == YEAR:
        return not said.stands and slip(own.text, other.figure.text) > 0
    ours, theirs = calendar_date(own.key), calendar_date(other.figure.key)
    if ours is None or theirs is None:
        return False
    if kind == MONTH:
        return not said.stands and ours.month == theirs.month
    is_but_for_month = ours.first == theirs.first and ours.month != theirs.month
    return is_but_for_month and not has_day(frozenset({(ours.month, ours.first)}), page)


def of_another_age(said: Said, there: Sequence[There]) -> There | None:
    """The age that a page has for somebody of the same name.

    It may be from years ago, unless the statement's is lower, is somebody else's there, or has the
    same digits.
    """
    ages = [each for each in there if each.figure.kind == AGE]
    named = [each for each in ages if each.figure.counted == said.figure.counted]
    if len({each.figure.key for each in named}) != 1 or named[0].figure.key == said.figure.key:
        return None
    other = named[0].figure
    is_anothers = any(each.figure.key == said.figure.key for each in ages)
    is_younger = int(said.figure.key[1:]) < int(other.key[1:]) - 1
    is_one = is_younger or is_anothers or slip(said.figure.text, other.text)
    return named[0] if is_one else None


def is_slip(said: Said, other: There, same: Sequence[There]) -> bool:
    """Whether another figure of what is counted has the same digits in another order."""
    counted = said.figure.counted
    return (
        bool(counted)
        and counted == other.figure.counted
        and slip(said.figure.text, other.figure.text) > 1
        and all(counted not in each.figure.beside for each in same)
    )


def _anchors(said: Said, there: There) -> bool:
    """Whether a sentence has another figure of a statement that no chance has there."""
    return any(
        each.key in said.others and (each.kind not in {MANY, PART} or len(each.key) > _SHORT)
        for each in there.figures
    )


def is_but_a_digit(own: str, other: str) -> bool:
    """Whether the numbers of two keys are the same, or but for one digit more."""
    ours, theirs = (digits_of(key.partition(" ")[0]) for key in (own, other))
    few, many = sorted((ours, theirs), key=len)
    if len(many) - len(few) > 1 or not few:
        return False
    return few == many or any(many[:at] + many[at + 1 :] == few for at in range(len(many)))
