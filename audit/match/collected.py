"""The blocks of a page as they are found: the seen ones in their regions, and the hidden ones."""

from dataclasses import dataclass
from io import StringIO

from audit.match.zone_claims import MAIN_TEXT, Claim
from audit.match.zones import Region, zones_of
from audit.model import Zone

_LEAST_CURTAIN = 1500  # characters that a hidden element holds, to be what the page is about
_CURTAIN_SHARE = 2.0  # of what is seen
_MOST_BLOCKS = 500_000  # more of them make one block: no page that is read has so many


@dataclass(frozen=True, slots=True)
class _Curtain:
    """What one hiding element hides: how much, which texts, and where among the blocks it would stand."""

    chars: int = 0
    start: int = 0
    end: int = 0
    at: int = 0
    region: int = 0


class Collected:
    """``seams`` are (block, offset in it) pairs, see ``Page.seams``; ``hidden`` are texts in order."""

    def __init__(self) -> None:
        self.seams: list[tuple[int, int]] = []
        self.hidden: list[str] = []
        self._blocks: list[tuple[str, int]] = []
        self._overflow = StringIO()
        self._regions = [Region(0)]
        self._inside = [0]  # the open regions
        self._hidden_from = 0
        self._curtain = _Curtain()

    def keep(self, text: str, linked: int = 0, seams: list[int] | None = None) -> None:
        """Keeps a block that is seen, of which ``linked`` characters stand in links."""
        index = self._inside[-1]
        region = self._regions[index]
        region.chars += len(text)
        region.linked += linked
        if len(self._blocks) >= _MOST_BLOCKS:
            self._overflow.write(f"{text}\n")
            return
        if seams:
            self.seams.extend((len(self._blocks), seam) for seam in seams)
        self._blocks.append((text, index))

    def open_region(self, claim: Claim, *, has_headline: bool) -> None:
        """An element begins that claims a zone for its words; ``close_region`` ends it."""
        self._regions[self._inside[-1]].has_headline |= has_headline
        self._regions.append(Region(self._inside[-1], claim))
        self._inside.append(len(self._regions) - 1)

    def close_region(self) -> None:
        """The innermost open region ends."""
        self._inside.pop()

    def says_main(self, claim: Claim) -> bool:
        """Whether a claim is that of the main text; the innermost open region then has it."""
        if claim is MAIN_TEXT:
            self._regions[self._inside[-1]].has_main = True
            return True
        return False

    def hide(self) -> None:
        """An element begins that hides its words."""
        self._hidden_from = len(self.hidden)

    def show(self) -> None:
        """The element that hides its words ends."""
        chars = sum(len(text) for text in self.hidden[self._hidden_from :])
        if chars > self._curtain.chars:
            place = (self._hidden_from, len(self.hidden), len(self._blocks), self._inside[-1])
            self._curtain = _Curtain(chars, *place)

    def blocks(self) -> tuple[tuple[str, Zone], ...]:
        """The blocks that are seen, with their zones, when all are there."""
        self._draw_curtain()
        if rest := self._overflow.getvalue():
            self._blocks.append((rest, 0))
        zones = zones_of(self._regions)
        return tuple((text, zones[region]) for text, region in self._blocks)

    def _draw_curtain(self) -> None:
        """Shows what one element hides if it is what the page is about: a script shows it, sooner or later."""
        curtain = self._curtain
        seen = sum(region.chars for region in self._regions)
        if curtain.chars < _LEAST_CURTAIN or curtain.chars < _CURTAIN_SHARE * seen:
            return
        texts = self.hidden[curtain.start : curtain.end]
        del self.hidden[curtain.start : curtain.end]
        self._regions[curtain.region].chars += curtain.chars
        self._blocks[curtain.at : curtain.at] = [(text, curtain.region) for text in texts]
        self.seams = [
            (block + len(texts) if block >= curtain.at else block, seam)
            for block, seam in self.seams
        ]
