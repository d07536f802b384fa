"""Words of ``namesakes.toml``: which first names are short for another, and who is not named."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Namesakes:
    """The words as the file has them.

    ``nicknames`` has by a first name in small letters the numbers of the lines that it is in.
    """

    indefinite: frozenset[str]
    before_first: frozenset[str]
    nicknames: dict[str, frozenset[int]]


@cache
def namesakes() -> Namesakes:
    """Those of all languages."""
    text = (files("audit.languages") / "namesakes.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)
    lines: dict[str, frozenset[int]] = {}
    for number, line in enumerate(words["nicknames"]):
        for name in line.split():
            lines[name] = lines.get(name, frozenset()) | {number}
    return Namesakes(
        frozenset(words["indefinite"].split()), frozenset(words["before_first"].split()), lines
    )
