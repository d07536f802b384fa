"""Which finished reports a command is given: files, folders of reports, standard input."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from audit.cli.inputs.folders import STDIN
from audit.errors import ReadError

_REPORT = "report.json"


def reports_of(inputs: Sequence[str]) -> list[str]:
    """The reports that are meant, in order; a folder stands for all below it.

    Hidden folders are left alone, and links are not followed.

    Raises:
        ReadError: A folder has no report, or cannot be looked into.
    """
    return [path for name in inputs for path in _opened(name)]


def _opened(name: str) -> Iterator[str]:
    if name == STDIN or not os.path.isdir(name):  # noqa: PTH112 — of a name that no system takes, Path raises
        yield name
        return
    below = sorted(_below(Path(name)))
    if not below:
        raise ReadError(f"{name} has no {_REPORT} below it: name a folder that check wrote to")
    yield from map(str, below)


def _below(folder: Path) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        raise ReadError(f"{error.filename} cannot be looked into: {error.strerror}")

    for place, folders, files in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        if _REPORT in files:
            yield Path(place, _REPORT)
