"""Whether a page has words in order to say that they were quoted wrongly."""

import tomllib
from functools import cache
from importlib.resources import files

from audit.discover.words import runs_of
from audit.model import Page

_LONGEST_TITLE = 300


def is_correction_of(page: Page, runs: frozenset[str]) -> bool:
    """Whether a page is a correction, or every paragraph with some of the words is one.

    Of two paragraphs, the first of which ends in a colon, the second is part of it.
    """
    phrases, titles = _words()
    title = (page.title or "")[:_LONGEST_TITLE].strip().casefold()
    if any(title.startswith(word) and not title[len(word) :][:1].isalpha() for word in titles):
        return True
    before = ""
    told: list[bool] = []
    for block in page.blocks:
        text = page.text[block.start : block.end].casefold()
        if not runs.isdisjoint(runs_of(text)):
            whole = f"{before} {text}" if before.endswith(":") else text
            told.append(any(phrase in whole for phrase in phrases))
        before = text.rstrip()
    return bool(told) and all(told)


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases of all languages, and the beginnings of titles."""
    known = tomllib.loads((files(__package__) / "corrections.toml").read_text("utf-8"))
    phrases, titles = (
        tuple(sorted({word for words in known[key].values() for word in words}))
        for key in ("phrases", "titles")
    )
    return phrases, titles
