"""Audits of several articles at once; each page that they cite is asked for once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from audit.capture import begin_run, load_shared
from audit.crash import logged, told
from audit.errors import CiteauditError
from audit.model import Report
from audit.one_article import audit_apart, internal_error
from audit.pipeline import Job
from audit.workers import Closed, Limits, Workers


def workers_for(jobs: Sequence[Job], at_once: int) -> Workers:
    """A worker for each audit that runs at the same time; to be had before there are threads."""
    load_shared()
    settings = jobs[0].settings
    return Workers(Limits(settings.max_cpu, settings.max_memory), min(at_once, len(jobs)))


def audit_all(
    jobs: Sequence[Job], at_once: int, workers: Workers
) -> Iterator[tuple[int, Report | CiteauditError]]:
    """The audit of each job as it ends, with the job's number; a bad article stops no other.

    ``jobs`` share the settings of the first for their manners toward hosts. When the caller leaves
    early, no audit is begun any more; those under way end with their workers.
    """
    run = begin_run(jobs[0].settings.fetch) if len(jobs) > 1 else None
    pool = ThreadPoolExecutor(min(at_once, len(jobs)), thread_name_prefix="article")
    try:
        asked = {pool.submit(audit_apart, job, workers, run): at for at, job in enumerate(jobs)}
        for future in as_completed(asked):
            at, error = asked[future], future.exception()
            if error is None:
                yield at, future.result()
            elif isinstance(error, CiteauditError):
                yield at, error
            elif isinstance(error, Exception) and not isinstance(error, Closed):
                yield at, internal_error(jobs[at], logged(type(error).__name__, told(error)))
            else:
                raise error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
