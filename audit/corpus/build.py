"""Builds a corpus: pages are read in workers, several at once, and added in their order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from audit.corpus.entry import Kept
from audit.corpus.given import Given, given_in
from audit.corpus.writer import Writer, open_writer
from audit.errors import CiteauditError
from audit.report.own_files import is_report
from audit.workers import GivenUp, Workers, compute

_AHEAD = 4  # pages of each worker that wait for it, or for those before them
_MOST_NAMED = 5  # of what is left out

_Result = TypeVar("_Result")


@dataclass(slots=True)
class Built:
    """What came of a build: pages added, those there already, those without words.

    ``own`` are files of our own reports, which are passed over in folders. ``left_out`` is the
    number of those that could not be read, ``told`` says why, of the first few.
    """

    added: int = 0
    known: int = 0
    empty: int = 0
    own: int = 0
    left_out: int = 0
    unreadable: list[str] = field(default_factory=list)

    def is_own(self, path: Path) -> bool:
        """Whether a file is a report of ours; counts it if so."""
        found = is_report(path)
        self.own += found
        return found

    def leave_out(self, name: str, why: str) -> None:
        """Counts what could not be read."""
        self.left_out += 1
        if len(self.unreadable) < _MOST_NAMED:
            self.unreadable.append(f"{name}: {why}" if name else why)


def build(inputs: Sequence[Path], corpus: Path, workers: Workers, at_once: int) -> Built:
    """Adds the pages of folders, archives, lists and files to a corpus.

    What is there with the same address and bytes is not read again. Pages that were added before an
    input failed stay.

    Raises:
        CaptureError: The corpus or an archive cannot be read, or another run is writing to it.
        UsageError: A folder, a list or a file cannot be read.
    """
    built = Built()
    with open_writer(corpus) as writer, ThreadPoolExecutor(at_once) as threads:
        reading = _Reading(workers, threads, at_once * _AHEAD, built)
        given: Iterator[Given] = (
            each for path in inputs for each in given_in(path, built.leave_out, built.is_own)
        )
        if not writer.is_empty:  # else nothing is there already, and one reading is enough
            given = _new(reading.digested(given), writer)
        try:
            for kept in reading.kept(given):
                writer.add(kept)
        finally:
            threads.shutdown(cancel_futures=True)
            built.added, built.known = writer.added, writer.known
    return built


def _new(given: Iterable[Given], writer: Writer) -> Iterator[Given]:
    """Those that the corpus does not have."""
    for each in given:
        key = each.key()
        assert key is not None
        if not writer.has(*key):
            yield each


class _Reading:
    """Reads pages in workers; of those that one fails on, each costs itself."""

    def __init__(
        self, workers: Workers, threads: ThreadPoolExecutor, window: int, built: Built
    ) -> None:
        self._workers = workers
        self._threads = threads
        self._window = window
        self._built = built

    def digested(self, given: Iterable[Given]) -> Iterator[Given]:
        """The pages with their keys; what is none goes."""
        yield from self._in_order(given, self._with_key)

    def kept(self, given: Iterable[Given]) -> Iterator[Kept]:
        """The pages read; those without words are counted."""
        yield from self._in_order(given, self._read)

    def _with_key(self, given: Given) -> Given | None:
        return given if given.key() is not None else self._apart(given, _digested)

    def _read(self, given: Given) -> Kept | None:
        kept = given.kept() if given.is_ready else self._apart(given, _kept)
        self._built.empty += kept is None
        return kept

    def _apart(self, given: Given, function: Callable[[Given], _Result | None]) -> _Result | None:
        try:
            result: _Result | None = compute(self._workers, function, given)
        except GivenUp as given_up:
            self._built.leave_out(given.name, given_up.why)
            return None
        return result

    def _in_order(
        self, given: Iterable[Given], function: Callable[[Given], _Result | None]
    ) -> Iterator[_Result]:
        """What a function makes of pages, some of them ahead in threads; None is left out."""
        ahead: deque[Callable[[], _Result | None]] = deque()
        broken: CiteauditError | None = None
        try:
            for each in given:
                if each.is_ready:  # nothing to wait for
                    ahead.append(partial(function, each))
                else:
                    ahead.append(self._threads.submit(function, each).result)
                if len(ahead) >= self._window and (result := ahead.popleft()()) is not None:
                    yield result
        except CiteauditError as error:  # of an input: what came before it counts
            broken = error
        while ahead:
            if (result := ahead.popleft()()) is not None:
                yield result
        if broken is not None:
            raise broken


def _digested(given: Given) -> Given | None:
    return given.digested()


def _kept(given: Given) -> Kept | None:
    return given.kept()
