"""An archive as a file: what names it in a report, and its index beside it."""

import hashlib
import os
import time
from pathlib import Path
from typing import NamedTuple

from audit.errors import CaptureError
from audit.files import open_file
from audit.model import Archive

_PIECE = 1 << 20


_MOST_KNOWN = 1000
# A file that was written to within the last seconds may be written to again without a trace: its
# times count in steps, of up to two seconds on some file systems.
_SETTLED = 3_000_000_000  # nanoseconds


class State(NamedTuple):
    """What tells one state of a file from another: place, size in bytes, times in ns."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int

    @property
    def is_settled(self) -> bool:
        """Whether it would show if the file were written to from now on."""
        return time.time_ns() - max(self.modified, self.changed) > _SETTLED


def state_of(path: Path) -> State:
    """The state of a file.

    Raises:
        OSError: It cannot be told.
    """
    return _state(path.stat())


def _state(about: os.stat_result) -> State:
    # Signed, as databases have numbers of eight bytes; of some file systems they are larger.
    numbers = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
    return State(*(number & 0x7FFF_FFFF_FFFF_FFFF for number in numbers))


_known: dict[State, str] = {}  # the SHA-256 of archives that were hashed by this process


def describe_archive(path: Path, most: int | None = None) -> Archive:
    """The path of an archive, with the size and SHA-256 of its bytes, or of the first ones.

    A file that certainly has not changed since this process hashed it is not hashed again.

    Args:
        path: The file.
        most: How many bytes count, from its beginning; all when None.

    Raises:
        CaptureError: The file cannot be read.
    """
    digest = hashlib.sha256()
    size = 0
    try:
        with open_file(path) as file:
            state = _state(os.fstat(file.fileno()))
            may_be_known = most is None and state.is_settled
            if may_be_known and (known := _known.get(state)) is not None:
                return Archive(str(path), known, state.size)
            while piece := file.read(_PIECE if most is None else min(_PIECE, most - size)):
                digest.update(piece)
                size += len(piece)
            if may_be_known and _state(os.fstat(file.fileno())) == state:
                if len(_known) >= _MOST_KNOWN:
                    _known.clear()
                _known[state] = digest.hexdigest()
    except OSError as error:
        raise CaptureError(f"{path}: the archive cannot be read ({error.strerror})") from error
    return Archive(str(path), digest.hexdigest(), size)


def index_of(archive: Path) -> Path:
    """Where the index of an archive stands: ``captures.cdxj`` beside ``captures.warc.gz``."""
    stem = archive.name.removesuffix(".gz").removesuffix(".warc")
    return archive.with_name(f"{stem}.cdxj")


def discard_archive(path: Path) -> None:
    """Takes an archive and its index away."""
    path.unlink(missing_ok=True)
    index_of(path).unlink(missing_ok=True)
