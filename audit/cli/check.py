"""``citeaudit check``: the audit of one article or several."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.asking import (
    AllowPrivate,
    Archive,
    Bundle,
    CaBundle,
    Captures,
    Config,
    Deadline,
    Delay,
    MaxAge,
    MaxTime,
    ObeyRobots,
    Offline,
    ProxyFrom,
    SourcesFile,
    SystemCertificates,
    UserAgent,
    archive_keys,
    how_to_ask,
)
from audit.cli.exits import Exit, worst
from audit.cli.failing import FailOn, exit_of
from audit.cli.folders import STDIN, without_password
from audit.cli.folders import folders as report_folders
from audit.cli.formats import (
    Color,
    ColorOption,
    FormatOption,
    OutputFormat,
    OutputOption,
    deliver,
    extra_output,
)
from audit.cli.output import complain, say
from audit.errors import ReadError, UsageError
from audit.model import ArchiveUse, FetchSettings, Format, Report, Style

if TYPE_CHECKING:
    from audit.config import Settings
    from audit.pipeline import Job
    from audit.report.read_back import Finished


def check(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Articles: files (.html, .md, .txt), URLs, or - for standard input.",
        ),
    ],
    *,
    sources: SourcesFile = None,
    captures: Captures = None,
    offline: Offline = False,
    max_age: MaxAge = None,
    bundle: Bundle = None,
    input_format: Annotated[
        Format | None,
        typer.Option(help="What the articles are written in, where it cannot be told."),
    ] = None,
    style: Annotated[
        Style | None,
        typer.Option(help="How strictly quotations are held to their sources. [strict]"),
    ] = None,
    output_format: FormatOption = OutputFormat.TERMINAL,
    output: OutputOption = None,
    color: ColorOption = Color.AUTO,
    output_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where the reports go, a folder for each article. [reports]"
        ),
    ] = None,
    no_output_dir: Annotated[
        bool, typer.Option("--no-output-dir", help="Write no report folders.")
    ] = False,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="The least finding that makes the exit code 1. [error]")
    ] = None,
    fail_on_incomplete: Annotated[
        bool,
        typer.Option("--fail-on-incomplete", help="Exit 4 when a source could not be checked."),
    ] = False,
    deadline: Deadline = None,
    allow_private: AllowPrivate = None,
    ca_bundle: CaBundle = None,
    max_time: MaxTime = None,
    delay: Delay = None,
    archive: Archive = None,
    obey_robots: ObeyRobots = False,
    proxy: ProxyFrom = None,
    user_agent: UserAgent = None,
    system_certificates: SystemCertificates = False,
    config: Config = None,
) -> int:
    """Audit articles: compare their quotations with their sources and write a report for each."""
    from audit.config import load_settings, load_sources  # noqa: PLC0415 — keeps --help light
    from audit.pipeline import Job  # noqa: PLC0415 — keeps --help light
    from audit.report.read_back import finished  # noqa: PLC0415 — keeps --help light

    settings = load_settings(config)
    settings = _settings(
        settings,
        style=style,
        fail_on=fail_on,
        fail_on_incomplete=fail_on_incomplete,
        output_dir=output_dir,
        fetch=how_to_ask(
            settings.fetch,
            deadline=deadline,
            max_age=max_age,
            allow_private=allow_private,
            ca_bundle=ca_bundle,
            offline=offline,
            max_time=max_time,
            delay=delay,
            archive=archive,
            obey_robots=obey_robots,
            proxy=proxy,
            user_agent=user_agent,
            system_certificates=system_certificates,
        ),
    )
    keys = archive_keys(settings.fetch.archive, offline=offline)
    inputs = [without_password(name) for name in inputs]
    if bundle is not None and len(inputs) != 1:
        raise UsageError("--bundle packs the sources of one article: give one at a time")
    if bundle is not None and no_output_dir and not offline:
        raise UsageError("--bundle packs what is archived: leave --no-output-dir off")
    extra = [extra_output(text) for text in output or ()]
    supplied = load_sources(sources) if sources is not None else ()
    folders = {} if no_output_dir else report_folders(inputs, Path(settings.output_dir))
    reports: list[Finished] = []
    codes: list[Exit] = []
    for name in inputs:
        folder = folders.get(name)
        job = Job(
            input=sys.stdin.buffer.read() if name == STDIN else name,
            settings=settings,
            format=input_format,
            supplied=supplied,
            archives=tuple(captures or ()),
            offline=offline,
            record_to=folder / "captures.warc.gz" if folder is not None and not offline else None,
            folder=folder or Path(),
            archive_keys=keys,
        )
        repeat = _repeat(name, job, sources, style)
        try:
            report = _audited(replace(job, repeat=repeat), folder, bundle)
        except ReadError as error:
            complain(str(error))
            codes.append(Exit.UNREADABLE)
        else:
            reports.append(finished(report))
            codes.append(
                exit_of(report, settings.fail_on, fail_on_incomplete=settings.fail_on_incomplete)
            )
    deliver(reports, output_format, extra, color)
    return worst(codes)


def _audited(job: "Job", folder: Path | None, bundle: Path | None) -> Report:
    from audit.pipeline import audit_article, pack  # noqa: PLC0415 — keeps --help light
    from audit.report import write_reports  # noqa: PLC0415 — keeps --help light

    report = audit_article(job)
    if folder is not None:
        for path in write_reports(report, folder):
            say(f"wrote {path}")
    if bundle is not None:
        pack(report, job, bundle)
        say(f"wrote {bundle}")
    return report


def _settings(
    settings: "Settings",
    *,
    style: Style | None,
    fail_on: FailOn | None,
    fail_on_incomplete: bool,
    output_dir: Path | None,
    fetch: FetchSettings,
) -> "Settings":
    """The settings of the file with the options of the command line over them."""
    return replace(
        settings,
        fetch=fetch,
        style=style or settings.style,
        fail_on=fail_on.severity if fail_on is not None else settings.fail_on,
        fail_on_incomplete=fail_on_incomplete or settings.fail_on_incomplete,
        output_dir=str(output_dir) if output_dir is not None else settings.output_dir,
    )


def _repeat(name: str, job: "Job", sources: Path | None, style: Style | None) -> tuple[str, ...]:
    """The command line that computes the report again from its captures."""
    from audit.pipeline import archives_of  # noqa: PLC0415 — keeps --help light

    words = ["citeaudit", "check", name]
    words += ["--sources", sources.as_posix()] if sources is not None else []
    for archive in archives_of(job):
        words += ["--captures", archive.as_posix()]
    words += ["--style", style.value] if style is not None else []
    if job.settings.fetch.archive is ArchiveUse.SAVE:
        words += ["--archive", "save"]
    return (*words, "--offline")
