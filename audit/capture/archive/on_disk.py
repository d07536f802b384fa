"""An archive as a file: what names it in a report, and its index beside it."""

import hashlib
from pathlib import Path

from audit.errors import CaptureError
from audit.files import open_file
from audit.model import Archive

_PIECE = 1 << 20


def describe_archive(path: Path, most: int | None = None) -> Archive:
    """The path of an archive, and the size and SHA-256 of its bytes as they now are, or the first of them.

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
            while piece := file.read(_PIECE if most is None else min(_PIECE, most - size)):
                digest.update(piece)
                size += len(piece)
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
