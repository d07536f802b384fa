"""Ties words to the heading above them that is a link, in articles made of such: round-ups.

'### [Ferry chaos deepens](url)' and below it a paragraph without a link tell what the page has.
One such heading alone may lead to the article itself.
"""

from functools import cached_property

from audit.extract.claims import Claim
from audit.extract.places import links_between
from audit.model import Article, BlockKind, Link, LinkRole

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
            link = self._whole(number) if block.kind is BlockKind.HEADING else None
            if link is None:
                continue
            headings += 1
            below = []
            for behind in range(number + 1, len(blocks)):
                if blocks[behind].kind is BlockKind.HEADING:
                    break
                below.append(behind)
            if len(below) <= _FURTHER and not any(map(self._links, below)):
                found |= dict.fromkeys(below, self._article.links.index(link))
        return found if headings >= _FEWEST else {}

    def _whole(self, number: int) -> Link | None:
        """The link that all of a block is."""
        block = self._article.blocks[number]
        links = self._links(number)
        whole = links and (links[0].start, links[0].end) == (block.start, block.end)
        return links[0] if whole and len(links) == 1 else None

    def _links(self, number: int) -> list[Link]:
        block = self._article.blocks[number]
        links = links_between(self._article, block.start, block.end)
        return [link for link in links if link.role is LinkRole.SOURCE]
