"""SARIF 2.1.0 (OASIS, 2020) for code scanning and editors: one run for all articles.

A result names the lines and columns of the article, the page that its words were compared with,
and a fingerprint that outlives edits elsewhere in the article.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from audit._version import REPOSITORY
from audit.model import (
    Article,
    AttributionCheck,
    Confidence,
    Finding,
    Report,
    Severity,
    SourceRecord,
)
from audit.report.counts import count
from audit.report.escape import json_text, visible, web_uri
from audit.report.outline import credited, outline
from audit.report.places import Where, end_found, name_of, where_found
from audit.report.settings import project_settings

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_RANKS = {Confidence.HIGH: 90.0, Confidence.MEDIUM: 50.0, Confidence.LOW: 10.0}
FINGERPRINT = "citeaudit/v1"
"""The name of our fingerprint; another way to compute it gets another number."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a reader is told of a rule: its name, one line, its usual severity, and what to do.

    ``confidence`` is high, medium or low.
    """

    id: str
    summary: str
    severity: Severity
    help: str
    confidence: str


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
    driver: dict[str, Any] = {
        "name": "citeaudit",
        "informationUri": REPOSITORY,
        "rules": list(known.values()),
    }
    if versions:
        driver["version"] = visible(versions[-1])
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "artifacts": artifacts,
                "results": results,
                **_invocations(reports),
            }
        ],
    }
    return json_text(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _invocations(reports: Sequence[Report]) -> dict[str, Any]:
    """What projects' files have set, as notifications (SARIF 2.1.0, 3.20.22)."""
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
        "helpUri": f"{REPOSITORY}/blob/main/docs/rules.md#{rule.id}",
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
            "locations": [_place(report, artifact, finding, where)],
            **_related(records.get(finding.source_id or "")),
            "rank": _RANKS[finding.confidence],
            "partialFingerprints": {FINGERPRINT: visible(finding.fingerprint)},
            **_suppressed(finding),
            "properties": {
                "confidence": finding.confidence.value,
                **_properties(check, records.get(finding.source_id or "")),
            },
        }


def _suppressed(finding: Finding) -> dict[str, Any]:
    """Why a result fails nothing (SARIF 2.1.0, 3.35): it is waived, or known."""
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
    return f"{text} ({visible(where.more).replace('](', '] (')})" if where.more else text


def _place(report: Report, artifact: int, finding: Finding, where: Where) -> dict[str, Any]:
    location = {**_location(report.facts.article), "index": artifact}
    place: dict[str, Any] = {"artifactLocation": location}
    if where.line is not None:
        line, column = end_found(finding, report, where)
        place["region"] = {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": line,
            "endColumn": column,
        }
    return {"physicalLocation": place}


def _related(record: SourceRecord | None) -> dict[str, Any]:
    """The page that the words were compared with, where it has an address for programs."""
    if record is None:
        return {}
    file = record.source.file
    uri = _uri_of_path(file) if file is not None else None
    if file is None and (address := web_uri(record.capture.final_url or record.source.url)):
        uri = {"uri": address}
    if uri is None:
        return {}
    title = record.page.title if record.page is not None else None
    text = f"The source: {visible(title)}" if title else "The source"
    return {
        "relatedLocations": [
            {
                "id": 0,
                "physicalLocation": {"artifactLocation": uri},
                "message": {"text": text.replace("](", "] (")},
            }
        ]
    }


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
    return _uri_of_path(name)


def _uri_of_path(name: str) -> dict[str, str]:
    path = PureWindowsPath(name) if "\\" in name else PurePosixPath(name)
    encoded = quote(path.as_posix(), safe="/", errors="surrogatepass")
    if path.is_absolute():
        return {"uri": "file://" + (encoded if encoded.startswith("/") else f"/{encoded}")}
    return {"uri": encoded, "uriBaseId": "%SRCROOT%"}
