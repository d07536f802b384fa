"""A baseline can be read in a pull request, and from any folder; what of it covers nothing is said."""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.run import Run, citeaudit

OWN = "“Nobody asked the fishermen,” Tom Reyes said in the harbour."
OTHER = "“The bridge will be rebuilt by the spring of next year at the latest,” Ada Brandt said."


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles in a folder of it; it is no repository."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(f"{OWN}\n", encoding="utf-8")
    (tmp_path / "drafts" / "b.md").write_text(f"{OTHER}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Run:
    options = ("--offline", "--no-output-dir", "--fail-on", "warning")
    return citeaudit(capsys, "check", *words, *options)


def tree(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_an_entry_is_a_line_that_says_what_it_is_about(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(capsys, "drafts", "--write-baseline", "known.json").code == 0
    head, *entries, _ = (desk / "known.json").read_text(encoding="utf-8").splitlines()
    assert '"paths_from": "this file"' in head
    assert [json.loads(entry.rstrip(","))["path"] for entry in entries] == [
        "drafts/a.md",
        "drafts/b.md",
    ]
    [first, second] = tree(desk / "known.json")["findings"]
    del first["id"]
    assert first == {
        "path": "drafts/a.md",
        "rule": "source-unlinked",
        "severity": "warning",
        "words": "Nobody asked the fishermen,",
        "reason": "",
    }
    assert second["words"] == "The bridge will be rebuilt by the spring …"
    assert all(len(entry) < 250 for entry in entries)


def test_the_words_of_an_entry_can_be_read_in_any_language(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (
        "„Die Größe der Brücke \u202eüberrascht niemanden hier“, sagte Jörg Weiß dem Anzeiger.\n"
    )
    (desk / "drafts" / "größe.md").write_text(words, encoding="utf-8")
    assert check(capsys, "drafts", "--write-baseline", "known.json").code == 0
    text = (desk / "known.json").read_text(encoding="utf-8")
    assert "Größe der Brücke \\u202eüberrascht" in text
    assert '"drafts/größe.md"' in text
    assert check(capsys, "drafts", "--baseline", "known.json").code == 0


@pytest.mark.parametrize("is_repository", [False, True])
@pytest.mark.parametrize("kept_in", [".", "ci", "../elsewhere"])
def test_it_knows_the_same_from_every_folder(
    desk: Path,
    kept_in: str,
    is_repository: bool,  # noqa: FBT001 — a column of the table
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if is_repository:
        (desk / ".git").mkdir()
    known = Path(os.path.abspath(desk / kept_in)) / "known.json"  # noqa: PTH100 — no link followed
    known.parent.mkdir(exist_ok=True)
    check(capsys, "drafts", "--write-baseline", known)
    for folder, article in ((desk, "drafts"), (desk / "drafts", "."), (desk.parent, desk)):
        if not is_repository and kept_in != "." and folder != desk:
            continue  # nothing says there where the paths begin
        monkeypatch.chdir(folder)
        run = check(capsys, article, "--baseline", os.path.relpath(known))
        assert (run.code, run.out) == (
            0,
            "Found nothing (2 known) in 2 articles; 0 of 2 quotations compared\n",
        ), folder


def test_reasons_are_kept_when_it_is_written_anew(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, "drafts", "--write-baseline", "known.json")
    known = desk / "known.json"
    text = known.read_text(encoding="utf-8")
    known.write_text(text.replace('"reason": ""', '"reason": "by phone"', 1), encoding="utf-8")
    (desk / "drafts" / "c.md").write_text(f"{OTHER}\n", encoding="utf-8")
    check(capsys, "drafts", "--write-baseline", "known.json")
    reasons = [entry["reason"] for entry in tree(known)["findings"]]
    assert reasons == ["by phone", "", ""]


def test_what_covers_nothing_is_said(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, "drafts", "--write-baseline", "known.json")
    (desk / "drafts").rename(desk / "stories")
    run = check(capsys, "stories", "--baseline", "known.json")
    assert run.code == 1
    assert "none of the 2 entries of known.json matched" in run.err
    assert "the first is drafts/a.md" in run.err
    assert run.out.endswith("Found 2 warnings in 2 articles; 0 of 2 quotations compared\n")
    (desk / "stories").rename(desk / "drafts")
    (desk / "drafts" / "a.md").write_text("It rained all day.\n", encoding="utf-8")
    run = check(capsys, "drafts", "--baseline", "known.json")
    assert "1 entry of known.json matched nothing any more" in run.err


def test_one_of_the_form_before_is_read_where_it_was_made(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("source-unlinked", "nobody asked the fishermen", "tom reyes", "drafts/a.md")
    digest = sha256("\0".join(words).encode()).hexdigest()[:32]
    entry = {
        "article": "drafts/a.md",
        "rule": "source-unlinked",
        "fingerprint": digest,
        "severity": "warning",
        "count": 1,
    }
    old = {"schema": "urn:citeaudit:schema:baseline:1", "findings": [entry]}
    (desk / "known.json").write_text(json.dumps(old), encoding="utf-8")
    run = check(capsys, "drafts/a.md", "--baseline", "known.json")
    assert run.code == 0
    assert "write it anew with --write-baseline known.json" in run.err
    run = check(capsys, "drafts/a.md", "--write-baseline", "known.json")
    assert tree(desk / "known.json")["schema"].endswith(":2")


def test_the_marks_of_a_merge_are_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, "drafts", "--write-baseline", "known.json")
    known = desk / "known.json"
    head, rest = known.read_text(encoding="utf-8").split("\n", 1)
    known.write_text(f"{head}\n<<<<<<< ours\n{rest}", encoding="utf-8")
    run = check(capsys, "drafts", "--baseline", "known.json")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "it has the marks of a merge (line 2): write it anew" in run.err
    assert check(capsys, "drafts", "--write-baseline", "known.json").code == 0


def test_only_what_is_new_is_printed_and_the_rest_where_it_is_wanted(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, "drafts", "--write-baseline", "known.json")
    (desk / "drafts" / "c.md").write_text(f"It rained.\n\n{OTHER}\n", encoding="utf-8")
    run = check(capsys, "drafts", "--baseline", "known.json")
    [line, last] = run.out.splitlines()
    assert line.startswith("drafts/c.md:3:2: warning source-unlinked ")
    assert last.startswith("Found 1 warning (2 known) in 3 articles; ")
    run = check(capsys, "drafts", "--baseline", "known.json", "--show-known")
    assert len(run.out.splitlines()) == 4
    run = check(capsys, "drafts", "--baseline", "known.json", "--quiet")
    assert (run.out.splitlines(), run.err) == ([line], "")
    run = check(capsys, "drafts", "--baseline", "known.json", "--statistics")
    assert run.out.splitlines()[0] == "1 warning source-unlinked"
