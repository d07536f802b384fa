"""A baseline → how many findings are known, by fingerprint and severity."""

import tempfile
from pathlib import Path

from audit.waive import read_baseline
from tests.fuzz.words import JSON
from tests.report.sample import report

WORDS = (
    *JSON,
    *("schema", "urn:citeaudit:schema:baseline:1", "findings", "fingerprint", "rule", "severity"),
    *("article", "count", "error", "warning", "note", "waived"),
    *("urn:citeaudit:schema:baseline:2", "paths_from", "this file", "the project", "path", "words"),
    *("reason", "id"),
)
RUNS = 5000
_ARTICLE = report().facts.article


def run(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "known.json")
        path.write_bytes(data)
        known = read_baseline(path)
        for counts in known.entries.values():
            assert all(left.total() > 0 for left in counts.values())
        known.of(_ARTICLE)
        known.only("a.md")
