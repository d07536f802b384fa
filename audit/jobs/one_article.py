"""One article, audited in this process or in a worker that can be ended at any moment.

The network stays in this process in either case: what hosts are spared, and what was asked already,
is known in one place. What is computed on outside texts is the worker's, what is computed on an
answer is that of another beside it. A worker that dies or hangs over a source is replaced, and
audits the article again without that source; one that does so over an answer costs that source
alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from audit.asking import archives_used, opened
from audit.capture import begin_run
from audit.errors import InternalError, ReadError
from audit.files import size_of
from audit.model import ArchiveUse, FetchSettings, Report
from audit.outside import UNWATCHED, Here, Lacking, Replay, There, Watch, named_step
from audit.pipeline import Job, asked_for, audited
from audit.workers import Asker, Computation, GivenUp, Workers

if TYPE_CHECKING:
    from audit.capture.run import Run

_Result = TypeVar("_Result")


def audit_article(job: Job, run: "Run | None" = None) -> Report:
    """Audits one article in this process, without bounds.

    What fails on one source leaves that one out.

    Args:
        job: The article, and how it is audited.
        run: What is shared with the audits of others.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read.
        InternalError: The article, given by its address, could not be asked for.
    """
    with opened(job, run) as client:
        report = audited(job, Here(job, client), {})
    return replace(report, archives=archives_used(job))


def audit_apart(
    job: Job, workers: Workers, run: "Run | None" = None, watch: Watch = UNWATCHED
) -> Report:
    """Audits one article in a worker; see ``audit_article``.

    Raises:
        InternalError: The article could not be checked: a fault of ours, or a bound of time or
            memory.
    """
    bare = replace(job, archive_keys=None, search_key=None)
    with (
        Computation(workers, _audited_there, bare) as computation,
        opened(job, run, workers.compute) as client,
    ):
        here = Here(job, client, watch)
        try:
            report: Report = computation.result(here.answer, here.named)
        except GivenUp as given_up:
            raise internal_error(job, given_up.why) from given_up
    return replace(report, archives=archives_used(job))


def audit_in_worker(asker: Asker, job: Job, given_up: Mapping[str, str]) -> Report:
    """Audits one article where it is computed: the report with its archives.

    Offline, the archives are opened here, once for all articles of this process; otherwise whoever
    asks has the network. Each answer and each source is a step of its own.
    """
    if job.offline:
        with opened(job, _run_of_process(job.settings.fetch, job.by_journal)) as client:
            outside = Replay(job, client, asker, given_up)
            report = audited(job, outside, outside.given_up)
    else:
        report = _audited_there(asker, job, given_up)
    return replace(report, archives=archives_used(job))


def missing_in_worker(asker: Asker, job: Job, given_up: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses that an audit would ask for and its archives lack, as far as can be told now.

    What they answer may lead to more.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read.
        UsageError: A supplied page cannot be read.
    """
    with opened(job, _run_of_process(job.settings.fetch, job.by_journal)) as client:
        outside = Lacking(job, client, asker, given_up)
        try:
            asked_for(job, outside)
        except ReadError:
            if not outside.lacks:  # else the article itself is to be asked for
                raise
    return tuple(outside.lacks)


def audit_with(
    job: Job,
    workers: Workers,
    run: "Run",
    watch: Watch,
    function: Callable[..., _Result],
    *words: object,
) -> _Result:
    """Has a worker call a function that audits an article by ``audit_in_worker``.

    It gets an ``Asker``, the job, ``words``, and what was given up.

    Raises:
        ReadError: The article cannot be read or has no text.
        CaptureError: An archive cannot be read or written.
        UsageError: A supplied page cannot be read, or a report cannot be written.
        InternalError: The article could not be checked: a fault of ours, or a bound of time or
            memory.
    """
    bare = replace(job, archive_keys=None, search_key=None)
    with Computation(workers, function, bare, *words) as computation:
        try:
            if job.offline:
                return cast("_Result", computation.result(_answer_logs, named_step))
            with opened(job, run, workers.compute) as client:
                here = Here(job, client, watch)
                return cast("_Result", computation.result(here.answer, here.named))
        except GivenUp as given_up:
            raise internal_error(job, given_up.why) from given_up


def internal_error(job: Job, why: str) -> InternalError:
    """That the article of a job could not be checked."""
    name = job.input if isinstance(job.input, str) else "standard input"
    return InternalError.of(name, why, size_of(job.input))


def _answer_logs(question: str, words: Sequence[Any]) -> Any:
    """A replay asks nothing."""
    raise AssertionError(question, words)


@cache
def _run_of_process(settings: FetchSettings, by_journal: bool) -> "Run":  # noqa: FBT001 — one caller
    return begin_run(settings, by_journal=by_journal)


def _audited_there(asker: Asker, job: Job, given_up: Mapping[str, str]) -> Report:
    saves = job.settings.fetch.archive is ArchiveUse.SAVE
    return audited(job, There(asker, saves=saves), given_up)
