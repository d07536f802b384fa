"""What a finished report makes of the exit code; the same for every command and every format."""

from audit.cli.exits import Exit
from audit.model import Outcome, Report, Severity


def exit_of(report: Report, fail_on: Severity | None, *, fail_on_incomplete: bool) -> Exit:
    """The exit code that one report asks for; a source that we failed on is an internal error."""
    if any(record.capture.outcome is Outcome.INTERNAL_ERROR for record in report.facts.sources):
        return Exit.INTERNAL
    if fail_on is not None:
        order = list(Severity)
        limit = order.index(fail_on)
        if any(order.index(finding.severity) <= limit for finding in report.findings):
            return Exit.FINDINGS
    unread = any(record.page is None or not record.page.whole for record in report.facts.sources)
    return Exit.INCOMPLETE if unread and fail_on_incomplete else Exit.OK
