"""The lists of pages that one outlet's site has, in the order in which they are asked for.

robots.txt names the sitemaps; an index is followed to those of the days in question. Of what is
newer than two days a news sitemap tells first, then the feeds that are known of the outlet. Then
the first page is asked for, and the feeds it declares.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from math import fsum

from audit.discover.days import (
    Window,
    apart,
    day_before,
    day_in_address,
    day_of,
    span_in_address,
)
from audit.discover.listing import Child, Listing, absolute, characters
from audit.discover.provider import Asked
from audit.discover.ranking import Pool, may_be_of
from audit.discover.site.feeds import is_feed, read_feed
from audit.discover.site.links import read_links, section_pages
from audit.discover.site.robots import first_question, sitemaps_named
from audit.discover.site.sitemaps import (
    is_plain_sitemap,
    is_sitemap,
    read_plain_sitemap,
    read_sitemap,
)
from audit.discover.wanted import Wanted
from audit.discover.words import stems, stems_of_address
from audit.model import READ_WHOLE, Candidate, Capture, Outcome, Provider

_FOR_PAGES = 1
_RECENT = 2  # days that a news sitemap reaches back, and most feeds
_LONG_AGO = 21  # days after which neither a feed nor a first page has the pages of then
_LONG = 10_000  # days: more than any two lists are apart
_DEEPEST = 3  # indexes of sitemaps in one another
_MOST_FEEDS = 2
_BUSY = 503
ENOUGH = 10
"""Pages of lists by which one knows the manner of an outlet."""
_HARDLY = 0.1  # of the pages of such lists
_NEARLY_ALL = 0.9
_AT_ONCE = 3  # pages of a section that spare asking for the feed of it
_NOT_ARTICLES = (
    *("image", "video", "photo", "gallery", "author", "tag", "topic", "categor", "section"),
    *(
        "user",
        "taxonom",
        "auteur",
        "autor",
        "static",
        "page-",
        "pages",
        "recipe",
        "shop",
        "product",
        "event",
        "profile",
        "podcast",
    ),
)
_OF_NO_ARTICLES = 2
_NUMBERS = re.compile(r"[-_/]?\d{1,6}(?!\d)")
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
        self._named: frozenset[str] = frozenset()  # sitemaps that robots.txt vouches for
        self._sections: tuple[tuple[str, str], ...] = ()
        self._days: dict[str, tuple[str | None, str | None]] = {}
        self._is_recent = True  # so that news sitemaps have the days in question
        self._has_all = False  # the sitemap read last, of the days in question
        self.is_whole = False
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
        while not self.wants_sections:
            yield None
        self._keep = _FOR_PAGES
        if self.is_whole and self.is_numbered:  # nobody has needed the first page, which has them
            for site in dict.fromkeys(self._wanted.sites):
                if site == absolute(site, "/"):
                    yield from self._home(site)
        yield from self._of_sections()

    def _site(self, base: str) -> Iterator[ReadList | None]:
        url = first_question(base)
        robots = yield from self._fetched(url)
        if robots is None:
            return
        if robots.status is None:  # nobody is there to be asked for more
            yield ReadList(Provider.SITEMAP, url, trouble=trouble_of(robots))
            return
        told = robots.status == 200
        named = sitemaps_named(robots.body, robots.final_url) if told else ()
        ago = self._days_ago(robots)
        recent = self._is_recent = ago <= _RECENT
        self._named = frozenset(named)
        sitemaps = [Child(named_url) for named_url in named]
        if not told:  # who has a sitemap and a robots.txt names the one in the other
            sitemaps = [Child(f"{base}sitemap.xml")]
        late = [child for child in sitemaps if _is_late(child.url, recent=recent)]
        if len(late) == len(sitemaps) and not recent:  # a newspaper's name may say no more
            late = [child for child in late if _kind(child.url) == _OF_NO_ARTICLES]
        early = [child for child in sitemaps if child not in late]
        yield from self._sitemaps(early, 1)
        if self.is_whole:
            return
        # What has no pages of then any more is asked when an index of copies is of no use.
        while ago > _LONG_AGO and self._has_index and not self.wants_rest:
            yield None
        if recent and self._wanted.outlet is not None:  # a feed has the pages of a few days
            for feed in self._wanted.outlet.feeds[:_MOST_FEEDS]:
                yield from self._sitemap_or_feed(feed)
        yield from self._home(base)
        yield from self._sitemaps(late, 1)

    def _days_ago(self, robots: Capture) -> int:
        """How many days before that of asking the last day in question was; 0 where not known."""
        asked = day_of(robots.fetched_at or "")
        if asked is None or self._window is None or asked <= self._window.last:
            return 0
        return apart(asked, self._window.last)

    def _sitemaps(self, children: list[Child], depth: int) -> Iterator[ReadList | None]:
        about = self._wanted.found_on | {self._wanted.said_on or ""}
        likely = in_order(children, self._window, about)
        ordered = [child for child in likely if self._is_own(child)]
        if (
            depth > 1
        ):  # an index names the lists of pictures, authors and subjects beside the others
            of_articles = [each for each in ordered if _kind(each.url) != _OF_NO_ARTICLES]
            ordered = of_articles or ordered
        for child in ordered:
            self._has_all = False
            yield from self._sitemap_or_feed(child.url, depth)
            # One of several without days in their names may be of a section alone.
            is_alone = (
                len(ordered) == 1
                or span_in_address(child.url) is not None
                or _are_numbered(ordered, _kind(child.url))
            )
            self.is_whole |= self._has_all and is_alone
            if self.is_whole or (self.read and self.read[-1].pool.is_wordless):
                return

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
        if self._window is not None and days and not listing.trouble:
            last = day_before(self._window.last)
            self._has_all = min(days) < self._window.first and last <= max(days)

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


def read_list(capture: Capture, url: str) -> Listing:
    """A sitemap or a feed as it came."""
    if not capture.body or capture.outcome not in _MAY_HAVE_TEXT:
        return Listing(Provider.SITEMAP, trouble=trouble_of(capture))
    text, trouble = characters(capture.body, capture.content_type)
    if is_feed(text):
        listing = read_feed(text, url)
    elif is_sitemap(text):
        listing = read_sitemap(text, url)
    elif is_plain_sitemap(text):
        listing = read_plain_sitemap(text, url)
    else:
        listing = Listing(Provider.SITEMAP, trouble="it is neither a sitemap nor a feed")
    cut = "" if capture.outcome is Outcome.NOT_TEXT else trouble_of(capture)
    return replace(listing, trouble=listing.trouble or trouble or cut)


def with_true_days(listing: Listing, url: str, asked: str | None, window: Window | None) -> Listing:
    """A list without the days of its pages, where these are of the list.

    A new layout gives all pages one day, and so does a clock that was never set. All of one day,
    too, has a list of that day, as its address says, and one of the last days. A day in question
    is believed.
    """
    days = Counter(entry.day for entry in listing.entries if entry.day is not None)
    if len(listing.entries) < ENOUGH or not days:
        return listing
    [(day, most)] = days.most_common(1)
    last = day_of(asked or "")
    is_true = (
        span_in_address(url) is not None
        or (last is not None and apart(day, last) <= _RECENT)
        or (window is not None and window.has(day))
    )
    if most < _NEARLY_ALL * len(listing.entries) or is_true:
        return listing
    entries = (replace(entry, day=None) for entry in listing.entries)
    return replace(listing, entries=tuple(entries))


def trouble_of(capture: Capture) -> str:
    """Why an answer could not be read whole, in a few words; empty where it could."""
    return "" if capture.outcome in READ_WHOLE else f"asking for it ended as {capture.outcome}"


def in_order(
    children: list[Child], days: Window | None, about: AbstractSet[str] = frozenset()
) -> list[Child]:
    """The sitemaps of an index that may have pages of the days in question, the likeliest first.

    ``about`` are days on which the source is likelier to have been published than on others: that
    on which the words were said, those of other sources of the article.
    """

    def order(child: Child) -> tuple[int, int, str]:
        kind = _kind(child.url)
        span = span_in_address(child.url)
        if days is None:
            return kind, 0, ""
        if span is not None:
            is_likely = span[0] == span[1] and span[0] in about
            return kind - 2, -1 if is_likely else _far(span, days), ""
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

    Of a month or a year, whether it has the day before that, on which most sources are published.
    """
    if span[0] != span[1]:
        return 0 if span[0] <= day_before(day_before(days.last)) <= span[1] else 1
    return max(apart(span[0], days.last) - 1, 0)


def _are_numbered(children: Sequence[Child], kind: int) -> bool:
    """Whether the sitemaps of a kind are one list in parts, told apart by numbers alone.

    The first of them may have none.
    """
    names = {_NUMBERS.sub("", each.url) for each in children if _kind(each.url) == kind}
    return len(names) == 1


def _is_late(url: str, *, recent: bool) -> bool:
    """Whether a sitemap that robots.txt names is asked when all else was."""
    return _kind(url) == _OF_NO_ARTICLES or (not recent and _is_of_news(url))


def _kind(url: str) -> int:
    """What the name of a sitemap says of its pages: the lower, the likelier they are articles."""
    name = url.lower()
    no_articles = any(word in name for word in _NOT_ARTICLES) and not _is_of_news(name)
    return 1 + no_articles - any(word in name for word in _ARTICLES)


def _is_of_news(url: str) -> bool:
    return "news" in url.lower().rpartition("//")[2].partition("/")[2]
