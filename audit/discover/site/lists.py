"""The lists of pages that one outlet's site has, in the order in which they are asked for.

robots.txt names the sitemaps; an index is followed to those of the days in question. Of what is
newer than two days a news sitemap tells first, then the feeds that are known of the outlet. Then
the first page is asked for, and the feeds it declares.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import fsum

from audit.discover.days import apart, day_before, day_in_address, day_of, span_in_address
from audit.discover.listing import Child, Listing, absolute, characters
from audit.discover.provider import Asked
from audit.discover.ranking import Pool, may_be_of
from audit.discover.site.answers import ENOUGH, RECENT, read_list, trouble_of, with_true_days
from audit.discover.site.links import read_links, section_pages
from audit.discover.site.order import (
    OF_NO_ARTICLES,
    Parts,
    are_numbered,
    are_of_sections,
    in_order,
    is_late,
    kind,
    of_language,
)
from audit.discover.site.robots import first_question, is_robots_txt, sitemaps_named
from audit.discover.wanted import Wanted, base_of
from audit.discover.words import stems, stems_of_address
from audit.markup.addresses.url import hostname
from audit.model import Candidate, Capture, Outcome, Provider

_FOR_PAGES = 1
_LONG_AGO = 21  # days after which neither a feed nor a first page has the pages of then
_DEEPEST = 3  # indexes of sitemaps in one another
_MOST_FEEDS = 2
_FEW_SECTIONS = 2  # lists of sections that are read before copies are asked for
_FEW_DAYS = 3  # lists of a day each that are
_BUSY = 503
_HARDLY = 0.1  # of the pages of such lists
_AT_ONCE = 3  # pages of a section that spare asking for the feed of it


@dataclass(slots=True)
class ReadList:
    """One list of a site, made ready to be ranked."""

    provider: Provider
    where: str
    pool: Pool = field(default_factory=Pool)
    trouble: str = ""


class SiteLists:
    """The lists of one outlet's site, each asked for when needed, and kept for the next search.

    Args:
        wanted: A search for words of that outlet.
        keep: How many requests lists leave for others.
        has_index: Somebody is asked for copies of the outlet's pages once its lists say no more.
    """

    def __init__(self, wanted: Wanted, keep: int, *, has_index: bool = False) -> None:
        self._wanted = wanted
        self._keep = keep
        self._has_index = has_index
        self._window = wanted.window
        self.read: list[ReadList] = []
        self._seen: set[str] = set()
        self._steps: Iterator[ReadList | None] | None = None
        self._asked: Asked | None = None
        self._refuses = False
        self._hosts: set[str] = set()  # those whose robots.txt was read
        self._named: frozenset[str] = frozenset()  # sitemaps that robots.txt vouches for
        self._sections: tuple[tuple[str, str], ...] = ()
        self._days: dict[str, tuple[str | None, str | None]] = {}
        self._is_recent = True  # so that news sitemaps have the days in question
        self._has_all = False  # the sitemap read last, of the days in question
        self._days_read: Sequence[str] = ()  # those of its pages
        self._today: str | None = None
        self._is_long_ago = False
        self.is_whole = False
        self.moved_to: frozenset[str] = frozenset()
        self.wants_rest = False
        self.wants_sections = False

    @property
    def names_pages(self) -> bool:
        """Whether lists have told of pages by words, not by numbers alone."""
        return sum(listed.pool.worded for listed in self.read) >= ENOUGH

    @property
    def is_numbered(self) -> bool:
        """Whether the addresses of the outlet's pages say nothing."""
        listed = sum(len(listed.pool) for listed in self.read)
        spelled = sum(listed.pool.spelled for listed in self.read)
        return listed >= ENOUGH and spelled <= _HARDLY * listed

    @property
    def needs_first_pages(self) -> bool:
        """Whether what a first page led to then says more of the pages than all lists of today.

        Where a list has all pages of then, by number, the sections are asked for their titles.
        """
        return self.is_numbered and self._is_long_ago and not self.is_whole

    def lists(self, asked: Asked) -> Iterator[ReadList]:
        """The lists, those that were read already first; ends where nothing more may be asked."""
        yield from self.read
        self._asked = asked
        if self._steps is None:
            self._steps = self._follow()
        for step in self._steps:
            if step is None:  # a request was due that cannot be made now
                return
            self.read.append(step)
            yield step

    def _follow(self) -> Iterator[ReadList | None]:
        bases = [site for site in dict.fromkeys(self._wanted.sites) if site == absolute(site, "/")]
        for site in dict.fromkeys(self._wanted.sites):
            if site not in bases:
                yield from self._sitemap_or_feed(site)
        late: dict[str, list[Child]] = {}
        whole: list[bool] = []
        for site in bases:  # an outlet of two domains may have a site at each
            self.is_whole = False
            known = len(late)
            yield from self._announced(site, late)
            if len(late) > known:
                whole.append(self.is_whole)
        self.is_whole = bool(whole) and all(whole)
        if not self.is_whole:
            for site, of_site in late.items():
                yield from self._rest(site, of_site)
        while not self.wants_sections:
            yield None
        self._keep = _FOR_PAGES
        if self.is_whole and self.is_numbered:  # nobody has needed the first page, which has them
            for site in late:
                yield from self._home(site)
        yield from self._of_sections()

    def _announced(self, base: str, late: dict[str, list[Child]]) -> Iterator[ReadList | None]:
        """The sitemaps that a site's robots.txt names; those for later go to ``late``."""
        url = first_question(base)
        robots = yield from self._fetched(url)
        if robots is None:
            return
        if robots.status is None:  # nobody is there to be asked for more
            yield ReadList(Provider.SITEMAP, url, trouble=trouble_of(robots))
            return
        if hostname(robots.final_url) in self._hosts:  # another name of a site that was asked
            return
        self._hosts.add(hostname(robots.final_url))
        told = robots.status == 200
        if told and is_robots_txt(robots.final_url):
            self._moves_to(hostname(robots.final_url))
        if is_robots_txt(robots.final_url) and self._wanted.is_own(robots.final_url):
            base = base_of(robots.final_url)  # where all else would be led to one by one
        named = sitemaps_named(robots.body, robots.final_url) if told else ()
        ago = self._days_ago(robots)
        self._today, self._is_long_ago = day_of(robots.fetched_at or ""), ago > _LONG_AGO
        self._is_recent = ago <= RECENT
        recent = ago == 0  # what is quoted came before the article, and news sitemaps are short
        self._named |= frozenset(named)
        sitemaps = [Child(named_url) for named_url in named]
        if not told:  # who has a sitemap and a robots.txt names the one in the other
            sitemaps = [Child(f"{base}sitemap.xml")]
        later = [child for child in sitemaps if is_late(child.url, recent=recent)]
        if len(later) == len(sitemaps) and not recent:  # a newspaper's name may say no more
            later = [child for child in later if kind(child.url) == OF_NO_ARTICLES]
        late[base] = later
        yield from self._sitemaps([child for child in sitemaps if child not in later], 1)

    def _rest(self, base: str, late: list[Child]) -> Iterator[ReadList | None]:
        """What a site has beside sitemaps; then those that promise little."""
        # What has no pages of then any more is asked when copies are of no use.
        while self._is_long_ago and self._has_index and not self.wants_rest:
            yield None
        if self._is_recent and self._wanted.outlet is not None:  # it has the pages of a few days
            for feed in self._wanted.outlet.feeds[:_MOST_FEEDS]:
                yield from self._sitemap_or_feed(feed)
        yield from self._home(base)
        yield from self._sitemaps(late, 1)

    def _moves_to(self, host: str) -> None:
        """Takes the host that an outlet's address leads to for its own.

        Whether its pages say that they are of the outlet is asked of each.
        """
        if host and not self._wanted.is_own(f"https://{host}/"):
            self.moved_to = frozenset({host})
            self._wanted = replace(self._wanted, moved_to=self.moved_to)

    def _days_ago(self, robots: Capture) -> int:
        """How many days before that of asking the last day in question was; 0 where not known."""
        asked = day_of(robots.fetched_at or "")
        if asked is None or self._window is None or asked <= self._window.last:
            return 0
        return apart(asked, self._window.last)

    def _sitemaps(self, children: list[Child], depth: int) -> Iterator[ReadList | None]:
        wanted = self._wanted
        about = wanted.found_on | {wanted.said_on or ""}
        of_tongue = of_language(children, wanted.language)
        likely = in_order(of_tongue, self._window, about, wanted.weights)
        ordered = [child for child in likely if self._is_own(child)]
        if depth > 1:  # an index names the lists of pictures, authors and subjects, too
            of_articles = [each for each in ordered if kind(each.url) != OF_NO_ARTICLES]
            ordered = of_articles or ordered
        best = min((kind(each.url) for each in ordered), default=OF_NO_ARTICLES)
        parts = self._parts(ordered) if depth > 1 else None
        every: list[str] = []  # the days of the pages of all parts
        for read, child in enumerate(parts or ordered):
            span = span_in_address(child.url)
            of_section = span is not None and are_of_sections(ordered, span)
            # Copies are asked for before the parts of long ago, of which one would do, are sought.
            # So are they before what an index has beside its lists of articles.
            while self._has_index and not self.wants_rest and (
                (parts is not None and self._is_long_ago)
                or (of_section and read >= _FEW_SECTIONS)
                or (span is not None and span[0] == span[1] and read >= _FEW_DAYS)
                or (depth > 1 and kind(child.url) > best)
            ):  # fmt: skip
                yield None
            self._has_all = False
            yield from self._sitemap_or_feed(child.url, depth)
            every += self._days_read
            if parts is not None:
                parts.tell(self._days_read)
            # One of several without days in their names may be of a section alone.
            is_alone = (
                len(ordered) == 1
                or (span is not None and not of_section)
                or are_numbered(ordered, kind(child.url))
            )
            is_last = read == len(ordered) - 1 and are_numbered(ordered, kind(child.url))
            self.is_whole |= (self._has_all and is_alone) or (is_last and self._have_all(every))
            if self.is_whole or (self.read and self.read[-1].pool.is_wordless):
                return

    def _parts(self, ordered: Sequence[Child]) -> Parts | None:
        """Sitemaps as the parts of one list, where nothing else tells them apart."""
        changes = {child.changed for child in ordered}
        is_one = len(ordered) > 1 and len({kind(child.url) for child in ordered}) == 1
        if not is_one or len(changes) > 1 or self._window is None or not self._today:
            return None
        if any(span_in_address(child.url) for child in ordered):
            return None
        if not are_numbered(ordered, kind(ordered[0].url)):
            return None
        return Parts(ordered, self._window, self._today)

    def _is_own(self, child: Child) -> bool:
        """Whether a sitemap is on the outlet's sites: an index may name no others (sitemaps.org).

        Those that robots.txt names may be anywhere.
        """
        return self._wanted.is_own(child.url) or child.url in self._named

    def _sitemap_or_feed(self, url: str, depth: int = 1) -> Iterator[ReadList | None]:
        if url in self._seen:
            return
        self._seen.add(url)
        capture = yield from self._fetched(url)
        if capture is None:
            return
        listing = read_list(capture, url)
        if listing.children and depth < _DEEPEST and listing.provider is Provider.SITEMAP:
            yield from self._sitemaps(list(listing.children), depth + 1)
            self._has_all = False
            return
        yield self._ready(with_true_days(listing, url, capture.fetched_at, self._window), url)

    def _home(self, base: str) -> Iterator[ReadList | None]:
        capture = yield from self._fetched(base)
        if capture is None:
            return
        text, _ = characters(capture.body, capture.content_type)
        listing = read_links(text, capture.final_url, Provider.HOME_PAGE, base)
        self._sections = section_pages(text, capture.final_url)
        for child in listing.children[:_MOST_FEEDS]:  # a feed tells more of what the page links to
            yield from self._sitemap_or_feed(child.url)
        yield self._ready(replace(listing, trouble=trouble_of(capture)), base)

    def _of_sections(self) -> Iterator[ReadList | None]:
        """The pages of the sections, likely ones first; of such as list nothing, the feed."""

        def order(section: tuple[str, str]) -> float:
            words = stems(section[1]) | stems_of_address(section[0])
            return -fsum(self._wanted.weights.get(word, 0.0) for word in words)

        for url, _ in sorted(self._sections, key=order):
            capture = yield from self._fetched(url)
            if capture is None:
                continue
            text, _ = characters(capture.body, capture.content_type)
            listing = read_links(text, capture.final_url, Provider.SECTION, url)
            ready = self._ready(replace(listing, trouble=trouble_of(capture)), url)
            if len(ready.pool) < _AT_ONCE:
                for child in listing.children[:1]:
                    yield from self._sitemap_or_feed(child.url)
            yield ready

    def _fetched(self, url: str) -> Generator[None, None, Capture | None]:
        """What came back for an address, after a None for each time that no request was left.

        None where it cannot be had, or the site has asked for fewer requests.
        """
        while not self._refuses:
            assert self._asked is not None
            # An index of copies says nothing there, or has been asked.
            keep = _FOR_PAGES if self.is_numbered or self.wants_rest else self._keep
            capture = self._asked.fetch(url, keep=keep)
            if capture is None:
                yield None
                continue
            self._refuses = capture.outcome is Outcome.RATE_LIMITED or capture.status == _BUSY
            return None if capture.outcome is Outcome.NOT_ARCHIVED else capture
        return None

    def _ready(self, listing: Listing, where: str) -> ReadList:
        self._note_days(listing)
        return ReadList(listing.provider, where, Pool(self._in_question(listing)), listing.trouble)

    def _note_days(self, listing: Listing) -> None:
        """Keeps the days of a sitemap's pages, and whether it has all of those in question."""
        if listing.provider is not Provider.SITEMAP:
            return
        days = []
        for entry in listing.entries:
            if entry.day is not None or entry.changed is not None:
                self._days.setdefault(entry.url, (entry.day, entry.changed))
            day = entry.day or day_in_address(entry.url)
            # What feeds say of a page of the last days is more than its address.
            day = day or (entry.changed if not self._is_recent else None)
            if day is not None:
                days.append(day)
        self._days_read = days
        self._has_all = not listing.trouble and self._have_all(days)

    def _have_all(self, days: Sequence[str]) -> bool:
        """Whether lists of pages of some days have all of the days in question."""
        if self._window is None or not days:
            return False
        return min(days) < self._window.first and day_before(self._window.last) <= max(days)

    def _in_question(self, listing: Listing) -> Iterator[Candidate]:
        """The pages of a list that are the outlet's and of the days in question."""
        wanted = self._wanted
        own: dict[str, bool] = {}  # by scheme and host
        for entry in listing.entries:
            if entry.day is None and entry.changed is None and entry.url in self._days:
                day, changed = self._days[entry.url]
                entry = replace(entry, day=day, changed=changed)  # noqa: PLW2901 — told elsewhere
            day = entry.day or day_in_address(entry.url)
            if not may_be_of(wanted, day, entry.changed):
                continue
            host = entry.url[: entry.url.find("/", len("https://"))]
            if host not in own:
                own[host] = wanted.is_own(entry.url)
            if own[host]:
                yield entry
