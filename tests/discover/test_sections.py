"""Lists that are followed, and lists that need not be: sections, plain and whole sitemaps, captures at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.discover.days import Window
from audit.discover.listing import LONGEST_ADDRESS, MOST_ENTRIES, Child
from audit.discover.site.links import section_pages
from audit.discover.site.order import in_order
from audit.discover.site.sitemaps import is_plain_sitemap, read_plain_sitemap
from audit.jobs.one_article import audit_article
from audit.pipeline import Job
from tests.discover.press import DAY, SAID, Press, article, audit, press, settings
from tests.discover.test_providers import by, searched_twice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = "/a/731946"
TITLE = "Ann Lee: breakwater in Kelmouth will be rebuilt"


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap.xml")
        served.story(STORY, TITLE, f"“{SAID},” said Ann Lee.")
        yield served


def numbered(echo: Press) -> None:
    """A sitemap of numbers and days; the first page has the names of sections alone."""
    rows = "".join(
        f"<url><loc>{echo.base}/a/{number}</loc><lastmod>{DAY}</lastmod></url>"
        for number in range(731935, 731950)
    )
    echo.put("/sitemap.xml", f"<urlset>{rows}</urlset>", "application/xml")
    names = ("Sport", "Storms", "About us", "Videos")
    menu = "".join(f'<a href="/{name.lower().replace(" ", "-")}/">{name}</a>' for name in names)
    echo.put("/", f"<!doctype html><title>Echo</title><nav>{menu}</nav>")


def test_a_section_tells_the_titles_that_a_sitemap_of_numbers_lacks(
    echo: Press, tmp_path: Path
) -> None:
    numbered(echo)
    rows = "".join(
        f'<li><a href="/a/{number}">Harbour story number {number}</a></li>'
        for number in range(731935, 731945)
    )
    row = f'<li><a href="{STORY}">{TITLE}</a></li>'
    echo.put("/storms/", f"<!doctype html><ul>{rows}{row}</ul>")
    article(tmp_path)
    report = searched_twice(tmp_path, settings(echo))
    assert by(report) == "section"
    [finding] = [each for each in report.findings if each.rule == "source-discovered"]
    assert f"in the page of a section {echo.base}/storms/" in finding.message
    assert echo.asked == ["/robots.txt", "/sitemap.xml", "/", "/storms/", STORY]


def test_a_feed_that_only_a_section_declares_is_read(echo: Press, tmp_path: Path) -> None:
    numbered(echo)
    head = '<link rel="alternate" type="application/rss+xml" href="/harbour.rss">'
    echo.put("/storms/", f"<!doctype html><title>Harbour</title>{head}<p>Our app.</p>")
    item = f"<item><title>{TITLE}</title><link>{echo.base}{STORY}</link></item>"
    echo.put("/harbour.rss", f"<rss version='2.0'><channel>{item}</channel></rss>", "text/xml")
    article(tmp_path)
    assert by(searched_twice(tmp_path, settings(echo))) == "feed"


def test_sections_are_not_asked_for_where_lists_name_the_pages(echo: Press, tmp_path: Path) -> None:
    numbered(echo)
    echo.sitemap("/sitemap.xml", [(f"/news/{at}", f"Harbour {at}", DAY) for at in range(12)])
    article(tmp_path)
    searched_twice(tmp_path, settings(echo))
    assert "/storms/" not in echo.asked


def test_the_sections_of_a_first_page() -> None:
    markup = (
        '<a href="/politics/">Politics</a><a href="/world/europe">Europe</a><a href="/">Echo</a>'
        '<a href="/login">Log in</a><a href="/newsletters/">Newsletters</a><a href="/2026/03/05/a">One</a>'
        '<a href="https://other.example/sport/">Sport</a><a href="/a?b=c">More</a>'
        '<a href="/news/the-council-votes">The council votes tonight</a><a href="/politics/">Twice</a>'
    )
    found = section_pages(markup, "https://echo.example/")
    assert [url.removeprefix("https://echo.example") for url, _ in found] == [
        *("/politics/", "/world/europe")
    ]


def test_where_a_sitemap_is_whole_neither_the_first_page_nor_copies_are_asked_for(
    echo: Press, tmp_path: Path
) -> None:
    days = ("2026-02-01", "2026-03-01", "2026-03-04", DAY)
    echo.sitemap("/sitemap.xml", [(f"/news/{day}", "Fish prices rise", day) for day in days])
    article(tmp_path)
    searched_twice(tmp_path, settings(echo))
    assert "/" not in echo.asked


@pytest.mark.parametrize("mark", ["", "\ufeff", "\r\n \n"])
def test_a_sitemap_may_be_plain_text(mark: str) -> None:
    text = f"{mark}https://echo.example/a\r\nno address\n\nhttps://echo.example/b\nhttps://echo.example/a"
    assert is_plain_sitemap(text)
    listing = read_plain_sitemap(text, "https://echo.example/sitemap.txt")
    assert [entry.url for entry in listing.entries] == [
        *("https://echo.example/a", "https://echo.example/b")
    ]
    assert not listing.trouble


def test_a_plain_sitemap_is_bounded() -> None:
    listing = read_plain_sitemap("https://echo.example/a\n" * (MOST_ENTRIES + 5), "x")
    assert len(listing.entries) == 1
    assert str(MOST_ENTRIES) in listing.trouble
    long = "https://echo.example/" + "a" * LONGEST_ADDRESS
    assert not is_plain_sitemap(long * 100)
    for text in ("", "\n\n", "Our sitemap\nhttps://echo.example/a", "<p>https://echo.example/a"):
        assert not is_plain_sitemap(text)


def test_the_month_of_the_day_before_the_article_comes_first() -> None:
    months = [Child("https://e.example/2026-04.xml"), Child("https://e.example/2026-03.xml")]
    assert in_order(months, Window("2026-03-22", "2026-04-02"))[0].url.endswith("03.xml")
    assert in_order(months, Window("2026-03-24", "2026-04-04"))[0].url.endswith("04.xml")


def test_the_sitemap_of_a_day_that_is_known_comes_first() -> None:
    """Of lists by days: that of other sources of the article, or on which the words were said."""
    days = [Child(f"https://e.example/map-2026-03-{day:02}.xml") for day in range(1, 10)]
    window = Window("2026-02-25", "2026-03-08")
    first = [in_order(days, window, {day})[0].url[-14:-4] for day in ("2026-03-03", "2026-02-27")]
    assert first == ["2026-03-03", "2026-03-07"]
    months = [Child("https://e.example/2026-03.xml"), Child("https://e.example/2026-02.xml")]
    assert in_order(months, window, {"2026-03-03"}) == in_order(months, window)


@pytest.mark.parametrize("title", [TITLE, "Harbour council in Kelmouth votes on breakwater"])
def test_a_link_says_what_a_sitemap_of_numbers_does_not(
    title: str, echo: Press, tmp_path: Path
) -> None:
    numbered(echo)
    story = "The harbour council of Kelmouth, Ann Lee said, has voted for a new breakwater."
    others = "".join(
        f'<li><a href="/a/{number}">Fish prices rise, {number} boats</a></li>'
        for number in range(731936, 731942)
    )
    more = f'<aside><ul>{others}<li><a href="{STORY}">{title}</a></li></ul></aside>'
    echo.story("/a/731935", "The harbour council and Ann Lee on the breakwater", story, more=more)
    row = '<li><a href="/a/731935">The harbour council and Ann Lee on the breakwater</a></li>'
    echo.put("/storms/", f"<!doctype html><ul>{row}</ul>")
    echo.story(STORY, title, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert by(searched_twice(tmp_path, settings(echo))) == "page-links"
    assert echo.asked[-2:] == ["/a/731935", STORY]


def test_the_sections_of_an_outlet_whose_sitemap_has_days_and_numbers(
    echo: Press, tmp_path: Path
) -> None:
    numbered(echo)
    days = ("2026/02/01", "2026/03/01", "2026/03/04", "2026/03/05")
    rows = "".join(
        f"<url><loc>{echo.base}/{day}/{number}</loc></url>"
        for day in days
        for number in range(731935, 731945)
    )
    echo.put("/sitemap.xml", f"<urlset>{rows}</urlset>", "application/xml")
    path = "/2026/03/05/731944"
    echo.put("/storms/", f'<!doctype html><ul><li><a href="{path}">{TITLE}</a></li></ul>')
    echo.story(path, TITLE, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert by(searched_twice(tmp_path, settings(echo))) == "section"
    assert echo.asked == ["/robots.txt", "/sitemap.xml", "/", "/storms/", path]


def test_an_index_names_sitemaps_of_its_own_site_alone(echo: Press, tmp_path: Path) -> None:
    with press() as other:
        rows = (
            f"<sitemap><loc>{other.base.replace('127.0.0.1', 'localhost')}/map.xml</loc></sitemap>"
        )
        rows += f"<sitemap><loc>{echo.base}/news.xml</loc></sitemap>"
        echo.put("/sitemap.xml", f"<sitemapindex>{rows}</sitemapindex>", "application/xml")
        echo.sitemap("/news.xml", [(STORY, TITLE, DAY)])
        article(tmp_path)
        assert by(searched_twice(tmp_path, settings(echo))) == "sitemap"
        assert other.asked == []


def test_what_pages_on_the_subject_link_to_is_read_whatever_it_is_called(
    echo: Press, tmp_path: Path
) -> None:
    related = '<aside><a href="/2026/03/05/morning-briefing">Morning briefing</a></aside>'
    stories = [
        (f"/news/{at}", f"Breakwater in Kelmouth to be rebuilt, part {at}", DAY) for at in (1, 2)
    ]
    echo.sitemap("/sitemap.xml", stories)
    for path, title, _ in stories:
        text = "The harbour council of Kelmouth, Ann Lee said, has voted for a new breakwater."
        echo.story(path, title, text, more=related)
    echo.story("/2026/03/05/morning-briefing", "Morning briefing", f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert by(searched_twice(tmp_path, settings(echo))) == "page-links"


def test_captures_at_hand_come_before_the_lists_of_the_site(echo: Press, tmp_path: Path) -> None:
    path = "/news/ann-lee-breakwater-will-be-rebuilt"
    echo.story(path, TITLE, f"“{SAID},” said Ann Lee.")
    echo.sitemap("/sitemap.xml", [("/news/lee", TITLE, DAY)])
    file = article(tmp_path)
    linked = file.read_text("utf-8")
    file.write_text(linked.replace("Ann Lee told", f'<a href="{echo.base}{path}">Ann Lee</a> told'))
    older = tmp_path / "older.warc.gz"
    audit_article(Job(str(file), settings(echo), record_to=older))
    article(tmp_path)
    echo.asked.clear()
    report = audit(tmp_path, settings(echo), archives=(older,))
    assert by(report) == "archive"
    assert echo.asked == []  # robots.txt is at hand, too
    archives = (older, tmp_path / "captures.warc.gz")
    replayed = audit_article(Job(str(file), settings(echo), archives=archives, offline=True))
    assert replayed.facts.checks == report.facts.checks
    assert replayed.findings == report.findings


def test_pages_that_others_have_read_end_no_search(echo: Press, tmp_path: Path) -> None:
    kinds = (
        "north",
        "south",
        "eastern",
        "western",
        "wooden",
        "floating",
        "double",
        "broken",
        "old",
        "new",
    )
    said = [f"Nobody ever asked us about the {kind} jetty at all" for kind in kinds]
    echo.sitemap("/sitemap.xml", [(f"/news/{each}", f"The {each} jetty", DAY) for each in kinds])
    for kind, words in zip(kinds, said, strict=True):
        echo.story(f"/news/{kind}", f"The {kind} jetty", f"“{words},” said Ann Lee.")
    file = article(tmp_path, said[0])
    more = "".join(f"<p>“{words},” Ann Lee told the Kelmouth Echo.</p>" for words in said[1:])
    file.write_text(file.read_text("utf-8").replace("</article>", f"{more}</article>"), "utf-8")
    checks = audit(tmp_path, settings(echo)).facts.checks
    assert [check.verdict for check in checks if check.standing == "discovered"] == [
        "verbatim"
    ] * 10
