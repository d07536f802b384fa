"""Which articles a command is given: files, folders, patterns, lists, URLs, standard input."""

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from audit.cli.console.output import complain, say
from audit.cli.console.streams import standard_input
from audit.cli.inputs.folders import STDIN, without_password
from audit.cli.inputs.own_files import OwnFiles
from audit.cli.inputs.passed_over import PassedOver
from audit.cli.inputs.sources_files import given_as_sources
from audit.errors import ReadError
from audit.files import read_file, real
from audit.model.counted import counted
from audit.read import is_url, meant_address, suffixes

_MOST_LISTED = 1_000_000  # lines of a list
_LARGEST_LIST = 100_000_000  # bytes
_PATTERN = frozenset("*?[")


def articles(
    inputs: Sequence[str],
    lists: Sequence[str] = (),
    output_dir: Path | None = None,
    *,
    exclude: Sequence[str] = (),
    changed: Callable[[Path], bool] | None = None,
) -> list[str]:
    """The inputs of a command, folders and patterns opened, each file once and in order.

    Args:
        inputs: As on the command line. A folder stands for the articles below it, by their suffix.
        lists: Files with an input a line; blank lines and those that begin with '#' are skipped.
        output_dir: Where reports go. What is there is passed over in folders and patterns, and so
            are reports elsewhere.
        exclude: Patterns of what is passed over in folders and patterns, beside what is no article.
        changed: Whether a local file is to be audited; all are when None.

    Raises:
        ReadError: A list cannot be read, or a folder or pattern has no article.
    """
    own = OwnFiles(output_dir)
    passed = PassedOver(exclude)
    named = [*inputs, *(line for name in lists for line in _listed(name))]
    found = [path for name in named for path in _opened(without_password(name), own, passed)]
    each = list({_place(path): path for path in reversed(found)}.values())[::-1]
    if own.passed_over:
        say(
            f"passed over {counted(own.passed_over, 'file or folder', 'files and folders')} of reports"
        )
    if passed.line:
        say(passed.line)
    if changed is None:
        return each
    kept = [name for name in each if name == STDIN or is_url(name) or changed(Path(name))]
    if same := len(each) - len(kept):
        say(f"passed over {counted(same, 'article that has', 'articles that have')} not changed")
    return kept


def _place(name: str) -> str:
    """What is the same for two spellings of one path."""
    return name if name == STDIN or is_url(name) else os.path.abspath(name)  # noqa: PTH100 — follows no link


def _opened(name: str, own: OwnFiles, passed: PassedOver) -> Iterator[str]:
    if name == STDIN or is_url(name):
        yield name
        return
    if not name:
        raise ReadError("a name is empty: name an article, a folder or a URL")
    path = Path(name)
    if os.path.isdir(name):  # noqa: PTH112 — of a name that no system takes, Path raises
        below = _no_sources(sorted(_within(path, _below(path, own, passed))), passed)
        if not below and not passed.reasons:
            known = ", ".join(suffixes())
            raise ReadError(f"{name} has no articles below it: their names end in {known}")
        yield from map(str, below)
    elif not os.path.exists(name) and not _PATTERN.isdisjoint(name):  # noqa: PTH110 — the same
        root = _fixed(path)
        found = [file for file in _matched(name) if not own.has(file, root)]
        files = [file for file in found if not _is_passed_over(file, root, passed)]
        if not found:
            address = meant_address(name)
            advice = f"did you mean {address}?" if address else "check the pattern and the folder"
            raise ReadError(f"{name} matches no file: {advice}")
        yield from map(str, _no_sources([*_within(root, files)], passed))
    else:
        yield name


def _no_sources(found: Sequence[Path], passed: PassedOver) -> list[Path]:
    """The files that were found, less those that lie there as sources of others."""
    given = given_as_sources(found)
    kept = [file for file in found if not given or real(file) not in given]
    if len(kept) < len(found):
        passed.reasons["that sources files name"] += len(found) - len(kept)
    return kept


def _matched(pattern: str) -> list[Path]:
    try:
        found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 — a pattern may begin at the root
    except RecursionError:
        raise ReadError(f"{pattern}: folders lie too deep there: name one further down") from None
    return [path for path in map(Path, found) if not path.is_dir()]


def _below(root: Path, own: OwnFiles, passed: PassedOver) -> Iterator[Path]:
    """The articles below a folder; what is hidden is left alone, links are not followed.

    A folder below it that cannot be looked into is told of; the others are not left for it.
    """
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = list(folder.iterdir())
        except OSError as error:
            told = f"{folder} cannot be looked into: {error.strerror}"
            if folder == root:
                raise ReadError(told) from None
            complain(f"{told}; its articles are passed over")
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir() and not entry.is_symlink():
                if not own.has(entry, root) and not passed.has(entry, is_folder=True):
                    folders.append(entry)
            elif (
                entry.suffix.lower() in suffixes()
                and entry.is_file()
                and not own.has(entry, root)
                and not passed.has(entry, is_folder=False)
            ):
                yield entry


def _is_passed_over(file: Path, root: Path, passed: PassedOver) -> bool:
    """Whether a file that a pattern matched is passed over, or a folder on the way to it."""
    above = [folder for folder in file.parents if folder != root and folder.is_relative_to(root)]
    if any(passed.has(folder, is_folder=True) for folder in reversed(above) if folder != Path()):
        return True
    return passed.has(file, is_folder=False)


def _within(folder: Path, found: Iterable[Path]) -> Iterator[Path]:
    """What was found and not named, less the links out of its folder, or to what is hidden."""
    root = folder.resolve()
    for path in found:
        try:
            file = path.resolve()
        except (OSError, RuntimeError):  # links in a circle
            file = None
        if file is None or not file.is_relative_to(root):
            say(f"{path} is passed over: its link leads out of {folder}")
        elif any(part.startswith(".") for part in file.relative_to(root).parts):
            say(f"{path} is passed over: its link leads to what is hidden in {folder}")
        else:
            yield path


def _fixed(pattern: Path) -> Path:
    """The folder in which a pattern looks: its parts before the first that is a pattern."""
    parts = takewhile(_PATTERN.isdisjoint, pattern.parts)
    return Path(*parts)


def _listed(name: str) -> Iterator[str]:
    try:
        if name == STDIN:
            data = standard_input(_LARGEST_LIST)
        else:
            data = read_file(Path(name), _LARGEST_LIST)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"{name} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{name} is no list: it is not UTF-8") from error
    if len(data) > _LARGEST_LIST:
        raise ReadError(
            f"{name} is larger than {_LARGEST_LIST // 1_000_000} MB: is it the right file?"
        )
    lines = text.splitlines()
    if len(lines) > _MOST_LISTED:
        raise ReadError(f"{name} lists more than {_MOST_LISTED:,} articles")
    for line in lines:
        if line.strip() and not line.startswith("#"):
            yield line.strip()
