"""``citeaudit check``: the audit of one article or several."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.asking import (
    Asking,
    Bundle,
    Captures,
    MaxAge,
    Offline,
    Pages,
    SourcesFile,
    archive_keys,
    tell_project_settings,
)
from audit.cli.exits import Exit, worst
from audit.cli.failing import FailOn, exit_of
from audit.cli.folders import STDIN
from audit.cli.folders import folders as report_folders
from audit.cli.formats import (
    TERMINAL,
    ColorOption,
    FormatOption,
    OutputOption,
    deliver,
    extra_output,
    write,
)
from audit.cli.inputs import InputFormat, articles
from audit.cli.output import complain, say
from audit.cli.outputs import Color
from audit.cli.progress import progress
from audit.cli.rules import Counting
from audit.errors import CiteauditError, ReadError, UsageError
from audit.model import ArchiveUse, Report, Style

if TYPE_CHECKING:
    from audit.config import Settings
    from audit.pipeline import Job
    from audit.report.read_back import Finished


def check(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Articles: files (.html, .md, .txt, .docx), folders of such files, patterns, URLs, or - for"
            " standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    from_file: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LIST", help="A file with an input a line; repeatable, - for standard input."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, max=64, help="Articles that are audited at once.")
    ] = 4,
    sources: SourcesFile = None,
    pages: Pages = None,
    captures: Captures = None,
    offline: Offline = False,
    max_age: MaxAge = None,
    bundle: Bundle = None,
    input_format: InputFormat = None,
    style: Annotated[
        Style | None,
        typer.Option(help="How strictly quotations are held to their sources. [strict]"),
    ] = None,
    output_format: FormatOption = TERMINAL,
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
    counting: Counting,
    asking: Asking,
) -> int:
    """Audit articles: compare their quotations with their sources and write a report for each."""
    from audit.config import load_sources, output_folder  # noqa: PLC0415 — keeps --help light
    from audit.pipeline import Job  # noqa: PLC0415 — keeps --help light

    settings = _settings(
        asking.settings(max_age=max_age, offline=offline),
        style=style,
        fail_on=fail_on,
        fail_on_incomplete=fail_on_incomplete,
    )
    keys = archive_keys(settings.fetch.archive, offline=offline)
    policy = counting.policy(settings)
    inputs = articles(inputs or (), from_file or ())
    if not inputs:
        raise UsageError("name an article, a folder or a list (--from-file)")
    if bundle is not None and len(inputs) != 1:
        raise UsageError("--bundle packs the sources of one article: give one at a time")
    if bundle is not None and no_output_dir and not offline:
        raise UsageError("--bundle packs what is archived: leave --no-output-dir off")
    extra = [extra_output(text) for text in output or ()]
    supplied = load_sources(sources, pages or ()) if sources is not None else ()
    reports_in = None if no_output_dir else output_folder(settings, output_dir)
    folders = {} if reports_in is None else report_folders(inputs, reports_in)
    tell_project_settings(settings)
    jobs_of: list[Job] = []
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
            policy=policy,
        )
        jobs_of.append(
            replace(
                job,
                repeat=_repeat(name, job, _sources(sources, pages or ()), style, counting.words()),
            )
        )
    ended = _audited(jobs_of, jobs, folders, bundle)
    if len(inputs) > 1 and reports_in is not None:
        _write_index(reports_in, inputs, folders, ended)
    reports = [one for one in ended if not isinstance(one, CiteauditError)]
    if counting.write_baseline is not None:  # what is in it fails nothing from now on
        from audit.waive import baseline_text  # noqa: PLC0415 — keeps --help light

        write(counting.write_baseline, baseline_text(one.report for one in reports))
        say(f"wrote {counting.write_baseline}")
        settings = replace(settings, fail_on=None)
    deliver(reports, output_format, extra, color)
    return worst(_exit(one, settings) for one in ended)


def _audited(
    jobs: "Sequence[Job]", at_once: int, folders: Mapping[str, Path], bundle: Path | None
) -> "list[Finished | CiteauditError]":
    """The report of each job, or why there is none; reports are written as each audit ends."""
    from audit.batch import audit_all  # noqa: PLC0415 — keeps --help light
    from audit.pipeline import pack  # noqa: PLC0415 — keeps --help light
    from audit.report import write_reports  # noqa: PLC0415 — keeps --help light
    from audit.report.read_back import (  # noqa: PLC0415 — keeps --help light
        finished,
        without_bodies,
    )

    ended: dict[int, Finished | CiteauditError] = {}
    with progress(len(jobs)) as step:
        for at, one in audit_all(jobs, at_once):
            if isinstance(one, Report):
                done = finished(one)
                if folders:
                    paths = write_reports(done, jobs[at].folder)
                    for path in paths if len(jobs) == 1 else ():
                        say(f"wrote {path}")
                if bundle is not None:
                    pack(one, jobs[at], bundle)
                    say(f"wrote {bundle}")
                ended[at] = without_bodies(done)
            else:
                complain(str(one))
                ended[at] = one
            step()
    return [ended[at] for at in range(len(jobs))]


def _write_index(
    output_dir: Path,
    inputs: Sequence[str],
    folders: Mapping[str, Path],
    ended: "Sequence[Finished | CiteauditError]",
) -> None:
    from audit.report import Audited, Failed, render_index  # noqa: PLC0415 — keeps --help light
    from audit.report.escape import no_commands  # noqa: PLC0415 — keeps --help light

    named = list(zip(inputs, ended, strict=True))
    audited = [
        Audited(one.report, folders[name].name)
        for name, one in named
        if not isinstance(one, CiteauditError)
    ]
    failed = [Failed(name, str(one)) for name, one in named if isinstance(one, CiteauditError)]
    path = output_dir / "index.md"
    write(path, no_commands(render_index(audited, failed)))
    say(f"wrote {len(audited)} reports and {path}")


def _settings(
    settings: "Settings",
    *,
    style: Style | None,
    fail_on: FailOn | None,
    fail_on_incomplete: bool,
) -> "Settings":
    """The settings of the file with the options of the command line over them."""
    return replace(
        settings,
        style=style or settings.style,
        fail_on=fail_on.severity if fail_on is not None else settings.fail_on,
        fail_on_incomplete=fail_on_incomplete or settings.fail_on_incomplete,
    )


def _sources(sources: Path | None, pages: Sequence[Path]) -> tuple[str, ...]:
    """The options that name sources as words of a command line."""
    words = ["--sources", sources.as_posix()] if sources is not None else []
    words += [word for folder in pages for word in ("--pages", folder.as_posix())]
    return tuple(words)


def _repeat(
    name: str, job: "Job", sources: Sequence[str], style: Style | None, counted: tuple[str, ...]
) -> tuple[str, ...]:
    """The command line that computes the report again from its captures."""
    from audit.pipeline import archives_of  # noqa: PLC0415 — keeps --help light

    words = ["citeaudit", "check", name, *sources]
    for archive in archives_of(job):
        words += ["--captures", archive.as_posix()]
    words += ["--style", style.value] if style is not None else []
    if job.settings.fetch.archive is ArchiveUse.SAVE:
        words += ["--archive", "save"]
    return (*words, *counted, "--offline")


def _exit(one: "Finished | CiteauditError", settings: "Settings") -> Exit:
    if isinstance(one, CiteauditError):
        return Exit.UNREADABLE if isinstance(one, ReadError) else Exit.USAGE
    return exit_of(one.report, settings.fail_on, fail_on_incomplete=settings.fail_on_incomplete)
