"""Streams that are closed, full or without an end: one line, exit 2 or 3, and never a file in their place."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.run import ROOT
from tests.end_to_end.web import Answer, page, write_web

SAID = "We will rebuild the bridge by spring if the money lasts"
URL = "https://echo.example/story"
CODE = "from audit.cli import entry; entry()"
CHECK = "check fair.md --captures web.warc.gz --offline"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="redirections of a POSIX shell")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    story = f"“{SAID},” Anna Lindqvist said."
    write_web(tmp_path / "web.warc.gz", [Answer(URL, page("Bridge", [story, "More to follow."]))])
    text = f"“{SAID},” Anna Lindqvist [said]({URL})."
    (tmp_path / "fair.md").write_text(text, encoding="utf-8")
    return tmp_path


def shell(desk: Path, words: str) -> subprocess.CompletedProcess[str]:
    """Runs ``citeaudit`` with the redirections of a shell."""
    program = f"{shlex.quote(sys.executable)} -c {shlex.quote(CODE)}"
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {words.replace('citeaudit', program)}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(desk / "state")},
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (f"citeaudit {CHECK} --no-output-dir >&-", "standard output is closed"),
        (f"citeaudit {CHECK} --no-output-dir >/dev/full", "No space left on device"),
        ("citeaudit --version >/dev/full", "No space left on device"),
        ("citeaudit check --help >/dev/full", "No space left on device"),
        ("citeaudit extract fair.md -f json >/dev/full", "No space left on device"),
        ("citeaudit extract fair.md >&-", "standard output is closed"),
        ("citeaudit config >&-", "standard output is closed"),
    ],
)
def test_standard_output_that_takes_nothing_is_one_line_and_exit_2(
    words: str, said: str, desk: Path
) -> None:
    run = shell(desk, words)
    assert run.returncode == 2, run.stderr
    assert said in run.stderr
    assert run.stderr.count("\n") == 1
    assert not (desk / "state").exists()


@pytest.mark.parametrize("redirected", ["2>&-", "2>/dev/full", "<&-", "<&- 2>&-"])
def test_without_its_other_streams_a_run_ends_as_with_them(redirected: str, desk: Path) -> None:
    run = shell(desk, f"citeaudit {CHECK} {redirected}")
    assert run.returncode == 0, run.stderr
    assert "1 of 1 quotation compared" in run.stdout
    assert "wrote" not in run.stdout
    assert (desk / "reports" / "fair" / "report.json").exists()
    (desk / "too.md").write_bytes((desk / "fair.md").read_bytes())
    assert shell(desk, f"citeaudit {CHECK} too.md {redirected}").returncode == 0
    wrong = shell(desk, f"citeaudit check fair.md --nope {redirected}")
    assert wrong.returncode == 2
    assert wrong.stdout == ""


def test_no_file_takes_the_place_of_a_closed_stream(desk: Path) -> None:
    run = shell(desk, f"citeaudit {CHECK} --bundle b.wacz <&- >&- 2>&-")
    assert run.returncode == 2
    assert (desk / "b.wacz").read_bytes().startswith(b"PK")
    again = shell(desk, "citeaudit check fair.md --captures b.wacz --offline --no-output-dir")
    assert "1 of 1 quotation compared" in again.stdout


def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    assert shell(desk, f"citeaudit {CHECK} -f html | head -c 1").returncode == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("citeaudit check - --offline", 3),
        ("citeaudit check --from-file - --offline", 3),
        ("citeaudit extract -", 3),
        ("citeaudit render -", 3),
        ("citeaudit quote words - --offline", 3),
        ("citeaudit capture - --offline", 3),
    ],
)
def test_standard_input_without_an_end_or_closed_is_refused(
    words: str, code: int, desk: Path
) -> None:
    endless = shell(desk, f"ulimit -v 3000000; {words} </dev/zero")
    assert endless.returncode == code, endless.stderr
    assert "larger than" in endless.stderr
    assert endless.stderr.count("\n") == 1
    closed = shell(desk, f"{words} <&-")
    assert closed.returncode == code
    assert "standard input is closed" in closed.stderr
    assert closed.stderr.count("\n") == 1
