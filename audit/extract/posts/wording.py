"""What services write around the words of a post: ``audit/extract/data/posts.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words as they are written; the file says of each what it is."""

    shared_by: list[str]
    posted_by: list[str]
    before_day: list[str]
    before_clock: list[str]
    looks: list[str]
    this: str
    things: list[str]
    on: str
    services: list[str]
    lines: list[str]
    shown: list[str]
    more: list[str]


@cache
def wording() -> Wording:
    """The file, read once."""
    text = (files("audit.extract") / "data" / "posts.toml").read_text(encoding="utf-8")
    return Wording(**tomllib.loads(text))
