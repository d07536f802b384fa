"""The log for pipes and build servers: a finding a line, then one line that counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.model import Report, Severity
from audit.model.counted import counted
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
_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_LET_STAND = (Severity.KNOWN, Severity.WAIVED)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the findings is printed.

    ``color`` lets severities stand out. ``known`` prints what a baseline knows or somebody answers
    for, too; ``quiet`` leaves out what is no finding. ``statistics`` prints, instead of the
    findings, how many each rule has. ``failed`` is the number of articles without a report.
    """

    color: bool = False
    known: bool = False
    quiet: bool = False
    statistics: bool = False
    failed: int = 0


def render_lines(reports: Sequence[Report], shown: Shown = Shown()) -> str:
    """The log of some reports: their findings, each article's severest first, and what they count.

    A finding in a file that has lines begins with ``path:line:column:``, at 1:1 where it speaks of
    the file as a whole. Word documents and fetched articles have none: there the paragraph stands
    behind the message. Before the last line stands what a project's file has set, where it has.
    """
    tally = _Tally()
    lines: list[str] = []
    for report in reports:  # once: of a batch, each is read when it is asked for
        tally.take(report)
        if not shown.statistics:
            lines.extend(_findings(report, shown))
    if shown.statistics:
        lines.extend(_statistics(tally.rules))
    if not shown.quiet:
        lines += [*tally.settings, tally.line(shown.failed)]
    return "".join(f"{line}\n" for line in lines)


class _Tally:
    """What reports count, added up one after another."""

    def __init__(self) -> None:
        self.rules: Counter[tuple[Severity, str]] = Counter()
        self.settings: dict[str, None] = {}
        self._articles = self._compared = self._quotations = 0

    def take(self, report: Report) -> None:
        """One more report."""
        counts = count(outline(report))
        self._articles += 1
        self._compared += counts.compared
        self._quotations += counts.quotations
        self.rules.update((finding.severity, finding.rule) for finding in report.findings)
        if told := visible(project_settings(report)):
            self.settings[told] = None

    def line(self, failed: int) -> str:
        """What all count; see ``summary``."""
        found: Counter[Severity] = Counter()
        for (severity, _), number in self.rules.items():
            found[severity] += number
        told = [
            counted(found[severity], severity.value) for severity in _COUNTED if found[severity]
        ]
        let_stand = ", ".join(f"{found[word]:,} {word}" for word in _LET_STAND if found[word])
        aside = f" ({let_stand})" if let_stand else ""
        unread = f" ({failed} could not be audited)" if failed else ""
        return (
            f"Found {', '.join(told) or 'nothing'}{aside} in"
            f" {counted(self._articles, 'article')}{unread};"
            f" {self._compared:,} of {counted(self._quotations, 'quotation')} compared"
        )


def _findings(report: Report, shown: Shown) -> Iterator[str]:
    lines = found_lines(report, color=shown.color)
    for finding, line in zip(report.findings, lines, strict=True):
        if shown.known or finding.severity in _COUNTED:
            yield line


def _statistics(rules: Counter[tuple[Severity, str]]) -> Iterator[str]:
    """A line for each rule: how many findings of a severity it has, the severest first."""
    found = {key: number for key, number in rules.items() if key[0] in _COUNTED}
    order = list(Severity)
    rows = sorted(found.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1]))
    width = max((len(str(number)) for number in found.values()), default=0)
    for (severity, rule), number in rows:
        yield f"{number:>{width}} {severity} {rule}"


def summary(reports: Sequence[Report], failed: int = 0) -> str:
    """What all reports count: 'Found 1 error, 3 warnings (966 known, 2 waived) in 200 articles; …'.

    It ends with how much was compared: nothing found is not all in order. ``failed`` articles have
    no report.
    """
    tally = _Tally()
    for report in reports:
        tally.take(report)
    return tally.line(failed)


def found_lines(report: Report, *, color: bool = False) -> tuple[str, ...]:
    """A line for each finding, in their order; with ``color``, its severity stands out."""
    article = report.facts.article
    name = visible(name_of(article))
    whole = ":1:1" if article.origin is not None else ""

    def severity(word: Severity) -> str:
        return f"\x1b[{_COLORS[word]}m{word}\x1b[0m" if color else word

    return tuple(
        f"{name}{place_numbers(where) or whole}:"
        f" {severity(finding.severity)} {finding.rule} {visible(finding.message)}"
        f"{f' ({visible(where.more)})' if where.more else ''}"
        for finding, where in zip(report.findings, where_found(report), strict=True)
    )


def place_numbers(where: Where) -> str:
    """``:line:column`` of a place; empty where there is no line to name."""
    return f":{where.line}:{where.column}" if where.line is not None else ""
