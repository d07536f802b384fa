"""The answers of the outlets' sites and of the Wayback Machine, address by address.

The index of copies is after the CDX server's documentation (github.com/internetarchive/wayback,
wayback-cdx-server).
"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from html import escape
from time import sleep
from urllib.parse import parse_qs, unquote, urlsplit
from zlib import crc32

from benchmarks.made_web.lists import HTML, LISTS, NOT_FOUND, Answer, child, news, rss, urls
from benchmarks.made_web.outlets import GERMAN, SITES, Lists, Site
from benchmarks.made_web.page import MadePage
from benchmarks.made_web.world import World

WAYBACK = "web.archive.org"
_BESIDE = 6  # pages that a page links to
_ON_FIRST_PAGE = 60
_IN_A_FEED = 150
_SLOW = 0.3  # seconds
_SECTION_NAMES = ("news", "politics", "regions", "business")


class Web:
    """All sites of a world."""

    def __init__(self, made: World) -> None:
        self.hosts: list[str] = [
            WAYBACK,
            *(host for site in (*SITES, *GERMAN) for host in (site.host, site.host[4:])),
        ]
        self._sites = {site.host: site for site in (*SITES, *GERMAN)}
        self._pages: defaultdict[str, list[MadePage]] = defaultdict(list)
        for page in made.pages:
            self._pages[page.site.host].append(page)
        self._by_url = {page.url: page for page in made.pages}
        self._moved = {
            page.url.removesuffix("-updated"): page.url
            for page in made.pages
            if page.url.endswith("-updated")
        }
        self._made: dict[tuple[str, str], Answer] = {}

    def answer(self, url: str) -> Answer:
        """What comes of a GET."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if host == WAYBACK:
            return self._wayback(url, parts.path, parts.query)
        if f"www.{host}" in self._sites:
            return Answer(301, HTML, b"", f"https://www.{host}{parts.path}")
        site = self._sites.get(host)
        if parts.scheme == "http":
            return Answer(301, HTML, b"", f"https://{host}{parts.path}")
        bare = f"https://{host}{parts.path}"
        if bare in self._moved:
            return Answer(301, HTML, b"", self._moved[bare])
        if site is not None and site.lists is Lists.SLOW:
            sleep(_SLOW)
        if site is None:
            return NOT_FOUND
        if site.lists is Lists.BUSY and parts.path in {"/sitemap.xml", "/feeds/all.rss"}:
            return Answer(503, "text/plain", b"busy")
        page = self._by_url.get(f"{site.root}{unquote(parts.path).lstrip('/')}")
        if page is not None:
            return Answer(200, HTML, page.html(self._beside(page)).encode())
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
            return Answer(200, HTML, _first_page(site, pages).encode())
        if path.startswith("/section/") and kind in {Lists.SECTIONS, Lists.NUMBERS}:
            number = path.removeprefix("/section/").rstrip("/")
            own = [page for page in pages if str(page.number % 4) == number]
            return Answer(200, HTML, _linked(site, own[:_IN_A_FEED], "").encode())
        maker = LISTS.get((kind, path))
        if maker is not None:
            return maker(site, pages)
        if path.startswith("/section/") and kind in {Lists.SECTION_FEEDS, Lists.BUSY}:
            name, _, feed = path.removeprefix("/section/").partition("/")
            own = [page for page in pages if _SECTION_NAMES[page.number % 4] == name]
            if feed == "feed" and kind is Lists.SECTION_FEEDS:
                return rss(site, own[:_IN_A_FEED])
            head = f'<link rel="alternate" type="application/rss+xml" href="/section/{name}/feed">'
            if kind is Lists.SECTION_FEEDS:
                return Answer(200, HTML, _html(site, "<p>Read our app.</p>", head).encode())
            return Answer(200, HTML, _linked(site, own[:_IN_A_FEED], "").encode())
        if kind is Lists.DAILY and path.startswith("/sitemap-"):
            day = path.removeprefix("/sitemap-").removesuffix(".xml")
            return news(site, [page for page in pages if f"{page.day}" == day])
        if kind is Lists.CHILDREN and path.startswith("/sitemaps/post-"):
            number = path.removeprefix("/sitemaps/post-").removesuffix(".xml")
            return child(pages, int(number)) if number.isdigit() else NOT_FOUND
        if kind in {Lists.MONTHLY, Lists.NESTED} and path.startswith("/sitemaps/"):
            month = path.removeprefix("/sitemaps/").removesuffix(".xml")
            of_month = [page for page in pages if f"{page.day:%Y-%m}" == month]
            return urls(of_month) if kind is Lists.MONTHLY else news(site, of_month)
        return NOT_FOUND

    def _wayback(self, url: str, path: str, query: str) -> Answer:
        if path.rstrip("/").endswith("/cdx/search/cdx") or path.rstrip("/") == "/cdx":
            return cdx_answer(parse_qs(query), self._copies)
        if path.startswith("/web/"):
            stamp, _, original = url.partition("/web/")[2].partition("/")
            page = self._by_url.get(unquote(original))
            if page is None:
                return NOT_FOUND
            wanted = _stamp(page)
            if stamp.rstrip("id_").rstrip("_") != wanted:
                return Answer(302, HTML, b"", f"https://{WAYBACK}/web/{wanted}id_/{original}")
            return Answer(200, HTML, page.at_first().html(self._beside(page)).encode())
        return NOT_FOUND

    def _copies(self, domain: str) -> list[tuple[str, str]]:
        """The copies of a domain's pages, as (moment, address)."""
        pages = sorted(self._pages.get(f"www.{domain}", ()), key=lambda page: page.url)
        return [(_stamp(page), page.url) for page in pages]


def cdx_answer(
    asked: dict[str, list[str]], copies: Callable[[str], Sequence[tuple[str, str]]]
) -> Answer:
    """The copies of a domain's pages between two moments; ``copies`` are all, as (moment, address)."""
    said = {name: values[-1] for name, values in asked.items()}
    domain = said.get("url", "").partition("://")[2] or said.get("url", "")
    domain = domain.removeprefix("*.").removeprefix("www.").partition("/")[0]
    first, last = said.get("from", "").ljust(14, "0"), said.get("to", "").ljust(14, "9")
    found = [row for row in copies(domain) if first <= row[0] <= last]
    start = int(said.get("resumeKey", "0").strip("+") or 0) if said.get("resumeKey", "0").isdigit() else 0  # fmt: skip
    limit = abs(int(said.get("limit", "150000")))
    rows = [_row(domain, *row) for row in found[start : start + limit]]
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


def _row(domain: str, stamp: str, url: str) -> dict[str, str]:
    key = ",".join(reversed(domain.split(".")))
    return {
        "urlkey": f"{key}){urlsplit(url).path}",
        "timestamp": stamp,
        "original": url,
        "mimetype": "text/html",
        "statuscode": "200",
        "digest": f"{crc32(url.encode()):032X}",
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
        Lists.HTTP: "sitemap.xml",
        Lists.BARE_HOST: "sitemap.xml",
        Lists.TEXT: "sitemap.txt",
        Lists.DAILY: "sitemap.xml",
    }
    if site.lists is Lists.UNANNOUNCED:
        return NOT_FOUND
    if site.lists is Lists.ROBOTS_500:
        return Answer(500, "text/plain", b"error")
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
        Lists.BARE_JSON: ("application/feed+json", "feeds/all.json"),
        Lists.FULL_FEED: ("application/rss+xml", "feeds/all.rss"),
        Lists.TRACKED: ("application/rss+xml", "feeds/all.rss"),
    }
    head = ""
    if site.lists in feeds:
        kind, path = feeds[site.lists]
        head = f'<link rel="alternate" type="{kind}" href="/{path}">'
    if site.lists is Lists.RELATIVE:
        rows = "".join(f"<h2><a href='.{urlsplit(page.listed).path}'>{escape(page.title)}</a></h2>" for page in pages)  # fmt: skip
        return _html(site, rows, head)
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
    return f'<div class="card"><a href="{page.listed}">{picture}</a><h3>{escape(page.title)}</h3></div>'


def _linked(site: Site, pages: Sequence[MadePage], head: str) -> str:
    rows = (f'<li><a href="{page.listed}">{escape(page.title)}</a></li>' for page in pages)
    return _html(site, f"<main><ul>{''.join(rows)}</ul></main>", head)


def _html(site: Site, body: str, head: str) -> str:
    return f"<!doctype html><html><head><title>{site.name}</title>{head}</head><body>{body}</body></html>"
