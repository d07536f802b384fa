"""``report.json``: everything that the audit knows, for programs.

``report.schema.json`` describes it. The file has the article's text. Bodies and texts of sources
stay in the archive of captures: of them the file holds passages only.
"""

import json
from typing import Any

from audit.model import Capture, Finding, HouseLine, Page, Pairing, Report, SourceRecord, Waiver
from audit.report.counts import Counts, count
from audit.report.escape import json_text
from audit.report.json.article import article_object
from audit.report.json.checks import attribution_object, untold_object
from audit.report.json.discovered import discovery_object
from audit.report.outline import outline
from audit.report.places import Where, where_found

SCHEMA_ID = "urn:citeaudit:schema:report:1"
"""Names the version of the schema; a change that breaks readers gets another number."""


def render_json(report: Report) -> str:
    """The report as JSON: keys sorted, two spaces, one newline at the end.

    Pure ASCII is not forced. Characters that an editor would not show are escaped; NUL and lone
    surrogates come back from a JSON parser as they were.
    """
    return json_of(report_object(report))


def json_of(tree: Any) -> str:
    """A tree of reports as ``render_json`` writes it."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False)
    return json_text(text) + "\n"


def render_json_line(tree: Any) -> str:
    """A tree on one line, for JSON Lines: a report a line."""
    text = json.dumps(
        tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return json_text(text) + "\n"


def report_object(report: Report) -> dict[str, Any]:
    """The report as the tree that ``report.schema.json`` describes."""
    facts = report.facts
    pages = {record.source.id: record.page for record in facts.sources}
    pairings = {pairing.attribution_id: pairing for pairing in report.pairings}
    return {
        "schema": SCHEMA_ID,
        "tool": {"name": "citeaudit", "version": report.tool_version},
        "when": report.when,
        "today": report.today,
        "repeat": list(report.repeat),
        "counts": _counts(count(outline(report))),
        "style": report.style,
        **({"house": [_house_line(line) for line in report.house]} if report.house else {}),
        "settings": [
            {
                "key": setting.key,
                "value": setting.value,
                "instead_of": setting.instead_of,
                "where": setting.where,
            }
            for setting in report.settings
        ],
        "article": {
            **article_object(facts.article),
            "capture": capture_object(report.own) if report.own else None,
        },
        "attributions": [
            {
                **attribution_object(facts.article, check, pages),
                **_paired(pairings.get(check.attribution.id)),
            }
            for check in facts.checks
        ],
        **(
            {"untold": [untold_object(facts.article, said) for said in facts.untold]}
            if facts.untold
            else {}
        ),
        "sources": [_source(record) for record in facts.sources],
        "findings": [
            _finding(finding, place)
            for finding, place in zip(report.findings, where_found(report), strict=True)
        ],
        "archives": [
            {
                "path": archive.path,
                "sha256": archive.sha256,
                "size": archive.size,
                **({"cut": archive.cut} if archive.cut is not None else {}),
            }
            for archive in report.archives
        ],
    }


def _paired(pairing: Pairing | None) -> dict[str, Any]:
    return {
        "paired_with": list(pairing.source_ids) if pairing else [],
        "candidates": list(pairing.candidates) if pairing else [],
        "own_reporting": pairing is not None and pairing.own_reporting,
        **(
            {"quoted_beside": list(pairing.quoted_beside)}
            if pairing and pairing.quoted_beside
            else {}
        ),
    }


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "quotations": counts.quotations,
        "compared": counts.compared,
        "problems": counts.problems,
        "by_hand": counts.by_hand,
        "fine": counts.fine,
        "statements": counts.statements,
        "unnamed": counts.unnamed,
        "with_figures": counts.with_figures,
        "figures_compared": counts.figures_compared,
        "figures_found": counts.figures_found,
        "not_compared": [{"why": why, "number": number} for why, number in counts.not_compared],
        "to_look_at": counts.to_look_at,
        "sources": counts.sources,
        "unread": counts.unread,
    }


def _source(record: SourceRecord) -> dict[str, Any]:
    """A source with what came back for it; ``words_at`` is the address that was asked."""
    source = record.source
    asked = capture_object(record.capture)
    del asked["url"]
    return {
        "id": source.id,
        "url": source.url,
        "words_at": source.words_at,
        "heard": source.heard,
        "standing": source.standing,
        "outlet": source.outlet.name if source.outlet else None,
        "trail": capture_object(source.trail) if source.trail else None,
        "page": _page(record.page) if record.page else None,
        "discovery": discovery_object(source.discovery) if source.discovery else None,
        **asked,
    }


def capture_object(capture: Capture) -> dict[str, Any]:
    """A capture without its body; ``length`` is the body's, in bytes."""
    return {
        "url": capture.url,
        "final_url": capture.final_url,
        "hops": [
            {"status": hop.status, "url": hop.url, "record_id": hop.record_id}
            for hop in capture.hops
        ],
        "outcome": capture.outcome,
        "reason": capture.reason,
        "status": capture.status,
        "content_type": capture.content_type,
        "sha256": capture.sha256,
        "length": len(capture.body),
        "record_id": capture.record_id,
        "fetched_at": capture.fetched_at,
        "archived_at": capture.archived_at,
        "saved_as": capture.saved_as,
        "canonical": capture.canonical,
        "robots": capture.robots,
        "provenance": capture.provenance,
        "received_at": capture.received_at,
        "file": capture.file,
    }


def _page(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "language": page.language,
        "characters": len(page.text),
        "whole": page.whole,
        "why_not_whole": page.why_not_whole,
        "sparse": page.sparse,
    }


def _finding(finding: Finding, place: Where) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "attribution_id": finding.attribution_id,
        "source_id": finding.source_id,
        "words": finding.words,
        "fingerprint": finding.fingerprint,
        "confidence": finding.confidence,
        "before": finding.before,
        "waiver": _waiver(finding.waiver) if finding.waiver else None,
        "line": place.line,
        "column": place.column,
        "paragraph": place.paragraph,
    }


def _house_line(line: HouseLine) -> dict[str, Any]:
    return {
        "kinds": sorted(line.kinds),
        "printed": sorted(line.printed),
        "allowed": line.is_allowed,
        "weight": line.weight,
        "rule": line.rule,
        "guide": line.guide,
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "reason": waiver.reason,
        "where": waiver.where,
        "who": waiver.who,
        "until": waiver.until,
    }
