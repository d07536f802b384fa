"""What a reader of one format makes of a file, before it is an Article."""

from dataclasses import dataclass

from audit.model import Block, BlockQuotation, Embed, Link
from audit.read.comments import ParsedComment


@dataclass(frozen=True, slots=True)
class Parsed:
    """The body of an article in one format; fields as in ``Article``, ``anchors`` as in ``Origin``.

    ``decoded`` is the whole file as text, to which the anchors lead; None for a format without lines.
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
