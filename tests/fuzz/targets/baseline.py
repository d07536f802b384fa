"""A baseline → how many findings are known, by fingerprint and severity."""

import tempfile
from pathlib import Path

from audit.waive import read_baseline
from tests.fuzz.words import JSON

WORDS = (
    *JSON,
    *("schema", "urn:citeaudit:schema:baseline:1", "findings", "fingerprint", "rule", "severity"),
    *("article", "count", "error", "warning", "note", "waived"),
)
RUNS = 5000


def run(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "known.json")
        path.write_bytes(data)
        for counts in read_baseline(path).values():
            assert all(count > 0 for count in counts.values())
