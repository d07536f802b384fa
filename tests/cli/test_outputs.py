"""Where results go: standard output alone has the format asked for, everything else is elsewhere."""

import io
import json
import re
import sys
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit

TEXT = "“We will rebuild the bridge by spring,” Anna Lindqvist told the BBC.\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_json_stands_alone_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "check", "story.txt", "--offline", "-f", "json")
    assert json.loads(run.out)["article"]["path"] == "story.txt"
    assert "wrote" in run.err


def test_several_articles_are_one_json_array(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "other.txt").write_text(TEXT, encoding="utf-8")
    run = citeaudit(capsys, "check", "story.txt", "other.txt", "--offline", "-f", "json")
    assert [load["article"]["path"] for load in json.loads(run.out)] == ["story.txt", "other.txt"]


def test_no_output_dir_writes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "check", "story.txt", "--offline", "--no-output-dir")
    assert run.code == 0
    assert sorted(path.name for path in desk.iterdir()) == ["story.txt"]


def test_an_extra_output_is_one_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    citeaudit(
        capsys,
        *("check", "story.txt", "--offline", "--no-output-dir", "-o", "markdown:out.md"),
        *("-o", "json:out.json"),
    )
    assert (desk / "out.md").read_text(encoding="utf-8").startswith("#")
    json.loads((desk / "out.json").read_text(encoding="utf-8"))


def test_two_articles_of_one_name_are_told_apart_by_their_paths(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "sub").mkdir()
    (desk / "sub" / "story.txt").write_text(TEXT, encoding="utf-8")
    citeaudit(capsys, "check", "story.txt", "sub/story.txt", "--offline")
    found = {path.parent for path in (desk / "reports").rglob("report.json")}
    assert found == {desk / "reports" / "story", desk / "reports" / "sub" / "story"}


def test_standard_input_is_an_article(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    run = citeaudit(capsys, "check", "-", "--offline")
    assert run.code == 0
    assert (desk / "reports" / "stdin" / "report.md").is_file()


def test_extract_prints_a_line_for_each_attribution(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "extract", "story.txt")
    assert run.code == 0
    assert "Anna Lindqvist" in run.out
    assert "BBC" in run.out


def test_extract_as_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    run = citeaudit(capsys, "extract", "-f", "jsonl", "story.txt")
    [report] = [json.loads(line) for line in run.out.splitlines()]
    assert (report["speaker_name"], report["outlet"]["name"]) == ("Anna Lindqvist", "BBC")
    assert [content["line"] for content in report["contents"]] == [1]


def test_control_characters_of_an_article_do_not_reach_the_terminal(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "bad.txt").write_text(
        "“We will \x1b[31mrebuild\u202e the bridge,” Anna \x1b]0;title\x07Lindqvist said.\n",
        encoding="utf-8",
    )
    for words in (("check", "bad.txt", "--offline"), ("extract", "bad.txt")):
        run = citeaudit(capsys, *words)
        for sign in ("\x1b", "\x07", "\u202e"):
            assert sign not in run.out + run.err


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl"])
def test_extract_prints_in_the_order_of_the_articles_however_many_are_read_at_once(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(30):
        text = f"“We will go on with plan {number} in May,” Ann Lee told the BBC.\n\n"
        Path(f"{number:02}.md").write_text(text * (1 + 40 * (number % 3 == 0)), encoding="utf-8")
    Path("07.md").write_bytes(b"%PDF-1.7")
    one, several = (citeaudit(capsys, "extract", ".", "-f", form, "-j", jobs) for jobs in "14")
    assert one == several
    assert (one.code, one.err.count("\n")) == (3, 1)
    assert [int(found) for found in dict.fromkeys(re.findall(r"plan (\d+) in", one.out))] == [
        number for number in range(30) if number != 7
    ]
    if form == "json":
        assert one.out == json.dumps(json.loads(one.out), indent=2, ensure_ascii=False) + "\n"


def test_extract_of_nothing_is_an_empty_array(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("It rained all day in the town.", encoding="utf-8")
    assert citeaudit(capsys, "extract", tmp_path / "a.txt", "-f", "json").out == "[]\n"
