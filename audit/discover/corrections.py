"""Whether a page has words in order to say that they were quoted wrongly."""

import tomllib
from functools import cache
from importlib.resources import files

from audit.discover.words import runs_of
from audit.model import Page

_LONGEST_TITLE = 300
_NEXT = 3  # paragraphs behind words in which a check of facts says what it thinks of them


def is_correction_of(page: Page, runs: frozenset[str]) -> bool:
    """Whether a page is a correction, or every paragraph with some of the words is one.

    Of two paragraphs, the first of which ends in a colon, the second is part of it. A check of
    facts shows the words, and says in one of the next paragraphs that nobody said them.
    """
    phrases, denials, titles = _words()
    title = (page.title or "")[:_LONGEST_TITLE].strip().casefold()
    if any(title.startswith(word) and not title[len(word) :][:1].isalpha() for word in titles):
        return True
    texts = [page.text[block.start : block.end].casefold() for block in page.blocks]
    told: list[bool] = []
    for at, text in enumerate(texts):
        if runs.isdisjoint(runs_of(text)):
            continue
        before = texts[at - 1].rstrip() if at else ""
        whole = f"{before} {text}" if before.endswith(":") else text
        behind = " ".join(texts[at : at + _NEXT + 1])
        told.append(
            any(phrase in whole for phrase in phrases)
            or any(phrase in behind for phrase in denials)
        )
    return bool(told) and all(told)


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The phrases of all languages, those of checks of facts, and the beginnings of titles."""
    known = tomllib.loads((files(__package__) / "corrections.toml").read_text("utf-8"))
    phrases, denials, titles = (
        tuple(sorted({word for words in known[key].values() for word in words}))
        for key in ("phrases", "denials", "titles")
    )
    return phrases, denials, titles
