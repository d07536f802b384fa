"""The files about a whole batch, written from the ledger, one article at a time in memory."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from audit.batch.ledger import Ledger
from audit.batch.written import Files
from audit.errors import UsageError
from audit.files import clear_unfinished, writing
from audit.report.escape import json_text, no_commands
from audit.report.index.listed import Failed, Listed, from_json
from audit.report.index.markdown import render_index
from audit.report.index.totals import Totals

INDEX_HTML = "index.html"
"""The page about a batch, for a browser."""
REPORTS_JSONL = "reports.jsonl"
"""All reports, one a line, where no article has files of its own."""


def write_summary(output_dir: Path, ledger: Ledger, failed: Sequence[Failed], files: Files) -> Path:
    """Writes the indexes and ``findings.jsonl``, and ``reports.jsonl`` where asked for.

    Returns:
        The path of the first.

    Raises:
        UsageError: A file cannot be written.
    """
    from audit.report.html.batch import render_index_html  # noqa: PLC0415 — jinja2 is slow to import

    totals = Totals()
    for each in failed:
        totals.fail(each)
    index = output_dir / "index.md"
    try:
        clear_unfinished(output_dir)
        with writing(output_dir / "findings.jsonl") as file:
            for entry in ledger.entries():
                row = from_json(entry.outcome)
                totals.add(row)
                for line in _lines(row):
                    file.write(line)
        if files is Files.JSONL:
            with writing(output_dir / REPORTS_JSONL) as file:
                for entry in ledger.entries():
                    file.write((entry.tree or "").encode())
        for path, text in (
            (output_dir / INDEX_HTML, render_index_html(totals)),
            (index, render_index(totals)),
        ):
            with writing(path) as file:
                file.write(no_commands(text).encode())
    except OSError as error:
        raise UsageError(
            f"cannot write into {output_dir} ({error.strerror}): choose another --output-dir"
        ) from error
    return index


def _lines(row: Listed) -> Iterator[bytes]:
    """The findings of one article, one a line."""
    for finding in row.findings:
        tree: dict[str, Any] = {
            "article": row.name,
            "title": row.title,
            "report": row.folder,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "words": finding.words,
            "line": finding.line,
            "paragraph": finding.paragraph,
            "source": finding.source,
            "fingerprint": finding.fingerprint,
        }
        text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
        yield f"{json_text(text)}\n".encode()
