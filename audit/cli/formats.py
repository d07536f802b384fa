"""What finished reports are printed as, on standard output and into files of the user's choice."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.output import result
from audit.errors import UsageError
from audit.files import write_text

if TYPE_CHECKING:
    from audit.model import Report
    from audit.report.read_back import Finished


class OutputFormat(StrEnum):
    """What a report can be printed as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    CSV = "csv"


class Color(StrEnum):
    """When standard output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


FormatOption = Annotated[
    OutputFormat, typer.Option("--format", "-f", help="What is printed to standard output.")
]
OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FORMAT:PATH", help="One more file for all articles; repeatable."
    ),
]
ColorOption = Annotated[
    Color, typer.Option(help="Colours on standard output; auto: on a terminal without NO_COLOR.")
]


def extra_output(text: str) -> tuple[OutputFormat, Path]:
    """The format and the path of an ``--output`` option.

    Raises:
        UsageError: It is not FORMAT:PATH.
    """
    name, colon, path = text.partition(":")
    known = [member.value for member in OutputFormat]
    if not colon or not path or name not in known:
        raise UsageError(f"--output {text}: write FORMAT:PATH with one of {', '.join(known)}")
    return OutputFormat(name), Path(path)


def deliver(
    reports: Sequence["Finished"],
    wanted: OutputFormat,
    extra: Sequence[tuple[OutputFormat, Path]],
    color: Color,
) -> None:
    """Prints the reports to standard output, and writes each extra file.

    Inside GitHub Actions the format ``github`` also adds to the step's job summary.

    Raises:
        UsageError: A file cannot be written.
    """
    if reports:
        if wanted is OutputFormat.TERMINAL:
            result(_on_screen([one.report for one in reports], color))
        else:
            result(rendered(reports, wanted), commands=wanted is OutputFormat.GITHUB)
        if wanted is OutputFormat.GITHUB and os.environ.get("GITHUB_STEP_SUMMARY"):
            _add_summary(Path(os.environ["GITHUB_STEP_SUMMARY"]), [one.report for one in reports])
    for format_, path in extra:
        write(path, rendered(reports, format_))


def rendered(finished: Sequence["Finished"], wanted: OutputFormat) -> str:
    """Several reports as one text: pages behind each other, an array, or one document for all.

    Files of it are printed by others: it has no commands to build servers but those of its format.
    """
    from audit.report.escape import no_commands  # noqa: PLC0415 — keeps --help light

    text = _rendered(finished, wanted)
    return text if wanted is OutputFormat.GITHUB else no_commands(text)


def _rendered(finished: Sequence["Finished"], wanted: OutputFormat) -> str:
    from audit import report as formats  # noqa: PLC0415 — keeps --help light

    reports = [one.report for one in finished]
    match wanted:
        case OutputFormat.TERMINAL:
            return "".join(formats.render_lines(one) for one in reports)
        case OutputFormat.MARKDOWN:
            return "\n---\n\n".join(formats.render_markdown(one) for one in reports)
        case OutputFormat.JSON:
            trees = [one.tree for one in finished]
            return formats.json_of(trees[0] if len(trees) == 1 else trees)
        case OutputFormat.JSONL:
            return "".join(formats.render_json_line(one.tree) for one in finished)
        case OutputFormat.HTML:
            from audit.report.html import render_html  # noqa: PLC0415 — loads jinja2

            return render_html(reports)
        case OutputFormat.SARIF:
            return _sarif(reports)
        case OutputFormat.JUNIT:
            return formats.render_junit(reports)
        case OutputFormat.GITHUB:
            return formats.render_github(reports)
        case OutputFormat.CSV:
            return formats.render_csv(reports)


def write(path: Path, text: str) -> None:
    """Writes a file whole or not at all.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        write_text(path, text)
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}): choose another --output"
        ) from error


def _sarif(reports: Sequence["Report"]) -> str:
    from audit.report.sarif import RuleText, render_sarif  # noqa: PLC0415 — keeps --help light
    from audit.rules import RULES  # noqa: PLC0415 — keeps --help light

    rules = [
        RuleText(one.id, one.summary, one.severity, one.help, one.confidence, one.links[0])
        for one in RULES
    ]
    return render_sarif(reports, rules)


def _on_screen(reports: Sequence["Report"], color: Color) -> str:
    """The summary for people on a terminal, the greppable lines for everything else."""
    from audit.report import render_lines  # noqa: PLC0415 — keeps --help light

    terminal = sys.stdout.isatty()
    # https://no-color.org: set and not empty. A terminal that calls itself dumb takes no sequences.
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    colored = color is Color.ALWAYS or (color is Color.AUTO and terminal and not plain)
    if not terminal:
        return "".join(render_lines(one, color=colored) for one in reports)
    from audit.report.terminal import render_terminal  # noqa: PLC0415 — loads rich

    width = get_terminal_size().columns
    return "\n".join(render_terminal(one, color=colored, width=width) for one in reports)


def _add_summary(path: Path, reports: Sequence["Report"]) -> None:
    """Adds the summary to what earlier commands of the step left, in what is left of its room."""
    from audit.report import SUMMARY_BYTES, render_summary  # noqa: PLC0415 — keeps --help light

    try:
        used = path.stat().st_size if path.exists() else 0
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(render_summary(reports, SUMMARY_BYTES - used))
    except OSError as error:
        raise UsageError(
            f"cannot write {path} ({error.strerror}), which GITHUB_STEP_SUMMARY names"
        ) from error
