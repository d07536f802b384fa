"""Markdown to HTML, which is read as any page is."""

from html import escape

_LONGEST = 2_000_000  # characters; longer ones are read as they stand, for time's sake


def markdown_html(text: str) -> str:
    """CommonMark with tables as HTML; raw HTML in it stays."""
    if len(text) > _LONGEST:
        return f"<pre>{escape(text)}</pre>"
    from markdown_it import MarkdownIt  # noqa: PLC0415 — 20 ms that pages need not wait

    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
