"""The fourth web: nine outlets, written after what the third one had shown was mended."""

import re

from benchmarks.made_web.lists import NOT_FOUND, Answer
from benchmarks.written_web.archives import months_of
from benchmarks.written_web.lists import atom, index, news, rss, urlset
from benchmarks.written_web.page import Page
from benchmarks.written_web.shells import arc, blox, ghost, own, wordpress
from benchmarks.written_web.site import Written, parts

_Match = re.Match[str]
GIVEN = {"wexcombe mercury": ("https://wexcombemercury.example/",)}
"""The settings' ``[sites]``: what an editor has set for papers that no list has."""


def _in_month(site: Written, year: str, month: str) -> list[Page]:
    return [page for page in site.listed() if f"{page.day:%Y-%m}" == f"{year}-{int(month):02}"]


def _weeks(site: Written, found: _Match) -> Answer:
    """The Guardian-like index of a file a week, each with the day of its last change."""
    weeks: dict[str, list[Page]] = {}
    for page in site.listed():
        weeks.setdefault(f"{page.day:%G-w%V}", []).append(page)
    if not found.re.groups:
        return index([(f"{site.root}/sitemaps/{week}.xml", own_pages[0].day) for week, own_pages in weeks.items()])  # fmt: skip
    return urlset(site.root, weeks.get(found[1], []))


def _numbered(site: Written, found: _Match) -> Answer:
    """Parts by number, the oldest first, without days."""
    every = parts(site.listed()[::-1], 120)
    if not found.re.groups:
        return index([(f"{site.root}/sitemap-{at + 1}.xml", None) for at in range(len(every))])
    at = int(found[1]) - 1
    return urlset(site.root, every[at]) if at < len(every) else NOT_FOUND


def _sections(site: Written, found: _Match) -> Answer:
    if not found.re.groups:
        return index([(f"{site.root}/sitemap/{name}.xml", None) for name in (*site.sections, "videos", "authors")])  # fmt: skip
    return urlset(site.root, site.listed(section=found[1])[:400])


def _newest(site: Written, _: _Match) -> Answer:
    pages = site.listed()
    recent = [page for page in pages if (pages[0].day - page.day).days <= 2]
    return news(site.root, recent, site.name, site.lang, words=True)


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("guardian", "The Guardian", "www.theguardian.com", "/{section}/{day:%Y}/{month}/{day:%d}/{slug}", (
            (r"/sitemaps/news\.xml", _newest), (r"/sitemaps/archive\.xml", _weeks), (r"/sitemaps/(\d{4}-w\d\d)\.xml", _weeks),
        ), "User-agent: *\nSitemap: {root}/sitemaps/news.xml\nSitemap: {root}/sitemaps/archive.xml\nSitemap: {root}/sitemaps/video.xml\n",
            own, ("world", "uk-news", "environment", "society", "business"), each=20, hosts={"theguardian.com": True}, amp="/amp{path}"),
        Written("texas", "The Texas Tribune", "www.texastribune.org", "/{day:%Y/%m/%d}/{slug}/", (
            (r"/sitemap\.xml", _numbered), (r"/sitemap-(\d+)\.xml", _numbered), (r"/feeds/main/", lambda site, _: rss(site.root, site.listed()[:25], site.name, summaries=160)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", wordpress, ("politics", "education", "health", "water", "border"), each=3,
            head="<link rel='alternate' type='application/rss+xml' href='/feeds/main/'>", hosts={"texastribune.org": True}),
        Written("haaretz", "Haaretz", "www.haaretz.com", "/{section}/{day:%Y-%m-%d}/ty-article/.premium/{slug}/0000019a-{uuid}", (
            (r"/sitemap\.xml", _sections), (r"/sitemap/([\w-]+)\.xml", _sections), (r"/google-news\.xml", _newest),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\nSitemap: {root}/google-news.xml\n", arc, ("israel-news", "middle-east-news", "world-news", "opinion", "life"), "/{}", hosts={"haaretz.com": True}),
        Written("haaretz.il", "הארץ", "www.haaretz.co.il", "/news/{day:%Y-%m-%d}/{uuid}", (), "User-agent: *\nDisallow: /misc\n", own, ("news",)),
        Written("yonhap", "Yonhap News Agency", "en.yna.co.kr", "/view/AEN{day:%Y%m%d}00{id}320", (
            (r"/RSS/news\.xml", lambda site, _: rss(site.root, site.listed()[:60], site.name, summaries=120)),
        ), "User-agent: *\nDisallow: /search/\n", own, ("national", "business", "sports", "culture", "northkorea"), "/{}/index",
            head="<link rel='alternate' type='application/rss+xml' href='/RSS/news.xml'>", hosts={"www.yna.co.kr": True, "yna.co.kr": True}),
        Written("verge", "The Verge", "www.theverge.com", "/{section}/{id}/{slug}", (
            (r"/sitemaps", lambda site, _: index([(f"{site.root}/sitemaps/entries/{day.year}/{day.month}", None) for day in months_of(site)])),
            (r"/sitemaps/entries/(\d+)/(\d+)", lambda site, at: urlset(site.root, _in_month(site, at[1], at[2]))),
            (r"/rss/index\.xml", lambda site, _: atom(site.root, site.listed()[:20], site.name)), (r"/sitemaps/google_news", _newest),
        ), "User-agent: *\nSitemap: {root}/sitemaps\nSitemap: {root}/sitemaps/google_news\n", own, ("tech", "policy", "science", "games", "news"),
            head="<link rel='alternate' type='application/rss+xml' href='/rss/index.xml'>", hosts={"theverge.com": True}),
        Written("adn", "Anchorage Daily News", "www.adn.com", "/{section}/{day:%Y/%m/%d}/{slug}/", (
            (r"/arc/outboundfeeds/sitemap-index-by-day/\?outputType=xml", lambda site, _: index([(f"{site.root}/arc/outboundfeeds/sitemap/{day}/?outputType=xml", None) for day in sorted({page.day for page in site.pages}, reverse=True)])),
            (r"/arc/outboundfeeds/sitemap/([\d-]+)/\?outputType=xml", lambda site, at: urlset(site.root, [page for page in site.listed() if page.day.isoformat() == at[1]])),
        ), "User-agent: *\nSitemap: {root}/arc/outboundfeeds/sitemap-index-by-day/?outputType=xml\n", arc, ("alaska-news", "politics", "business", "outdoors", "opinions"), each=5),
        Written("rheinpfalz", "Die Presse", "www.diepresse.com", "/{id}/{slug}", (
            (r"/sitemap\.xml", lambda site, _: index([(f"{site.root}/sitemap/{day.year}/{day.month}/sitemap.xml", None) for day in months_of(site)])),
            (r"/sitemap/(\d+)/(\d+)/sitemap\.xml", lambda site, at: urlset(site.root, _in_month(site, at[1], at[2]), days=False)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("politik", "wirtschaft", "panorama", "kultur", "sport"), "/{}", lang="de", hosts={"diepresse.com": True}),
        Written("wexcombe", "Wexcombe Mercury", "wexcombemercury.example", "/{section}/{slug}-{id}", (
            (r"/sitemap\.xml", _newest),
        ), None, blox, ("news", "council", "sport", "farming", "letters"), "/{}", each=3, front="/home"),
        Written("hawk", "Newsroom", "newsroom.co.nz", "/{day:%Y/%m/%d}/{slug}/", (), "User-agent: *\n", ghost, ("politics", "environment")),
    ]  # fmt: skip
