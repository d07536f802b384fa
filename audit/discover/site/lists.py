"""The lists of pages that one outlet's site has, in the order in which they are asked for.

robots.txt names the sitemaps; an index is followed to those of the days in question. Of what is
newer than two days a news sitemap tells first, then the feeds that are known of the outlet. Then
the first page is asked for, and the feeds it declares.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace

from audit.discover.days import Window, apart, day_before, day_in_address, day_of, span_in_address
from audit.discover.listing import Child, Listing, absolute, characters
from audit.discover.provider import Asked
from audit.discover.ranking import Pool, may_be_of
from audit.discover.site.feeds import is_feed, read_feed
from audit.discover.site.links import read_links
from audit.discover.site.robots import sitemaps_named
from audit.discover.site.sitemaps import is_sitemap, read_sitemap
from audit.discover.wanted import Wanted
from audit.model import READ_WHOLE, Candidate, Capture, Outcome, Provider

_RECENT = 2  # days that a news sitemap reaches back, and most feeds
_LONG = 10_000  # days: more than any two lists are apart
_DEEPEST = 3  # indexes of sitemaps in one another
_MOST_FEEDS = 2
_NOT_ARTICLES = (
    *("image", "video", "photo", "gallery", "author", "tag", "topic", "categor", "section"),
    *("static", "page-", "pages", "recipe", "shop", "product", "event", "profile", "podcast"),
)
_ARTICLES = ("news", "article", "post", "stor", "content")
_MAY_HAVE_TEXT = READ_WHOLE | {
    Outcome.TRUNCATED,
    Outcome.TOO_LARGE,
    Outcome.TIMED_OUT,
    Outcome.NOT_TEXT,
}


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
    """

    def __init__(self, wanted: Wanted, keep: int) -> None:
        self._wanted = wanted
        self._keep = keep
        self._window = wanted.window
        self.read: list[ReadList] = []
        self._seen: set[str] = set()
        self._steps: Iterator[ReadList | None] | None = None
        self._asked: Asked | None = None
        self._refuses = False

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
        for site in dict.fromkeys(self._wanted.sites):
            if site == absolute(site, "/"):
                yield from self._site(site)
            else:
                yield from self._sitemap_or_feed(site)

    def _site(self, base: str) -> Iterator[ReadList | None]:
        url = f"{base}robots.txt"
        robots = yield from self._fetched(url)
        if robots is None:
            return
        if robots.status is None:  # nobody is there to be asked for more
            yield ReadList(Provider.SITEMAP, url, trouble=trouble_of(robots))
            return
        told = robots.status == 200
        named = sitemaps_named(robots.body, robots.final_url) if told else ()
        recent = self._is_recent(robots)
        sitemaps = [Child(named_url) for named_url in named]
        if not told:  # who has a sitemap and a robots.txt names the one in the other
            sitemaps = [Child(f"{base}sitemap.xml")]
        late = [child for child in sitemaps if _is_of_news(child.url)] if not recent else []
        if len(late) == len(sitemaps):  # its name may say no more than that it is a newspaper's
            late = []
        early = [child for child in sitemaps if child not in late]
        yield from self._sitemaps(early, 1)
        if recent and self._wanted.outlet is not None:  # a feed has the pages of a few days
            for feed in self._wanted.outlet.feeds[:_MOST_FEEDS]:
                yield from self._sitemap_or_feed(feed)
        yield from self._home(base)
        yield from self._sitemaps(late, 1)

    def _is_recent(self, robots: Capture) -> bool:
        """Whether the article is of the days that news sitemaps have, from the day of asking."""
        asked = day_of(robots.fetched_at or "")
        if asked is None or self._window is None:
            return True
        return asked <= self._window.last or apart(asked, self._window.last) <= _RECENT

    def _sitemaps(self, children: list[Child], depth: int) -> Iterator[ReadList | None]:
        for child in in_order(children, self._window):
            yield from self._sitemap_or_feed(child.url, depth)

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
            return
        yield self._ready(listing, url)

    def _home(self, base: str) -> Iterator[ReadList | None]:
        capture = yield from self._fetched(base)
        if capture is None:
            return
        text, _ = characters(capture.body, capture.content_type)
        listing = read_links(text, capture.final_url, Provider.HOME_PAGE, base)
        for child in listing.children[:_MOST_FEEDS]:  # a feed tells more of what the page links to
            yield from self._sitemap_or_feed(child.url)
        yield self._ready(replace(listing, trouble=trouble_of(capture)), base)

    def _fetched(self, url: str) -> Generator[None, None, Capture | None]:
        """What came back for an address, after a None for each time that no request was left.

        None where it cannot be had, or the site has asked for fewer requests.
        """
        while not self._refuses:
            assert self._asked is not None
            capture = self._asked.fetch(url, keep=self._keep)
            if capture is None:
                yield None
                continue
            self._refuses = capture.outcome is Outcome.RATE_LIMITED
            return None if capture.outcome is Outcome.NOT_ARCHIVED else capture
        return None

    def _ready(self, listing: Listing, where: str) -> ReadList:
        return ReadList(listing.provider, where, Pool(self._in_question(listing)), listing.trouble)

    def _in_question(self, listing: Listing) -> Iterator[Candidate]:
        """The pages of a list that are the outlet's and of the days in question."""
        wanted = self._wanted
        own: dict[str, bool] = {}  # by scheme and host
        for entry in listing.entries:
            day = entry.day or day_in_address(entry.url)
            if not may_be_of(wanted, day, entry.changed):
                continue
            host = entry.url[: entry.url.find("/", len("https://"))]
            if host not in own:
                own[host] = wanted.is_own(entry.url)
            if own[host]:
                yield entry


def read_list(capture: Capture, url: str) -> Listing:
    """A sitemap or a feed as it came."""
    if not capture.body or capture.outcome not in _MAY_HAVE_TEXT:
        return Listing(Provider.SITEMAP, trouble=trouble_of(capture))
    text, trouble = characters(capture.body, capture.content_type)
    if is_feed(text):
        listing = read_feed(text, url)
    elif is_sitemap(text):
        listing = read_sitemap(text, url)
    else:
        listing = Listing(Provider.SITEMAP, trouble="it is neither a sitemap nor a feed")
    cut = "" if capture.outcome is Outcome.NOT_TEXT else trouble_of(capture)
    return replace(listing, trouble=listing.trouble or trouble or cut)


def trouble_of(capture: Capture) -> str:
    """Why an answer could not be read whole, in a few words; empty where it could."""
    return "" if capture.outcome in READ_WHOLE else f"asking for it ended as {capture.outcome}"


def in_order(children: list[Child], days: Window | None) -> list[Child]:
    """The sitemaps of an index that may have pages of the days in question, the likeliest first."""

    def order(child: Child) -> tuple[int, int, str]:
        name = child.url.lower()
        kind = 2 if any(word in name for word in _NOT_ARTICLES) and not _is_of_news(name) else 1
        kind -= any(word in name for word in _ARTICLES)
        span = span_in_address(child.url)
        if days is None:
            return kind, 0, ""
        if span is not None:
            return kind - 2, _far(span, days), ""
        # What changed last soon after the article has what was published about then; else what
        # changed last before it.
        if child.changed is None:
            return kind, 2 * _LONG, ""
        late = child.changed < day_before(days.last)
        return kind, late * _LONG + apart(child.changed, days.last), ""

    return sorted((child for child in children if _may_have(child, days)), key=order)


def _may_have(child: Child, days: Window | None) -> bool:
    if days is None:
        return True
    span = span_in_address(child.url)
    if span is not None and (span[1] < days.first or span[0] > days.last):
        return False
    return child.changed is None or child.changed >= days.first


def _far(span: tuple[str, str], days: Window) -> int:
    """How many days a list of one day is from the article's own.

    Of a month or a year, whether it has that.
    """
    if span[0] != span[1]:
        return 0 if span[0] <= days.last <= span[1] else 1
    return max(apart(span[0], days.last) - 1, 0)


def _is_of_news(url: str) -> bool:
    return "news" in url.lower().rpartition("//")[2].partition("/")[2]
