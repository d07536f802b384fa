"""What sites and services list → candidates: sitemaps, feeds, first pages, CDX and search answers, robots.txt."""

from audit.discover.days import day_in_address, day_of, span_in_address
from audit.discover.listing import MOST_ENTRIES, characters
from audit.discover.search_service import read_answer
from audit.discover.site.answers import read_list
from audit.discover.site.feeds import read_feed
from audit.discover.site.links import read_links
from audit.discover.site.robots import sitemaps_named
from audit.discover.site.sitemaps import read_sitemap
from audit.discover.wayback import read_cdx
from audit.model import Candidate, Capture, Outcome, Provider, SearchService

WORDS = (
    *("<urlset>", "<sitemapindex>", "<url><loc>https://e.example/", "</loc>", "<lastmod>2026-03-05</lastmod>"),
    *("<news:title>", "<news:publication_date>", "<![CDATA[", "]]>", "<image:image>", "<sitemap>", "\x1f\x8b\x08"),
    *("<rss>", "<item>", "<entry>", "<feed>", "<link href='/a'/>", "<guid>", "<pubDate>", "<dc:date>", "<content:encoded>"),
    *("&amp;", "&#x", "<!DOCTYPE x [<!ENTITY a 'b'>]>", '{"version": "https://jsonfeed.org/version/1", "items": ['),
    *('[["timestamp","original"],["20260305120000","https://e.example/a"],', '[],["key"]]', '{"results": [{"url": "'),
    *("Sitemap: ", "<a href=/a-b-c-d>One two three</a>", '<link rel="alternate" type="application/rss+xml" href="'),
)  # fmt: skip
RUNS = 2000
_WHERE = "https://e.example/list.xml"


def run(data: bytes) -> None:
    capture = Capture(_WHERE, Outcome.CAPTURED, _WHERE, body=data, status=200)
    text, _ = characters(data, None)
    listings = (
        read_list(capture, _WHERE),
        read_sitemap(text, _WHERE),
        read_feed(text, _WHERE),
        read_links(text, _WHERE, Provider.HOME_PAGE, _WHERE),
    )
    copies, key = read_cdx(data)
    answer = read_answer(text, SearchService("https://s.example/?q={query}"))
    found: list[Candidate] = [*copies, *answer]
    for listing in listings:
        found.extend(listing.entries)
        assert len(listing.entries) <= MOST_ENTRIES
    assert key.isprintable()
    for candidate in found:
        assert candidate.url.lower().startswith(("http://", "https://"))
        assert candidate.url.isprintable()
        for day in (candidate.day, candidate.changed):
            assert day is None or day_of(day) == day
    for url in sitemaps_named(data, _WHERE):
        span_in_address(url)
        day_in_address(url)
