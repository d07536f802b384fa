"""How long the things take that people wait for: start-up, extraction, a whole audit offline.

    make bench

Prints CPU seconds (user and system, children included), the least of several runs: other work on the
machine adds to the others.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from audit import extract, prepare, read_article, source_text, verify_quote

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "fixtures" / "articles" / "harbour-tunnel"
RUNS = 7


def children(*words: str) -> Callable[[], None]:
    """Runs the command with these words."""
    command = [sys.executable, "-c", "import sys; from audit.cli import main; sys.exit(main())"]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(  # noqa: S603 — our own command
            [*command, *words], cwd=ROOT, env=environment, capture_output=True, check=False
        )

    return run


def cpu(work: Callable[[], object]) -> float:
    """The least CPU time of several runs, in seconds."""
    best = float("inf")
    for _ in range(RUNS):
        before = os.times()
        work()
        after = os.times()
        best = min(best, sum(after[:4]) - sum(before[:4]))
    return best


def many(work: Callable[[], object], times: int) -> float:
    """The least CPU time of one call among several runs of ``times`` calls, in seconds."""
    best = float("inf")
    for _ in range(RUNS):
        before = time.process_time()
        for _ in range(times):
            work()
        best = min(best, (time.process_time() - before) / times)
    return best


def main() -> None:
    """Prints a table."""
    article = read_article(f"{ARTICLE}.html")
    page = source_text((ROOT / "fixtures/pages/harbour-gazette-tunnel.html").read_bytes())
    prepared = prepare(page.text * 25)
    verbatim = "We will not dig a single metre until all 14 conditions of the harbour board are met"
    altered = verbatim.replace(" not ", " ")
    with TemporaryDirectory() as folder:
        audit = (
            *("check", f"{ARTICLE}.html", "--sources", f"{ARTICLE}.sources.toml"),
            *("--captures", "fixtures/web.warc.gz", "--offline", "--output-dir", folder),
        )
        rows = [
            ("start-up: --help", cpu(children("--help"))),
            ("start-up: extract, Markdown", cpu(children("extract", "README.md"))),
            ("whole audit of harbour-tunnel, offline", cpu(children(*audit))),
            (f"extract {len(article.text.split())} words", many(lambda: extract(article), 20)),
            (
                f"verbatim in {len(prepared.page.text)} characters",
                many(lambda: verify_quote(verbatim, prepared), 50),
            ),
            ("altered in the same", many(lambda: verify_quote(altered, prepared), 20)),
        ]
    for name, seconds in rows:
        print(f"{name:45} {seconds * 1000:8.2f} ms CPU")


if __name__ == "__main__":
    main()
