"""Sites that are odd, broken or hostile: what is found there, and that nothing else is called a source."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audit.discover.days import Window
from audit.discover.listing import Listing
from audit.discover.site.answers import with_true_days
from audit.model import Candidate, Provider
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, settings
from tests.discover.test_what_is_a_source import quoted, searched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STORY = "/news/ann-lee-breakwater-rebuilt"
TITLE = "Ann Lee: breakwater will be rebuilt"
FILL = ("Fish prices rise", "School choir sings", "Harbour fair draws crowds", "Ferry is late")


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap.xml")
        served.story(STORY, TITLE, f"“{SAID},” said Ann Lee.")
        yield served


def links(*more: str) -> str:
    rows = "".join(
        f'<li><a href="/news/{at}">{name} in the town</a></li>' for at, name in enumerate(FILL)
    )
    return f"<!doctype html><title>Echo</title><ul>{rows}{''.join(more)}</ul>"


def rows(echo: Press, *paths: str, day: str = DAY) -> str:
    return "".join(f"<url><loc>{echo.base}{path}</loc><lastmod>{day}</lastmod></url>" for path in paths)  # fmt: skip


def all_dated_today(echo: Press) -> None:
    """A new layout has given every page the day of its making."""
    pages = [(f"/news/{at}", name, "2026-06-20") for at, name in enumerate(FILL * 5)]
    echo.sitemap("/sitemap.xml", [*pages, (STORY, TITLE, "2026-06-20")])
    echo.put("/", links(f'<li><a href="{STORY}">{TITLE}</a></li>'))


def all_dated_1970(echo: Press) -> None:
    pages = [(f"/news/{at}", name, "1970-01-01") for at, name in enumerate(FILL * 5)]
    echo.sitemap("/sitemap.xml", [*pages, (STORY, TITLE, "1970-01-01")])
    echo.put("/", links(f'<li><a href="{STORY}">{TITLE}</a></li>'))


def relative_addresses(echo: Press) -> None:
    entries = f"<url><loc>/news/1</loc></url><url><loc>{STORY}</loc></url>"
    echo.put("/sitemap.xml", f"<urlset>{entries}</urlset>", "application/xml")


def in_utf16(echo: Press) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?><urlset>{rows(echo, "/news/1", STORY)}</urlset>'
    echo.put("/sitemap.xml", text.encode("utf-16"), "application/xml")


def one_page_for_everything(echo: Press) -> None:
    """A program in the browser answers to every address, to robots.txt and the sitemap too."""
    app = links(f'<li><a href="{STORY}">{TITLE}</a></li>')
    for path in ("/robots.txt", "/sitemap.xml", "/"):
        echo.put(path, app)


def many_entries(echo: Press) -> None:
    other = (f"/2019/01/{at % 28 + 1:02}/old-story-of-the-town-{at}" for at in range(49_000))
    echo.put("/sitemap.xml", f"<urlset>{rows(echo, *other, STORY)}</urlset>", "application/xml")


def a_feed_of_others(echo: Press) -> None:
    """A feed that gathers what other sites have, too."""
    echo.put("/sitemap.xml", "no such thing", "text/plain", 404)
    items = "".join(
        f"<item><title>{TITLE}</title><link>https://{host}/lee</link></item>"
        for host in ("press.example", "127.0.0.2", "[::1]", "echo.example@127.0.0.1:1")
    )
    items += f"<item><title>{TITLE}</title><link>{STORY}</link></item>"
    echo.put("/feed", f"<rss><channel>{items}</channel></rss>", "text/xml")
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    echo.put("/", f"<!doctype html><html><head>{head}</head><body></body></html>")


def a_list_in_a_loop(echo: Press) -> None:
    echo.locations["/sitemap.xml"] = "/sitemap.xml"
    echo.put("/", links(f'<li><a href="{STORY}">{TITLE}</a></li>'))


def addresses_in_their_script(echo: Press) -> None:
    """The slug is in another script, written with percent signs or as it is."""
    story = "/новини/енн-лі-про-хвилеріз"
    echo.put("/sitemap.xml", f"<urlset>{rows(echo, '/новини/ціни-на-рибу', story)}</urlset>")
    encoded = "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/%D0%B5%D0%BD%D0%BD-%D0%BB%D1%96-%D0%BF%D1%80%D0%BE-%D1%85%D0%B2%D0%B8%D0%BB%D0%B5%D1%80%D1%96%D0%B7"
    echo.story(encoded, TITLE, f"“{SAID},” said Ann Lee.")


def robots_in_capitals(echo: Press) -> None:
    text = f"\ufeffUSER-AGENT: *\r\nDISALLOW:\r\n\tSITEMAP :{echo.base}/map # all of it\r\n"
    echo.put("/robots.txt", text, "text/plain")
    echo.put("/map", f"<urlset>{rows(echo, '/news/1', STORY)}</urlset>", "text/html")


def titles_escaped_twice(echo: Press) -> None:
    """The slugs are numbers, and titles have been escaped by two programs."""
    stories = [(f"/n/{at}", f"{name} &amp;amp; more", DAY) for at, name in enumerate(FILL)]
    title = "&amp;quot;Breakwater will be rebuilt&amp;quot;: Ann Lee"
    echo.sitemap("/sitemap.xml", [*stories, ("/n/77", title, DAY)])
    echo.pages["/n/77"] = echo.pages[STORY]


def one_canonical_for_all(echo: Press) -> None:
    """Every page says that the first page is what it really is."""
    head = f'<link rel="canonical" href="{echo.base}/">'
    others = [(f"/news/b{at}", f"Breakwater in Kelmouth: Ann Lee, {at}") for at in range(3)]
    for path, title in others:
        echo.story(path, title, "The council has met.", head=head)
    echo.story("/news/77", "A day at the harbour", f"“{SAID},” said Ann Lee.", head=head)
    listed = [(path, title, DAY) for path, title in others]
    echo.sitemap("/sitemap.xml", [*listed, ("/news/77", "Breakwater: a day", DAY)])


def a_child_packed_under_another_name(echo: Press) -> None:
    text = f"\ufeff<?xml version='1.0'?><urlset>{rows(echo, '/news/1', STORY)}</urlset>"
    echo.put("/part.xml", gzip.compress(text.encode()), "application/octet-stream")
    index = f"<sitemapindex><sitemap><loc>\n {echo.base}/part.xml \n</loc></sitemap></sitemapindex>"
    echo.put("/sitemap.xml", index, "text/plain")


def addresses_below_a_base(echo: Press) -> None:
    echo.put("/sitemap.xml", "gone", "text/plain", 410)
    story = STORY.removeprefix("/news/")
    echo.put("/", f'<!doctype html><base href="{echo.base}/news/"><a href="{story}">{TITLE}</a>')


def a_list_in_latin_1(echo: Press) -> None:
    text = f"<urlset>{rows(echo, '/news/über-die-fähre', '/news/ann-lee-über-die-mole')}</urlset>"
    echo.put("/sitemap.xml", text.encode("latin-1"), "application/xml")
    echo.pages["/news/ann-lee-%C3%BCber-die-mole"] = echo.pages[STORY]


def a_tracker_on_the_way(echo: Press) -> None:
    """The feed's addresses lead through a counter of clicks."""
    echo.put("/sitemap.xml", "gone", "text/plain", 404)
    items = "".join(
        f"<item><title><![CDATA[<b>{title}</b>]]></title><guid isPermaLink='false'>urn:{at}</guid>"
        f"<link>{echo.base}/click/{at}?to=x#utm_source=rss</link></item>"
        for at, title in enumerate((*FILL, TITLE))
    )
    echo.put("/feed", f"<rss><channel>{items}</channel></rss>", "text/xml")
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    echo.put("/", f"<!doctype html><html><head>{head}</head><body></body></html>")
    echo.locations["/click/4"] = STORY


FOUND: list[Callable[[Press], None]] = [
    *(all_dated_today, all_dated_1970, relative_addresses, in_utf16, one_page_for_everything),
    *(many_entries, a_feed_of_others, a_list_in_a_loop, addresses_in_their_script),
    *(robots_in_capitals, titles_escaped_twice, one_canonical_for_all, a_list_in_latin_1),
    *(a_child_packed_under_another_name, addresses_below_a_base, a_tracker_on_the_way),
]


@pytest.mark.parametrize("made", FOUND, ids=lambda made: made.__name__)
def test_the_page_is_found_at_an_odd_site(
    made: Callable[[Press], None], echo: Press, tmp_path: Path
) -> None:
    made(echo)
    article(tmp_path)
    found = settings(echo)
    before = time.process_time()
    report = audit(tmp_path, found)
    assert time.process_time() - before < 10
    assert (quoted(report).verdict, quoted(report).standing) == ("verbatim", "discovered")
    assert again(tmp_path, found).findings == report.findings


def a_page_in_a_loop(echo: Press) -> None:
    echo.locations[STORY] = STORY


def pages_that_lead_to_each_other(echo: Press) -> None:
    echo.locations |= {STORY: "/b", "/b": "/c", "/c": STORY}


def a_wall_of_consent(echo: Press) -> None:
    """Every page leads to one that asks for consent, and quotes what one would read."""
    echo.locations[STORY] = "/consent"
    echo.story(
        "/consent", "Before you continue", "We use cookies. Choose what you accept.", day=None
    )


def closed_to_programs(echo: Press) -> None:
    echo.robots("/sitemap.xml", more="Disallow: /")


def a_page_that_says_it_is_missing(echo: Press) -> None:
    echo.put(
        STORY, "<!doctype html><title>Page not found</title><h1>404</h1><p>Page not found.</p>"
    )


def a_page_packed_in_itself(echo: Press) -> None:
    """What comes is a packed file without an end, under the name of a page."""
    echo.put(STORY, gzip.compress(bytes(80_000_000)))


def another_site_that_has_the_words(echo: Press) -> None:
    """The page leads to another outlet's, which has the words."""
    echo.locations[STORY] = echo.base.replace("127.0.0.1", "localhost") + "/copy"
    echo.story("/copy", TITLE, f"“{SAID},” said Ann Lee.")


NOT_FOUND: list[Callable[[Press], None]] = [
    *(a_page_in_a_loop, pages_that_lead_to_each_other, a_wall_of_consent, closed_to_programs),
    *(a_page_that_says_it_is_missing, a_page_packed_in_itself, another_site_that_has_the_words),
]


@pytest.mark.parametrize("made", NOT_FOUND, ids=lambda made: made.__name__)
def test_nothing_is_called_a_source_at_a_hostile_site(
    made: Callable[[Press], None], echo: Press, tmp_path: Path
) -> None:
    echo.put("/sitemap.xml", f"<urlset>{rows(echo, '/news/1', STORY)}</urlset>", "application/xml")
    made(echo)
    article(tmp_path)
    found = settings(echo)
    report = audit(tmp_path, found)
    assert (quoted(report).verdict, quoted(report).standing) == ("not-compared", "unlinked")
    assert searched(report).places
    assert len(echo.asked) < 30
    assert again(tmp_path, found).findings == report.findings


@pytest.mark.parametrize("both", [True, False])
def test_an_outlet_of_two_hosts_is_asked_at_those_that_are_its_own(
    *, both: bool, echo: Press, tmp_path: Path
) -> None:
    """Its lists are on one host and its pages on another, which the settings name, or do not."""
    other = echo.base.replace("127.0.0.1", "localhost")
    echo.put("/sitemap.xml", f"<urlset><url><loc>{other}{STORY}</loc></url></urlset>", "text/xml")
    article(tmp_path)
    sites = (f"{echo.base}/", f"{other}/") if both else (f"{echo.base}/",)
    found = settings(echo, sites={"kelmouth echo": sites})
    host, _, port = other.removeprefix("http://").partition(":")
    opened = (*found.fetch.allow_private, (host, int(port)))
    found = replace(found, fetch=replace(found.fetch, allow_private=opened))
    report = audit(tmp_path, found)
    assert (quoted(report).standing == "discovered") is both


NEWS = "https://e.example/news.xml"
DAYS = {
    "of today, as a list of news is": (NEWS, "2026-03-05", 20, True),
    "of the day before": (NEWS, "2026-03-07", 20, True),
    "of a day, as its address says": ("https://e.example/map-2026-03-05.xml", "2026-06-20", 20, True),
    "of a month, as its address says": ("https://e.example/map-2026-03.xml", "2026-06-20", 20, True),
    "of few pages": (NEWS, "2026-06-20", 9, True),
    "of a day in question": (NEWS, "2026-06-19", 20, True),
    "of a new layout": (NEWS, "2026-06-20", 20, False),
    "of a new layout, by a section's name": ("https://e.example/sport.xml", "2027-06-20", 11, False),
}  # fmt: skip


@pytest.mark.parametrize("name", list(DAYS))
def test_a_day_that_all_pages_of_a_list_share(name: str) -> None:
    where, asked, number, is_true = DAYS[name]
    pages = [
        Candidate(f"https://e.example/{at}", Provider.SITEMAP, day=DAY) for at in range(number)
    ]
    days = Window(DAY, DAY) if asked == "2026-06-19" else Window("2026-02-01", "2026-02-12")
    given = Listing(Provider.SITEMAP, tuple(pages))
    listing = with_true_days(given, where, f"{asked}T10:00:00Z", days)
    assert {entry.day for entry in listing.entries} == ({DAY} if is_true else {None})
    mixed = (*pages, Candidate(NEWS, Provider.SITEMAP, day="2026-03-04"), *pages[:3])
    spread = [replace(entry, day=f"2026-03-{at % 9 + 1:02}") for at, entry in enumerate(mixed)]
    kept = with_true_days(Listing(Provider.SITEMAP, tuple(spread)), where, None, None)
    assert kept.entries == tuple(spread)
