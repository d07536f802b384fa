"""What a search asks of the web: never a private address, and the same again from what it kept."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from audit.discover.listing import LARGEST
from audit.model import ArchiveUse, SearchService
from tests.discover.press import DAY, SAID, Press, article, audit, press, searxng, settings
from tests.end_to_end.run import citeaudit, outputs_of, report_of

STORY = "/news/lee"
ANSWERS = {
    "robots.txt": "/robots.txt",
    "a sitemap": "/sitemap.xml",
    "a page that a sitemap names": STORY,
    "the first page": "/",
    "a search service": "/search",
    "the index of copies": "/wayback/cdx/search/cdx",
}


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap.xml")
        yield served


@pytest.mark.parametrize("path", ANSWERS.values(), ids=list(ANSWERS))
def test_no_redirect_leads_a_search_to_a_private_address(
    path: str, echo: Press, tmp_path: Path
) -> None:
    with press() as private:
        private.story("/secret", "Lee on the breakwater", f"“{SAID},” said Ann Lee.")
        if path == STORY:
            echo.sitemap("/sitemap.xml", [(STORY, "Ann Lee: breakwater will be rebuilt", DAY)])
        echo.locations[path] = f"{private.base}/secret"
        article(tmp_path)
        found = settings(echo, search=SearchService(f"{echo.base}/search?q={{query}}"))
        audit(tmp_path, replace(found, fetch=replace(found.fetch, archive=ArchiveUse.MEMENTO)))
        assert any(asked.partition("?")[0] == path for asked in echo.asked)
        assert private.asked == []


LISTS = {
    "a sitemap": lambda base: f"<urlset><url><loc>{base}/secret</loc></url></urlset>",
    "an index": lambda base: (
        f"<sitemapindex><sitemap><loc>{base}/secret</loc></sitemap></sitemapindex>"
    ),
    "a feed": lambda base: (
        f"<rss><channel><item><title>Lee on the breakwater</title><link>{base}/secret</link></item>"
        "</channel></rss>"
    ),
}


@pytest.mark.parametrize("made", LISTS.values(), ids=list(LISTS))
def test_no_list_leads_a_search_to_a_private_address(
    made: object, echo: Press, tmp_path: Path
) -> None:
    assert callable(made)
    with press() as private:
        private.story("/secret", "Lee on the breakwater", f"“{SAID},” said Ann Lee.")
        echo.put("/sitemap.xml", made(private.base), "application/xml")
        article(tmp_path)
        audit(tmp_path, settings(echo))
        assert "/sitemap.xml" in echo.asked
        assert private.asked == []


def test_a_list_that_unpacks_to_more_than_is_read_is_told(echo: Press, tmp_path: Path) -> None:
    bomb = gzip.compress(b"<urlset>" + bytes(LARGEST + 5_000_000))
    echo.put("/sitemap.xml", bomb, "application/gzip")
    article(tmp_path)
    [check] = audit(tmp_path, settings(echo)).facts.checks
    assert check.search is not None
    [place] = [each for each in check.search.places if each.where.endswith("/sitemap.xml")]
    assert place.trouble == "it is too large"


def by_sitemap(echo: Press) -> None:
    index = f"<sitemapindex><sitemap><loc>{echo.base}/news.xml</loc></sitemap></sitemapindex>"
    echo.put("/sitemap.xml", index, "application/xml")
    echo.sitemap("/news.xml", [(STORY, "Ann Lee: breakwater will be rebuilt", DAY)])


def by_feed(echo: Press) -> None:
    echo.robots("/sitemap.gz", "/feed")
    echo.put("/sitemap.gz", b"\x1f\x8b\x08broken", "application/gzip")
    item = f"<item><title>Lee on the breakwater</title><link>{echo.base}{STORY}</link></item>"
    echo.put("/feed", f"<rss version='2.0'><channel>{item}</channel></rss>", "text/xml")


def by_copies(echo: Press) -> None:
    rows = [["timestamp", "original"], ["20260305100000", f"{echo.base}{STORY}"]]
    echo.put("/wayback/cdx/search/cdx", json.dumps(rows), "application/json")
    echo.pages[f"/wayback/web/20260305100000id_/{echo.base}{STORY}"] = echo.pages.pop(STORY)


def by_service(echo: Press) -> None:
    found = searxng([{"url": f"{echo.base}{STORY}", "title": "Lee on the breakwater"}])
    echo.put("/search", found, "application/json")


@pytest.mark.parametrize("told", [by_sitemap, by_feed, by_copies, by_service])
def test_a_search_repeated_from_its_captures_gives_the_same_bytes(
    told: object,
    echo: Press,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert callable(told)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    echo.story(STORY, "Lee on the breakwater", f"“{SAID},” said Ann Lee.")
    told(echo)
    article(tmp_path)
    Path("own.toml").write_text(
        f'allow-private = ["{echo.host}"]\ndelay = 0\n'
        f'[services]\nwayback = "{echo.base}/wayback"\n'
        f'[sites]\n"Kelmouth Echo" = "{echo.base}/"\n'
        f'[search]\nurl = "{echo.base}/search?q={{query}}"\n',
        encoding="utf-8",
    )
    line = ("check", "story.html", "--config", "own.toml", "--discover", "named", "-f", "json")
    every = ("-f", "md", "-f", "html", "-f", "sarif", "-f", "csv")
    assert citeaudit(capsys, *line, *every).code == 0
    folder = Path("reports/story")
    live = outputs_of(folder)
    [source] = report_of(folder)["sources"]
    assert source["standing"] == "discovered"
    asked = len(echo.asked)
    archive = folder / "captures.warc.gz"
    assert citeaudit(capsys, *line, *every, "--captures", archive, "--offline").code == 0
    assert outputs_of(folder) == live
    assert len(echo.asked) == asked
