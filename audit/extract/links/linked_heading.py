"""Ties words to the heading above them that is a link, in articles made of such: round-ups.

'### [Ferry chaos deepens](url)' and below it a paragraph without a link tell what the page has.
One such heading alone may lead to the article itself.
"""

from bisect import bisect_left
from functools import cached_property

from audit.extract.claims import Claim
from audit.model import Article, Block, BlockKind, LinkRole

_FEWEST = 2  # headings
_FURTHER = 3  # paragraphs below a heading


class LinkedHeadings:
    """The headings of one article that are links, with what stands below them."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def of(self, claim: Claim) -> int | None:
        """The number of the link that is the heading above a claim, where none stands between."""
        return self._by_block.get(claim.block)

    @cached_property
    def _by_block(self) -> dict[int, int]:
        """The number of the link above each block of a section that has no other."""
        blocks = self._article.blocks
        found: dict[int, int] = {}
        headings = 0
        for number, block in enumerate(blocks):
            link = self._whole(block) if block.kind is BlockKind.HEADING else None
            if link is None:
                continue
            headings += 1
            below = []
            for behind in range(number + 1, len(blocks)):
                if blocks[behind].kind is BlockKind.HEADING:
                    break
                below.append(behind)
            if len(below) <= _FURTHER and not any(self._links(blocks[behind]) for behind in below):
                found |= dict.fromkeys(below, link)
        return found if headings >= _FEWEST else {}

    def _whole(self, block: Block) -> int | None:
        """The number of the link that all of a block is."""
        links = self._links(block)
        first = self._article.links[links[0]] if len(links) == 1 else None
        whole = first is not None and (first.start, first.end) == (block.start, block.end)
        return links[0] if whole else None

    def _links(self, block: Block) -> list[int]:
        links = self._article.links
        first = bisect_left(links, block.start, key=lambda link: link.start)
        last = bisect_left(links, block.end, key=lambda link: link.start)
        return [at for at in range(first, last) if links[at].role is LinkRole.SOURCE]
