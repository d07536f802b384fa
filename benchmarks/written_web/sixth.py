"""The sixth web: outlets of kinds that no web before it has.

Lists by the week, a feed in JSON alone, an agency without a sitemap, a press room and a newspaper
with archives of their own, a court, a club, a magazine by issues, a university, addresses that are
numbers, titles that were rewritten, lists of AMP twins alone, a meter with open copies, a newspaper
that has moved to another domain.
"""

import re
from collections.abc import Callable
from html import escape

from benchmarks.made_web.lists import Answer
from benchmarks.written_web.archives import dated, days_of, listed_as, months_of, newest, titles
from benchmarks.written_web.lists import atom, index, json_feed, rss, urlset
from benchmarks.written_web.shells import arc, drupal, own, wordpress
from benchmarks.written_web.site import Written

_Match = re.Match[str]
GIVEN = {
    "brindlow rovers news": ("https://www.brindlowrovers.example/",),
    "stourham university news": ("https://news.stourham.example/",),
    "dunholt courier": ("https://www.dunholtcourier.example/",),
}
"""The settings' ``[sites]``: what an editor has set for those that no list has."""


def _weekly(site: Written, found: _Match) -> Answer:
    """A list a week, by its number, as newspapers with much of it have."""
    if not found.re.groups:
        weeks = dict.fromkeys(format(page.day, "%G-w%V") for page in site.listed())
        return index([(f"{site.root}/sitemaps/sitemap_articles_{week}.xml", None) for week in weeks])  # fmt: skip
    return urlset(site.root, dated(site, found[1], "%G-w%V"), days=False)


def _numbers_by_month(site: Written, found: _Match) -> Answer:
    if not found.re.groups:
        return index([(f"{site.root}/sitemap/{day:%Y-%m}.xml", day) for day in months_of(site)])
    return urlset(site.root, dated(site, found[1], "%Y-%m"))


def _twins(site: Written, found: _Match) -> Answer:
    """Lists of AMP twins alone, by the day."""
    if not found.re.groups:
        return index(
            [(f"{site.root}/sitemap/amp-{day:%Y-%m-%d}.xml", None) for day in days_of(site)]
        )
    rows = "".join(f"<url><loc>{site.root}/amp{page.path}</loc><lastmod>{page.day}</lastmod></url>" for page in dated(site, found[1], "%Y-%m-%d"))  # fmt: skip
    return Answer(200, "text/xml", f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{rows}</urlset>".encode())  # fmt: skip


def _originals(site: Written, found: _Match) -> Answer:
    return urlset(site.root, dated(site, found[1], "%Y-%m"))


def _by_month(site: Written, found: _Match) -> Answer:
    return listed_as(site, f"News centre {found[1]}", titles(dated(site, found[1], "%Y/%m")))


def _news_centre(site: Written, _: _Match) -> Answer:
    months = [(f"/news-centre/{day:%Y/%m}", f"{day:%B %Y}") for day in months_of(site)]
    return listed_as(site, "News centre", [*titles(site.listed()[:10]), *months])


def _day_of_archive(site: Written, found: _Match) -> Answer:
    return listed_as(site, f"Archiv {found[1]}", titles(dated(site, found[1], "%Y/%m/%d")))


def _archive(site: Written, _: _Match) -> Answer:
    return listed_as(site, "Archiv", [(f"/archiv/{day:%Y/%m/%d}/", f"{day:%d.%m.%Y}") for day in days_of(site)])  # fmt: skip


def _issue(site: Written, found: _Match) -> Answer:
    return listed_as(site, "Issue", titles(dated(site, found[1], "%Y/%m")))


def _issues(site: Written, _: _Match) -> Answer:
    return listed_as(site, "Issues", [(f"/issues/{day:%Y/%m}/", f"{day:%B %Y}") for day in months_of(site)])  # fmt: skip


def _court(site: Written, found: _Match) -> Answer:
    pages = [page for page in site.listed() if page.section == found[1]][:40]
    rows = [(page.path, f"{page.day:%d %B %Y} {page.title}") for page in pages]
    return listed_as(site, found[1].replace("-", " ").capitalize(), rows)


def _first_with(*links: tuple[str, str]) -> Callable[[Written], str]:
    """A first page with a menu of its own, and the last stories."""

    def page(site: Written) -> str:
        menu = "".join(f"<li><a href='{path}'>{text}</a></li>" for path, text in links)
        rows = "".join(f"<h3><a href='{each.path}'>{escape(each.title)}</a></h3>" for each in site.listed()[:15])  # fmt: skip
        return f"<!doctype html><html lang='{site.lang}'><head><title>{site.name}</title>{site.links_of_head}</head><body><nav><ul>{menu}</ul></nav><main>{rows}</main></body></html>"  # fmt: skip

    return page


def _open_sitemap(site: Written, _: _Match) -> Answer:
    return urlset(site.root, site.listed()[:500], built=f"{site.listed()[0].day}")


def sites() -> list[Written]:
    """The outlets."""
    return [
        Written("echo", "Liverpool Echo", "www.liverpoolecho.co.uk", "/news/{section}/{slug}-3{id}", (
            (r"/sitemaps/sitemap_index\.xml", _weekly), (r"/sitemaps/sitemap_articles_(\d{4}-w\d\d)\.xml", _weekly),
            (r"/map_news\.xml", newest(2)),
        ), "User-agent: *\nDisallow: /search/\nSitemap: {root}/map_news.xml\nSitemap: {root}/sitemaps/sitemap_index.xml\n",
            own, ("liverpool-news", "football", "whats-on", "merseyside-news"), "/all-about/{}", each=10, hosts={"liverpoolecho.co.uk": True}),
        Written("independent", "The Independent", "www.independent.co.uk", "/{section}/{slug}-b2{id}.html", (
            (r"/googlenews", newest(2)),
            (r"/sitemap\.xml", lambda site, _: index([(f"{site.root}/sitemaps/{day:%Y-%m}.xml", None) for day in months_of(site)])),
            (r"/sitemaps/(\d{4}-\d\d)\.xml", _originals),
            (r"/rss", lambda site, _: rss(site.root, site.listed()[:25], site.name)),
        ), "User-agent: *\nSitemap: {root}/googlenews\nSitemap: {root}/sitemap.xml\n", own, ("uk", "world", "voices", "news/uk", "money"), "/{}",
            each=9, head="<link rel='alternate' type='application/rss+xml' href='/rss'>", hosts={"independent.co.uk": True}),
        Written("rts", "RTS", "www.rts.ch", "/info/{section}/{day:%Y}/article/{slug}-2{id}.html", (
            (r"/info/feed\.json", lambda site, _: json_feed(site.root, site.listed()[:60], site.name)),
        ), "User-agent: *\nDisallow: /play/\n", own, ("regions", "environnement", "suisse", "economie"), "/info/{}/", lang="fr", each=6,
            head="<link rel='alternate' type='application/feed+json' title='RTS Info' href='/info/feed.json'>", hosts={"rts.ch": True}),
        Written("letemps", "Le Temps", "www.letemps.ch", "/{section}/{slug}", (
            (r"/sitemap\.xml", _open_sitemap),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("suisse", "sciences", "economie", "monde"), "/{}", lang="fr", each=5, hosts={"letemps.ch": True}),
        Written("efe", "EFE", "efe.com", "/{section}/{day:%Y-%m-%d}/{slug}/", (), "User-agent: *\nDisallow: /wp-admin/\n", wordpress,
            ("medio-ambiente", "economia", "espana", "mundo"), "/{}/", lang="es", each=8, hosts={"www.efe.com": True, "efe.es": True}),
        Written("folha", "Folha de S.Paulo", "www1.folha.uol.com.br", "/{section}/{day:%Y/%m}/{slug}.shtml", (
            (r"/sitemap/index\.xml", _twins), (r"/sitemap/amp-(\d{4}-\d\d-\d\d)\.xml", _twins),
            (r"/feed/emcimadahora/rss091\.xml", lambda site, _: rss(site.root, site.listed()[:40], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap/index.xml\n", own, ("ambiente", "mercado", "cotidiano", "poder"), "/{}/", lang="pt", each=8,
            amp="/amp{path}", hosts={"www.folha.uol.com.br": True, "folha.uol.com.br": True}),
        Written("icj", "International Court of Justice", "www.icj-cij.org", "/node/10{id}", (
            (r"/(press-releases|summaries)", _court),
        ), "User-agent: *\nDisallow: /core/\n", drupal, ("press-releases", "summaries", "calendar"), "/{}", each=1,
            first_page=_first_with(("/court", "The Court"), ("/press-releases", "Press releases"), ("/summaries", "Summaries"), ("/cases", "Cases")), hosts={"icj-cij.org": True}),
        Written("yle", "Yle", "yle.fi", "/a/74-20{id}", (
            (r"/sitemap\.xml", _numbers_by_month), (r"/sitemap/(\d{4}-\d\d)\.xml", _numbers_by_month),
            (r"/rss/news", lambda site, _: rss(site.root, site.listed()[:30], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("news", "society", "economy"), "/{}", each=5,
            head="<link rel='alternate' type='application/rss+xml' href='/rss/news'>", hosts={"www.yle.fi": True}),
        Written("conversation", "The Conversation", "theconversation.com", "/{slug}-27{id}", (
            (r"/sitemap_index\.xml", lambda site, _: index([(f"{site.root}/sitemap-articles-{day:%Y-%m}.xml", day) for day in months_of(site)])),
            (r"/sitemap-articles-(\d{4}-\d\d)\.xml", _originals),
            (r"/articles\.atom", lambda site, _: atom(site.root, site.listed()[:25], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap_index.xml\n", own, ("politics", "environment", "health", "arts"), "/uk/{}", each=4,
            head="<link rel='alternate' type='application/atom+xml' href='/articles.atom'>", hosts={"www.theconversation.com": True}),
        Written("rp", "Rheinische Post", "rp-online.de", "/{section}/{slug}_aid-14{id}", (
            (r"/archiv/", _archive), (r"/archiv/(\d{4}/\d\d/\d\d)/", _day_of_archive),
            (r"/feed\.rss", lambda site, _: rss(site.root, site.listed()[:30], site.name)),
        ), "User-agent: *\nDisallow: /suche/\n", arc, ("niederrhein", "wirtschaft", "politik", "sport"), "/{}/", lang="de", each=8,
            first_page=_first_with(("/niederrhein/", "Niederrhein"), ("/wirtschaft/", "Wirtschaft"), ("/politik/", "Politik"), ("/sport/", "Sport"), ("/archiv/", "Archiv")),
            hosts={"www.rp-online.de": True}),
        Written("harpers", "Harper's Magazine", "harpers.org", "/archive/{day:%Y/%m}/{slug}/", (
            (r"/issues/", _issues), (r"/issues/(\d{4}/\d\d)/", _issue),
        ), "User-agent: *\nSitemap: {root}/page-sitemap.xml\n", wordpress, ("essay", "readings", "fiction", "review"), "/section/{}/", each=1,
            first_page=_first_with(("/issues/", "Back issues"), ("/section/essay/", "Essays"), ("/section/readings/", "Readings"), ("/about/", "About")), hosts={"www.harpers.org": True}),
        Written("ofcom", "Ofcom", "www.ofcom.org.uk", "/news-centre/{slug}", (
            (r"/news-centre", _news_centre), (r"/news-centre/(\d{4}/\d\d)", _by_month),
        ), "User-agent: *\nDisallow: /search\n", drupal, ("news-centre",), "/topic/{}", each=1,
            first_page=_first_with(("/news-centre", "News centre"), ("/phones", "Phones"), ("/about-ofcom", "About Ofcom")), hosts={"ofcom.org.uk": True}),
        Written("club", "Brindlow Rovers", "www.brindlowrovers.example", "/news/{day:%Y/%B}/{slug}", (
            (r"/sitemap\.xml", lambda site, _: urlset(site.root, site.listed(), days=False)),
        ), None, own, ("club", "first-team", "academy", "tickets"), "/news/{}", each=2),
        Written("dunholt", "Dunholt Courier", "www.courierseries.example", "/dunholt/{section}/{slug}-{id}", (
            (r"/sitemap\.xml", lambda site, _: urlset(site.root, site.listed()[:300])),
            (r"/rss\.xml", lambda site, _: rss(site.root, site.listed()[:20], site.name)),
        ), "User-agent: *\nSitemap: {root}/sitemap.xml\n", own, ("news", "sport", "letters"), "/dunholt/{}", each=3,
            hosts={"www.dunholtcourier.example": True, "dunholtcourier.example": True}),
        Written("stourham", "Stourham University News", "news.stourham.example", "/{day:%Y}/{slug}", (
            (r"/(\d{4})/", lambda site, at: listed_as(site, at[1], titles(dated(site, at[1], "%Y")[:80]) if site.pages else [])),
        ), "User-agent: *\n", drupal, ("research", "people", "campus"), "/{}/", each=1,
            first_page=_first_with(("/research/", "Research"), ("/people/", "People"), ("/campus/", "Campus"), ("/contact/", "Contact"))),
    ]  # fmt: skip
