"""The side that asks: workers are started, given functions, answered, and ended."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from audit.workers.limits import Limits, ending
from audit.workers.serving import Asker, Ends, serve

Answer = Callable[[str, Sequence[Any]], Any]
"""Answers a question of a worker's: its name, and what goes with it."""

_Words = ParamSpec("_Words")
_Result = TypeVar("_Result")

_LONGEST_TRACE = 60_000  # bytes
_MOST_TASKS = 1000  # of a process: what libraries keep in mind of each is let go with it


class Died(Exception):  # noqa: N818 — what happened, not what is wrong
    """A worker ended or hung in the middle of a step.

    ``how`` says it in a few words, ``trace`` the place in the code where that is known.
    """

    def __init__(self, step: str | None, how: str, trace: str) -> None:
        super().__init__(how)
        self.step = step
        self.how = how
        self.trace = trace


class Failed(Exception):  # noqa: N818 — the same
    """A worker's function raised what it should not: the exception's ``name``, its ``trace``."""

    def __init__(self, step: str | None, name: str, trace: str) -> None:
        super().__init__(name)
        self.step = step
        self.name = name
        self.trace = trace


class Closed(Exception):  # noqa: N818 — the same
    """The workers were ended from outside: nobody waits for the result any more."""


class Workers:
    """Up to ``most`` processes, and new ones in the place of those that end; a context manager.

    ``beside`` more run what is handed to ``compute``, so that a task may wait for what comes of it.

    They work in ``folder``, else in the working folder of whoever starts them.

    They are forked here and now where that is safe: before there are threads. All later ones, and
    all where it is not, come from a server process without threads (on Windows: from scratch).
    """

    def __init__(
        self, limits: Limits, most: int, beside: int = 1, folder: str | None = None
    ) -> None:
        self._limits = limits
        self._folder = folder
        self._beside = threading.Semaphore(beside)
        self._guard = threading.Lock()
        self._closed = False
        self._all: list[_Worker] = []
        self._idle: list[_Worker] = []
        if sys.platform == "linux" and threading.active_count() == 1:
            gc.freeze()  # a search for cycles would write to every page that the fork shares
            self._idle = [self._started("fork") for _ in range(most + beside)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends every process at once."""
        with self._guard:
            self._closed = True
            workers, self._all = self._all, []
            idle, self._idle = self._idle, []
        for worker in workers:
            worker.end()
        for worker in idle:  # the pipes of the others are closed by who waits at them
            worker.close()

    def begin(self, function: Callable[..., Any], *words: Any) -> "Task":
        """Has a worker run a function of a module: it gets an ``Asker``, then ``words``.

        Raises:
            Closed: The workers were ended.
        """
        with self._guard:
            if self._closed:
                raise Closed
            worker = self._idle.pop() if self._idle else self._started(_later())
        task = Task(self, worker)
        task.give(function, words)
        return task

    def compute(
        self, function: Callable[_Words, _Result], /, *words: _Words.args, **named: _Words.kwargs
    ) -> _Result:
        """Runs a function within the bounds of one step; satisfies ``audit.model.Compute``.

        Raises:
            Died: Its process ended, or hung.
            Failed: It raised what it should not.
            Closed: The workers were ended.
        """
        with self._beside:
            task = self.begin(_computed, function, words, named)
            try:
                result: _Result = task.result(_no_answer)
            finally:
                task.end()
        return result

    def _started(self, method: str) -> "_Worker":
        foreign = [end for worker in self._all for end in worker.ends] if method == "fork" else []
        worker = _Worker(method, self._limits, foreign, self._folder)
        self._all.append(worker)
        return worker

    def take_back(self, worker: "_Worker", *, is_idle: bool) -> None:
        """A task is over: its worker waits for the next one, or is ended."""
        with self._guard:
            worker.tasks += 1
            if is_idle and not self._closed and worker.tasks < _MOST_TASKS:
                self._idle.append(worker)
                return
            if worker in self._all:
                self._all.remove(worker)
        worker.end()
        worker.close()

    @property
    def is_closed(self) -> bool:
        """Whether the workers were ended."""
        return self._closed


def _computed(asker: Asker, function: Any, words: Sequence[Any], named: Mapping[str, Any]) -> Any:
    asker.begin("")
    return function(*words, **named)


def _no_answer(question: str, _: Sequence[Any]) -> Any:
    raise AssertionError(question)


class Task:
    """A function that runs in a worker; ``end`` it in any case."""

    def __init__(self, workers: Workers, worker: "_Worker") -> None:
        self._workers = workers
        self._worker = worker
        self._step: str | None = None
        self._is_over = False
        self._ended = False

    def give(self, function: Callable[..., Any], words: Sequence[Any]) -> None:
        """Sends the function; a worker that is gone shows in ``result``."""
        with suppress(OSError):
            self._worker.inbox.send((function, words))

    def result(self, answer: Answer) -> Any:
        """What the function returned, or raised of ours; meanwhile its questions are answered.

        Raises:
            Died: The worker ended, or hung; the task is over.
            Failed: The function raised what it should not.
            Closed: The workers were ended.
        """
        worker = self._worker
        try:
            while True:
                if not worker.outbox.poll(worker.limits.longest_silence):
                    raise self._died(hung=True)
                match worker.outbox.recv():
                    case ("begin", step):
                        self._step = step
                    case ("ask", question, words):
                        worker.inbox.send(answer(question, words))
                    case ("done", value):
                        self._is_over = True
                        return value
                    case ("raised", error):
                        self._is_over = True
                        raise error
                    case ("failed", name, trace):
                        raise Failed(self._step, name, trace)
        except (EOFError, OSError) as error:
            is_pipe = isinstance(error, EOFError | ConnectionError)
            if not is_pipe and not self._workers.is_closed:  # an error of who answers
                raise
            raise self._died(hung=False) from error

    def _died(self, *, hung: bool) -> Exception:
        if self._workers.is_closed:
            return Closed()
        exit_code, trace = self._worker.end()
        return Died(self._step, ending(None if hung else exit_code, self._worker.limits), trace)

    def end(self) -> None:
        """Gives the worker back; one that is not done is ended."""
        if not self._ended:
            self._ended = True
            self._workers.take_back(self._worker, is_idle=self._is_over)


class _Worker:
    """A process, with our ends of its pipes."""

    def __init__(
        self, method: str, limits: Limits, foreign: Sequence[Connection], folder: str | None
    ) -> None:
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(["audit.asking", "audit.workers.serving"])
        self.limits = limits
        self.tasks = 0
        self._guard = threading.Lock()
        self._exit_code: int | None = None
        self._trace = ""
        inbox, self.inbox = context.Pipe(duplex=False)
        self.outbox, outbox = context.Pipe(duplex=False)
        self._tracing, trace = context.Pipe(duplex=False)
        theirs = Ends(inbox, outbox, trace)
        ours = [*foreign, *self.ends] if method == "fork" else []
        words = (limits, theirs, folder or os.getcwd(), ours)  # noqa: PTH109 — a string to send
        self._process: BaseProcess | None = context.Process(  # type: ignore[attr-defined]
            target=serve, args=words, daemon=True
        )
        self._process.start()
        for end in (inbox, outbox, trace):
            end.close()

    @property
    def ends(self) -> tuple[Connection, ...]:
        """Our ends of the pipes."""
        return self.inbox, self.outbox, self._tracing

    def end(self) -> tuple[int | None, str]:
        """Ends the process and what it started, and waits: how it ended, and where."""
        with self._guard:
            process, self._process = self._process, None
            if process is not None:
                self._end(process)
            return self._exit_code, self._trace

    def _end(self, process: BaseProcess) -> None:
        if sys.platform != "win32" and process.pid is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.join()
        self._exit_code = process.exitcode
        with suppress(OSError):
            if self._tracing.poll(0):
                self._trace = os.read(self._tracing.fileno(), _LONGEST_TRACE).decode(
                    errors="replace"
                )
        process.close()

    def close(self) -> None:
        """Closes our ends of the pipes; nobody may wait at them any more."""
        for end in self.ends:
            end.close()


def _later() -> str:
    return "spawn" if sys.platform == "win32" else "forkserver"
