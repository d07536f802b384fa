"""A page that was found for some words, and what it has of others; speakers whom only the page names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.model import Standing
from tests.discover.press import DAY, SAID, Press, article, audit, press, settings
from tests.discover.test_what_is_a_source import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audit.model import AttributionCheck

TITLE = "Ann Lee: breakwater will be rebuilt before winter"
STORY = "/news/ann-lee-breakwater-will-be-rebuilt"


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap.xml")
        yield served


def both(tmp_path: Path, second: str, who: str) -> Path:
    """An article with words that are found, and others behind them."""
    file = article(tmp_path)
    more = f"<p>“{second},” {who} told the Kelmouth Echo.</p></article>"
    file.write_text(file.read_text("utf-8").replace("</article>", more), "utf-8")
    return file


SECOND = "I have waited for the ferry so long that my dog has retired"


def second(echo: Press, tmp_path: Path) -> AttributionCheck:
    checks = audit(tmp_path, settings(echo)).facts.checks
    [first] = [each for each in checks if SAID in each.attribution.contents[0].text]
    assert (first.verdict, first.standing) == ("verbatim", Standing.DISCOVERED)
    [check] = [each for each in checks if SECOND in each.attribution.contents[0].text]
    return check


@pytest.mark.parametrize(
    ("beside", "comments"),
    [
        ("", f"<p>“{SECOND},” my mother says.</p>"),
        (f"<aside class='related'><h2>More</h2><a href='/x'>“{SECOND}”</a></aside>", ""),
        (f"<p><del>“{SECOND},” said Bo Roe.</del></p>", ""),
    ],
    ids=["readers' comments", "links to other pages", "struck out"],
)
def test_a_page_found_for_other_words_speaks_for_none_that_it_does_not_publish(
    beside: str, comments: str, echo: Press, tmp_path: Path
) -> None:
    echo.sitemap("/sitemap.xml", [(STORY, TITLE, DAY)])
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.", more=beside, comments=comments)
    both(tmp_path, SECOND, "Bo Roe")
    assert second(echo, tmp_path).verdict == "not-compared"


def test_a_page_found_for_other_words_accuses_nobody(echo: Press, tmp_path: Path) -> None:
    echo.sitemap("/sitemap.xml", [(STORY, TITLE, DAY)])
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.", f"“{SECOND},” said Cy Poe, a sailor.")
    both(tmp_path, SECOND, "Bo Roe")
    assert second(echo, tmp_path).verdict == "not-compared"


def test_a_page_found_for_other_words_has_these_too(echo: Press, tmp_path: Path) -> None:
    echo.sitemap("/sitemap.xml", [(STORY, TITLE, DAY)])
    echo.story(STORY, TITLE, f"“{SAID},” said Ann Lee.", f"“{SECOND},” said Bo Roe, a sailor.")
    both(tmp_path, SECOND, "Bo Roe")
    assert second(echo, tmp_path).verdict == "verbatim"


NAMELESS = "The plan is safe, is cheap and will be finished within 30 days of the vote"


@pytest.mark.parametrize(
    ("who", "verdict"),
    [("a spokeswoman", "altered"), ("an official", "altered"), ("Bo Roe", "not-compared")],
)
def test_who_has_no_name_in_the_article_may_have_one_on_the_page(
    who: str, verdict: str, echo: Press, tmp_path: Path
) -> None:
    echo.sitemap("/sitemap.xml", [(STORY, TITLE, DAY)])
    words = NAMELESS.replace("30", "thirty")
    echo.story(STORY, TITLE, f"“{words},” said Ann Lee, a spokeswoman for the harbour council.")
    article(tmp_path, NAMELESS, f"{who} told the Kelmouth Echo")
    assert quoted(audit(tmp_path, settings(echo))).verdict == verdict
