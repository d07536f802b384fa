"""Manners and time: one page of a host at a time, a pause between two, an end to all waiting."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from audit.capture.http.exchange import Failure
from audit.model import FetchSettings, Outcome


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0  # on time.monotonic()


class Hosts:
    """Hands out visits; safe to use from several threads. The time of the run begins with it."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._guard = threading.Lock()
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        most = settings.max_time
        self._ends = None if most is None else time.monotonic() + most

    def visit(self, host: str, *, is_patient: bool = True) -> "Visit":
        """The visit that one page is: its redirects, retries and robots.txt count as that page.

        ``is_patient`` says whether a server that is busy is asked again.
        """
        with self._guard:
            return Visit(
                self._hosts[host.lower()], self._settings, self._ends, is_patient=is_patient
            )


class Visit:
    """One page's time. It begins when the network is first asked for it; archives need no manners.

    ``deadline`` is on ``time.monotonic()``; ``has_begun`` says whether the network was asked,
    ``is_patient`` whether a server that is busy is asked again.
    """

    def __init__(
        self, host: _Host, settings: FetchSettings, ends: float | None, *, is_patient: bool
    ) -> None:
        self.is_patient = is_patient
        self._host = host
        self._settings = settings
        self._ends = ends
        self.has_begun = False
        self.deadline = time.monotonic() + settings.deadline

    def begin(self) -> Failure | None:
        """Waits for the host's turn and the pause after its last page; None when it has come.

        The deadline of the page is counted from then, so that a long queue lets no page time out.
        """
        if self.has_begun:
            return None
        left = -1.0 if self._ends is None else max(self._ends - time.monotonic(), 0.0)
        if not self._host.turn.acquire(timeout=left):
            return _OVER
        pause = self._host.free_at - time.monotonic()
        if self._ends is not None and time.monotonic() + max(pause, 0.0) >= self._ends:
            self._host.turn.release()
            return _OVER
        if pause > 0:
            time.sleep(pause)
        self.has_begun = True
        self.deadline = time.monotonic() + self._settings.deadline
        if self._ends is not None:
            self.deadline = min(self.deadline, self._ends)
        return None

    def part(self, seconds: float) -> "Visit":
        """The same visit, which has begun, for a part of its time."""
        part = Visit(self._host, self._settings, self._ends, is_patient=self.is_patient)
        part.has_begun = self.has_begun
        part.deadline = min(self.deadline, time.monotonic() + seconds)
        return part

    @contextmanager
    def not_counted(self) -> Iterator[None]:
        """Time that is not the server's: the deadline of the page waits."""
        begin = time.monotonic()
        yield
        self.deadline += time.monotonic() - begin
        if self._ends is not None:
            self.deadline = min(self.deadline, self._ends)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.has_begun:
            self._host.free_at = time.monotonic() + self._settings.delay
            self._host.turn.release()


_OVER = Failure(
    Outcome.TIMED_OUT, "the time for the whole run was up before it was asked for (--max-time)"
)
