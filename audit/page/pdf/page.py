"""A PDF to a page, whatever is said of its bytes."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from audit.model import Page, PageBlock, Zone
from audit.page.layout import paragraphs, unread
from audit.page.pdf.text import Reader, pdf_pages
from audit.page.reader import PageReader, Received

_BEGINNING = b"%PDF-"
_FEWEST_APART = 2  # lines
_LETTERS_APART = 3  # in such a line, and a quarter of what stands in it
_WORDS_OF_A_LETTER = frozenset("aAI")
_APART = "a PDF whose letters stand apart: save its text"
_WITHIN = 1024  # bytes; some servers put line ends before a PDF


def _read(source: Received) -> Page | None:
    if not source.data[:_WITHIN].lstrip().startswith(_BEGINNING):
        return None
    readers = [reader for reader in Reader if reader.is_installed]
    if not readers:
        return unread(
            "a PDF, and pypdf is missing beside citeaudit: pipx inject citeaudit pypdf", source.url
        )
    readings = [
        pages for reader in readers if (pages := pdf_pages(source.data, reader)) is not None
    ]
    if not readings:
        return unread("a PDF that cannot be read", source.url)
    with_words = [pages for pages in readings if any(page.strip() for page in pages)]
    if not with_words:
        return unread("a PDF of images, without text", source.url)
    first, *others = with_words
    text, blocks = "\n".join(first), list(paragraphs("\n".join(first)))
    starts = list(_starts(first, 0))
    why = _APART if _letters_stand_apart(first) else ""
    for other in others:
        for number, page in enumerate(other):
            if number < len(first) and page.split() == first[number].split():
                continue
            start = len(text) + 1
            text = f"{text}\n{page}"
            blocks.append(PageBlock(start, len(text), Zone.STRUCTURED))
    return Page(
        text, tuple(blocks), url=source.url, whole=not why, why_not_whole=why, sheets=tuple(starts)
    )


def _letters_stand_apart(pages: Sequence[str]) -> bool:
    """Whether words of a PDF are broken up, since each letter was set by itself."""
    lines = 0
    for page in pages:
        for line in page.split("\n"):
            pieces = line.split()
            single = sum(
                len(piece) == 1 and piece.isalpha() and piece not in _WORDS_OF_A_LETTER
                for piece in pieces
            )
            lines += single >= _LETTERS_APART and 4 * single >= len(pieces)
    return lines >= _FEWEST_APART


def _starts(pages: Sequence[str], at: int) -> Iterator[int]:
    return accumulate((len(page) + 1 for page in pages[:-1]), initial=at)


READER = PageReader("pdf", _read, always=True, packed=True)
