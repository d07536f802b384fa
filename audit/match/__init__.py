"""From quotations and captured pages to checks: what is there, and what differs."""

from audit.match.attributions import compare
from audit.match.prepared import Prepared, prepare
from audit.match.verify import verify_quote
from audit.model import Page

__all__ = ["Prepared", "compare", "prepare", "source_text", "verify_quote"]


def source_text(data: bytes, content_type: str | None = None, url: str | None = None) -> Page:
    """The text of a source page, with the zone of each block.

    Args:
        data: The page as received, after transfer and content decoding.
        content_type: The Content-Type header, if there was one.
        url: Where it came from.
    """
    from audit.match.page import source_text as read  # noqa: PLC0415 — the tables of elements only where a page is read

    return read(data, content_type, url)
