"""A PDF to its text, page by page, in a process of its own.

PDF is a language that can ask for any time and memory, and the reader of it raises whatever it
meets. The process has bounds for both; what ends it ends nothing else. As a program, it is given
the name of a reader, reads a PDF from standard input, and writes a JSON array with the text of each
page.
"""

import json
import subprocess
import sys
from enum import StrEnum
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from audit.page.pdf.columns import MOST_PIECES, Piece, gap_of, in_columns
from audit.page.pdf.running import without_running_matter

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_DEADLINE = 60  # seconds
_MEMORY = 1_500_000_000  # bytes of address space
_MOST_PAGES = 2000


class Reader(StrEnum):
    """Who reads a PDF, by the name of the module.

    The first, and the one that is asked for what it may have missed.
    """

    PYPDF = "pypdf"
    PDFIUM = "pypdfium2"

    @property
    def is_installed(self) -> bool:
        """Whether it is there: the second is an extra, ``pdf``."""
        return find_spec(self.value) is not None


def pdf_pages(data: bytes, reader: Reader) -> list[str] | None:
    """The text of each page as a reader has it, without running heads and page numbers.

    None where it cannot be read.
    """
    command = [sys.executable, "-m", "audit.page.pdf.text", reader]
    try:
        done = subprocess.run(  # noqa: S603 — this file itself
            command, input=data, capture_output=True, timeout=_DEADLINE, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode != 0:
        return None
    pages: list[str] = json.loads(done.stdout)
    return without_running_matter(pages)


def _by_pypdf(data: bytes) -> list[str]:
    from pypdf import PdfReader  # noqa: PLC0415 — for PDF alone

    pages = PdfReader(BytesIO(data)).pages
    return [page.extract_text() for page in pages] if len(pages) <= _MOST_PAGES else []


def _by_pdfium(data: bytes) -> list[str]:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 — an extra

    document = PdfDocument(data)
    pages = [document[number].get_textpage() for number in range(min(len(document), _MOST_PAGES))]
    return [_with_columns(_plain(page.get_text_range()), page) for page in pages]


def _with_columns(text: str, page: "PdfTextPage") -> str:
    """The text of a page, and that of its columns where those are read in another order."""
    count = page.count_rects()
    if count > MOST_PIECES:
        return text
    places = [page.get_rect(number) for number in range(count)]
    if gap_of(places) is None:
        return text
    pieces = [
        Piece(
            left,
            bottom,
            right,
            top,
            _plain(page.get_text_bounded(left, bottom, right, top)).strip(),
        )
        for left, bottom, right, top in places
    ]
    columns = in_columns([piece for piece in pieces if piece.text])
    return text if columns.split() == text.split() else f"{text}\n{columns}".rstrip()


def _plain(text: str) -> str:
    """A hyphen at the end of a line is U+FFFE to PDFium."""
    return text.replace("\r", "").replace("\ufffe", "-\n").replace("\0", "")


_READERS = {Reader.PYPDF: _by_pypdf, Reader.PDFIUM: _by_pdfium}


def _main() -> None:
    """Reads a PDF from standard input and writes its pages to standard output, as JSON."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 — not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_DEADLINE, _DEADLINE))
    texts = _READERS[Reader(sys.argv[1])](sys.stdin.buffer.read())
    if not texts:
        sys.exit(1)
    sys.stdout.write(json.dumps(texts))


if __name__ == "__main__":
    _main()
