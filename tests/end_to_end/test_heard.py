"""A recording's transcript that a machine wrote: said in the sources file, on the command line, and verified."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit

_TRACK = """WEBVTT

00:12:30.000 --> 00:12:34.000
And so they wait, says the council.

00:12:34.000 --> 00:12:38.000
There plan is too close the school in the winter.
"""
_ARTICLE = """# The school

“Their plan is to close the school in the winter,” Maureen Tiddy said in [a talk](https://www.youtube.com/watch?v=abc).
"""
_SOURCES = """[[source]]
speaker = "Maureen Tiddy"
url = "https://www.youtube.com/watch?v=abc"
file = "talk.vtt"
heard = {}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "talk.vtt").write_text(_TRACK, encoding="utf-8")
    (tmp_path / "a.md").write_text(_ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_moment_to_listen_to_is_linked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.sources.toml").write_text(_SOURCES.format("true"), encoding="utf-8")
    run = citeaudit(capsys, "check", "a.md", "--offline", "-f", "json")
    report = json.loads(run.out)
    (finding,) = [each for each in report["findings"] if each["rule"] == "transcript-uncertain"]
    assert "https://www.youtube.com/watch?v=abc&t=754s" in finding["message"]
    assert "“There” for “Their”" in finding["message"]
    assert "at 0:12:34" in finding["message"]
    assert report["sources"][0]["heard"] is True
    assert citeaudit(capsys, "verify", "reports/a/report.json").code == 0


def test_captions_with_capitals_are_a_persons_until_the_user_says_otherwise(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.sources.toml").write_text(_SOURCES.format("false"), encoding="utf-8")
    run = citeaudit(capsys, "check", "a.md", "--offline", "-f", "json")
    assert [attribution["verdict"] for attribution in json.loads(run.out)["attributions"]] == [
        "altered"
    ]
    words = "Their plan is to close the school"
    assert citeaudit(capsys, "quote", words, "talk.vtt").code == 1
    run = citeaudit(capsys, "quote", words, "talk.vtt", "--heard")
    assert run.code == 4
    assert "at 0:12:34" in run.out


def test_what_is_neither_true_nor_false_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.sources.toml").write_text(_SOURCES.format('"yes"'), encoding="utf-8")
    run = citeaudit(capsys, "check", "a.md", "--offline")
    assert run.code == 2
    assert "heard" in run.err
    assert "true or false" in run.err
