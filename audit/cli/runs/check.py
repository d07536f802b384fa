"""``citeaudit check``: a plan from the options, the audits, and what is delivered of them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from audit.batch import audit_all, workers_for
from audit.cli.console.browser import open_report
from audit.cli.console.output import complain, say
from audit.cli.console.progress import progress
from audit.cli.exits import Exit, worst
from audit.cli.inputs.articles import articles
from audit.cli.inputs.folders import report_folders
from audit.cli.options.articles import ArticleOptions
from audit.cli.options.findings import FindingOptions
from audit.cli.options.reports import FolderOptions, FormatOptions, StrictnessOptions
from audit.cli.options.sources import SourceOptions
from audit.cli.options.web import WebOptions
from audit.cli.outputs import Output
from audit.cli.runs.deliver import deliver, extra_output, write
from audit.cli.runs.exit_of import exit_of
from audit.cli.runs.plan import (
    Plan,
    plan_run,
    settings_for,
    sources_beside,
    tell_project_settings,
    tell_sources_beside,
)
from audit.cli.runs.policy import policy_of
from audit.cli.runs.workers import complain_of_failed
from audit.config import Settings
from audit.crash import logged, told
from audit.errors import CiteauditError, InternalError, ReadError, UsageError
from audit.model import ArchiveUse, Outcome, Report
from audit.one_article import internal_error
from audit.pipeline import Job, archives_of, pack
from audit.report.counts import count
from audit.report.escape import no_commands
from audit.report.index import Audited, Failed, render_index
from audit.report.json.read_back import Finished, finished, without_bodies
from audit.report.outline import outline
from audit.report.write import HTML_FILE, report_files, write_reports
from audit.waive import baseline_text

Ended = Finished | CiteauditError
"""What came of an article: its report, or why there is none."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of the command, by group."""

    articles: ArticleOptions
    sources: SourceOptions
    strictness: StrictnessOptions
    formats: FormatOptions
    folder: FolderOptions
    findings: FindingOptions
    web: WebOptions
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Audits:
    """What is to be done: a job for each input, and the files beside its report."""

    plan: Plan
    jobs: Mapping[str, Job]
    extra: Sequence[tuple[Output, Path]]


def check_articles(inputs: Sequence[str], options: CheckOptions) -> Exit:
    """Audits articles, writes their reports and prints them."""
    with _planned(inputs, options) as audits:
        tell_project_settings(audits.plan.settings)
        ended = _audited(audits, options.articles.jobs, options.sources.bundle)
        return _delivered(audits, ended, options)


@contextmanager
def _planned(inputs: Sequence[str], options: CheckOptions) -> Iterator[_Audits]:
    """The plan of a run, which holds the folders of its articles meanwhile."""
    if options.opens and options.folder.no_output_dir:
        raise UsageError("--open opens what a run writes: leave out --no-output-dir")
    settings = _settings(options)
    policy = policy_of(options.findings, settings)
    output_dir = options.folder.output_dir or Path(settings.output_dir)
    inputs = articles(inputs, options.articles.from_file or (), output_dir)
    if not inputs:
        raise UsageError("name an article, a folder or a list (--from-file)")
    if options.sources.bundle is not None and len(inputs) != 1:
        raise UsageError("--bundle packs the sources of one article: give one at a time")
    extra = [extra_output(text) for text in options.formats.output or ()]
    plan = plan_run(settings, options.sources, options.folder)
    with report_folders(inputs, plan.output_dir) as folders:
        jobs = {}
        for name in inputs:
            job = plan.job(name, options.articles.input_format, folders.get(name))
            jobs[name] = replace(job, policy=policy, repeat=_repeat(name, job, options))
        if plan.supplied is None:
            tell_sources_beside(inputs)
        yield _Audits(plan, jobs, extra)


def _settings(options: CheckOptions) -> Settings:
    """The settings that hold, with the options of the command line over them."""
    sources, strictness = options.sources, options.strictness
    settings = settings_for(options.web, max_age=sources.max_age, offline=sources.offline)
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
    if job.settings.fetch.archive is ArchiveUse.SAVE:
        words += ["--archive", "save"]
    return (*words, *options.findings.words(), "--offline")


def _audited(audits: _Audits, at_once: int, bundle: Path | None) -> list[Ended]:
    """What came of each job; reports are written as each audit ends."""
    jobs = list(audits.jobs.values())
    writes = audits.plan.output_dir is not None
    ended: dict[int, Ended] = {}
    # The workers come first: the bar of a terminal is a thread.
    with workers_for(jobs, at_once) as workers, progress(len(jobs)) as step:
        for at, came in audit_all(jobs, at_once, workers):
            done = _kept(came, jobs[at], writes=writes, bundle=bundle)
            if isinstance(done, CiteauditError):
                complain(str(done))
            ended[at] = done
            step()
    return [ended[at] for at in range(len(jobs))]


def _kept(came: Report | CiteauditError, job: Job, *, writes: bool, bundle: Path | None) -> Ended:
    """An audit with its files written; one whose files fail stops no other."""
    if isinstance(came, CiteauditError):
        return came
    try:
        done = finished(came)
        if writes:
            write_reports(done, job.folder)
        if bundle is not None:
            pack(came, job, bundle)
            say(f"wrote {bundle}")
        for record in came.facts.sources:
            if record.capture.outcome is Outcome.INTERNAL_ERROR:
                complain_of_failed(record.source.url, record.capture.reason)
        return without_bodies(done)
    except CiteauditError as error:
        return error
    except Exception as error:  # noqa: BLE001 — one article is fenced off from the others
        return internal_error(job, logged(type(error).__name__, told(error)))


def _delivered(audits: _Audits, ended: Sequence[Ended], options: CheckOptions) -> Exit:
    """Writes what is about all articles, prints the reports, and says how the run ends."""
    settings = audits.plan.settings
    output_dir, wrote = audits.plan.output_dir, []
    if output_dir is not None:
        wrote = _written(output_dir, audits.jobs, ended)
    reports = [done for done in ended if not isinstance(done, CiteauditError)]
    baseline = options.findings.write_baseline
    if baseline is not None:  # what is in it fails nothing from now on
        write(baseline, baseline_text(done.report for done in reports))
        say(f"wrote {baseline}")
        settings = replace(settings, fail_on=None)
    unrendered = deliver(reports, options.formats, audits.extra)
    for line in wrote:  # last, where a person looks for the report
        say(line)
    if options.opens and reports:
        open_report(_worst(audits.jobs, ended))
    return worst([*(_exit(done, settings) for done in ended), unrendered])


def _written(output_dir: Path, jobs: Mapping[str, Job], ended: Sequence[Ended]) -> list[str]:
    """A line for each file of a report; of several articles the index, which is written here."""
    if len(jobs) > 1:
        return [_write_index(output_dir, jobs, ended)]
    return [
        f"wrote {path}"
        for job, done in zip(jobs.values(), ended, strict=True)
        if not isinstance(done, CiteauditError)
        for path in report_files(job.folder)
    ]


def _worst(jobs: Mapping[str, Job], ended: Sequence[Ended]) -> Path:
    """The page of the article that has most to look at."""
    counted = [
        (counts.problems, counts.by_hand, -at, job.folder / HTML_FILE)
        for at, (job, done) in enumerate(zip(jobs.values(), ended, strict=True))
        if not isinstance(done, CiteauditError)
        for counts in [count(outline(done.report))]
    ]
    return max(counted)[-1]


def _write_index(output_dir: Path, jobs: Mapping[str, Job], ended: Sequence[Ended]) -> str:
    named = list(zip(jobs.items(), ended, strict=True))
    audited = [
        Audited(done.report, job.folder.relative_to(output_dir).as_posix())
        for (_, job), done in named
        if not isinstance(done, CiteauditError)
    ]
    failed = [
        Failed(name, str(error)) for (name, _), error in named if isinstance(error, CiteauditError)
    ]
    path = output_dir / "index.md"
    write(path, no_commands(render_index(audited, failed)))
    return f"wrote {len(audited)} reports and {path}"


def _exit(done: Ended, settings: Settings) -> Exit:
    if isinstance(done, InternalError):
        return Exit.INTERNAL
    if isinstance(done, CiteauditError):
        return Exit.UNREADABLE if isinstance(done, ReadError) else Exit.USAGE
    return exit_of(done.report, settings.fail_on, fail_on_incomplete=settings.fail_on_incomplete)
