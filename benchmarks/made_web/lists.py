"""Lists of pages as sites publish them: sitemaps, feeds; whole, broken, endless, hostile.

Sitemaps as sitemaps.org and Google's news extension have them, feeds after RSS 2.0, RFC 4287 and JSON
Feed 1.1.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from itertools import count

from benchmarks.made_web.events import FIRST_DAY
from benchmarks.made_web.outlets import Lists, Site
from benchmarks.made_web.page import MadePage

ENTRIES = 50_000
"""Of the big sitemap."""
HTML = "text/html; charset=utf-8"
_XML = "application/xml; charset=utf-8"
_CHILDREN = 400
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says; ``body`` may have no end."""

    status: int
    kind: str
    body: bytes | Callable[[], Iterator[bytes]]
    location: str = ""


NOT_FOUND = Answer(404, HTML, b"<title>Not found</title><p>There is no such page here.</p>")


def _xml(root: str, rows: Sequence[str], more: str = "") -> Answer:
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SITEMAP}"{more}>{"".join(rows)}</{root}>'  # fmt: skip
    return Answer(200, _XML, text.encode())


def urls(pages: Sequence[MadePage]) -> Answer:
    """A sitemap of addresses and days."""
    rows = [f"<url><loc>{page.listed}</loc><lastmod>{page.day}</lastmod></url>" for page in pages]
    return _xml("urlset", rows)


def news(_: Site, pages: Sequence[MadePage]) -> Answer:
    """A news sitemap."""
    rows = [
        f"<url><loc>{page.listed}</loc><news:news><news:publication><news:name>{page.site.name}"
        f"</news:name><news:language>en</news:language></news:publication><news:publication_date>"
        f"{page.day}T09:00:00Z</news:publication_date><news:title>{escape(page.title)}</news:title>"
        "</news:news></url>"
        for page in pages
    ]
    more = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    return _xml("urlset", rows, more)


def _index(site: Site, _: Sequence[MadePage]) -> Answer:
    rows = []
    for month in range(12):
        day = FIRST_DAY + timedelta(30 * (month - 8))
        rows.append(f"<sitemap><loc>{site.root}sitemaps/{day:%Y-%m}.xml</loc><lastmod>{day + timedelta(29)}</lastmod></sitemap>")  # fmt: skip
    return _xml("sitemapindex", rows)


def _big(site: Site, pages: Sequence[MadePage]) -> Answer:
    """The pages among thousands of other years, packed."""
    rows = [f"<url><loc>{page.listed}</loc><lastmod>{page.day}</lastmod></url>" for page in pages]
    for number in range(ENTRIES - len(rows)):
        day = FIRST_DAY - timedelta(30 + number % 3000)
        rows.append(f"<url><loc>{site.root}{day:%Y/%m/%d}/old-story-{number}</loc><lastmod>{day}</lastmod></url>")  # fmt: skip
    whole = _xml("urlset", rows).body
    assert isinstance(whole, bytes)
    return Answer(200, "application/x-gzip", gzip.compress(whole, 1))


def _wrong_days(_: Site, pages: Sequence[MadePage]) -> Answer:
    """All were changed on one day, as a new layout makes it."""
    rows = [f"<url><loc>{page.listed}</loc><lastmod>2026-06-20</lastmod></url>" for page in pages]
    return _xml("urlset", rows)


def _no_days(_: Site, pages: Sequence[MadePage]) -> Answer:
    return _xml("urlset", [f"<url><loc>{page.listed}</loc></url>" for page in pages])


def _index_of_indexes(site: Site, _: Sequence[MadePage]) -> Answer:
    rows = [f"<sitemap><loc>{site.root}{name}.xml</loc></sitemap>" for name in ("pages", "news-index", "videos")]  # fmt: skip
    return _xml("sitemapindex", rows)


def _bare_rss(site: Site, pages: Sequence[MadePage]) -> Answer:
    rows = "".join(f"<item><title>{escape(page.title)}</title><link>{page.listed}</link></item>" for page in pages)  # fmt: skip
    text = f"<rss version='2.0'><channel><title>{site.name}</title>{rows}</channel></rss>"
    return Answer(200, "text/xml", text.encode())


def _daily(site: Site, pages: Sequence[MadePage]) -> Answer:
    days = sorted({page.day for page in pages})
    rows = [f"<sitemap><loc>{site.root}sitemap-{day}.xml</loc></sitemap>" for day in days]
    return _xml("sitemapindex", rows)


def _text(_: Site, pages: Sequence[MadePage]) -> Answer:
    return Answer(200, "text/plain", "\n".join(page.listed for page in pages).encode())


def _full_rss(site: Site, pages: Sequence[MadePage]) -> Answer:
    rows = "".join(
        f"<item><title>{escape(page.title)}</title><link>{page.listed}</link>"
        f"<content:encoded><![CDATA[{page.html()}]]></content:encoded>"
        f"<pubDate>{format_datetime(_moment(page))}</pubDate></item>"
        for page in pages
    )
    text = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>{site.name}</title>{rows}</channel></rss>"
    )
    return Answer(200, "application/rss+xml", text.encode())


def _bare_json(site: Site, pages: Sequence[MadePage]) -> Answer:
    items = [{"id": page.listed, "url": page.listed, "title": page.title} for page in pages]
    feed = {"version": "https://jsonfeed.org/version/1", "title": site.name, "items": items}
    return Answer(200, "application/json", json.dumps(feed).encode())


def _children(site: Site, _: Sequence[MadePage]) -> Answer:
    rows = [
        f"<sitemap><loc>{site.root}sitemaps/post-{number}.xml</loc><lastmod>{_end_of_child(number)}T23:00:00Z</lastmod></sitemap>"
        for number in range(1, _CHILDREN + 1)
    ]
    return _xml("sitemapindex", rows)


def _end_of_child(number: int) -> date:
    """The last day of a sitemap of five days; the last of them reaches beyond what is published."""
    return FIRST_DAY + timedelta(150 - 5 * (_CHILDREN - number))


def child(pages: Sequence[MadePage], number: int) -> Answer:
    """One of the sitemaps of five days."""
    end = _end_of_child(number)
    return urls([page for page in pages if end - timedelta(5) < page.day <= end])


def _broken(_: Site, pages: Sequence[MadePage]) -> Answer:
    whole = urls(pages[:5]).body
    assert isinstance(whole, bytes)
    return Answer(200, _XML, whole[:-200] + b"<url><loc>&nope; \xff <")


def _endless(site: Site, _: Sequence[MadePage]) -> Answer:
    def body() -> Iterator[bytes]:
        yield f'<urlset xmlns="{_SITEMAP}">'.encode()
        for number in count():
            yield b"".join(b"<url><loc>%s%d/%d</loc></url>" % (site.root.encode(), number, at) for at in range(1000))  # fmt: skip

    return Answer(200, _XML, body)


def _hostile(site: Site, _: Sequence[MadePage]) -> Answer:
    """An index of itself, of other hosts and private addresses, with entities; one entry is of use."""
    rows = [
        f"<sitemap><loc>{site.root}sitemap.xml</loc></sitemap>",
        "<sitemap><loc>http://127.0.0.1:22/</loc></sitemap>",
        "<sitemap><loc>file:///etc/passwd</loc></sitemap>",
        "<sitemap><loc>https://other.example/&lol9;</loc></sitemap>",
        f"<sitemap><loc>{site.root}news-sitemap.xml</loc><lastmod>2026-05-01</lastmod></sitemap>",
    ]
    answer = _xml("sitemapindex", rows)
    assert isinstance(answer.body, bytes)
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY lol9 "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return Answer(200, _XML, answer.body.replace(b"\n", b"\n" + bomb, 1))


def rss(site: Site, pages: Sequence[MadePage]) -> Answer:
    """An RSS feed."""
    rows = "".join(
        f"<item><title>{escape(page.title)}</title><link>{page.listed}</link>"
        f"<description>{escape(page.summary)}</description>"
        f"<pubDate>{format_datetime(_moment(page))}</pubDate></item>"
        for page in pages
    )
    text = f"<rss version='2.0'><channel><title>{site.name}</title>{rows}</channel></rss>"
    return Answer(200, "application/rss+xml", text.encode())


def _atom(site: Site, pages: Sequence[MadePage]) -> Answer:
    rows = "".join(
        f"<entry><title>{escape(page.title)}</title><link href='{page.listed}'/><id>{page.listed}</id>"
        f"<published>{_moment(page).isoformat()}</published><summary>{escape(page.summary)}</summary></entry>"
        for page in pages
    )
    text = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{site.name}</title>{rows}</feed>"
    return Answer(200, "application/atom+xml", text.encode())


def _json_feed(site: Site, pages: Sequence[MadePage]) -> Answer:
    items = [
        {
            "id": page.listed,
            "url": page.listed,
            "title": page.title,
            "summary": page.summary,
            "date_published": _moment(page).isoformat(),
        }
        for page in pages
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": site.name, "items": items}
    return Answer(200, "application/feed+json", json.dumps(feed).encode())


def _moment(page: MadePage) -> datetime:
    return datetime.combine(page.day, time(9), UTC)


def _plain(_: Site, pages: Sequence[MadePage]) -> Answer:
    return urls(pages)


LISTS: dict[tuple[Lists, str], Callable[[Site, Sequence[MadePage]], Answer]] = {
    (Lists.NEWS_SITEMAP, "/news-sitemap.xml"): news,
    (Lists.NEWS_OPAQUE, "/news-sitemap.xml"): news,
    (Lists.HOSTILE, "/news-sitemap.xml"): news,
    (Lists.HOSTILE, "/sitemap.xml"): _hostile,
    (Lists.MONTHLY, "/sitemap-index.xml"): _index,
    (Lists.UNANNOUNCED, "/sitemap.xml"): _plain,
    (Lists.BIG, "/sitemap-all.xml.gz"): _big,
    (Lists.BROKEN, "/sitemap.xml"): _broken,
    (Lists.ENDLESS, "/sitemap.xml"): _endless,
    (Lists.LIMITED, "/sitemap.xml"): lambda *_: Answer(429, "text/plain", b"slow down"),
    (Lists.LIMITED, "/feeds/all.rss"): rss,
    (Lists.RSS, "/feeds/all.rss"): rss,
    (Lists.WRONG_DAYS, "/sitemap.xml"): _wrong_days,
    (Lists.CHILDREN, "/sitemap_index.xml"): _children,
    (Lists.NO_FEED, "/feeds/all.rss"): lambda *_: Answer(
        200, HTML, b"<!doctype html><title>Feeds</title><h1>Our feeds have moved</h1>"
    ),
    (Lists.NO_DAYS, "/sitemap.xml"): _no_days,
    (Lists.BARE_FEED, "/feeds/all.rss"): _bare_rss,
    (Lists.NESTED, "/sitemaps.xml"): _index_of_indexes,
    (Lists.NESTED, "/news-index.xml"): _index,
    (Lists.NUMBERS, "/sitemap.xml"): _plain,
    (Lists.CLOSED_PAGES, "/sitemap.xml"): _plain,
    (Lists.SLOW, "/feeds/all.rss"): rss,
    (Lists.BARE_JSON, "/feeds/all.json"): _bare_json,
    (Lists.FULL_FEED, "/feeds/all.rss"): _full_rss,
    (Lists.TRACKED, "/feeds/all.rss"): rss,
    (Lists.HTTP, "/sitemap.xml"): _plain,
    (Lists.BARE_HOST, "/sitemap.xml"): _plain,
    (Lists.TEXT, "/sitemap.txt"): _text,
    (Lists.DAILY, "/sitemap.xml"): _daily,
    (Lists.BROKEN, "/feeds/all.rss"): rss,
    (Lists.ENDLESS, "/feeds/all.rss"): rss,
    (Lists.ATOM, "/feeds/all.atom"): _atom,
    (Lists.JSON_FEED, "/feeds/all.json"): _json_feed,
}
