"""The short summary for a terminal, worst first.

rich is slow to import: import this module where a terminal is known to be there.
"""

from collections import Counter
from collections.abc import Iterator
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from audit.model import Finding, Report, Severity
from audit.report.believed import given_line
from audit.report.counts import Counts, count
from audit.report.escape import visible
from audit.report.in_words.day import audited_line
from audit.report.in_words.gist import advice, gist, said_words, told_rules
from audit.report.in_words.scale import OF_SEVERITY, Result
from audit.report.outline import (
    Entry,
    Outline,
    beside_address,
    credited,
    outline,
    says_more,
)
from audit.report.passages import clip
from audit.report.places import name_of, where_said
from audit.report.settings import project_settings
from audit.report.words import OUTCOMES

_LONGEST_WORDS = 160  # characters: two lines of a terminal
_LONGEST_TITLE = 200
_STYLES = {
    Result.PROBLEM: "bold red",
    Result.CHECK: "bold yellow",
    Result.FINE: "bold green",
}
_OF_FINDING = {
    Severity.ERROR: _STYLES[Result.PROBLEM],
    Severity.WARNING: _STYLES[Result.CHECK],
}


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
        if groups.to_look_at or groups.sources or groups.article:
            console.print()
            console.print(_table(report, groups))
            console.print()
        for text in _foot(report, groups):
            console.print(text)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _head(report: Report, counts: Counts) -> Iterator[Text]:
    article = report.facts.article
    if article.title:
        yield Text(visible(clip(article.title, _LONGEST_TITLE)), style="bold")
    yield Text(counts.result, style=_STYLES[counts.worst])
    yield Text(counts.headline)
    if told := project_settings(report):
        yield Text(visible(told), style="yellow")


def _table(report: Report, groups: Outline) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for entry in groups.to_look_at:
        place = where_said(report.facts.article, entry.check.attribution)
        text = _entry(entry, groups, place.near)
        table.add_row(Text(entry.result, style=_STYLES[entry.result]), str(place), text)
    for record, finding in groups.sources:
        told = says_more(record, finding)
        advice = (
            visible(beside_address(record, finding)) if told else OUTCOMES[record.capture.outcome]
        )
        address = visible(clip(record.source.url, _LONGEST_WORDS))
        table.add_row(_word(finding), "source", _with_name(Text(f"{address}\n{advice}"), finding))
    for finding in groups.article:
        text = _with_name(Text(visible(finding.message)), finding)
        table.add_row(_word(finding), "article", text)
    return table


def _word(finding: Finding) -> Text:
    return Text(OF_SEVERITY[finding.severity], style=_OF_FINDING.get(finding.severity, "dim"))


def _entry(entry: Entry, groups: Outline, place: str) -> Text:
    who = credited(entry.check.attribution)
    said = gist(entry, groups)
    text = Text(visible(f"{who}: {said}" if who else said))
    for line in filter(None, (place, *_more(entry, said, groups))):
        text.append(f"\n{visible(line)}", style="dim")
    for finding in entry.findings:
        _with_name(text, finding)
    return text


def _more(entry: Entry, said: str, groups: Outline) -> Iterator[str]:
    """What the first line leaves out: the words, what other rules found, what to do."""
    words = said_words(entry, _LONGEST_WORDS)
    if words not in said:
        yield words
    for sentence in entry.check.closest[:1]:
        yield f"Nearest at the source: {clip(sentence.text, _LONGEST_WORDS)}"
    told_already = told_rules(entry, groups)
    for finding in entry.findings:
        if finding.rule not in told_already:
            yield f"{OF_SEVERITY[finding.severity]}: {finding.message}"
    told = advice(entry, groups)
    below = {OUTCOMES[record.capture.outcome] for record, _ in groups.sources}
    if told and told not in below:
        yield told


def _with_name(text: Text, finding: Finding) -> Text:
    """The text with the rule behind it, and the fingerprint by which the finding is answered."""
    text.append(f"\n{visible(f'{finding.rule} {finding.fingerprint}')}", style="dim")
    return text


def _foot(report: Report, groups: Outline) -> Iterator[Text]:
    """What the table has no row for: notes, and what is only to be read."""
    shown = {id(finding) for entry in groups.to_look_at for finding in entry.findings}
    shown |= {id(finding) for _, finding in groups.sources}
    shown |= {id(finding) for finding in groups.article}
    notes = Counter(
        f"{finding.rule}" if finding.severity is Severity.NOTE else f"{finding.severity}"
        for finding in report.findings
        if id(finding) not in shown
    )
    if notes:
        told = ", ".join(f"{number} {name}" for name, number in sorted(notes.items()))
        yield Text(f"Notes, in the report alone: {told}", style="dim")
    where = visible(f"{name_of(report.facts.article)}. {audited_line(report)}.")
    yield Text(where, style="dim")
    if line := given_line(report):
        yield Text(line, style="dim")
