"""How long one quotation takes against one source, and that the time is linear in the source.

    python -m benchmarks.matching

CPU milliseconds, the least of several runs. The source is English prose of the size shown, made at random
from the words of this project's own texts, with the passage in its middle; 'prepared' leaves out the folding
of the source, 'not' has it. ``str.find`` is the search for the passage alone, to compare with.
"""

import random
import time
from collections.abc import Callable

from audit import prepare, verify_quote
from audit.match.passed_over.transcripts import find_noise
from benchmarks.quote_cases.case import TEXTS, load

SIZES = (5_000, 50_000, 500_000, 5_000_000)
PASSAGE = "We will not dig a single metre until all 14 conditions of the harbour board have been met, and I mean all of them"
QUOTES = {
    "present": PASSAGE,
    "edited": PASSAGE.replace("of the harbour board", "…"),
    "altered": PASSAGE.replace(" not ", " "),
    "absent": "Every town on this coast must choose between its harbour and its history, and I would not like to be the one who chooses",
}


def source(size: int) -> str:
    """Prose of about ``size`` characters around the passage."""
    rng = random.Random(size)
    words = [
        word
        for language, text in load(TEXTS / "tuning")
        if language == "en"
        for line in text.splitlines()
        if not find_noise(line)
        for word in line.split()
    ]
    made: list[str] = []
    length = 0
    while length < size:
        sentence = " ".join(rng.choices(words, k=rng.randrange(6, 30)))
        made.append(f"{sentence}.{rng.choice([' ', ' ', chr(10)])}")
        length += len(made[-1])
    made.insert(len(made) // 2, f"“{PASSAGE},” she said. ")
    return "".join(made)


def cpu(work: Callable[[], object], *, budget: float = 0.6) -> float:
    """The least CPU milliseconds of one call among runs that take ``budget`` seconds together."""
    best, spent = float("inf"), 0.0
    while spent < budget:
        times = max(int(0.01 / best), 1) if best < float("inf") else 1
        before = time.process_time()
        for _ in range(times):
            work()
        took = time.process_time() - before
        spent += max(took, 1e-6)
        best = min(best, took / times)
    return 1000 * best


def main() -> None:
    """Prints a table."""
    print(f"{'characters':20}" + "".join(f"{size:>12,}" for size in SIZES))
    sources = [source(size) for size in SIZES]
    rows: list[tuple[str, Callable[[str], float]]] = [
        ("str.find", lambda text: cpu(lambda: text.find(PASSAGE)))
    ]
    for name, quote in QUOTES.items():

        def prepared(text: str, quote: str = quote) -> float:
            ready = prepare(text)
            return cpu(lambda: verify_quote(quote, ready))

        def alone(text: str, quote: str = quote) -> float:
            return cpu(lambda: verify_quote(quote, text))

        rows += [(f"{name}, prepared", prepared), (f"{name}, not", alone)]
    rows.append(("prepare", lambda text: cpu(lambda: prepare(text))))
    for name, took in rows:
        print(f"{name:20}" + "".join(f"{took(text):12.3f}" for text in sources), flush=True)


if __name__ == "__main__":
    main()
