"""The baseline: findings that were there when an archive began to be audited, and fail no run.

A JSON file, described by ``baseline.schema.json``. A finding is known when the file has its
fingerprint, with a severity at least as grave: a quotation that was a note and is an error now is
news. Of findings that are alike, as many are known as the file counts.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from audit.errors import UsageError
from audit.files import read_file
from audit.model import Finding, Report, Severity
from audit.waive.fingerprint import article_id

SCHEMA_ID = "urn:citeaudit:schema:baseline:1"
"""Names the version of the schema; a change that breaks readers, or fingerprints, gets another number."""

Baseline = Mapping[str, Counter[Severity]]
"""How many findings of a fingerprint are known, by severity."""

_LARGEST = 100_000_000  # bytes
_MOST_SIGNS = 5_000_000  # that open or part objects: of some 800,000 findings
_MOST_ALIKE = 1_000_000
_KEYS = frozenset({"fingerprint", "rule", "severity", "article", "count"})
_GRAVE_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def baseline_text(reports: Iterable[Report]) -> str:
    """The baseline of finished reports: all their findings but the waived, ordered by article and rule."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for report in reports:
        article = article_id(report.facts.article)
        for finding in report.findings:
            if finding.severity is not Severity.WAIVED:
                severity = finding.before or finding.severity
                counted[article, finding.rule, finding.fingerprint, severity.value] += 1
    tree = {
        "schema": SCHEMA_ID,
        "findings": [
            {
                "article": article,
                "rule": rule,
                "fingerprint": fingerprint,
                "severity": severity,
                "count": count,
            }
            for (article, rule, fingerprint, severity), count in sorted(counted.items())
        ],
    }
    return json.dumps(tree, ensure_ascii=True, indent=2) + "\n"


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises:
        UsageError: It cannot be read, or is none.
    """
    try:
        data = read_file(path, _LARGEST)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): check the path") from None
    if len(data) > _LARGEST:
        raise UsageError(f"{path} is larger than {_LARGEST // 1_000_000} MB: is it the right file?")
    if sum(map(data.count, (b"{", b"[", b","))) > _MOST_SIGNS:  # small on disk, and not in memory
        raise UsageError(f"{path} has more than any baseline: is it the right file?")
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        raise UsageError(f"{path} is no baseline: it is not JSON") from None
    if not isinstance(tree, dict) or tree.get("schema") != SCHEMA_ID:
        raise UsageError(f"{path} is no baseline of this version: write it anew")
    known: dict[str, Counter[Severity]] = {}
    findings = tree.get("findings")
    for number, entry in enumerate(findings if isinstance(findings, list) else [None], start=1):
        if not _is_entry(entry):
            raise UsageError(
                f"{path}: its finding number {number} is not as this version writes it"
            )
        counts = known.setdefault(entry["fingerprint"], Counter())
        counts[Severity(entry["severity"])] += entry["count"]
    return known


def _is_entry(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and entry.keys() == _KEYS
        and all(isinstance(entry[key], str) for key in _KEYS - {"count"})
        and entry["severity"] in _GRAVE_FIRST
        and type(entry["count"]) is int
        and 0 < entry["count"] <= _MOST_ALIKE
    )


class Known:
    """Counts down what a baseline has, finding by finding, the gravest first."""

    def __init__(self, baseline: Baseline) -> None:
        self._left = {fingerprint: Counter(counts) for fingerprint, counts in baseline.items()}

    def has(self, finding: Finding) -> bool:
        """Whether a finding is known; it is then counted."""
        left = self._left.get(finding.fingerprint)
        if left is None:
            return False
        grave_enough = _GRAVE_FIRST[: _GRAVE_FIRST.index(finding.severity) + 1]
        severity = next((grade for grade in reversed(grave_enough) if left[grade] > 0), None)
        if severity is None:
            return False
        left[severity] -= 1
        return True
