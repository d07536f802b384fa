"""``citeaudit check``: a plan from the options, the audits, and what is delivered of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from audit.asking import archives_of, pack
from audit.batch.cluster.jobs import job_from
from audit.batch.item import Item
from audit.batch.written import Files
from audit.capture import cut_of
from audit.cli.console.browser import open_report
from audit.cli.console.output import complain, hushed, say
from audit.cli.console.progress import progress
from audit.cli.exits import Exit, worst
from audit.cli.inputs.changed import Changed
from audit.cli.inputs.folders import STDIN, report_folders
from audit.cli.inputs.lines import article_at
from audit.cli.inputs.selection import Selection, selected
from audit.cli.options.articles import ArticleOptions
from audit.cli.options.cluster import ClusterOptions
from audit.cli.options.corpus import CorpusOptions
from audit.cli.options.discover import DiscoverOptions
from audit.cli.options.findings import FindingOptions
from audit.cli.options.reports import FolderOptions, FormatOptions, StrictnessOptions
from audit.cli.options.sources import SourceOptions
from audit.cli.options.web import WebOptions
from audit.cli.outputs import Output
from audit.cli.runs.checking.corpus import adding_to
from audit.cli.runs.checking.given_sources import tell_of_sources
from audit.cli.runs.checking.let_stand import tell_of_baseline, tell_of_waivers, write_baseline
from audit.cli.runs.checking.policy import policy_of
from audit.cli.runs.checking.searches import tell_searches
from audit.cli.runs.deliver import deliver, extra_output
from audit.cli.runs.exit_of import exit_of, exit_of_failure
from audit.cli.runs.plan import (
    Plan,
    in_ci,
    plan_run,
    settings_for,
    sources_beside,
    tell_project_settings,
    tell_sources_beside,
    with_discovery,
)
from audit.cli.runs.workers import complain_of_failed, workers_of_audits
from audit.config import Settings
from audit.corpus.entry import Kept
from audit.corpus.given import pages_of
from audit.crash import logged, traceback_of
from audit.errors import CaptureError, CiteauditError, ReadError, UsageError
from audit.jobs.one_article import audit_apart, internal_error
from audit.model import ArchiveUse, Discover, Outcome, Report
from audit.pipeline import Job
from audit.read import is_url
from audit.report.index.listed import Failed
from audit.report.json.read_back import Finished, finished
from audit.report.write import HTML_FILE, report_files, write_reports
from audit.waive import Policy


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of the command, by group."""

    articles: ArticleOptions
    sources: SourceOptions
    discover: DiscoverOptions
    corpus: CorpusOptions
    strictness: StrictnessOptions
    formats: FormatOptions
    folder: FolderOptions
    findings: FindingOptions
    web: WebOptions
    cluster: ClusterOptions
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Audits:
    """What is to be done: articles with their folders, and files beside the reports."""

    options: CheckOptions
    plan: Plan
    policy: Policy
    selection: Selection
    folders: Mapping[str, Path]
    extra: Sequence[tuple[Output, Path]]

    def job(self, name: str, shared: tuple[Path, ...] | None = None) -> Job:
        """The work on one article; from captures alone where some are ``shared`` by a cluster."""
        options = self.options
        line = self.selection.lines.get(name)
        folder = self.folders.get(name)
        if line is not None:
            job = self.plan.job_of(article_at(line), name, folder)
        else:
            job = self.plan.job(name, options.articles.input_format, folder)
        is_file = name != STDIN and line is None and not is_url(name)
        of_file = name if is_file else None
        policy, baseline = self.policy, self.policy.baseline.only(of_file)
        if baseline is not policy.baseline:
            policy = replace(policy, baseline=baseline)
        if shared is not None:
            job = job_from(job, shared)
        return replace(
            job,
            policy=policy,
            repeat=_repeat(name, job, options),
            corpus=options.corpus.corpus,
        )

    def items(self, shared: tuple[Path, ...] | None = None) -> Iterator[Item]:
        """The work on all, made when it is asked for."""
        for place, name in enumerate(self.selection.names):
            try:
                job: Job | CiteauditError = self.job(name, shared)
            except CiteauditError as error:  # of one article; the others are audited
                job = error
            yield Item(place, name, job)


def check_articles(inputs: Sequence[str], options: CheckOptions) -> Exit:
    """Audits articles, writes their reports and prints them."""
    with hushed(wanted=options.formats.quiet), _planned(inputs, options) as audits:
        plan = audits.plan
        tell_project_settings(plan.settings)
        selection = audits.selection
        if plan.supplied is None:
            tell_sources_beside(name for name in selection.names if name not in selection.lines)
        for error in selection.failed:
            complain(str(error))
        if not selection.names:
            say("nothing to audit")
            return Exit.UNREADABLE if selection.failed else Exit.OK
        if options.discover.dry_run:
            return tell_searches(plan.settings, audits.items())
        is_on_cluster = options.cluster.scheduler is not None
        is_alone = not is_on_cluster and len(selection.names) == 1 and not selection.is_of_many
        if is_alone and options.articles.reports is Files.ALL:
            with adding_to(options.corpus.corpus_add) as add:
                how = _audited_alone(audits, add)
            _tell_of_cuts(options.sources.captures or ())
            return how
        from audit.cli.runs.checking.batch import Wanted, audit_batch  # noqa: PLC0415 — of many alone

        with adding_to(options.corpus.corpus_add) as add:
            wanted = Wanted(
                items=audits.items,
                cluster=options.cluster,
                total=len(selection.names),
                files=options.articles.reports,
                at_once=options.articles.jobs,
                policy=audits.policy,
                baseline=options.findings.write_baseline,
                formats=options.formats,
                extra=audits.extra,
                opens=options.opens,
                add=add if options.corpus.corpus_add is not None else None,
                unread=[_failed(error) for error in selection.failed],
            )
            how = audit_batch(plan, wanted)
        _tell_of_cuts(options.sources.captures or ())
        return worst([how, Exit.UNREADABLE]) if selection.failed else how


def _tell_of_cuts(archives: Iterable[Path]) -> None:
    """A line for each archive that breaks off: its last pages count as not archived."""
    for path in archives:
        with suppress(CaptureError):  # the audits have said what is wrong with it
            cut = cut_of(path)
            if cut is not None:
                complain(
                    f"{path} breaks off behind byte {cut:,}: what came after is missing; take the"
                    " whole file"
                )


def _failed(error: ReadError) -> Failed:
    """A line of a file without an article: 'articles.jsonl:3' and why."""
    return Failed(str(error).partition(": ")[0], str(error))


@contextmanager
def _planned(inputs: Sequence[str], options: CheckOptions) -> Iterator[_Audits]:
    """The plan of a run, which holds the folders of its articles meanwhile."""
    if options.opens and options.folder.no_output_dir:
        raise UsageError("--open opens what a run writes: leave out --no-output-dir")
    settings = _settings(options)
    options = replace(options, findings=_on_a_day(options.findings, settings))
    policy = policy_of(options.findings, settings)
    output_dir = options.folder.output_dir or Path(settings.output_dir)
    given = options.articles
    lists = given.from_file or ()
    if not inputs and not lists:
        raise UsageError("name an article, a folder or a list (--from-file)")
    since = given.changed_since
    with selected(
        inputs,
        lists,
        output_dir,
        exclude=given.exclude or (),
        changed=Changed(since).has if since is not None else None,
    ) as selection:
        names = selection.names
        if options.sources.bundle is not None and len(names) != 1:
            raise UsageError("--bundle packs the sources of one article: give one at a time")
        extra = [extra_output(text) for text in options.formats.output or ()]
        asks = not options.discover.dry_run
        plan = plan_run(settings, options.sources, options.folder, asks=asks)
        plan = replace(plan, archives=(*plan.archives, *selection.crawls))
        by_path = len(names) > 1 or selection.is_of_many
        with report_folders(names, plan.output_dir, by_path=by_path) as folders:
            yield _Audits(options, plan, policy, selection, folders, extra)


def _on_a_day(findings: FindingOptions, settings: Settings) -> FindingOptions:
    """The options with the day on which waivers must count: in CI today, where some end."""
    ends = any(named.waiver.until is not None for named in settings.waive)
    if findings.today is not None or not ends or not in_ci():
        return findings
    return replace(findings, today=datetime.now(UTC).date().isoformat())


def _settings(options: CheckOptions) -> Settings:
    """The settings that hold, with the options of the command line over them."""
    sources, strictness = options.sources, options.strictness
    settings = settings_for(
        options.web,
        max_age=sources.max_age,
        offline=sources.offline,
        asks_lately=bool(sources.captures),  # these answer at any age
    )
    settings = with_discovery(settings, options.discover.discover, offline=sources.offline)
    fail_on = strictness.fail_on
    return replace(
        settings,
        style=strictness.style or settings.style,
        fail_on=fail_on.severity if fail_on is not None else settings.fail_on,
        fail_on_incomplete=strictness.fail_on_incomplete or settings.fail_on_incomplete,
    )


def _repeat(name: str, job: Job, options: CheckOptions) -> tuple[str, ...]:
    """The command line that computes the report again from its captures."""
    looked = options.sources.sources is None and not options.sources.no_sources
    beside = sources_beside(name) if looked else None
    words = ["citeaudit", "check", name, *options.sources.words(beside)]
    for archive in archives_of(job):
        words += ["--captures", archive.as_posix()]
    style = options.strictness.style
    words += ["--style", style.value] if style is not None else []
    discover = job.settings.discovery.discover
    if discover not in {None, Discover.NAMED}:  # named is what holds offline
        words += ["--discover", discover.value]
    if job.settings.fetch.archive is ArchiveUse.SAVE:
        words += ["--archive", "save"]
    return (*words, *options.corpus.words(), *options.findings.words(), "--offline")


def _audited_alone(audits: _Audits, add: Callable[[Iterable[Kept]], None]) -> Exit:
    """Audits a single article, ``add``s its sources to a corpus, and says how the run ends."""
    plan, options = audits.plan, audits.options
    [name] = audits.selection.names
    job = audits.job(name)
    settings = plan.settings
    if options.findings.write_baseline is not None:  # what is in it fails nothing from now on
        settings = replace(settings, fail_on=None)
    reports: list[Finished] = []
    try:
        try:
            # The workers come first: they are forked while there are no threads.
            with (
                workers_of_audits(settings, 1, offline=plan.offline) as workers,
                progress(1) as shown,
            ):
                report = audit_apart(job, workers, watch=shown)
            reports = [_written(audits, job, report)]
            add(pages_of(report))
        except CiteauditError:
            raise
        except Exception as error:
            raise internal_error(job, logged(type(error).__name__, traceback_of(error))) from error
        how = exit_of(report, settings.fail_on, fail_on_incomplete=settings.fail_on_incomplete)
    except CiteauditError as error:
        complain(str(error))
        how = exit_of_failure(error)
    found = [done.report for done in reports]
    if options.findings.write_baseline is not None:
        write_baseline(options.findings.write_baseline, found)
    tell_of_baseline(audits.policy.baseline, found)
    tell_of_waivers(audits.policy, found)
    for report in found:
        tell_of_sources(job.supplied, report)
    failed = 1 - len(reports)
    unrendered = deliver(reports, options.formats, audits.extra, failed)
    if reports and plan.output_dir is not None:
        for path in report_files(job.folder):
            say(f"wrote {path}")  # last, where a person looks for the report
        if options.opens:
            open_report(job.folder / HTML_FILE)
    return worst([how, unrendered])


def _written(audits: _Audits, job: Job, report: Report) -> Finished:
    """The report of a single article, with its files written."""
    bundle = audits.options.sources.bundle
    done = finished(report)
    if audits.plan.output_dir is not None:
        write_reports(done, job.folder)
    if bundle is not None:
        pack(report, job, bundle)
        say(f"wrote {bundle}")
    for record in report.facts.sources:
        if record.capture.outcome is Outcome.INTERNAL_ERROR:
            complain_of_failed(record.source.url, record.capture.reason)
    return done
