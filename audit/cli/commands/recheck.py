"""``citeaudit recheck``: what changed at the sources of a report since it was written."""

from typing import Annotated

from audit.cli.commands.verify import GivenArchives, ReportFiles
from audit.cli.options.declare import Option
from audit.cli.options.reports import Printed, Shape
from audit.cli.options.sources import MaxAge
from audit.cli.options.web import WebOptions


def recheck(
    reports: ReportFiles,
    *,
    captures: GivenArchives = None,
    max_age: MaxAge = None,
    output_format: Printed = Shape.TERMINAL,
    fail_on_incomplete: Annotated[
        bool,
        Option(("--fail-on-incomplete",), help="Exit 4 when a source cannot be read now."),
    ] = False,
    web: WebOptions,
) -> int:
    """Fetch the sources of reports again: what changed, and whether each quotation still stands."""
    from audit.cli.runs.recheck import RecheckOptions, recheck_reports

    options = RecheckOptions(
        captures=tuple(captures or ()),
        max_age=max_age,
        output_format=output_format,
        fail_on_incomplete=fail_on_incomplete,
        web=web,
    )
    return recheck_reports(reports, options)
