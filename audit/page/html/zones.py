"""The zones of a page, decided when its whole text is known.

An element's name only claims a zone. Calling the main text 'comments' or 'navigation' would hide a
quotation that is there, so a claim falls when the element is what the page is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audit.model import Zone
from audit.page.html.zone_claims import AN_ARTICLE, BESIDE, Claim

_HEADER_LINKS = 0.5  # with this share in links, an element with an <h1> is the site's own header
_LINK_LIST = 0.5  # with this share in links, an element is a list of links however long
_ELSEWHERE_SHARE = 1 / 8  # of an element's text: so much other main text lets it be no main text
_ELSEWHERE_ENOUGH = 1000  # characters of other main text that do so whatever its share

_ARTICLE_ENOUGH = 500  # characters of an article beside which others are not the page
_NAMED = 0.6  # of the words of a headline, in the title of its page
_WORD = re.compile(r"\w+")
_READ = frozenset({Zone.MAIN, Zone.HEADLINE, Zone.CAPTION, Zone.EMBED, Zone.INSET})
_APART = frozenset({Zone.COMMENTS, Zone.RELATED, Zone.NAVIGATION})


@dataclass(slots=True)
class Region:
    """An element that claims a zone, with what it directly holds; the first is the page itself.

    ``parent`` is an index of the list it is in, always a smaller one. ``chars`` and ``linked``
    count characters of text, those in links apart. ``headline`` is that of an ``<article>``.
    """

    parent: int
    claim: Claim | None = None
    chars: int = 0
    linked: int = 0
    has_headline: bool = False
    has_main: bool = False
    headline: str = ""


@dataclass(slots=True)
class _Total:
    """A region with what the regions inside it hold; ``own_`` leaves out those that stand apart."""

    chars: int
    linked: int
    own_chars: int
    own_linked: int
    has_headline: bool
    has_main: bool


def zones_of(regions: Sequence[Region], title: str) -> list[Zone]:
    """The zone of each region of a page with a title, in time linear in their number."""
    totals = _totals(regions)
    standing = [_stands(region.claim, total) for region, total in zip(regions, totals, strict=True)]
    for index in _neighbours(regions, totals, title):
        standing[index] = True
    doubted = [
        index
        for index, total in enumerate(totals)
        if standing[index]
        and _is_apart(regions[index])
        and _may_be_the_page(total, totals[0].chars)
    ]
    for index in doubted:
        standing[index] = False
    zones = _inherited(regions, standing, totals)
    if not doubted:
        return zones
    read = _read_within(regions, zones)
    for index in doubted:
        elsewhere = read[0] - read[index]
        standing[index] = elsewhere >= min(
            _ELSEWHERE_ENOUGH, _ELSEWHERE_SHARE * totals[index].chars
        )
    return _inherited(regions, standing, totals)


def _neighbours(regions: Sequence[Region], totals: Sequence[_Total], title: str) -> Sequence[int]:
    """The articles below the one that a page is named after, as where it scrolls on to others."""
    headed = [index for index, region in enumerate(regions) if region.headline]
    if len(headed) < 2:
        return ()
    words = frozenset(_WORD.findall(title.casefold()))
    named = [index for index in headed if _is_named(regions[index].headline, words)]
    if not any(totals[index].chars >= _ARTICLE_ENOUGH for index in named):
        return ()
    kept = frozenset(named)
    return [index for index in headed if index > named[0] and index not in kept]


def _is_named(headline: str, title: frozenset[str]) -> bool:
    words = frozenset(_WORD.findall(headline.casefold()))
    return bool(words) and len(words & title) >= _NAMED * len(words)


def _is_apart(region: Region) -> bool:
    return region.claim is not None and region.claim.zone in _APART


def _totals(regions: Sequence[Region]) -> list[_Total]:
    totals = [
        _Total(
            region.chars,
            region.linked,
            region.chars,
            region.linked,
            region.has_headline,
            region.has_main,
        )
        for region in regions
    ]
    for index in range(len(totals) - 1, 0, -1):
        inner = totals[index]
        outer = totals[regions[index].parent]
        outer.chars += inner.chars
        outer.linked += inner.linked
        outer.has_headline |= inner.has_headline
        outer.has_main |= inner.has_main
        if not _is_apart(regions[index]):
            outer.own_chars += inner.own_chars
            outer.own_linked += inner.own_linked
    return totals


def _stands(claim: Claim | None, total: _Total) -> bool:
    """Whether what a region holds is what its claim says."""
    if (
        claim is None
        or claim is AN_ARTICLE
        or (claim.longest is not None and total.chars > claim.longest)
        or (claim is BESIDE and total.has_headline)
    ):
        return False
    if claim.zone not in _APART:
        return not claim.links or total.linked >= claim.links * total.chars
    if total.has_main or (
        total.has_headline and total.own_linked < _HEADER_LINKS * total.own_chars
    ):
        return False
    return total.linked >= claim.links * total.chars or total.chars <= claim.short


def _may_be_the_page(total: _Total, page: int) -> bool:
    """Whether a region holds most of the page's text, and holds it as text, not as links."""
    return 2 * total.chars > page and total.linked < _LINK_LIST * total.chars


def _read_within(regions: Sequence[Region], zones: Sequence[Zone]) -> list[int]:
    """The characters of main text in each region and in those inside it."""
    read = [
        region.chars if zone in _READ else 0 for region, zone in zip(regions, zones, strict=True)
    ]
    for index in range(len(regions) - 1, 0, -1):
        read[regions[index].parent] += read[index]
    return read


def _inherited(
    regions: Sequence[Region], standing: Sequence[bool], totals: Sequence[_Total]
) -> list[Zone]:
    zones = [Zone.MAIN]
    for index in range(1, len(regions)):
        region = regions[index]
        outer = zones[region.parent]
        claim = region.claim
        if claim is AN_ARTICLE:
            zones.append(_inside(outer, Zone.RELATED) if standing[index] else outer)
        elif claim is not None and standing[index]:
            zones.append(_inside(outer, claim.zone))
        elif claim is not None and totals[index].chars <= claim.inset:
            zones.append(_inside(outer, Zone.INSET))
        else:
            zones.append(outer)
    return zones


def _inside(outer: Zone, inner: Zone) -> Zone:
    """What is apart stays apart, and comments are comments wherever they stand."""
    if outer in _APART:
        return Zone.COMMENTS if inner is Zone.COMMENTS else outer
    return inner
