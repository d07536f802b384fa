"""``citeaudit render``: finished reports in another format, with no network."""

from typing import Annotated

from audit.cli.options.declare import Argument, Option
from audit.cli.options.reports import FailOn, FailOnIncomplete, FormatOptions


def render(
    inputs: Annotated[
        list[str],
        Argument(
            metavar="REPORT.json",
            help="Reports that check wrote as JSON or JSON Lines, folders with reports below them, or -"
            " for standard input.",
        ),
    ],
    *,
    formats: FormatOptions,
    fail_on: Annotated[
        FailOn, Option(help="The least finding that makes the exit code 1.")
    ] = FailOn.ERROR,
    fail_on_incomplete: FailOnIncomplete = False,
) -> int:
    """Print finished reports in another format. Nobody is asked; the exit code is that of check."""
    from audit.cli.runs.render import render_reports

    return render_reports(inputs, formats, fail_on.severity, fail_on_incomplete=fail_on_incomplete)
