"""People run this all day: help, and extraction from text, load no heavy library."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.run import ROOT

HEAVY = ("requests", "urllib3", "trafilatura", "warcio", "lxml", "jinja2", "jsonschema")
PROBE = """
import sys
from audit.cli import main
code = main(sys.argv[1:])
print("LOADED", *[name for name in {heavy} if name in sys.modules])
sys.exit(code)
"""
ARTICLES = Path("fixtures/articles")


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("check", "--help"),
        ("render", "--help"),
        ("extract", "--help"),
        ("--version",),
        ("extract", str(ARTICLES / "russia-taliban.txt")),
        ("extract", str(ARTICLES / "russia-taliban.md")),
        ("extract", "-f", "json", str(ARTICLES / "russia-taliban.md")),
    ],
)
def test_nothing_heavy_is_loaded(words: tuple[str, ...]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", PROBE.format(heavy=HEAVY), *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert run.stdout.splitlines()[-1] == "LOADED"


def test_importing_the_package_loads_no_library() -> None:
    code = f"import sys, audit; print([n for n in {HEAVY} if n in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"
