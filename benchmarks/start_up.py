"""What it takes until a command has done its work: CPU of whole processes, and of what they import.

    python -m benchmarks.start_up                   # this tree
    python -m benchmarks.start_up --against FOLDER  # and another checkout of it, run by run in turn

Prints milliseconds of CPU (user and system, workers included), the least of several runs and their
median: other work on the machine adds to both, hence the turns.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
ARTICLES = Path("fixtures/articles")
RUNS = 15
CLI = "import sys; from audit.cli import entry; entry()"


def commands(folder: str) -> dict[str, tuple[str, ...]]:
    """What is measured, and its words for Python."""
    extract = ("-c", CLI, "extract")
    harbour, demo = ARTICLES / "harbour-tunnel", ARTICLES / "russia-taliban"
    audit = ("--captures", "fixtures/web.warc.gz", "--offline", "--output-dir", folder)
    return {
        "Python alone": ("-c", "pass"),
        "import typer": ("-c", "import typer"),
        "import audit": ("-c", "import audit"),
        "--version": ("-c", CLI, "--version"),
        "--help": ("-c", CLI, "--help"),
        "check --help": ("-c", CLI, "check", "--help"),
        "extract, text": (*extract, f"{demo}.txt"),
        "extract, Markdown": (*extract, f"{demo}.md"),
        "extract, HTML": (*extract, f"{harbour}.html"),
        "check, offline, 4 sources": (
            *("-c", CLI, "check", f"{harbour}.html"),
            *("--sources", f"{harbour}.sources.toml", *audit),
        ),
        "check, offline, make demo": (
            *("-c", CLI, "check", f"{demo}.html"),
            *("--sources", f"{demo}.sources.toml", *audit),
        ),
    }


def cpu(root: Path, words: tuple[str, ...]) -> float:
    """The CPU of one process and those that it waited for, in milliseconds."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(root)
    process = subprocess.Popen(  # noqa: S603 — our own command
        [sys.executable, *words],
        cwd=root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, spent = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return 1000 * (spent.ru_utime + spent.ru_stime)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--against", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--only", default="", help="what the names of commands begin with")
    parser.add_argument("--runs", type=int, default=RUNS)
    asked = parser.parse_args()
    roots = [ROOT, *(folder.resolve() for folder in asked.against)]
    print(f"{'ms of CPU: least / median':28}" + "".join(f"{root.name[-20:]:>21}" for root in roots))
    with TemporaryDirectory() as folder:
        for name, words in commands(folder).items():
            if not name.startswith(asked.only):
                continue
            spent: list[list[float]] = [[] for _ in roots]
            for _ in range(asked.runs + 1):
                for root, own in zip(roots, spent, strict=True):
                    own.append(cpu(root, words))
            cells = "".join(f"{min(own):12.0f} / {median(own[1:]):6.0f}" for own in spent)
            ratio = "".join(f"  {min(spent[0]) / min(own):.2f}" for own in spent[1:])
            print(f"{name:28}{cells}{ratio}", flush=True)


if __name__ == "__main__":
    main()
