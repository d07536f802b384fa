"""``citeaudit index``: pages of folders, archives and lists into a corpus."""

import os
from collections.abc import Sequence
from pathlib import Path

from audit.capture import load_shared
from audit.cli.console.output import complain, say
from audit.cli.exits import Exit
from audit.cli.runs.workers import workers_for
from audit.config import load_settings
from audit.corpus.build import Built, build
from audit.errors import ReadError, UsageError
from audit.model.counted import counted


def index_pages(inputs: Sequence[Path], corpus: Path | None, jobs: int) -> Exit:
    """Adds pages to a corpus, and says what came of it."""
    if corpus is None:
        raise UsageError("--corpus FILE: say which file the pages go to")
    for path in inputs:
        try:
            there = path.exists()
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
        if not there:
            raise UsageError(f"{path}: there is no such file or folder")
    was_there = os.path.lexists(corpus)
    load_shared()
    with workers_for(load_settings(), tasks=0, beside=jobs) as workers:
        built = build(inputs, corpus, workers, jobs)
    for line in built.unreadable:
        complain(line)
    if built.left_out > len(built.unreadable):
        complain(f"and {built.left_out - len(built.unreadable):,} more that could not be read")
    if not built.added and not built.known and not was_there:
        corpus.unlink(missing_ok=True)  # it has no page: nobody asked for an empty file
    else:
        say(f"{corpus}: {_counts(built)}")
    if not built.added and not built.known:
        raise ReadError("no page with words was found: name folders of pages, archives or lists")
    return Exit.OK


def _counts(built: Built) -> str:
    counts = [
        f"{counted(built.added, 'page')} added",
        f"{counted(built.known, 'was', 'were')} there already",
    ]
    if built.empty:
        counts.append(f"{built.empty:,} without words of a page")
    if built.own:
        counts.append(f"{counted(built.own, 'file')} of reports passed over")
    if built.left_out:
        counts.append(f"{built.left_out:,} left out")
    return ", ".join(counts)
