"""``citeaudit check``: a plan from the options, the audits, and what is delivered of them."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from audit.batch import audit_all, workers_for
from audit.cli.console.output import complain, hushed, say
from audit.cli.console.progress import progress
from audit.cli.exits import Exit, worst
from audit.cli.inputs.articles import articles
from audit.cli.inputs.folders import STDIN, report_folders
from audit.cli.options.articles import ArticleOptions
from audit.cli.options.findings import FindingOptions
from audit.cli.options.reports import FolderOptions, FormatOptions, StrictnessOptions
from audit.cli.options.sources import SourceOptions
from audit.cli.options.web import WebOptions
from audit.cli.outputs import Output
from audit.cli.runs.deliver import deliver, extra_output, write
from audit.cli.runs.exit_of import exit_of
from audit.cli.runs.let_stand import tell_of_baseline, tell_of_waivers, write_baseline
from audit.cli.runs.plan import (
    Plan,
    in_ci,
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
from audit.read import is_url
from audit.report.escape import no_commands
from audit.report.index import Audited, Failed, render_index
from audit.report.json.read_back import Finished, finished, without_bodies
from audit.report.write import write_reports
from audit.waive import Policy

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


@dataclass(frozen=True, slots=True)
class _Audits:
    """What is to be done: a job for each input, and the files beside its report."""

    plan: Plan
    jobs: Mapping[str, Job]
    extra: Sequence[tuple[Output, Path]]
    policy: Policy


def check_articles(inputs: Sequence[str], options: CheckOptions) -> Exit:
    """Audits articles, writes their reports and prints them."""
    with hushed(wanted=options.formats.quiet), _planned(inputs, options) as audits:
        tell_project_settings(audits.plan.settings)
        ended = _audited(audits, options.articles.jobs, options.sources.bundle)
        return _delivered(audits, ended, options)


@contextmanager
def _planned(inputs: Sequence[str], options: CheckOptions) -> Iterator[_Audits]:
    """The plan of a run, which holds the folders of its articles meanwhile."""
    settings = _settings(options)
    options = replace(options, findings=_on_a_day(options.findings, settings))
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
            of_file = None if name == STDIN or is_url(name) else name
            own = replace(policy, baseline=policy.baseline.only(of_file))
            jobs[name] = replace(job, policy=own, repeat=_repeat(name, job, options))
        if plan.supplied is None:
            tell_sources_beside(inputs)
        yield _Audits(plan, jobs, extra, policy)


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
            done = _kept(came, jobs[at], is_only=len(jobs) == 1, writes=writes, bundle=bundle)
            if isinstance(done, CiteauditError):
                complain(str(done))
            ended[at] = done
            step()
    return [ended[at] for at in range(len(jobs))]


def _kept(
    came: Report | CiteauditError, job: Job, *, is_only: bool, writes: bool, bundle: Path | None
) -> Ended:
    """An audit with its files written; one whose files fail stops no other."""
    if isinstance(came, CiteauditError):
        return came
    try:
        done = finished(came)
        if writes:
            paths = write_reports(done, job.folder)
            for path in paths if is_only else ():
                say(f"wrote {path}")
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
    if len(audits.jobs) > 1 and audits.plan.output_dir is not None:
        _write_index(audits.plan.output_dir, audits.jobs, ended)
    reports = [done for done in ended if not isinstance(done, CiteauditError)]
    baseline = options.findings.write_baseline
    if baseline is not None:  # what is in it fails nothing from now on
        write_baseline(baseline, [done.report for done in reports])
        settings = replace(settings, fail_on=None)
    tell_of_baseline(audits.policy.baseline, [done.report for done in reports])
    tell_of_waivers(audits.policy, [done.report for done in reports])
    unrendered = deliver(reports, options.formats, audits.extra, len(ended) - len(reports))
    return worst([*(_exit(done, settings) for done in ended), unrendered])


def _write_index(output_dir: Path, jobs: Mapping[str, Job], ended: Sequence[Ended]) -> None:
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
    say(f"wrote {len(audited)} reports and {path}")


def _exit(done: Ended, settings: Settings) -> Exit:
    if isinstance(done, InternalError):
        return Exit.INTERNAL
    if isinstance(done, CiteauditError):
        return Exit.UNREADABLE if isinstance(done, ReadError) else Exit.USAGE
    return exit_of(done.report, settings.fail_on, fail_on_incomplete=settings.fail_on_incomplete)
