"""A PDF to a page, whatever is said of its bytes."""

from itertools import accumulate

from audit.model import Page
from audit.page.layout import paragraphs, unread
from audit.page.pdf.text import can_read_pdf, pdf_pages
from audit.page.reader import PageReader, Received

_BEGINNING = b"%PDF-"
_WITHIN = 1024  # bytes; some servers put line ends before a PDF


def _read(source: Received) -> Page | None:
    if not source.data[:_WITHIN].lstrip().startswith(_BEGINNING):
        return None
    if not can_read_pdf():
        return unread("a PDF: install citeaudit[pdf] to have it read", source.url)
    pages = pdf_pages(source.data)
    if pages is None:
        return unread("a PDF that cannot be read", source.url)
    text = "\n".join(pages)
    if not text.strip():
        return unread("a PDF of images, without text", source.url)
    starts = accumulate((len(page) + 1 for page in pages[:-1]), initial=0)
    return Page(text, tuple(paragraphs(text)), url=source.url, sheets=tuple(starts))


READER = PageReader("pdf", _read, always=True, packed=True)
