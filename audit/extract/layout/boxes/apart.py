"""Gives the words of what stands apart in an article to who says them, in one go."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from audit.extract.claims import Claim
from audit.extract.layout.boxes.beneath_names import take_names
from audit.extract.layout.boxes.fact_checks import find_boxes, take_box
from audit.extract.layout.boxes.shortcodes import claim_of, find_shortcodes
from audit.extract.named import Named
from audit.extract.stretches import Stretches
from audit.model import Article, AttributionKind


class Apart:
    """The boxes, shortcodes and names over words of one article."""

    def __init__(self, article: Article, named: Named) -> None:
        self._article = article
        self._named = named
        self._codes = list(find_shortcodes(article))
        self._boxes = list(find_boxes(article, named))
        self._within = Stretches((code.start, code.end) for code in self._codes)
        self._said_in = frozenset[int]().union(*(box.said_in for box in self._boxes))

    def over(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims with those of what stands apart, less what was read of its markup."""
        found = [claim for claim in claims if not self._is_in_code(claim)]
        found.extend(claim_of(code) for code in self._codes)
        take_names(found, self._article, self._named)
        found.extend(self._told(found))
        return found

    def _told(self, claims: Sequence[Claim]) -> list[Claim]:
        """Gives the words of boxes to who said them; the claims of those without marks."""
        if not self._boxes:
            return []
        ordered = sorted(claims, key=_start)
        starts = [_start(claim) for claim in ordered]
        told: list[Claim] = []
        for box in self._boxes:
            first = bisect_left(starts, box.words.start)
            own = ordered[first : bisect_left(starts, box.words.end)]
            claim = take_box(box, own)
            told.extend([claim] if claim is not None else [])
        return told

    def without_markup(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims but for statements of nobody in lines that say who said other words."""
        for claim in claims:
            nobodys = claim.kind is AttributionKind.INDIRECT and claim.named is None
            if not nobodys or not (claim.block in self._said_in or self._is_in_code(claim)):
                yield claim

    def _is_in_code(self, claim: Claim) -> bool:
        return any(
            next(self._within.overlapping(part.start, part.end), None) is not None
            for part in claim.contents
        )


def _start(claim: Claim) -> int:
    return min((part.start for part in claim.contents), default=-1)
