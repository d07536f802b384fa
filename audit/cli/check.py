"""``citeaudit check``: the audit of one article or several."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.asking import (
    Archive,
    Delay,
    MaxTime,
    ObeyRobots,
    ProxyFrom,
    SystemCertificates,
    UserAgent,
    how_to_ask,
)
from audit.cli.exits import Exit, worst
from audit.cli.folders import STDIN
from audit.cli.folders import folders as report_folders
from audit.cli.formats import OutputFormat, extra_output, rendered, write
from audit.cli.output import complain, result, say
from audit.errors import ReadError, UsageError
from audit.model import Format, Report, Severity, Style
from audit.read import is_url

if TYPE_CHECKING:
    from audit.config import Settings
    from audit.pipeline import Job


class FailOn(StrEnum):
    """The least severity at which a run fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def check(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Articles: files (.html, .md, .txt), URLs, or - for standard input.",
        ),
    ],
    *,
    sources: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Sources added by hand: a TOML file with [[source]] tables."
        ),
    ] = None,
    captures: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="A WARC archive that answers before the web is asked; repeatable."
        ),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask only the archives, never the network.")
    ] = False,
    input_format: Annotated[
        Format | None,
        typer.Option(help="What the articles are written in, where it cannot be told."),
    ] = None,
    style: Annotated[
        Style | None,
        typer.Option(help="How strictly quotations are held to their sources. [strict]"),
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="What is printed to standard output.")
    ] = OutputFormat.TERMINAL,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT:PATH",
            help="One more file for all articles; repeatable.",
        ),
    ] = None,
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
    deadline: Annotated[
        float | None,
        typer.Option(
            min=0.1, max=3600, metavar="SECONDS", help="The most one source may take. [30]"
        ),
    ] = None,
    allow_private: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST:PORT", help="A private address that may be asked; repeatable."),
    ] = None,
    ca_bundle: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Certificates (PEM) to trust beside the usual ones."),
    ] = None,
    max_time: MaxTime = None,
    delay: Delay = None,
    archive: Archive = None,
    obey_robots: ObeyRobots = False,
    proxy: ProxyFrom = None,
    user_agent: UserAgent = None,
    system_certificates: SystemCertificates = False,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A settings file; else citeaudit.toml in this folder."),
    ] = None,
) -> int:
    """Audit articles: compare their quotations with their sources and write a report for each."""
    from audit.config import load_settings, load_sources  # noqa: PLC0415 — keeps --help light
    from audit.pipeline import Job  # noqa: PLC0415 — keeps --help light

    settings = _settings(
        load_settings(config),
        style=style,
        fail_on=fail_on,
        fail_on_incomplete=fail_on_incomplete,
        output_dir=output_dir,
        deadline=deadline,
        allow_private=allow_private or (),
        ca_bundle=ca_bundle,
    )
    settings = replace(
        settings,
        fetch=how_to_ask(
            settings.fetch,
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
    inputs = [_without_password(name) for name in inputs]
    extra = [extra_output(text) for text in output or ()]
    supplied = load_sources(sources) if sources is not None else ()
    folders = {} if no_output_dir else report_folders(inputs, Path(settings.output_dir))
    reports: list[Report] = []
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
        )
        repeat = _repeat(name, job, sources, style)
        try:
            report = _audited(replace(job, repeat=repeat), folder)
        except ReadError as error:
            complain(str(error))
            codes.append(Exit.UNREADABLE)
        else:
            reports.append(report)
            codes.append(_exit(report, settings))
    if reports:
        result(rendered(reports, output_format))
    for wanted, path in extra:
        write(path, rendered(reports, wanted))
    return worst(codes)


def _without_password(name: str) -> str:
    """An input as it may be shown: no request carries a password from it, and no report either."""
    if not is_url(name):
        return name
    head, _, rest = name.partition("://")
    host, slash, path = rest.partition("/")
    return f"{head}://{host.rpartition('@')[2]}{slash}{path}"


def _audited(job: "Job", folder: Path | None) -> Report:
    from audit.pipeline import audit_article  # noqa: PLC0415 — keeps --help light
    from audit.report import write_reports  # noqa: PLC0415 — keeps --help light

    report = audit_article(job)
    if folder is not None:
        for path in write_reports(report, folder):
            say(f"wrote {path}")
    return report


def _settings(
    settings: "Settings",
    *,
    style: Style | None,
    fail_on: FailOn | None,
    fail_on_incomplete: bool,
    output_dir: Path | None,
    deadline: float | None,
    allow_private: Sequence[str],
    ca_bundle: Path | None,
) -> "Settings":
    """The settings of the file with the options of the command line over them."""
    fetch = settings.fetch
    if deadline is not None:
        fetch = replace(fetch, deadline=deadline)
    if allow_private:
        fetch = replace(fetch, allow_private=tuple(_host_and_port(text) for text in allow_private))
    if ca_bundle is not None:
        fetch = replace(fetch, ca_bundle=str(ca_bundle))
    return replace(
        settings,
        fetch=fetch,
        style=style or settings.style,
        fail_on=_severity(fail_on) if fail_on is not None else settings.fail_on,
        fail_on_incomplete=fail_on_incomplete or settings.fail_on_incomplete,
        output_dir=str(output_dir) if output_dir is not None else settings.output_dir,
    )


def _severity(fail_on: FailOn) -> Severity | None:
    return None if fail_on is FailOn.NEVER else Severity(fail_on.value)


def _repeat(name: str, job: "Job", sources: Path | None, style: Style | None) -> tuple[str, ...]:
    """The command line that computes the report again from its captures."""
    archives = [*job.archives, *([job.record_to] if job.record_to is not None else [])]
    words = ["citeaudit", "check", name]
    words += ["--sources", sources.as_posix()] if sources is not None else []
    for archive in archives:
        words += ["--captures", archive.as_posix()]
    words += ["--style", style.value] if style is not None else []
    return (*words, "--offline")


def _exit(report: Report, settings: "Settings") -> Exit:
    if settings.fail_on is not None:
        order = list(Severity)
        limit = order.index(settings.fail_on)
        if any(order.index(finding.severity) <= limit for finding in report.findings):
            return Exit.FINDINGS
    unread = any(record.page is None or not record.page.whole for record in report.facts.sources)
    return Exit.INCOMPLETE if unread and settings.fail_on_incomplete else Exit.OK


def _host_and_port(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise UsageError(f"--allow-private {text}: write HOST:PORT, for instance 127.0.0.1:8000")
    return host.strip("[]").lower(), int(port)
