"""What a finished report makes of the exit code; the same for every command and every format."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from audit.cli.exits import Exit
from audit.errors import CiteauditError, InternalError, ReadError
from audit.model import Outcome, Report, Severity

if TYPE_CHECKING:
    from audit.report.index.listed import Listed


def exit_of(report: Report, fail_on: Severity | None, *, fail_on_incomplete: bool) -> Exit:
    """The exit code that one report asks for; a source that we failed on is an internal error."""
    sources = report.facts.sources
    return _exit(
        [record.capture.outcome for record in sources],
        [finding.severity for finding in report.findings],
        fail_on,
        is_incomplete=fail_on_incomplete
        and any(record.page is None or not record.page.whole for record in sources),
    )


def exit_of_listed(row: "Listed", fail_on: Severity | None, *, fail_on_incomplete: bool) -> Exit:
    """The same of the record that a batch keeps of a report."""
    return _exit(
        [source.outcome for source in row.sources],
        [finding.severity for finding in row.findings],
        fail_on,
        is_incomplete=fail_on_incomplete and not row.is_whole,
    )


def exit_of_failure(error: CiteauditError) -> Exit:
    """The exit code that an article without a report asks for."""
    if isinstance(error, InternalError):
        return Exit.INTERNAL
    return Exit.UNREADABLE if isinstance(error, ReadError) else Exit.USAGE


def _exit(
    outcomes: Iterable[Outcome],
    severities: Iterable[Severity],
    fail_on: Severity | None,
    *,
    is_incomplete: bool,
) -> Exit:
    if Outcome.INTERNAL_ERROR in outcomes:
        return Exit.INTERNAL
    if fail_on is not None:
        order = list(Severity)
        limit = order.index(fail_on)
        if any(order.index(severity) <= limit for severity in severities):
            return Exit.FINDINGS
    return Exit.INCOMPLETE if is_incomplete else Exit.OK
