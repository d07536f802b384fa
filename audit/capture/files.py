"""Files that a user hands in: saved pages and archives."""

import hashlib
from pathlib import Path

from audit.errors import CaptureError, UsageError
from audit.files import open_file, read_file
from audit.model import Archive, Capture, Outcome

_PIECE = 1 << 20
_LARGEST_PAGE = 100_000_000  # bytes; five times what is taken of the web
_CONTENT_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".json": "application/json",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
}


def capture_file(url: str, path: Path) -> Capture:
    """A saved page that an editor supplied to stand for ``url``; its outcome is always ``captured``.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        body = read_file(path, _LARGEST_PAGE)
    except OSError as error:
        raise UsageError(
            f"{path}: the saved page for {url} cannot be read ({error.strerror})"
        ) from error
    if len(body) > _LARGEST_PAGE:
        most = _LARGEST_PAGE // 1_000_000
        raise UsageError(f"{path}: the saved page for {url} is larger than {most} MB")
    content_type = _CONTENT_TYPES.get(path.suffix.lower())
    return supplied(url, body, content_type=content_type, file=str(path))


def supplied(url: str, body: bytes, *, content_type: str | None, file: str) -> Capture:
    """The capture of a page whose bytes came from a ``file`` of the user's."""
    return Capture(
        url=url,
        outcome=Outcome.CAPTURED,
        final_url=url,
        content_type=content_type,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        file=file,
    )


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
