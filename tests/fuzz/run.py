"""Fuzzes one target, or all, and says what was found; README.md beside it says how targets are made.

    python -m tests.fuzz.run [NAME …] [--seconds N | --runs N] [--seed N] [--input FILE]

Each target runs in a process of its own (``worker.py``) that libFuzzer watches, and that is ended here should
that watch fail. Exit 1 when anything was found.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KEPT = ROOT / ".fuzz"  # what reached new code, and what was found; not committed
TARGETS = tuple(sorted(path.stem for path in (HERE / "targets").glob("[a-z]*.py")))

_LONGEST_INPUT = 4096  # bytes
_MEMORY = 2000  # megabytes
_START = 120  # seconds in which a target is loaded and its seeds are fed
_DONE = re.compile(r"^Done (\d+) runs? in (\d+) second", re.MULTILINE)


class Target(Protocol):
    """A module in ``targets/``."""

    WORDS: Sequence[str]
    RUNS: int

    def run(self, data: bytes) -> None:
        """Feeds one input; errors of ours are no find."""


_LOADING = re.compile(r"^INFO: Instrumenting .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a target did: inputs fed, seconds it took, and what libFuzzer printed where it found something."""

    runs: int
    seconds: int
    found: str | None


def fuzz(
    name: str,
    *,
    seconds: int = 0,
    runs: int = -1,
    seed: int = 0,
    kept: Path | None = None,
    deadline: int = 10,
) -> Outcome:
    """Fuzzes a target for so many seconds or inputs, whichever ends first; 0 and -1 are no bound.

    Args:
        name: The target, by its name in ``targets/`` or as a module.
        seconds: Of wall time.
        runs: Inputs.
        seed: Of the fuzzer's randomness; 0 lets it choose.
        kept: The folder of what reached new code in earlier runs, and of what is found.
        deadline: Seconds for one input.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = kept or Path(scratch)
        corpus, found = folder / "corpus", folder / "found"
        corpus.mkdir(parents=True, exist_ok=True)
        found.mkdir(exist_ok=True)
        seeds = [str(path) for path in (HERE / "seeds" / name,) if path.is_dir()]
        words = Path(scratch, "words")
        words.write_bytes(b"".join(_entry(word) for word in load(name).WORDS))
        command = [
            *(sys.executable, "-m", "tests.fuzz.worker", _module(name), str(corpus), *seeds),
            *(f"-max_total_time={seconds}", f"-runs={runs}", f"-seed={seed}"),
            *(f"-timeout={deadline}", f"-rss_limit_mb={_MEMORY}", f"-max_len={_LONGEST_INPUT}"),
            *([f"-dict={words}"] if words.stat().st_size else []),
            f"-artifact_prefix={found}/",
        ]
        whole = _START + deadline + (seconds or max(runs, 0))
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=os.environ
                | {"PYTHONHASHSEED": str(seed or "random")},  # as repeatable as can be
                capture_output=True,
                timeout=whole,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            printed = (error.stderr or b"").decode(errors="replace")
            return Outcome(0, whole, f"did not end within {whole} seconds\n{printed[-4000:]}")
    printed = _LOADING.sub("", (done.stderr + done.stdout).decode(errors="replace"))
    count = _DONE.search(printed)
    if done.returncode == 0 and count is not None:
        return Outcome(int(count[1]), int(count[2]), None)
    return Outcome(0, 0, printed[-6000:])


def load(name: str) -> Target:
    """A target, by its name in ``targets/`` or as a module."""
    return cast("Target", import_module(_module(name)))


def _module(name: str) -> str:
    return name if "." in name else f"tests.fuzz.targets.{name}"


def _entry(word: str) -> bytes:
    """A word as a line of libFuzzer's dictionary."""
    return b'"%s"\n' % b"".join(b"\\x%02x" % byte for byte in word.encode())


def main() -> int:
    """Runs the targets that are asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--input", type=Path, help="feed this file alone, with a traceback")
    asked = parser.parse_args()
    if asked.input is not None:
        (name,) = asked.names
        load(name).run(asked.input.read_bytes())
        return 0
    failed = False
    for name in asked.names or TARGETS:
        outcome = fuzz(
            name,
            seconds=asked.seconds or (60 if asked.runs < 0 else 0),
            runs=asked.runs,
            seed=asked.seed,
            kept=KEPT / name,
        )
        if outcome.found is None:
            print(f"{name}: {outcome.runs:,} runs in {outcome.seconds} s, nothing found")
        else:
            failed = True
            print(f"{name}: FOUND something, kept in {KEPT / name / 'found'}\n{outcome.found}")
        sys.stdout.flush()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
