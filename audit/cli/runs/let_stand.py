"""What is let stand: the baseline written, and said of it and of waivers what covers nothing."""

import os
from collections.abc import Sequence
from pathlib import Path

from audit.cli.console.output import complain, say
from audit.cli.runs.deliver import write
from audit.errors import UsageError
from audit.model import Report, Severity
from audit.waive import Baseline, baseline_text, read_baseline


def write_baseline(path: Path, reports: Sequence[Report]) -> None:
    """Writes the findings of reports as known; reasons that the file has are kept.

    Raises:
        UsageError: It cannot be written.
    """
    before, lost = Baseline(), False
    if os.path.isfile(path):  # noqa: PTH113 — of a name that no system takes, Path raises
        try:
            before = read_baseline(path)
        except UsageError:
            lost = True
    found = [(report.facts, report.findings) for report in reports]
    write(path, baseline_text(found, path, before))
    if lost:
        complain(f"{path} was no baseline: if somebody wrote reasons into it, they are gone")
    say(f"wrote {path}")


def tell_of_baseline(baseline: Baseline, reports: Sequence[Report]) -> None:
    """Says what of a baseline covers nothing, where that is so."""
    if not baseline.size or not reports:
        return
    name = baseline.name
    if baseline.is_old:
        complain(
            f"{name} is of an earlier form, whose paths are from the folder of that run: write it"
            f" anew with --write-baseline {name}"
        )
    matched = sum(
        finding.severity is Severity.KNOWN for report in reports for finding in report.findings
    )
    if not matched:
        first = min(baseline.entries)
        complain(
            f"none of the {baseline.size} entries of {name} matched: its paths are from"
            f" {baseline.folder or 'the root of the project'} (the first is {first}); were other"
            f" articles meant? Else write it anew with --write-baseline {name}"
        )
        return
    of_these = sum(
        sum(left.total() for left in baseline.of(report.facts.article).values())
        for report in reports
    )
    if of_these > matched:
        say(
            f"{of_these - matched} entries of {name} for these articles matched nothing any more:"
            f" --write-baseline {name} leaves them out"
        )
