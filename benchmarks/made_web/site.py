"""The answers of the outlets' sites and of the Wayback Machine, address by address.

Sitemaps as sitemaps.org and Google's news extension have them, feeds after RSS 2.0, RFC 4287 and JSON
Feed 1.1, the index of copies after the CDX server's documentation (github.com/internetarchive/wayback,
wayback-cdx-server).
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from itertools import count
from time import sleep
from urllib.parse import parse_qs, urlsplit

from benchmarks.made_web.events import FIRST_DAY
from benchmarks.made_web.outlets import SITES, Lists, Site
from benchmarks.made_web.page import MadePage
from benchmarks.made_web.world import World

ENTRIES = 50_000
"""Of the big sitemap."""
WAYBACK = "web.archive.org"
_BESIDE = 6  # pages that a page links to
_ON_FIRST_PAGE = 60
_IN_A_FEED = 150
_XML = "application/xml; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_CHILDREN = 400
_SLOW = 0.3  # seconds
_SECTION_NAMES = ("news", "politics", "regions", "business")
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says; ``body`` may have no end."""

    status: int
    kind: str
    body: bytes | Callable[[], Iterator[bytes]]
    location: str = ""


NOT_FOUND = Answer(404, _HTML, b"<title>Not found</title><p>There is no such page here.</p>")


class Web:
    """All sites of a world."""

    def __init__(self, made: World) -> None:
        self.hosts = [WAYBACK, *(host for site in SITES for host in (site.host, site.host[4:]))]
        self._sites = {site.host: site for site in SITES}
        self._pages: defaultdict[str, list[MadePage]] = defaultdict(list)
        for page in made.pages:
            self._pages[page.site.host].append(page)
        self._by_url = {page.url: page for page in made.pages}
        self._made: dict[tuple[str, str], Answer] = {}

    def answer(self, url: str) -> Answer:
        """What comes of a GET."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if host == WAYBACK:
            return self._wayback(url, parts.path, parts.query)
        if f"www.{host}" in self._sites:
            return Answer(301, _HTML, b"", f"https://www.{host}{parts.path}")
        site = self._sites.get(host)
        if site is not None and site.lists is Lists.SLOW:
            sleep(_SLOW)
        if site is None:
            return NOT_FOUND
        if site.lists is Lists.BUSY and parts.path in {"/sitemap.xml", "/feeds/all.rss"}:
            return Answer(503, "text/plain", b"busy")
        page = self._by_url.get(f"{site.root}{parts.path.lstrip('/')}")
        if page is not None:
            return Answer(200, _HTML, page.html(self._beside(page)).encode())
        key = site.host, parts.path
        if key not in self._made:
            self._made[key] = self._list(site, parts.path)
        return self._made[key]

    def _beside(self, page: MadePage) -> tuple[MadePage, ...]:
        """The pages of the outlet nearest in the order in which they were made: often of one event."""
        pages = self._pages[page.site.host]
        at = pages.index(page)
        around = pages[max(at - _BESIDE // 2, 0) : at + _BESIDE // 2 + 1]
        return tuple(each for each in around if each is not page)

    def _list(self, site: Site, path: str) -> Answer:
        """A list of a site: ``robots.txt``, the first page, what they name."""
        pages = [page for page in self._pages[site.host] if page.is_listed]
        pages.sort(key=lambda page: page.day, reverse=True)
        kind = site.lists
        if path == "/robots.txt":
            return _robots(site)
        if path == "/":
            return Answer(200, _HTML, _first_page(site, pages).encode())
        if path.startswith("/section/") and kind in {Lists.SECTIONS, Lists.NUMBERS}:
            number = path.removeprefix("/section/").rstrip("/")
            own = [page for page in pages if str(page.number % 4) == number]
            return Answer(200, _HTML, _linked(site, own[:_IN_A_FEED], "").encode())
        maker = _LISTS.get((kind, path))
        if maker is not None:
            return maker(site, pages)
        if path.startswith("/section/") and kind in {Lists.SECTION_FEEDS, Lists.BUSY}:
            name, _, feed = path.removeprefix("/section/").partition("/")
            own = [page for page in pages if _SECTION_NAMES[page.number % 4] == name]
            if feed == "feed" and kind is Lists.SECTION_FEEDS:
                return _rss(site, own[:_IN_A_FEED])
            head = f'<link rel="alternate" type="application/rss+xml" href="/section/{name}/feed">'
            if kind is Lists.SECTION_FEEDS:
                return Answer(200, _HTML, _html(site, "<p>Read our app.</p>", head).encode())
            return Answer(200, _HTML, _linked(site, own[:_IN_A_FEED], "").encode())
        if kind is Lists.CHILDREN and path.startswith("/sitemaps/post-"):
            number = path.removeprefix("/sitemaps/post-").removesuffix(".xml")
            return _child(pages, int(number)) if number.isdigit() else NOT_FOUND
        if kind in {Lists.MONTHLY, Lists.NESTED} and path.startswith("/sitemaps/"):
            month = path.removeprefix("/sitemaps/").removesuffix(".xml")
            of_month = [page for page in pages if f"{page.day:%Y-%m}" == month]
            return _urls(of_month) if kind is Lists.MONTHLY else _news(site, of_month)
        return NOT_FOUND

    def _wayback(self, url: str, path: str, query: str) -> Answer:
        if path.rstrip("/").endswith("/cdx/search/cdx") or path.rstrip("/") == "/cdx":
            return self._copies(parse_qs(query))
        if path.startswith("/web/"):
            stamp, _, original = url.partition("/web/")[2].partition("/")
            page = self._by_url.get(original)
            if page is None:
                return NOT_FOUND
            wanted = _stamp(page)
            if stamp.rstrip("id_").rstrip("_") != wanted:
                return Answer(302, _HTML, b"", f"https://{WAYBACK}/web/{wanted}id_/{original}")
            return Answer(200, _HTML, page.at_first().html(self._beside(page)).encode())
        return NOT_FOUND

    def _copies(self, asked: dict[str, list[str]]) -> Answer:
        """The copies of a domain's pages between two moments."""
        said = {name: values[-1] for name, values in asked.items()}
        domain = said.get("url", "").partition("://")[2] or said.get("url", "")
        domain = domain.removeprefix("*.").removeprefix("www.").partition("/")[0]
        first, last = said.get("from", "").ljust(14, "0"), said.get("to", "").ljust(14, "9")
        pages = sorted(self._pages.get(f"www.{domain}", ()), key=lambda page: page.url)
        found = [page for page in pages if first <= _stamp(page) <= last]
        start = int(said.get("resumeKey", "0").strip("+") or 0) if said.get("resumeKey", "0").isdigit() else 0  # fmt: skip
        limit = abs(int(said.get("limit", "150000")))
        rows = [_row(page) for page in found[start : start + limit]]
        names = said.get("fl", "urlkey,timestamp,original,mimetype,statuscode,digest,length").split(",")  # fmt: skip
        table = [[row.get(name, "-") for name in names] for row in rows]
        more = said.get("showResumeKey") == "true" and start + limit < len(found)
        if said.get("output") == "json":
            whole = [names, *table, *([[], [str(start + limit)]] if more else [])] if table else []
            return Answer(200, "application/json", json.dumps(whole).encode())
        lines = [" ".join(row) for row in table] + (["", str(start + limit)] if more else [])
        return Answer(200, "text/plain", "\n".join([*lines, ""]).encode())


def _stamp(page: MadePage) -> str:
    return f"{page.day:%Y%m%d}110000"


def _row(page: MadePage) -> dict[str, str]:
    key = ",".join(reversed(page.site.host[4:].split(".")))
    path = page.url.partition(page.site.host)[2]
    return {
        "urlkey": f"{key}){path}",
        "timestamp": _stamp(page),
        "original": page.url,
        "mimetype": "text/html",
        "statuscode": "200",
        "digest": f"{page.number:032X}",
        "length": "5000",
    }


def _robots(site: Site) -> Answer:
    named = {
        Lists.NEWS_SITEMAP: "news-sitemap.xml",
        Lists.NEWS_OPAQUE: "news-sitemap.xml",
        Lists.MONTHLY: "sitemap-index.xml",
        Lists.BIG: "sitemap-all.xml.gz",
        Lists.BROKEN: "sitemap.xml",
        Lists.ENDLESS: "sitemap.xml",
        Lists.HOSTILE: "sitemap.xml",
        Lists.LIMITED: "sitemap.xml",
        Lists.WRONG_DAYS: "sitemap.xml",
        Lists.CHILDREN: "sitemap_index.xml",
        Lists.BUSY: "sitemap.xml",
        Lists.NO_DAYS: "sitemap.xml",
        Lists.NESTED: "sitemaps.xml",
        Lists.NUMBERS: "sitemap.xml",
        Lists.CLOSED_PAGES: "sitemap.xml",
    }
    if site.lists is Lists.UNANNOUNCED:
        return NOT_FOUND
    if site.lists is Lists.CLOSED:
        return Answer(200, "text/plain", b"User-agent: *\nDisallow: /")
    closed = "/2026/" if site.lists is Lists.CLOSED_PAGES else "/search"
    lines = ["User-agent: *", f"Disallow: {closed}"]
    if site.lists in named:
        lines.append(f"Sitemap: {site.root}{named[site.lists]}")
    return Answer(200, "text/plain", "\n".join(lines).encode())


def _first_page(site: Site, pages: Sequence[MadePage]) -> str:
    feeds = {
        Lists.RSS: ("application/rss+xml", "feeds/all.rss"),
        Lists.BROKEN: ("application/rss+xml", "feeds/all.rss"),
        Lists.ENDLESS: ("application/rss+xml", "feeds/all.rss"),
        Lists.LIMITED: ("application/rss+xml", "feeds/all.rss"),
        Lists.ATOM: ("application/atom+xml", "feeds/all.atom"),
        Lists.JSON_FEED: ("application/feed+json", "feeds/all.json"),
        Lists.NO_FEED: ("application/rss+xml", "feeds/all.rss"),
        Lists.BUSY: ("application/rss+xml", "feeds/all.rss"),
        Lists.BARE_FEED: ("application/rss+xml", "feeds/all.rss"),
        Lists.SLOW: ("application/rss+xml", "feeds/all.rss"),
    }
    head = ""
    if site.lists in feeds:
        kind, path = feeds[site.lists]
        head = f'<link rel="alternate" type="{kind}" href="/{path}">'
    if site.lists is Lists.CARDS:
        return _html(site, "".join(map(_card, pages)), head)
    if site.lists in {Lists.SECTIONS, Lists.NUMBERS}:
        links = "".join(f'<li><a href="/section/{number}/">Section {number}</a></li>' for number in range(4))  # fmt: skip
        return _html(site, f"<nav><ul>{links}</ul></nav>", head)
    if site.lists in {Lists.SECTION_FEEDS, Lists.BUSY}:
        links = "".join(f'<li><a href="/section/{name}/">{name.title()}</a></li>' for name in _SECTION_NAMES)  # fmt: skip
        return _html(site, f"<nav><ul>{links}</ul></nav>", head)
    if site.lists is Lists.NOTHING:
        return _html(site, "<p>Read our app.</p>", head)
    most = len(pages) if site.lists in {Lists.FIRST_PAGE, Lists.NO_FEED} else _ON_FIRST_PAGE
    return _linked(site, pages[:most], head)


def _card(page: MadePage) -> str:
    picture = '<img src="/p.jpg" alt="">'
    return (
        f'<div class="card"><a href="{page.url}">{picture}</a><h3>{escape(page.title)}</h3></div>'
    )


def _linked(site: Site, pages: Sequence[MadePage], head: str) -> str:
    rows = (f'<li><a href="{page.url}">{escape(page.title)}</a></li>' for page in pages)
    return _html(site, f"<main><ul>{''.join(rows)}</ul></main>", head)


def _html(site: Site, body: str, head: str) -> str:
    return f"<!doctype html><html><head><title>{site.name}</title>{head}</head><body>{body}</body></html>"


def _xml(root: str, rows: Sequence[str], more: str = "") -> Answer:
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SITEMAP}"{more}>{"".join(rows)}</{root}>'  # fmt: skip
    return Answer(200, _XML, text.encode())


def _urls(pages: Sequence[MadePage]) -> Answer:
    rows = [f"<url><loc>{page.url}</loc><lastmod>{page.day}</lastmod></url>" for page in pages]
    return _xml("urlset", rows)


def _news(_: Site, pages: Sequence[MadePage]) -> Answer:
    rows = [
        f"<url><loc>{page.url}</loc><news:news><news:publication><news:name>{page.site.name}"
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
    rows = [f"<url><loc>{page.url}</loc><lastmod>{page.day}</lastmod></url>" for page in pages]
    for number in range(ENTRIES - len(rows)):
        day = FIRST_DAY - timedelta(30 + number % 3000)
        rows.append(f"<url><loc>{site.root}{day:%Y/%m/%d}/old-story-{number}</loc><lastmod>{day}</lastmod></url>")  # fmt: skip
    whole = _xml("urlset", rows).body
    assert isinstance(whole, bytes)
    return Answer(200, "application/x-gzip", gzip.compress(whole, 1))


def _wrong_days(_: Site, pages: Sequence[MadePage]) -> Answer:
    """All were changed on one day, as a new layout makes it."""
    rows = [f"<url><loc>{page.url}</loc><lastmod>2026-06-20</lastmod></url>" for page in pages]
    return _xml("urlset", rows)


def _no_days(_: Site, pages: Sequence[MadePage]) -> Answer:
    return _xml("urlset", [f"<url><loc>{page.url}</loc></url>" for page in pages])


def _index_of_indexes(site: Site, _: Sequence[MadePage]) -> Answer:
    rows = [f"<sitemap><loc>{site.root}{name}.xml</loc></sitemap>" for name in ("pages", "news-index", "videos")]  # fmt: skip
    return _xml("sitemapindex", rows)


def _bare_rss(site: Site, pages: Sequence[MadePage]) -> Answer:
    rows = "".join(f"<item><title>{escape(page.title)}</title><link>{page.url}</link></item>" for page in pages)  # fmt: skip
    text = f"<rss version='2.0'><channel><title>{site.name}</title>{rows}</channel></rss>"
    return Answer(200, "text/xml", text.encode())


def _children(site: Site, _: Sequence[MadePage]) -> Answer:
    rows = [
        f"<sitemap><loc>{site.root}sitemaps/post-{number}.xml</loc><lastmod>{_end_of_child(number)}T23:00:00Z</lastmod></sitemap>"
        for number in range(1, _CHILDREN + 1)
    ]
    return _xml("sitemapindex", rows)


def _end_of_child(number: int) -> date:
    """The last day of a sitemap of five days; the last of them reaches beyond what is published."""
    return FIRST_DAY + timedelta(150 - 5 * (_CHILDREN - number))


def _child(pages: Sequence[MadePage], number: int) -> Answer:
    end = _end_of_child(number)
    return _urls([page for page in pages if end - timedelta(5) < page.day <= end])


def _broken(_: Site, pages: Sequence[MadePage]) -> Answer:
    whole = _urls(pages[:5]).body
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


def _rss(site: Site, pages: Sequence[MadePage]) -> Answer:
    rows = "".join(
        f"<item><title>{escape(page.title)}</title><link>{page.url}</link>"
        f"<description>{escape(page.summary)}</description>"
        f"<pubDate>{format_datetime(_moment(page))}</pubDate></item>"
        for page in pages
    )
    text = f"<rss version='2.0'><channel><title>{site.name}</title>{rows}</channel></rss>"
    return Answer(200, "application/rss+xml", text.encode())


def _atom(site: Site, pages: Sequence[MadePage]) -> Answer:
    rows = "".join(
        f"<entry><title>{escape(page.title)}</title><link href='{page.url}'/><id>{page.url}</id>"
        f"<published>{_moment(page).isoformat()}</published><summary>{escape(page.summary)}</summary></entry>"
        for page in pages
    )
    text = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>{site.name}</title>{rows}</feed>"
    return Answer(200, "application/atom+xml", text.encode())


def _json_feed(site: Site, pages: Sequence[MadePage]) -> Answer:
    items = [
        {
            "id": page.url,
            "url": page.url,
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
    return _urls(pages)


_LISTS: dict[tuple[Lists, str], Callable[[Site, Sequence[MadePage]], Answer]] = {
    (Lists.NEWS_SITEMAP, "/news-sitemap.xml"): _news,
    (Lists.NEWS_OPAQUE, "/news-sitemap.xml"): _news,
    (Lists.HOSTILE, "/news-sitemap.xml"): _news,
    (Lists.HOSTILE, "/sitemap.xml"): _hostile,
    (Lists.MONTHLY, "/sitemap-index.xml"): _index,
    (Lists.UNANNOUNCED, "/sitemap.xml"): _plain,
    (Lists.BIG, "/sitemap-all.xml.gz"): _big,
    (Lists.BROKEN, "/sitemap.xml"): _broken,
    (Lists.ENDLESS, "/sitemap.xml"): _endless,
    (Lists.LIMITED, "/sitemap.xml"): lambda *_: Answer(429, "text/plain", b"slow down"),
    (Lists.LIMITED, "/feeds/all.rss"): _rss,
    (Lists.RSS, "/feeds/all.rss"): _rss,
    (Lists.WRONG_DAYS, "/sitemap.xml"): _wrong_days,
    (Lists.CHILDREN, "/sitemap_index.xml"): _children,
    (Lists.NO_FEED, "/feeds/all.rss"): lambda *_: Answer(
        200, _HTML, b"<!doctype html><title>Feeds</title><h1>Our feeds have moved</h1>"
    ),
    (Lists.NO_DAYS, "/sitemap.xml"): _no_days,
    (Lists.BARE_FEED, "/feeds/all.rss"): _bare_rss,
    (Lists.NESTED, "/sitemaps.xml"): _index_of_indexes,
    (Lists.NESTED, "/news-index.xml"): _index,
    (Lists.NUMBERS, "/sitemap.xml"): _plain,
    (Lists.CLOSED_PAGES, "/sitemap.xml"): _plain,
    (Lists.SLOW, "/feeds/all.rss"): _rss,
    (Lists.BROKEN, "/feeds/all.rss"): _rss,
    (Lists.ENDLESS, "/feeds/all.rss"): _rss,
    (Lists.ATOM, "/feeds/all.atom"): _atom,
    (Lists.JSON_FEED, "/feeds/all.json"): _json_feed,
}
