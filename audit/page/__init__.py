"""From the bytes of a source to its page: its text, block by block, each with its zone."""

from audit.model import Page

__all__ = ["source_text"]


def source_text(data: bytes, content_type: str | None = None, url: str | None = None) -> Page:
    """The text of a source page, with the zone of each block.

    Args:
        data: The page as received, after transfer and content decoding.
        content_type: The Content-Type header, if there was one.
        url: Where it came from.
    """
    from audit.page.formats import source_text as read  # noqa: PLC0415 — the tables of elements only where a page is read

    return read(data, content_type, url)
