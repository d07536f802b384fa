"""A fact-checker's sheet: what the article lays to somebody, in rows with a box to tick.

It is UTF-8 with a byte order mark, without which Excel reads another encoding.
"""

from collections.abc import Iterator, Sequence
from csv import QUOTE_ALL, writer
from io import StringIO

from audit.markup.addresses.url import is_own_file
from audit.model import (
    AttributionCheck,
    AttributionKind,
    Finding,
    Provenance,
    Report,
    SourceRecord,
    Verdict,
)
from audit.report.escape import cell
from audit.report.outline import by_row, credited, outline, row_of, says_more
from audit.report.passages import clip
from audit.report.places import name_of, where_found, where_said
from audit.report.settings import project_settings
from audit.report.source_names import source_title
from audit.report.words import CAUTIONS, OUTCOMES, STANDINGS, why_not_compared

COLUMNS = (
    "Checked", "Article", "Where", "Fact", "Who", "Source", "Address", "Method", "Verdict",
    "Remarks", "Captured",
)  # fmt: skip
"""The head of the sheet."""

_BOX = "☐"
_LONGEST = 2000  # characters of one cell; spreadsheets take 32,767


def render_csv(reports: Sequence[Report]) -> str:
    """The rows of all reports (RFC 4180, all cells in quotation marks, line feeds)."""
    sheet = StringIO()
    rows = writer(sheet, quoting=QUOTE_ALL, lineterminator="\n")
    rows.writerow(COLUMNS)
    for report in reports:
        for row in (*_settings(report), *_said(report), *_sources(report), *_article(report)):
            rows.writerow([_BOX, *(cell(clip(text, _LONGEST)) for text in row)])
    return "\ufeff" + sheet.getvalue()


def _settings(report: Report) -> Iterator[tuple[str, ...]]:
    """What a project's file has set."""
    if told := project_settings(report):
        name = name_of(report.facts.article)
        yield (name, "", "the settings of the audit", "", "", "", "by hand", "", told, "")


def _said(report: Report) -> Iterator[tuple[str, ...]]:
    article = report.facts.article
    records = {record.source.id: record for record in report.facts.sources}
    found = by_row(report)
    rows = row_of(check.attribution for check in report.facts.checks)
    for check in report.facts.checks:
        attribution = check.attribution
        if attribution.kind is AttributionKind.LINK or rows[attribution.id] != attribution.id:
            continue
        record = records.get(check.source_id or "")
        facts = " + ".join(f"“{span.text}”" for span in attribution.contents)
        if attribution.kind is AttributionKind.INDIRECT:
            facts = " + ".join(span.text for span in attribution.contents)
        yield (
            name_of(article),
            where_said(article, attribution).in_full,
            facts,
            credited(attribution),
            source_title(record) if record else "",
            record.source.url if record else attribution.url or "",
            _method(check, record),
            check.verdict,
            " ".join(_remarks(found.get(attribution.id, ()), check, record)),
            record.capture.fetched_at or "" if record else "",
        )


def _sources(report: Report) -> Iterator[tuple[str, ...]]:
    """The sources that a finding names alone, and that no row above has."""
    told = {check.source_id for check in report.facts.checks}
    places = dict(zip(report.findings, where_found(report), strict=True))
    for record, finding in outline(report).sources:
        more = says_more(record, finding)
        if record.source.id in told and not more:
            continue
        yield (
            name_of(report.facts.article),
            places[finding].in_full,
            "the page itself",
            "",
            source_title(record),
            record.source.url,
            "open by hand",
            record.capture.outcome,
            _remark(finding) if more else f"{finding.message} {OUTCOMES[record.capture.outcome]}",
            record.capture.fetched_at or "",
        )


def _article(report: Report) -> Iterator[tuple[str, ...]]:
    """What is found on the article as a whole."""
    name = name_of(report.facts.article)
    for finding in outline(report).article:
        yield (name, "", "the article itself", "", "", "", "by hand", "", _remark(finding), "")


def _remark(finding: Finding) -> str:
    return f"{finding.severity} {finding.rule}: {finding.message}"


def _method(check: AttributionCheck, record: SourceRecord | None) -> str:
    if check.verdict is Verdict.NOT_COMPARED or record is None:
        return f"by hand ({STANDINGS[check.standing]})"
    page = "the captured page"
    if record.capture.file:
        own = is_own_file(record.source.url)
        page = "the user's own file" if own else "the page supplied by hand"
    if record.capture.provenance is Provenance.GIVEN:
        page = "the page in an archive that was given"
    return f"compared word by word with {page} ({STANDINGS[check.standing]})"


def _remarks(
    found: Sequence[Finding], check: AttributionCheck, record: SourceRecord | None
) -> Iterator[str]:
    for finding in found:
        yield _remark(finding)
    if check.reason is not None:
        yield why_not_compared(check.reason, record.capture.outcome if record else None)
    yield from check.notes
    for part in check.parts:
        yield from (CAUTIONS[caution] for caution in part.check.cautions)
