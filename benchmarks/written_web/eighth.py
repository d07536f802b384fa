"""The eighth web: everyday outlets, with what makes each of them hard.

A broadcaster at two domains, a central bank's minutes, transcripts, a wall beside an open reprint,
sections and numbers for addresses, news sitemaps of two days, archives by pages, by month and by
day, feeds with summaries only, an outlet with neither, twins for phones, tags, a press room by the
year, a ``robots.txt`` that forbids everything.
"""

import re
from collections.abc import Callable
from html import escape

from benchmarks.made_web.lists import Answer
from benchmarks.written_web.archives import dated, listed_as, newest, titles
from benchmarks.written_web.lists import index, rss, urlset
from benchmarks.written_web.shells import arc, blox, drupal, ghost, own, wordpress
from benchmarks.written_web.site import Written, parts

_Match = re.Match[str]
GIVEN = {"wexcombe herald": ("https://www.wexcombeherald.example/",)}
"""The settings' ``[sites]``: what an editor has set for those that no list has."""


def _monthly(pattern: str, form: str = "%Y-%m") -> Callable[[Written, _Match], Answer]:
    """An index of lists by the month (or day), and these lists."""

    def answer(site: Written, found: _Match) -> Answer:
        if not found.re.groups:
            every = dict.fromkeys(format(page.day, form) for page in site.listed())
            return index([(site.root + pattern.format(each), None) for each in every])
        return urlset(site.root, dated(site, found[1], form))

    return answer


def _numbered(pattern: str, size: int) -> Callable[[Written, _Match], Answer]:
    """An index of numbered lists, the newest pages in the last, and these lists."""

    def answer(site: Written, found: _Match) -> Answer:
        every = parts(sorted(site.listed(), key=lambda page: (page.day, page.number)), size)
        if not found.re.groups:
            return index([(site.root + pattern.format(at + 1), part[-1].day) for at, part in enumerate(every) if part])  # fmt: skip
        return urlset(site.root, every[int(found[1]) - 1])

    return answer


def _feed(section: str = "", most: int = 30, **how: int) -> Callable[[Written, _Match], Answer]:
    return lambda site, _: rss(site.root, site.listed(section=section)[:most], site.name, **how)  # type: ignore[arg-type]


def _paged(site: Written, found: _Match) -> Answer:
    """An archive of thirty stories a page."""
    at = int(found[1] or 1)
    rows = titles(site.listed()[(at - 1) * 30 : at * 30])
    more = [(f"/archiv?seite={number}", str(number)) for number in range(max(1, at - 2), at + 4)]
    return listed_as(site, "Archiv", [*rows, *more])


def _press_room(site: Written, found: _Match) -> Answer:
    years = [(f"/news?year={year}", f"{year}") for year in sorted({page.day.year for page in site.pages}, reverse=True)]  # fmt: skip
    pages = site.listed() if found[1] is None else dated(site, found[1], "%Y")
    return listed_as(site, "News releases and statements", [*titles(pages[:60]), *years])


def _tag(site: Written, found: _Match) -> Answer:
    pages = [page for page in site.listed() if found[1] in page.keywords.split(", ")]
    return listed_as(site, found[1].title(), titles(pages))


def _first_with(*links: tuple[str, str], most: int = 15) -> Callable[[Written], str]:
    """A first page with a menu of its own, and the last stories."""

    def page(site: Written) -> str:
        menu = "".join(f"<li><a href='{path}'>{text}</a></li>" for path, text in links)
        rows = "".join(f"<h3><a href='{each.path}'>{escape(each.title)}</a></h3><p>{escape(each.summary)}</p>" for each in site.listed()[:most])  # fmt: skip
        return f"<!doctype html><html lang='{site.lang}'><head><title>{site.name}</title>{site.links_of_head}</head><body><nav><ul>{menu}</ul></nav><main>{rows}</main></body></html>"  # fmt: skip

    return page


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("bbc", "BBC News", "www.bbc.com", "/news/articles/c{hex}o", (
            (r"/sitemaps/https-index-com-news\.xml", lambda site, _: index([(f"{site.root}/sitemaps/https-sitemap-com-news-1.xml", site.listed()[0].day)])),
            (r"/sitemaps/https-sitemap-com-news-1\.xml", newest(1)),
            (r"/sitemaps/https-index-com-archive\.xml", _numbered("/sitemaps/https-sitemap-com-archive-{}.xml", 400)),
            (r"/sitemaps/https-sitemap-com-archive-(\d+)\.xml", _numbered("", 400)),
            (r"/news/rss\.xml", _feed(most=35)),
        ), "User-agent: *\nDisallow: /search\nSitemap: {root}/sitemaps/https-index-com-archive.xml\nSitemap: {root}/sitemaps/https-index-com-news.xml\n",
            own, ("uk", "world/africa", "business", "education", "health"), "/news/{}", each=10, hosts={"bbc.com": True, "www.bbc.co.uk": True, "bbc.co.uk": True, "feeds.bbci.co.uk": False}),
        Written("fed", "Federal Reserve Board", "www.federalreserve.gov", "/newsevents/pressreleases/other{day:%Y%m%d}a.htm", (
            (r"/feeds/press_all\.xml", _feed(most=20, summaries=120)),
            (r"/newsevents/pressreleases\.htm", lambda site, _: listed_as(site, "Press Releases", titles(site.listed(section="press")[:40]))),
            (r"/monetarypolicy/fomccalendars\.htm", lambda site, _: listed_as(site, "Meeting calendars, statements, and minutes", [(page.path, f"{page.day:%B %d} Minutes") for page in site.listed(section="minutes")])),
            (r"/newsevents/speeches\.htm", lambda site, _: listed_as(site, "Speeches", titles(site.listed(section="speeches")[:30]))),
        ), "User-agent: *\nDisallow: /search\n", drupal, ("press", "press", "press"), "/about/{}.htm", each=1,
            head="<link rel='alternate' type='application/rss+xml' title='All press releases' href='/feeds/press_all.xml'>",
            first_page=_first_with(("/newsevents/pressreleases.htm", "Press releases"), ("/newsevents/speeches.htm", "Speeches"), ("/monetarypolicy/fomccalendars.htm", "Meeting calendars and minutes"), most=6), hosts={"federalreserve.gov": True}),
        Written("pbs", "PBS News", "www.pbs.org", "/newshour/{section}/{slug}", (
            (r"/newshour/sitemap\.xml", _monthly("/newshour/sitemaps/{}.xml")), (r"/newshour/sitemaps/(\d{4}-\d\d)\.xml", _monthly("")),
            (r"/newshour/feeds/rss/headlines", _feed(most=25)),
        ), "User-agent: *\nDisallow: /search/\nSitemap: {root}/newshour/sitemap.xml\n", own, ("show", "politics", "economy", "health"), "/newshour/{}", each=6, hosts={"pbs.org": True}, front="/newshour"),
        Written("telegraph", "The Telegraph", "www.telegraph.co.uk", "/{section}/{day:%Y/%m/%d}/{slug}/", (
            (r"/sitemaps/sitemap\.xml", _monthly("/sitemaps/{}/sitemap.xml", "%Y-%m-%d")), (r"/sitemaps/(\d{4}-\d\d-\d\d)/sitemap\.xml", _monthly("", "%Y-%m-%d")),
            (r"/sitemap-news\.xml", newest(1)),
        ), "User-agent: *\nSitemap: {root}/sitemap-news.xml\nSitemap: {root}/sitemaps/sitemap.xml\n", arc, ("news", "world-news", "money", "opinion"), "/{}/", each=9, hosts={"telegraph.co.uk": True}),
        Written("smh", "The Sydney Morning Herald", "www.smh.com.au", "/{section}/{slug}-{day:%Y%m%d}-p5n{id}.html", (
            (r"/sitemap\.xml", _monthly("/sitemaps/{}.xml")), (r"/sitemaps/(\d{4}-\d\d)\.xml", _monthly("")),
            (r"/rss/feed\.xml", _feed(most=25)),
        ), "User-agent: *\nDisallow: /search\nSitemap: {root}/sitemap.xml\n", own, ("world", "national", "business", "sport"), "/{}", each=7, hosts={"smh.com.au": True}),
        Written("who", "World Health Organization", "www.who.int", "/news/item/{day:%d-%m-%Y}-{slug}", (
            (r"/news(?:\?year=(\d{4}))?", _press_room),
            (r"/rss-feeds/news-english\.xml", _feed(most=15, summaries=0)),
            (r"/director-general/speeches", lambda site, _: listed_as(site, "Speeches", titles(site.listed(section="speeches")[:30]))),
        ), "User-agent: *\nDisallow: /search-results\n", drupal, ("news", "news", "speeches"), "/topics/{}", each=1,
            first_page=_first_with(("/news", "Newsroom"), ("/director-general/speeches", "Director-General"), ("/health-topics", "Health topics"), most=5), hosts={"who.int": True}),
        Written("seattle", "The Seattle Times", "www.seattletimes.com", "/{section}/{slug}/", (
            (r"/sitemap_index\.xml", _numbered("/article-sitemap{}.xml", 300)), (r"/article-sitemap(\d+)\.xml", _numbered("", 300)),
            (r"/feed/", _feed(most=20, summaries=160)),
        ), "User-agent: *\nDisallow: /wp-admin/\nSitemap: {root}/sitemap_index.xml\n", wordpress, ("seattle-news", "business", "nation-world", "education-lab"), "/{}/", each=8,
            head="<link rel='alternate' type='application/rss+xml' href='/feed/'>", hosts={"seattletimes.com": True}),
        Written("tribune", "Chicago Tribune", "www.chicagotribune.com", "/{day:%Y/%m/%d}/{slug}/", (
            (r"/sitemap\.xml", _monthly("/sitemap-{}.xml")), (r"/sitemap-(\d{4}-\d\d)\.xml", _monthly("")),
        ), "User-agent: *\nDisallow: /\n", wordpress, ("news", "business"), "/{}/", each=6, is_copied=False, hosts={"chicagotribune.com": True}),
        Written("cbc", "CBC News", "www.cbc.ca", "/news/{section}/{slug}-1.7{id}", (
            (r"/webfeed/rss/rss-topstories", _feed(most=20)),
            (r"/webfeed/rss/rss-canada-(\w+)", lambda site, found: rss(site.root, site.listed(section=f"canada-{found[1]}")[:25], site.name)),
        ), "User-agent: *\nDisallow: /search\n", own, ("canada/manitoba", "politics", "business", "health"), "/news/{}", each=7, lists_sections=False, amp="/amp{path}",
            head="<link rel='alternate' type='application/rss+xml' title='Top stories' href='/webfeed/rss/rss-topstories'>", hosts={"cbc.ca": True}),
        Written("herald", "Wexcombe Herald", "www.wexcombeherald.example", "/{slug}/", (
            (r"/tag/([\w-]+)/", _tag),
            (r"/rss/", _feed(most=15, summaries=90)),
        ), None, ghost, ("news", "people", "council"), "/section/{}/", each=2, head="<link rel='alternate' type='application/rss+xml' href='/rss/'>",
            first_page=_first_with(("/tag/fire/", "Fire"), ("/tag/council/", "Council"), ("/tag/schools/", "Schools"), most=12)),
        Written("franceinfo", "franceinfo", "www.franceinfo.fr", "/{section}/{slug}_7{id}.html", (
            (r"/sitemap_index\.xml", _monthly("/sitemap-{}.xml")), (r"/sitemap-(\d{4}-\d\d)\.xml", _monthly("")),
            (r"/sitemap_news\.xml", newest(1)), (r"/titres\.rss", _feed(most=30)),
        ), "User-agent: *\nDisallow: /recherche\nSitemap: {root}/sitemap_news.xml\nSitemap: {root}/sitemap_index.xml\n", own,
            ("sante/hopital", "politique", "economie/transports", "societe"), "/{}/", lang="fr", each=9, hosts={"franceinfo.fr": True, "www.francetvinfo.fr": True, "francetvinfo.fr": True}),
        Written("sudouest", "Sud Ouest", "www.sudouest.fr", "/{section}/{slug}-2{id}.php", (
            (r"/rss\.xml", _feed(most=40, summaries=140)),
            (r"/sitemap\.xml", _monthly("/sitemap/{}.xml", "%Y-%m-%d")), (r"/sitemap/(\d{4}-\d\d-\d\d)\.xml", _monthly("", "%Y-%m-%d")),
        ), "User-agent: *\nDisallow: /recherche/\nSitemap: {root}/sitemap.xml\n", own, ("gironde/bordeaux", "landes/dax", "gironde", "economie"), "/{}/", lang="fr", each=8,
            head="<link rel='alternate' type='application/rss+xml' href='/rss.xml'>", hosts={"sudouest.fr": True}),
        Written("sz", "Süddeutsche Zeitung", "www.sueddeutsche.de", "/{section}/{slug}-li.3{id}", (
            (r"/sitemap-news\.xml", newest(1)), (r"/rss/Topthemen", _feed(most=25)),
            (r"/sitemap\.xml", _monthly("/sitemap-{}.xml")), (r"/sitemap-(\d{4}-\d\d)\.xml", _monthly("")),
        ), "User-agent: *\nDisallow: /suche\nSitemap: {root}/sitemap-news.xml\nSitemap: {root}/sitemap.xml\n", own, ("muenchen", "bayern", "wirtschaft", "politik"), "/{}", lang="de", each=9,
            hosts={"rss.sueddeutsche.de": False, "sueddeutsche.de": True, "sz.de": True, "www.sz.de": True}),
        Written("dlf", "Deutschlandfunk", "www.deutschlandfunk.de", "/{slug}-100.html", (
        ), "User-agent: *\nDisallow: /suchergebnis\n", own, ("politik", "wirtschaft", "umwelt", "kultur"), "/{}-100.html", lang="de", each=6, hosts={"deutschlandfunk.de": True}),
        Written("stz", "Stuttgarter Zeitung", "www.stuttgarter-zeitung.de", "/inhalt.{slug}.{uuid}.html", (
            (r"/archiv(?:\?seite=(\d+))?", _paged),
            (r"/rss/feed\.xml", _feed(most=25)),
        ), "User-agent: *\nDisallow: /suche\n", blox, ("stuttgart", "wirtschaft", "region"), "/thema/{}", lang="de", each=5,
            first_page=_first_with(("/thema/stuttgart", "Stuttgart"), ("/thema/region", "Region"), ("/archiv", "Archiv"), most=20), hosts={"stuttgarter-zeitung.de": True}),
        Written("confidencial", "El Confidencial", "www.elconfidencial.com", "/{section}/{day:%Y-%m-%d}/{slug}_4{id}/", (
            (r"/sitemap_index\.xml", _monthly("/sitemaps/{}.xml")), (r"/sitemaps/(\d{4}-\d\d)\.xml", _monthly("")),
            (r"/newssitemap\.xml", newest(1)),
        ), "User-agent: *\nDisallow: /buscar/\nSitemap: {root}/newssitemap.xml\nSitemap: {root}/sitemap_index.xml\n", own, ("espana", "economia", "medioambiente", "empresas"), "/{}/", lang="es", each=9,
            hosts={"elconfidencial.com": True}),
        Written("clarin", "Clarín", "www.clarin.com", "/{section}/{slug}_0_{letters}.html", (
            (r"/rss/lo-ultimo/", _feed(most=40)), (r"/rss/economia/", _feed("economia", 30)),
        ), "User-agent: *\nDisallow: /buscador/\n", arc, ("economia", "politica", "sociedad", "mundo"), "/{}/", lang="es", each=8,
            head="<link rel='alternate' type='application/rss+xml' href='/rss/lo-ultimo/'>", hosts={"clarin.com": True}),
    ]  # fmt: skip
