"""The day of an audit: the one it was told, else that of the newest page; never the clock's."""

from audit.model import Report

_DAY = len("YYYY-MM-DD")


def day(report: Report) -> str | None:
    """The day (ISO 8601) that the command line gave (``--today``), else that of the newest capture.

    None where neither is known: then nothing was fetched.
    """
    return report.today or (report.when and report.when[:_DAY]) or None


def audited_line(report: Report) -> str:
    """When the article was audited, in a few words."""
    on = day(report)
    if on is None:
        return "Audited without a page from the web"
    return f"Audited {on}"
