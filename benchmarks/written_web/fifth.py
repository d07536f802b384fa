"""The fifth web: fourteen outlets, written after what the third and fourth had shown was mended."""

import re

from benchmarks.made_web.lists import HTML, NOT_FOUND, Answer
from benchmarks.written_web.archives import days_of, months_of
from benchmarks.written_web.lists import atom, index, json_feed, news, packed, rss, urlset
from benchmarks.written_web.page import Page
from benchmarks.written_web.shells import arc, drupal, ghost, own, wordpress
from benchmarks.written_web.site import Written, parts

_Match = re.Match[str]
GIVEN = {
    "saltmarsh gazette": ("https://saltmarshgazette.example/",),
    "fenland review": ("https://www.fenlandreview.example/",),
    "tideline": ("https://tideline.example/",),
    "the tideline": ("https://tideline.example/",),
}
"""The settings' ``[sites]``: what an editor has set for papers that no list has."""
_SPANISH = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre")  # fmt: skip


def _of_day(site: Written, day: str) -> list[Page]:
    return [page for page in site.listed() if page.day.isoformat() == day]


def _of_month(site: Written, month: str) -> list[Page]:
    return [page for page in site.listed() if f"{page.day:%Y-%m}" == month]


def _last(site: Written, days: int = 2) -> list[Page]:
    pages = site.listed()
    return [page for page in pages if (pages[0].day - page.day).days <= days]


def _newest(site: Written, _: _Match) -> Answer:
    return news(site.root, _last(site), site.name, site.lang)


def _yoast(site: Written, found: _Match) -> Answer:
    """The index of Yoast: parts of a hundred posts, the oldest first, with the last change of each."""
    every = parts(site.listed()[::-1], 100)
    if not found.re.groups:
        posts = [(f"{site.root}/post-sitemap{at or ''}.xml", part[-1].day) for at, part in zip((0, *range(2, 99)), every, strict=False)]  # fmt: skip
        others = [(f"{site.root}/{name}-sitemap.xml", days_of(site)[0]) for name in ("page", "category", "post_tag", "author")]  # fmt: skip
        return index([*posts, *others])
    at = int(found[1] or 1) - 1
    return urlset(site.root, every[at], images=True) if at < len(every) else NOT_FOUND


def _core(site: Written, found: _Match) -> Answer:
    """What WordPress itself has: parts without days, the oldest first."""
    every = parts(site.listed()[::-1], 200)
    if not found.re.groups:
        posts = [(f"{site.root}/wp-sitemap-posts-post-{at + 1}.xml", None) for at in range(len(every))]  # fmt: skip
        others = [(f"{site.root}/wp-sitemap-{name}-1.xml", None) for name in ("posts-page", "taxonomies-category", "users")]  # fmt: skip
        return index([*posts, *others])
    at = int(found[1]) - 1
    return urlset(site.root, every[at], days=False) if at < len(every) else NOT_FOUND


def _by_month_in_spanish(site: Written, found: _Match) -> Answer:
    if not found.re.groups:
        return index([(f"{site.root}/sitemap-{_SPANISH[day.month - 1]}-{day.year}.xml", None) for day in months_of(site)])  # fmt: skip
    return urlset(site.root, _of_month(site, f"{found[2]}-{_SPANISH.index(found[1]) + 1:02}"))


def _ghost(site: Written, found: _Match) -> Answer:
    if not found.re.groups:
        return index([(f"{site.root}/sitemap-{name}.xml", site.listed()[0].day) for name in ("pages", "posts", "authors", "tags")])  # fmt: skip
    return urlset(site.root, site.listed(), images=True) if found[1] == "posts" else NOT_FOUND


def _archive(site: Written, found: _Match) -> Answer:
    """The pages of a month as a list of headlines."""
    rows = "".join(f"<li><a href='{page.path}'>{page.title}</a> <span>{page.day:%d %B}</span></li>" for page in _of_month(site, f"{found[1]}-{found[2]}"))  # fmt: skip
    return Answer(200, HTML, f"<html lang='en'><head><title>Archive</title></head><body><h1>Archive</h1><ul>{rows}</ul></body></html>".encode())  # fmt: skip


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("stat", "STAT", "www.statnews.com", "/{day:%Y/%m/%d}/{slug}/", (
            (r"/sitemap_index\.xml", _yoast), (r"/post-sitemap(\d*)\.xml", _yoast), (r"/news-sitemap\.xml", _newest),
            (r"/feed/", lambda site, _: rss(site.root, site.listed()[:20], site.name, summaries=180)),
        ), "User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {root}/sitemap_index.xml\nSitemap: {root}/news-sitemap.xml\n",
            wordpress, ("health", "biotech", "pharma", "hospitals", "first-opinion"), "/category/{}/", each=4,
            head="<link rel='alternate' type='application/rss+xml' href='/feed/'>", hosts={"statnews.com": True}),
        Written("npr", "NPR", "www.npr.org", "/{day:%Y/%m/%d}/nx-s1-5{id}/{slug}", (
            (r"/live-updates/sitemap\.xml", lambda site, _: urlset(site.root, [])),
            (r"/sitemap\.xml", lambda site, _: index([(f"{site.root}/sitemap/{day:%Y/%m/%d}/sitemap.xml", day) for day in days_of(site)])),
            (r"/sitemap/(\d+)/(\d+)/(\d+)/sitemap\.xml", lambda site, at: urlset(site.root, _of_day(site, f"{at[1]}-{at[2]}-{at[3]}"))),
            (r"/rss/rss\.php\?id=1001", lambda site, _: rss(site.root, site.listed()[:12], site.name, body=False)),
        ), "User-agent: *\nDisallow: /login\nSitemap: {root}/live-updates/sitemap.xml\nSitemap: {root}/sitemap.xml\n",
            own, ("national", "health", "world", "business", "climate"), "/sections/{}/", each=9, hosts={"npr.org": True}),
        Written("axios", "Axios", "www.axios.com", "/{day:%Y/%m/%d}/{slug}", (
            (r"/sitemaps/news\.xml", _newest), (r"/sitemaps/core\.xml", lambda site, _: urlset(site.root, [])),
            (r"/sitemaps/(\d{4})-(\d\d)\.xml", lambda site, at: urlset(site.root, _of_month(site, f"{at[1]}-{at[2]}"))),
            (r"/sitemaps/all\.xml", lambda site, _: index([(f"{site.root}/sitemaps/{day:%Y-%m}.xml", None) for day in months_of(site)])),
        ), "User-agent: *\nSitemap: {root}/sitemaps/core.xml\nSitemap: {root}/sitemaps/news.xml\nSitemap: {root}/sitemaps/all.xml\n",
            own, ("politics", "business", "health", "climate", "energy"), "/{}", each=7, hosts={"axios.com": True}),
        Written("sky", "Sky News", "news.sky.com", "/story/{slug}-13{id}", (
            (r"/sitemap-index\.xml", lambda site, _: index([(f"{site.root}/sitemap/sitemap-news.xml", None), *((f"{site.root}/sitemap/sitemap-stories-{at + 1}.xml", part[0].day) for at, part in enumerate(parts(site.listed(), 150)))])),
            (r"/sitemap/sitemap-news\.xml", _newest),
            (r"/sitemap/sitemap-stories-(\d+)\.xml", lambda site, at: urlset(site.root, parts(site.listed(), 150)[int(at[1]) - 1])),
            (r"/feeds/rss/home\.xml", lambda site, _: rss(site.root, site.listed()[:15], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap-index.xml\n", own, ("uk", "world", "money", "climate", "politics"), "/{}", each=8,
            head="<link rel='alternate' type='application/rss+xml' href='/feeds/rss/home.xml'>"),
        Written("taz", "taz", "taz.de", "/{slug}/!6{id}/", (
            (r"/!p4608;rss/", lambda site, _: rss(site.root, site.listed()[:50], site.name, summaries=160)),
        ), "User-agent: *\nDisallow: /*;print/\n", own, ("Politik", "Öko", "Gesellschaft", "Kultur", "Berlin"), "/{}/", lang="de", each=6,
            head="<link rel='alternate' type='application/rss+xml' title='RSS' href='/!p4608;rss/'>", hosts={"www.taz.de": True}),
        Written("nzz", "Neue Zürcher Zeitung", "www.nzz.ch", "/{section}/{slug}-ld.1{id}", (
            (r"/sitemap/index\.xml", lambda site, _: index([(f"{site.root}/sitemap/{day:%Y/%m}.xml", None) for day in months_of(site)])),
            (r"/sitemap/(\d{4})/(\d\d)\.xml", lambda site, at: packed(urlset(site.root, _of_month(site, f"{at[1]}-{at[2]}")))),
            (r"/startseite\.rss", lambda site, _: rss(site.root, site.listed()[:30], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap/index.xml\n", own, ("zuerich", "schweiz", "wirtschaft", "meinung", "wissenschaft"), "/{}",
            lang="de", each=7, hosts={"nzz.ch": True}),
        Written("netzpolitik", "netzpolitik.org", "netzpolitik.org", "/{day:%Y}/{slug}/", (
            (r"/wp-sitemap\.xml", _core), (r"/wp-sitemap-posts-post-(\d+)\.xml", _core),
            (r"/feed/", lambda site, _: rss(site.root, site.listed()[:15], site.name, body=True)),
        ), "User-agent: *\nDisallow: /wp-admin/\n\nSitemap: {root}/wp-sitemap.xml\n", wordpress, ("überwachung", "netze", "öffentlichkeit"), "/category/{}/",
            lang="de", each=2, head="<link rel='alternate' type='application/rss+xml' href='/feed/'>", hosts={"www.netzpolitik.org": True}),
        Written("ouest", "Ouest-France", "www.ouest-france.fr", "/{section}/{slug}-{uuid}", (
            (r"/googlenews\.xml", _newest),
            (r"/sitemap-index\.xml", lambda site, _: index([(f"{site.root}/sitemap-{day:%Y-%m-%d}.xml", None) for day in days_of(site)])),
            (r"/sitemap-(\d{4}-\d\d-\d\d)\.xml", lambda site, at: urlset(site.root, _of_day(site, at[1]))),
        ), "User-agent: *\nSitemap: {root}/googlenews.xml\nSitemap: {root}/sitemap-index.xml\n", arc, ("bretagne", "economie", "environnement", "societe", "mer"), "/{}/",
            lang="fr", each=9, hosts={"ouest-france.fr": True}),
        Written("mediapart", "Mediapart", "www.mediapart.fr", "/journal/{section}/{day:%d%m%y}/{slug}", (
            (r"/sitemap_index\.xml", lambda site, _: index([(f"{site.root}/sitemap-journal-{day:%Y%m}.xml", None) for day in months_of(site)])),
            (r"/sitemap-journal-(\d{4})(\d\d)\.xml", lambda site, at: urlset(site.root, _of_month(site, f"{at[1]}-{at[2]}"))),
            (r"/articles/feed", lambda site, _: rss(site.root, site.listed()[:20], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap_index.xml\n", drupal, ("france", "ecologie", "economie", "international"), "/journal/{}",
            lang="fr", each=3, hosts={"mediapart.fr": True}),
        Written("vanguardia", "La Vanguardia", "www.lavanguardia.com", "/{section}/{day:%Y%m%d}/1{id}/{slug}.html", (
            (r"/sitemap-google-news\.xml", _newest), (r"/sitemap\.xml", _by_month_in_spanish), (r"/sitemap-([a-z]+)-(\d{4})\.xml", _by_month_in_spanish),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\nSitemap: {root}/sitemap-google-news.xml\n", own, ("vida", "economia", "local", "politica", "natural"), "/{}",
            lang="es", each=8, hosts={"lavanguardia.com": True}),
        Written("eldiario", "elDiario.es", "www.eldiario.es", "/{section}/{slug}_1_12{id}.html", (
            (r"/rss/", lambda site, _: atom(site.root, site.listed()[:40], site.name)),
            (r"/sitemap_index_[a-z0-9]+\.xml", lambda site, _: index([(f"{site.root}/sitemap_contents_{day:%Y-%m}.xml", None) for day in months_of(site)])),
            (r"/sitemap_contents_(\d{4}-\d\d)\.xml", lambda site, at: urlset(site.root, _of_month(site, at[1]))),
        ), "User-agent: *\nDisallow: /buscador\nSitemap: {root}/sitemap_index_25b87.xml\n", own, ("politica", "economia", "sociedad", "ballenablanca", "andalucia"), "/{}/",
            lang="es", each=6, head="<link rel='alternate' type='application/atom+xml' href='/rss/'>", hosts={"eldiario.es": True}),
        Written("saltmarsh", "Saltmarsh Gazette", "saltmarshgazette.example", "/posts/{slug}/", (
            (r"/sitemap\.xml", lambda site, _: urlset(site.root, site.listed())),
            (r"/index\.xml", lambda site, _: rss(site.root, site.listed()[:20], site.name)),
            (r"/feed\.json", lambda site, _: json_feed(site.root, site.listed()[:20], site.name)),
        ), "User-agent: *\n", own, ("news", "tides", "council", "letters"), "/categories/{}/", each=1,
            head="<meta name='generator' content='Hugo 0.152.2'><link rel='alternate' type='application/feed+json' href='/feed.json'>"),
        Written("tideline", "The Tideline", "tideline.example", "/{slug}/", (
            (r"/sitemap\.xml", _ghost), (r"/sitemap-(\w+)\.xml", _ghost), (r"/rss/", lambda site, _: rss(site.root, site.listed()[:15], site.name, body=True)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\nDisallow: /ghost/\n", ghost, ("coast", "energy"), "/tag/{}/", each=1,
            head="<meta name='generator' content='Ghost 6.8'><link rel='alternate' type='application/rss+xml' href='/rss/'>"),
        Written("fenland", "Fenland Review", "www.fenlandreview.example", "/node/{id}", (
            (r"/archive/(\d{4})(\d\d)", _archive),
            (r"/atom\.xml", lambda site, _: atom(site.root, site.listed()[:10], site.name)),
        ), "User-agent: *\nDisallow: /user\n", drupal, ("news", "farming", "water"), "/taxonomy/{}", each=1,
            head="<link rel='alternate' type='application/atom+xml' href='/atom.xml'>"),
    ]  # fmt: skip
