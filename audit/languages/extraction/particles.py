"""Small words inside names, for what is read in any language: ``name_particles.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

_FILE = "name_particles.toml"


@cache
def particles() -> frozenset[str]:
    """The words that stand inside names and mean nothing else beside them."""
    return _words("particles")


@cache
def particles_and_joining() -> frozenset[str]:
    """The same with those that may part two names as well: 'y'."""
    return particles() | _words("joining")


def _words(key: str) -> frozenset[str]:
    text = (files("audit.languages") / _FILE).read_text(encoding="utf-8")
    words: str = tomllib.loads(text)[key]
    return frozenset(words.split())
