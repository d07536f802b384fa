"""``citeaudit check`` of several articles: audited as workers become free, shown at the end."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from audit.batch.fingerprint import of_fetching
from audit.batch.item import Item
from audit.batch.kept import KeptReports
from audit.batch.ledger import Ledger
from audit.batch.run import Ended, audit_all
from audit.batch.summary import INDEX_HTML, REPORTS_JSONL, write_summary
from audit.batch.written import Files, Writes
from audit.cli.console.browser import open_report
from audit.cli.console.output import complain, say
from audit.cli.console.progress import progress
from audit.cli.exits import Exit, worst
from audit.cli.options.cluster import ClusterOptions
from audit.cli.options.reports import FormatOptions
from audit.cli.outputs import Output
from audit.cli.rendering import Unpacked
from audit.cli.runs.checking.let_stand import tell_of_baseline, tell_of_waivers, write_baseline
from audit.cli.runs.deliver import deliver
from audit.cli.runs.exit_of import exit_of_failure, exit_of_listed
from audit.cli.runs.plan import Plan
from audit.cli.runs.workers import complain_of_failed, workers_of_audits
from audit.config import Settings
from audit.corpus.entry import Kept
from audit.errors import CiteauditError, UsageError
from audit.model import Outcome
from audit.model.counted import counted
from audit.report.index.listed import Failed, Listed
from audit.waive import Policy

if TYPE_CHECKING:
    from audit.workers import Workers


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a batch is to do and to write.

    ``items`` makes the articles, ``total`` of them, from captures alone where a ``cluster`` has
    some; ``at_once`` are audited at the same time. ``policy`` is that of the run, ``baseline`` the
    file that gets the findings as one, if any; ``extra`` are files in other formats. ``opens`` asks
    for the page about all in a browser. ``add`` gets the pages of the sources, where it is given.
    ``unread`` are the inputs of which no article could be made.
    """

    items: Callable[[tuple[Path, ...] | None], Iterator[Item]]
    cluster: ClusterOptions
    total: int
    files: Files
    at_once: int
    policy: Policy
    baseline: Path | None
    formats: FormatOptions
    extra: Sequence[tuple[Output, Path]]
    opens: bool
    add: Callable[[Iterable[Kept]], None] | None
    unread: Sequence[Failed] = ()


def audit_batch(plan: Plan, wanted: Wanted) -> Exit:
    """Audits articles, writes their reports and the index, and prints them."""
    settings = plan.settings
    at_once = min(wanted.at_once, wanted.total)
    with ExitStack() as stack:
        workers: Workers | None = None
        if (
            wanted.cluster.scheduler is None
        ):  # first of all: they are forked while there are no threads
            workers = stack.enter_context(
                workers_of_audits(settings, at_once, offline=plan.offline)
            )
        ledger = stack.enter_context(_ledger(plan))
        shown = stack.enter_context(progress(wanted.total))
        done = _Done(settings, wanted.baseline is not None)
        writes = Writes(wanted.files, plan.output_dir, keeps_pages=wanted.add is not None)
        if workers is None:
            all_ended = _on_cluster(plan, wanted, ledger, writes)
        else:
            items = wanted.items(None)
            all_ended = audit_all(items, ledger, workers, at_once, writes, watch=shown)
        for ended in all_ended:
            done.take(ended)
            if wanted.add is not None:
                wanted.add(ended.pages)
            row = ended.came if isinstance(ended.came, Listed) else None
            shown.take(
                findings=len(row.findings) if row else 0,
                sources=len(row.sources) if row else 0,
                is_kept=ended.is_kept,
            )
        return _delivered(plan, wanted, ledger, done)


def _on_cluster(plan: Plan, wanted: Wanted, ledger: Ledger, writes: Writes) -> Iterator[Ended]:
    """The same on the machines of a cluster.

    Raises:
        UsageError: There is no place that they share, or no cluster.
    """
    from audit.batch.cluster.run import Cluster, audit_on  # noqa: PLC0415 — loads Dask
    from audit.batch.cluster.shared import Shared  # noqa: PLC0415 — the same
    from audit.batch.cluster.work import Work  # noqa: PLC0415 — the same

    scheduler, place = wanted.cluster.scheduler, wanted.cluster.shared
    assert scheduler is not None, "else no cluster is asked"
    if plan.output_dir is None:
        raise UsageError("--scheduler writes files: leave --no-output-dir off")
    here = str(Path.cwd())
    own = plan.output_dir / "cluster"
    if place is None and os.path.lexists(own):
        raise UsageError(
            f"{own} is there already, and its captures would be believed whoever made them:"
            f" --shared {own} says that they may be, or remove it"
        )
    shared = Shared(place or own.as_posix(), here)
    work = Work(here, shared, plan.settings, plan.output_dir)
    cluster = Cluster(scheduler, work, plan.settings.fetch, plan.offline)
    return audit_on(cluster, wanted.items, ledger, writes, say)


@contextmanager
def _ledger(plan: Plan) -> Iterator[Ledger]:
    """The ledger of the output folder; one for this run alone where nothing is kept."""
    fetching = of_fetching(plan.settings.fetch)
    if plan.output_dir is None:
        with (
            TemporaryDirectory(prefix="citeaudit-") as folder,
            Ledger(Path(folder), fetching) as own,
        ):
            yield own
        return
    with Ledger(plan.output_dir, fetching, anew=plan.settings.fetch.fresh) as ledger:
        if ledger.rebuilt:
            complain(f"{ledger.path}: {ledger.rebuilt}: begun anew, every article is audited")
        yield ledger


class _Done:
    """What is known of the articles that have ended: no more than a few bytes of each."""

    def __init__(self, settings: Settings, has_baseline: bool) -> None:  # noqa: FBT001 — one caller
        self._settings = replace(settings, fail_on=None) if has_baseline else settings
        self.code = Exit.OK
        self.kept = 0
        self.written = 0
        self.places: list[int] = []
        self.commented: list[int] = []
        self.failed: dict[int, Failed] = {}

    def take(self, ended: Ended) -> None:
        """One more article; what went wrong with it is said at once."""
        self.code = worst([self.code, self._exit(ended.came)])
        self.kept += ended.is_kept
        if isinstance(ended.came, CiteauditError):
            complain(str(ended.came))
            self.failed[ended.place] = Failed(ended.name, str(ended.came))
            return
        self.places.append(ended.place)
        self.written += not ended.is_kept and ended.came.folder is not None
        if ended.came.has_comments:
            self.commented.append(ended.place)
        for source in ended.came.sources:
            if source.outcome is Outcome.INTERNAL_ERROR:
                complain_of_failed(source.url, source.reason)

    def _exit(self, came: Listed | CiteauditError) -> Exit:
        if isinstance(came, CiteauditError):
            return exit_of_failure(came)
        settings = self._settings
        return exit_of_listed(
            came, settings.fail_on, fail_on_incomplete=settings.fail_on_incomplete
        )


def _delivered(plan: Plan, wanted: Wanted, ledger: Ledger, done: _Done) -> Exit:
    """Writes what is about all articles, prints the reports, and says how the run ends."""
    if done.kept:
        kept = counted(done.kept, "report: nothing of it", "reports: nothing of them")
        say(f"kept {kept} has changed (--fresh audits all again)")
    if plan.output_dir is not None:
        failed = [*wanted.unread, *(done.failed[place] for place in sorted(done.failed))]
        index = write_summary(plan.output_dir, ledger, failed, wanted.files)
    reports = KeptReports(ledger, plan.output_dir, sorted(done.places))
    found = Unpacked(reports)
    if wanted.baseline is not None:  # what is in it fails nothing from now on
        write_baseline(wanted.baseline, found)
    tell_of_baseline(wanted.policy.baseline, found)
    if not wanted.policy.waivers:  # else those in comments are all that there may be
        found = Unpacked(KeptReports(ledger, plan.output_dir, sorted(done.commented)))
    tell_of_waivers(wanted.policy, found)
    unrendered = deliver(
        reports, wanted.formats, wanted.extra, len(done.failed) + len(wanted.unread)
    )
    if plan.output_dir is not None:  # last, where a person looks for the report
        say(f"wrote {_written(done, plan.output_dir, wanted.files)}{index}")
        if wanted.opens:
            open_report(plan.output_dir / INDEX_HTML)
    ledger.finish()
    return worst([done.code, unrendered])


def _written(done: _Done, output_dir: Path, files: Files) -> str:
    """What a batch has written beside its index: those reports that it did not keep."""
    if files is Files.JSONL:
        return f"{output_dir / REPORTS_JSONL} and "
    return f"{counted(done.written, 'report')} and " if done.written else ""
