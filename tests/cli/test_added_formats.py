"""An added format is one file and one line (with its import), and every command has it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.run import ROOT

SAID = "“We will not dig until May,” Ines Calloway said."
READER = '''
"""The reader of toy articles."""

from audit.model import Block, BlockKind
from audit.read.parsed import Parsed
from audit.read.reader import Given, Reader


def _read(data: bytes, given: Given) -> Parsed:
    text = data.decode()
    return Parsed(text, (Block(0, len(text), BlockKind.PARAGRAPH),), decoded=text)


READER = Reader("toy", (".toy",), ("text/x-toy",), _read)
'''

OUTPUT = '''
"""Reports as lines of toy text."""

from collections.abc import Sequence

from audit.model import Report


def render_toy(reports: Sequence[Report]) -> str:
    return "".join(f"TOY {len(one.facts.checks)}\\n" for one in reports)
'''

Run = Callable[..., str]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package, to add to."""
    shutil.copytree(
        ROOT / "audit", tmp_path / "audit", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path / "audit"


@pytest.fixture
def run(package: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PYTHONPATH", str(package.parent))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str) -> str:
        program = "import sys; from audit.cli import main; sys.exit(main(sys.argv[1:]))"
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=package.parent,
        )
        return done.stdout + done.stderr

    return run


def listed(file: Path, *changes: tuple[str, str]) -> None:
    """Adds a line to a list, and where the list has objects, their module to its imports."""
    text = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def test_an_added_reader_is_offered_and_used(package: Path, run: Run) -> None:
    (package / "read" / "toy.py").write_text(READER.lstrip(), encoding="utf-8")
    listed(
        package / "read" / "format.py",
        (
            "from audit.read import text\n",
            "from audit.read import text, toy\n",
        ),
        ("    opendocument.READER,\n", "    opendocument.READER,\n    toy.READER,\n"),
    )
    folder = package.parent / "folder"
    folder.mkdir()
    (folder / "a.toy").write_text(SAID, encoding="utf-8")
    assert "Ines Calloway" in run("extract", "--input-format", "toy", "folder/a.toy")
    assert "'odt', 'toy'" in run("extract", "--input-format", "epub", "folder/a.toy")
    assert "odt|toy" in run("check", "--help")
    run("check", "folder", "--offline", "--output-dir", "out")
    [report] = package.parent.glob("out/**/report.json")
    assert '"format": "toy"' in report.read_text(encoding="utf-8")
    assert "Ines Calloway" in run("render", str(report), "-f", "markdown")


def test_an_added_output_is_offered_and_used(package: Path, run: Run) -> None:
    (package / "report" / "toy.py").write_text(OUTPUT.lstrip(), encoding="utf-8")
    csv = '    Output("csv", _by("csv", "render_csv")),\n'
    listed(package / "cli" / "outputs.py", (csv, csv + csv.replace("csv", "toy")))
    shutil.copy(ROOT / "reports" / "harbour-tunnel" / "report.json", package.parent)
    printed = run("render", "report.json", "-f", "toy", "-o", "toy:out.toy")
    assert printed.startswith("TOY ")
    assert (package.parent / "out.toy").read_text(encoding="utf-8") == printed
    assert "csv|toy" in run("check", "--help")
    assert "one of terminal, markdown" in (said := run("render", "report.json", "-o", "pdf:x"))
    assert "csv, toy" in said
