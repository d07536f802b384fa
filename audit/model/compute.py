"""Where outside bytes are computed on, and what came of them is kept.

Both are handed to stages that know neither processes nor folders.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, Protocol, TypeVar

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


class Remember(Protocol):
    """Keeps what was made of something, so that it is made once."""

    def __call__(
        self,
        made_of: tuple[object, ...],
        make: Callable[[], _Result],
        told: Callable[[_Result], Any],
        read: Callable[[Any], _Result],
    ) -> _Result:
        """What ``make`` makes, or made before of the same; see ``pages.cache``."""
        ...


def remember_nothing(
    made_of: tuple[object, ...],  # noqa: ARG001 — of the shape of a ``Remember``
    make: Callable[[], _Result],
    told: Callable[[_Result], Any],  # noqa: ARG001 — the same
    read: Callable[[Any], _Result],  # noqa: ARG001 — the same
) -> _Result:
    """Makes it anew."""
    return make()
