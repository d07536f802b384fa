"""The engineer's two tasks: 200 articles on every pull request, and from nothing to a build that fails on one new error."""

import json
import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end_to_end.run import ROOT, Run, citeaudit
from tests.end_to_end.web import Answer, page, write_web

URL = "https://echo.example/{}"
SAID = "We will rebuild the bridge by spring and open it to everyone in town number {}"
FINDING = re.compile(r"\S.*\.html:[0-9]+:[0-9]+: (error|warning|note) [a-z-]+ \S")
LAST = re.compile(r"Found .* in [0-9]+ articles?( \([0-9]+ could not be audited\))?; [0-9]+ of ")
GUIDE = (ROOT / "docs" / "ci" / "README.md").read_text(encoding="utf-8")
ARTICLES = 200


def exported(number: int) -> str:
    """An article as a publishing system writes it: one long line, a template around it."""
    words = SAID.format(number)
    if number % 10 == 0:
        words = words.replace("spring", "autumn")
    filler = "<p>It rained all day, and the fair was called off before noon.</p>" * 12
    return (
        page(f"Town {number}", ["PLACE"])
        .replace("\n", "")
        .replace(
            "<p>PLACE</p>",
            f'{filler}<p>“{words},” Anna Lindqvist <a href="{URL.format(number)}">said</a>.</p>'
            "<p>“Nobody asked the fishermen of this town,” Tom Reyes said in the harbour.</p>",
        )
    )


@dataclass
class Built:
    """A run of the whole folder: what was printed, and the files that it wrote."""

    run: Run
    log: list[str]
    summary: str
    folder: Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("build")
    (place / "drafts").mkdir()
    answers = []
    for number in range(ARTICLES):
        story = f"“{SAID.format(number)},” Anna Lindqvist said."
        answers.append(Answer(URL.format(number), page("Bridge", [story, "More is to follow."])))
        name = f"drafts/{number:03}.html"
        (place / name).write_text(exported(number), encoding="utf-8")
    write_web(place / "web.warc.gz", answers)
    return place


@pytest.fixture
def _there(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    yield
    os.chdir(before)


def build(capsys: pytest.CaptureFixture[str], *words: str) -> Run:
    options = ("--captures", "web.warc.gz", "--offline", "--no-output-dir")
    return citeaudit(capsys, "check", *words, *options)


@pytest.mark.usefixtures("_there")
def test_two_hundred_articles_have_a_short_log_and_a_short_summary(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    formats = ("-o", "terminal:log.txt", "-o", "sarif:log.sarif", "-o", "junit:log.xml")
    run = build(capsys, "drafts", "-f", "github", *formats, "--write-baseline", "known.json")
    assert run.code == 0
    log = (folder / "log.txt").read_text(encoding="utf-8").splitlines()
    found = [line for line in log if FINDING.match(line)]
    assert len(found) == ARTICLES + ARTICLES // 10
    assert [line for line in log if line not in found] == [log[-1]]
    assert LAST.match(log[-1])
    assert "Found 20 errors, 200 warnings in 200 articles; 200 of 400 quotations" in log[-1]
    assert all("(paragraph " in line for line in found), "a column alone finds nothing there"
    assert len(run.err.splitlines()) <= 30
    assert len(run.out.splitlines()) <= 30
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert len(summary.encode()) <= 64_000
    assert log[-1] in summary.splitlines()[2]
    assert "drafts/010.html" in summary
    entries = json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"]
    assert len(entries) == len(found)
    assert (folder / "known.json").stat().st_size < 260 * len(found)
    _only_what_is_new(folder, capsys)


def _only_what_is_new(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "drafts" / "003.html"
    path.write_text(path.read_text("utf-8").replace("by spring", "by winter"), encoding="utf-8")
    run = build(capsys, "drafts/00*.html", "--baseline", "known.json")
    [line, last] = run.out.splitlines()
    assert run.code == 1
    assert line.startswith("drafts/003.html:1:")
    assert "error quote-altered" in line
    assert last.startswith("Found 1 error (11 known) in 10 articles; ")
    assert len(run.err.splitlines()) <= 30


@pytest.mark.usefixtures("_there")
def test_from_nothing_to_a_build_that_fails_on_one_new_error(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the guide says: two commands, and the same command fails for one new error."""
    (folder / "desk" / "drafts").mkdir(parents=True)
    monkeypatch.chdir(folder / "desk")
    for number in (7, 10):
        Path(f"drafts/{number}.html").write_text(exported(number), encoding="utf-8")
    shown = re.findall(r"^    citeaudit (check drafts/ --.*baseline .*)$", GUIDE, re.MULTILINE)
    assert len(shown) == 2
    write, held = (
        ("citeaudit", *shlex.split(line), "--captures", "../web.warc.gz", "--offline")
        for line in shown
    )
    assert citeaudit(capsys, *write[1:]).code == 0
    assert citeaudit(capsys, *held[1:]).code == 0
    text = exported(7).replace("by spring", "by winter")
    Path("drafts/7.html").write_text(text, encoding="utf-8")
    run = citeaudit(capsys, *held[1:])
    [line, last] = run.out.splitlines()
    assert (run.code, line.split(" ")[1]) == (1, "error")
    assert last.startswith("Found 1 error (3 known) in 2 articles; ")
