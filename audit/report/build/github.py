"""GitHub Actions: annotations as workflow commands, and the summary of the job as Markdown.

A step shows at most ten annotations of each level. What is more is counted, and named in the
summary, which stays short enough to be read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from audit.model import Finding, Report, Severity
from audit.model.counted import counted
from audit.report.counts import count
from audit.report.escape import code, command_data, command_property, inline
from audit.report.markdown.quotation import evidence
from audit.report.outline import outline
from audit.report.passages import clip
from audit.report.places import Where, end_found, name_of, where_found
from audit.report.screen.lines import summary
from audit.report.settings import project_settings

MOST = 10  # annotations of each level that a step shows
SUMMARY_BYTES = 64_000
"""The most that the summary of one step may have: GitHub takes 1 MiB, nobody reads that."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_PROBLEMS = (Severity.ERROR, Severity.WARNING)
_LONGEST_MESSAGE = 1000  # characters
_LONGEST_LINE = 300  # characters of a message in the summary
_LONGEST_NAME = 200
_ROOM_FOR_NOTES = 600  # bytes: what was left out, of each kind


def render_github(reports: Sequence[Report]) -> str:
    """The annotations of all reports, severest first, then a line that counts.

    No other line has a word of an article: the runner looks for commands inside lines, too.
    """
    found = [
        (finding, where, report)
        for report in reports
        for finding, where in zip(report.findings, where_found(report), strict=True)
    ]
    # The articles of a run have one project; of several, the first speaks.
    told = [*dict.fromkeys(filter(None, map(project_settings, reports)))][:1]
    title = command_property("settings (citeaudit)")
    lines = [f"::notice title={title}::{command_data(line)}" for line in told]
    left = []
    for severity, level in _LEVELS.items():
        those = [each for each in found if each[0].severity is severity]
        most = MOST - len(told) if severity is Severity.NOTE else MOST
        lines += [_annotation(level, *each) for each in those[:most]]
        if len(those) > most:
            left.append(counted(len(those) - most, level))
    # What is waived or known fails nothing, and annotates nothing.
    not_annotated = f" (not annotated: {', '.join(left)})" if left else ""
    return "\n".join([*lines, f"citeaudit: {summary(reports)}{not_annotated}"]) + "\n"


def _annotation(level: str, finding: Finding, where: Where, report: Report) -> str:
    properties = [f"title={command_property(f'{finding.rule} (citeaudit)')}"]
    message = clip(finding.message, _LONGEST_MESSAGE)
    article = report.facts.article
    if article.path is not None:
        properties.append(f"file={command_property(article.path)}")
    if where.line is not None:
        properties += _region(finding, where, report)
    if where.more:
        message = f"{where.more}: {message}"
    if article.path is None:
        message = f"{name_of(article)} {message}"
    return f"::{level} {','.join(properties)}::{command_data(message)}"


def _region(finding: Finding, where: Where, report: Report) -> Iterator[str]:
    """Where the words begin and end; GitHub takes columns on one line only."""
    line, column = end_found(finding, report, where)
    yield f"line={where.line}"
    if line == where.line:
        yield f"col={where.column}"
        yield f"endColumn={column}"
    else:
        yield f"endLine={line}"


def render_summary(reports: Sequence[Report], room: int = SUMMARY_BYTES) -> str:
    """The summary of a job, in at most ``room`` bytes of UTF-8: totals, then problems only.

    A table has every article with a finding, the worst first; then come the errors and warnings in
    a line each, then the evidence of the errors, as long as there is room. What has none is
    counted. Empty where not even the totals fit.
    """
    totals = f"## Citation audit\n\n**{summary(reports)}**\n\n"
    told = dict.fromkeys(filter(None, map(project_settings, reports)))
    totals += "".join(f"{inline(line)}\n\n" for line in told)
    left = room - len(totals.encode()) - _ROOM_FOR_NOTES
    if left < 0:
        return ""
    pieces = [totals]
    worst = sorted(reports, key=_gravity)
    for begin, lines, end in (
        (_TABLE, [*_rows(worst)], "articles with findings"),
        ("", [*_lines(worst)], "problems"),
        ("\n", [*_evidence(worst)], "passages of evidence"),
    ):
        shown, left = _fitting(lines, left - len(begin.encode()))
        if shown:
            pieces += [begin, *shown]
        if len(shown) < len(lines):
            pieces.append(f"\n{len(lines) - len(shown)} more {end}: see the reports.\n")
        pieces.append("\n" if lines else "")
    return "".join(pieces).rstrip("\n") + "\n"


_TABLE = """\
| Article | Errors | Warnings | Notices | Compared |
| --- | --: | --: | --: | --: |
"""


def _fitting(lines: Sequence[str], room: int) -> tuple[Sequence[str], int]:
    """The first of some lines that fit, and what room they leave."""
    for at, line in enumerate(lines):
        room -= len(line.encode())
        if room < 0:
            return lines[:at], 0
    return lines, room


def _gravity(report: Report) -> tuple[int, ...]:
    found = Counter(finding.severity for finding in report.findings)
    return tuple(-found[severity] for severity in _LEVELS)


def _rows(reports: Sequence[Report]) -> Iterator[str]:
    for report in reports:
        found = Counter(finding.severity for finding in report.findings)
        figures = [found[severity] for severity in _LEVELS]
        if any(figures):
            counts = count(outline(report))
            cells = (*figures, f"{counts.compared} of {counts.quotations}")
            yield f"| {_named(report)} | {' | '.join(map(str, cells))} |\n"


def _named(report: Report) -> str:
    return inline(clip(name_of(report.facts.article), _LONGEST_NAME))


def _lines(reports: Sequence[Report]) -> Iterator[str]:
    """The errors of all articles, then the warnings: a line each."""
    found = [
        (finding, where, report)
        for report in reports
        for finding, where in zip(report.findings, where_found(report), strict=True)
    ]
    for severity in _PROBLEMS:
        for finding, where, report in found:
            if finding.severity is severity:
                at = f", {inline(where.in_full)}" if where.in_full else ""
                message = inline(clip(finding.message, _LONGEST_LINE))
                yield (
                    f"- **{severity}** {_named(report)}{at}: {message} {code(finding.rule)} {code(finding.fingerprint)}\n"
                )


def _evidence(reports: Sequence[Report]) -> Iterator[str]:
    """What the words of each error were compared with."""
    for report in reports:
        groups = outline(report)
        for entry in groups.problems:
            _, *blocks = evidence(report.facts.article, groups, entry)  # the first is an anchor
            yield "".join(f"{block}\n\n" for block in blocks)
