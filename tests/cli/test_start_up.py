"""People run this all day: a command loads what it needs, and nothing that only others need."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from audit.cli.app import SUMMARIES, app
from tests.end_to_end.run import ROOT

LIBRARIES = (
    *("requests", "urllib3", "trafilatura", "warcio", "lxml", "jinja2", "jsonschema", "isal"),
    *("pydantic", "rich", "markdown_it", "docx", "pypdf", "tenacity", "protego"),
)
PROBE = """
import sys
from audit.cli import main
code = main(sys.argv[1:])
print("LOADED", *sys.modules)
sys.exit(code)
"""
ARTICLES = Path("fixtures/articles")
CHECK = (
    *("check", str(ARTICLES / "harbour-tunnel.html"), "--offline"),
    *("--sources", str(ARTICLES / "harbour-tunnel.sources.toml")),
    *("--captures", "fixtures/web.warc.gz"),
)
HELP_ALONE = {"audit.cli", "audit.extract", "audit.report", "audit._version", "audit.errors"}
"""The rooms that the help of all commands and the version need: what prints and escapes a line."""


def loaded(*words: str) -> set[str]:
    """The names of the modules that a command loads in its process."""
    run = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        capture_output=True,
        text=True,
        check=False,  # a report has findings
        cwd=ROOT,
    )
    [line] = [line for line in run.stdout.splitlines() if line.startswith("LOADED ")]
    return set(line.split()[1:])


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("--show-completion", "bash")])
def test_help_takes_no_command(words: tuple[str, ...]) -> None:
    modules = loaded(*words)
    assert modules.isdisjoint(LIBRARIES)
    assert modules.isdisjoint({"multiprocessing", "json", "tomllib", "logging", "hashlib"})
    ours = {".".join(name.split(".")[:2]) for name in modules if name.startswith("audit.")}
    assert ours <= HELP_ALONE
    assert not any(name.startswith("audit.cli.commands.") for name in modules)


@pytest.mark.parametrize("command", list(SUMMARIES))
def test_help_of_a_command_takes_nothing_of_what_it_does(command: str) -> None:
    modules = loaded(command, "--help")
    assert modules.isdisjoint(LIBRARIES)
    assert "multiprocessing" not in modules
    assert not any(name.startswith("audit.cli.runs.") for name in modules)
    rooms = {"audit.match", "audit.capture", "audit.rules", "audit.extract.article", "audit.config"}
    assert modules.isdisjoint(rooms)


@pytest.mark.parametrize(
    ("words", "libraries"),
    [
        (("extract", str(ARTICLES / "russia-taliban.txt")), set()),
        (("extract", str(ARTICLES / "russia-taliban.md")), set()),
        (("extract", "-f", "json", str(ARTICLES / "russia-taliban.md")), set()),
        (("config",), {"pydantic"}),
        (("explain", "quote-absent"), set()),
        ((*CHECK, "--no-output-dir", "-f", "json"), {"isal"}),
        ((*CHECK, "--no-output-dir", "-f", "terminal"), {"isal", "rich", "markdown_it"}),
        (("render", "reports/harbour-tunnel/report.json", "-f", "markdown"), {"jsonschema"}),
    ],
)
def test_a_command_loads_what_it_needs(words: tuple[str, ...], libraries: set[str]) -> None:
    assert loaded(*words) & set(LIBRARIES) <= libraries


def test_importing_the_package_loads_no_library_and_no_stage() -> None:
    code = "import sys, audit; print(*[name for name in sys.modules if name.startswith('audit')])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(run.stdout.split()) == {"audit", "audit._version", "audit.extract"}


@pytest.mark.parametrize("name", list(SUMMARIES))
def test_the_summary_of_a_command_is_the_first_sentence_of_its_help(name: str) -> None:
    with click.Context(app) as context:
        command = app.get_command(context, name)
    assert command is not None
    assert command.name == name
    assert command.help is not None
    assert " ".join(command.help.split()).startswith(SUMMARIES[name])
