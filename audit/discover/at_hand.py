"""What is at hand before anybody is asked: the article's other links, and captures in the archives.

A run that searched leaves its own pages in the archive, and computed again from there it must find
its sources by the same way: only captures that are older than the search count. When that began,
its first question tells, which is asked before the captures are looked at.
"""

from collections.abc import Callable, Iterator, Sequence

from audit.discover.provider import Asked
from audit.discover.ranking import Pool
from audit.discover.site.robots import first_question
from audit.discover.wanted import Wanted
from audit.markup.addresses.url import hostname
from audit.model import Article, Candidate, LinkRole, Provider

Archived = Callable[[Sequence[str], str | None], Sequence[str]]
"""The addresses of pages on some domains that the archives have captures of, older than a
WARC-Date.
"""


class ArticleLinks:
    """The links of the article to the outlet that are tied to other words, or to none."""

    name = "links"
    wants = 1

    def __init__(self, article: Article) -> None:
        self._article = article

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The links to the named outlet, by the words they stand on."""
        links = [
            Candidate(link.url, Provider.LINKS, title=self._article.text[link.start : link.end])
            for link in self._article.links
            if link.role is LinkRole.SOURCE and wanted.is_own(link.url)
        ]
        if links:
            ranked = Pool(links).ranked(wanted)
            asked.note(Provider.LINKS, "", listed=len(ranked))
            yield from ranked


class ArchivedPages:
    """Pages of the outlet of which the archives have captures.

    Args:
        archived: Which these are.
        most: How many are given, the likeliest; None for all.
    """

    name = "archive"
    wants = 1

    def __init__(self, archived: Archived, most: int | None = None) -> None:
        self._archived = archived
        self._most = most
        self._pools: dict[tuple[str, ...], Pool] = {}

    def candidates(self, wanted: Wanted, asked: Asked) -> Iterator[Candidate]:
        """The captured pages of the named outlet, by their addresses."""
        outlet = wanted.outlet
        if outlet is None:
            return
        # What the search itself asks for is not at hand: its first question tells when it began.
        if wanted.sites and asked.fetch(first_question(wanted.sites[0])) is None:
            return
        domains = outlet.domains or tuple(filter(None, map(hostname, wanted.sites)))
        if domains not in self._pools:
            addresses = self._archived(domains, asked.since) if domains else ()
            self._pools[domains] = Pool(Candidate(url, Provider.ARCHIVE) for url in addresses)
        ranked = self._pools[domains].ranked(wanted)
        if ranked:
            asked.note(Provider.ARCHIVE, "", listed=len(ranked))
        yield from ranked[: self._most]
