"""A name as a sentence mentions it."""

from enum import IntEnum
from typing import NamedTuple

from audit.extract.english.persons.runs import Run


class Rank(IntEnum):
    """How a sentence mentions somebody; the highest is whom a later pronoun stands for first."""

    HIDDEN = 0  # in brackets, in a credit, before a noun: 'the Cruz campaign'
    OWNER = 1  # of something: "Lee's plan"
    PASSING = 2  # behind a preposition, in an apposition, as an object
    SUBJECT = 3
    SPEAKER = 4  # the subject of a verb of saying


class Named(NamedTuple):
    """A name in a sentence, with what stands before it that tells whose it is.

    ``pronoun`` is 'he' or 'she' where a title, a noun or the given name tells. ``is_person`` is
    None where nothing tells. ``owner`` is 'he' or 'she' of 'his coach, Lee', 'her lawyer Lee'.
    """

    run: Run
    name: str
    title: str | None
    pronoun: str | None
    is_person: bool | None
    rank: Rank
    owner: str | None = None
