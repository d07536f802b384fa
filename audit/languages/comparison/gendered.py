"""Whether two pronouns stand for a man and a woman: ``gendered.toml``."""

import tomllib
from functools import cache
from importlib.resources import files


def are_of_two(one: str, other: str) -> bool:
    """Whether one of two words is a man's pronoun and the other a woman's, of any language."""
    known = _gendered()
    ours, theirs = known.get(one.casefold()), known.get(other.casefold())
    return ours is not None and theirs is not None and ours != theirs


@cache
def _gendered() -> dict[str, str]:
    text = (files("audit.languages") / "gendered.toml").read_text(encoding="utf-8")
    groups: dict[str, str] = tomllib.loads(text)
    return {word: gender for gender, words in groups.items() for word in words.split()}
