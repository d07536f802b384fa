"""Pages that have the words changed, and what may be another version of them: what is read before they count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audit.model import ArchiveUse
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, settings
from tests.discover.test_providers import cdx, wayback
from tests.discover.test_what_is_a_source import quoted, searched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGED = SAID.replace("northern", "southern")
TITLE = "Ann Lee: breakwater will be rebuilt before winter"
BESIDE = ("pier", "ferry", "harbour", "storms", "winter", "council", "mole", "quay")


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap-news.xml")
        served.put("/wayback/cdx/search/cdx", "[]", "application/json")
        yield served


def listed(echo: Press, *stories: tuple[str, str, str]) -> None:
    """A sitemap of (path, title, words), and the pages."""
    echo.sitemap("/sitemap-news.xml", [(path, title, DAY) for path, title, _ in stories])
    for path, title, words in stories:
        echo.story(path, title, f"“{words},” said Ann Lee, who leads the harbour council.")


def beside(number: int) -> tuple[tuple[str, str, str], ...]:
    """Pages on the same subject that have other words."""
    said = "Nobody has asked the fishermen of the town about the {} yet"
    return tuple(
        (f"/news/b{at}", f"Ann Lee on the {word}: breakwater rebuilt", said.format(word))
        for at, word in enumerate(BESIDE[:number])
    )


@pytest.mark.parametrize("title", [TITLE, "Breakwater in Kelmouth to be rebuilt, Ann Lee says"])
def test_a_page_under_the_same_title_that_is_left_unread_may_have_the_words(
    title: str, echo: Press, tmp_path: Path
) -> None:
    listed(echo, ("/news/1", title, CHANGED), *beside(2), ("/news/2", title, SAID))
    echo.sitemap(
        "/sitemap-news.xml",
        [("/news/1", f"{title} before the winter storms arrive", DAY)]
        + [(path, name, DAY) for path, name, _ in beside(2)]
        + [("/news/2", title, DAY)],
    )
    article(tmp_path)
    read_all = settings(echo)
    assert quoted(audit(tmp_path, read_all)).verdict == "verbatim"


def test_what_is_not_quite_the_source_is_told_with_why(echo: Press, tmp_path: Path) -> None:
    listed(echo, ("/news/1", TITLE, CHANGED), *beside(8))
    article(tmp_path)
    few = settings(echo, discover_requests=4)
    report = audit(tmp_path, few)
    assert (quoted(report).verdict, quoted(report).reason) == ("not-compared", "no-source")
    [(url, why)] = searched(report).elsewhere
    assert url == f"{echo.base}/news/1"
    assert why == "some of them are others there, and other pages were left unread"
    [finding] = [each for each in report.findings if each.rule == "source-unlinked"]
    assert f"The words stand on {url}, which was not taken for their source" in finding.message
    assert again(tmp_path, few).findings == report.findings


@pytest.mark.parametrize(
    ("changed", "verdict"),
    [("2026-03-04", "altered"), (DAY, "not-compared"), ("2026-03-09", "not-compared")],
)
def test_a_page_that_says_when_it_was_changed_spares_the_request_for_its_copy(
    changed: str, verdict: str, echo: Press, tmp_path: Path
) -> None:
    """With six requests, two for lists, there is one for a fourth page or one for a copy."""
    listed(echo, ("/news/1", TITLE, CHANGED), *beside(8))
    day = f'<meta property="article:modified_time" content="{changed}T10:00:00Z">'
    echo.story("/news/1", TITLE, f"“{CHANGED},” said Ann Lee.", day="2026-03-04", head=day)
    article(tmp_path)
    found = settings(echo, discover_requests=6)
    found = replace(found, fetch=replace(found.fetch, archive=ArchiveUse.MEMENTO))
    report = audit(tmp_path, found)
    assert quoted(report).verdict == verdict
    assert again(tmp_path, found).findings == report.findings


def test_seven_pages_do_not_end_a_search_that_has_the_words_changed(
    echo: Press, tmp_path: Path
) -> None:
    """What promises as much is read as long as there are requests."""
    stories = [*beside(6), ("/news/1", TITLE, CHANGED), ("/news/2", TITLE, SAID)]
    listed(echo, *stories)
    promised = [f"{name}, Ann Lee, northern, winter, storms" for _, name, _ in beside(6)]
    titles = [*promised, "Ann Lee: breakwater, northern, winter", "Ann Lee: breakwater rebuilt"]
    echo.sitemap(
        "/sitemap-news.xml",
        [(path, title, DAY) for (path, _, _), title in zip(stories, titles, strict=True)],
    )
    article(tmp_path)
    report = audit(tmp_path, settings(echo, discover_requests=20))
    assert len(searched(report).read) == 8
    assert quoted(report).verdict == "verbatim"


def test_a_page_that_a_copy_links_to_is_had_as_a_copy_where_it_is_closed(
    echo: Press, tmp_path: Path
) -> None:
    echo.put("/robots.txt", "User-agent: *\nDisallow: /news/\n", "text/plain")
    first, second = (f"{echo.base}/news/{name}" for name in ("lee-breakwater-rebuilt", "briefing"))
    echo.story("/a", TITLE, "Ann Lee and the harbour council of Kelmouth voted for the breakwater.",
               more=f'<aside><a href="{second}">The day in Kelmouth, briefly</a></aside>')  # fmt: skip
    echo.story("/b", "The day in Kelmouth, briefly", f"“{SAID},” said Ann Lee.")
    stamp = "20260305101112"
    echo.put("/wayback/cdx/search/cdx", cdx((stamp, first)), "application/json")
    for address, path in ((first, "/a"), (second, "/b")):
        echo.pages[f"/wayback/web/{stamp}id_/{address}"] = echo.pages[path]
    article(tmp_path)
    report = audit(tmp_path, wayback(settings(echo)))
    assert quoted(report).verdict == "verbatim"
    [record] = [each for each in report.facts.sources if each.source.id == quoted(report).source_id]
    assert record.source.url == second
    assert record.capture.archived_at == "2026-03-05T10:11:12Z"
    assert not any(path.startswith("/news/") for path in echo.asked)


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        (
            "If the board thinks that 31 of our crews will stay quiet about the pier, it is wrong",
            "If the board thinks that 39 of our crews will stay quiet about the quay, it is wrong",
        ),
        (
            "We counted 12 leaks in the old sea wall in one week and nobody came; call me stubborn",
            "We counted 77 leaks in the old pump house in one week and nobody came; call me tired",
        ),
    ],
)
def test_a_page_found_for_other_words_has_none_changed_that_are_like_them(
    said: str, beside: str, echo: Press, tmp_path: Path
) -> None:
    """Two people who spoke alike are quoted from one outlet, and only one page is found."""
    listed(echo, ("/news/1", "Bo Roe on the harbour board", beside))
    echo.story("/news/1", "Bo Roe on the harbour board", f"“{beside},” said Bo Roe, the mayor.")
    file = article(tmp_path, said)
    more = f"<p>“{beside},” Bo Roe told the Kelmouth Echo.</p></article>"
    file.write_text(file.read_text("utf-8").replace("</article>", more), "utf-8")
    checks = [
        check
        for check in audit(tmp_path, settings(echo)).facts.checks
        if check.attribution.kind in {"direct", "mixed"}
    ]
    assert [check.verdict for check in checks] == ["not-compared", "verbatim"]


@pytest.mark.parametrize(("requests", "verdict"), [(3, "not-compared"), (6, "altered")])
def test_words_changed_on_the_only_page_that_could_be_read_may_stand_on_another(
    requests: int, verdict: str, echo: Press, tmp_path: Path
) -> None:
    """Lists that use up the requests may not have told of it."""
    listed(echo, ("/news/1", TITLE, CHANGED))
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo, discover_requests=requests))).verdict == verdict
