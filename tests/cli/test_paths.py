"""Paths that nothing can be written to or read from: one line, exit 2 or 3, and nothing is left behind."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.run import ROOT, citeaudit
from tests.end_to_end.web import Answer, page, write_web

SAID = "We will rebuild the bridge by spring if the money lasts"
URL = "https://echo.example/story"
OFFLINE = ("--captures", "web.warc.gz", "--offline")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pipes and sockets among files")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    story = f"“{SAID},” Anna Lindqvist said."
    write_web(tmp_path / "web.warc.gz", [Answer(URL, page("Bridge", [story, "More to follow."]))])
    text = f"“{SAID},” Anna Lindqvist [said]({URL})."
    (tmp_path / "fair.md").write_text(text, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as output:
        output.bind("socket")
    (tmp_path / "circle").symlink_to("circle")
    return tmp_path


def state_of(folder: Path) -> list[tuple[str, int, int]]:
    """What stands in a folder, and what kind of thing it is."""
    return sorted(
        (str(path), stat.S_IFMT(path.lstat().st_mode), path.lstat().st_size)
        for path in folder.rglob("*")
    )


NOWHERE = ["folder", "missing/x", "file/x", "n" * 300, "a\0b", "pipe", "socket", "/proc/x", "."]
OUTPUTS = {
    "output": ("--no-output-dir", "-o", "json:{}"),
    "bundle": ("--no-output-dir", "--bundle", "{}"),
    "baseline": ("--no-output-dir", "--write-baseline", "{}"),
}


@pytest.mark.parametrize("path", NOWHERE, ids=lambda path: path[:10].replace("\0", "NUL"))
@pytest.mark.parametrize("option", sorted(OUTPUTS))
def test_an_output_that_cannot_be_written_is_one_line_and_exit_2(
    option: str, path: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state_of(desk)
    words = [word.format(path) for word in OUTPUTS[option]]
    run = citeaudit(capsys, "check", "fair.md", *OFFLINE, *words)
    assert run.code == 2, run.err
    assert run.err.count("\n") == 1
    assert "cannot write" in run.err or "null byte" in run.err  # a shell passes none on
    assert state_of(desk) == before


NO_FOLDER = ["file", "file/x", "n" * 300, "a\0b", "pipe", "socket", "/proc/x", "circle/x"]


@pytest.mark.parametrize("path", NO_FOLDER, ids=lambda path: path[:10].replace("\0", "NUL"))
def test_an_output_folder_that_cannot_be_made_is_one_line_and_exit_2(
    path: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state_of(desk)
    for words in (OFFLINE, ("--allow-private", "127.0.0.1:9")):
        run = citeaudit(capsys, "check", "fair.md", *words, "--output-dir", path)
        assert run.code == 2, run.err
        assert run.err.count("\n") == 1
        assert state_of(desk) == before


INPUTS = {
    "article": (("check", "{}", "--offline"), 3),
    "list": (("check", "--from-file", "{}", "--offline"), 3),
    "sources": (("check", "fair.md", "--sources", "{}", "--offline"), 2),
    "archive": (("check", "fair.md", "--captures", "{}", "--offline"), 2),
    "settings": (("check", "fair.md", "--config", "{}", "--offline"), 2),
    "baseline": (("check", "fair.md", "--baseline", "{}", "--offline"), 2),
    "report": (("verify", "{}"), 3),
    "reports": (("render", "{}"), 3),
    "source": (("quote", "words", "{}", "--offline"), 3),
    "links": (("capture", "{}", "--offline"), 3),
    "extracted": (("extract", "{}"), 3),
}


@pytest.mark.parametrize(
    "path",
    ["pipe", "socket", "/dev/zero", "n" * 300, "a\0b", "circle", "file/x"],
    ids=lambda path: path[:10].replace("\0", "NUL"),
)
@pytest.mark.parametrize("kind", sorted(INPUTS))
def test_an_input_that_is_no_file_is_one_line(
    kind: str, path: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    words, code = INPUTS[kind]
    run = citeaudit(capsys, *(word.format(path) for word in words))
    assert run.code == (2 if "null byte" in run.err else code), run.err
    assert run.err.count("\n") == 1
    assert run.out == ""
    assert not (desk / "state").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--no-output-dir", "-o", "html:out.html"),
        ("--no-output-dir", "--bundle", "out.wacz"),
        ("--output-dir", "out"),
    ],
)
def test_a_disk_that_is_full_keeps_no_half_of_a_file(words: tuple[str, ...], desk: Path) -> None:
    """The bound of the system on the size of a file stands for a disk: it refuses in the same place."""
    before = {path for path in desk.rglob("*") if path.is_file()}
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "from audit.cli import entry; entry()"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "check", "fair.md", *OFFLINE, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 2, run.stderr
    assert run.stderr.count("\n") == 1
    assert "File too large" in run.stderr
    assert {path for path in desk.rglob("*") if path.is_file()} == before


def test_one_report_that_cannot_be_written_stops_no_other(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b", "c"):
        (desk / f"{name}.md").write_bytes((desk / "fair.md").read_bytes())
    (desk / "reports").mkdir()
    (desk / "reports" / "b").write_text("in the way", encoding="utf-8")
    run = citeaudit(capsys, "check", "a.md", "b.md", "c.md", *OFFLINE)
    assert run.code == 2
    assert run.err.count("cannot write") == 1
    written = sorted(path.parent.name for path in (desk / "reports").glob("*/report.json"))
    assert written == ["a", "c"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_file_whose_name_is_no_text_is_audited(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsdecode(b"in/caf\xe9.md")
    (desk / "in").mkdir()
    Path(name).write_bytes((desk / "fair.md").read_bytes())
    extra = [
        word
        for output in ("html:o.html", "sarif:o.sarif", "csv:o.csv", "junit:o.xml", "jsonl:o.jl")
        for word in ("-o", output)
    ]
    run = citeaudit(capsys, "check", "in", "fair.md", *OFFLINE, *extra)
    assert run.code == 0, run.err
    assert len(list((desk / "reports").rglob("report.json"))) == 2
