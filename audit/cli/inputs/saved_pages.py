"""The saved pages and notes in a folder that lie there as sources of its articles."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from audit.config.toml import read_table
from audit.errors import UsageError
from audit.files import real

_SOURCES = ".sources.toml"


def given_as_sources(articles: Iterable[Path]) -> frozenset[Path]:
    """The files that a sources file beside one of some articles names, all links followed.

    One that cannot be read names none here: the audit of its article says what is wrong with it.
    """
    return frozenset(
        real(beside.parent / name)
        for article in articles
        for beside in (article.with_name(article.stem + _SOURCES),)
        if beside.is_file() and not beside.is_symlink()
        for name in _named_in(beside)
    )


def _named_in(path: Path) -> Iterator[str]:
    document: dict[str, object] = {}
    with suppress(UsageError):
        document = read_table(path)
    tables = document.get("source")
    for table in tables if isinstance(tables, list) else ():
        name = table.get("file") if isinstance(table, dict) else None
        if isinstance(name, str) and name and "\0" not in name:
            yield name
