"""The log for pipes and build servers: a finding a line, then one line that counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.model import Report, Severity
from audit.model.counted import counted
from audit.report.escape import visible
from audit.report.index.listed import Listed, listed

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


def render_lines(rows: Iterable[Listed], shown: Shown = Shown()) -> str:
    """The log of some reports, by their records: a finding a line, then what they all count.

    The findings of an article stand together, the severest first.

    A finding in a file that has lines begins with ``path:line:column:``, at 1:1 where it speaks of
    the file as a whole. Word documents and fetched articles have none: there the paragraph stands
    behind the message. Before the last line stands what a project's file has set, where it has.
    """
    tally = _Tally()
    lines: list[str] = []
    for row in rows:  # once: of a batch, each is read when it is asked for
        tally.take(row)
        if not shown.statistics:
            lines.extend(_findings(row, shown))
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

    def take(self, row: Listed) -> None:
        """One more report."""
        self._articles += 1
        self._compared += row.compared
        self._quotations += row.quotations
        self.rules.update((finding.severity, finding.rule) for finding in row.findings)
        if told := visible(row.settings):
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


def _findings(row: Listed, shown: Shown) -> Iterator[str]:
    lines = _lines(row, color=shown.color)
    for finding, line in zip(row.findings, lines, strict=True):
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
        tally.take(listed(report))
    return tally.line(failed)


def found_lines(report: Report) -> tuple[str, ...]:
    """A line for each finding, in their order."""
    return tuple(_lines(listed(report), color=False))


def _lines(row: Listed, *, color: bool) -> Iterator[str]:
    """A line for each finding; with ``color``, its severity stands out."""
    name = visible(row.name)

    def severity(word: Severity) -> str:
        return f"\x1b[{_COLORS[word]}m{word}\x1b[0m" if color else word

    for finding in row.findings:
        yield (
            f"{name}{finding.at}: {severity(finding.severity)} {finding.rule}"
            f" {visible(finding.message)}{f' ({visible(finding.more)})' if finding.more else ''}"
        )
