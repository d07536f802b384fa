"""Sources that are not where an outlet's lists of today have them: at another domain, behind a wall, in a first page of then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audit.discover.words import is_spelled_out, stem, stems, stems_of_address
from audit.model import Provider, SearchService
from tests.discover.press import DAY, SAID, Press, again, article, audit, press, settings
from tests.discover.test_few_requests import searched as wanted_of
from tests.discover.test_providers import cdx, wayback
from tests.discover.test_what_is_a_source import quoted
from tests.discover.test_what_is_a_source import searched as places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from audit.config import Settings

STORY = "/news/ann-lee-breakwater-rebuilt"
TITLE = "Ann Lee: breakwater will be rebuilt"
WALL = (
    '<!doctype html><html lang="en"><head><title>{title}</title><script type="application/ld+json">'
    '{{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}}</script>'
    "</head><body><main><article><h1>{title}</h1><p>The town has waited for it.</p><div class="
    '"paywall"><h2>Keep reading</h2><p>Subscribe to read the rest of this article. Already a'
    " subscriber? Log in</p></div></article></main></body></html>"
)


@pytest.fixture
def echo() -> Iterator[Press]:
    with press() as served:
        served.robots("/sitemap.xml")
        served.put("/wayback/cdx/search/cdx", cdx(), "application/json")
        yield served


def moved(old: Press, new: str) -> Settings:
    """Settings that know an outlet's old site; the new one may be asked, too."""
    found = settings(old)
    host, _, port = new.removeprefix("http://").partition(":")
    opened = (*found.fetch.allow_private, (host, int(port)))
    return replace(found, fetch=replace(found.fetch, allow_private=opened))


@pytest.mark.parametrize("name", ["Kelmouth Echo", "Best Casinos"])
def test_an_outlet_that_has_moved_is_asked_where_it_is(name: str, tmp_path: Path) -> None:
    """Who has the old address now may be somebody else: the pages have to say whose they are."""
    with press() as old, press() as new:
        there = new.base.replace("127.0.0.1", "localhost")
        new.put("/robots.txt", f"User-agent: *\nSitemap: {there}/sitemap.xml\n", "text/plain")
        row = f"<url><loc>{there}{STORY}</loc><lastmod>{DAY}</lastmod></url>"
        new.put("/sitemap.xml", f"<urlset>{row}</urlset>", "application/xml")
        new.story(STORY, f"{TITLE} | {name}", f"“{SAID},” said Ann Lee.")
        old.put("/robots.txt", "")
        old.locations["/robots.txt"] = f"{there}/robots.txt"
        article(tmp_path)
        found = moved(old, there)
        report = audit(tmp_path, found)
        assert (quoted(report).verdict == "verbatim") is (name == "Kelmouth Echo")
        assert again(tmp_path, found).findings == report.findings


@pytest.mark.parametrize("path", ["/sitemap.xml", "/"])
def test_a_list_that_leads_to_another_host_moves_nobody(path: str, tmp_path: Path) -> None:
    with press() as old, press() as new:
        there = new.base.replace("127.0.0.1", "localhost")
        row = f"<url><loc>{there}{STORY}</loc><lastmod>{DAY}</lastmod></url>"
        new.put("/sitemap.xml", f"<urlset>{row}</urlset>", "application/xml")
        new.put("/", f"<a href='{STORY}'>{TITLE}</a>")
        new.story(STORY, f"{TITLE} | Kelmouth Echo", f"“{SAID},” said Ann Lee.")
        old.robots("/sitemap.xml")
        old.put(path, "")
        old.locations[path] = f"{there}{path}"
        article(tmp_path)
        assert quoted(audit(tmp_path, moved(old, there))).standing == "unlinked"
        assert STORY not in new.asked


@pytest.mark.parametrize("is_open", [True, False])
def test_of_a_page_behind_a_wall_the_copy_of_then_is_read(
    *, is_open: bool, echo: Press, tmp_path: Path
) -> None:
    echo.sitemap("/sitemap.xml", [(STORY, TITLE, DAY)])
    echo.put(STORY, WALL.format(title=TITLE))
    echo.story("/open", TITLE, f"“{SAID},” said Ann Lee.")
    copy = f"/wayback/web/20260305235959id_/{echo.base}{STORY}"
    echo.pages[copy] = echo.pages["/open" if is_open else STORY]
    article(tmp_path)
    found = wayback(settings(echo))
    report = audit(tmp_path, found)
    assert (quoted(report).verdict == "verbatim") is is_open
    assert echo.asked.count(copy) == 1
    assert again(tmp_path, found).findings == report.findings


def test_numbers_of_then_are_looked_up_in_the_first_page_of_then(
    echo: Press, tmp_path: Path
) -> None:
    """The sitemap has the page of that day among others, and nothing says which it is."""
    rows = "".join(f"<url><loc>{echo.base}/a/74-200{at}</loc><lastmod>{DAY}</lastmod></url>" for at in range(10, 30))  # fmt: skip
    echo.put("/sitemap.xml", f"<urlset>{rows}</urlset>", "application/xml")
    echo.story("/a/74-20027", TITLE, f"“{SAID},” said Ann Lee.")
    first = f"<!doctype html><a href='/a/74-20027'>{TITLE}</a><a href='/a/74-20011'>Six stews</a>"
    echo.put(f"/wayback/web/20260305180000id_/{echo.base}/", first)
    article(tmp_path)
    assert quoted(audit(tmp_path, wayback(settings(echo)))).verdict == "verbatim"
    assert not any("/cdx/" in path for path in echo.asked)
    assert sum("/a/74-" in path for path in echo.asked) == 1


PAGE = "<!doctype html><title>Search</title><p>No results? Try other words.</p>"


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [(PAGE, "its answer is neither JSON nor a feed"), ('{"results": []}', ""), ("[]", "")],
)
def test_a_service_that_answers_with_a_page_is_told(
    answer: str, trouble: str, echo: Press, tmp_path: Path
) -> None:
    """An editor who reads 'no pages listed' would believe that it was searched."""
    echo.put("/search", answer)
    service = SearchService(url=f"{echo.base}/search?q={{query}}")
    article(tmp_path)
    report = audit(tmp_path, settings(echo, search=service))
    places = places_of(report).places
    [place] = [each for each in places if each.provider is Provider.SEARCH_SERVICE]
    assert (place.listed, place.trouble) == (0, trouble)


def test_an_index_of_copies_that_answers_with_a_page_is_told(echo: Press, tmp_path: Path) -> None:
    echo.put("/wayback/cdx/search/cdx", PAGE)
    article(tmp_path)
    report = audit(tmp_path, wayback(settings(echo)))
    [place] = [each for each in places_of(report).places if each.provider is Provider.WAYBACK]
    assert place.trouble == "its answer is no list"


def test_a_few_pages_are_read_one_by_one_on_a_word_alone(echo: Press, tmp_path: Path) -> None:
    names = ("harbour", "ferry", "notes", "council", "letters")
    echo.sitemap("/sitemap.xml", [(f"/n/{name}", f"About the {name}", DAY) for name in names])
    for name in names:
        said = f"“{SAID},” said Ann Lee." if name == "council" else "Nothing new."
        echo.story(f"/n/{name}", f"About the {name}", said)
    article(tmp_path)
    assert quoted(audit(tmp_path, settings(echo))).verdict == "verbatim"


def test_a_paper_in_quotation_marks_is_looked_at_by_the_end_of_its_name(tmp_path: Path) -> None:
    one, other = "Wer im Stau gestanden ist, der schaut anders", "Ein Lift ist kein Dach über dem Kopf"  # fmt: skip
    body = (
        f"<p>„{one}“, sagte Anna Weber der „Presse“. „{one} heute“, sagte sie „Die Presse“.</p>"
        f"<p>„{one} als früher“, sagte Anna Weber der Tageszeitung „Die Presse“.</p>"
        f"<p>„{other}“, sagte die Ökonomin Valerie Stöger im Gespräch mit der „Presse“.</p>"
    )
    every = wanted_of(tmp_path, body, "de")
    [each] = [each for each in every if other in each.quotation]
    assert (each.outlet or each.beside) is not None
    assert each.sites == ("https://www.diepresse.com/",)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("A maré é o único fiscal", "a-mare-e-o-unico-fiscal"),
        ("Brücke über die Donau", "bruecke-ueber-die-donau"),
        ("Brücke über die Donau", "brucke-uber-die-donau"),
        ("Æresdoktor på Ærø", "aeresdoktor-pa-aero"),
        ("L’œuvre inachevée", "l-oeuvre-inachevee"),
        ("Qu’un verre d'eau", "un-verre-d-eau"),
        ("La crisi dell’acqua", "crisi-dell-acqua"),
    ],
)
def test_addresses_spell_words_without_marks(words: str, slug: str) -> None:
    assert stems(words) <= stems_of_address(f"https://e.example/{slug}")


@pytest.mark.parametrize("alike", [("argue", "argued", "arguing"), ("Straße", "strasse")])
def test_forms_stay_alike(alike: tuple[str, ...]) -> None:
    assert len({stem(word.casefold()) for word in alike}) == 1


@pytest.mark.parametrize(
    ("path", "is_told"),
    [
        ("/doc/8123456", False),
        ("/node/1023", False),
        ("/a/74-20123", False),
        ("/press-releases/20123", False),
        ("/politics/budget", True),
        ("/Ein-Laken-auf-dem-Gletschereis-im-Juni/!6123/", True),
        ("/news/2026/03/05/budget-vote-31.html", True),
        ("/", False),
    ],
)
def test_addresses_that_say_what_their_page_is(path: str, *, is_told: bool) -> None:
    assert is_spelled_out(f"https://e.example{path}") is is_told
