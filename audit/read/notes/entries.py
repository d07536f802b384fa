"""An entry of a list of notes, while the list is looked for and when it is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A note: what it is cited by and where its words stand; ``group`` numbers its list.

    ``key`` is what the markup knows it by. One without a place has its ``words`` and ``addresses``
    with it. ``leads_to`` are the keys of notes that it refers to.
    """

    label: str
    group: int
    start: int | None = None
    end: int | None = None
    key: str | None = None
    words: str = ""
    addresses: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteList:
    """The entries of one list and the numbers of the blocks that they fill.

    ``is_sure`` says that its entries are notes even if nothing cites them.
    """

    entries: tuple[Entry, ...]
    blocks: frozenset[int]
    is_sure: bool
