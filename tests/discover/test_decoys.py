"""Pages that have the words and are no source for them, by kinds; and where these lead."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from audit.discover.corrections import is_correction_of
from audit.discover.days import Window
from audit.discover.provider import Asked
from audit.discover.site.links import next_page
from audit.discover.site.lists import SiteLists
from audit.discover.site.teasers import announced
from audit.discover.wanted import Wanted
from audit.discover.words import runs_of
from audit.extract.outlets.gazetteer import known_outlets
from audit.model import (
    ArchiveUse,
    Attribution,
    AttributionKind,
    Capture,
    DiscoverySettings,
    Outcome,
    Outlet,
    OutletKind,
    Page,
    PageBlock,
    Provider,
    Span,
    Zone,
)
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, settings
from tests.discover.test_what_is_a_source import listed, one_page, quoted, searched

OTHER = "Nothing of the kind was said here by anybody at all"


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap-news.xml")
        yield served


def card(href: str, title: str, text: str) -> str:
    return f"<article><h3><a href='{href}'>{title}</a></h3><p>{text}</p></article>"


CARDS = {
    "a headline in a link": card("/news/whole", "Lee on the breakwater", f"“{SAID},” said Ann Lee."),
    "a link around the headline": f"<a href='/news/whole'><h3>Lee on the breakwater</h3></a><p>“{SAID},” said Ann Lee.</p>",
    "a row without a headline": f"<ul><li><time>5 March</time><a href='/news/whole'>Lee on the breakwater</a><p>“{SAID},” said Ann Lee.</p></li><li><a href='/news/fair'>Harbour fair draws crowds</a><p>{OTHER}</p></li></ul>",
    "a row whose end is left out": f"<ul><li><a href='/news/fair'>Harbour fair draws crowds</a><p>{OTHER}</p><li><a href='/news/whole'>Lee on the breakwater</a><p>“{SAID},” said Ann Lee.</p></ul>",
    "a box that is one link": f"<div><a href='/news/whole'><span>Lee on the breakwater</span><p>“{SAID},” said Ann Lee.</p></a></div>",
    "a box with the link in a box": f"<div><div><a href='/news/'>News</a></div><div><a href='/news/whole'>Lee on the breakwater</a></div><div>“{SAID},” said Ann Lee.</div></div>",
    "the second of several": card("/news/fair", "Harbour fair draws crowds", OTHER)
    + card("/news/whole", "Lee on the breakwater", f"“{SAID},” said Ann Lee."),
}  # fmt: skip


@pytest.mark.parametrize("cards", CARDS.values(), ids=list(CARDS))
def test_a_teaser_is_no_source_and_leads_to_it(cards: str, echo: Press, tmp_path: Path) -> None:
    listed(echo, ("/tag/lee", "Ann Lee breakwater rebuilt winter storms", DAY))
    echo.put(
        "/tag/lee",
        f"<!doctype html><html lang='en'><head><title>Breakwater</title></head><body><main>"
        f"<h1>Breakwater</h1>{cards}</main></body></html>",
    )
    echo.story("/news/whole", "Lee on the breakwater", f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    found = settings(echo)
    report = audit(tmp_path, found)
    assert quoted(report).verdict == "verbatim"
    [record] = report.facts.sources
    assert record.source.url == f"{echo.base}/news/whole"
    assert again(tmp_path, found).facts.checks == report.facts.checks


def test_a_teaser_whose_page_is_gone_makes_no_source(echo: Press, tmp_path: Path) -> None:
    listed(echo, ("/tag/lee", "Ann Lee breakwater rebuilt winter storms", DAY))
    cards = card("/news/gone", "Lee on the breakwater", f"“{SAID},” said Ann Lee.")
    echo.put("/tag/lee", f"<html lang='en'><body><main><h1>All</h1>{cards}</main></body></html>")
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert quoted(report).verdict == "not-compared"
    assert searched(report).found is None


@pytest.mark.parametrize(
    ("markup", "whose"),
    [
        (f"<h1>Lee on the breakwater</h1><p>{SAID}</p>", None),
        (f"<h1><a href='/'>The Kelmouth Echo</a></h1><p>{SAID}</p>", None),
        (f"<h2><a href='/news/'>News</a></h2><p>{SAID}</p>", None),
        (f"<h2><a href='#lee'>Lee on the breakwater</a></h2><p>{SAID}</p>", None),
        (f"<h3><a href='/b'>Lee on the breakwater</a></h3><p>{SAID}</p>", "https://e.example/b"),
        (
            f"<h3><a href='/b'>Lee on the breakwater</a></h3><p>{SAID}</p><h1>All of it</h1><p>{SAID}</p>",
            None,
        ),
        (f"<article><h3><a href='/b'>A fair for all</a></h3></article><p>{SAID}</p>", None),
        (f"<h3><a href='/b'>A fair for all</a></h3><p>{OTHER}</p>", None),
        ("<h3><a href='/b'>" * 2000, None),
        ("<div><a href='/b'>A fair for all</a>" * 2000, None),
        (f"<div><p><a href='/b'>Lee on the breakwater</a> again: {SAID}</p></div>", None),
        (f"<div><a href='/b'>The council voted on Monday</a>. {SAID}</div>", None),
        (f"<div><p>{OTHER}</p><p><a href='/b'>A fair for all</a></p><p>{SAID}</p></div>", None),
        (f"<div><p>{OTHER}</p><div><a href='/b'>A fair for all</a></div><p>{SAID}</p></div>", None),
        (
            f"<article><div><a href='/b'>More on the harbour</a></div><h1>Lee</h1><p>{SAID}</p></article>",
            None,
        ),
        (
            f"<div><a href='/b'>More on the harbour</a><p>{SAID}</p>{f'<p>{OTHER}</p>' * 20}</div>",
            None,
        ),
    ],
)
def test_what_stands_below_the_headline_of_another_page_is_that_ones(
    markup: str, whose: str | None
) -> None:
    assert announced(markup, "https://e.example/a", runs_of(SAID)) == whose


CORRECTIONS = {
    "a correction by its title": ("Correction: the breakwater", (f"“{SAID},” said Ann Lee.",)),
    "a page of corrections": ("Corrections and clarifications", (f"“{SAID},” said Ann Lee.",)),
    "misquoted": ("Lee on the breakwater", (f"An earlier version misquoted Ann Lee as saying: “{SAID}.”",)),
    "misquoted, in a paragraph of its own": ("Lee", ("We misquoted Ann Lee as saying:", f"“{SAID}.”")),
    "a check of facts": ("Did Ann Lee say this?", (f"A picture has Ann Lee beside the words “{SAID}.”", "It was seen by thousands.", "She never said it.")),
    "a check of facts with a rating": ("A post on Ann Lee", (f"“{SAID},” Ann Lee is said to have said.", "We watched the whole meeting.", "Our rating: false.")),
    "a column of jokes": ("Lee, at last", ("Satire. What we would love to hear:", f"“{SAID},” said Ann Lee.")),
    "a joke by its title": ("Parody: Lee on the breakwater", (f"“{SAID},” said Ann Lee.",)),
    "made up, and told at the end": ("Lee", (f"“{SAID},” said Ann Lee.", "None of this was said, of course.")),
    "never said": ("Lee", (f"“{SAID},” said a post that many have shared. Ann Lee never said so.",)),
}  # fmt: skip


@pytest.mark.parametrize(("title", "paragraphs"), CORRECTIONS.values(), ids=list(CORRECTIONS))
def test_a_correction_of_the_words_is_no_source(
    title: str, paragraphs: tuple[str, ...], echo: Press, tmp_path: Path
) -> None:
    listed(echo, ("/news/lee", "Ann Lee: breakwater will be rebuilt", DAY))
    echo.story("/news/lee", title, *paragraphs)
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert quoted(report).verdict == "not-compared"
    [(url, why)] = searched(report).elsewhere
    assert url == f"{echo.base}/news/lee"
    assert why == "it says of a quotation that it was wrong"


def test_a_story_with_a_correction_at_its_foot_is_a_source(echo: Press, tmp_path: Path) -> None:
    foot = "Correction: an earlier version misquoted Ann Lee on the price of the works."
    one_page(echo, f"“{SAID},” said Ann Lee.", foot)
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


def test_a_speaker_who_never_said_something_else_is_quoted(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee.", "She never said it would be cheap.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


def test_a_story_on_jokes_is_quoted(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID},” said Ann Lee.", "Satirical magazines had mocked her for weeks.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


@pytest.mark.parametrize(
    ("there", "verdict"),
    [
        (SAID.replace("northern", "southern"), "altered"),
        (SAID.replace("before the winter storms arrive", "while my sister is the mayor"), "not-compared"),
        (SAID.replace("We will rebuild", "Nobody but the council wants to pay for"), "not-compared"),
    ],
)  # fmt: skip
def test_half_of_the_words_on_another_day_are_no_change_of_them(
    there: str, verdict: str, echo: Press, tmp_path: Path
) -> None:
    one_page(echo, f"“{there},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == verdict


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (f"“{SAID},” said Bob Lee.", "not-compared"),  # a namesake
        (f"“{SAID},” said Ann Moss.", "not-compared"),
        (f"“{SAID},” said Annie Lee.", "verbatim"),
        (f"“{SAID},” said Lee.", "verbatim"),
        (
            f"Ann Lee stood beside Bob Lee. “{SAID},” Bob Lee said.",
            "verbatim",
        ),  # who, is for a reader
    ],
)
def test_another_person_makes_no_source(
    said: str, verdict: str, echo: Press, tmp_path: Path
) -> None:
    one_page(echo, said)
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == verdict


@pytest.mark.parametrize(
    ("second", "rel"),
    [("/news/lee/2", "next"), ("/news/lee?page=2", "next"), ("/news/lee,2", "nofollow next")],
)
def test_an_article_is_followed_to_its_second_page(
    second: str, rel: str, echo: Press, tmp_path: Path
) -> None:
    listed(echo, ("/news/lee", "Ann Lee: breakwater will be rebuilt", DAY))
    canonical = "<link rel='canonical' href='/news/lee'>"
    more = f"<nav><a rel='{rel}' href='{second}'>2</a></nav>"
    echo.story("/news/lee", "Ann Lee on the breakwater in Kelmouth", OTHER, more=more)
    echo.story("/other", "Lee", f"“{SAID},” said Ann Lee.", head=canonical)
    echo.pages[second] = echo.pages.pop("/other")
    article(tmp_path)
    found = settings(echo)
    report = audit(tmp_path, found)
    assert quoted(report).verdict == "verbatim"
    assert report.facts.sources[0].source.url == f"{echo.base}{second}"
    assert again(tmp_path, found).facts.checks == report.facts.checks


@pytest.mark.parametrize("href", ["/news/fair-draws-crowds", "/news/lee", "/news/lee-2/fair"])
def test_the_next_story_is_no_second_page(href: str) -> None:
    page = f"<a href='{href}' rel='next'>Next story</a>"
    assert not next_page(page, "https://e.example/news/lee")


def test_german_words_that_were_never_said() -> None:
    text = f"Die Zeitung hatte Lee falsch zitiert: „{SAID}“."
    page = Page(text, blocks=(PageBlock(0, len(text), Zone.MAIN),), whole=True)
    assert is_correction_of(page, runs_of(SAID))


@pytest.mark.parametrize("suffix", ["/amp", "/print"])
def test_a_twin_of_the_page_is_the_same_page(suffix: str, echo: Press, tmp_path: Path) -> None:
    path = "/news/lee"
    listed(
        echo,
        (path, "Ann Lee: breakwater will be rebuilt", DAY),
        (path + suffix, "Ann Lee: breakwater will be rebuilt", DAY),
    )
    head = f"<link rel='canonical' href='{echo.base}{path}'>"
    for each in (path, path + suffix):
        echo.story(
            each, "Ann Lee: breakwater will be rebuilt", f"“{SAID},” said Ann Lee.", head=head
        )
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert quoted(report).verdict == "verbatim"
    assert len(searched(report).read) == 1


def test_an_earlier_version_of_the_page_is_told_as_such(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID.replace('northern', 'southern')},” said Ann Lee.")
    echo.story("/copy", "Ann Lee", f"“{SAID},” said Ann Lee.")
    then = f"/wayback/web/20260305235959id_/{echo.base}/news/lee"
    echo.pages[then] = echo.pages["/copy"]
    echo.put("/wayback/cdx/search/cdx", "[]", "application/json")
    article(tmp_path)
    found = settings(echo)
    found = replace(found, fetch=replace(found.fetch, archive=ArchiveUse.MEMENTO))
    report = audit(tmp_path, found)
    check = quoted(report)
    assert check.verdict == "verbatim"
    [record] = [each for each in report.facts.sources if each.source.id == check.source_id]
    assert record.source.discovery is not None
    assert record.source.discovery.provider is Provider.EARLIER
    assert record.capture.archived_at is not None
    assert record.source.url == f"{echo.base}{then}"
    [finding] = [each for each in report.findings if each.rule == "source-discovered"]
    assert "an earlier version of the page, which has other words today" in finding.message
    assert again(tmp_path, found).findings == report.findings


LIVE = {
    "by its title": ("/news/lee", "Live: the breakwater in Kelmouth", ""),
    "by its address": ("/news/live/lee", "The breakwater in Kelmouth", ""),
    "by its kind": (
        "/news/lee",
        "The breakwater in Kelmouth",
        '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>',
    ),
    "no liveblog": ("/news/lee", "Lively debate on the breakwater in Kelmouth", ""),
}


@pytest.mark.parametrize("kind", list(LIVE))
def test_a_liveblog_that_moved_on_is_asked_for_as_it_was(
    kind: str, echo: Press, tmp_path: Path
) -> None:
    path, title, head = LIVE[kind]
    listed(echo, (path, title, DAY))
    echo.story(path, title, "The harbour council of Kelmouth has ended its meeting.", head=head)
    echo.story("/copy", title, f"“{SAID},” said Ann Lee.")
    then = f"/wayback/web/20260305235959id_/{echo.base}{path}"
    echo.pages[then] = echo.pages["/copy"]
    echo.put("/wayback/cdx/search/cdx", "[]", "application/json")
    article(tmp_path)
    found = settings(echo)
    found = replace(found, fetch=replace(found.fetch, archive=ArchiveUse.MEMENTO))
    report = audit(tmp_path, found)
    if kind == "no liveblog":
        assert then not in echo.asked
        return
    check = quoted(report)
    assert check.verdict == "verbatim"
    [record] = [each for each in report.facts.sources if each.source.id == check.source_id]
    assert record.source.url == f"{echo.base}{then}"
    [finding] = [each for each in report.findings if each.rule == "source-discovered"]
    assert "an earlier version of the page, which has other words today" in finding.message
    assert again(tmp_path, found).findings == report.findings


def test_a_page_that_changed_and_has_no_copy_has_other_words(echo: Press, tmp_path: Path) -> None:
    one_page(echo, f"“{SAID.replace('northern', 'southern')},” said Ann Lee.")
    echo.put("/wayback/cdx/search/cdx", "[]", "application/json")
    article(tmp_path)
    found = settings(echo, discover_requests=8)  # where none is left, more pages may be unread
    found = replace(found, fetch=replace(found.fetch, archive=ArchiveUse.MEMENTO))
    assert quoted(audit(tmp_path, found)).verdict == "altered"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_search_asks_a_busy_server_once(status: int, echo: Press, tmp_path: Path) -> None:
    echo.put("/sitemap-news.xml", "busy", "text/plain", status)
    article(tmp_path)
    found = settings(echo)
    found = replace(found, fetch=replace(found.fetch, retries=3))
    audit(tmp_path, found)
    assert echo.asked.count("/sitemap-news.xml") == 1


@pytest.mark.parametrize(("asked_on", "is_asked"), [(DAY, True), ("2026-06-05", False)])
def test_a_feed_that_is_known_of_an_outlet_is_asked_for_of_recent_pages(
    asked_on: str,
    is_asked: bool,  # noqa: FBT001
) -> None:
    asked: list[str] = []

    def seek(url: str, stamp: str | None) -> Capture:
        assert stamp is None
        asked.append(url)
        moment = f"{asked_on}T10:00:00Z"
        return Capture(url, Outcome.CAPTURED, url, fetched_at=moment, status=200)

    outlet = Outlet("Echo", ("echo.example",), feeds=("https://feeds.example/all.xml",))
    said = Attribution("a1", AttributionKind.DIRECT, (Span(0, len(SAID), SAID),), outlet=outlet)
    site = "https://www.echo.example/"
    days = Window("2026-02-25", "2026-03-06")
    each = Wanted(said, outlet, (site,), days, DAY, None, (), {}, {}, frozenset())
    requests = Asked(seek, DiscoverySettings())
    requests.begin()
    assert len(list(SiteLists(each, keep=1).lists(requests))) == len(asked) - 1
    assert asked == [
        f"{site}robots.txt",
        *(["https://feeds.example/all.xml"] if is_asked else []),
        site,
    ]


def test_feeds_are_of_outlets_that_the_list_has() -> None:
    known = {outlet.name: outlet for outlet in known_outlets()}
    assert known["BBC"].feeds == ("https://feeds.bbci.co.uk/news/rss.xml",)
    assert known["BBC"] == Outlet("BBC", known["BBC"].domains, "GB", OutletKind("broadcaster"))
    assert sum(bool(outlet.feeds) for outlet in known.values()) >= len(_feeds())


def _feeds() -> dict[str, str]:
    data = tomllib.loads((files("audit.extract") / "data" / "outlets.toml").read_text("utf-8"))
    feeds: dict[str, str] = data["feeds"]
    return feeds


def test_words_of_one_outlet_share_what_is_read_for_them(echo: Press, tmp_path: Path) -> None:
    second = "Nobody should have to sleep beside an open sea wall in January"
    listed(
        echo,
        ("/news/lee", "Ann Lee: breakwater will be rebuilt", DAY),
        ("/news/odd", "A morning at the harbour", DAY),
    )
    echo.story("/news/lee", "Ann Lee", f"“{SAID},” said Ann Lee.", f"“{second},” she added.")
    echo.story("/news/odd", "A morning at the harbour", OTHER)
    file = article(tmp_path)
    more = f"<p>“{second},” Ann Lee told the Kelmouth Echo.</p></article>"
    file.write_text(file.read_text("utf-8").replace("</article>", more), "utf-8")
    report = audit(tmp_path, settings(echo))
    verdicts = [each.verdict for each in report.facts.checks if each.standing == "discovered"]
    assert verdicts == ["verbatim", "verbatim"]
    assert echo.asked == ["/robots.txt", "/sitemap-news.xml", "/news/lee"]


def test_requests_are_counted_one_by_one_and_none_for_what_was_not_asked() -> None:
    def seek(url: str, stamp: str | None) -> Capture:
        closed = url.endswith("closed") and stamp is None
        return Capture(url, Outcome.ROBOTS_DISALLOWED if closed else Outcome.CAPTURED, url)

    asked = Asked(seek, DiscoverySettings(discover_requests=2, discover_total=3))
    asked.begin()
    assert asked.fetch("https://e.example/closed") is not None
    assert asked.fetch("https://e.example/1") is not None
    assert asked.fetch("https://e.example/1") is not None
    assert asked.fetch("https://e.example/2") is not None
    assert asked.fetch("https://e.example/3") is None
    asked.begin()
    assert asked.fetch("https://e.example/3") is not None
    assert asked.fetch("https://e.example/4") is None
