"""Prints: results to standard output, everything else to standard error, nothing unescaped."""

import json
import os
import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from audit.report.escape import json_text, visible


class Shape(StrEnum):
    """What a command without reports can print."""

    TERMINAL = "terminal"
    JSON = "json"


Printed = Annotated[
    Shape, typer.Option("--format", "-f", help="What is printed to standard output.")
]


def result(text: str) -> None:
    """Writes a finished result to standard output, as UTF-8 wherever the platform lets us.

    A reader that went away (``citeaudit … | head``) is no error: the exit code stays the audit's.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def result_json(tree: Any) -> None:
    """Writes a tree to standard output, as JSON."""
    result(json_text(json.dumps(tree, indent=2, ensure_ascii=False)) + "\n")


def say(text: str) -> None:
    """One line to standard error."""
    print(visible(text), file=sys.stderr)


def complain(text: str) -> None:
    """One line to standard error that says what went wrong and what to do."""
    say(f"citeaudit: {text}")
