"""What pages say that stand where an article should: the expressions that ``wall_words.toml`` has.

A wall is named by its table there: 'error', 'bot', 'consent' … Most pages have more words than any
wall, so an expression is made where it is asked for.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, Any]:
    """The tables of the file."""
    return tomllib.loads((files(__package__) / "wall_words.toml").read_text(encoding="utf-8"))


@cache
def names(wall: str) -> re.Pattern[str]:
    """Matches the name of a wall; to be used with ``fullmatch``."""
    return re.compile(f"(?:{_any(tables()[wall]['names'])})")


@cache
def sentences(wall: str) -> re.Pattern[str]:
    """Matches what a wall says where it begins a sentence that says hardly more.

    A sentence that goes on after a comma, or that stands in quotation marks, speaks about such
    words.
    """
    return re.compile(
        rf"(?:^|[.!?…:–。！？؟|] ?){tables()['parts']['apology']}"
        rf"(?:{_any(tables()[wall]['sentences'])})"
        r"[^.!?,;:\"“”„«»…。，]{0,60}(?:[.!?:…|。！？,]? ?$|[.!?:…|。！？])"
    )


@cache
def anywhere(wall: str) -> re.Pattern[str]:
    """Matches what a wall says anywhere in its text."""
    return re.compile(_any(tables()[wall]["anywhere"]))


@cache
def marks(wall: str) -> re.Pattern[bytes]:
    """Matches what stands in the bytes of a wall."""
    return re.compile(_any(tables()[wall]["marks"]).encode(), re.IGNORECASE)


@cache
def segment(page: str) -> re.Pattern[str]:
    """Matches a segment of an address that names a kind of page; to be used with ``fullmatch``."""
    return re.compile(rf"(?:{_any(tables()['paths'][page])})")


@cache
def on_path(page: str) -> re.Pattern[str]:
    """Matches where a segment of a path begins with what is of a page of some kind."""
    return re.compile(rf"/(?:{_any(tables()['paths'][page])})\b", re.IGNORECASE)


def _any(phrases: Sequence[str]) -> str:
    """Any of the phrases, with the named parts in their places."""
    text = "|".join(phrases)
    for name, part in tables()["parts"].items():
        text = text.replace(f"<{name}>", part)
    return text
