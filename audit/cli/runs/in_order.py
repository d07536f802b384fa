"""Several pieces of work at once, whose results come in the order of the work."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

_AHEAD = 4  # results for each thread that may wait for an earlier one


def in_order(
    work: Callable[[_Given], _Made], given: Iterable[_Given], at_once: int
) -> Iterator[_Made]:
    """What ``work`` makes of each, the first first; at most so many are under way."""
    if at_once == 1:
        yield from map(work, given)
        return
    waiting: deque[Future[_Made]] = deque()
    with ThreadPoolExecutor(at_once) as threads:
        try:
            for each in given:
                waiting.append(threads.submit(work, each))
                if len(waiting) >= _AHEAD * at_once:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for left in waiting:
                left.cancel()
