"""How far a batch is, on standard error: a bar on a terminal, else a line every ten seconds."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from audit.cli.console.output import is_hushed, say

_EVERY = 10.0  # seconds between two plain lines


class Step(Protocol):
    """Called when an article is finished."""

    def __call__(self) -> None:
        """One more is done."""
        ...


@contextmanager
def progress(total: int) -> Iterator[Step]:
    """Shows how many of ``total`` articles are finished; nothing for one, or where it is not wanted."""
    if total < 2 or is_hushed():
        yield _nothing
    elif sys.stderr is not None and sys.stderr.isatty():
        from rich.console import Console  # noqa: PLC0415 — only a batch on a terminal needs it
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn  # noqa: PLC0415

        console = Console(stderr=True)
        columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress("articles", *columns, console=console, transient=True) as bar:
            task = bar.add_task("articles", total=total)
            yield lambda: bar.advance(task)
    else:
        yield _Lines(total)


def _nothing() -> None:
    """A single article is over before anybody asks."""


class _Lines:
    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._said = time.monotonic()

    def __call__(self) -> None:
        self._done += 1
        if time.monotonic() - self._said >= _EVERY and self._done < self._total:
            self._said = time.monotonic()
            say(f"{self._done} of {self._total} articles audited")
