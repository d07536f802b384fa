"""How far a run is, on standard error: on a terminal all the time, else every ten seconds."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from audit.cli.console.output import is_hushed, say
from audit.markup.addresses.url import host_of
from audit.model.counted import counted
from audit.report.escape import visible

_EVERY = 10.0  # seconds between two plain lines
_MOST_HOSTS = 3  # that are named
_ENOUGH = 5  # articles from which the time that is left can be told


class Progress:
    """What is known of a run. Safe to use from threads; satisfies ``audit.outside.Watch``.

    ``total`` articles are audited.
    """

    def __init__(self, total: int) -> None:
        self._guard = threading.Lock()
        self._total = total
        self._began = time.monotonic()
        self._articles = self._audited = self._findings = self._sources = 0
        self._expected = self._read = 0
        self._hosts: Counter[str] = Counter()

    def take(self, *, findings: int, sources: int, is_kept: bool = False) -> None:
        """One article is finished; one that was kept says nothing of how long the others take."""
        with self._guard:
            self._articles += 1
            self._audited += not is_kept
            self._findings += findings
            self._sources += sources

    def expect(self, sources: int) -> None:
        """So many sources are going to be asked for."""
        with self._guard:
            self._expected += sources

    def begin(self, url: str) -> None:
        """A source is asked for now."""
        with self._guard:
            self._hosts[host_of(url)] += 1

    def end(self, url: str) -> None:
        """What came of it is there."""
        host = host_of(url)
        with self._guard:
            self._read += 1
            self._hosts[host] -= 1
            if self._hosts[host] <= 0:
                del self._hosts[host]

    @property
    def line(self) -> str:
        """How far the run is, whom it waits for, how long it will take.

        Empty where nothing is to say.
        """
        with self._guard:
            hosts = [host for host in self._hosts if host]
            if self._total < 2:
                if not hosts:
                    return ""
                number = min(self._read + 1, self._expected)
                return f"reading {number} of {self._expected}: {visible(hosts[0])}"
            told = (
                f"{self._articles} of {self._total} articles,"
                f" {counted(self._sources, 'source')}, {counted(self._findings, 'finding')}"
            )
            if hosts:
                more = f" and {len(hosts) - _MOST_HOSTS} more" if len(hosts) > _MOST_HOSTS else ""
                told += f"; waiting for {visible(', '.join(hosts[:_MOST_HOSTS]))}{more}"
            return f"{told}{self._left()}"

    def _left(self) -> str:
        if self._audited < _ENOUGH:
            return ""
        each = (time.monotonic() - self._began) / self._audited
        return f"; about {_spelled(each * (self._total - self._articles))} left"


def _spelled(seconds: float) -> str:
    """A time in the unit in which one says it."""
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


@contextmanager
def progress(total: int) -> Iterator[Progress]:
    """Shows how far a run of ``total`` articles is, unless only complaints are wanted."""
    shown = Progress(total)
    if is_hushed() or sys.stderr is None:
        yield shown
    elif sys.stderr.isatty():
        from rich.console import Console  # noqa: PLC0415 — only a terminal needs it
        from rich.live import Live  # noqa: PLC0415 — the same
        from rich.text import Text  # noqa: PLC0415 — the same

        with Live(
            get_renderable=lambda: Text(shown.line, overflow="ellipsis", no_wrap=True),
            console=Console(stderr=True),
            transient=True,
            refresh_per_second=4,
        ):
            yield shown
    else:
        with _lines(shown):
            yield shown


@contextmanager
def _lines(shown: Progress) -> Iterator[None]:
    """A line now and then, by a thread: who waits for a host hears of it too."""
    over = threading.Event()

    def tell() -> None:
        while not over.wait(_EVERY):
            if line := shown.line:
                say(line)

    thread = threading.Thread(target=tell, name="progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
