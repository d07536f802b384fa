"""Attacks every regular expression of the package and prints, as JSON lines, which one takes too long.

    python -m tests.patterns.scan [--all] [--samples] [--from NUMBER]

The operating system ends the process once one attack takes too much CPU time, since ``re`` lets nothing in the
interpreter do so; the last line then says in which it was, and ``run`` goes on behind it.
"""

import argparse
import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from itertools import pairwise

from tests.patterns.attacks import Attack, attacks
from tests.patterns.bounds import LONGEST
from tests.patterns.collected import Used, patterns
from tests.patterns.samples import SAMPLES

SIZES = (10_000, 20_000, 40_000)  # characters
_QUICK = 0.003  # seconds at the first size, below which the others are not tried
_SLOW = 0.05  # seconds at the largest size, below which no growth is told from noise
_STEEP = 40  # times what it takes to find each character of the same text
_GROWTH = 2.8  # times the work for twice the text: linear is 2, quadratic 4
_TIMES = 3  # that a find must be seen, on a machine with other things to do
_PATIENCE = 3.0  # seconds of CPU for one attack
_EACH = re.compile(".", re.DOTALL)
_FEW = 24  # attacks on a pattern, unless all are asked for


def run(*options: str) -> list[dict[str, str]]:
    """What was found: for each, where the pattern stands and the attack on it.

    Args:
        options: '--all' for all attacks instead of some, '--samples' for those on the samples.
    """
    found: list[dict[str, str]] = []
    start = 0
    while True:
        done = subprocess.run(
            [sys.executable, "-m", "tests.patterns.scan", f"--from={start}", *options],
            capture_output=True,
            text=True,
            timeout=1200,
            check=False,
        )
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        found += [line for line in lines if "slow" in line]
        if done.returncode == 0:
            return found
        assert done.returncode == -signal.SIGVTALRM, done.stderr
        ended = lines[-1]
        found.append({**ended, "slow": "ended for its CPU time"})
        start = ended["number"] + 1


def _attack(used: Used, attack: Attack) -> str | None:
    longest = LONGEST.get((used.module, used.name))
    if longest is not None:  # the caller cuts the text: then it must only come to an end
        _seconds(used, attack, longest)
        return None
    slow = None
    for _ in range(_TIMES):
        slow = _growth(used, attack)
        if slow is None:
            return None
    return slow


def _growth(used: Used, attack: Attack) -> str | None:
    """How the time grows with the text, None where it does in proportion."""
    taken: list[float] = []
    for size in SIZES:
        taken.append(_seconds(used, attack, size))
        if taken[0] < _QUICK:
            return None
    if taken[-1] < _SLOW:
        return None
    grows = all(more > _GROWTH * less for less, more in pairwise(taken))
    plain = Used(_EACH, "", 0, "", frozenset({"finditer"}))
    is_steep = taken[-1] > _STEEP * _seconds(plain, attack, SIZES[-1])
    return f"{taken} s for {SIZES} characters" if grows or is_steep else None


def _seconds(used: Used, attack: Attack, size: int) -> float:
    """CPU seconds that a pattern takes for the text of an attack, used as the package uses it."""
    pattern = used.pattern
    text = attack.text(size)
    data = text.encode("latin-1", "replace") if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    if "fullmatch" in used.ways:
        pattern.fullmatch(data)
    if "match" in used.ways:
        pattern.match(data)
    if used.ways - {"match", "fullmatch"}:
        for _ in pattern.finditer(data):
            pass
    return time.process_time() - start


def _chosen(pattern: Used, *, everything: bool) -> Iterator[Attack]:
    found = attacks(pattern.pattern)
    step = 1 if everything else max(1, len(found) // _FEW)
    yield from found[::step]


def main() -> None:
    """Attacks the patterns from a number on."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--samples", action="store_true")
    parser.add_argument("--from", dest="first", type=int, default=0)
    asked = parser.parse_args()
    for number, used in enumerate(SAMPLES if asked.samples else patterns()):
        if number < asked.first:
            continue
        for attack in _chosen(used, everything=asked.all):
            about = {
                "number": number,
                "where": f"{used.module}:{used.line} {used.name}",
                "attack": asdict(attack),
            }
            print(json.dumps(about), flush=True)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0.5 if asked.samples else _PATIENCE)
            slow = _attack(used, attack)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            if slow is not None:
                print(json.dumps({**about, "slow": slow}), flush=True)
                break


if __name__ == "__main__":
    main()
