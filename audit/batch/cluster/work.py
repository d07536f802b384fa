"""What the machines of a cluster do, as tasks of Dask; the arguments travel, so they are plain.

Articles are read and audited in processes of our own within a Dask worker, with the same bounds as
on one machine.
"""

import multiprocessing
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audit.asking import fetch_fenced
from audit.batch.cluster.shared import Shared
from audit.batch.work import Done, audited_and_written
from audit.batch.written import Writes
from audit.capture import begin_run, open_client
from audit.config import Settings
from audit.crash import logged, traceback_of
from audit.errors import CiteauditError, InternalError, UsageError
from audit.jobs.one_article import audit_with, missing_in_worker
from audit.model import FetchSettings
from audit.outside import Unwatched
from audit.pipeline import Job
from audit.workers import Limits, Workers

_AT_ONCE = 16  # processes of a Dask worker at most; its threads are fewer
_REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Work:
    """What all tasks of a run share: the working folder that paths are from, the place, the bounds.

    ``output_dir`` is that of whoever began the run; reports go there where the place is a folder,
    and to the place where it is not.
    """

    folder: str
    shared: Shared
    settings: Settings
    output_dir: Path | None


_guard = threading.Lock()
_workers: dict[tuple[str, Limits], Workers] = {}


def _workers_of(work: Work) -> Workers:
    """The processes of this Dask worker: begun with the first task, ended with it."""
    process = multiprocessing.current_process()
    if process.daemon:
        raise UsageError(
            "this Dask worker may start no processes: begin it with --no-nanny, or with"
            " DASK_DISTRIBUTED__WORKER__DAEMON=False"
        )
    key = work.folder, Limits(work.settings.max_cpu, work.settings.max_memory)
    with _guard:
        if key not in _workers:
            _workers[key] = Workers(key[1], _AT_ONCE, _AT_ONCE, work.folder)
        return _workers[key]


def missing(work: Work, jobs: Sequence[Job]) -> list[tuple[str, ...]]:
    """The addresses that articles need and the shared captures lack; none where one cannot be read.

    Why it cannot, the audit will say.
    """
    workers, run = _workers_of(work), begin_run(work.settings.fetch, by_journal=False)
    found: list[tuple[str, ...]] = []
    for job in jobs:
        ready = _ready(work, job)
        try:
            found.append(audit_with(ready, workers, run, Unwatched(), missing_in_worker))
        except CiteauditError:
            found.append(())
    return found


def fetch(work: Work, host: str, urls: Sequence[str], settings: FetchSettings) -> None:
    """Asks a host for pages, one after another: those that nobody has fetched yet.

    It holds the host's lease meanwhile, which others wait for. Each page is at the shared place
    before the next is asked for.
    """
    from distributed import Semaphore  # noqa: PLC0415 — of the extra

    workers = _workers_of(work)
    with (
        Semaphore(max_leases=1, name=f"citeaudit-{host}"),
        work.shared.segments_of(host) as before,
        work.shared.segment(host) as segment,
        open_client(
            settings,
            archives=(*work.shared.archives(), *before),
            record_to=segment.path,
            run=begin_run(settings, by_journal=False),
            compute=workers.compute,
        ) as client,
    ):
        for url in urls:
            fetch_fenced(client, url)
            if not work.shared.is_folder:
                segment.publish()


def audited(work: Work, jobs: Sequence[Job], writes: Writes) -> list[Done | CiteauditError]:
    """Audits articles from the shared captures, and writes their reports; what came of each."""
    workers, run = _workers_of(work), begin_run(work.settings.fetch, by_journal=False)
    if not work.shared.is_folder and writes.output_dir is not None:
        writes = replace(writes, output_dir=work.shared.root / _REPORTS)
    came: list[Done | CiteauditError] = []
    for job in jobs:
        ready = _ready(work, job)
        try:
            done: Done = audit_with(ready, workers, run, Unwatched(), audited_and_written, writes)
        except CiteauditError as error:
            came.append(error)
        except Exception as error:  # noqa: BLE001 — one article is fenced off from the others
            why = logged(type(error).__name__, traceback_of(error))
            came.append(InternalError.of(str(job.name or job.input)[:200], why))
        else:
            came.append(_handed_over(work, done, ready))
    return came


def _handed_over(work: Work, done: Done, job: Job) -> Done:
    """What came of an article; with its report as text where who asked does not see its files."""
    if work.shared.is_folder or not done.files:
        return done
    work.shared.put_folder(job.folder)
    report = (job.folder / "report.json").read_text(encoding="utf-8")
    return replace(done, files={}, tree=report)


def _ready(work: Work, job: Job) -> Job:
    """A job as this machine does it: with the shared captures at hand, its report beside them."""
    if work.shared.is_folder:
        return job
    work.shared.archives()
    job = replace(job, archives=tuple(map(work.shared.here, job.archives)))
    if work.output_dir is None:
        return job
    below = job.folder.relative_to(work.output_dir)
    return replace(job, folder=work.shared.root / _REPORTS / below)
