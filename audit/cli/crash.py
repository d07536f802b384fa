"""Keeps the traceback of an internal error in a file, out of the user's sight."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

from platformdirs import user_log_path

from audit._version import __version__


def write_log(error: BaseException) -> Path:
    """Writes the traceback of ``error`` to a new file and returns its path.

    The file goes into the user's log folder, or into the temporary one where that cannot be written.
    """
    lines = [
        f"citeaudit {__version__}, Python {sys.version}\n",
        *traceback.format_exception(error),
    ]
    name = f"citeaudit-{os.getpid()}-"
    try:
        folder = user_log_path("citeaudit", appauthor=False, ensure_exists=True)
        handle, path = tempfile.mkstemp(".log", name, folder)
    except OSError:
        handle, path = tempfile.mkstemp(".log", name)
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(lines)
    return Path(path)
