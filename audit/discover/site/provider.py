"""The outlet's own site as a provider: what its sitemaps, feeds and first page list."""

from collections.abc import Iterator
from dataclasses import replace

from audit.discover.provider import Asked
from audit.discover.ranking import LEAST, PROMISING, Pool, is_by_one_word
from audit.discover.site.answers import ENOUGH
from audit.discover.site.lists import SiteLists
from audit.discover.wanted import Wanted
from audit.model import Candidate, Provider


class Site:
    """Lists of the sites of all outlets of an article, each asked for once.

    Args:
        keep: How many requests its lists leave for pages, and for the providers that come later.
        has_index: One of these knows of copies of the outlet's pages.
    """

    name = "site"

    wants = 4

    def __init__(self, keep: int, *, has_index: bool) -> None:
        self._keep = keep
        self._has_index = has_index
        self._sites: dict[tuple[str, ...], SiteLists] = {}

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The promising pages list by list; then the others, the best of all lists first."""
        if wanted.outlet is None:
            yield from self._of_lists_at_hand(wanted, asked)
            if wanted.beside is None:
                return
            wanted = replace(wanted, outlet=wanted.beside)
        if wanted.sites:
            if wanted.sites not in self._sites:
                self._sites[wanted.sites] = SiteLists(wanted, self._keep, has_index=self._has_index)
            yield from self._of_lists(self._sites[wanted.sites], wanted, asked)

    def of_sections(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The pages that the outlet's sections list, where no other list has told of its pages."""
        site = self._sites.get(wanted.sites)
        if site is not None and not site.names_pages:
            site.wants_rest = site.wants_sections = True
            yield from self._of_lists(site, wanted, asked)

    def needs_index(self, wanted: Wanted) -> bool:
        """Whether an index of addresses may say more than the outlet's own lists."""
        site = self._sites.get(wanted.sites)
        if site is None or site.needs_first_pages:
            return True
        return not (site.is_whole or site.is_numbered)

    def where_it_is(self, wanted: Wanted) -> Wanted:
        """A search that knows where the outlet's site is now, as far as its lists were asked."""
        site = self._sites.get(wanted.sites)
        if site is None or site.moved_to == wanted.moved_to:
            return wanted
        return replace(wanted, moved_to=site.moved_to)

    def is_numbered(self, wanted: Wanted) -> bool:
        """Whether the addresses of the outlet's pages, as far as lists tell, say nothing."""
        site = self._sites.get(wanted.sites)
        return site is not None and site.is_numbered

    def _of_lists(self, site: SiteLists, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The pages that promise much as soon as a list has them, the others behind all lists.

        In a short list a word seems rare that a longer one has often: by one alone no page promises
        much.
        """
        held: list[Candidate] = []
        for listed in site.lists(asked):
            ranked = listed.pool.ranked(wanted)
            asked.note(listed.provider, listed.where, listed=len(ranked), trouble=listed.trouble)
            for candidate in ranked:
                if candidate.score < PROMISING or is_by_one_word(candidate, wanted):
                    held.append(candidate)
                else:
                    yield candidate
        yield from sorted(held, key=lambda candidate: -candidate.score)

    def pool(self, wanted: Wanted) -> Pool | None:
        """The longest of the outlet's lists that were read; None for none."""
        site = self._sites.get(wanted.sites)
        pools = [listed.pool for listed in site.read] if site is not None else []
        return max(filter(len, pools), key=len, default=None)

    def listed(self, wanted: Wanted) -> int:
        """How many pages of the outlet its lists that were read have together."""
        site = self._sites.get(wanted.sites)
        return sum(len(listed.pool) for listed in site.read) if site is not None else 0

    def _of_lists_at_hand(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """Promising pages of the outlets that the article names elsewhere: no list is asked for."""
        found: list[Candidate] = []
        for site in self._sites.values():
            for listed in site.read:
                ranked = listed.pool.ranked(wanted)
                asked.note(listed.provider, listed.where, "", len(ranked), listed.trouble)
                found += [candidate for candidate in ranked if candidate.score >= LEAST]
        yield from sorted(found, key=lambda candidate: -candidate.score)


class Sections:
    """The sections of an outlet's site, for outlets whose other lists say nothing of their pages.

    Args:
        site: The lists of the outlets' sites.
    """

    name = "sections"
    wants = 0

    def __init__(self, site: Site) -> None:
        self._site = site

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The promising pages section by section, unless an index has told of enough pages."""
        listed = sum(each.listed for each in asked.places if each.provider is Provider.WAYBACK)
        if wanted.outlet is not None and listed < ENOUGH:
            yield from self._site.of_sections(wanted, asked)
