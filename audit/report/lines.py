"""The summary for pipes and logs: one line a finding, ``path:line: severity rule message``."""

from audit.model import Report
from audit.report.counts import count
from audit.report.escape import visible
from audit.report.outline import outline
from audit.report.places import Where, name_of, where_found


def render_lines(report: Report) -> str:
    """The summary as plain lines, severest first; the first line says how much was compared.

    A finding that points to no line of a file has the paragraph instead, or nothing.
    """
    counts = count(outline(report))
    name = visible(name_of(report.facts.article))
    found = [
        f"{name}{_suffix(where)}: {finding.severity} {finding.rule} {visible(finding.message)}"
        for finding, where in zip(report.findings, where_found(report), strict=True)
    ]
    return "\n".join([counts.headline, *found]) + "\n"


def _suffix(where: Where) -> str:
    if where.line is not None:
        return f":{where.line}"
    return f" {where}" if where.paragraph is not None else ""
