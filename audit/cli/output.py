"""Prints: results to standard output, everything else to standard error, nothing unescaped."""

import os
import sys

from audit.report.escape import visible


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


def say(text: str) -> None:
    """One line to standard error."""
    print(visible(text), file=sys.stderr)


def complain(text: str) -> None:
    """One line to standard error that says what went wrong and what to do."""
    say(f"citeaudit: {text}")
