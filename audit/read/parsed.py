"""What a reader of one format makes of a file, before it is an Article."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.model import Block, BlockQuotation, Embed, Link, Note, NoteMark
from audit.read.comments import ParsedComment


@dataclass(frozen=True, slots=True)
class NoteRef:
    """A place in the text at which the markup cites notes, by the ``key`` of each.

    ``label`` is what is shown. ``end`` is where the mark ends that begins ``at`` there; None where
    the text is without it.
    """

    at: int
    keys: tuple[str, ...]
    label: str
    end: int | None = None


UNTIED = ""
"""The key of a mark that leads to no place: a list of the article may have its label."""

UNSOURCED = "\n"
"""The key of a mark that says that there is no source: '[citation needed]'."""


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note that the markup declares, known by ``key``; its words are ``text[start:end]``.

    One whose words do not stand in the text has no ``start``, its words in ``words`` and its links
    in ``addresses``. ``leads_to`` are the keys of notes that it refers to itself; only such notes
    lead to one that ``is_further``.
    """

    key: str
    label: str
    start: int | None = None
    end: int | None = None
    words: str = ""
    addresses: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    is_further: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """The body of an article in one format; fields as in ``Article``, ``anchors`` as in ``Origin``.

    ``decoded`` is the whole file as text, to which the anchors lead; None for a format without
    lines. ``refs`` and ``entries`` are what the markup says of notes, ``ordinals`` the numbers of
    the items of numbered lists by the index of their block, ``raised`` the stretches that are set
    higher than their line.
    """

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    embeds: tuple[Embed, ...] = ()
    anchors: tuple[tuple[int, int], ...] = ((0, 0),)
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    comments: tuple[ParsedComment, ...] = ()
    decoded: str | None = None
    quotations: tuple[BlockQuotation, ...] = ()
    refs: tuple[NoteRef, ...] = ()
    entries: tuple[NoteEntry, ...] = ()
    ordinals: Mapping[int, int] = field(default_factory=dict)
    raised: tuple[tuple[int, int], ...] = ()
    notes: tuple[Note, ...] = ()
    marks: tuple[NoteMark, ...] = ()
    canonical: str | None = None
    publisher: str | None = None
