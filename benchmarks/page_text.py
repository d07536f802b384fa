"""How long it takes from the bytes of a page to its searchable text with zones, and that this is linear.

    python -m benchmarks.page_text

The pages are generated (`benchmarks/pages.py`): 160 kB and 2,000 tags on average, in 13 languages and 13
encodings. Prints CPU milliseconds, the least of several runs.
"""

import re
import resource
import time
from collections.abc import Callable

from audit import source_text
from benchmarks.pages import GeneratedPage, generated_page, page_set

RUNS = 7
SIZES = (5_000, 50_000, 500_000, 5_000_000)


def milliseconds(work: Callable[[], object]) -> float:
    """The least CPU time of several runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def read_all(pages: list[GeneratedPage]) -> None:
    """Reads each page once."""
    for page in pages:
        source_text(page.data, page.content_type)


def main() -> None:
    """Prints a table."""
    pages = list(page_set(60))
    count = len(pages)
    size = sum(len(page.data) for page in pages) / count
    tags = sum(len(re.findall(rb"<[a-zA-Z]", page.data)) for page in pages) / count
    print(f"{count} pages, {size / 1000:.0f} kB and {tags:.0f} tags on average")
    print(f"bytes to text with zones {milliseconds(lambda: read_all(pages)) / count:8.2f} ms CPU")
    utf8 = [page for page in pages if page.encoding == "utf-8"]
    print(
        f"  those in UTF-8         {milliseconds(lambda: read_all(utf8)) / len(utf8):8.2f} ms CPU"
    )
    for length in SIZES:
        page = generated_page(length)
        spent = milliseconds(lambda: source_text(page.data, page.content_type))  # noqa: B023
        per_byte = spent / len(page.data) * 1e6
        print(f"{len(page.data):>9,} bytes         {spent:8.2f} ms CPU {per_byte:8.1f} ns a byte")
    large = b"<div class='a'><p>some words and <a href=x>a link</a></p></div>\n" * 800_000
    start = time.process_time()
    source_text(large, "text/html")
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{len(large):>9,} bytes, 3.2 million tags: {spent:.1f} s CPU, {peak:.0f} MB at most")
    found = [
        sentence in source_text(page.data, page.content_type).text.replace("\n", " ")
        for page in pages
        for sentence in page.sentences
    ]
    print(f"sentences found: {sum(found)} of {len(found)}")


if __name__ == "__main__":
    main()
