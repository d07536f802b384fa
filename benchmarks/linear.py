"""Shows that extraction, and looking captures up, take time in proportion to what there is, hostile or not.

    python benchmarks/linear.py

Prints CPU seconds at 10 kB, 100 kB, 1 MB and 10 MB (and for a hundredth as many revisits of an archive); each column should be about ten times the one before.
"""

import time
from pathlib import Path

from audit import extract, read_article
from audit.capture.entries import Entry, Repeats
from audit.capture.exchange import Profile
from audit.capture.replay import Index

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
TEXTS = {
    "plain news": "“We will rebuild it by spring,” Ann Lee told the BBC. It rained all day in the town.\n",
    "quotation marks": '"',
    "marks left open": "“",
    "nested marks": "“‘",
    "no spaces": "word",
    "one long line of speech": "Ann Lee said that it was over and ",
    "commas and names": "Ann, ",
    "right to left": "قال الرئيس «لن نتراجع» ",
}


def seconds(unit: str, size: int) -> float:
    """CPU seconds to extract from ``size`` characters of a repeated unit."""
    text = (unit * (size // len(unit)) + " end.").encode()
    if len(text) > 20_000_000:
        return float("nan")  # larger than an article may be
    article = read_article(text, format="text")
    start = time.process_time()
    extract(article)
    return time.process_time() - start


def revisit_seconds(count: int) -> float:
    """CPU seconds to look a URL up that so many revisits answer, whose answer comes last."""
    url, last = "https://news.example/a", f"2026-01-01T00:00:00.{count:06}Z"
    repeats = Repeats(Profile.IDENTICAL, None, url, last, "")
    index = Index()
    for number in range(count + 1):
        date = f"2026-01-01T00:00:00.{number:06}Z"
        index.add(
            Entry(Path(), number, url, None, date, repeats=repeats if number < count else None)
        )
    start = time.process_time()
    index.find(url, "")
    return time.process_time() - start


def main() -> None:
    """Prints a table."""
    print(f"{'':26}" + "".join(f"{size:>12,}" for size in SIZES))
    for name, unit in TEXTS.items():
        print(f"{name:26}" + "".join(f"{seconds(unit, size):12.2f}" for size in SIZES), flush=True)
    counts = [size // 100 for size in SIZES]
    print(
        f"{'revisits of one URL':26}"
        + "".join(f"{revisit_seconds(count):12.2f}" for count in counts)
    )


if __name__ == "__main__":
    main()
