"""Prints: results to standard output, everything else to standard error, nothing unescaped."""

import json
import os
import sys
from enum import StrEnum
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from audit.report.escape import json_text, no_commands, visible


class Shape(StrEnum):
    """What a command without reports can print."""

    TERMINAL = "terminal"
    JSON = "json"


Printed = Annotated[
    Shape, typer.Option("--format", "-f", help="What is printed to standard output.")
]


class _Guarded(TextIOWrapper):
    """Standard error as libraries, warnings and tracebacks write to it: nothing there is a command."""

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
    try:
        sys.stdout.write(text if commands else no_commands(text))
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def result_json(tree: Any) -> None:
    """Writes a tree to standard output, as JSON."""
    result(json_text(json.dumps(tree, indent=2, ensure_ascii=False)) + "\n")


def say(text: str) -> None:
    """One line to standard error."""
    print(no_commands(visible(text)), file=sys.stderr)


def complain(text: str) -> None:
    """One line to standard error that says what went wrong and what to do."""
    say(f"citeaudit: {text}")
