"""What an editor reads first and what may wait: the attributions in the groups of every format."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from audit.model import (
    FIGURES,
    READ_WHOLE,
    WORST_FIRST,
    Attribution,
    AttributionCheck,
    AttributionKind,
    Finding,
    NotCompared,
    Report,
    SourceRecord,
    Verdict,
)
from audit.report.in_words.scale import Result, result_of

QUOTATIONS = frozenset({AttributionKind.DIRECT, AttributionKind.MIXED, AttributionKind.POST})
"""The kinds whose words can be compared, and which 'N of M quotations' counts."""
_ALONE = "F"  # before the number of a finding on no words
NOBODY_NAMED = "quote-unattributed"
"""The rule whose finding the list of such quotations says in its heading."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution with what the rules say of it, and where that puts it on the scale.

    ``number`` counts from 1 in the order of the article, the quotations apart from the rest, which
    have a ``letter`` before it: S for statements, N for words of nobody named, L for links alone.
    """

    number: int
    check: AttributionCheck
    findings: tuple[Finding, ...]
    result: Result = Result.FINE
    letter: str = ""

    @property
    def label(self) -> str:
        """What the report calls it: '9', 'S2'."""
        return f"{self.letter}{self.number}"


@dataclass(frozen=True, slots=True)
class Outline:
    """A report's attributions in groups, each with the worst first, then as in the article.

    ``problems`` have an error; ``by_hand`` have a warning, or an error or a warning that is waived
    or known, or are quotations that could not be compared; ``fine`` are the other quotations.
    ``statements`` are all that is reported without quotation marks and ``unnamed`` all that is
    quoted from nobody named, in the order of the article; those with an error or a warning are
    among the problems and what to check, too. ``sources`` are those that a finding names alone,
    ``article`` the findings that speak of neither. ``untold`` are the statements of nobody that
    were compared with nothing. ``records`` are all sources by their ids, ``paired`` the ids of
    those that should have the words of an attribution, by its id.
    """

    problems: tuple[Entry, ...]
    by_hand: tuple[Entry, ...]
    fine: tuple[Entry, ...]
    statements: tuple[Entry, ...]
    unnamed: tuple[Entry, ...]
    sources: tuple[tuple[SourceRecord, Finding], ...]
    article: tuple[Finding, ...] = ()
    untold: tuple[Attribution, ...] = ()
    records: Mapping[str, SourceRecord] = field(default_factory=dict)
    paired: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def quotations(self) -> tuple[Entry, ...]:
        """All that can be compared: problems, then what to check by hand, then what is fine."""
        rows = (*self.problems, *self.by_hand, *self.fine)
        return tuple(entry for entry in rows if not entry.letter)

    @property
    def to_look_at(self) -> tuple[Entry, ...]:
        """The rows that an editor reads first: problems, then what to check by hand."""
        return (*self.problems, *self.by_hand)

    @property
    def alone(self) -> tuple[Finding, ...]:
        """The findings that stand on no words: those on sources, then those on the article."""
        return (*(finding for _, finding in self.sources), *self.article)


def outline(report: Report) -> Outline:
    """The groups of a report."""
    quotations, statements, unnamed, links = _rows(report)
    rows = (*quotations, *statements, *unnamed, *links)
    records = {record.source.id: record for record in report.facts.sources}
    return Outline(
        problems=_worst_first(entry for entry in rows if entry.result is Result.PROBLEM),
        by_hand=_worst_first(entry for entry in rows if entry.result is Result.CHECK),
        fine=_worst_first(entry for entry in quotations if entry.result is Result.FINE),
        statements=statements,
        unnamed=unnamed,
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
        untold=report.facts.untold,
        records=records,
        paired={pairing.attribution_id: pairing.source_ids for pairing in report.pairings},
    )


def _rows(report: Report) -> tuple[tuple[Entry, ...], ...]:
    """The quotations, the statements, the words of nobody named, and the links alone."""
    return (
        _entries(report, _is_listed),
        _entries(report, lambda check: check.attribution.kind is AttributionKind.INDIRECT, "S"),
        _entries(
            report,
            lambda check: (
                check.attribution.kind is AttributionKind.UNATTRIBUTED and not _is_listed(check)
            ),
            "N",
        ),
        _entries(report, lambda check: check.attribution.kind is AttributionKind.LINK, "L"),
    )


def labels_of_findings(report: Report) -> tuple[str, ...]:
    """What the report calls that of which each finding speaks, in their order: '9', 'S2'.

    Those that speak of a source or the article count by themselves: 'F1'.
    """
    labels = {finding: entry.label for entry in chain(*_rows(report)) for finding in entry.findings}
    alone = count(1)
    return tuple(labels.get(each) or f"{_ALONE}{next(alone)}" for each in report.findings)


def left_to_read(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The statements, or the words of nobody named, that stand in no group before."""
    return tuple(entry for entry in entries if entry.result is Result.FINE)


def says_more(record: SourceRecord, finding: Finding) -> bool:
    """Whether a finding on a source says more than how asking for it ended."""
    return finding.before is not None or record.capture.outcome in READ_WHOLE


def beside_address(record: SourceRecord, finding: Finding) -> str:
    """What a finding on a source says, to stand behind the address: without it at its beginning."""
    first, _, rest = finding.message.partition(" ")
    own = "://" in first and record.source.url.startswith(first.removesuffix("…"))
    return rest if own and rest else finding.message


def apart(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are a row: a statement and what is quoted in it are one."""
    rows = row_of(attributions)
    return [said for said in attributions if rows[said.id] == said.id]


def row_of(attributions: Iterable[Attribution]) -> Mapping[str, str]:
    """The id of the attribution in whose row a reader finds each, by its id.

    A statement stands in that of the first quotation inside it, words of nobody in that of the
    statement around them. So does a statement without figures that is put around somebody else's,
    or that is little more than quoted words: '[Lee said she had “no choice”], according to the
    Ledger', '[“We had no choice,” she said], according to the Ledger'.
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
    quoted = sorted(
        (part.start, part.end, said.id, said.inside is not None)
        for said in listed
        if said.kind in QUOTATIONS
        for part in said.contents
    )
    for said in listed:
        if said.kind is AttributionKind.INDIRECT and rows[said.id] == said.id:
            rows[said.id] = _within(said, quoted) or said.id
    return rows


def _within(said: Attribution, quoted: Sequence[tuple[int, int, str, bool]]) -> str | None:
    """The id of the first quotation in the words of a statement that has no figure."""
    if any(fact.kind in FIGURES for fact in said.facts):
        return None
    for part in said.contents:
        at = bisect_left(quoted, (part.start, 0, "", False))
        if at < len(quoted) and quoted[at][1] <= part.end:
            start, end, quotation, is_stated = quoted[at]
            if is_stated or end - start > (part.end - part.start) / 2:
                return quotation
    return None


def by_row(report: Report) -> Mapping[str | None, Sequence[Finding]]:
    """The findings of each row, by the id of its attribution; None has those of no attribution."""
    rows = row_of(check.attribution for check in report.facts.checks)
    found: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[rows.get(finding.attribution_id or "", finding.attribution_id)].append(finding)
    return found


def credited(attribution: Attribution) -> str:
    """Who the article says the words are from: the speaker, then the outlet; empty for nobody.

    A statement whose speaker has no name, 'It' or '44 of the firms', is shown without one.
    """
    post = attribution.post
    speaker, named = attribution.speaker_name, attribution.speaker
    if speaker is None and named is not None:
        told = " " in named.text and not named.text[0].isdigit()
        speaker = named.text if told or attribution.kind is not AttributionKind.INDIRECT else None
    if speaker is None and post is not None:
        speaker = post.author or post.handle
    outlet = attribution.outlet.name if attribution.outlet else None
    names = [speaker, outlet if outlet != speaker else None]
    return ", ".join(name for name in names if name)


def _is_listed(check: AttributionCheck) -> bool:
    """Whether words are among the quotations: somebody's, or nobody's that were changed."""
    return check.attribution.kind in QUOTATIONS or (
        check.attribution.kind is AttributionKind.UNATTRIBUTED and check.verdict is Verdict.ALTERED
    )


def _entries(
    report: Report, wanted: Callable[[AttributionCheck], bool], letter: str = ""
) -> tuple[Entry, ...]:
    findings = by_row(report)
    rows = row_of(check.attribution for check in report.facts.checks)
    checks = [
        check
        for check in report.facts.checks
        if wanted(check) and rows[check.attribution.id] == check.attribution.id
    ]
    return tuple(
        Entry(number, check, found, result_of(check.attribution.kind, check.verdict, found), letter)
        for number, check in enumerate(checks, start=1)
        for found in [tuple(findings.get(check.attribution.id, ()))]
    )


def _worst_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries by their verdicts; before all others the words that no cited page has.

    A figure that the source of a statement does not have was compared: it stands where altered
    words would.
    """

    def order(entry: Entry) -> tuple[bool, int, str, int]:
        check = entry.check
        seen_first = check.reason is NotCompared.NOT_IN_CITED and entry.result is Result.CHECK
        verdict = Verdict.ALTERED if check.missing and entry.letter else check.verdict
        return not seen_first, WORST_FIRST.index(verdict), entry.letter, entry.number

    return tuple(sorted(entries, key=order))
