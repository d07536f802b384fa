"""What an editor reads first and what may wait: the attributions in the groups of every format."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from audit.model import (
    READ_WHOLE,
    WORST_FIRST,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Finding,
    NotCompared,
    Report,
    Severity,
    SourceRecord,
    Verdict,
)

QUOTATIONS = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST})
"""The kinds whose words can be compared, and which 'N of M quotations' counts."""
NOBODY_NAMED = "quote-unattributed"
"""The rule whose finding the list of such quotations says in its heading."""
_BY_HAND = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution with what the rules say of it.

    ``number`` counts from 1 in the order of the article, the quotations apart from the rest.
    """

    number: int
    check: AttributionCheck
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A report's attributions in groups, each with the worst verdict first, then as in the article.

    ``problems`` have an error; ``by_hand`` have a warning, or an error or a warning that is waived
    or known, or could not be compared; ``fine`` are the other quotations. ``statements`` are
    reported without quotation marks and ``unnamed`` are quoted from nobody named: neither is
    compared. ``sources`` are those that a finding names alone, ``article`` the findings that speak
    of neither.
    """

    problems: tuple[Entry, ...]
    by_hand: tuple[Entry, ...]
    fine: tuple[Entry, ...]
    statements: tuple[Entry, ...]
    unnamed: tuple[Entry, ...]
    sources: tuple[tuple[SourceRecord, Finding], ...]
    article: tuple[Finding, ...] = ()

    @property
    def quotations(self) -> tuple[Entry, ...]:
        """All that can be compared: problems, then what to check by hand, then what is fine."""
        return (*self.problems, *self.by_hand, *self.fine)


def outline(report: Report) -> Outline:
    """The groups of a report."""
    problems, by_hand, fine = [], [], []
    for entry in _entries(report, _is_listed):
        without_waiver = {finding.before or finding.severity for finding in entry.findings}
        if any(finding.severity is Severity.ERROR for finding in entry.findings):
            problems.append(entry)
        elif without_waiver & _BY_HAND or entry.check.verdict is Verdict.NOT_COMPARED:
            by_hand.append(entry)
        else:
            fine.append(entry)
    records = {record.source.id: record for record in report.facts.sources}
    return Outline(
        problems=_worst_first(problems),
        by_hand=_worst_first(by_hand, first=NotCompared.NOT_IN_CITED),
        fine=_worst_first(fine),
        statements=_entries(
            report, lambda check: check.attribution.kind is AttributionKind.INDIRECT
        ),
        unnamed=_entries(
            report,
            lambda check: (
                check.attribution.kind is AttributionKind.UNATTRIBUTED and not _is_listed(check)
            ),
        ),
        sources=tuple(
            (records[finding.source_id], finding)
            for finding in report.findings
            if finding.attribution_id is None and finding.source_id in records
        ),
        article=tuple(
            finding
            for finding in report.findings
            if finding.attribution_id is None and finding.source_id not in records
        ),
    )


def says_more(record: SourceRecord, finding: Finding) -> bool:
    """Whether a finding on a source says more than how asking for it ended."""
    return finding.before is not None or record.capture.outcome in READ_WHOLE


def apart(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are a row: a statement and what is quoted in it are one."""
    rows = row_of(attributions)
    return [said for said in attributions if rows[said.id] == said.id]


def row_of(attributions: Iterable[Attribution]) -> Mapping[str, str]:
    """The id of the attribution in whose row a reader finds each, by its id.

    A statement stands in that of the first quotation inside it, words of nobody in that of the
    statement around them.
    """
    rows: dict[str, str] = {}
    listed = list(attributions)
    for said in listed:
        rows[said.id] = said.id
    for said in listed:
        if said.inside in rows and said.kind in QUOTATIONS and rows[said.inside] == said.inside:
            rows[said.inside] = said.id
    for said in listed:
        if said.inside in rows and said.kind is AttributionKind.UNATTRIBUTED:
            rows[said.id] = rows[said.inside]
    return rows


def by_row(report: Report) -> Mapping[str | None, Sequence[Finding]]:
    """The findings of each row, by the id of its attribution; None has those of no attribution."""
    rows = row_of(check.attribution for check in report.facts.checks)
    found: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[rows.get(finding.attribution_id or "", finding.attribution_id)].append(finding)
    return found


def credited(attribution: Attribution) -> str:
    """Who the article says the words are from: the speaker, then the outlet; empty for nobody."""
    post = attribution.post
    speaker = attribution.speaker_name or (attribution.speaker and attribution.speaker.text)
    if speaker is None and post is not None:
        speaker = post.author or post.handle
    outlet = attribution.outlet.name if attribution.outlet else None
    names = [speaker, outlet if outlet != speaker else None]
    return ", ".join(name for name in names if name)


def _is_listed(check: AttributionCheck) -> bool:
    """Whether words stand among the quotations: somebody's, or those of nobody that were changed."""
    return check.attribution.kind in QUOTATIONS or (
        check.attribution.kind is AttributionKind.UNATTRIBUTED and check.verdict is Verdict.ALTERED
    )


def _entries(report: Report, wanted: Callable[[AttributionCheck], bool]) -> tuple[Entry, ...]:
    findings = by_row(report)
    rows = row_of(check.attribution for check in report.facts.checks)
    checks = [
        check
        for check in report.facts.checks
        if wanted(check) and rows[check.attribution.id] == check.attribution.id
    ]
    return tuple(
        Entry(number, check, tuple(findings.get(check.attribution.id, ())))
        for number, check in enumerate(checks, start=1)
    )


def _worst_first(entries: Iterable[Entry], first: NotCompared | None = None) -> tuple[Entry, ...]:
    """The entries by their verdicts; before all others those with a reason that is to be seen ``first``."""

    def order(entry: Entry) -> tuple[bool, int, int]:
        check = entry.check
        seen_first = first is not None and check.reason is first
        return not seen_first, WORST_FIRST.index(check.verdict), entry.number

    return tuple(sorted(entries, key=order))
