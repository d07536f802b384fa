"""GitHub Actions: annotations as workflow commands, and the summary of the job as Markdown.

A step shows at most ten annotations of each level, and a summary below 1 MiB. What is more is
counted.
"""

from collections.abc import Iterator, Sequence

from audit.model import Finding, Report, Severity
from audit.report.counts import Counts, count
from audit.report.escape import command_data, command_property, inline
from audit.report.markdown.quotation import evidence, shown_words
from audit.report.outline import Outline, credited, outline
from audit.report.passages import clip
from audit.report.places import Where, name_of, where_found, where_said
from audit.report.settings import project_settings

MOST = 10  # annotations of each level that a step shows
SUMMARY_BYTES = 1024 * 1024 - 1
"""The most that the summary of one step may have."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LONGEST_MESSAGE = 1000  # characters
_WORDS_IN_TABLE = (80, 30, 0)  # characters of a quotation: the first that lets all tables fit
_ROOM_FOR_NOTE = 400  # bytes


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
    counted = []
    for severity, level in _LEVELS.items():
        those = [each for each in found if each[0].severity is severity]
        most = MOST - len(told) if severity is Severity.NOTE else MOST
        lines += [_annotation(level, *each) for each in those[:most]]
        left = f" ({len(those) - most} not annotated)" if len(those) > most else ""
        counted.append(f"{len(those)} {level}{'' if len(those) == 1 else 's'}{left}")
    # What is waived or known fails nothing, and annotates nothing.
    severities = [finding.severity for finding, _, _ in found]
    counted += [
        f"{severities.count(severity)} {severity}"
        for severity in (Severity.WAIVED, Severity.KNOWN)
        if severity in severities
    ]
    compared = "; ".join(count(outline(report)).headline for report in reports)
    return "\n".join([*lines, f"citeaudit: {', '.join(counted)}. {compared}"]) + "\n"


def _annotation(level: str, finding: Finding, where: Where, report: Report) -> str:
    properties = [f"title={command_property(f'{finding.rule} (citeaudit)')}"]
    message = clip(finding.message, _LONGEST_MESSAGE)
    article = report.facts.article
    if article.path is not None:
        properties.append(f"file={command_property(article.path)}")
    if where.line is not None:
        properties.append(f"line={where.line}")
    elif str(where):
        message = f"{where}: {message}"
    if article.path is None:
        message = f"{name_of(article)} {message}"
    return f"::{level} {','.join(properties)}::{command_data(message)}"


def render_summary(reports: Sequence[Report], room: int = SUMMARY_BYTES) -> str:
    """The summary of a job, in at most ``room`` bytes of UTF-8.

    Every table is whole. Then comes the evidence of each problem and of what to check by hand,
    until there is no more room; a last line says how many were left out. Empty where not even the
    tables fit.
    """
    groups = [outline(report) for report in reports]
    for words in _WORDS_IN_TABLE:
        head = "".join(
            _head(report, group, words) for report, group in zip(reports, groups, strict=True)
        )
        if len(head.encode()) + _ROOM_FOR_NOTE <= room:
            break
    else:
        return ""
    used = len(head.encode()) + _ROOM_FOR_NOTE
    pieces = [head]
    evident = [
        (report.facts.article, group, entry)
        for report, group in zip(reports, groups, strict=True)
        for entry in group.to_look_at
    ]
    for at, (article, group, entry) in enumerate(evident):
        _, *blocks = evidence(article, group, entry)  # the first is an anchor
        piece = "".join(f"{block}\n\n" for block in blocks)
        used += len(piece.encode())
        if used > room:
            pieces.append(
                f"The evidence of {len(evident) - at} more quotations has no room in this summary:"
                " see the report itself.\n"
            )
            break
        pieces.append(piece)
    return "".join(pieces)


def _head(report: Report, group: Outline, words: int) -> str:
    article = report.facts.article
    counts: Counts = count(group)
    lines = [
        f"## Citation audit: {inline(clip(article.title or name_of(article), 200))}",
        "",
        f"**{counts.headline}: {counts.result}**",
        "",
    ]
    if told := project_settings(report):
        lines += [inline(told), ""]
    if group.quotations or group.to_look_at:
        lines += [
            "| | Result | Where | Who | Words | Verdict |",
            "| --: | --- | --- | --- | --- | --- |",
        ]
        lines += _rows(report, group, words)
        lines.append("")
    return "\n".join(lines) + "\n"


def _rows(report: Report, group: Outline, words: int) -> Iterator[str]:
    for result, entries in (
        ("**problem**", group.problems),
        ("check", group.by_hand),
        ("fine", group.fine),
    ):
        for entry in entries:
            attribution = entry.check.attribution
            cells = (
                entry.label,
                result,
                str(where_said(report.facts.article, attribution)),
                inline(clip(credited(attribution), words)) if words else "",
                inline(clip(shown_words(attribution), 2 * words)) if words else "",
                entry.check.verdict,
            )
            yield f"| {' | '.join(cells)} |"
