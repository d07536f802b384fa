"""Whether a page has words in order to say that they were quoted wrongly."""

import tomllib
from functools import cache
from importlib.resources import files

from audit.discover.words import runs_of
from audit.model import Page

_LONGEST_TITLE = 300
_LABELS = 4  # blocks of a page among which the name of its section stands
_BEHIND = frozenset({"", *":.,;|/)–—!\n"})
_NEXT = 3  # paragraphs behind words in which a check of facts says what it thinks of them


def is_correction_of(page: Page, runs: frozenset[str]) -> bool:
    """Whether a page is a correction, or every paragraph with some of the words is one.

    Of two paragraphs, the first of which ends in a colon, the second is part of it. A check of
    facts shows the words, and says in one of the next paragraphs that nobody said them.
    """
    phrases, denials, made_up, titles = _words()
    title = (page.title or "")[:_LONGEST_TITLE].strip().casefold()
    texts = [page.text[block.start : block.end].casefold() for block in page.blocks]
    labels = (title, *(text.lstrip() for text in texts[:_LABELS]))
    if any(title.startswith(word) and not title[len(word) :][:1].isalpha() for word in titles):
        return True
    if any(_is_label(label, made_up) for label in labels):
        return True
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


def _is_label(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is one of the words, or begins with it and a colon or the like."""
    return any(text.startswith(word) and text[len(word) :][:1] in _BEHIND for word in words)


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    """The phrases of all languages, those of checks of facts, of jokes, and titles' beginnings."""
    known = tomllib.loads((files(__package__) / "corrections.toml").read_text("utf-8"))
    return tuple(
        tuple(sorted({word for words in known[key].values() for word in words}))
        for key in ("phrases", "denials", "made_up", "titles")
    )
