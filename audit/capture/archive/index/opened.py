"""Archives that a run has opened: each is indexed once, however many articles ask it."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from audit.capture.archive.conditional import is_young
from audit.capture.archive.index.entries import Collector
from audit.capture.archive.index.held import Captures, Held
from audit.capture.archive.journal import Digests, Journal
from audit.capture.archive.on_disk import State, state_of
from audit.capture.archive.record import Record
from audit.capture.archive.records import scan
from audit.errors import CaptureError
from audit.model import Provenance

_MOST = 16  # archives that are kept open: who has more has one for each article
_LARGE = 4_000_000
"""Bytes from which an archive has an index on disk: below, reading it takes no longer than finding
that.
"""

_MOST_CUTS = 1000  # archives of which it is kept in mind whether they are whole

_Key = tuple[Path, float | None]

_cuts: dict[State, int | None] = {}  # where archives break off that this process has read


class Archives:
    """The captures of archives that are believed whoever made them. Safe to use from threads.

    Args:
        journal: What runs of this user made.
        large: Bytes from which an archive has an index on disk.
    """

    def __init__(self, journal: Journal, large: int = _LARGE) -> None:
        self._journal = journal
        self._large = large
        self._guard = threading.Lock()
        self._opened: OrderedDict[_Key, tuple[State, Captures]] = OrderedDict()

    def captures(self, path: Path, max_age: float | None) -> Captures:
        """The captures of an archive, read again only where it has changed since.

        Args:
            path: The archive.
            max_age: Seconds for which a capture answers in place of the web; None when each does.

        Raises:
            CaptureError: It cannot be read.
        """
        state = _state(path)
        key = path, max_age
        with self._guard:  # the second article waits until the first has read it
            found = self._opened.pop(key, None)
            if found is None or found[0] != state:
                found = state, self._read(path, state, max_age)
            if state.is_settled:
                self._opened[key] = found
            if len(self._opened) > _MOST:
                self._opened.popitem(last=False)
        return found[1]

    def _read(self, path: Path, state: State, max_age: float | None) -> Captures:
        young = None if max_age is None else partial(is_young, max_age=max_age)
        if state.size >= self._large:
            from audit.capture.archive.index.catalogue import (  # noqa: PLC0415 — nor sqlite for small ones
                Seen,
                catalogue_of,
            )

            catalogue = catalogue_of(path)
            if catalogue is not None:
                _note_cut(state, catalogue.cut())
                return Seen(catalogue, self._journal.has, young)
        with Digests(path) as digests:
            believed = provenances(path, self._journal, digests, Provenance.GIVEN)
            collector = Collector(path, young, believed)
            cuts: list[int] = []
            for record in scan(path, cuts.append):
                collector.take(record)
        _note_cut(state, next(iter(cuts), None))
        return Held(collector.entries())


def cut_of(path: Path) -> int | None:
    """The offset behind an archive's last whole record, where it breaks off in the next.

    None where it is whole. An archive that this process has read is not read again.

    Raises:
        CaptureError: It cannot be read.
    """
    state = _state(path)
    if state in _cuts:
        return _cuts[state]
    catalogue = None
    if state.size >= _LARGE:
        from audit.capture.archive.index.catalogue import catalogue_of  # noqa: PLC0415 — as above

        catalogue = catalogue_of(path)
    if catalogue is not None:
        cut = catalogue.cut()
    else:
        cuts: list[int] = []
        for _ in scan(path, cuts.append):
            pass
        cut = next(iter(cuts), None)
    _note_cut(state, cut)
    return cut


def _note_cut(state: State, cut: int | None) -> None:
    if state.is_settled:  # else the file may change, and look the same
        if len(_cuts) >= _MOST_CUTS:
            _cuts.clear()
        _cuts[state] = cut


def _state(path: Path) -> State:
    """What a file is like now.

    Raises:
        CaptureError: That cannot be told.
    """
    try:
        return state_of(path)
    except OSError as error:
        raise CaptureError(
            f"{path}: the archive cannot be read ({error.strerror}); check the path"
        ) from error


def provenances(
    path: Path, journal: Journal, digests: Digests, otherwise: Provenance | None
) -> Callable[[Record], Provenance | None]:
    """Why a record of an archive is believed, if it is: by a run of this user, or ``otherwise``."""

    def provenance(record: Record) -> Provenance | None:
        if journal.is_empty:
            return otherwise
        try:
            is_own = journal.has(digests.of(record))
        except OSError as error:
            raise CaptureError(f"{path}: the archive cannot be read ({error.strerror})") from None
        return Provenance.OWN_RUN if is_own else otherwise

    return provenance
