"""From a clone to the open report, and what a person types on the way."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.run import ROOT, citeaudit

README = (ROOT / "README.md").read_text(encoding="utf-8")
FAIR = "# Bridge\n\n“It is much too wide,” Anna Lindqvist told the BBC.\n"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which a browser of ours, a program like any other, notes what it was to open."""
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{seen}"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(tmp_path)
    return seen


def test_from_a_clone_to_the_open_report_in_four_commands(opened: Path) -> None:
    [block] = re.findall(r"^In four commands.*?\n\n((?:    .*\n)+)", README, re.MULTILINE)
    lines = [line.partition(" #")[0].strip() for line in block.splitlines()]
    assert len(lines) <= 4
    assert lines[0] == "git clone REPOSITORY citeaudit"
    lines[0] = f"git clone --quiet --no-hardlinks {ROOT} citeaudit"
    # What is installed is this project; the install itself needs the package index.
    lines.insert(2, f"ln -s {ROOT / '.venv'} .venv && alias make='make -o .venv/.installed'")
    done = subprocess.run(
        ["bash", "-ec", "shopt -s expand_aliases\n" + "\n".join(lines)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode in {0, 1}, done.stderr
    [address] = opened.read_text(encoding="utf-8").splitlines()
    page = Path(address.removeprefix("file://")).read_text(encoding="utf-8")
    assert "“41” in the article, “14” at Kelmouth Echo" in page
    assert done.stderr.splitlines()[-1] == "wrote reports/harbour-tunnel/report.html"


def test_of_several_the_page_about_all_is_opened(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (
        ("a.md", "# A\n\nNothing is said.\n"),
        ("b.md", FAIR),
        ("c.md", "# C\n\nNo.\n"),
    ):
        Path(name).write_text(text, encoding="utf-8")
    run = citeaudit(capsys, "check", "a.md", "b.md", "c.md", "--offline", "--open")
    assert opened.read_text(encoding="utf-8").endswith("/reports/index.html\n")
    assert run.err.splitlines()[-1] == "wrote 3 reports and reports/index.md"


def test_nothing_is_opened_on_a_build_server(
    opened: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    Path("b.md").write_text(FAIR, encoding="utf-8")
    run = citeaudit(capsys, "check", "b.md", "--offline", "--open")
    assert "did not open reports/b/report.html: CI is set" in run.err
    assert not opened.exists()


def test_there_is_nothing_to_open_without_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "check", "b.md", "--open", "--no-output-dir")
    assert run.code == 2
    assert "leave out --no-output-dir" in run.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.bbc.co.uk/news/articles/c1", "https://www.bbc.co.uk/news/articles/c1"),
        ("www.bbc.co.uk", "https://www.bbc.co.uk"),
        ("bbc.co.uk/news?id=3", "https://bbc.co.uk/news?id=3"),
        ("news.example:8080/a", "https://news.example:8080/a"),
        ("story.html", None),
        ("drafts/story.html", None),
        ("drafts.old/story.html", None),
        ("../news.example/a", None),
        ("2026.11/story.md", None),
    ],
)
def test_an_address_without_its_scheme_is_asked_about(
    typed: str,
    meant: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "drafts.old").mkdir()
    monkeypatch.chdir(tmp_path)
    run = citeaudit(capsys, "check", typed, "--offline", "--no-output-dir")
    assert run.code == 3
    assert (f"did you mean {meant}?" in run.err) is (meant is not None)
    assert ("did you mean" in run.err) is (meant is not None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pilots-strik.html", "pilots-strike.html"),
        ("notes/pilots-strike.hmtl", "notes/pilots-strike.html"),
        ("zebra.md", None),
        ("htps://a.example/x", "https://a.example/x"),
        ("www.a.example/x", "https://www.a.example/x"),
        ("gopher://a.example/x", None),
    ],
)
@pytest.mark.parametrize("words", [("check",), ("quote", "We go by noon.")])
def test_a_file_that_is_not_there_may_have_been_a_like_one(
    words: tuple[str, ...],
    typed: str,
    meant: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    for folder in (tmp_path, tmp_path / "notes"):
        (folder / "pilots-strike.html").write_text("<p>We go.</p>", encoding="utf-8")
    run = citeaudit(capsys, *words, typed)
    assert run.code == 3
    assert (f"did you mean {meant}?" in run.err) is (meant is not None)
