"""Which articles a command is given: files, folders, patterns, lists, addresses, standard input."""

import glob
import itertools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from audit.cli.folders import STDIN, without_password
from audit.cli.output import say
from audit.cli.own_files import OwnFiles
from audit.errors import ReadError
from audit.read import SUFFIXES, is_url

_MOST_LISTED = 1_000_000  # lines of a list
_PATTERN = frozenset("*?[")


def articles(
    inputs: Sequence[str], lists: Sequence[str] = (), output_dir: Path | None = None
) -> list[str]:
    """The inputs of a command, folders and patterns opened, each file once and in order.

    Args:
        inputs: As on the command line. A folder stands for the articles below it, by their suffix.
        lists: Files with an input a line; blank lines and those that begin with '#' are skipped.
        output_dir: Where reports go. What is there is passed over in folders and patterns, and so are reports
            elsewhere.

    Raises:
        ReadError: A list cannot be read, or a folder or pattern has no article.
    """
    own = OwnFiles(output_dir)
    named = [*inputs, *(line for name in lists for line in _listed(name))]
    found = (one for name in named for one in _opened(without_password(name), own))
    each = list({_place(one): one for one in reversed(list(found))}.values())[::-1]
    if own.passed_over:
        say(f"passed over {own.passed_over} files and folders of reports")
    return each


def _place(name: str) -> str:
    """What is the same for two spellings of one path."""
    return name if name == STDIN or is_url(name) else os.path.abspath(name)  # noqa: PTH100 — follows no link


def _opened(name: str, own: OwnFiles) -> Iterator[str]:
    if name == STDIN or is_url(name):
        yield name
        return
    path = Path(name)
    if _is(path.is_dir):
        below = sorted(_below(path, path, own))
        if not below:
            known = ", ".join(SUFFIXES)
            raise ReadError(f"{name} has no articles below it: their names end in {known}")
        yield from (str(one) for one in below)
    elif not _PATTERN.isdisjoint(name) and not _is(path.exists):
        matched = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 — a pattern may begin at the root
        root = _root_of(path)
        files = [one for one in map(Path, matched) if not one.is_dir() and not own.has(one, root)]
        if not files:
            raise ReadError(f"{name} matches no file: check the pattern and the folder")
        yield from map(str, files)
    else:
        yield name


def _is(asked: Callable[[], bool]) -> bool:
    """The answer of the file system about a path; no where it cannot be one."""
    try:
        return asked()
    except (OSError, ValueError):  # too long, or with a NUL: reading it will say so
        return False


def _root_of(pattern: Path) -> Path:
    """The folder that a pattern names before its first wildcard."""
    plain = itertools.takewhile(_PATTERN.isdisjoint, pattern.parts)
    return Path(*plain)


def _below(folder: Path, root: Path, own: OwnFiles) -> Iterator[Path]:
    """The articles below a folder; hidden folders and files are left alone, links are not followed."""
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            if not own.has(entry, root):
                yield from _below(entry, root, own)
        elif entry.suffix.lower() in SUFFIXES and entry.is_file() and not own.has(entry, root):
            yield entry


def _listed(name: str) -> Iterator[str]:
    try:
        text = sys.stdin.read() if name == STDIN else Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"{name} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is no list: it is not UTF-8") from error
    lines = text.splitlines()
    if len(lines) > _MOST_LISTED:
        raise ReadError(f"{name} lists more than {_MOST_LISTED:,} articles")
    for line in lines:
        if line.strip() and not line.startswith("#"):
            yield line.strip()
