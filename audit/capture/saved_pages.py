"""Pages that a user saved and hands in."""

import hashlib
import re
from pathlib import Path

from audit.errors import UsageError
from audit.files import read_file
from audit.markup.addresses.url import is_own_file
from audit.model import Capture, Outcome

_LARGEST_PAGE = 100_000_000  # bytes; five times what is taken of the web
_CONTENT_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".json": "application/json",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".pdf": "application/pdf",
    ".rtf": "application/rtf",
    ".vtt": "text/vtt",
    ".srt": "text/srt",
    ".mht": "application/x-mimearchive",
    ".mhtml": "application/x-mimearchive",
    ".eml": "message/rfc822",
    ".emlx": "message/rfc822",
}
_HTML = "text/html"
_OF_MARKUP = frozenset({_HTML, "application/xhtml+xml"})
# As MIME Sniffing has it, 7.1: by what browsers tell a page whatever it is called.
_IS_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<(?:!doctype\s++html|html)[\s>]", re.IGNORECASE)


def capture_file(url: str, path: Path) -> Capture:
    """A saved page that an editor supplied to stand for ``url``.

    Its outcome is always ``captured``.

    Raises:
        UsageError: The file cannot be read.
    """
    what = f"{path}: " + ("the file" if is_own_file(url) else f"the saved page for {url}")
    try:
        body = read_file(path, _LARGEST_PAGE)
    except OSError as error:
        raise UsageError(f"{what} cannot be read ({error.strerror})") from error
    if len(body) > _LARGEST_PAGE:
        most = _LARGEST_PAGE // 1_000_000
        raise UsageError(f"{what} is larger than {most} MB")
    content_type = _CONTENT_TYPES.get(path.suffix.lower())
    # The page that asks for a password, saved by the name of the document behind it.
    if content_type not in _OF_MARKUP and _IS_HTML.match(body):
        content_type = _HTML
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
