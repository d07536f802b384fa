"""A PDF to its text, page by page, in a process of its own.

PDF is a language that can ask for any time and memory, and the reader of it raises whatever it
meets. The process has bounds for both; what ends it ends nothing else. As a program, it reads a
PDF from standard input and writes a JSON array with the text of each page.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from io import BytesIO

_DEADLINE = 60  # seconds
_MEMORY = 1_500_000_000  # bytes of address space
_MOST_PAGES = 2000
_EDGE = 2  # lines at the top and the foot of a page in which it may name itself
_FEWEST_REPEATS = 3  # of such a line
_DIGITS = re.compile(r"\d+")


def can_read_pdf() -> bool:
    """Whether the extra ``pdf`` is installed."""
    return find_spec("pypdf") is not None


def pdf_pages(data: bytes) -> list[str] | None:
    """The text of each page, without running heads and page numbers.

    None where it cannot be read.
    """
    command = [sys.executable, "-m", "audit.page.pdf.text"]
    try:
        done = subprocess.run(  # noqa: S603 — this file itself
            command, input=data, capture_output=True, timeout=_DEADLINE, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode != 0:
        return None
    pages: list[str] = json.loads(done.stdout)
    return _without_running_heads(pages)


def _without_running_heads(pages: list[str]) -> list[str]:
    """The pages without the first and last lines that most of them share, whatever their numbers."""
    lines = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(
        _DIGITS.sub("#", line) for page in lines for line in {*page[:_EDGE], *page[-_EDGE:]}
    )
    running = {
        line for line, count in edges.items() if count >= max(_FEWEST_REPEATS, len(pages) / 2)
    }

    def is_running(page: list[str], index: int) -> bool:
        at_edge = index < _EDGE or index >= len(page) - _EDGE
        return at_edge and _DIGITS.sub("#", page[index]) in running

    return [
        "\n".join(line for index, line in enumerate(page) if not is_running(page, index))
        for page in lines
    ]


def _main() -> None:
    """Reads a PDF from standard input and writes its pages to standard output, as JSON."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 — not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_DEADLINE, _DEADLINE))
    from pypdf import PdfReader  # noqa: PLC0415 — an extra

    reader = PdfReader(BytesIO(sys.stdin.buffer.read()))
    if len(reader.pages) > _MOST_PAGES:
        sys.exit(1)
    texts = [page.extract_text() for page in reader.pages]
    sys.stdout.write(json.dumps(texts))


if __name__ == "__main__":
    _main()
