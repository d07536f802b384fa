"""Files that runs of this user keep for later runs, outside of any project.

What such a file says is believed only where nobody else can have written it: a checkout brings
files along, a shared folder lets others in. Nothing here is needed: what is missing is worked out
again.
"""

import os
import stat
from pathlib import Path

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def cache_folder(name: str) -> Path | None:
    """A folder of this user's cache, made where it is missing.

    None where there is none to be believed.
    """
    from platformdirs import user_cache_path  # noqa: PLC0415 — needed where something is kept

    folder = user_cache_path("citeaudit", appauthor=False) / name
    if not folder.is_absolute():  # of a user without a home
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        about = os.fstat(handle)
        is_ours = os.name != "posix" or (
            about.st_uid == os.geteuid() and not about.st_mode & _OTHERS
        )
    finally:
        os.close(handle)
    return folder if is_ours and not is_of_a_project(folder) else None


def objection(path: Path, about: os.stat_result) -> str | None:
    """Why an open file may not be this user's own: the end of a sentence, or None."""
    if not stat.S_ISREG(about.st_mode):
        return "is no regular file"
    if os.name == "posix" and (about.st_uid != os.geteuid() or about.st_mode & _OTHERS):
        return "can be written or read by others than this user"
    if is_of_a_project(path):
        return "lies in the folder that is audited"
    return None


def is_of_a_project(path: Path) -> bool:
    """Whether a file lies below the working folder, where that is not (or above) the user's own."""
    here, file = Path.cwd().resolve(), path.resolve()
    home = Path(os.path.expanduser("~")).resolve()  # noqa: PTH111 — Path.home() raises where there is none
    return file.is_relative_to(here) and not home.is_relative_to(here)
