"""``citeaudit verify``: whether a report is what its archives bear out, without a network."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Argument, Option
from audit.cli.options.reports import Printed, Shape

ReportFiles = Annotated[
    list[str],
    Argument(
        metavar="REPORT.json",
        help="Reports that check wrote as JSON, or folders with such reports below them.",
    ),
]
GivenArchives = Annotated[
    list[Path] | None,
    Option(
        metavar="FILE",
        help="An archive of the one report, where it lies outside the report's folder; repeatable.",
    ),
]


def verify(
    reports: ReportFiles,
    *,
    captures: GivenArchives = None,
    output_format: Printed = Shape.TERMINAL,
) -> int:
    """Hash the captures of reports again and compute every verdict again. No network is asked."""
    from audit.cli.runs.verify import verify_reports

    return verify_reports(reports, captures or (), output_format)
