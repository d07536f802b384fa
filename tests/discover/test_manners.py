"""What sites have beside their news: boxes of anything, lists of authors, months, long memories, and none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audit.discover.days import month_in_address
from audit.model import ArchiveUse, Provider
from tests.discover.press import DAY, SAID, Press, article, audit, settings
from tests.discover.test_providers import cdx, wayback
from tests.discover.test_what_is_a_source import quoted

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Ann Lee: breakwater will be rebuilt before winter"
STORY = "/news/ann-lee-breakwater-will-be-rebuilt"


def index(echo: Press, *paths: str) -> None:
    rows = "".join(f"<sitemap><loc>{echo.base}{path}</loc></sitemap>" for path in paths)
    echo.put("/sitemap.xml", f"<sitemapindex>{rows}</sitemapindex>", "application/xml")


def changed(echo: Press, path: str, *pages: tuple[str, str]) -> None:
    """A sitemap of pages and the days on which they were changed."""
    rows = "".join(
        f"<url><loc>{echo.base}{where}</loc><lastmod>{day}</lastmod></url>" for where, day in pages
    )
    echo.put(path, f"<urlset>{rows}</urlset>", "application/xml")


READ_MOST = ("Six stews for a wet Sunday", "The goalkeeper who paints", "A cat on the night train",
             "Rates are held again", "Snow closes a mountain pass", "Quiz of the week")  # fmt: skip


def test_what_is_read_most_is_on_no_subject(echo: Press, tmp_path: Path) -> None:
    path = "/2026/03/05/storm-wall-vote"
    stories = [("/2026/03/05/lee-on-breakwater", "Ann Lee and the harbour council meet", DAY),
               (path, "Council votes on the wall after the storm", DAY)]  # fmt: skip
    echo.sitemap("/sitemap.xml", stories)
    box = "".join(f"<li><a href='/2026/03/05/x{at}-a-b-c'>{each}</a></li>"
                  for at, each in enumerate(READ_MOST))  # fmt: skip
    text = "The harbour council of Kelmouth, Ann Lee said, has voted for a new breakwater."
    echo.story(stories[0][0], stories[0][1], text, more=f"<aside><ul>{box}</ul></aside>")
    echo.story(path, stories[1][1], f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"
    assert not [asked for asked in echo.asked if "a-b-c" in asked]


def test_lists_of_authors_and_subjects_are_not_asked_for(echo: Press, tmp_path: Path) -> None:
    index(echo, "/wp-sitemap-posts-post-1.xml", "/wp-sitemap-taxonomies-tag-1.xml",
          "/wp-sitemap-users-1.xml", "/author-sitemap.xml", "/sitemap-tags.xml")  # fmt: skip
    changed(echo, "/wp-sitemap-posts-post-1.xml", ("/fish-prices-rise-again", DAY))
    article(tmp_path)
    audit(tmp_path, settings(echo))
    assert "/wp-sitemap-posts-post-1.xml" in echo.asked
    assert not [asked for asked in echo.asked if "tag" in asked or "user" in asked]
    assert "/author-sitemap.xml" not in echo.asked


def test_an_index_of_nothing_else_is_followed(echo: Press, tmp_path: Path) -> None:
    index(echo, "/sitemap-sections.xml")
    changed(echo, "/sitemap-sections.xml", (STORY, DAY))
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


@pytest.mark.parametrize("names", [("post-sitemap", "post-sitemap{}"), ("posts-1", "posts-{}")])
def test_of_a_list_in_numbered_parts_that_with_the_days_in_question_is_enough(
    names: tuple[str, str], echo: Press, tmp_path: Path
) -> None:
    parts = [f"/{names[0]}.xml", *(f"/{names[1].format(at)}.xml" for at in (2, 3))]
    rows = "".join(
        f"<sitemap><loc>{echo.base}{path}</loc><lastmod>{day}</lastmod></sitemap>"
        for path, day in zip(parts, ("2026-02-01", "2026-03-20", "2026-06-01"), strict=True)
    )
    echo.put("/sitemap.xml", f"<sitemapindex>{rows}</sitemapindex>", "application/xml")
    days = ("2026-02-02", "2026-03-02", "2026-03-20")
    changed(echo, parts[1], *((f"/fish-prices-rise-{day[5:7]}", day) for day in days))
    article(tmp_path)
    audit(tmp_path, wayback(settings(echo)))
    assert parts[1] in echo.asked
    assert parts[2] not in echo.asked
    assert not [asked for asked in echo.asked if "cdx" in asked]


def test_long_after_an_article_copies_are_asked_for_before_the_first_page(
    echo: Press, tmp_path: Path
) -> None:
    echo.robots()
    echo.put("/", "<!doctype html><a href='/news/lee-breakwater-again'>Ann Lee on breakwater</a>")
    stamp = "20260305101112"
    rows = cdx((stamp, f"{echo.base}{STORY}"))
    echo.put("/wayback/cdx/search/cdx", rows, "application/json")
    echo.story("/copy", TITLE, f"“{SAID},” said Ann Lee.")
    echo.pages[f"/wayback/web/{stamp}id_/{echo.base}{STORY}"] = echo.pages["/copy"]
    article(tmp_path)
    assert quoted(audit(tmp_path, wayback(settings(echo)))).verdict == "verbatim"
    assert "/" not in echo.asked


def test_where_there_are_no_copies_the_first_page_is_asked_for(echo: Press, tmp_path: Path) -> None:
    echo.robots()
    echo.put("/", f"<!doctype html><a href='{STORY}'>{TITLE}</a>")
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, wayback(settings(echo)))).verdict == "verbatim"
    assert [asked.partition("?")[0] for asked in echo.asked].index("/wayback/cdx/search/cdx") < (
        echo.asked.index("/")
    )


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("/environment/2026/10/the-wells/", "2026-10"),
        ("/2026/03/the-wells", "2026-03"),
        ("/budget-2026-10-things-to-know/", None),
        ("/2026/13/the-wells/", None),
    ],
)
def test_the_month_of_a_page(path: str, month: str | None) -> None:
    assert month_in_address(f"https://echo.example{path}") == month


def test_a_page_of_another_month_is_not_asked_for(echo: Press, tmp_path: Path) -> None:
    later = f"/2026/10{STORY.removeprefix('/news')}"
    changed(echo, "/sitemap.xml", (later, "2026-10-05"))
    article(tmp_path)
    audit(tmp_path, settings(echo))
    assert "/sitemap.xml" in echo.asked
    assert later not in echo.asked


@pytest.mark.parametrize("modified", ["2026-03-09", DAY, None])
def test_a_page_that_was_changed_since_is_asked_for_as_it_was(
    modified: str | None, echo: Press, tmp_path: Path
) -> None:
    echo.sitemap("/sitemap.xml", [(STORY, TITLE, DAY)])
    when = f'<meta property="article:modified_time" content="{modified}T09:30:00Z">'
    words = "“We are to build a wall again, but nobody can tell when that will be,” Ann Lee said."
    text = "The harbour council of Kelmouth has voted for a new breakwater this week."
    echo.story(STORY, TITLE, text, words, head=when if modified else "")
    echo.story("/copy", TITLE, text, f"“{SAID},” said Ann Lee.")
    then = f"/wayback/web/20260305235959id_/{echo.base}{STORY}"
    echo.pages[then] = echo.pages["/copy"]
    article(tmp_path)
    found = settings(echo)
    found = replace(found, fetch=replace(found.fetch, archive=ArchiveUse.MEMENTO))
    report = audit(tmp_path, found)
    check = quoted(report)
    if modified != "2026-03-09":
        assert check.verdict == "not-compared"
        assert then not in echo.asked
        return
    assert check.verdict == "verbatim"
    [record] = [each for each in report.facts.sources if each.source.id == check.source_id]
    assert record.source.discovery is not None
    assert record.source.discovery.provider is Provider.EARLIER
