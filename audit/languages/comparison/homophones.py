"""Words that sound the same though no rule of spelling says so: ``homophones.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def homophones() -> Mapping[str, str]:
    """The first word of its group for each word, without spaces, of all languages."""
    text = (files("audit.languages") / "homophones.toml").read_text(encoding="utf-8")
    return {
        word: group.split()[0]
        for groups in tomllib.loads(text).values()
        for group in groups
        for word in group.split()
    }
