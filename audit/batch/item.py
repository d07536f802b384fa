"""An article of a batch. Loads no part of what audits it."""

from dataclasses import dataclass

from audit.errors import CiteauditError
from audit.pipeline import Job


@dataclass(frozen=True, slots=True)
class Item:
    """An article of a batch: its place among the inputs, from 0, what it is called, the work on it.

    ``job`` is an error where it cannot be begun.
    """

    place: int
    name: str
    job: Job | CiteauditError
