"""Which files are reports of ours: they are no articles, and no pages."""

import re
from pathlib import Path

from audit.files import open_file

_OF_ARTICLE = frozenset(
    {"article.path", "captures.cdxj", "report.html", "report.json", "report.md"}
)
_OF_BATCH = frozenset({"findings.jsonl", "reports.jsonl", "citeaudit.ledger"})
_INDEX = "index.md"
_INDEX_BEGINS = re.compile(rb"\A# Citation audits\n\n> \*\*")
_HTML = frozenset({".html", ".htm"})
_GENERATOR = re.compile(rb'<meta name="generator" content="citeaudit">')
_BEGINNING = 400  # bytes of an index or a page that say whose it is
_REPORT_ENDS = b'"name": "citeaudit"'
_END = 400  # bytes of a report.json that say whose it is


def is_report(path: Path) -> bool:
    """Whether a file is one of a report, or of the pages about a batch, by its name and bytes.

    An archive is none: its pages are those of others.
    """
    if path.name in _OF_ARTICLE and _REPORT_ENDS in _read(path.with_name("report.json"), end=True):
        return True
    if path.suffix in _HTML:
        return _GENERATOR.search(_read(path)) is not None
    if path.name == _INDEX or path.name in _OF_BATCH:
        return _INDEX_BEGINS.search(_read(path.with_name(_INDEX))) is not None
    return False


def _read(path: Path, *, end: bool = False) -> bytes:
    """The first bytes of a file, or the last ones; nothing where it cannot be read."""
    try:
        with open_file(path) as file:
            if end:
                file.seek(max(path.stat().st_size - _END, 0))
            return file.read(_END if end else _BEGINNING)
    except OSError:
        return b""
