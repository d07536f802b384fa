"""A function computed in a worker; what it fails over is left out, and the rest computed again."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

from audit.crash import logged, logged_bound
from audit.workers.pool import Answer, Died, Failed, Workers

WHOLE = ""
"""The step that is work on no part in particular: what fails in it fails as a whole."""


class GivenUp(Exception):  # noqa: N818 — what happened, not what is wrong
    """A function could not be computed; ``why`` says how it ended, and where the log of it is."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def no_answer(question: str, _: Sequence[Any]) -> Any:
    """The answers to a function that has no questions."""
    raise AssertionError(question)


class Computation:
    """A function that is called in a worker from now on; a context manager.

    The function gets an ``Asker``, ``words``, and the parts that were given up, each with the
    reason. It begins a step with the id of a part before it computes on that. When it dies, hangs
    or raises what it should not, it is called again without the part whose step it was.
    """

    def __init__(self, workers: Workers, function: Callable[..., Any], *words: Any) -> None:
        self._workers = workers
        self._function = function
        self._words = words
        self._given_up: dict[str, str] = {}
        self._task = workers.begin(function, *words, {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._task.end()

    def result(self, answer: Answer = no_answer, named: Callable[[str], str] = str) -> Any:
        """What the function returns, or raises of ours.

        Args:
            answer: Answers its questions.
            named: What the log calls a step.

        Raises:
            GivenUp: It failed over no part, or over one that was given up already.
            Closed: The workers were ended.
        """
        while True:
            try:
                return self._task.result(answer)
            except (Died, Failed) as ended:
                step = ended.step or WHOLE
                why = logged_end(ended, named(step))
                if step == WHOLE or step in self._given_up:
                    raise GivenUp(why) from ended
            self._given_up[step] = why
            self._task.end()
            self._task = self._workers.begin(self._function, *self._words, self._given_up)


def compute(workers: Workers, function: Callable[..., Any], *words: Any) -> Any:
    """What a function of a module returns that has no parts and no questions.

    Raises:
        GivenUp: It could not be computed.
        Closed: The workers were ended.
    """
    try:
        return workers.compute(function, *words)
    except (Died, Failed) as ended:
        raise GivenUp(
            logged_end(ended, f"{function.__module__}.{function.__qualname__}")
        ) from ended


def logged_end(ended: Died | Failed, over: str) -> str:
    """How a worker ended, in a few words, and where the log is that says over what."""
    text = f"{ended}\n{over}\n{ended.trace}"
    return logged(str(ended), text) if isinstance(ended, Failed) else logged_bound(str(ended), text)
