"""Where outside bytes are computed on, handed to a stage that knows no processes."""

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

_Words = ParamSpec("_Words")
_Result = TypeVar("_Result")


class Compute(Protocol):
    """Runs a function of a module.

    Its words and its result may have to cross to another process.
    """

    def __call__(
        self,
        function: Callable[_Words, _Result],
        /,
        *words: _Words.args,
        **named: _Words.kwargs,
    ) -> _Result:
        """What the function returns.

        Raises:
            Exception: What it raises, or that it was ended at a bound of time or memory.
        """
        ...


def compute_here(
    function: Callable[_Words, _Result], /, *words: _Words.args, **named: _Words.kwargs
) -> _Result:
    """Runs a function in this process, without bounds."""
    return function(*words, **named)
