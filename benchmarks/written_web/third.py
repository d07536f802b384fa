"""The third web: twenty-one outlets in six languages, after the manner of real ones."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import escape

from benchmarks.made_web.lists import NOT_FOUND, Answer
from benchmarks.written_web.archives import months_of
from benchmarks.written_web.lists import (
    atom,
    index,
    json_feed,
    news,
    packed,
    plain,
    rdf,
    rss,
    urlset,
)
from benchmarks.written_web.page import Page
from benchmarks.written_web.shells import arc, blox, drupal, ghost, own, wordpress
from benchmarks.written_web.site import Written, parts

_Match = re.Match[str]
_ARC_PART = 100  # pages of one of its sitemaps
_YOAST_PART = 200
GIVEN = {
    "kelmouth echo": ("https://www.kelmouthecho.example/",),
    "north fork dispatch": ("https://northforkdispatch.example/",),
}
"""The settings' ``[sites]``: what an editor has set for papers that no list has."""


def _recent(site: Written, days: int = 2) -> list[Page]:
    pages = site.listed()
    return [page for page in pages if page.day >= pages[0].day - timedelta(days)]


def _news(*, words: bool = False, section: str = "") -> Callable[[Written, _Match], Answer]:
    def make(site: Written, _: _Match) -> Answer:
        pages = [page for page in _recent(site) if not section or page.section == section]
        return news(site.root, pages, site.name, site.lang, words=words)

    return make


def _rss(most: int = 30, cut: int = 200, mark: str = "") -> Callable[[Written, _Match], Answer]:
    return lambda site, _: rss(site.root, site.listed()[:most], site.name, summaries=cut, mark=mark)


def _of_section(most: int = 25, cut: int = 160) -> Callable[[Written, _Match], Answer]:
    return lambda site, found: rss(site.root, site.listed(section=found[1])[:most], site.name, summaries=cut)  # fmt: skip


def _in_month(site: Written, year: str, month: str) -> list[Page]:
    return [page for page in site.listed() if f"{page.day:%Y-%m}" == f"{year}-{int(month):02}"]


# Arc XP: an index of parts of a hundred pages, newest first, by 'from'.
def _arc_index(site: Written, _: _Match) -> Answer:
    base = f"{site.root}/arc/outboundfeeds/sitemap/?outputType=xml"
    count = len(parts(site.listed(), _ARC_PART))
    return index([(base if not at else f"{base}&from={at * _ARC_PART}", None) for at in range(count)])  # fmt: skip


def _arc_part(site: Written, found: _Match) -> Answer:
    start = int(found[1] or 0)
    return urlset(site.root, site.listed()[start : start + _ARC_PART], images=True)


_ARC = (
    (r"/arc/outboundfeeds/sitemap-index/\?outputType=xml", _arc_index),
    (r"/arc/outboundfeeds/sitemap/\?outputType=xml(?:&from=(\d+))?", _arc_part),
    (r"/arc/outboundfeeds/(?:news-sitemap|sitemap-news)/\?outputType=xml", _news(words=True)),
    (r"/arc/outboundfeeds/rss/\?outputType=xml", _rss(100, 300)),
)


# Yoast: parts by number, the oldest first, beside those of pages, categories and authors.
def _yoast(site: Written, _: _Match) -> Answer:
    every = parts(site.listed()[::-1], _YOAST_PART)
    rows: list[tuple[str, date | str | None]] = [
        (f"{site.root}/post-sitemap{at or ''}.xml", part[-1].day)
        for at, part in zip([0, *range(2, len(every) + 1)], every, strict=True)
    ]
    last = site.listed()[0].day
    more = ("page", "category", "post_tag", "author", "project-grants")
    return index([*rows, *((f"{site.root}/{name}-sitemap.xml", last) for name in more)])


def _yoast_part(site: Written, found: _Match) -> Answer:
    every = parts(site.listed()[::-1], _YOAST_PART)
    number = int(found[1] or 1)
    return urlset(site.root, every[number - 1], images=True) if number <= len(every) else NOT_FOUND


_YOAST = (
    (r"/sitemap_index\.xml", _yoast),
    (r"/post-sitemap(\d*)\.xml", _yoast_part),
    (
        r"/(?:category|post_tag|author|page|project-grants)-sitemap\.xml",
        lambda site, _: urlset(site.root, []),
    ),
    (r"/feed/", _rss(10, 250)),
)


def _politico_eu_index(site: Written, _: _Match) -> Answer:
    return index([(f"{site.root}/sitemap-{day:%Y-%m}.xml", None) for day in months_of(site)])


# apnews.com: months, each in one part or more.
def _ap_index(site: Written, _: _Match) -> Answer:
    rows: list[tuple[str, date | str | None]] = []
    for day in months_of(site):
        whole = _in_month(site, f"{day:%Y}", f"{day:%m}")
        rows += [(f"{site.root}/ap-sitemap-{day:%Y%m}{f'-{at}' if at else ''}.xml", part[0].day) for at, part in enumerate(parts(whole, 120))]  # fmt: skip
    return index(rows)


def _ap_part(site: Written, found: _Match) -> Answer:
    whole = parts(_in_month(site, found[1][:4], found[1][4:]), 120)
    return urlset(site.root, whole[int(found[2] or 0)])


# cnn.com: by section and month.
def _cnn_index(site: Written, _: _Match) -> Answer:
    rows = [(f"{site.root}/sitemap/article/{name}/{day:%Y/%m}.xml", None) for name in site.sections for day in months_of(site)]  # fmt: skip
    more = ("video/2026/11", "gallery/2026/10", "live-story/2026/11")
    return index([*((f"{site.root}/sitemap/{name}.xml", None) for name in more), *rows])


def _cnn_part(site: Written, found: _Match) -> Answer:
    whole = _in_month(site, found[2], found[3])
    return urlset(site.root, [page for page in whole if page.section == found[1] and page.kind != "live"])  # fmt: skip


def _cnn_live(site: Written, _: _Match) -> Answer:
    return urlset(site.root, [page for page in site.listed() if page.kind == "live"])


# aljazeera.com: by days.
def _day_index(site: Written, _: _Match) -> Answer:
    days = sorted({page.day for page in site.pages}, reverse=True)
    return index([(f"{site.root}/sitemap.xml?yyyy={day:%Y&mm=%m&dd=%d}", None) for day in days])


def _day(site: Written, found: _Match) -> Answer:
    wanted = "-".join(found.groups())
    return urlset(site.root, [page for page in site.listed() if page.day.isoformat() == wanted])


# dw.com: languages, each with lists of its own.
_TONGUES = (
    *("am", "ar", "bn", "bs", "de", "el", "en", "es", "fa", "fr", "ha", "hi", "id", "mk", "pl"),
    *("ps", "pt-br", "ro", "ru", "sq", "sr", "sw", "tr", "uk", "ur", "zh"),
)
_DW = "".join(f"Sitemap: {{root}}/{name}/article-sitemap-index.xml\nSitemap: {{root}}/{name}/news-sitemap.xml\n" for name in _TONGUES)  # fmt: skip


def _dw_index(site: Written, found: _Match) -> Answer:
    if found[1] not in {"en", "de"}:
        return index([(f"{site.root}/{found[1]}/article-sitemap-1.xml", None)])
    return index([(f"{site.root}/{found[1]}/article-sitemap-{at + 1}.xml", None) for at in range(len(_dw_parts(site, found[1])))])  # fmt: skip


def _dw_own(site: Written, name: str) -> list[Page]:
    return [page for page in site.listed() if page.path.startswith(f"/{name}/")]


def _dw_parts(site: Written, name: str) -> list[list[Page]]:
    return [list(part) for part in parts(_dw_own(site, name), 400)]


def _dw_part(site: Written, found: _Match) -> Answer:
    every = _dw_parts(site, found[1])
    at = int(found[2]) - 1
    return urlset(site.root, every[at]) if at < len(every) else urlset(site.root, [])


def _dw_news(site: Written, found: _Match) -> Answer:
    own_pages = set(_dw_own(site, found[1]))
    return news(site.root, [page for page in _recent(site) if page in own_pages], site.name, found[1])  # fmt: skip


def _blox_part(site: Written, found: _Match) -> Answer:
    if found[1] is None:
        rows = [(f"{site.root}/tncms/sitemap/editorial.xml?year={day.year}&month={day.month}", None) for day in months_of(site)]  # fmt: skip
        return index(rows)
    return urlset(site.root, _in_month(site, found[1], found[2]))


def _drupal_index(site: Written, _: _Match) -> Answer:
    count = len(parts(site.listed(), 250))
    built = f"{site.listed()[0].day}T03:00:00Z"
    return index([(f"{site.root}/sitemap.xml?page={at + 1}", built) for at in range(count)])


def _drupal_part(site: Written, found: _Match) -> Answer:
    pages = sorted(site.listed(), key=lambda page: page.number)
    return urlset(site.root, parts(pages, 250)[int(found[1]) - 1], days=False)


def _ghost_index(site: Written, _: _Match) -> Answer:
    last = site.listed()[0].day
    names = ["pages", "posts", "authors", "tags"]
    more = [f"posts-{at + 2}" for at in range(len(parts(site.listed(), 300)) - 1)]
    return index([(f"{site.root}/sitemap-{name}.xml", last) for name in (*names, *more)])


def _ghost_part(site: Written, found: _Match) -> Answer:
    if not found[1].startswith("posts"):
        return urlset(site.root, [])
    return urlset(site.root, parts(site.listed(), 300)[int(found[2] or 1) - 1], images=True)


def _hindu_index(site: Written, _: _Match) -> Answer:
    days = sorted({page.day for page in site.pages}, reverse=True)
    return index([(f"{site.root}/sitemap/archive/all/{day:%Y%m%d}_1.xml", day) for day in days])


def _hindu_day(site: Written, found: _Match) -> Answer:
    return urlset(site.root, [page for page in site.listed() if f"{page.day:%Y%m%d}" == found[1]])


def _repubblica(site: Written) -> str:
    """A first page with links to the editions of cities, and pictures without words."""
    cities = "".join(f"<a href='https://{city}.repubblica.it/'>{city.title()}</a>" for city in ("milano", "roma", "torino"))  # fmt: skip
    rows = "".join(f"<div class='entry'><a href='{site.root}{page.path}'><img alt=''></a><h2><a href='{site.root}{page.path}'>{escape(page.title)}</a></h2></div>" for page in site.listed()[:40])  # fmt: skip
    return f"<!doctype html><html lang='it'><head><title>la Repubblica</title>{site.links_of_head}</head><body>{cities}{rows}</body></html>"


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("politico.eu", "POLITICO", "www.politico.eu", "/article/{slug}/", (
            (r"/sitemap\.xml", _politico_eu_index),
            (r"/sitemap-(\d{4})-(\d\d)\.xml", lambda site, at: urlset(site.root, _in_month(site, at[1], at[2]))),
            (r"/news-sitemap\.xml", _news()), (r"/feed/", _rss(20, 180)),
        ), "User-agent: *\nDisallow: /wp-admin/\nSitemap: {root}/sitemap.xml\nSitemap: {root}/news-sitemap.xml\n",
            wordpress, ("politics", "energy", "trade", "technology", "defense"), hosts={"politico.eu": True},
            head="<link rel='alternate' type='application/rss+xml' href='{root}/feed/'>"),
        Written("politico.com", "POLITICO", "www.politico.com", "/news/{day:%Y/%m/%d}/{slug}-00{id}", (
            (r"/news-sitemap\.xml", _news()), (r"/rss/politicopicks\.xml", _rss(15, 120)),
        ), "User-agent: *\nDisallow: /_/\nSitemap: {root}/news-sitemap.xml\nSitemap: {root}/section-sitemap.xml\n",
            own, ("congress", "white-house", "elections", "legal", "defense"), hosts={"politico.com": True}),
        Written("reuters", "Reuters", "www.reuters.com", "/{section}/{slug}-{day:%Y-%m-%d}/", _ARC,
            "User-agent: *\nDisallow: /*.js$\nSITEMAP: {root}/arc/outboundfeeds/sitemap-index/?outputType=xml\nSITEMAP: {root}/arc/outboundfeeds/news-sitemap/?outputType=xml\n",
            arc, ("world", "business", "markets", "legal", "sustainability"), hosts={"reuters.com": True}, each=22),
        Written("ap", "AP News", "apnews.com", "/article/{slug}-{hex}", (
            (r"/ap-sitemap\.xml", _ap_index), (r"/ap-sitemap-(\d{6})(?:-(\d+))?\.xml", _ap_part),
            (r"/news-sitemap-content\.xml", _news()),
        ), "User-agent: *\nDisallow: /*?*\nSitemap: {root}/video-sitemap.xml\nSitemap: {root}/ap-sitemap.xml\nSitemap: {root}/news-sitemap-content.xml\n",
            own, ("world-news", "us-news", "politics", "science", "sports"), "/hub/{}", hosts={"www.apnews.com": True}, each=18),
        Written("cnn", "CNN", "www.cnn.com", "/{day:%Y/%m/%d}/{section}/{slug}", (
            (r"/sitemap/article\.xml", _cnn_index), (r"/sitemap/article/([\w-]+)/(\d{4})/(\d\d)\.xml", _cnn_part),
            (r"/sitemap/live-story/.*", _cnn_live), (r"/sitemap/news\.xml", _news()),
            (r"/(?:index\.html)?", lambda *_: Answer(200, "text/html", b"<div id='app'></div>")),
        ), "User-agent: *\nAllow: /partners/\nSitemap: {root}/sitemap/news.xml\nSitemap: {root}/sitemap/article.xml\nSitemap: {root}/sitemap/section.xml\nDisallow: /api/\n",
            own, ("politics", "world", "business", "health", "travel"), hosts={"cnn.com": True, "edition.cnn.com": False, "amp.cnn.com": False}, amp="/cnn{bare}"),
        Written("aljazeera", "Al Jazeera", "www.aljazeera.com", "/{section}/{day:%Y}/{day.month}/{day.day}/{slug}", (
            (r"/sitemap\.xml", _day_index), (r"/sitemap\.xml\?yyyy=(\d+)&mm=(\d+)&dd=(\d+)", _day),
            (r"/news-sitemap\.xml", _news()), (r"/xml/rss/all\.xml", _rss(25, 100)),
        ), "User-agent: *\nDisallow: /api\nSitemap: {root}/sitemap.xml\nSitemap: {root}/news-sitemap.xml\nSitemap: {root}/sitemaps/article-archive.xml\n",
            own, ("news", "economy", "features", "opinions", "sports"), hosts={"aljazeera.com": True}, amp="/amp{path}"),
        Written("dw", "Deutsche Welle", "www.dw.com", "/en/{slug}/a-7{id}", (
            (r"/([\w-]+)/article-sitemap-index\.xml", _dw_index), (r"/([\w-]+)/article-sitemap-(\d+)\.xml", _dw_part),
            (r"/([\w-]+)/news-sitemap\.xml", _dw_news),
        ), "User-agent: *\nDisallow: /search/\n" + _DW, own, ("germany", "europe", "asia", "science", "business"), "/en/{}/s-1432", front="/en/top-stories/s-9097", hosts={"dw.com": True}),
        Written("rferl", "Radio Free Europe", "www.rferl.org", "/a/{slug}/33{id}.html", (
            (r"/sitemap\.xml", lambda site, _: index([(f"{site.root}/sitemap_{at}_{name}.xml.gz", None) for at, name in ((422, "news"), (422, "video"), (422, "programs"), (422, "photo"), (422, "latest"))])),
            (r"/sitemap_422_news\.xml\.gz", lambda site, _: packed(urlset(site.root, site.listed()))),
            (r"/sitemap_422_latest\.xml\.gz", lambda site, _: packed(urlset(site.root, site.listed()[:50]))),
            (r"/sitemap_422_\w+\.xml\.gz", lambda site, _: packed(urlset(site.root, []))),
        ), "User-agent: *\nDisallow: /api/\nSitemap: {root}/sitemap.xml\n", own, ("ukraine", "russia", "belarus", "caucasus", "balkans"), "/{}", each=5),
        Written("kyiv", "The Kyiv Independent", "kyivindependent.com", "/{slug}/", (
            (r"/sitemap\.xml", _ghost_index), (r"/sitemap-(\w+?(?:-(\d+))?)\.xml", _ghost_part), (r"/news-archive/rss/", _rss(15, 150)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\nDisallow: /ghost/\n", ghost, ("news", "war", "politics", "opinion", "culture"), "/tag/{}/", hosts={"www.kyivindependent.com": True}),
        Written("omaha", "Omaha World-Herald", "omaha.com", "/news/{section}/{slug}/article_{uuid}.html", (
            (r"/tncms/sitemap/editorial\.xml(?:\?year=(\d+)&month=(\d+))?", _blox_part), (r"/tncms/sitemap/news\.xml", _news(words=True)),
            (r"/search/\?f=rss.*", _rss(25, 140)),
        ), "User-agent: *\nCrawl-delay: 0\nDisallow: /users/\nSitemap: {root}/tncms/sitemap/news.xml\nSitemap: {root}/tncms/sitemap/editorial.xml\n",
            blox, ("local", "crime", "state-and-regional", "education", "business"), "/news/{}/", hosts={"www.omaha.com": True},
            head="<link rel='alternate' type='application/rss+xml' href='{root}/search/?f=rss&amp;t=article&amp;l=50'>"),
        Written("korea", "The Korea Herald", "www.koreaherald.com", "/article/10{id}", (
            (r"/rss/newsAll", _rss(30, 90)),
        ), "User-agent: *\nDisallow: /admin/\n", own, ("National", "Business", "Life Culture", "Sports", "World"), "/{}",
            head="<link rel='alternate' type='application/rss+xml' href='/rss/newsAll'>"),
        Written("hindu", "The Hindu", "www.thehindu.com", "/{section}/{slug}/article7{id}.ece", (
            (r"/sitemap/archive\.xml", _hindu_index), (r"/sitemap/archive/all/(\d{8})_1\.xml", _hindu_day),
            (r"/sitemap/update/all\.xml", lambda site, _: urlset(site.root, site.listed()[:60])), (r"/sitemap/googlenews/all/all\.xml", _news(words=True)),
        ), "User-agent: *\nDisallow: /search/\nSitemap: {root}/sitemap/update/all.xml\nSitemap: {root}/sitemap/googlenews/all/all.xml\nSitemap: {root}/sitemap/archive.xml\n",
            own, ("national", "international", "business", "sci-tech", "cities"), "/news/{}/", hosts={"thehindu.com": True}, amp="{path}/amp"),
        Written("nature", "Nature", "www.nature.com", "/articles/d41586-026-{id}-x", (
            (r"/nature\.rss", lambda site, _: rdf(site.root, site.listed()[:60], site.name)),
        ), "User-agent: *\nDisallow: /search\n", own, ("news", "careers", "comment", "research-highlights", "books"), "/nature/{}", front="/nature",
            head="<link rel='alternate' type='application/rdf+xml' href='/nature.rss'><link rel='alternate' type='application/rss+xml' href='/nature.rss'>", each=3),
        Written("propublica", "ProPublica", "www.propublica.org", "/article/{slug}", (
            (r"/sitemaps/sitemap\.xml", lambda site, _: index([(f"{site.root}/sitemaps/{name}.xml", None) for name in ("articles-2024", "articles-2025", "articles-2026", "series", "people", "data")])),
            (r"/sitemaps/articles-(\d{4})\.xml", lambda site, at: urlset(site.root, [page for page in site.listed() if f"{page.day.year}" == at[1]])),
            (r"/feeds/propublica/main", _rss(20, 0)),
        ), "User-agent: *\nSitemap: {root}/sitemaps/sitemap.xml\n", drupal, ("health", "courts", "environment", "schools", "labor"), "/topics/{}", each=2),
        Written("irishtimes", "The Irish Times", "www.irishtimes.com", "/{section}/{day:%Y/%m/%d}/{slug}/", _ARC,
            "User-agent: *\nSitemap: {root}/arc/outboundfeeds/sitemap-news/?outputType=xml\nSitemap: {root}/arc/outboundfeeds/sitemap-index/?outputType=xml\nSitemap: {root}/arc/outboundfeeds/sitemap-video/?outputType=xml\n",
            arc, ("ireland", "politics", "business", "health", "culture"), hosts={"irishtimes.com": True}, each=14),
        Written("orf", "news.ORF.at", "orf.at", "/stories/3{id}/", (
            (r"/news\.xml", lambda site, _: rdf(site.root, site.listed()[:40], site.name)),
        ), "User-agent: *\nDisallow: /oon/\n", own, ("inland", "ausland", "wirtschaft", "wetter", "sport"), "/{}", lang="de",
            head="<link rel='alternate' type='application/rss+xml' href='https://rss.orf.at/news.xml'>", hosts={"rss.orf.at": False, "www.orf.at": True}),
        Written("standard", "DER STANDARD", "www.derstandard.at", "/story/3000000{id}/{slug}", (
            (r"/sitemaps/news\.xml", _news()), (r"/sitemaps/sitemap\.xml", lambda site, _: index([(f"{site.root}/sitemaps/sitemap-{day:%Y-%m}.xml", None) for day in months_of(site)])),
            (r"/sitemaps/sitemap-(\d{4})-(\d\d)\.xml", lambda site, at: urlset(site.root, _in_month(site, at[1], at[2]))),
        ), "User-agent: *\nDisallow: /profil/\nSitemap: {root}/sitemaps/sitemap.xml\nSitemap: {root}/sitemaps/news.xml\n", own,
            ("inland", "international", "wirtschaft", "etat", "wissenschaft"), "/{}", lang="de", hosts={"derstandard.at": True, "www.derstandard.de": False}),
        Written("liberation", "Libération", "www.liberation.fr", "/{section}/{slug}-{day:%Y%m%d}_{letters}/", _ARC,
            "User-agent: *\nSitemap: {root}/arc/outboundfeeds/sitemap-news/?outputType=xml\nSitemap: {root}/arc/outboundfeeds/sitemap-index/?outputType=xml\n",
            arc, ("politique", "societe", "economie", "environnement", "culture"), lang="fr", hosts={"liberation.fr": True}, each=10),
        Written("repubblica", "la Repubblica", "www.repubblica.it", "/{section}/{day:%Y/%m/%d}/news/{slug}-425{id}/", (
            (r"/sitemap-n\.xml", _news()), (r"/rss/homepage/rss2\.0\.xml", _rss(20, 110, "?rss")),
        ), "User-agent: *\nSitemap: {root}/sitemap-n.xml\nSitemap: {root}/sitemap-video.xml\n", own, ("cronaca", "politica", "economia", "esteri", "salute"), "/{}",
            lang="it", first_page=_repubblica, hosts={"repubblica.it": True}),
        Written("milano", "la Repubblica Milano", "milano.repubblica.it", "/cronaca/{day:%Y/%m/%d}/news/{slug}-425{id}/", (
            (r"/sitemap-n\.xml", _news()), (r"/rss/cronaca/rss2\.0\.xml", _rss(20, 110)),
        ), "User-agent: *\nSitemap: {root}/sitemap-n.xml\n", own, ("cronaca",), "/{}", lang="it"),
        Written("civilbeat", "Honolulu Civil Beat", "www.civilbeat.org", "/{day:%Y/%m}/{slug}/", _YOAST,
            "User-agent: *\nDisallow: /wp-admin/\nSitemap: {root}/sitemap_index.xml\n", wordpress, ("maui", "honolulu", "education", "environment", "ideas"), "/category/{}/",
            head="<link rel='alternate' type='application/rss+xml' href='{root}/feed/'><link rel='alternate' type='application/rss+xml' href='{root}/comments/feed/'>", hosts={"civilbeat.org": True}, each=4),
        Written("kelmouth", "Kelmouth Echo", "www.kelmouthecho.example", "/{section}/{slug}-{id}", (
            (r"/sitemap\.xml", _drupal_index), (r"/sitemap\.xml\?page=(\d+)", _drupal_part), (r"/atom\.xml", lambda site, _: atom(site.root, site.listed()[:30], site.name)),
        ), None, drupal, ("news", "council", "harbour", "sport", "letters"), "/{}", hosts={"kelmouthecho.example": True}, each=3,
            head="<link rel='alternate' type='application/atom+xml' href='{root}/atom.xml'>"),
        Written("northfork", "North Fork Dispatch", "northforkdispatch.example", "/p/{slug}", (
            (r"/sitemap\.xml", lambda *_: NOT_FOUND), (r"/feed\.json", lambda site, _: json_feed(site.root, site.listed()[:40], site.name)),
            (r"/latest.*", lambda *_: plain("", 500)),
        ), "User-agent: *\nDisallow: /action/\n", ghost, ("news",), "/s/{}", front="/latest", each=2,
            head="<link rel='alternate' type='application/feed+json' href='{root}/feed.json'>",
            first_page=lambda site: f"<html><head>{site.links_of_head}</head><body><p>Subscribe</p></body></html>"),
    ]  # fmt: skip
