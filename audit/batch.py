"""Audits of several articles at once; each page that they cite is asked for once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from audit.capture import begin_run
from audit.errors import CiteauditError
from audit.model import Report
from audit.pipeline import Job, audit_article


def audit_all(jobs: Sequence[Job], at_once: int) -> Iterator[tuple[int, Report | CiteauditError]]:
    """The audit of each job as it ends, with the job's number; a bad article stops no other.

    ``jobs`` share the settings of the first for their manners toward hosts. When the caller leaves
    early, no audit is begun any more; those under way end by themselves.
    """
    if not jobs:
        return
    run = begin_run(jobs[0].settings.fetch) if len(jobs) > 1 else None
    pool = ThreadPoolExecutor(min(at_once, len(jobs)), thread_name_prefix="article")
    try:
        asked = {pool.submit(audit_article, job, run): at for at, job in enumerate(jobs)}
        for future in as_completed(asked):
            error = future.exception()
            if error is None:
                yield asked[future], future.result()
            elif isinstance(error, CiteauditError):
                yield asked[future], error
            else:
                raise error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
