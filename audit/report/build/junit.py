"""JUnit XML for build servers: a suite is an article, a case an attribution.

What was not compared is skipped, with what was found of it. It keeps to the schemas of Ant (Windy
Road, 2011) and of Jenkins, which agree on little; the element ``skipped`` is Jenkins' alone. Cases
have no file or line in either, so their names and the text of a failure begin with them. Nothing is
timed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from audit.model import AttributionCheck, Finding, Report, Severity, SourceRecord, Verdict
from audit.report.counts import count
from audit.report.escape import visible
from audit.report.in_words.answering import waive_tables
from audit.report.outline import credited, outline, row_of
from audit.report.passages import clip
from audit.report.places import name_of, where_said
from audit.report.screen.lines import found_lines
from audit.report.settings import project_settings
from audit.report.words import why_not_compared

_NO_TIME = "1970-01-01T00:00:00"  # nothing was fetched, and the clock never counts
_LONGEST_NAME = 160  # characters


def render_junit(reports: Sequence[Report]) -> str:
    """All reports as one XML document."""
    root = ET.Element("testsuites")
    for at, report in enumerate(reports):
        root.append(_suite(report, at))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _cases(report: Report, name: str, lined: Sequence[tuple[Finding, str]]) -> Iterator[ET.Element]:
    """The quotations of an article; a source that nobody is quoted from where it has to fail."""
    records = {record.source.id: record for record in report.facts.sources}
    found: dict[str | None, list[tuple[Finding, str]]] = defaultdict(list)
    rows = row_of(check.attribution for check in report.facts.checks)
    for finding, line in lined:
        found[rows.get(finding.attribution_id or "", finding.attribution_id)].append(
            (finding, line)
        )
    shown = [
        check for check in report.facts.checks if rows[check.attribution.id] == check.attribution.id
    ]
    for number, check in enumerate(shown, start=1):
        record = records.get(check.source_id or "")
        at = f"{name}{where_said(report.facts.article, check.attribution).numbers}"
        shown_name = f"{at} {number}. {_name(check)}"
        yield _case(shown_name, name, check, record, found[check.attribution.id])
    for finding, line in found[None]:
        if finding.severity is Severity.ERROR:
            yield _source_case(name, records.get(finding.source_id or ""), finding, line)


def _suite(report: Report, at: int) -> ET.Element:
    name = visible(name_of(report.facts.article)) or "article"
    lined = list(zip(report.findings, found_lines(report), strict=True))
    cases = list(_cases(report, name, lined))
    suite = ET.Element(
        "testsuite",
        name=name,
        package=name,
        id=str(at),
        timestamp=visible(report.when or "")[: len(_NO_TIME)] or _NO_TIME,
        hostname="localhost",
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        time="0",
    )
    properties = ET.SubElement(suite, "properties")
    counts = count(outline(report))
    for key, value in (
        ("tool", f"citeaudit {visible(report.tool_version)}"),
        ("compared", counts.headline),
        ("result", counts.result),
        ("sha256", visible(report.facts.article.sha256)),
        ("settings", visible(project_settings(report))),
    ):
        if not value:
            continue
        ET.SubElement(properties, "property", name=key, value=value)
    suite.extend(cases)
    lines = [line for finding, line in lined if finding.severity is not Severity.ERROR]
    ET.SubElement(suite, "system-out").text = "\n".join(lines)
    ET.SubElement(suite, "system-err")
    return suite


def _name(check: AttributionCheck) -> str:
    attribution = check.attribution
    words = " + ".join(f"“{clip(span.text, _LONGEST_NAME)}”" for span in attribution.contents)
    parts = [part for part in (credited(attribution), words) if part]
    return ": ".join(parts) or attribution.kind.value


def _case(
    name: str,
    suite: str,
    check: AttributionCheck,
    record: SourceRecord | None,
    found: Sequence[tuple[Finding, str]],
) -> ET.Element:
    case = _element(suite, name)
    errors = [(finding, line) for finding, line in found if finding.severity is Severity.ERROR]
    if errors:
        _fail(case, errors)
    elif check.verdict is Verdict.NOT_COMPARED:
        outcome = record.capture.outcome if record else None
        why = why_not_compared(check.reason, outcome) if check.reason else ""
        # 'skipped' and no more would pass a figure that no page has
        told = [line for finding, line in found if finding.severity is Severity.WARNING]
        ET.SubElement(case, "skipped").text = "\n".join(told) or why
    return case


def _source_case(
    suite: str, record: SourceRecord | None, finding: Finding, line: str
) -> ET.Element:
    what = f"source: {record.source.url}" if record else finding.rule
    case = _element(suite, f"{suite} {what}")
    _fail(case, [(finding, line)])
    return case


def _element(suite: str, name: str) -> ET.Element:
    return ET.Element("testcase", name=visible(name), classname=suite, time="0")


def _fail(case: ET.Element, errors: Sequence[tuple[Finding, str]]) -> None:
    first, _ = errors[0]
    failure = ET.SubElement(case, "failure", type=first.rule, message=visible(first.message))
    lines = "\n".join(line for _, line in errors)
    answers = waive_tables(finding for finding, _ in errors)
    failure.text = f"{lines}\n\nTo let it stand, in the settings:\n\n{answers}"
