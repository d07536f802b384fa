"""The short summary for a terminal, worst first.

rich is slow to import: import this module where a terminal is known to be there.
"""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from audit.model import Report
from audit.report.believed import given_line
from audit.report.counts import Counts, count
from audit.report.escape import visible
from audit.report.outline import Entry, Outline, credited, outline, says_more
from audit.report.passages import clip
from audit.report.places import name_of, where_said
from audit.report.settings import project_settings
from audit.report.words import OUTCOMES, REASONS, TOLD_BY_RULES

_LONGEST_WORDS = 160  # characters: two lines of a terminal
_STYLES = {"problem": "bold red", "check": "yellow", "source": "yellow"}


def render_terminal(report: Report, *, color: bool, width: int) -> str:
    """The summary as text for a terminal of ``width`` columns; control sequences are ours alone."""
    groups = outline(report)
    # Every property that rich would else read from the environment is stated: the same report gives
    # the same text. A height only keeps rich from asking the terminal for its size.
    console = Console(
        file=StringIO(),
        width=width,
        height=25,
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        for text in _head(report, count(groups)):
            console.print(text)
        if groups.problems or groups.by_hand or groups.sources or groups.article:
            console.print(_table(report, groups))
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _head(report: Report, counts: Counts) -> Iterator[Text]:
    yield Text(counts.headline, style="bold")
    yield Text(counts.result)
    if counts.statements or counts.unnamed:
        yield Text(
            f"Not compared: {counts.statements} reported without quotation marks,"
            f" {counts.unnamed} quoted with nobody named"
        )
    if line := given_line(report):
        yield Text(line)
    if told := project_settings(report):
        yield Text(visible(told), style=_STYLES["source"])
    yield Text(visible(name_of(report.facts.article)), style="dim")


def _table(report: Report, groups: Outline) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for result, entries in (("problem", groups.problems), ("check", groups.by_hand)):
        for entry in entries:
            place = str(where_said(report.facts.article, entry.check.attribution))
            table.add_row(Text(result, style=_STYLES[result]), place, _entry(entry))
    for record, finding in groups.sources:
        told = says_more(record, finding)
        advice = visible(finding.message) if told else OUTCOMES[record.capture.outcome]
        table.add_row(
            Text("source", style=_STYLES["source"]),
            "",
            Text(f"{visible(clip(record.source.url, _LONGEST_WORDS))}\n{finding.rule}: {advice}"),
        )
    for finding in groups.article:
        text = Text(f"{finding.rule}: {visible(finding.message)}")
        table.add_row(Text("article", style=_STYLES["source"]), "", text)
    return table


def _entry(entry: Entry) -> Text:
    attribution = entry.check.attribution
    words = " + ".join(f"“{clip(span.text, _LONGEST_WORDS)}”" for span in attribution.contents)
    who = credited(attribution)
    text = Text(visible(f"{who}: {words}" if who else words))
    for line in _why(entry):
        text.append(f"\n{visible(line)}", style="dim")
    return text


def _why(entry: Entry) -> Iterator[str]:
    for finding in entry.findings:
        yield f"{finding.rule}: {finding.message}"
    reason = entry.check.reason
    if reason and not (reason in TOLD_BY_RULES and entry.findings):
        yield f"{entry.check.verdict}: {REASONS[reason]}"
