"""``citeaudit render``, and what the formats have in common on the command line."""

import io
import json
import sys
from pathlib import Path

import pytest

from audit.cli.exits import Exit
from audit.cli.outputs import OUTPUTS, Output
from audit.report.json.tree import render_json
from tests.conftest import Snapshot
from tests.end_to_end.run import ROOT, citeaudit
from tests.report.sample import report

SNAPSHOTS = ROOT / "tests" / "report" / "snapshots"
SUFFIXES = {
    "terminal": "txt",
    "sarif": "sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "csv": "csv",
}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_STEP_SUMMARY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    (tmp_path / "report.json").write_text(render_json(report()), encoding="utf-8")
    return tmp_path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("name", ["russia-taliban", "harbour-tunnel"])
@pytest.mark.parametrize("wanted", SUFFIXES)
def test_the_committed_reports_are_rendered_as_committed(
    name: str, wanted: str, capsys: pytest.CaptureFixture[str], snapshot: Snapshot
) -> None:
    run = citeaudit(capsys, "render", ROOT / "reports" / name / "report.json", "-f", wanted)
    snapshot(SNAPSHOTS / f"{name}.{SUFFIXES[wanted]}", run.out)


@pytest.mark.parametrize("file", ["report.json", "report.md", "report.html"])
@pytest.mark.parametrize("name", ["russia-taliban", "harbour-tunnel"])
def test_the_committed_reports_render_to_themselves(
    name: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = {"json": "json", "md": "markdown", "html": "html"}[file.partition(".")[2]]
    folder = ROOT / "reports" / name
    run = citeaudit(capsys, "render", folder / "report.json", "-f", wanted)
    assert run.out.encode() == (folder / file).read_bytes()


@pytest.mark.parametrize("wanted", OUTPUTS, ids=lambda output: output.name)
def test_the_exit_code_is_the_same_for_every_format(
    wanted: Output, capsys: pytest.CaptureFixture[str]
) -> None:
    for options, code in (
        ((), Exit.FINDINGS),
        (("--fail-on", "never"), Exit.OK),
        (("--fail-on", "never", "--fail-on-incomplete"), Exit.INCOMPLETE),
    ):
        run = citeaudit(capsys, "render", "report.json", "-f", wanted.name, *options)
        assert (run.code, run.err) == (code, "")
        assert run.out.endswith("\n")


def test_several_reports_go_into_one_file_of_each_format(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extra = [word for output in OUTPUTS for word in ("-o", f"{output.name}:all.{output.name}")]
    citeaudit(capsys, "render", "report.json", "report.json", *extra)
    assert len(json.loads((desk / "all.json").read_text(encoding="utf-8"))) == 2
    assert len((desk / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    again = citeaudit(capsys, "render", "all.jsonl", "-f", "json")
    assert again.out == (desk / "all.json").read_text(encoding="utf-8")


def test_a_report_is_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(render_json(report()).encode())))
    run = citeaudit(capsys, "render", "-", "-f", "json")
    assert run.out == render_json(report())


def test_a_bad_report_is_one_line_and_stops_no_other(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "bad.json").write_text('{"schema": 1}', encoding="utf-8")
    run = citeaudit(capsys, "render", "bad.json", "report.json", "none.json")
    assert run.code == Exit.UNREADABLE
    assert [line.split(":")[1].strip() for line in run.err.splitlines()] == [
        "bad.json",
        "none.json cannot be read (No such file or directory)",
    ]
    assert run.out.endswith("; 6 of 8 quotations compared\n")


def test_an_unknown_format_is_a_usage_error_that_names_the_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run = citeaudit(capsys, "render", "report.json", "-o", "pdf:x")
    assert run.code == Exit.USAGE
    assert all(output.name in run.err for output in OUTPUTS)


@pytest.mark.parametrize(
    ("terminal", "options", "environment", "colored"),
    [
        (True, (), {}, True),
        (True, (), {"NO_COLOR": "1"}, False),
        (True, (), {"NO_COLOR": ""}, True),
        (True, (), {"TERM": "dumb"}, False),
        (True, ("--color", "never"), {}, False),
        (True, ("--color", "always"), {"NO_COLOR": "1"}, True),
        (False, (), {}, False),
        (False, ("--color", "always"), {}, True),
    ],
)
def test_colours_are_for_those_who_can_see_them(
    terminal: bool,  # noqa: FBT001 — a column of the table
    options: tuple[str, ...],
    environment: dict[str, str],
    colored: bool,  # noqa: FBT001 — a column of the table
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    screen = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stdout", screen)
    citeaudit(capsys, "render", "report.json", *options)
    assert ("\x1b[" in screen.getvalue()) == colored
    lines = "articles/tunnel.txt:1:2: " in screen.getvalue()
    assert lines != terminal


def test_a_file_of_the_terminal_format_has_plain_lines_wherever_it_is_written_from(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    citeaudit(capsys, "render", "report.json", "--color", "always", "-o", "terminal:out.txt")
    text = (desk / "out.txt").read_text(encoding="utf-8")
    assert "articles/tunnel.txt:1:2: error quote-altered " in text
    assert "\x1b" not in text


def test_a_step_of_github_actions_gets_a_summary_behind_what_is_there(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = desk / "summary.md"
    summary.write_text("earlier\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run = citeaudit(capsys, "render", "report.json", "-f", "github")
    assert run.out.startswith(
        "::error title=quote-altered (citeaudit),file=articles/tunnel.txt,line=1,col=2,endColumn=35::"
    )
    text = summary.read_text(encoding="utf-8")
    assert text.startswith(
        "earlier\n## Citation audit\n\n**Found 3 errors, 2 warnings (1 known, 1 waived)"
    )
    citeaudit(capsys, "render", "report.json", "-f", "sarif")
    assert summary.read_text(encoding="utf-8") == text


def test_a_summary_that_cannot_be_written_is_one_line(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(desk / "none" / "summary.md"))
    run = citeaudit(capsys, "render", "report.json", "-f", "github")
    assert (run.code, run.err.count("\n")) == (Exit.USAGE, 1)
    assert "GITHUB_STEP_SUMMARY" in run.err


def test_a_folder_stands_for_the_reports_below_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b", "a", ".hidden"):
        (desk / "reports" / name).mkdir(parents=True)
        text = (desk / "report.json").read_text(encoding="utf-8")
        (desk / "reports" / name / "report.json").write_text(text, encoding="utf-8")
    run = citeaudit(capsys, "render", "reports")
    assert "in 2 articles; 12 of 16 quotations compared" in run.out
    run = citeaudit(capsys, "render", "reports/.hidden", "-f", "jsonl")
    assert len(run.out.splitlines()) == 1
