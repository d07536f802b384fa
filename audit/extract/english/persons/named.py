"""A name as a sentence mentions it."""

from dataclasses import dataclass
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


@dataclass(slots=True)
class Person:
    """Whoever goes by a full name in an article; ``pronoun`` is None until something tells it.

    ``called`` is the first pronoun that stood for the person, where no word told which fits: one
    who was 'she' is not taken for a later 'he'. ``among`` are those of one surname where it alone
    is written. ``may_be_none``: nothing tells whether it is a person or a company.
    """

    name: str
    pronoun: str | None = None
    title: str | None = None
    is_group: bool = False
    called: str | None = None
    among: tuple["Person", ...] = ()
    may_be_none: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A person mentioned at token ``at`` of a sentence; ``owner`` is 'she' of 'her coach, Lee'."""

    at: int
    person: Person
    rank: Rank
    owner: str | None = None
