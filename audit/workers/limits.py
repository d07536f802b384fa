"""The bounds of a worker, as its platform has them: the kernel holds them."""

import math
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = (
    5 if sys.platform == "win32" else 20
)  # where the kernel counts, a busy machine is no hang


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take.

    ``seconds`` are of computing, for one step; ``memory`` is in bytes of address space beside what
    the process begins with, which is more where a large program forks it.
    ``patience`` is the time that may pass for each of those seconds until a worker without a word
    hangs.
    """

    seconds: int = 60
    memory: int = 2_000_000_000
    patience: int = _PATIENCE

    @property
    def longest_silence(self) -> int:
        """Seconds without a word after which a worker hangs, whatever it computes."""
        return self.seconds * self.patience


if sys.platform == "win32":

    def limit_process(limits: Limits) -> None:
        """No bound but patience: Windows has no such limits."""

    def begin_step(limits: Limits) -> None:
        """Patience counts for itself."""

else:
    import resource

    def limit_process(limits: Limits) -> None:
        """Bounds the memory of this process, where the system counts it; it leaves no core dump."""
        _lower(resource.RLIMIT_CORE, 0)
        if sys.platform == "linux":
            _lower(resource.RLIMIT_AS, _address_space() + limits.memory)

    def begin_step(limits: Limits) -> None:
        """From now on this process may compute for one step's seconds, then SIGXCPU ends it."""
        spent = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, math.ceil(spent.ru_utime + spent.ru_stime) + limits.seconds)

    def _address_space() -> int:
        """The bytes of this process, the first figure of proc(5)'s statm; Linux only."""
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * resource.getpagesize()

    def _lower(which: int, limit: int) -> None:
        """Sets the soft limit alone: what this process starts sets its own."""
        _, hard = resource.getrlimit(which)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(which, (soft, hard))


def ending(exit_code: int | None, limits: Limits) -> str:
    """How a worker ended, in a few words.

    ``exit_code`` as multiprocessing has it, a signal below 0.
    """
    if exit_code is None:
        return f"it did not answer for {limits.longest_silence} s"
    if exit_code >= 0:
        return f"its process ended with code {exit_code}"
    if sys.platform != "win32" and exit_code == -signal.SIGXCPU:
        return f"it took more than {limits.seconds} s of computing"
    try:
        name = signal.Signals(-exit_code).name
    except ValueError:
        name = f"signal {-exit_code}"
    return f"its process was ended by {name}"
