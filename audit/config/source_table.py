"""One ``[[source]]`` of the sources file: what its values may be.

A table in which all is as it should be needs no schema, and so no pydantic, which takes longer to
load than most audits: what is told of mistakes is the schema's alone (``schema.SourceTable``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

LONGEST_LINE = 2000  # characters
LAST_LINE = 10_000_000  # of an article
_LONGEST_PART = 255  # bytes of a name in a path


@dataclass(frozen=True, slots=True)
class GivenSource:
    """The values of a table, blanks around them taken off; None for what it does not give."""

    outlet: str | None = None
    speaker: str | None = None
    line: int | None = None
    url: str | None = None
    file: str | None = None
    heard: bool | None = None


def plainly_given(table: Mapping[str, Any]) -> GivenSource | None:
    """The values of a table that the schema would take as they stand.

    None where it is to look at them.
    """
    if not table.keys() <= set(GivenSource.__slots__):
        return None
    if not all(_is_plain(key, value) for key, value in table.items()):
        return None
    try:
        web_address(table.get("url", "https://news.example/"))
        file_name(table.get("file", ""))
    except ValueError:
        return None
    return GivenSource(**table)


def _is_plain(key: str, value: object) -> bool:
    if key == "heard":
        return isinstance(value, bool)
    if key == "line":
        return type(value) is int and 1 <= value <= LAST_LINE
    if not isinstance(value, str) or not value or not value.isprintable():
        return False
    return len(value) <= LONGEST_LINE and value == value.strip()


def file_name(value: str) -> str:
    """A path that a system takes.

    Raises:
        ValueError: None would take it.
    """
    parts = PurePath(value).parts
    if not value.isprintable() or any(len(part.encode()) > _LONGEST_PART for part in parts):
        raise ValueError("no system takes it")
    return value


def web_address(value: str) -> str:
    """An address of the web, without a user's name or password.

    Raises:
        ValueError: It is none.
    """
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("not of the web")
    if "@" in parts.netloc:
        raise ValueError("a user name or password")
    if any(character.isspace() or not character.isprintable() for character in value):
        raise ValueError("white space or control characters")
    return value
