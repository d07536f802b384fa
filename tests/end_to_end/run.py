"""Runs the command in this process, so that sockets stay limited, and reads what it wrote."""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from audit import extract, read_article, source_text, verify_quote
from audit.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


@cache
def _loaded() -> None:
    """Loads what an audit loads: workers are forked, and each of a test's would load it anew."""
    page = (ROOT / "fixtures/articles/harbour-tunnel.html").read_bytes()
    extract(read_article(page))
    words = source_text(page).text
    verify_quote(words[200:300], words)
    verify_quote(f"{words[200:300]} indeed {words[310:380]}", words)


def citeaudit(capsys: pytest.CaptureFixture[str], *words: str | os.PathLike[str]) -> Run:
    _loaded()
    capsys.readouterr()
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return Run(code, captured.out, captured.err)


def report_of(folder: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return report


def said_with(report: dict[str, Any], words: str) -> dict[str, Any]:
    """The attribution whose words contain ``words``; there must be one, links and statements aside."""
    [check] = [
        each
        for each in report["attributions"]
        if each["kind"] in {"direct", "mixed", "post", "unattributed"}
        and any(words in part["text"] for part in each["contents"])
    ]
    found: dict[str, Any] = check
    return found


def outputs_of(folder: Path) -> dict[str, bytes]:
    """All files below an output folder by their paths, less the ledger."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("citeaudit.ledger")
    }
