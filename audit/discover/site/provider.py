"""The outlet's own site as a provider: what its sitemaps, feeds and first page list."""

from collections.abc import Iterator

from audit.discover.provider import Asked
from audit.discover.ranking import LEAST, Pool
from audit.discover.site.lists import SiteLists
from audit.discover.wanted import Wanted
from audit.model import Candidate


class Site:
    """Lists of the sites of all outlets of an article, each asked for once.

    Args:
        keep: How many requests its lists leave for pages, and for the providers that come later.
    """

    name = "site"

    wants = 4

    def __init__(self, keep: int) -> None:
        self._keep = keep
        self._sites: dict[tuple[str, ...], SiteLists] = {}

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The promising pages list by list; then the others, the best of all lists first."""
        if wanted.outlet is None:
            yield from self._of_lists_at_hand(wanted, asked)
            return
        if not wanted.sites:
            return
        site = self._sites.get(wanted.sites)
        if site is None:
            site = SiteLists(wanted, self._keep)
            self._sites[wanted.sites] = site
        weak: list[Candidate] = []
        for listed in site.lists(asked):
            ranked = listed.pool.ranked(wanted)
            asked.note(listed.provider, listed.where, listed=len(ranked), trouble=listed.trouble)
            for candidate in ranked:
                if candidate.score < LEAST:
                    weak.append(candidate)
                else:
                    yield candidate
        yield from sorted(weak, key=lambda candidate: -candidate.score)

    def pool(self, wanted: Wanted) -> Pool | None:
        """The longest of the outlet's lists that were read; None for none."""
        site = self._sites.get(wanted.sites)
        pools = [listed.pool for listed in site.read] if site is not None else []
        return max(filter(len, pools), key=len, default=None)

    def _of_lists_at_hand(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """Promising pages of the outlets that the article names elsewhere: no list is asked for."""
        found: list[Candidate] = []
        for site in self._sites.values():
            for listed in site.read:
                ranked = listed.pool.ranked(wanted)
                asked.note(listed.provider, listed.where, "", len(ranked), listed.trouble)
                found += [candidate for candidate in ranked if candidate.score >= LEAST]
        yield from sorted(found, key=lambda candidate: -candidate.score)
