"""Every command computes within bounds: an input that takes too long is one line, the others go on, exit 70."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.again.conftest import BRIDGE, SCHOOL, Audited, audited, story
from tests.capture.server import http
from tests.end_to_end.run import citeaudit
from tests.end_to_end.test_isolation import ALSO, LARGE, OFFLINE, STORY, desk, logs, minutes

__all__ = ["audited", "desk"]  # fixtures

TOO_LONG = "could not be checked: it took more than 1 s of computing (log "


@pytest.fixture
def hurried(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk, with a second for each step, and an article that takes longer."""
    (desk / "endless.html").write_text(minutes(60_000), encoding="utf-8")
    monkeypatch.setenv("CITEAUDIT_MAX_CPU", "1")
    return desk


def complaints(error: str) -> list[str]:
    return [line for line in error.splitlines() if line.startswith("citeaudit: ")]


def test_extract_goes_on_after_an_article_that_takes_too_long(
    hurried: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = citeaudit(capsys, "extract", "endless.html", "one.md", "-f", "jsonl")
    assert run.code == 70
    [line] = complaints(run.err)
    assert line.startswith(f"citeaudit: endless.html {TOO_LONG}")
    assert {json.loads(row)["path"] for row in run.out.splitlines()} == {"one.md"}
    [log] = logs(hurried)
    said = log.read_text(encoding="utf-8")  # which of its steps took so long, the machine decides
    assert "endless.html" in said or "audit.listing" in said


@pytest.mark.parametrize("words", [OFFLINE, ("--dry-run",)])
def test_capture_goes_on_after_an_article_that_takes_too_long(
    words: tuple[str, ...], hurried: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hurried.is_dir()
    run = citeaudit(capsys, "capture", "endless.html", "one.md", *words, "-f", "json")
    assert run.code == 70
    [line] = complaints(run.err)
    assert line.startswith(f"citeaudit: endless.html {TOO_LONG}")
    assert [(row["input"], row["url"]) for row in json.loads(run.out)] == [("one.md", STORY)]


def test_quote_goes_on_after_a_source_that_takes_too_long(
    hurried: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    short = f"<p>“{ALSO},” Bo Holm said in the town hall.</p>"
    (hurried / "short.html").write_text(short, encoding="utf-8")
    sources = (LARGE, "endless.html", "short.html")
    words = ("quote", ALSO, *sources, "--speaker", "Bo Holm", *OFFLINE, "-f", "json")
    run = citeaudit(capsys, *words)
    assert run.code == 70
    assert [line.partition(" could")[0] for line in complaints(run.err)] == [
        f"citeaudit: {LARGE}",
        "citeaudit: endless.html",
    ]
    assert all(TOO_LONG in line for line in complaints(run.err))
    assert json.loads(run.out)["verdict"] == "verbatim"


def test_verify_leaves_out_a_source_that_takes_too_long(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert citeaudit(capsys, "check", "both.md", *OFFLINE).code == 0
    report = desk / "reports" / "both" / "report.json"
    monkeypatch.setenv("CITEAUDIT_MAX_CPU", "1")
    monkeypatch.setenv("XDG_CACHE_HOME", str(desk / "no-pages-kept"))
    # A process of its own: workers that a server began keep the environment of an earlier test.
    program = (sys.executable, "-c", "from audit.cli import entry; entry()")
    words = ("verify", report, "--captures", "web.warc.gz", "-f", "json")
    run = subprocess.run([*program, *words], capture_output=True, text=True, check=False)
    assert run.returncode == 70
    [line] = complaints(run.stderr)
    assert line.startswith(f"citeaudit: {LARGE} {TOO_LONG}")
    found = json.loads(run.stdout)
    assert (found["agrees"], found["differences"]) == (True, [])
    [source, words_of_it] = found["unverified"]
    assert (source["about"], source["name"]) == ("source", "s2")
    assert words_of_it["about"] == "attribution"
    assert ALSO[:20] in words_of_it["message"]


def test_recheck_leaves_out_a_source_that_takes_too_long(
    audited: Audited, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("CITEAUDIT_MAX_CPU", "1")
    audited.server.on("/school", http("200 OK", minutes(60_000).replace(ALSO, SCHOOL).encode()))
    audited.server.on("/bridge", http("200 OK", story("Bridge", BRIDGE, "It is open.")))
    allowed = ("--allow-private", f"127.0.0.1:{audited.server.port}")
    run = audited.run("recheck", audited.report, "-f", "json", *allowed)
    assert run.code == 70, run.out
    [line] = complaints(run.err)
    assert f"/school {TOO_LONG}" in line
    found = json.loads(run.out)
    assert [source["change"] for source in found["sources"]][:2] == ["changed", "not-checked"]
    presence = {
        attribution["words"][0].rstrip(","): attribution["presence"]
        for attribution in found["attributions"]
    }
    assert presence[BRIDGE] == "still-there"
    assert presence[SCHOOL] == "not-compared"
