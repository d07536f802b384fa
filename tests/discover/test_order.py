"""Which of many sitemaps is asked for first, by language, days, sections and numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from audit.discover.days import Window, span_in_address
from audit.discover.listing import Child
from audit.discover.site.order import (
    OF_NO_ARTICLES,
    Parts,
    are_numbered,
    are_of_sections,
    in_order,
    is_late,
    kind,
    of_language,
)

BASE = "https://e.example"
WINDOW = Window("2026-02-23", "2026-03-06")
TODAY = "2026-07-01"


def children(*paths: str) -> list[Child]:
    return [Child(f"{BASE}{path}") for path in paths]


def paths(found: list[Child]) -> list[str]:
    return [child.url.removeprefix(BASE) for child in found]


@pytest.mark.parametrize(
    ("given", "language", "kept"),
    [
        (("/am/news.xml", "/de/news.xml", "/en/news.xml"), "en", ["/en/news.xml"]),
        (("/sitemap-fr.xml", "/sitemap-pt-br.xml"), "pt", ["/sitemap-pt-br.xml"]),
        (("/de/a.xml", "/en/a.xml", "/all.xml"), "de-AT", ["/de/a.xml", "/all.xml"]),
        (("/de/a.xml", "/en/a.xml"), "sv", ["/de/a.xml", "/en/a.xml"]),  # none is of it
        (("/de/a.xml", "/en/a.xml"), None, ["/de/a.xml", "/en/a.xml"]),
        (("/us/politics.xml", "/en/a.xml"), "en", ["/us/politics.xml", "/en/a.xml"]),
    ],
)
def test_lists_of_other_languages_are_left_out(
    given: tuple[str, ...], language: str | None, kept: list[str]
) -> None:
    assert paths(of_language(children(*given), language)) == kept


@pytest.mark.parametrize(
    ("path", "span"),
    [
        ("/sitemap.xml?yyyy=2026&mm=03&dd=05", ("2026-03-05", "2026-03-05")),
        ("/editorial.xml?year=2026&month=3", ("2026-03-01", "2026-03-31")),
        ("/map?page=2&year=2025", ("2025-01-01", "2025-12-31")),
        ("/sitemaps/entries/2026/9", ("2026-09-01", "2026-09-31")),
        ("/2026/3/sitemap.xml", ("2026-03-01", "2026-03-31")),
        ("/sitemap-noviembre-2026.xml", ("2026-11-01", "2026-11-31")),
        ("/sitemap-ao%C3%BBt-2026.xml", ("2026-08-01", "2026-08-31")),
        ("/sitemap-2026-märz.xml", ("2026-03-01", "2026-03-31")),
        ("/sitemap-marchmont-2026.xml", ("2026-01-01", "2026-12-31")),  # a town
        ("/sitemaps/2026-w09.xml", ("2026-02-23", "2026-03-01")),
        ("/archive/2026/W53/list.xml", ("2026-12-28", "2027-01-03")),
        ("/archive/2025-w53.xml", ("2025-01-01", "2025-12-31")),  # that year has 52
        ("/sitemaps/2026/93", ("2026-01-01", "2026-12-31")),
        ("/map?birthyear=1960", ("1960-01-01", "1960-12-31")),
    ],
)
def test_the_days_that_a_lists_name_tells(path: str, span: tuple[str, str]) -> None:
    assert span_in_address(f"{BASE}{path}") == span


def test_a_section_that_the_words_name_comes_first() -> None:
    of_sections = children(
        *(f"/map/{name}/2026/03.xml" for name in ("politics", "world", "health"))
    )
    assert are_of_sections(of_sections, ("2026-03-01", "2026-03-31"))
    named = in_order(of_sections, WINDOW, weights={"health": 1.0})
    assert paths(named)[0] == "/map/health/2026/03.xml"


@pytest.mark.parametrize("name", ["/ap-sitemap-202603{}.xml", "/map/2026-03{}.xml"])
def test_parts_of_a_month_are_of_no_sections(name: str) -> None:
    assert not are_of_sections(
        children(*(name.format(part) for part in ("", "-1", "-2"))), ("2026-03-01", "2026-03-31")
    )


def asked(each: int, *, newest_first: bool, number: int = 40) -> list[int]:
    """Which parts are asked for, in this order, until one has the days in question."""
    last = date.fromisoformat(TODAY)
    listed = children(*(f"/sitemap-{at + 1}.xml" for at in range(number)))
    assert are_numbered(listed, 1)
    parts = Parts(listed, WINDOW, TODAY)
    found = []
    for child in parts:
        at = int(child.url.rpartition("-")[2].removesuffix(".xml")) - 1
        found.append(at)
        ago = at if newest_first else number - 1 - at
        days = [f"{last - timedelta(ago * each + day)}" for day in range(each)]
        parts.tell(days)
        if min(days) <= "2026-03-04" <= max(days):
            break
    return found


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("each", [4, 7, 30])
def test_few_parts_of_a_long_list_are_asked_for(each: int, *, newest_first: bool) -> None:
    assert len(asked(each, newest_first=newest_first)) <= 4


def test_parts_without_days_are_gone_through_in_their_order() -> None:
    parts = Parts(children("/map-3.xml", "/map.xml", "/map-2.xml"), WINDOW, TODAY)
    assert paths(list(parts)) == ["/map.xml", "/map-2.xml", "/map-3.xml"]


def test_an_articles_own_day_comes_before_the_one_after_it() -> None:
    """Hardly anything is quoted that was published a day later."""
    found = in_order(children(*(f"/map-2026-03-0{day}.xml" for day in range(1, 7))), WINDOW)
    days = [path[-6:-4] for path in paths(found)]
    assert days == ["05", "04", "03", "06", "02", "01"]


@pytest.mark.parametrize(
    ("name", "rank"),
    [
        ("post-sitemap2.xml", 0),
        ("article-index.xml", 0),
        ("sitemap-3.xml", 1),
        ("post_tag-sitemap.xml", OF_NO_ARTICLES),  # of tags, not of posts
        ("image-articles.xml", OF_NO_ARTICLES),
        ("news-video.xml", 0),  # a list of news may have films, too
    ],
)
def test_what_a_name_says_of_a_lists_pages(name: str, rank: int) -> None:
    assert kind(f"{BASE}/{name}") == rank


@pytest.mark.parametrize("name", ["news.xml", "sitemap/update/all.xml", "latest.xml"])
def test_lists_of_the_last_days_wait_where_an_article_is_older(name: str) -> None:
    assert is_late(f"{BASE}/{name}", recent=False)
    assert not is_late(f"{BASE}/{name}", recent=True)
    assert not is_late(f"{BASE}/archive.xml", recent=False)


@pytest.mark.parametrize(
    ("name", "changed", "is_asked"),
    [
        ("/2026-02.xml", "2026-02-01", True),  # the day on which the month begins says no more
        ("/2026-02.xml", "2026-02-11", False),
        ("/2026-02-23.xml", "2026-02-23", True),
        ("/part-3.xml", "2026-02-01", False),
    ],
)
def test_the_day_of_change_of_a_list_may_be_the_first_one_it_covers(
    name: str, changed: str, *, is_asked: bool
) -> None:
    assert bool(in_order([Child(f"{BASE}{name}", changed)], WINDOW)) is is_asked
