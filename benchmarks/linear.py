"""Shows that extraction takes time in proportion to the text, on hostile text too.

    python benchmarks/linear.py

Prints CPU seconds at 10 kB, 100 kB, 1 MB and 10 MB; each column should be about ten times the one before.
"""

import time

from audit import extract, read_article

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


def main() -> None:
    """Prints a table."""
    print(f"{'':26}" + "".join(f"{size:>12,}" for size in SIZES))
    for name, unit in TEXTS.items():
        print(f"{name:26}" + "".join(f"{seconds(unit, size):12.2f}" for size in SIZES), flush=True)


if __name__ == "__main__":
    main()
