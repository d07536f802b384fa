"""All articles of a run, those in files of many among them: JSON Lines, and crawls."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.capture import crawled_pages
from audit.cli.console.output import complain
from audit.cli.inputs.articles import articles
from audit.cli.inputs.folders import PARTED, STDIN
from audit.cli.inputs.lines import SUFFIXES, Line, lines_of
from audit.errors import CaptureError, ReadError
from audit.read import is_url

_CRAWLS = (".warc", ".warc.gz", ".wacz")
_BEGINS = b"{"


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles of a run, by name and in order.

    ``lines`` are those that stand in a line of a file. ``crawls`` are archives whose pages are
    articles, named by their addresses. ``failed`` says which lines have no article.
    """

    names: tuple[str, ...]
    lines: Mapping[str, Line] = field(default_factory=dict)
    crawls: tuple[Path, ...] = ()
    failed: tuple[ReadError, ...] = ()

    @property
    def is_of_many(self) -> bool:
        """Whether a file of many was among the inputs: it is a batch, however many it has."""
        return bool(self.lines or self.crawls or self.failed)


@contextmanager
def selected(
    inputs: Sequence[str],
    lists: Sequence[str],
    output_dir: Path,
    *,
    exclude: Sequence[str] = (),
    changed: Callable[[Path], bool] | None = None,
) -> Iterator[Selection]:
    """The articles of a run; see ``articles``. What was piped in as lines is kept meanwhile.

    Raises:
        ReadError: A list or a file cannot be read, or a folder or pattern has no article.
    """
    with TemporaryDirectory(prefix="citeaudit-") as folder:
        spooled = _spooled(inputs, Path(folder))
        found = articles(inputs, lists, output_dir, exclude=exclude, changed=changed)
        names: dict[str, None] = {}
        lines: dict[str, Line] = {}
        crawls: list[Path] = []
        failed: list[ReadError] = []
        for name in found:
            if name == STDIN and spooled is not None:
                _take_lines(spooled, STDIN, names, lines, failed)
            elif is_url(name) or not _is_file(Path(name.partition(PARTED)[0])):
                names[name] = None
            elif name.partition(PARTED)[0].lower().endswith(SUFFIXES):
                _take_lines(Path(name.partition(PARTED)[0]), name, names, lines, failed)
            elif name.lower().endswith(_CRAWLS):
                names.update(dict.fromkeys(_pages_of(Path(name))))
                crawls.append(Path(name))
            else:
                names[name] = None
        yield Selection(tuple(names), lines, tuple(crawls), tuple(failed))


def _take_lines(
    path: Path,
    wanted: str,
    names: dict[str, None],
    lines: dict[str, Line],
    failed: list[ReadError],
) -> None:
    """The articles of a file, or the one that is wanted; of two with one id, both are kept."""
    shown = STDIN if wanted == STDIN else str(path)
    for found in lines_of(path):
        if isinstance(found, ReadError):
            if PARTED not in wanted:
                failed.append(found)
            continue
        name, line = f"{shown}{found[0].removeprefix(str(path))}", found[1]
        if PARTED in wanted and name != wanted:
            continue
        if name in lines:
            name = f"{name}{PARTED}{line.number}"
        names[name], lines[name] = None, line


def _is_file(path: Path) -> bool:
    """Whether a file is there; False of a name that no file can have, which reading refuses."""
    try:
        return path.is_file()
    except OSError:
        return False


def _pages_of(path: Path) -> Iterator[str]:
    try:
        yield from crawled_pages(path, lambda offset: complain(_told_of_cut(path, offset)))
    except CaptureError as error:
        raise ReadError(str(error)) from error


def _told_of_cut(path: Path, offset: int) -> str:
    return (
        f"{path} breaks off behind byte {offset:,}: the pages before are audited, what came after is"
        " missing; take the whole file"
    )


def _spooled(inputs: Sequence[str], folder: Path) -> Path | None:
    """Standard input in a file, where it is to be read and is JSON Lines; None where it is not."""
    if STDIN not in inputs or sys.stdin is None:
        return None
    stream = sys.stdin.buffer
    try:
        peek = getattr(stream, "peek", None)
        if peek is None or not peek(1).startswith(_BEGINS):
            return None
        path = folder / "stdin.jsonl"
        with path.open("wb") as file:
            shutil.copyfileobj(stream, file)
    except OSError as error:
        raise ReadError(f"standard input cannot be read: {error.strerror or error}") from None
    return path
