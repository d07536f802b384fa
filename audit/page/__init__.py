"""From the bytes of a source to its page: its text, block by block, each with its zone."""

from audit.model import Page

__all__ = ["NO_WORDS", "source_text"]

NO_WORDS = "no words could be found in it"
"""``Page.why_not_whole`` of a page that has nothing to read."""


def source_text(
    data: bytes,
    content_type: str | None = None,
    url: str | None = None,
    *,
    packed_only: bool = False,
) -> Page:
    """The text of a source page, with the zone of each block.

    Args:
        data: The page as received, after transfer and content decoding.
        content_type: The Content-Type header, if there was one.
        url: Where it came from.
        packed_only: Whether only formats that are no text, PDF and office documents, are tried.
    """
    from audit.page.formats import source_text as read  # noqa: PLC0415 — the tables of elements only where a page is read

    return read(data, content_type, url, packed_only=packed_only)
