"""Files of the machine: read only where they are files, written whole, and through no link.

A checkout is somebody else's: where an output is to go there may stand a link to a file that
matters, and what is to be read may be a device without an end. What a name on the command line
leads to is the user's own affair; the last part of a name that we choose ourselves is never
followed.

Everything here raises ``OSError`` with a ``strerror`` that says what is the matter; who calls says
what to do.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Literal

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)  # nor does Windows know the others
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # a named pipe would keep us until somebody writes
_ALWAYS = _BINARY | getattr(os, "O_CLOEXEC", 0)
_TEMPORARY = ".part"


def open_file(path: Path, mode: Literal["rb", "r+b"] = "rb") -> BinaryIO:
    """Opens a file that is there; a link is followed.

    Raises:
        OSError: It cannot be opened, or is a folder, a device, a pipe or a socket.
    """
    flags = os.O_RDONLY if mode == "rb" else os.O_RDWR
    return _opened(path, flags | _NO_WAIT, mode)


def read_file(path: Path, most: int) -> bytes:
    """A file's bytes, at most one more than ``most``, which tells that the file is larger.

    Raises:
        OSError: As for ``open_file``.
    """
    with open_file(path) as file:
        return file.read(most + 1)


def size_of(given: str | bytes) -> int:
    """How many bytes a file has, or what was given in its place; 0 where that cannot be told."""
    if isinstance(given, bytes):
        return len(given)
    try:
        return os.stat(given).st_size  # noqa: PTH116 — of a name that no system takes, Path raises
    except (OSError, ValueError):
        return 0


def open_to_append(path: Path) -> BinaryIO:
    """Opens a file to be added to, unbuffered; made where it is missing, a link is refused.

    Raises:
        OSError: It cannot be opened, or is no file.
    """
    refuse_link(path)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | _NO_FOLLOW | _NO_WAIT
    return _opened(path, flags, "ab")


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of ``path`` when all went well, and else goes.

    Until then it has a name that nobody can guess, in the same folder. A link that stands at
    ``path`` is replaced, and what it leads to stays as it is.

    Raises:
        OSError: It cannot be written.
    """
    if _checked(path).exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    part = path.parent / f".{token_hex(8)}{_TEMPORARY}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _ALWAYS
    handle = os.open(part, flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def clear_unfinished(folder: Path) -> None:
    """Takes away what a run that was killed has left under temporary names."""
    for part in folder.glob(f".*{_TEMPORARY}"):
        if not part.is_symlink():
            part.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Writes a file, as UTF-8, whole or not at all; see ``writing``."""
    write_texts({path: text})


def write_texts(texts: Mapping[Path, str]) -> None:
    """Writes several files; none takes its place before all are whole."""
    with ExitStack() as stack:
        for path, text in reversed([*texts.items()]):  # the last one opened is the first in place
            file = stack.enter_context(writing(path))
            file.write(text.encode())
            file.flush()


def write_new(path: Path, text: str) -> None:
    """Writes a file where none is yet, as UTF-8, whole or not at all.

    Raises:
        FileExistsError: There is one, or a link.
        OSError: It cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _ALWAYS
    handle = os.open(_checked(path), flags, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def make_folder(path: Path) -> None:
    """Makes a folder, and those above it, where they are missing.

    A link in its own place is refused.

    Raises:
        OSError: It cannot be made, or is no folder.
    """
    _checked(path).parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        path.mkdir()
        return
    refuse_link(path)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is no folder", str(path))


def refuse_link(path: Path) -> None:
    """Refuses a path whose last part is a link.

    Raises:
        OSError: It is one, or no path at all.
    """
    if _checked(path).is_symlink():
        raise OSError(errno.ELOOP, "it is a link, which is not followed", str(path))


def real(path: Path) -> Path:
    """A path with its links followed, as far as they lead.

    Of links in a circle, and of no path, it is left as it is.
    """
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def is_below(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, is a folder or lies below it.

    Raises:
        OSError: It cannot be told.
    """
    try:
        return _checked(path).resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # what Python 3.11 and 3.12 make of links in a circle
        raise OSError(errno.ELOOP, "its links lead in a circle", str(path)) from None


def _opened(path: Path, flags: int, mode: Literal["rb", "r+b", "ab"]) -> BinaryIO:
    handle = os.open(_checked(path), flags | _ALWAYS, 0o666)
    try:
        kind = os.fstat(handle).st_mode
        if not stat.S_ISREG(kind):
            what = "a folder" if stat.S_ISDIR(kind) else "no regular file"
            raise OSError(errno.EINVAL, f"it is {what}", str(path))  # noqa: TRY301 — the handle is closed below
        if mode == "ab":
            return open(handle, mode, buffering=0)  # noqa: PTH123 — a handle, and the caller's to close
        return open(handle, mode)  # noqa: PTH123 — the same
    except BaseException:
        os.close(handle)
        raise


def _checked(path: Path) -> Path:
    """A path that can be one: the system's own answer to a NUL is a ValueError."""
    if "\0" in str(path):
        raise OSError(errno.EINVAL, "no name has a NUL", str(path))
    return path
