"""JSON Lines of articles → names and places → each article again: one line each, or told."""

import tempfile
from pathlib import Path

from audit.cli.inputs.lines import article_at, lines_of
from audit.errors import ReadError
from audit.read import MAX_BYTES
from tests.fuzz.words import JSON

WORDS = (
    *JSON,
    *('{"url": "https://a.example/1", ', '"html": "<p>', '"text": "', '"id": ', '"}'),
    *("\n", "\r\n", "\\ud800", "\\u0000", "::", "é", "“"),
)
RUNS = 3000


def run(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "articles.jsonl")
        path.write_bytes(data)
        found = list(lines_of(path))
        assert len(found) <= data.count(b"\n") + 1
        for each in found:
            if isinstance(each, ReadError):
                assert str(each).startswith(f"{path}:")
                continue
            article = article_at(each[1])
            assert article.data
            assert len(article.data) <= 2 * MAX_BYTES
