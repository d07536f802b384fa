"""The seventh web: siblings of the sixth's outlets, written after what that had shown was mended."""

import re
from html import escape

from benchmarks.made_web.lists import HTML, Answer
from benchmarks.written_web.archives import months_of, newest
from benchmarks.written_web.lists import index, rss, urlset
from benchmarks.written_web.shells import arc, drupal, own, wordpress
from benchmarks.written_web.site import Written

_Match = re.Match[str]
GIVEN = {
    "fellmoor gazette": ("https://www.fellmoorgazette.example/",),
    "stowmarsh college news": ("https://www.stowmarsh.example/",),
}
"""The settings' ``[sites]``: what an editor has set for those that no list has."""


def _month(site: Written, when: str) -> Answer:
    return urlset(site.root, [page for page in site.listed() if f"{page.day:%Y-%m}" == when])


def _by_month(site: Written, found: _Match) -> Answer:
    if not found.re.groups:
        return index([(f"{site.root}/sitemaps/{day:%Y-%m}.xml", day) for day in months_of(site)])
    return _month(site, found[1])


def _weekly(site: Written, found: _Match) -> Answer:
    if not found.re.groups:
        weeks = dict.fromkeys(format(page.day, "%G-%V") for page in site.listed())
        return index([(f"{site.root}/sitemap-semana.xml?y={week[:4]}&w={week[5:]}", None) for week in weeks])  # fmt: skip
    return urlset(site.root, [page for page in site.listed() if format(page.day, "%G-%V") == f"{found[1]}-{found[2]}"])  # fmt: skip


def _archive(site: Written, found: _Match) -> Answer:
    pages = [page for page in site.listed() if f"{page.day:%Y/%m}" == found[1]]
    rows = "".join(f"<li><a href='{page.path}'>{escape(page.title)}</a> {page.day:%d %B}</li>" for page in pages)  # fmt: skip
    return Answer(200, HTML, f"<html lang='en'><head><title>News archive</title></head><body><h1>News archive</h1><ul>{rows}</ul></body></html>".encode())  # fmt: skip


def _first(site: Written) -> str:
    months = "".join(f"<li><a href='/news/{day:%Y/%m}'>{day:%B %Y}</a></li>" for day in months_of(site)[:14])  # fmt: skip
    rows = "".join(f"<h3><a href='{page.path}'>{escape(page.title)}</a></h3>" for page in site.listed()[:6])  # fmt: skip
    return f"<!doctype html><html lang='en'><head><title>{site.name}</title></head><body><main>{rows}</main><aside><ul>{months}</ul></aside></body></html>"  # fmt: skip


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("fellmoor", "Fellmoor Gazette", "www.northcoastnews.example", "/fellmoor/{section}/{slug}", (
            (r"/sitemap\.xml", _by_month), (r"/sitemaps/(\d{4}-\d\d)\.xml", _by_month),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("coast", "harbour", "council"), "/fellmoor/{}", each=2,
            hosts={"www.fellmoorgazette.example": True, "fellmoorgazette.example": True}),
        Written("scotsman", "The Scotsman", "www.scotsman.com", "/{section}/{slug}-5{id}", (
            (r"/news_sitemap\.xml", newest(2)), (r"/sitemap\.xml", _by_month), (r"/sitemaps/(\d{4}-\d\d)\.xml", _by_month),
        ), "User-agent: *\nSitemap: {root}/news_sitemap.xml\nSitemap: {root}/sitemap.xml\n", own, ("news", "news/environment", "sport", "business"), "/{}",
            each=8, hosts={"scotsman.com": True}),
        Written("devoir", "Le Devoir", "www.ledevoir.com", "/{section}/{id}/{slug}", (
            (r"/rss/manchettes\.xml", lambda site, _: rss(site.root, site.listed()[:20], site.name)),
            (r"/sitemap\.xml", lambda site, _: urlset(site.root, site.listed()[:1500], days=False)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("environnement", "economie", "politique", "culture"), "/{}", lang="fr", each=5, hosts={"ledevoir.com": True}),
        Written("faz", "FAZ", "www.faz.net", "/aktuell/{section}/{slug}-1{id}.html", (
            (r"/sitemap-news\.xml", newest(2)), (r"/sitemap-index\.xml", _by_month), (r"/sitemaps/(\d{4}-\d\d)\.xml", _by_month),
        ), "User-agent: *\nSitemap: {root}/sitemap-news.xml\nSitemap: {root}/sitemap-index.xml\n", arc, ("feuilleton", "rhein-main", "politik", "wirtschaft"), "/aktuell/{}/",
            lang="de", each=9, hosts={"faz.net": True}),
        Written("publico", "Público", "www.publico.pt", "/{day:%Y/%m/%d}/{section}/noticia/{slug}-2{id}", (
            (r"/sitemap-indice\.xml", _weekly), (r"/sitemap-semana\.xml\?y=(\d{4})&w=(\d\d)", _weekly),
        ), "User-agent: *\nSitemap: {root}/sitemap-indice.xml\n", own, ("sociedade", "local", "politica", "economia"), "/{}", lang="pt", each=6, hosts={"publico.pt": True}),
        Written("kommersant", "Kommersant", "www.kommersant.ru", "/doc/8{id}", (
            (r"/sitemap\.xml", _by_month), (r"/sitemaps/(\d{4}-\d\d)\.xml", _by_month),
            (r"/rss/news\.xml", lambda site, _: rss(site.root, site.listed()[:40], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("regions", "economy", "world"), "/theme/{}", each=6, hosts={"kommersant.ru": True}),
        Written("rtve", "RTVE", "www.rtve.es", "/{section}/{day:%Y%m%d}/{slug}/1{id}.shtml", (
            (r"/rss/temas_noticias\.xml", lambda site, _: rss(site.root, site.listed()[:30], site.name)),
        ), "User-agent: *\n", own, ("noticias", "deportes"), "/{}/", lang="es", each=7, head="<link rel='alternate' type='application/rss+xml' href='/rss/temas_noticias.xml'>", hosts={"rtve.es": True}),
        Written("prospect", "Prospect", "www.prospectmagazine.co.uk", "/{section}/7{id}/{slug}", (
            (r"/sitemap\.xml", lambda site, _: urlset(site.root, site.listed())),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", wordpress, ("essays", "politics", "culture"), "/{}", each=1, hosts={"prospectmagazine.co.uk": True}),
        Written("college", "Stowmarsh College News", "www.stowmarsh.example", "/news/{day:%Y/%m}/{slug}", (
            (r"/news/(\d{4}/\d\d)", _archive),
        ), "User-agent: *\n", drupal, ("research", "people"), "/{}/", each=1, first_page=_first),
    ]  # fmt: skip
