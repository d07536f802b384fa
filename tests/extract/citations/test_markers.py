"""Some four hundred marks in eight forms of citing: how many are tied to the address that they stand for."""

from functools import cache

import pytest

from audit.extract import extract
from audit.model import AttributionKind
from audit.read import read_article
from tests.extract.citations.generated import KINDS, LATER, Made, made

EACH = 6  # articles of every kind
BY_AUTHOR = frozenset({"author-year", "author-year-two", "author-year-told"})


def cited(article: Made) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each mark the addresses that are wanted and those that are given."""
    found = [
        attribution
        for attribution in extract(read_article(article.text.encode(), article.format))
        if attribution.kind is not AttributionKind.LINK
    ]
    given = []
    for words, urls in article.wanted:
        saying = [
            attribution
            for attribution in found
            if any(words[1:-3] in part.text for part in attribution.contents)
        ]
        quoted = [
            attribution
            for attribution in saying
            if attribution.kind is not AttributionKind.INDIRECT
        ]
        given.append((urls, (quoted or saying)[0].cited if saying else ()))
    return given


@cache
def measured() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {kind: [] for kind in KINDS}
    for article in made(EACH):
        found[article.kind] += cited(article)
    return found


def test_there_are_marks_enough_and_half_of_their_kinds_came_after_the_code() -> None:
    assert sum(map(len, measured().values())) >= 300
    assert 2 * len(LATER) >= len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_mark_is_tied_to_another_source(kind: str) -> None:
    wrong = [(want, got) for want, got in measured()[kind] if not set(got) <= set(want)]
    assert not wrong


@pytest.mark.parametrize("kind", KINDS)
def test_marks_are_tied_to_their_sources(kind: str) -> None:
    pairs = measured()[kind]
    right = sum(want == got for want, got in pairs)
    assert right >= (0.94 if kind in BY_AUTHOR else 0.99) * len(pairs)
