"""``citeaudit verify``: whether a report is what its archives bear out, without a network."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Argument, Option
from audit.cli.options.reports import Printed, Shape

ReportFile = Annotated[Path, Argument(metavar="REPORT.json", help="The report.json of an audit.")]
GivenArchives = Annotated[
    list[Path] | None,
    Option(
        metavar="FILE",
        help="An archive of the report, where it lies outside the report's folder; repeatable.",
    ),
]


def verify(
    report: ReportFile,
    *,
    captures: GivenArchives = None,
    output_format: Printed = Shape.TERMINAL,
) -> int:
    """Hash the captures of a report again and compute every verdict again. No network is asked."""
    from audit.cli.runs.verify import verify_report

    return verify_report(report, captures or (), output_format)
