"""SARIF 2.1.0 (OASIS, 2020) for code scanning and editors: one run for all articles.

A result names the lines of the article, and has a fingerprint that outlives edits elsewhere in it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from audit.model import Article, AttributionCheck, Finding, Report, Severity, SourceRecord
from audit.report.counts import count
from audit.report.escape import json_text, visible, web_uri
from audit.report.outline import credited, outline
from audit.report.places import Where, name_of, spans, where_found
from audit.report.settings import project_settings

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "citeaudit/v1"
"""The name of our fingerprint; another way to compute it gets another number."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a reader is told of a rule: its name, one line, its usual severity, and what to do.

    ``confidence`` is high, medium or low, ``link`` the address of a standard or style guide behind
    it.
    """

    id: str
    summary: str
    severity: Severity
    help: str
    confidence: str
    link: str


def render_sarif(reports: Sequence[Report], rules: Sequence[RuleText]) -> str:
    """A SARIF log of the findings of all reports. ``rules`` are those that may have found them."""
    known = {rule.id: _rule(rule) for rule in rules}
    for report in reports:
        for finding in report.findings:
            known.setdefault(finding.rule, {"id": finding.rule})  # of another version of the tool
    index = {rule: at for at, rule in enumerate(known)}
    artifacts: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    for report in reports:
        artifact = _artifact(report)
        if artifact not in artifacts:  # the schema wants each once
            artifacts.append(artifact)
        results += _results(report, artifacts.index(artifact), index)
    versions = sorted({report.tool_version for report in reports})
    driver: dict[str, Any] = {"name": "citeaudit", "rules": list(known.values())}
    if versions:
        driver["version"] = visible(versions[-1])
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "artifacts": artifacts,
                "results": results,
                **_invocations(reports),
            }
        ],
    }
    return json_text(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _invocations(reports: Sequence[Report]) -> dict[str, Any]:
    """What projects' files have set, as notifications on the tool's configuration (SARIF 2.1.0, 3.20.22)."""
    told = [*dict.fromkeys(filter(None, map(project_settings, reports)))]
    if not told:
        return {}
    notes = [{"level": "warning", "message": {"text": visible(line)}} for line in told]
    return {"invocations": [{"executionSuccessful": True, "toolConfigurationNotifications": notes}]}


def _rule(rule: RuleText) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.help},
        "help": {"text": rule.help},
        "helpUri": rule.link,
        "properties": {"precision": rule.confidence},  # as code scanning on GitHub calls it
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _artifact(report: Report) -> dict[str, Any]:
    article = report.facts.article
    counts = count(outline(report))
    return {
        "location": _location(article),
        "hashes": {"sha-256": visible(article.sha256)},
        "properties": {
            "quotations": counts.quotations,
            "compared": counts.compared,
            "problems": counts.problems,
            "byHand": counts.by_hand,
            "fine": counts.fine,
        },
    }


def _results(report: Report, artifact: int, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    checks = {check.attribution.id: check for check in report.facts.checks}
    records = {record.source.id: record for record in report.facts.sources}
    for finding, where in zip(report.findings, where_found(report), strict=True):
        check = checks.get(finding.attribution_id or "")
        yield {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": (finding.before or finding.severity).value,
            "message": {"text": _message(finding, where)},
            "locations": [_place(report.facts.article, artifact, check, where)],
            "partialFingerprints": {FINGERPRINT: visible(finding.fingerprint)},
            **_suppressed(finding),
            "properties": _properties(check, records.get(finding.source_id or "")),
        }


def _suppressed(finding: Finding) -> dict[str, Any]:
    """Why a result fails nothing (SARIF 2.1.0, 3.35): somebody answers for it, or the baseline has it."""
    if finding.severity is Severity.KNOWN:
        known = {"kind": "external", "justification": "known: it is in the baseline"}
        return {"suppressions": [known], "baselineState": "unchanged"}
    if finding.waiver is None:
        return {}
    waiver = finding.waiver
    in_source = waiver.where.startswith("line ")
    said = [waiver.reason, waiver.who, waiver.until and f"until {waiver.until}"]
    justification = visible(", ".join(part for part in said if part))
    kind = "inSource" if in_source else "external"
    return {"suppressions": [{"kind": kind, "justification": justification}]}


def _message(finding: Finding, where: Where) -> str:
    """The finding; nothing in it is a link (SARIF 2.1.0, 3.11.6) but what we would make one."""
    text = visible(finding.message).replace("](", "] (")
    return f"{text} ({where})" if where.line is None and where.paragraph is not None else text


def _place(
    article: Article, artifact: int, check: AttributionCheck | None, where: Where
) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {**_location(article), "index": artifact}}
    if where.line is not None:
        last = max(
            (article.line(max(span.end - 1, span.start)) or 1 for span in spans(check.attribution))
            if check
            else (),
            default=where.line,
        )
        place["region"] = {"startLine": where.line, "endLine": max(where.line, last)}
    return {"physicalLocation": place}


def _properties(check: AttributionCheck | None, record: SourceRecord | None) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    if check is not None:
        properties["verdict"] = check.verdict.value
        if credited(check.attribution):
            properties["credited"] = visible(credited(check.attribution))
    if record is not None:
        properties["source"] = visible(record.source.url)
        properties["outcome"] = record.capture.outcome.value
        if record.capture.record_id:
            properties["record"] = visible(record.capture.record_id)
    return properties


def _location(article: Article) -> dict[str, str]:
    """Where the article is: a path from the root of the sources, else an absolute address."""
    name = name_of(article)
    if article.path is None and article.url:
        return {"uri": web_uri(article.url) or quote(name, safe="", errors="surrogatepass")}
    path = PureWindowsPath(name) if "\\" in name else PurePosixPath(name)
    encoded = quote(path.as_posix(), safe="/", errors="surrogatepass")
    if path.is_absolute():
        return {"uri": "file://" + (encoded if encoded.startswith("/") else f"/{encoded}")}
    return {"uri": encoded, "uriBaseId": "%SRCROOT%"}
