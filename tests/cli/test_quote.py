"""``citeaudit quote``: one verdict for a person, one object for a program, one exit code."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from audit.cli.exits import Exit
from tests.end_to_end.run import Run, citeaudit
from tests.end_to_end.web import Answer, page, write_web
from tests.match.finding.browser import serving

SAID = "We will rebuild the bridge by spring if the money lasts"
URL = "https://echo.example/story"
OLD = "https://echo.example/old"
GONE = "https://echo.example/gone"
WALL = "https://echo.example/wall"
OFFLINE = ("--captures", "web.warc.gz", "--offline")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    story = page("Bridge", [f"“{SAID},” Anna Lindqvist said.", "More is to follow on Monday."])
    other = page("Harbour", ["Nobody spoke of the bridge on Monday."])
    walled = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>' + other
    answers = [
        Answer(URL, story),
        Answer(OLD, "", status="301 Moved", location=URL),
        Answer(GONE, "gone", status="410 Gone"),
        Answer(WALL, walled),
    ]
    write_web(tmp_path / "web.warc.gz", answers)
    (tmp_path / "story.html").write_text(story, encoding="utf-8")
    (tmp_path / "other.html").write_text(other, encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "wordless.html").write_text("<html><p></p></html>", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "russian.txt").write_text("Совет собрался в понедельник. " * 9, encoding="utf-8")
    return tmp_path


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    run = citeaudit(capsys, "quote", "-f", "json", *words)
    answer: dict[str, Any] = json.loads(run.out)
    return answer


def run_of(capsys: pytest.CaptureFixture[str], *words: str) -> Run:
    return citeaudit(capsys, "quote", *words)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((SAID, "story.html"), Exit.OK),
        ((SAID.replace("if", "[…] if"), "story.html"), Exit.OK),
        ((SAID.replace("spring", "autumn"), "story.html"), Exit.FINDINGS),
        ((SAID, "other.html"), Exit.FINDINGS),
        ((SAID, "story.html", "--speaker", "Bo Eriksson"), Exit.FINDINGS),
        ((SAID, "story.html", "--speaker", "Lindqvist"), Exit.OK),
        ((SAID, "other.html", "story.html"), Exit.OK),
        ((SAID, "other.html", GONE), Exit.INCOMPLETE),
        ((SAID, GONE), Exit.INCOMPLETE),
        ((SAID, "https://echo.example/nowhere"), Exit.INCOMPLETE),
        ((SAID, WALL), Exit.INCOMPLETE),
        ((SAID, OLD), Exit.OK),
        ((SAID, "russian.txt"), Exit.INCOMPLETE),
        ((SAID, "picture.png"), Exit.INCOMPLETE),
        (("…", "story.html"), Exit.INCOMPLETE),
        (("", "story.html"), Exit.INCOMPLETE),
        ((SAID, "missing.html"), Exit.UNREADABLE),
        ((SAID, "nul\0.html"), Exit.UNREADABLE),
        ((SAID, "."), Exit.UNREADABLE),
        ((SAID, "empty.html"), Exit.UNREADABLE),
        ((SAID, "wordless.html"), Exit.UNREADABLE),
        ((SAID,), Exit.USAGE),
        ((), Exit.USAGE),
        ((SAID, "story.html", "--style", "loose"), Exit.USAGE),
        ((SAID, "story.html", "--deadline", "0"), Exit.USAGE),
        ((SAID, URL, "--allow-private", "nonsense"), Exit.USAGE),
    ],
)
def test_the_exit_code_says_the_verdict(
    desk: Path, words: tuple[str, ...], code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    run = run_of(capsys, *words, *OFFLINE)
    assert run.code == code
    if code in {Exit.UNREADABLE, Exit.USAGE}:
        assert run.out == ""
        assert run.err.startswith("citeaudit: ")
        assert run.err.count("\n") == 1


def test_a_person_reads_the_verdict_the_passage_and_the_difference(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    run = run_of(capsys, SAID.replace("spring", "autumn"), URL, "other.html", *OFFLINE)
    lines = run.out.splitlines()
    assert lines[0] == f"altered: “{SAID.replace('spring', 'autumn')}”"
    assert lines[1] == URL
    assert f"> “{SAID},” Anna Lindqvist said." in lines
    assert "- autumn" in lines
    assert "+ spring" in lines
    assert f"- altered: {URL}" in lines
    assert "- absent: other.html" in lines
    assert any(line.startswith(f"{URL}#:~:text=") for line in lines)
    assert run.err == ""


def test_a_program_gets_one_object(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.is_dir()
    answer = asked(capsys, SAID, OLD, "other.html", *OFFLINE)
    assert answer["verdict"] == "verbatim"
    assert answer["reason"] is None
    assert answer["outcome"] == "captured"
    assert answer["status"] == 200
    assert answer["url"] == OLD
    assert answer["final_url"] == URL
    assert [(hop["url"], hop["status"]) for hop in answer["hops"]] == [(OLD, 301)]
    assert answer["record_id"].startswith("urn:uuid:")
    assert answer["score"] == 1
    assert SAID in answer["passage"]
    assert answer["selector"]["exact"] == SAID
    assert answer["link"] == f"{URL}#{answer['selector']['directive']}"
    assert [source["verdict"] for source in answer["sources"]] == ["verbatim", "absent"]
    assert [source["file"] for source in answer["sources"]] == [None, "other.html"]


def test_what_could_not_be_compared_says_why(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.is_dir()
    gone = asked(capsys, SAID, GONE, *OFFLINE)
    assert (gone["verdict"], gone["reason"]) == ("not-compared", "source-not-captured")
    assert (gone["outcome"], gone["status"]) == ("gone", 410)
    picture = asked(capsys, SAID, "picture.png", *OFFLINE)
    assert (picture["outcome"], picture["why"]) == ("not-text", "not text")
    wall = asked(capsys, SAID, WALL, *OFFLINE)
    assert wall["reason"] == "source-not-whole"


def test_standard_input_is_a_source(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"<p>{SAID}</p>".encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert asked(capsys, SAID, "-")["file"] == "-"


def test_a_live_source_is_asked_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with serving(page("Bridge", [f"“{SAID},” she said."]).encode()) as url:
        allowed = url.removeprefix("http://").partition("/")[0]
        answer = asked(capsys, SAID, url, "--allow-private", allowed, "--deadline", "5")
        refused = asked(capsys, SAID, url, "--no-output-dir")
    assert answer["verdict"] == "verbatim"
    assert answer["record_id"] is not None
    assert (refused["verdict"], refused["outcome"]) == ("not-compared", "refused")
    [kept] = tmp_path.rglob("*.warc.gz")
    again = asked(capsys, SAID, url, "--captures", str(kept), "--offline")
    assert again["record_id"] == answer["record_id"]


def test_captions_and_what_a_terminal_must_not_get(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = tmp_path / "talk.vtt"
    talk.write_text(
        f"WEBVTT\n\n01:02:03.000 --> 01:02:09.000\n{SAID}, she \x1b[31msaid\n", encoding="utf-8"
    )
    run = run_of(capsys, SAID, str(talk))
    assert "(at 1:02:03)" in run.out
    assert "\x1b" not in run.out
    assert asked(capsys, SAID, str(talk))["time"] == 3723
