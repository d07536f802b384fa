"""Pages as bytes, and a short way to see what became of them."""

from audit.model import UNSEEN, Page, Zone
from audit.page.formats import source_text

_OUT_OF_SIGHT = UNSEEN | {Zone.FOLDED}


def read(markup: str) -> Page:
    return source_text(markup.encode(), "text/html; charset=utf-8")


def shown(markup: str) -> list[str]:
    """The blocks that a reader sees."""
    page = read(markup)
    return [page.text[b.start : b.end] for b in page.blocks if b.zone not in _OUT_OF_SIGHT]


def hidden(markup: str) -> list[str]:
    page = read(markup)
    return [page.text[b.start : b.end] for b in page.blocks if b.zone in _OUT_OF_SIGHT]


def in_zone(markup: str, zone: Zone) -> list[str]:
    page = read(markup)
    return [page.text[b.start : b.end] for b in page.blocks if b.zone is zone]


def zone_of(markup: str, words: str) -> Zone:
    """The zone in which words stand that the page has once."""
    page = read(markup)
    assert page.text.count(words) == 1
    at = page.text.index(words)
    return next(b.zone for b in page.blocks if b.start <= at < b.end)
