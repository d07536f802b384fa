"""``citeaudit render``: finished reports in another format, with no network."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.cli.exits import Exit, worst
from audit.cli.failing import FailOn, exit_of
from audit.cli.folders import STDIN
from audit.cli.formats import (
    TERMINAL,
    ColorOption,
    FormatOption,
    OutputOption,
    deliver,
    extra_output,
)
from audit.cli.output import complain
from audit.cli.outputs import Color
from audit.cli.streams import standard_input
from audit.errors import ReadError

if TYPE_CHECKING:
    from audit.report.read_back import Finished


def render(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT.json",
            help="Reports that check wrote as JSON or JSON Lines, or - for standard input.",
        ),
    ],
    *,
    output_format: FormatOption = TERMINAL,
    output: OutputOption = None,
    color: ColorOption = Color.AUTO,
    fail_on: Annotated[
        FailOn, typer.Option(help="The least finding that makes the exit code 1.")
    ] = FailOn.ERROR,
    fail_on_incomplete: Annotated[
        bool,
        typer.Option("--fail-on-incomplete", help="Exit 4 when a source could not be checked."),
    ] = False,
) -> int:
    """Print finished reports in another format. Nobody is asked, and the exit code is that of check."""
    from audit.report.read_back import LARGEST, read_file, read_reports  # noqa: PLC0415 — keeps --help light

    extra = [extra_output(text) for text in output or ()]
    reports: list[Finished] = []
    codes: list[Exit] = []
    for name in inputs:
        try:
            if name == STDIN:
                found = read_reports(standard_input(LARGEST), "standard input")
            else:
                found = read_file(Path(name))
        except ReadError as error:
            complain(str(error))
            codes.append(Exit.UNREADABLE)
            continue
        reports.extend(found)
        codes.extend(
            exit_of(one.report, fail_on.severity, fail_on_incomplete=fail_on_incomplete)
            for one in found
        )
    deliver(reports, output_format, extra, color)
    return worst(codes)
