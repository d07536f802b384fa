"""Keeps the traceback of an internal error in a file, out of the user's sight."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from audit._version import __version__


def traceback_of(error: BaseException) -> str:
    """The traceback of an error.

    What its frames held is let go first: there may be no memory left.
    """
    traceback.clear_frames(error.__traceback__)
    return "".join(traceback.format_exception(error))


def write_log(text: str) -> Path | None:
    """Writes what is known of an internal error to a new file and returns its path.

    The file goes into the user's log folder, or into the temporary one where that cannot be
    written; None where neither can.
    """
    from platformdirs import user_log_path  # noqa: PLC0415 — needed once in a bad day

    lines = f"citeaudit {__version__}, Python {sys.version}\n{text}"
    name = f"citeaudit-{os.getpid()}-"
    for folder in (lambda: user_log_path("citeaudit", appauthor=False, ensure_exists=True), None):
        try:
            handle, path = tempfile.mkstemp(".log", name, folder() if folder is not None else None)
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(lines)
        except OSError:
            continue
        return Path(path)
    return None


def logged(name: str, text: str) -> str:
    """That an exception of a name was raised, and where the log of it is, which has ``text``."""
    if name == MemoryError.__name__:
        return logged_bound("memory ran out", text)
    return f"internal error ({name}, {_where(text)})"


def logged_bound(what: str, text: str) -> str:
    """That something was ended at a bound, and where the log of it is, which has ``text``."""
    return f"{what} ({_where(text)})"


def _where(text: str) -> str:
    path = write_log(text)
    return f"log {path}" if path is not None else "no log could be written"
