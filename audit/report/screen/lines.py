"""The summary for pipes and logs: one line a finding, ``path:line: severity rule message``."""

from audit.model import Report, Severity
from audit.report.counts import count
from audit.report.escape import visible
from audit.report.outline import outline
from audit.report.places import Where, name_of, where_found
from audit.report.settings import project_settings

_COLORS = {
    Severity.ERROR: "1;31",
    Severity.WARNING: "33",
    Severity.NOTE: "36",
    Severity.WAIVED: "2",
    Severity.KNOWN: "2",
}


def render_lines(report: Report, *, color: bool = False) -> str:
    """The summary as lines, severest first; the first line says how much was compared.

    A second one says what the project has set, where it has. A finding that points to no line of a
    file has the paragraph instead, or nothing.
    """
    counts = count(outline(report))
    told = filter(None, [visible(project_settings(report))])
    return "\n".join([counts.headline, *told, *found_lines(report, color=color)]) + "\n"


def found_lines(report: Report, *, color: bool = False) -> tuple[str, ...]:
    """A line for each finding, in their order; with ``color``, its severity stands out."""
    name = visible(name_of(report.facts.article))

    def severity(word: Severity) -> str:
        return f"\x1b[{_COLORS[word]}m{word}\x1b[0m" if color else word

    return tuple(
        f"{name}{_suffix(where)}: {severity(finding.severity)} {finding.rule}"
        f" {visible(finding.message)}"
        for finding, where in zip(report.findings, where_found(report), strict=True)
    )


def _suffix(where: Where) -> str:
    if where.line is not None:
        return f":{where.line}"
    return f" {where}" if where.paragraph is not None else ""
