"""A list of pages (JSON Lines) → a corpus → found again: each line a page, or told; nothing is lost on the way.

The first byte says whether the list is gzipped.
"""

import gzip
import tempfile
from pathlib import Path

from audit.corpus.given import GivenText
from audit.corpus.lists import pages_in
from audit.corpus.search import open_corpus
from audit.corpus.writer import open_writer
from audit.errors import UsageError

WORDS = (
    *('{"url": "https://a.example/1", ', '"text": "', '"html": "<p>', '"title": "', '"date": "', '"}'),
    *("2026-03-04", "Wed, 04 Mar 2026 10:00:00 -0000", "9999-99-99", "\\ud800", "\\u0000", "\\u00ad"),
    *("null", "1e999", "[[[[", "\n", "\r\n", "-\\n", "\u3000市長は", "é", "“", "the mayor said"),
)  # fmt: skip
RUNS = 600


def run(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "pages.jsonl.gz" if data[:1] == b"\x1f" else "pages.jsonl")
        path.write_bytes(gzip.compress(data[1:]) if data[:1] == b"\x1f" else data)
        told: list[str] = []
        try:
            given = list(pages_in(path, lambda name, _: told.append(name)))
        except UsageError:
            return
        assert len(given) + len(told) <= data.count(b"\n") + 1
        ready = [page.ready for page in given if isinstance(page, GivenText)]
        for page in given:
            page.kept()
        corpus = Path(name, "a.corpus")
        with open_writer(corpus) as writer:
            for kept in ready:
                writer.add(kept)
        with open_corpus(corpus) as opened:
            assert len(opened) == writer.added
            for kept in ready[:3]:
                for hit in opened.search(kept.page.text[:200]).hits:
                    assert hit.passage
