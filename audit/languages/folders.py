"""Where a language's words lie: a folder by its ISO 639-1 code, a file for each stage."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from audit.errors import LanguageError
from audit.languages.schema import parse

TEMPLATE = "template"
"""The folder to copy for a new language: every key, with what it is, and no words."""

_CODE = re.compile("[a-z]{2}")  # ISO 639-1; the readers of the words stand beside these folders


@cache
def folders() -> tuple[str, ...]:
    """The codes of all languages that have a folder, in alphabetical order."""
    return tuple(sorted(_codes()))


def _codes() -> Iterator[str]:
    for folder in files(__package__).iterdir():
        if folder.is_dir() and _CODE.fullmatch(folder.name):
            yield folder.name


def has(language: str, name: str) -> bool:
    """Whether a language's folder has a file."""
    known = language in folders() or language == TEMPLATE
    return known and (files(__package__) / language / name).is_file()


def read(language: str, name: str, schema: type) -> dict[str, Any]:
    """The values of the documented keys in a file of a language's folder.

    Raises:
        LanguageError: The language has no such file, or it is not as ``schema`` wants it.
    """
    if not has(language, name):
        raise LanguageError(
            f"{language}/{name} is missing: {TEMPLATE}/{name} is there to be copied"
        )
    text = (files(__package__) / language / name).read_text(encoding="utf-8")
    return parse(text, schema, f"{language}/{name}")
