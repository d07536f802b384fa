"""Pages that lie in folders as files."""

import os
from collections.abc import Callable, Iterator
from mimetypes import MimeTypes
from pathlib import Path

from audit.capture import capture_file
from audit.corpus.given import GivenCapture
from audit.errors import UsageError
from audit.markup.addresses.url import address_of_file

_KINDS = MimeTypes()  # without the tables of the machine
_MEDIA = ("image/", "video/", "audio/", "font/")
_SAVED_ALONG = frozenset({"text/css", "text/javascript", "application/javascript"})


def files_below(root: Path, pass_over: Callable[[Path], bool]) -> Iterator[Path]:
    """The files below a folder that may be pages, by their names; no hidden ones, no links.

    Args:
        root: The folder.
        pass_over: Is asked for each whether it is none after all.

    Raises:
        UsageError: A folder cannot be looked into.
    """
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            raise UsageError(f"{folder} cannot be looked into: {error.strerror}") from None
        below: list[Path] = []
        for entry in listed:
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                below.append(path)
            elif not entry.is_file(follow_symlinks=False) or not _may_be_page(entry.name):
                continue
            elif not pass_over(path):
                yield path
        folders += reversed(below)


def page_in(path: Path) -> GivenCapture:
    """A file as a page.

    Raises:
        UsageError: It cannot be read, or is too large.
    """
    name = path.as_posix()
    return GivenCapture(name, capture_file(address_of_file(name), path))


def _may_be_page(name: str) -> bool:
    """Whether a file may be one, by its name: what is saved with a page is passed over."""
    kind, _ = _KINDS.guess_type(name.lower())
    return kind is None or not (kind in _SAVED_ALONG or kind.startswith(_MEDIA))
