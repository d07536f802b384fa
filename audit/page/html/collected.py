"""The blocks of a page as they are found: the seen ones in their regions, and the hidden ones."""

from io import StringIO

from audit.markup.rendering.curtain import Curtain
from audit.model import Zone
from audit.page.html.box_words import LONGEST_BOX, zone_of_box
from audit.page.html.zone_claims import AN_ARTICLE, MAIN_TEXT, Claim
from audit.page.html.zones import Region, zones_of

_MOST_BLOCKS = 500_000  # more of them make one block: no page that is read has so many


class Collected:
    """``seams`` are (block, offset in it) pairs, see ``Page.seams``.

    ``hidden`` are texts in order, ``withdrawn`` lines with their struck words.
    """

    def __init__(self) -> None:
        self.seams: list[tuple[int, int]] = []
        self.hidden: list[str] = []
        self.withdrawn: list[str] = []
        # With its region, what stands in links, and whether all of it leads to another page.
        self._blocks: list[tuple[str, int, int, bool]] = []
        self._overflow = StringIO()
        self._regions = [Region(0)]
        self._inside = [0]  # the open regions
        self._article = 0  # the outermost open region that is an <article>, 0 where none is
        self._curtain = Curtain()
        self._curtain_region = 0

    def keep(
        self,
        text: str,
        linked: int = 0,
        seams: list[int] | None = None,
        *,
        leads: bool = False,
    ) -> None:
        """Keeps a block that is seen, of which ``linked`` characters stand in links.

        ``leads`` says that all of it is a link to another page.
        """
        index = self._inside[-1]
        region = self._regions[index]
        region.chars += len(text)
        region.linked += linked
        if len(self._blocks) >= _MOST_BLOCKS:
            self._overflow.write(f"{text}\n")
            return
        if self._article and region.claim is not None and region.claim.zone is Zone.HEADLINE:
            article = self._regions[self._article]
            article.headline = article.headline or text
        if seams:
            self.seams.extend((len(self._blocks), seam) for seam in seams)
        self._blocks.append((text, index, linked, leads))

    def open_region(self, claim: Claim, *, has_headline: bool) -> None:
        """An element begins that claims a zone for its words; ``close_region`` ends it."""
        self._regions[self._inside[-1]].has_headline |= has_headline
        self._regions.append(Region(self._inside[-1], claim))
        self._inside.append(len(self._regions) - 1)
        if claim is AN_ARTICLE and not self._article:
            self._article = self._inside[-1]

    def close_region(self) -> None:
        """The innermost open region ends."""
        if self._inside.pop() == self._article:
            self._article = 0

    def says_main(self, claim: Claim) -> bool:
        """Whether a claim is that of the main text; the innermost open region then has it."""
        if claim is MAIN_TEXT:
            self._regions[self._inside[-1]].has_main = True
            return True
        return False

    def hide(self) -> None:
        """An element begins that hides its words."""
        self._curtain.hide(len(self.hidden))

    def show(self) -> None:
        """The element that hides its words ends."""
        curtain = self._curtain
        if curtain.show(
            map(len, self.hidden[curtain.first() :]), len(self.hidden), len(self._blocks)
        ):
            self._curtain_region = self._inside[-1]

    def blocks(self, title: str | None) -> tuple[tuple[str, Zone], ...]:
        """The blocks that are seen, with their zones, once the page is read and has a title."""
        self._draw_curtain()
        if rest := self._overflow.getvalue():
            self._blocks.append((rest, 0, 0, False))
        zones = zones_of(self._regions, title or "")
        return tuple(
            (text, zone_of_box(text, linked))
            if len(text) <= LONGEST_BOX and zones[region] is Zone.MAIN
            else (text, zones[region])
            for text, region, linked, _ in self._blocks
        )

    def leading(self) -> tuple[bool, ...]:
        """Of each of those blocks, whether all of it is a link to another page."""
        return tuple(leads for *_, leads in self._blocks)

    def _draw_curtain(self) -> None:
        """Shows what one element hides if it is what the page is about."""
        curtain = self._curtain
        if not curtain.opens(sum(region.chars for region in self._regions)):
            return
        texts = self.hidden[curtain.start : curtain.end]
        del self.hidden[curtain.start : curtain.end]
        self._regions[self._curtain_region].chars += curtain.chars
        self._blocks[curtain.at : curtain.at] = [
            (text, self._curtain_region, 0, False) for text in texts
        ]
        self.seams = [
            (block + len(texts) if block >= curtain.at else block, seam)
            for block, seam in self.seams
        ]
