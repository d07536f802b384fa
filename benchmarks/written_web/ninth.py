"""The ninth web: siblings of the eighth's outlets, written after what that had shown was mended."""

import re
from collections.abc import Callable
from html import escape

from benchmarks.made_web.lists import Answer
from benchmarks.written_web.archives import listed_as, newest, titles
from benchmarks.written_web.lists import index, rss, urlset
from benchmarks.written_web.shells import arc, drupal, own, wordpress
from benchmarks.written_web.site import Written

_Match = re.Match[str]
GIVEN = {"orrin valley courier": ("https://www.orrinvalleycourier.example/",)}
"""The settings' ``[sites]``: what an editor has set for those that no list has."""


def _by(pattern: str, form: str) -> Callable[[Written, _Match], Answer]:
    """An index of lists by the month or the day, and these lists."""

    def answer(site: Written, found: _Match) -> Answer:
        if not found.re.groups:
            every = dict.fromkeys(format(page.day, form) for page in site.listed())
            return index([(site.root + pattern.format(each), None) for each in every])
        return urlset(site.root, [page for page in site.listed() if format(page.day, form) == found[1]])  # fmt: skip

    return answer


def _room(section: str) -> Callable[[Written, _Match], Answer]:
    return lambda site, _: listed_as(site, section.title(), titles(site.listed(section=section)[:40]))  # fmt: skip


def _bank(site: Written) -> str:
    menu = "".join(f"<li><a href='{path}'>{text}</a></li>" for path, text in (("/news/statements", "Statements"), ("/news/speeches", "Speeches"), ("/news/minutes", "Minutes"), ("/museum", "Museum")))  # fmt: skip
    rows = "".join(f"<div><h3><a href='{page.path}'>{escape(page.title)}</a></h3><p>{escape(page.summary)}</p></div>" for page in site.listed()[:6])  # fmt: skip
    return f"<!doctype html><html lang='en'><head><title>{site.name}</title></head><body><ul>{menu}</ul>{rows}</body></html>"  # fmt: skip


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("boe", "Bank of England", "www.bankofengland.co.uk", "/news/{day:%Y/%B}/{slug}", (
            (r"/news/statements", _room("statements")), (r"/news/speeches", _room("speeches")), (r"/news/minutes", _room("minutes")),
        ), "User-agent: *\nDisallow: /search\n", drupal, ("statements", "statements", "speeches"), "/news/{}", each=1, first_page=_bank, hosts={"bankofengland.co.uk": True}),
        Written("latimes", "Los Angeles Times", "www.latimes.com", "/{section}/story/{day:%Y-%m-%d}/{slug}", (
            (r"/sitemap\.xml", _by("/sitemap/{}.xml", "%Y-%m")), (r"/sitemap/(\d{4}-\d\d)\.xml", _by("", "%Y-%m")), (r"/news-sitemap\.xml", newest(1)),
        ), "User-agent: *\nSitemap: {root}/news-sitemap.xml\nSitemap: {root}/sitemap.xml\n", own, ("california", "business", "environment", "opinion"), "/{}", each=9, hosts={"latimes.com": True}),
        Written("npr", "NPR", "www.npr.org", "/{day:%Y/%m/%d}/nx-s1-5{id}/{slug}", (
            (r"/live-updates/sitemap\.xml", newest(1)), (r"/rss/rss\.php", lambda site, _: rss(site.root, site.listed()[:25], site.name)), (r"/1001/rss\.xml", lambda site, _: rss(site.root, site.listed()[:25], site.name)),
        ), "User-agent: *\nDisallow: /search\n", own, ("national", "health", "business", "climate"), "/sections/{}/", each=7, hosts={"npr.org": True, "feeds.npr.org": False}),
        Written("parisien", "Le Parisien", "www.leparisien.fr", "/{section}/{slug}-{day:%d-%m-%Y}-{letters}.php", (
            (r"/arc/outboundfeeds/sitemap-index/", _by("/arc/outboundfeeds/sitemap/{}/", "%Y-%m-%d")), (r"/arc/outboundfeeds/sitemap/(\d{4}-\d\d-\d\d)/", _by("", "%Y-%m-%d")),
        ), "User-agent: *\nDisallow: /recherche\nSitemap: {root}/arc/outboundfeeds/sitemap-index/\n", arc, ("paris-75", "essonne-91", "economie", "societe"), "/{}/", lang="fr", each=9, hosts={"leparisien.fr": True}),
        Written("welt", "Die Welt", "www.welt.de", "/{section}/article69{id}/{slug}.html", (
            (r"/sitemaps/sitemap/index\.xml", _by("/sitemaps/sitemap/{}.xml", "%Y-%m")), (r"/sitemaps/sitemap/(\d{4}-\d\d)\.xml", _by("", "%Y-%m")),
            (r"/feeds/latest\.rss", lambda site, _: rss(site.root, site.listed()[:30], site.name, summaries=120)),
        ), "User-agent: *\nSitemap: {root}/sitemaps/sitemap/index.xml\n", own, ("politik/deutschland", "wirtschaft", "regionales/hamburg", "wissenschaft"), "/{}/", lang="de", each=9,
            head="<link rel='alternate' type='application/rss+xml' href='/feeds/latest.rss'>", hosts={"welt.de": True}),
        Written("nacion", "La Nación", "www.lanacion.com.ar", "/{section}/{slug}-nid{day:%d%m%Y}/", (
            (r"/ultimas-noticias/", lambda site, _: listed_as(site, "Últimas noticias", titles(site.listed()[:40]))),
        ), "User-agent: *\nDisallow: /buscador/\n", arc, ("economia", "sociedad", "campo", "politica"), "/{}/", lang="es", each=7, hosts={"lanacion.com.ar": True}),
        Written("orrin", "Orrin Valley Courier", "www.orrinvalleycourier.example", "/{day:%Y/%m}/{slug}/", (
            (r"/feed/", lambda site, _: rss(site.root, site.listed()[:10], site.name, summaries=150)),
            (r"/wp-sitemap\.xml", lambda site, _: index([(f"{site.root}/wp-sitemap-posts-post-1.xml", None)])),
            (r"/wp-sitemap-posts-post-1\.xml", lambda site, _: urlset(site.root, site.listed()[:500], days=False)),
        ), "User-agent: *\nDisallow: /wp-admin/\nSitemap: {root}/wp-sitemap.xml\n", wordpress, ("news", "farming", "letters"), "/category/{}/", each=2,
            head="<link rel='alternate' type='application/rss+xml' href='/feed/'>"),
    ]  # fmt: skip
