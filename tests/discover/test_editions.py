"""Outlets of two domains, numbers for addresses long ago, and words that any headline has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.discover.wanted import sites_of
from audit.model import Outlet
from tests.discover.press import DAY, SAID, Press, article, audit, settings
from tests.discover.test_manners import changed, index
from tests.discover.test_providers import cdx, wayback
from tests.discover.test_what_is_a_source import quoted

if TYPE_CHECKING:
    from pathlib import Path

STORY = "/news/ann-lee-breakwater-will-be-rebuilt"
TITLE = "Ann Lee: breakwater will be rebuilt before winter"


@pytest.mark.parametrize(
    ("domains", "own"),
    [
        (("politico.com", "politico.eu"), ("politico.com", "politico.eu")),
        (("haaretz.com", "haaretz.co.il"), ("haaretz.com", "haaretz.co.il")),
        (("delfi.lt", "delfi.ee", "delfi.lv"), ("delfi.lt", "delfi.ee")),
        (("apnews.com", "ap.org"), ("apnews.com",)),
        ((), ()),
    ],
)
def test_the_sites_of_an_outlet(domains: tuple[str, ...], own: tuple[str, ...]) -> None:
    assert sites_of(Outlet("Somebody", domains)) == own


@pytest.mark.parametrize("decoys", [("/a-second-week-for-the-council",), ("/we-will-rebuild-says-chef", "/winter-soups"), ("/northern-lights",)])  # fmt: skip
def test_a_page_that_promises_little_waits_for_the_other_lists(
    decoys: tuple[str, ...], echo: Press, tmp_path: Path
) -> None:
    index(echo, "/posts-2026-03.xml", "/posts-2026-02.xml")
    changed(echo, "/posts-2026-03.xml", *((path, DAY) for path in decoys))
    changed(echo, "/posts-2026-02.xml", (STORY, "2026-02-27"))
    for path in decoys:
        echo.story(path, "Something else", "Nothing of that sort is in this story at all.")
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.", day="2026-02-27")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"
    assert not set(decoys) & set(echo.asked)


def test_of_sections_each_with_its_own_list_none_is_all(echo: Press, tmp_path: Path) -> None:
    names = ("arts", "sport", "harbour")
    index(echo, *(f"/map/{name}/2026/03.xml" for name in names))
    days = ("2026-02-01", "2026-03-20")
    for name in names:
        changed(echo, f"/map/{name}/2026/03.xml", *((f"/{name}/fish-and-fowl-{day}", day) for day in days))  # fmt: skip
    echo.put("/map/sport/2026/03.xml", f"<urlset><url><loc>{echo.base}{STORY}</loc></url></urlset>", "text/xml")  # fmt: skip
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


NUMBERS = [(f"202603051011{at:02}", f"/article/10{at}8274") for at in range(12)]


@pytest.mark.parametrize("is_there", [True, False])
def test_the_first_page_of_then_says_what_numbers_do_not(
    *, is_there: bool, echo: Press, tmp_path: Path
) -> None:
    echo.robots()
    rows = cdx(*((stamp, f"{echo.base}{path}") for stamp, path in NUMBERS))
    echo.put("/wayback/cdx/search/cdx", rows, "application/json")
    path = NUMBERS[7][1]
    echo.story(path, TITLE, f"“{SAID},” said Ann Lee.")
    if is_there:
        links = f"<a href='{path}'>{TITLE}</a><a href='/article/1008274'>Six stews for Sunday</a>"
        echo.put(f"/wayback/web/20260305180000id_/{echo.base}/", f"<!doctype html>{links}")
    article(tmp_path)
    report = audit(tmp_path, wayback(settings(echo)))
    assert (quoted(report).verdict == "verbatim") is is_there
    assert any("20260305180000" in asked for asked in echo.asked)
