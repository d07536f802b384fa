"""What a search spares its outlets: pages with a word in common, lists twice, names that lead to others."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audit.discover.ranking import Pool, words_of_weak
from audit.discover.trail import Trail
from audit.discover.wanted import Wanted, sites_of, wanted
from audit.discover.words import stem
from audit.extract.outlets.mentions import outlets_named
from audit.listing import attributions_in
from audit.model import (
    AttributionCheck,
    Candidate,
    Discover,
    DiscoverySettings,
    NotCompared,
    Outlet,
    Provider,
    Standing,
    Verdict,
)
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, settings
from tests.discover.test_what_is_a_source import quoted

if TYPE_CHECKING:
    from pathlib import Path

STORY = "/2026/03/05/ann-lee-on-the-breakwater"
ANYTHING = [
    "bakery",
    "ferry",
    "orchestra",
    "salmon",
    "tram",
    "library",
    "glacier",
    "lottery",
    "stadium",
]


def listed(echo: Press, *more: tuple[str, str, str]) -> list[str]:
    """Pages of all subjects, five of which have a word of the article; their paths."""
    alike = [(f"/2026/03/04/harbour-{word}", f"Harbour {word}", DAY) for word in ANYTHING[:5]]
    rest = [(f"/2026/03/03/{word}-{at}", f"{word} of the {at}th", DAY) for word in ANYTHING for at in (5, 7)]  # fmt: skip
    echo.sitemap("/sitemap.xml", [*alike, *more, *rest])
    for path, title, _ in (*alike, *rest):
        echo.story(path, title, "Nothing of it is to be found here, said nobody.")
    return [path for path, _, _ in alike]


def test_of_pages_with_one_word_in_common_one_a_word_is_read(echo: Press, tmp_path: Path) -> None:
    alike = listed(echo)
    article(tmp_path)
    found = settings(echo)
    report = audit(tmp_path, found)
    assert quoted(report).verdict == "not-compared"
    assert sum(path in alike for path in echo.asked) == 1
    assert again(tmp_path, found).findings == report.findings


def test_a_page_with_two_words_is_read_behind_those_with_one(echo: Press, tmp_path: Path) -> None:
    title = "Breakwater in the harbour"
    listed(echo, ("/2026/03/05/x", title, DAY), (STORY, title, DAY))
    echo.story("/2026/03/05/x", title, "Nothing of it is to be found here.")
    echo.story(STORY, title, f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


def test_a_short_list_is_read_on_a_word_alone(echo: Press, tmp_path: Path) -> None:
    """A small paper has few pages: under a title with a word in common, any may have them."""
    rows = [(f"/2026/03/04/harbour-{at}", "Harbour notes", DAY) for at in range(3)]
    echo.sitemap("/sitemap.xml", rows)
    for path, title, _ in rows:
        said = f"“{SAID},” said Ann Lee." if path.endswith("2") else "Nothing new."
        echo.story(path, title, said)
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


def test_a_robots_txt_that_another_name_led_to_is_asked_for_once(tmp_path: Path) -> None:
    with press() as www, press() as echo:
        echo.robots("/sitemap.xml")
        listed(echo, (STORY, "Breakwater: what Ann Lee said of the harbour", DAY))
        echo.story(STORY, "Breakwater: what Ann Lee said", f"“{SAID},” said Ann Lee.")
        www.put("/robots.txt", "")
        www.locations["/robots.txt"] = f"{echo.base}/robots.txt"
        article(tmp_path)
        found = settings(www)
        host, _, port = echo.host.partition(":")
        opened = (*found.fetch.allow_private, (host, int(port)))
        found = replace(found, fetch=replace(found.fetch, allow_private=opened))
        report = audit(tmp_path, found)
        assert quoted(report).verdict == "verbatim"
        assert www.asked == ["/robots.txt"]
        assert echo.asked == ["/robots.txt", "/sitemap.xml", STORY]
        assert again(tmp_path, found).findings == report.findings


def test_an_outlet_is_asked_by_the_name_at_which_it_answers(tmp_path: Path) -> None:
    for outlet, site in (
        (Outlet("AP", ("apnews.com",)), "https://apnews.com/"),
        (Outlet("The Guardian", ("theguardian.com",)), "https://www.theguardian.com/"),
    ):
        [each] = searched(tmp_path, f"<p>“{SAID},” Ann Lee told {outlet.name}.</p>")
        assert each.sites == (site,)
        assert sites_of(outlet) == outlet.domains


def searched(path: Path, body: str, lang: str = "en") -> list[Wanted]:
    """What is searched for an article."""
    file = path / "story.html"
    head = f"<!doctype html><html lang='{lang}'><head><title>A story</title></head>"
    file.write_text(f"{head}<body><article><h1>A story</h1>{body}</article></body></html>", "utf-8")
    told, found = attributions_in(str(file), None)
    checks = [
        AttributionCheck(said, Standing.UNLINKED, Verdict.NOT_COMPARED, NotCompared.NO_SOURCE)
        for said in found
    ]
    return wanted(told, checks, DiscoverySettings(discover=Discover.NAMED), outlets_named)


def test_an_outlet_that_nobody_ties_to_the_words_is_looked_at(tmp_path: Path) -> None:
    """Without a grammar of its language, nothing tells that the paper was told them."""
    said = "Ogni mattina perdo quaranta minuti e la sera li perdo di nuovo"
    [each] = searched(tmp_path, f"<p>«{said}», ha detto Fabrizio Colnaghi, insegnante, a Repubblica.</p>", "it")  # fmt: skip
    assert each.outlet is None
    assert each.beside is not None
    assert each.beside.name == "La Repubblica"
    assert each.sites == ("https://www.repubblica.it/",)


def test_of_two_outlets_in_a_paragraph_none_is_looked_at(tmp_path: Path) -> None:
    said = "Ogni mattina perdo quaranta minuti e la sera li perdo di nuovo"
    [each] = searched(tmp_path, f"<p>«{said}», ha detto Fabrizio Colnaghi, insegnante. Ne scrivono Repubblica, El País e Le Monde.</p>", "it")  # fmt: skip
    assert (each.outlet, each.beside, each.sites) == (None, None, ())


def test_the_names_of_outlets_say_nothing_of_the_subject(tmp_path: Path) -> None:
    body = "<p>“We will rebuild all of it before the winter,” Ann Lee told Politico.</p><p>“There is a driver behind every storm,” Bo Dahl told CNN.</p>"  # fmt: skip
    every = searched(tmp_path, body)
    assert [each.outlet.name for each in every if each.outlet] == ["Politico", "CNN"]
    assert stem("cnn") not in every[0].weights
    assert all(stem("politics") not in each.weights for each in every)


@pytest.mark.parametrize(
    "alike",
    [
        ("flood", "floods", "flooding", "flooded"),
        ("farm", "farms", "farmer", "farmers", "farming"),
        ("close", "closed", "closing", "closes"),
        ("klage", "klagen"),
        ("recognised", "recognition"),
    ],
)
def test_the_forms_of_a_word_are_one_to_a_ranking(alike: tuple[str, ...]) -> None:
    assert len(set(map(stem, alike))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("spring", "spray"), ("water", "watt"), ("ring", "red"), ("2026", "2025"), ("sees", "sea")],
)
def test_other_words_are_others_to_a_ranking(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_of_pages_with_the_same_words_of_little_weight_one_is_read(tmp_path: Path) -> None:
    body = f"<p>The council has met in the library by the ferry.</p><p>“{SAID},” Ann Lee told the Kelmouth Echo.</p>"
    [each] = searched(tmp_path, body)
    trail = Trail(each)

    def is_read(title: str, score: float = 4.0) -> bool:
        url = f"https://echo.example/{len(title)}"
        return not trail.is_one_too_many(Candidate(url, Provider.SITEMAP, title, score=score))

    assert is_read("Council and library, and a bakery")
    assert not is_read("Council and library, and a tramway")
    assert is_read("Council and the ferry")
    assert is_read("Council and library, and a orchestra", score=7.0)  # much speaks for it


def test_on_a_word_of_the_subject_alone_no_third_page_is_read(tmp_path: Path) -> None:
    body = (
        f"<p>The council has met by the ferry.</p><p>“{SAID},” Ann Lee told the Kelmouth Echo.</p>"
    )
    [each] = searched(tmp_path, body)
    trail = Trail(each, read=["https://echo.example/a", "https://echo.example/b"])
    of_subject = Candidate("https://echo.example/1", Provider.SITEMAP, "A ferry at last", score=2.0)
    of_words = Candidate("https://echo.example/2", Provider.SITEMAP, "A breakwater", score=2.0)
    assert trail.is_one_too_many(of_subject)
    assert not trail.is_one_too_many(of_words)


def test_the_name_of_a_section_says_less_than_a_title(tmp_path: Path) -> None:
    [each] = searched(tmp_path, f"<p>“{SAID},” Ann Lee told the Kelmouth Echo in Harbour Row.</p>")
    paths = ["/harbour/bakery-opens-late", "/news/bakery-of-the-harbour", "/harbour/ferry-sails-on"]
    pages = [Candidate(f"https://echo.example{path}", Provider.SITEMAP) for path in paths]
    others = [Candidate(f"https://echo.example/news/{word}-today-{at}", Provider.SITEMAP) for at, word in enumerate(ANYTHING)]  # fmt: skip
    first, *_ = ranked = Pool([*pages, *others]).ranked(each)
    assert first.url.endswith("/news/bakery-of-the-harbour")
    of_section = [page for page in ranked if "/harbour/" in page.url]
    assert all(page.score < first.score / 2 for page in of_section)
    assert {words_of_weak(page, each) for page in of_section} == {frozenset()}


@pytest.mark.parametrize(("who", "weight"), [("Ann Lee", 3.0), ("an analyst", 1.0)])
def test_an_office_is_no_name(tmp_path: Path, who: str, weight: float) -> None:
    [each] = searched(tmp_path, f"<p>“{SAID},” {who} told the Kelmouth Echo.</p>")
    assert each.weights[stem(who.rsplit(maxsplit=1)[-1].lower())] == weight


def test_what_a_first_page_tells_below_a_headline_leads_to_the_page(
    echo: Press, tmp_path: Path
) -> None:
    echo.robots()
    echo.pages.pop("/sitemap.xml", None)
    cards = [(f"/2026/03/04/{word}-{at}", f"The {word} at last", "Nobody knows why.") for word in ANYTHING for at in (2, 4)]  # fmt: skip
    cards.append(("/2026/03/05/stone-by-stone", "Stone by stone by stone", "Ann Lee on what storms leave of a breakwater."))  # fmt: skip
    rows = "".join(f"<article><h3><a href='{path}'>{title}</a></h3><p>{told}</p></article>" for path, title, told in cards)  # fmt: skip
    echo.put("/", f"<!doctype html><html><head><title>Kelmouth Echo</title></head><body>{rows}</body></html>")  # fmt: skip
    echo.story("/2026/03/05/stone-by-stone", "Stone by stone by stone", f"“{SAID},” said Ann Lee.")
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"
    assert not [path for path in echo.asked if path.startswith("/2026/03/04/")]


def test_behind_a_wall_under_a_title_that_quotes_the_words_nothing_else_is_read(
    echo: Press, tmp_path: Path
) -> None:
    """It is the page: no other one has the words that it does not show."""
    title = "‘We will rebuild the northern breakwater’: Ann Lee"
    others = [(f"/2026/03/04/harbour-{word}", f"Harbour {word} and the storms", DAY) for word in ANYTHING]  # fmt: skip
    echo.sitemap("/sitemap.xml", [(STORY, title, DAY), *others])
    for path, name, _ in others:
        echo.story(path, name, "Nothing of it is to be found here.")
    told = json.dumps({"@type": "NewsArticle", "headline": title, "isAccessibleForFree": False})
    echo.put(
        STORY,
        f"<!doctype html><html><head><title>{title}</title><script type='application/ld+json'>{told}</script></head>"
        f"<body><main><article><h1>{title}</h1><p>The wind had gone round in the night.</p><div class='paywall'>"
        "<h2>Keep reading</h2><p>Subscribe to read the rest of this article. Log in</p></div></article></main></body></html>",
    )
    article(tmp_path)
    report = audit(tmp_path, settings(echo))
    assert quoted(report).verdict == "not-compared"
    assert not [path for path in echo.asked if path.startswith("/2026/03/04/")]
