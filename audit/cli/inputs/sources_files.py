"""The sources files beside articles, and the saved pages and notes that they name."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from audit.config.toml import read_table
from audit.errors import UsageError
from audit.files import real

SOURCES = ".sources.toml"
"""The end of the name of a sources file that lies beside its article."""


def sources_of(article: Path) -> Path:
    """Where the sources file of an article lies, if it has one: NAME.sources.toml beside it."""
    return article.with_name(article.stem + SOURCES)


def given_as_sources(articles: Iterable[Path]) -> frozenset[Path]:
    """The files that a sources file beside one of some articles names, all links followed.

    One that cannot be read names none here: the audit of its article says what is wrong with it.
    """
    return frozenset(
        real(beside.parent / name)
        for article in articles
        for beside in (sources_of(article),)
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
