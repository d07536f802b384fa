"""``citeaudit waive``: findings of a report that somebody answers for."""

from pathlib import Path
from typing import Annotated

from audit.cli.options.declare import Argument, Option


def waive(
    report: Annotated[Path, Argument(metavar="REPORT.json", help="The report.json of an audit.")],
    findings: Annotated[
        list[str] | None,
        Argument(
            metavar="N",
            help="What is waived, by its number in the report ('9', 'S2'), or the beginnings of"
            " fingerprints; without any, all findings are listed with their numbers.",
        ),
    ] = None,
    *,
    reason: Annotated[
        str | None, Option(metavar="TEXT", help="Why the findings may stand.")
    ] = None,
    who: Annotated[str | None, Option(metavar="NAME", help="Who answers for them.")] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="The last day on which the waiver counts.")
    ] = None,
    config: Annotated[
        Path | None,
        Option(metavar="FILE", help="The settings file to write to, instead of the project's."),
    ] = None,
) -> int:
    """Answer for a finding of a report: write its waiver, with a reason, into the settings."""
    from audit.cli.runs.finished.waive import waive_findings

    return waive_findings(report, findings or (), reason, who=who, until=until, config=config)
