"""The side of a worker that computes: it runs a function, and asks for what it lacks."""

import faulthandler
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from audit.crash import traceback_of
from audit.errors import CiteauditError
from audit.workers.limits import Limits, begin_step, limit_process

if sys.platform == "linux":
    import ctypes  # here, so that it is loaded before a worker is forked

_BETWEEN_PIECES = 0.1  # seconds of computing: of small pieces, not each is worth a word
_PR_SET_PDEATHSIG = 1  # prctl(2)


@dataclass(frozen=True, slots=True)
class Ends:
    """A worker's ends of its pipes.

    ``inbox`` brings functions and answers, ``outbox`` takes questions and results, ``trace`` the
    place in the code at which a signal ends the process.
    """

    inbox: Connection
    outbox: Connection
    trace: Connection


class Asker:
    """What a function in a worker has of the process that started it."""

    def __init__(self, limits: Limits, ends: Ends) -> None:
        self._limits = limits
        self._inbox = ends.inbox
        self._outbox = ends.outbox
        self._step: str | None = None
        self._since = 0.0

    def begin(self, step: str) -> None:
        """A step begins, or goes on with a new piece: its time counts from here."""
        now = time.process_time()
        if step != self._step or now - self._since >= _BETWEEN_PIECES:
            self._step, self._since = step, now
            begin_step(self._limits)
            self._outbox.send(("begin", step))

    def ask(self, question: str, *words: Any) -> Any:
        """The answer of the other side."""
        self._outbox.send(("ask", question, words))
        return self._inbox.recv()


def serve(limits: Limits, ends: Ends, folder: str, foreign: Sequence[Connection]) -> None:
    """Runs one function after another until nobody is there any more.

    Args:
        limits: The bounds of the process, and of each step.
        ends: Its pipes.
        folder: The working folder.
        foreign: Ends of pipes that are not ours; they came along with the fork.
    """
    for end in foreign:
        end.close()
    os.chdir(folder)
    _stand_alone(ends.trace)
    limit_process(limits)
    while True:
        try:
            function, words = ends.inbox.recv()
        except EOFError:
            return
        outcome = _outcome(function, Asker(limits, ends), words)
        try:
            ends.outbox.send(outcome)
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 — a result that cannot be sent, or is too large to be
            ends.outbox.send(("failed", type(error).__name__, traceback_of(error)))


def _outcome(function: Any, asker: Asker, words: Sequence[Any]) -> tuple[Any, ...]:
    try:
        return "done", function(asker, *words)
    except CiteauditError as error:
        return "raised", error
    except (EOFError, BrokenPipeError):  # the other side is gone
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 — one article is fenced off from the others
        return "failed", type(error).__name__, traceback_of(error)


def _stand_alone(trace: Connection) -> None:
    """No Ctrl-C of the terminal.

    Gone with whoever started us; what ends us leaves its place in ``trace``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # not as whoever forked us hears it
    faulthandler.enable(trace.fileno(), all_threads=False)
    if sys.platform == "win32":
        return
    faulthandler.register(signal.SIGXCPU, trace.fileno(), all_threads=False, chain=True)
    os.setsid()  # so that what a worker starts ends with it
    if sys.platform == "linux":
        # One that is gone already is told by the end of its pipes. The number of the parent tells
        # nothing: in a container, whoever started us is process 1.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
