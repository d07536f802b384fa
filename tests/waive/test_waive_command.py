"""``citeaudit waive`` writes what somebody answers for into the settings; what covers nothing is named."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.run import Run, citeaudit

OWN = "“Nobody asked the fishermen,” Tom Reyes said in the harbour."
OTHER = "“The bridge will be rebuilt by the spring of next year,” Ada Brandt said."
REASON = "own interview, notes 2 Nov"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an article that was audited."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(f"{OWN}\n\n{OTHER}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Run:
    return citeaudit(capsys, "check", *words, "--offline", "--fail-on", "warning")


def waive(capsys: pytest.CaptureFixture[str], *words: str) -> Run:
    return citeaudit(capsys, "waive", "reports/a/report.json", *words)


def tables(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["waive"]
    return found


def test_from_a_finding_to_a_run_that_passes(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert check(capsys, "drafts/a.md").code == 1
    listed = waive(capsys)
    assert [line.split(" ", 2)[:2] for line in listed.out.splitlines()] == [
        ["1.", "drafts/a.md:1:2:"],
        ["2.", "drafts/a.md:3:2:"],
    ]
    run = waive(capsys, "1", "2", "--reason", REASON, "--who", "Nora Vale")
    assert run.code == 0
    first, second = tables(desk / "citeaudit.toml")
    assert first["article"] == "drafts/a.md"
    assert (second["rule"], second["reason"], second["who"]) == (
        "source-unlinked",
        REASON,
        "Nora Vale",
    )
    text = (desk / "citeaudit.toml").read_text(encoding="utf-8")
    assert "# drafts/a.md:1:2: “Nobody asked the fishermen,”\n[[waive]]\n" in text
    assert check(capsys, "drafts/a.md").code == 0
    monkeypatch.chdir(desk / "drafts")  # it is the same finding from there
    run = check(capsys, "a.md", "--output-dir", "../reports")
    assert run.out.splitlines()[-1].startswith("Found nothing (2 waived) in 1 article")


def test_a_number_is_that_of_the_report(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = (
        "“It is late,” said Ann Lee, as [seen](https://news.example/a). The town has 1,204 shops."
    )
    (desk / "drafts" / "a.md").write_text(f"{said}\n\n{OTHER}\n\n{OWN}\n", encoding="utf-8")
    check(capsys, "drafts/a.md")
    listed = [line.split(" ", 3) for line in waive(capsys).out.splitlines()]
    report = (desk / "reports/a/report.md").read_text(encoding="utf-8")
    numbered = {label: place for label, place, *_ in listed}
    for number, line in (("2.", 3), ("3.", 5)):
        assert numbered[number].startswith(f"drafts/a.md:{line}:")
        assert f"### {number} check, line {line}," in report
    assert "F1." in numbered  # the page that could not be read
    run = waive(capsys, "f1", "3", "--reason", REASON)
    assert run.code == 0
    assert [table["rule"] for table in tables(desk / "citeaudit.toml")] == [
        "source-unavailable",
        "source-unlinked",
    ]


@pytest.mark.parametrize(
    ("name", "before", "heading"),
    [
        ("citeaudit.toml", 'fail-on = "note"', "[[waive]]"),
        ("citeaudit.toml", "[severity]\r\nlink-moved = 'off'\r\n", "[[waive]]"),
        ("pyproject.toml", '[tool.citeaudit]\nfail-on = "note"\n', "[[tool.citeaudit.waive]]"),
        ("citeaudit.toml", "waive = []\n", ""),
        ("citeaudit.toml", "[[[", ""),
    ],
)
def test_what_the_settings_say_is_left_as_it_is(
    desk: Path, name: str, before: str, heading: str, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, "drafts/a.md")
    (desk / name).write_bytes(before.encode())
    run = waive(capsys, "1", "--reason", 'she said "yes" \\ 2 Nov')
    if not heading:  # TOML lets nothing be added to it
        assert (run.code, run.err.count("\n")) == (2, 1)
        assert (desk / name).read_bytes() == before.encode()
        return
    assert run.code == 0, run.err
    after = (desk / name).read_bytes().decode()
    assert after.startswith(before)
    assert heading in after
    assert ("\r\n" in after) == ("\r\n" in before)
    again = waive(capsys, "1", "--reason", "another")
    assert "had waived already" in again.err
    assert (desk / name).read_bytes().decode() == after
    assert "1 waived" in check(capsys, "drafts/a.md").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1",), "--reason"),
        (("1", "--reason", " "), "--reason"),
        (("3", "--reason", "x"), "lists what it has"),
        (("0", "--reason", "x"), "lists what it has"),
        (("abcdef0", "--reason", "x"), "give its number"),
        (("1", "--reason", "x", "--until", "soon"), "--until soon"),
        (("1", "--reason", "x", "--until", "2020-01-01"), "--until 2020-01-01 is past"),
        (("1", "--reason", "x", "--config", "drafts"), "drafts"),
    ],
)
def test_what_cannot_be_waived_is_one_line_that_says_what_to_type(
    desk: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, "drafts/a.md")
    run = waive(capsys, *words)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert said in run.err
    assert not (desk / "citeaudit.toml").exists()


def test_a_report_of_others_writes_no_setting_of_its_own(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(capsys, "drafts/a.md")
    path = desk / "reports/a/report.json"
    tree = json.loads(path.read_text(encoding="utf-8"))
    evil = 'x"\nfail-on = "never"\n[services]\u202e'
    tree["article"]["path"] = evil
    tree["findings"][0]["words"] = evil
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert waive(capsys, "1", "--reason", REASON).code == 0
    found = tomllib.loads((desk / "citeaudit.toml").read_text(encoding="utf-8"))
    assert list(found) == ["waive"]
    assert "article" not in found["waive"][0]


def test_a_pasted_waiver_that_has_ended_is_named_whatever_it_was_for(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = f'[[waive]]\nrule = "quote-absent"\nfingerprint = "{"1" * 32}"\nreason = "by phone"\n'
    (desk / "citeaudit.toml").write_text(f"{pasted}until = 2020-01-31\n", encoding="utf-8")
    monkeypatch.setenv("CI", "true")
    assert "ended on 2020-01-31: take it out" in check(capsys, "drafts/a.md").err
    (desk / "citeaudit.toml").write_text(pasted, encoding="utf-8")
    assert "take it out" not in check(capsys, "drafts/a.md").err  # it may be for another article


def test_waivers_that_cover_nothing_or_have_ended_are_named(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(capsys, "drafts/a.md")
    waive(capsys, "1", "--reason", REASON)
    waive(capsys, "2", "--reason", REASON, "--until", "2199-01-31")
    settings = desk / "citeaudit.toml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(written.replace("2199-01-31", "2020-01-31"), encoding="utf-8")
    assert "take it out" not in check(capsys, "drafts/a.md").err  # nothing says what day it is
    monkeypatch.setenv("CI", "true")
    run = check(capsys, "drafts/a.md")
    assert "ended on 2020-01-31: take it out" in run.err
    assert run.code == 1
    report = json.loads((desk / "reports/a/report.json").read_text(encoding="utf-8"))
    assert "--today" in report["repeat"]
    monkeypatch.delenv("CI")
    comment = "<!-- citeaudit: ignore[quote-absent] by phone -->"
    (desk / "drafts" / "a.md").write_text(f"It rained. {comment}\n", encoding="utf-8")
    run = check(capsys, "drafts/a.md")
    assert run.err.count("covers no finding any more: take it out") == 2
    assert "drafts/a.md: the comment in line 1 covers no finding of quote-absent" in run.err
    run = check(capsys, "drafts/a.md", "--ignore", "source-unlinked", "--no-inline-waivers")
    assert "take it out" not in run.err
    (desk / "drafts" / "b.md").write_text(f"{OTHER}\n", encoding="utf-8")
    assert "take it out" not in check(capsys, "drafts/b.md").err  # they are for the other article
