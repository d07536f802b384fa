"""What a job is on a cluster. Loads no Dask."""

from dataclasses import replace
from pathlib import Path

from audit.pipeline import Job


def job_from(job: Job, archives: tuple[Path, ...]) -> Job:
    """A job that is computed from captures alone: those that the user gave, and the shared ones."""
    return replace(
        job,
        archives=(*job.archives, *archives),
        offline=True,
        record_to=None,
        by_journal=False,
    )
