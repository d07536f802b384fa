"""Right outlet, wrong page; right words, wrong outlet; another day; comments only: no wrong page is a source."""

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from audit.model import AttributionCheck, Report, Search, SearchService
from audit.report.html.page import render_html
from audit.report.markdown.page import render_markdown
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, searxng, settings

DECOYS = [
    ("/news/harbour-fair", "Harbour fair draws crowds to Kelmouth", DAY),
    ("/news/school-choir", "School choir sings for the ferry crews", "2026-03-04"),
    ("/news/breakwater-history", "A short history of the breakwater", "2026-03-01"),
]


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap-news.xml")
        for path, title, day in DECOYS:
            served.story(path, title, "Nothing of the kind was said here by anybody.", day=day)
        yield served


def quoted(report: Report) -> AttributionCheck:
    [check] = [each for each in report.facts.checks if each.attribution.kind in {"direct", "mixed"}]
    return check


def searched(report: Report) -> Search:
    search = quoted(report).search
    assert search is not None
    return search


def listed(echo: Press, *more: tuple[str, str, str]) -> None:
    echo.sitemap("/sitemap-news.xml", [*DECOYS, *more])


def one_page(echo: Press, *paragraphs: str, day: str | None = DAY, **rest: str) -> None:
    """The page that the sitemap promises most, with these words."""
    listed(echo, ("/news/lee", "Ann Lee: breakwater will be rebuilt", day or ""))
    echo.story("/news/lee", "Ann Lee: breakwater will be rebuilt", *paragraphs, day=day, **rest)


def test_the_right_page_is_found_among_others_and_told(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee, who leads the harbour council.")
    article(tmp_path)
    found = settings(echo)
    report = audit(tmp_path, found)
    check = quoted(report)
    assert (check.verdict, check.standing) == ("verbatim", "discovered")
    [record] = [each for each in report.facts.sources if each.source.id == check.source_id]
    assert record.source.url == f"{echo.base}/news/lee"
    discovery = record.source.discovery
    assert discovery is not None
    assert (discovery.provider, discovery.rank, discovery.of) == ("sitemap", 1, 4)
    assert searched(report).read == (f"{echo.base}/news/lee",)
    assert echo.asked == ["/robots.txt", "/sitemap-news.xml", "/news/lee"]
    [finding] = [each for each in report.findings if each.rule == "source-discovered"]
    assert "number 1 of 4" in finding.message
    assert again(tmp_path, found).facts.checks == report.facts.checks


@pytest.mark.parametrize(
    ("name", "paragraphs", "rest"),
    [
        ("right outlet, wrong page", ("The council met on Tuesday.",), {}),
        (
            "same speaker, other day, other words",
            ("“We will look at the southern pier once the spring tides are over,” said Ann Lee.",),
            {},
        ),
        ("comments only", ("The council met.",), {"comments": f"<article class='comment'><p>{SAID}.</p></article>"}),
        (
            "the teaser of another page",
            ("The council met.",),
            {"more": f"<aside class='related'><ul><li><a href='/x'>“{SAID}”</a></li></ul></aside>"},
        ),
        ("said by somebody else", (f"“{SAID},” said Bruno Keller, who owns the yard. Nobody else spoke.",), {}),
        ("half of it in other words", ("“We will rebuild the town hall before the next election comes,” said Ann Lee.",), {}),
    ],
)  # fmt: skip
def test_a_wrong_page_is_never_a_source(
    name: str, paragraphs: tuple[str, ...], rest: dict[str, str], echo: Press, tmp_path: Path
) -> None:
    one_page(echo, *paragraphs, **rest)
    article(tmp_path)
    found = settings(echo)
    report = audit(tmp_path, found)
    check = quoted(report)
    assert (check.verdict, check.reason) == ("not-compared", "no-source"), name
    assert check.standing == "unlinked"
    assert report.facts.sources == ()
    search = searched(report)
    assert f"{echo.base}/news/lee" in search.read
    assert search.found is None
    [finding] = [each for each in report.findings if each.rule == "source-unlinked"]
    assert "Searched, not found: the sitemap" in finding.message
    assert "pages were read" in finding.message
    assert again(tmp_path, found).findings == report.findings


@pytest.mark.parametrize("day", ["2026-03-09", "2026-01-10", "2025-03-05"])
def test_a_page_of_another_time_is_no_source(day: str, echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee.", day=day)
    listed(echo, ("/news/lee", "Ann Lee: breakwater will be rebuilt", DAY))  # the list has it wrong
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert quoted(report).verdict == "not-compared"
    assert searched(report).elsewhere == ((f"{echo.base}/news/lee", f"it is of {day}"),)


def test_the_words_at_another_outlet_are_told_and_no_source(tmp_path: Path) -> None:
    with press() as other, press() as echo:
        echo.robots("/sitemap-news.xml")
        echo.sitemap("/sitemap-news.xml", [("/news/a", "Harbour fair", DAY)])
        other.story("/copied", "Breakwater will be rebuilt", f"“{SAID},” said Ann Lee.")
        echo.put("/search", searxng([{"url": f"{other.base}/copied", "title": "Ann Lee"}]))
        article(tmp_path)
        found = settings(echo, search=SearchService(f"{echo.base}/search?q={{query}}"))
        host, _, port = other.host.partition(":")
        opened = (*found.fetch.allow_private, (host, int(port)))
        found = replace(
            found,
            fetch=replace(found.fetch, allow_private=opened),
            discovery=replace(found.discovery, sites={"kelmouth echo": ("http://localhost:1/",)}),
        )
        report = audit(tmp_path, found)
        assert quoted(report).verdict == "not-compared"
        assert searched(report).elsewhere == (
            (f"{other.base}/copied", "it is not by Kelmouth Echo"),
        )
        [finding] = [each for each in report.findings if each.rule == "source-unlinked"]
        assert "was not taken for their source: it is not by Kelmouth Echo" in finding.message


def test_a_changed_quotation_is_altered_only_at_its_outlet(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee, who leads the harbour council.")
    article(tmp_path, SAID.replace("northern", "southern"))
    report = audit(tmp_path, settings(echo))
    check = quoted(report)
    assert (check.verdict, check.standing) == ("altered", "discovered")
    assert any(finding.rule == "quote-altered" for finding in report.findings)


def test_a_verbatim_page_comes_before_one_with_other_words(echo: Press, tmp_path: Path) -> None:
    changed = SAID.replace("northern", "southern")
    listed(
        echo,
        ("/news/lee", "Ann Lee: breakwater will be rebuilt before winter storms", DAY),
        ("/news/late", "Breakwater will be rebuilt", DAY),
    )
    echo.story("/news/lee", "Ann Lee: breakwater", f"“{changed},” said Ann Lee.")
    echo.story("/news/late", "Breakwater", f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    check = quoted(report)
    assert check.verdict == "verbatim"
    assert searched(report).read == (f"{echo.base}/news/lee", f"{echo.base}/news/late")


def test_nothing_is_searched_when_it_is_off_or_for_a_word_or_two(
    echo: Press, tmp_path: Path
) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee.")
    found = settings(echo)
    article(tmp_path, "a regrettable step")
    report = audit(tmp_path, found)
    assert echo.asked == []
    assert quoted(report).search is None
    article(tmp_path)
    audit(tmp_path, replace(found, discovery=replace(found.discovery, discover=None)))
    assert echo.asked == []


def test_requests_are_bounded_for_each_attribution(echo: Press, tmp_path: Path) -> None:
    many = [
        (f"/news/lee-{n}", f"Ann Lee breakwater rebuild winter storms {n}", DAY) for n in range(50)
    ]
    for path, title, _ in many:
        echo.story(path, title, "Nothing here.")
    listed(echo, *many)
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert len(echo.asked) == 6
    assert len(searched(report).read) == 4


def test_what_robots_closes_is_not_read(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee.")
    echo.robots("/sitemap-news.xml", more="Disallow: /news/")
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert quoted(report).verdict == "not-compared"
    assert not [path for path in echo.asked if path.startswith("/news/")]


@pytest.mark.parametrize(
    ("said", "at_page"),
    [
        (SAID, "Nothing of the kind was said here by anybody."),
        ("Nobody will be left behind in this town, whatever it may cost", "The council has met."),
    ],
)
def test_reports_for_readers_tell_where_a_source_was_searched_for(
    said: str, at_page: str, echo: Press, tmp_path: Path
) -> None:
    one_page(echo, at_page)
    article(tmp_path, said)
    report = audit(tmp_path, settings(echo))
    told = (
        f"Searched, not found: the sitemap {echo.base}/sitemap-news.xml",
        "pages were read, ranked by the words",
    )
    markdown = render_markdown(report).replace("`", "")
    html = unescape(render_html([report]))
    for sentence in told:
        assert markdown.count(sentence) == html.count(sentence) == 1


def test_reports_say_nothing_of_a_search_that_has_found_the_source(
    echo: Press, tmp_path: Path
) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert "Searched, not found" not in render_markdown(report) + render_html([report])
