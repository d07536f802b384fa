"""The search for the sources of an article's words: candidates are read until the words are found.

Whatever a provider promises, a page is a source only where the words stand in it: at the outlet
that the article names, or, where it names none, on a page that names the speaker too; published no
later than the day after the article.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from itertools import count

from audit.discover.at_hand import Archived, ArchivedPages, ArticleLinks
from audit.discover.judging import as_found, had_more, is_own, objection_to
from audit.discover.leads import (
    ReadPage,
    copy_of,
    copy_of_day,
    is_as_it_was,
    is_closed,
    is_titled_by,
    promising_links,
    second_page_of,
    teased_by,
)
from audit.discover.provider import Asked, CandidateProvider, Seek
from audit.discover.ranking import LEAST
from audit.discover.search_service import Service
from audit.discover.site.provider import Sections, Site
from audit.discover.trail import NOT_QUITE, WHY, FoundPage, Reading, Trail, told
from audit.discover.wanted import Wanted, is_first_page, knowing
from audit.discover.wayback import Wayback
from audit.markup.addresses.canonical import canonical
from audit.model import (
    Article,
    Candidate,
    DiscoverySettings,
    Fit,
    Provider,
    Search,
)

_FOR_PAGES = 1  # requests that lists of a site leave for the pages they name
_FEWEST_READ = 4  # before words count as changed though more might be read, or asked for
_MOST_READ = 7  # pages for one attribution, those read for others too: later ones hardly have it
_ASKED_FOR = 3  # of them, on its own behalf
_FIRST_AT_HAND = 2  # pages at hand that are read before the site's lists are asked for
_LEAST_OF_FEW = 0.5  # that of one of a short list, where others were read
_LEAST_BESIDE = 1.0  # the score of a page that is worth a request where better ones were read
_FEW = 15  # pages of a list that may be read on nothing more
_GOOD = (Fit.PART, Fit.NEAR)
_OF_SITE = frozenset({
    *(Provider.SITEMAP, Provider.FEED, Provider.HOME_PAGE, Provider.SECTION, Provider.PAGE_LINKS),
})  # fmt: skip


class Searcher:
    """Searches for the sources of one article's words.

    Args:
        article: The article.
        settings: How far a search goes.
        seek: Asks for what is needed.
        archived: Which pages of a domain the archives have.
        reading: Reads pages, and holds words against them.
        known: The addresses that the article's sources have already.
        wayback: The address of the Wayback Machine; None where nobody is to ask it.
        more: Providers of other rooms, asked before the outlet's site.
    """

    def __init__(
        self,
        article: Article,
        settings: DiscoverySettings,
        *,
        seek: Seek,
        archived: Archived,
        reading: Reading,
        known: Sequence[str],
        wayback: str | None,
        more: Sequence[CandidateProvider] = (),
    ) -> None:
        self._asked = Asked(seek, settings)
        self._reading = reading
        self._known = set(map(canonical, known))
        self._pages: dict[tuple[str, str | None], ReadPage | None] = {}
        self._candidates: dict[tuple[str, str | None], Candidate] = {}  # those that were read
        keep = _FOR_PAGES + _wants(wayback, settings)
        site = Site(min(keep, settings.discover_requests // 2), has_index=wayback is not None)
        later: list[CandidateProvider] = []
        if wayback is not None:
            later.append(Wayback(wayback, site.is_numbered))
        if settings.search is not None:
            later.append(Service(settings.search))
        self._providers: tuple[CandidateProvider, ...] = (
            *(ArticleLinks(article), *more, ArchivedPages(archived, most=_FIRST_AT_HAND)),
            *(site, *later, Sections(site), ArchivedPages(archived)),
        )
        self._site = site
        self._wayback = wayback
        self._days: list[str] = []  # those of the pages that were found,
        self._titles: list[str] = []  # and what these are called

    def search(self, every: Sequence[Wanted]) -> list[tuple[Search, FoundPage | None]]:
        """What came of the search for each attribution, and the source that it has found.

        Whatever is read for the words of one is held against those of the others, too.
        """
        trails = {each.id: Trail(each) for each in every}
        groups: defaultdict[tuple[str, ...], list[Trail]] = defaultdict(list)
        for trail in trails.values():
            groups[trail.wanted.sites or (trail.wanted.id,)].append(trail)
        # What was found for several tells the days on which one alone is to be looked for.
        for group in sorted(groups.values(), key=lambda group: -len(group)):
            self._search_group(group)
        for trail in trails.values():
            trail.found = trail.found or self._among_read(trail) or self._second(trail)
        return [(told(trail), trail.found) for trail in trails.values()]

    def _search_group(self, group: Sequence[Trail]) -> None:
        """The sources of all words that name one outlet.

        Each of its lists and pages is asked for on behalf of all of them, so they share the
        requests that each of them has.
        """
        spare = 0
        for trail in group:
            self._asked.begin()
            self._take_up(trail)
            spare += self._asked.left
        for trail in group:
            trail.found = trail.found or self._among_read(trail)
            if trail.found is None and not trail.is_at_wall and spare and len(group) > 1:
                self._asked.begin(trail.places, spare)
                self._take_up(trail)
                spare = self._asked.left

    def _take_up(self, trail: Trail) -> None:
        known = self._site.where_it_is(trail.wanted)
        trail.wanted = knowing(known, self._days, self._titles)
        trail.is_cut_short = trail.has_twin = False
        trail.found = self._among_read(trail) or self._searched(trail) or self._earlier(trail)
        trail.places = self._asked.places
        trail.is_spent = not self._asked.left

    def _among_read(self, trail: Trail) -> FoundPage | None:
        """A page that was read for other words of the article, and has these."""
        for candidate in list(self._candidates.values()):
            read = self._pages[candidate.url, candidate.stamp]
            if read is None or not self._may_have(trail.wanted, candidate, read):
                continue
            unranked = replace(candidate, rank=0, of=0)
            if (found := self._tried(unranked, trail)) is not None:
                return found
        return None

    def _may_have(self, wanted: Wanted, candidate: Candidate, read: ReadPage) -> bool:
        return wanted.outlet is None or is_own(wanted, candidate.url, read)

    def _searched(self, trail: Trail) -> FoundPage | None:
        weak: list[Candidate] = []
        for candidate in self._in_turn(trail):
            if trail.is_at_wall:
                return None
            is_enough = len(trail.read) >= _MOST_READ and trail.asked_for >= _ASKED_FOR
            if is_enough and not trail.is_rival(candidate):
                return None
            if candidate.score < LEAST and candidate.provider is not Provider.LINKS:
                weak.append(candidate)
            elif self._is_one_too_many(candidate, trail):
                continue
            elif (found := self._tried(candidate, trail)) is not None:
                return found
        is_first = not trail.read
        for candidate in sorted(weak, key=lambda each: -each.score):
            if trail.is_near or trail.is_at_wall:
                break
            is_of_few = self._is_of_few(candidate, trail) and (
                candidate.score >= _LEAST_OF_FEW or is_first
            )
            if candidate.score < _LEAST_BESIDE and not (is_of_few or self._is_at_hand(candidate)):
                continue
            if self._is_one_too_many(candidate, trail):
                continue
            if (found := self._tried(candidate, trail)) is not None:
                return found
            if not self._asked.left:
                break
        return None

    def _is_one_too_many(self, candidate: Candidate, trail: Trail) -> bool:
        """Whether a page is not to be read; where all lists of a site are short, all may be."""
        if (candidate.url, candidate.stamp) in self._pages or self._is_of_few(candidate, trail):
            return False
        return trail.is_one_too_many(candidate)

    def _is_of_few(self, candidate: Candidate, trail: Trail) -> bool:
        """Whether a page is of a list that is short, and so are the others of its site together."""
        of_site = candidate.provider in _OF_SITE
        listed = max(candidate.of, self._site.listed(trail.wanted) if of_site else 0)
        return 0 < listed <= _FEW

    def _is_at_hand(self, candidate: Candidate) -> bool:
        """Whether a page was read before: that costs nothing."""
        return (candidate.url, candidate.stamp) in self._pages

    def _second(self, trail: Trail) -> FoundPage | None:
        """The page that has some of the words, or plainly this passage in other words."""
        if trail.second is None:
            return None
        fit, candidate, read = trail.second
        is_cut_short = trail.is_cut_short or trail.is_spent
        is_early = is_cut_short and len(trail.read) < _FEWEST_READ
        if fit is Fit.NEAR and (is_early or trail.has_twin):
            trail.elsewhere.append((candidate.url, NOT_QUITE))
            return None
        return self._as_found(candidate, trail.wanted, read)

    def _earlier(self, trail: Trail) -> FoundPage | None:
        """The copy about the article's day of a page that has other words today.

        Either the passage, changed; or it is written on while something goes on.
        """
        now = trail.second[1] if trail.second is not None else trail.live
        if now is None or (trail.second is not None and trail.second[0] is not Fit.NEAR):
            return None
        return self._as_it_was(now, trail.wanted)

    def _as_it_was(self, now: Candidate, wanted: Wanted) -> FoundPage | None:
        """The copy of a page about the article's day, where that has the words as they stand."""
        then = copy_of_day(now, wanted.published, self._wayback)
        read = self._read(then) if then is not None else None
        if then is None or read is None or read.capture.archived_at is None:
            return None
        own = is_own(wanted, then.url, read)
        if self._fit(wanted, read, own=own) is not Fit.THERE:
            return None
        objection = objection_to(then, wanted, read, self._reading)
        return None if objection else self._as_found(then, wanted, read)

    def _in_turn(self, trail: Trail) -> Iterator[Candidate]:
        """The candidates of all providers, and of the pages that were read, by their promise."""
        linked: list[tuple[float, int, Candidate]] = []
        number = count()
        looked: set[str] = set()

        def take_links() -> None:
            for url in trail.read:
                if url not in looked:
                    looked.add(url)
                    for candidate in self._links_of(url, trail):
                        heappush(linked, (-candidate.score, next(number), candidate))
            while trail.leads:
                lead = trail.leads.pop()
                heappush(linked, (-lead.score, next(number), lead))

        for provider in self._providers:
            if provider.name == Wayback.name and not self._needs_copies(trail):
                continue
            for candidate in provider.candidates(trail.wanted, self._asked):
                take_links()
                while linked and -linked[0][0] > candidate.score:
                    yield heappop(linked)[2]
                    take_links()
                yield candidate
                if not (self._asked.left or trail.is_rival(candidate)):
                    break
        take_links()
        while linked:
            yield heappop(linked)[2]
            take_links()

    def _needs_copies(self, trail: Trail) -> bool:
        """Whether copies may give more than the outlet's site: their addresses, or their words."""
        return trail.is_refused or self._site.needs_index(trail.wanted)

    def _links_of(self, url: str, trail: Trail) -> Iterator[Candidate]:
        """The promising links of a page of the named outlet that was read and lacks the words."""
        wanted = trail.wanted
        read = next(
            (page for (its, _), page in self._pages.items() if its == url and page is not None),
            None,
        )
        if read is None or not is_own(wanted, url, read):
            return
        promising = promising_links(read, url, wanted, trail.led_by, self._site.pool(wanted))
        if promising:
            self._asked.note(Provider.PAGE_LINKS, "", listed=len(promising))
        yield from promising

    def _tried(self, candidate: Candidate, trail: Trail) -> FoundPage | None:
        """The source, where a candidate is it; else what it is gets noted."""
        key = canonical(candidate.url)
        if key in trail.tried or key in self._known:
            return None
        is_new = (candidate.url, candidate.stamp) not in self._pages
        read = self._read(candidate, keep=self._for_copies(trail))
        trail.asked_for += is_new and read is not None
        if read is None:  # a copy of it may be had, or it itself when more may be asked
            was_asked = (candidate.url, candidate.stamp) in self._pages
            trail.is_cut_short |= not was_asked and trail.may_be_better(candidate)
            trail.has_twin |= not was_asked and trail.is_twin(candidate)
            trail.is_refused |= was_asked
            if was_asked and (copy := copy_of(candidate, self._pages)) is not None:
                trail.leads.append(copy)
            return None
        if self._is_another(key, read, trail):
            return None
        trail.read.append(candidate.url)
        trail.wanted = self._site.where_it_is(trail.wanted)
        return self._judged(candidate, read, trail)

    def _is_another(self, key: str, read: ReadPage, trail: Trail) -> bool:
        """Whether a page is one that was tried or is known by another address; noted as tried."""
        trail.tried.add(key)
        addresses = {canonical(read.capture.final_url)}
        if read.capture.canonical is not None and not is_first_page(read.capture.canonical):
            addresses.add(canonical(read.capture.canonical))
        if key in trail.led_to:  # it may say that the first one is the original
            addresses = {key}
        if (addresses - {key}) & trail.tried or addresses & self._known:
            return True
        trail.tried |= addresses
        return False

    def _judged(self, candidate: Candidate, read: ReadPage, trail: Trail) -> FoundPage | None:
        """The source, where a page that was read is it; else what it is gets noted."""
        wanted = trail.wanted
        own = is_own(wanted, candidate.url, read)
        fit = self._fit(wanted, read, own=own)
        if fit is Fit.NONE:
            if own and not trail.is_closed and is_closed(read, candidate):
                trail.is_closed = True
                trail.is_at_wall = is_titled_by(read, wanted)
                return self._as_it_was(candidate, wanted)
            self._follow(second_page_of(read, candidate, wanted), trail)
            is_likely = own and candidate.score >= LEAST and trail.live is None
            if is_likely and had_more(wanted, read, self._reading):
                trail.live = candidate
                return self._earlier(trail)
            return None
        objection = WHY.get(fit) or objection_to(candidate, wanted, read, self._reading)
        if objection:
            self._follow(teased_by(read, wanted), trail)
            if fit is not Fit.NEAR:
                trail.elsewhere.append((candidate.url, objection))
            return None
        if fit is Fit.THERE:
            return self._as_found(candidate, wanted, read)
        if trail.second is None or _GOOD.index(fit) < _GOOD.index(trail.second[0]):
            trail.second = fit, candidate, read
        return None

    def _follow(self, lead: Candidate | None, trail: Trail) -> None:
        """What a page leads to that has not the words itself is next."""
        if lead is not None:
            trail.leads.append(lead)
            trail.led_to.add(canonical(lead.url))

    def _for_copies(self, trail: Trail) -> int:
        """How many requests are left for the copy of a page that has changed, perhaps."""
        if self._wayback is None or trail.second is None or not trail.is_near:
            return 0
        return int(not is_as_it_was(trail.second[2], trail.wanted))

    def _read(self, candidate: Candidate, keep: int = 0) -> ReadPage | None:
        key = candidate.url, candidate.stamp
        if key not in self._pages:
            capture = self._asked.fetch(candidate.url, candidate.stamp, keep=keep)
            if capture is None:
                return None
            self._pages[key] = self._reading.read(capture) if capture.body else None
            self._candidates[key] = candidate
        return self._pages[key]

    def _fit(self, wanted: Wanted, read: ReadPage, *, own: bool) -> Fit:
        return self._reading.fit(wanted.attribution, read, own=own)

    def _as_found(self, candidate: Candidate, wanted: Wanted, read: ReadPage) -> FoundPage:
        """The source that a page is; what its day and its title say of others is kept."""
        day = read.day or candidate.day
        if day is not None:
            self._days.append(day)
        self._titles.append(read.page.title or candidate.title)
        return as_found(candidate, wanted, read)


def _wants(wayback: str | None, settings: DiscoverySettings) -> int:
    """The requests that the providers behind the outlet's site are left."""
    of_service = Service.wants if settings.search is not None else 0
    return of_service + (Wayback.wants if wayback is not None else 0)
