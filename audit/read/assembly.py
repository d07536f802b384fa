"""Runs joined to the text of an article, with its blocks, links, embeds and anchors."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from audit.markup.addresses.link_roles import role_of
from audit.model import Block, BlockKind, BlockQuotation, Embed, Link
from audit.read.html.embeds import PostMarkup, embed
from audit.read.links.addresses import as_shown
from audit.read.links.bare_links import bare_links
from audit.read.parsed import NoteRef
from audit.read.quoting import QuoteMarkup
from audit.read.runs import Run

_BETWEEN_BLOCKS = "\n\n"
_BETWEEN_ITEMS = "\n"

GroupKey = tuple[int, ...]
"""What a reader knows a block quotation or embed by; the article numbers them in order."""


@dataclass(slots=True)
class _Group:
    number: int
    start: int
    end: int
    post: PostMarkup | None
    quote: QuoteMarkup | None = None
    signature: tuple[int, int] | None = None


class Assembly:
    """Grows the text of an article block by block.

    ``resolve`` makes an address as written absolute, or None when it leads nowhere on the web.
    """

    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        self._resolve = resolve
        self._chunks: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._anchors: list[tuple[int, int]] = []
        self._groups: dict[GroupKey, _Group] = {}
        self._rows: dict[int, int] = {}
        self._refs: list[NoteRef] = []
        self._raised: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._chunks)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, in order."""
        return tuple(self._blocks)

    @property
    def block_count(self) -> int:
        """The number of blocks so far: the index of the next."""
        return len(self._blocks)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links so far, in order."""
        return tuple(self._links)

    @property
    def refs(self) -> tuple[NoteRef, ...]:
        """The places at which notes are cited so far, in order."""
        return tuple(self._refs)

    @property
    def raised(self) -> tuple[tuple[int, int], ...]:
        """The stretches that are set higher than their line so far, in order."""
        return tuple(self._raised)

    @property
    def embeds(self) -> tuple[Embed, ...]:
        """The embedded posts so far, in order."""
        links = self.links
        return tuple(
            embed(group.post, group.number, (group.start, group.end), links)
            for group in self._groups.values()
            if group.post
        )

    @property
    def quotations(self) -> tuple[BlockQuotation, ...]:
        """The block quotations so far whose markup says something, in order."""
        return tuple(
            BlockQuotation(
                group.number,
                self._resolve(quote.cite) if quote.cite else None,
                group.signature,
                quote.aside,
                quote.mailed,
            )
            for group in self._groups.values()
            if (quote := group.quote) is not None and (quote != QuoteMarkup() or group.signature)
        )

    @property
    def anchors(self) -> tuple[tuple[int, int], ...]:
        """The way back to the file so far, as in ``Origin``."""
        return tuple(self._anchors) or ((0, 0),)

    def add(
        self,
        run: Run,
        kind: BlockKind,
        group: GroupKey | None = None,
        post: PostMarkup | None = None,
        *,
        quote: QuoteMarkup | None = None,
        signs_from: int | None = None,
        row: int | None = None,
    ) -> Block:
        """Appends a run as a block, apart from the one before it.

        ``post`` is what the markup of the block's group says of the post it shows, if it does;
        ``quote`` what that of a block quotation says. From ``signs_from`` on the run says who is
        quoted. ``row`` is the row of a table that the run stands in, by whatever number its format
        has for it.
        """
        if self._blocks:
            in_list = kind is BlockKind.LIST_ITEM and self._blocks[-1].kind is kind
            self._append(_BETWEEN_ITEMS if in_list else _BETWEEN_BLOCKS)
        start = self._length
        self._anchors += [(start + offset, at) for offset, at in run.anchors]
        self._append(run.text)
        self._links += self._links_of(run, start)
        self._refs += [NoteRef(start + at, (key,), label) for at, key, label in run.refs]
        self._raised += [(start + from_, start + to) for from_, to in run.raised]
        number = None
        if group is not None:
            grown = self._grown(group, start, post)
            number, grown.quote = grown.number, quote or grown.quote
            if signs_from is not None:
                begun = grown.signature[0] if grown.signature else start + signs_from
                grown.signature = (begun, self._length)
        in_row = None if row is None else self._rows.setdefault(row, len(self._rows))
        self._blocks.append(Block(start, self._length, kind, number, in_row))
        return self._blocks[-1]

    def add_wordless(self, group: GroupKey, post: PostMarkup) -> None:
        """Notes a post that the article shows here in a frame, without its words."""
        self._grown(group, self._length, post)

    def _grown(self, key: GroupKey, start: int, post: PostMarkup | None) -> _Group:
        group = self._groups.setdefault(key, _Group(len(self._groups), start, start, post))
        group.end = self._length
        return group

    def _append(self, text: str) -> None:
        self._chunks.append(text)
        self._length += len(text)

    def _links_of(self, run: Run, start: int) -> list[Link]:
        links = [
            Link(start + from_, start + to, as_shown(url, run.text[from_:to].strip()))
            for from_, to, href in run.links
            if (url := self._resolve(href))
        ]
        # Words that are a link already are none by themselves, whatever they read.
        linked = [0] * len(run.text)
        for from_, to, _ in run.links:
            linked[from_:to] = [1] * (to - from_)
        links += [link for link in bare_links(run.text, start) if not linked[link.start - start]]
        return [
            replace(link, role=role_of(link.url))
            for link in sorted(links, key=lambda link: link.start)
        ]
