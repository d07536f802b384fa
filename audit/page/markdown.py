"""Markdown to a page, by way of HTML, which is read as any page is."""

from html import escape

from audit.model import Page
from audit.page.html.page import html_page
from audit.page.reader import PageReader, Received

_LONGEST = 2_000_000  # characters; longer ones are read as they stand, for time's sake


def _read(source: Received) -> Page:
    return html_page(_as_html(source.lines), source.url)


def _as_html(text: str) -> str:
    """CommonMark with tables as HTML; raw HTML in it stays."""
    if len(text) > _LONGEST:
        return f"<pre>{escape(text)}</pre>"
    from markdown_it import MarkdownIt  # noqa: PLC0415 — 20 ms that pages need not wait

    return str(
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    )


READER = PageReader(
    "markdown",
    _read,
    media_types=("text/markdown", "text/x-markdown"),
    suffixes=(".md", ".markdown"),
)
