"""A batch: articles go to workers as these become free, and what came of each is noted at once.

The process that has the network keeps nothing of an article beside its entry in the ledger; pages,
comparisons and reports are the workers' (``work``). An article that has not changed since its
report was made is not done again.
"""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path

from audit.batch.fingerprint import Fingerprints
from audit.batch.item import Item
from audit.batch.ledger import Entry, Ledger
from audit.batch.work import Done, audited_and_written
from audit.batch.written import Writes
from audit.capture import begin_run
from audit.corpus.entry import Kept
from audit.crash import logged, traceback_of
from audit.errors import CiteauditError, InternalError
from audit.files import read_file
from audit.jobs.one_article import audit_with
from audit.model import Outcome
from audit.outside import UNWATCHED, Watch
from audit.pipeline import Job
from audit.report.index.listed import Listed, from_json
from audit.workers import Closed, Workers

_LARGEST_FILE = 200_000_000  # bytes of a report
_PASSING = frozenset(
    {
        Outcome.TIMED_OUT,
        Outcome.NETWORK_ERROR,
        Outcome.SERVER_ERROR,
        Outcome.RATE_LIMITED,
        Outcome.INTERNAL_ERROR,
    }
)
"""Outcomes that may be others the next time: such a report is made again by the next run."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of an article: its record, or why there is none.

    ``is_kept`` says that it was there already; ``pages`` are those of its sources, where they are
    asked for.
    """

    place: int
    name: str
    came: Listed | CiteauditError
    is_kept: bool = False
    pages: tuple[Kept, ...] = ()


def audit_all(
    items: Iterable[Item],
    ledger: Ledger,
    workers: Workers,
    at_once: int,
    writes: Writes,
    *,
    watch: Watch = UNWATCHED,
) -> Iterator[Ended]:
    """What came of each article, as it ends; a bad article stops no other.

    Args:
        items: The articles; they share the settings of the first. No more are taken than are
            worked on.
        ledger: What was done already, and where it is noted.
        workers: What audits them.
        at_once: How many are audited at the same time.
        writes: What is written of each.
        watch: Is told which sources are asked for.

    When the caller leaves early, no audit is begun any more; those under way end with their
    workers.
    """
    batch: _Batch | None = None
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="article")
    waiting: dict[Future[Ended], Item] = {}
    left = iter(items)
    try:
        while True:
            for item in islice(left, 2 * at_once - len(waiting)):
                if isinstance(item.job, CiteauditError):
                    yield Ended(item.place, item.name, item.job)
                    break
                batch = batch or _Batch(item.job, ledger, workers, writes, watch)
                waiting[pool.submit(batch.done, item.place, item.name, item.job)] = item
            else:
                if not waiting:
                    return
            if not waiting:
                continue
            ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in ready:
                yield _ended(waiting.pop(future), future)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _ended(item: Item, future: Future[Ended]) -> Ended:
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, CiteauditError):
        return Ended(item.place, item.name, error)
    if isinstance(error, Exception) and not isinstance(error, Closed):
        why = logged(type(error).__name__, traceback_of(error))
        return Ended(item.place, item.name, InternalError.of(item.name, why))
    raise error


class _Batch:
    """What the articles of a batch share."""

    def __init__(
        self, job: Job, ledger: Ledger, workers: Workers, writes: Writes, watch: Watch
    ) -> None:
        self._watch = watch
        self._fingerprints = Fingerprints(job, writes.files)
        self._max_age = job.settings.fetch.max_age
        self._run = begin_run(job.settings.fetch, ledger)
        self._ledger = ledger
        self._workers = workers
        self._writes = writes

    def done(self, place: int, name: str, job: Job) -> Ended:
        """What came of an article, made again unless it was there already and still stands."""
        fingerprint = self._fingerprints.of(job)
        if fingerprint is not None:
            kept = self._kept(name, fingerprint, offline=job.offline)
            if kept is not None:
                self._ledger.keep(place, name)
                return Ended(place, name, kept, is_kept=True)
        return self._audited(place, name, job, fingerprint or "")

    def _kept(self, name: str, fingerprint: str, *, offline: bool) -> Listed | None:
        """The record of a report that was there already and still stands; None where none does."""
        entry = self._ledger.found(name, fingerprint)
        if entry is None:
            return None
        return standing(entry, self._ledger, self._writes, offline=offline, max_age=self._max_age)

    def _audited(self, place: int, name: str, job: Job, fingerprint: str) -> Ended:
        """Audits an article and notes what came of it."""
        done: Done = audit_with(
            job, self._workers, self._run, self._watch, audited_and_written, self._writes
        )
        entry = Entry(
            name=name,
            fingerprint=fingerprint,
            outcome=done.outcome,
            noted=time.time(),
            files=done.files,
            tree=done.tree,
        )
        self._ledger.note(place, entry)
        return Ended(place, name, from_json(done.outcome), pages=done.pages)


def standing(
    entry: Entry,
    ledger: Ledger,
    writes: Writes,
    *,
    offline: bool,
    max_age: float | None = None,
) -> Listed | None:
    """The record of a report that was there already, where it would be made again the same.

    Args:
        entry: What is known of it; its article has not changed.
        ledger: Says whether a run goes on that made it.
        writes: Where its files are.
        offline: Whether archives alone are asked.
        max_age: Seconds for which an answer of the web counts; None when it does for good.
    """
    row = from_json(entry.outcome)
    outcomes = {source.outcome for source in row.sources}
    if Outcome.INTERNAL_ERROR in outcomes:
        return None
    if not offline and not ledger.resumes:
        is_old = max_age is not None and time.time() - entry.noted > max_age
        if is_old or outcomes & _PASSING:
            return None
    if writes.output_dir is None:
        return row if entry.tree is not None else None
    is_there = all(
        _is_as_written(writes.output_dir / name, digest) for name, digest in entry.files.items()
    )
    return row if is_there else None


def _is_as_written(path: Path, digest: str) -> bool:
    with suppress(OSError):
        return sha256(read_file(path, _LARGEST_FILE)).hexdigest() == digest
    return False
