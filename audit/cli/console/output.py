"""Prints: results to standard output, everything else to standard error, nothing unescaped."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import TextIOWrapper
from typing import Any

from audit.cli.console.streams import drop
from audit.errors import UsageError
from audit.report.escape import json_text, no_commands, visible


class _Guarded(TextIOWrapper):
    """Standard error as libraries and tracebacks write to it: nothing there is a command."""

    def write(self, text: str, /) -> int:
        super().write(no_commands(text))
        return len(text)


def guard_errors() -> None:
    """Lets nobody write commands for build servers to standard error, not around ``say`` either."""
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr = _Guarded(
            sys.stderr.detach(), encoding="utf-8", errors="backslashreplace", line_buffering=True
        )


def result(text: str, *, commands: bool = False) -> None:
    """Writes a finished result to standard output, as UTF-8 wherever the platform lets us.

    No line of it is a command to a build server, but for a format that is made of ``commands``.
    A reader that went away (``citeaudit … | head``) is no error: the exit code stays the audit's.
    """
    if sys.stdout is None:
        raise UsageError("standard output is closed: send it somewhere, or to /dev/null")
    try:
        sys.stdout.write(text if commands else no_commands(text))
        sys.stdout.flush()
    except BrokenPipeError:
        drop(sys.stdout)
    except OSError as error:
        drop(sys.stdout)
        raise UsageError(f"standard output cannot be written ({error.strerror})") from None


def result_json(tree: Any) -> None:
    """Writes a tree to standard output, as JSON."""
    import json  # noqa: PLC0415 — not needed for --help

    result(json_text(json.dumps(tree, indent=2, ensure_ascii=False)) + "\n")


_hushed: ContextVar[bool] = ContextVar("hushed", default=False)


@contextmanager
def hushed(*, wanted: bool) -> Iterator[None]:
    """Meanwhile, where it is wanted, nothing is said; complaints are made all the same."""
    before = _hushed.set(wanted)
    try:
        yield
    finally:
        _hushed.reset(before)


def is_hushed() -> bool:
    """Whether only complaints are wanted."""
    return _hushed.get()


def say(text: str) -> None:
    """One line to standard error on what is done, unless only complaints are wanted."""
    if not is_hushed():
        _to_errors(text)


def _to_errors(text: str) -> None:
    """One line to standard error, where there is one: without it, the exit code speaks alone."""
    if sys.stderr is None:
        return
    try:
        print(no_commands(visible(text)), file=sys.stderr, flush=True)
    except OSError:
        drop(sys.stderr)


def complain(text: str) -> None:
    """One line to standard error that says what went wrong and what to do."""
    _to_errors(f"citeaudit: {text}")
