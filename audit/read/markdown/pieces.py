"""The blocks of a Markdown file while it is being read."""

from dataclasses import dataclass, field

from audit.model import BlockKind
from audit.read.assembly import GroupKey
from audit.read.html.embeds import PostMarkup, signed_service
from audit.read.quoting import QuoteMarkup
from audit.read.runs import Run

RawComment = tuple[str, int]
"""A comment as it is written, and its file offset."""


@dataclass(slots=True)
class Piece:
    """A block to be; one without a run is a post in a frame.

    ``before`` are the comments that stand alone before it, ``inside`` those among its words.
    ``ordinal`` is the number of the list item that it opens, ``note`` the footnote that it is of:
    its place in the file, its label. ``row`` is the place of the table's row that it is a cell of.
    """

    run: Run | None
    kind: BlockKind
    group: GroupKey | None = None
    post: PostMarkup | None = None
    is_h1: bool = False
    quote: QuoteMarkup | None = None
    signs: bool = False
    before: list[RawComment] = field(default_factory=list)
    inside: list[RawComment] = field(default_factory=list)
    ordinal: int | None = None
    note: tuple[int, str] | None = None
    row: int | None = None


@dataclass(slots=True)
class Quotation:
    """The outermost block quotation that is open, and its blocks so far."""

    key: GroupKey
    pieces: list[Piece] = field(default_factory=list)
    depth: int = 1
    is_mail: bool = False  # '> > ': answers to answers

    def closed(self) -> list[Piece]:
        """Its blocks, which it makes a quotation or, where a signature closes it, a post."""
        last = self.pieces[-1].run if self.pieces else None
        for piece in self.pieces:
            piece.quote = piece.quote or QuoteMarkup(mailed=self.is_mail)
        service = signed_service(last.text) if last else None
        if service is not None:
            for piece in self.pieces:
                piece.kind, piece.post = BlockKind.EMBED, PostMarkup(service)
        return self.pieces
