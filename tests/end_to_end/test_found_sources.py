"""Sources that nobody linked, in a made web of forty outlets: found by searching, and none mistaken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from audit.capture import begin_run
from audit.model import Discover
from benchmarks.made_web.measure import Answered, Audited, audited, settings
from benchmarks.made_web.outlets import Lists
from benchmarks.made_web.proxy import serving
from benchmarks.made_web.site import WAYBACK, Web
from benchmarks.made_web.world import EACH, Asked, world

_ARTICLES = 12
_PAGES = 600
_TRIES = 4  # of a sitemap that answers 429
_MOST_REQUESTS = 6
_LEAST_FOUND = 0.7  # the benchmark has the figure for all of them


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Audited]]:
    folder = tmp_path_factory.mktemp("made-web")
    made = world(2 * _ARTICLES, _PAGES)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    with serving(Web(made), authority) as proxy, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HTTPS_PROXY", proxy)
        patch.setenv("HTTP_PROXY", proxy)
        held = settings(Path(folder, "ca.pem"), Discover.NAMED)
        run = begin_run(held.fetch)
        quick = [article for article in made.articles if not any(map(_is_slow, article.asked))]
        yield [audited(article, folder, proxy, held, run) for article in quick[:_ARTICLES]]


def _is_slow(asked: Asked) -> bool:
    """Whether the outlet has a list that takes seconds to read: the benchmark has those."""
    return asked.site.lists in {Lists.BIG, Lists.ENDLESS}


def _is_redirected(url: str) -> bool:
    """Whether an address of the made web only leads to another."""
    return not url.startswith(("https://www.", f"https://{WAYBACK}/"))


@pytest.fixture
def answered(done: list[Audited]) -> list[Answered]:
    return [each for audit in done for each in audit.answered]


def test_every_article_is_read_as_it_was_made(answered: list[Answered]) -> None:
    assert len(answered) > _ARTICLES * (EACH - 1)
    assert all(each.is_read for each in answered)


def test_no_page_is_called_a_source_that_is_none(answered: list[Answered]) -> None:
    assert [(each.asked.words, each.found) for each in answered if each.is_wrong] == []


def test_most_sources_are_found_and_judged_by_their_words(answered: list[Answered]) -> None:
    can = [each for each in answered if each.asked.kind.can_be_found]
    right = [each for each in can if each.is_right]
    assert len(right) >= _LEAST_FOUND * len(can)
    assert all(each.is_judged_right for each in right)


def test_what_is_not_found_says_where_it_was_looked_for(answered: list[Answered]) -> None:
    for each in answered:
        if each.found is None:
            assert each.told
            assert each.told[0].startswith("Searched, not found: ")


def test_no_more_is_asked_than_was_agreed(done: list[Audited]) -> None:
    for audit in done:
        redirected = sum(map(_is_redirected, audit.requests))
        assert audit.requests.total() - redirected <= _MOST_REQUESTS * len(audit.answered)
        again = {url: number for url, number in audit.requests.items() if number > 1}
        assert all(
            url.endswith("/sitemap.xml") and number <= _TRIES for url, number in again.items()
        )
