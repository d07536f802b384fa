"""What a project's file sets is said, in one line and in every report; limits have floors."""

import json
import os
from pathlib import Path

import pytest

from audit.config import Settings, load_settings, still_of_project
from audit.errors import UsageError
from audit.report.json.read_back import read_file
from tests.cli.test_workflow_commands import FORMATS
from tests.end_to_end.run import citeaudit, report_of

SILENT = """
fail-on = "never"
style = "light-edit"
max-bytes = 1000000
delay = 1
[severity]
quote-absent = "off"
quote-altered = "note"
[[waive]]
rule = "source-unlinked"
fingerprint = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
reason = "told us"
"""
TOLD = {
    "fail-on": ('"never"', '"error"'),
    "style": ('"light-edit"', '"strict"'),
    "max-bytes": ("1000000", "20000000"),
    "severity.quote-absent": ('"off"', "its own"),
    "severity.quote-altered": ('"note"', "its own"),
    "waive": ("1 finding", "0 findings"),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "“We will go there now,” said Ann Lee, the mayor of Exampleton.\n", encoding="utf-8"
    )
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return folder


def settings_of(project: Path, text: str) -> None:
    (project / "citeaudit.toml").write_text(text, encoding="utf-8")


def test_all_that_differs_is_told_and_nothing_else(project: Path) -> None:
    settings_of(project, SILENT)
    told = {
        setting.key: (setting.value, setting.instead_of) for setting in load_settings().of_project
    }
    assert told == TOLD
    assert {setting.where for setting in load_settings().of_project} == {"citeaudit.toml"}


def test_a_pyproject_is_a_projects_file_too(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[tool.citeaudit]\nobey-robots = true\narchive = 'none'\n", encoding="utf-8"
    )
    told = {setting.key: setting.value for setting in load_settings().of_project}
    assert told == {"obey-robots": "true", "archive": '"none"'}


def test_what_the_user_has_set_back_is_told_too(project: Path, tmp_path: Path) -> None:
    own = tmp_path / "config" / "citeaudit" / "citeaudit.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        "fail-on = 'note'\nfail-on-incomplete = true\n[severity]\nlink-dead = 'error'\n",
        encoding="utf-8",
    )
    settings_of(project, "fail-on = 'error'\n[severity]\nlink-dead = 'warning'\n")
    told = {
        setting.key: (setting.value, setting.instead_of) for setting in load_settings().of_project
    }
    assert told == {
        "fail-on": ('"error"', '"note"'),
        "severity.link-dead": ('"warning"', '"error"'),
    }


def test_the_users_own_files_and_environment_need_no_word(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_of(project, SILENT)
    assert not load_settings(project / "citeaudit.toml").of_project
    run = citeaudit(capsys, "check", "a.txt", "--offline", "--config", "citeaudit.toml")
    assert "Set by" not in run.out + run.err
    assert report_of(project / "reports" / "a")["settings"] == []
    (project / "citeaudit.toml").unlink()
    monkeypatch.setenv("CITEAUDIT_FAIL_ON", "never")
    assert not load_settings().of_project


def test_an_option_over_the_projects_setting_needs_no_word(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_of(project, "fail-on = 'never'\ndeadline = 7\n")
    words = ("check", "a.txt", "--offline", "--fail-on", "error", "--deadline", "8")
    run = citeaudit(capsys, *words)
    assert "Set by" not in run.out + run.err
    assert not report_of(project / "reports" / "a")["settings"]
    assert len(still_of_project(load_settings())) == 2


@pytest.mark.parametrize("shape", FORMATS)
def test_every_format_has_them_and_so_has_standard_error(
    project: Path, capsys: pytest.CaptureFixture[str], shape: str
) -> None:
    settings_of(project, SILENT)
    run = citeaudit(capsys, "check", "a.txt", "--offline", "-f", shape, "-o", "terminal:out.txt")
    [line] = [line for line in run.err.splitlines() if "Set by the project" in line]
    for key, (value, _) in TOLD.items():
        for shown in (key, value.strip('"')):
            assert shown in line
            assert shown in run.out
    [kept] = read_file(project / "reports" / "a" / "report.json")
    assert {setting.key for setting in kept.report.settings} == set(TOLD)
    for path in ("reports/a/report.md", "reports/a/report.html", "out.txt"):
        assert "Set by the project (citeaudit" in (project / path).read_text(encoding="utf-8")
    again = citeaudit(capsys, "render", "reports/a/report.json", "-f", shape)
    assert again.out == run.out


def test_the_index_and_the_summary_of_a_job_have_them(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_of(project, SILENT)
    (project / "b.txt").write_text("“No,” said Bo Example.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    run = citeaudit(capsys, "check", "a.txt", "b.txt", "--offline", "-f", "github")
    assert run.out.count("Set by the project") == 1
    for path in ("reports/index.md", "summary.md"):
        assert "Set by the project" in (project / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["capture", "quote"])
def test_other_commands_say_them(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    settings_of(project, SILENT)
    words = {"capture": ("a.txt",), "quote": ("We will go there now", "a.txt")}[command]
    assert "Set by the project" in citeaudit(capsys, command, *words, "--offline").err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("deadline = 0.000001", "at least 5"),
        ("deadline = 4.99", "at least 5"),
        ("max-bytes = 1", "at least 1e\\+06|at least 1000000"),
        ("max-time = 0.1", "at least 60"),
        ("delay = 3600", "at most 60"),
    ],
)
def test_a_limit_that_leaves_sources_unread_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    settings_of(project, text)
    with pytest.raises(UsageError, match=says):
        load_settings()
    run = citeaudit(capsys, "check", "a.txt", "--offline")
    assert (run.code, len(run.err.splitlines())) == (2, 1)
    assert load_settings(project / "citeaudit.toml") != Settings()  # the user's own may


def test_a_hostile_project_makes_no_long_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = "".join(f"'{'x' * 90}{number}' = 'off'\n" for number in range(5000))
    settings_of(project, f"output-dir = '{'y/' * 900}'\n[severity]\n{rules}")
    run = citeaudit(capsys, "quote", "We will go there now", "a.txt")
    assert len(run.err) < 10_000
    assert "more" in run.err


@pytest.mark.parametrize("text", ["", "output-dir = 'reports'", "output-dir = 'reports/deep/er'"])
@pytest.mark.parametrize("command", ["check", "capture", "quote"])
def test_a_projects_output_folder_lies_below_the_project(
    project: Path, capsys: pytest.CaptureFixture[str], text: str, command: str
) -> None:
    (project.parent / "home").mkdir()
    (project / "reports").symlink_to("../home", target_is_directory=True)
    settings_of(project, text)
    words = {"quote": ("quote", "We will go", "http://127.0.0.1:9/a")}
    given = words.get(command, (command, "a.txt"))
    run = citeaudit(capsys, *given)
    assert run.code == 2
    assert "leads out of the project" in run.err.splitlines()[-1]
    assert not os.listdir(project.parent / "home")  # noqa: PTH208 — hidden files, too
    if command != "quote":
        assert citeaudit(capsys, *given, "--output-dir", "reports").code == 0
        assert (project.parent / "home" / "a").is_dir()


@pytest.mark.parametrize("folder", [".git/hooks", "a/.GIT/b", "link/x"])
def test_no_project_writes_to_the_folder_of_git(
    project: Path, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    (project / ".git").mkdir()
    (project / "link").symlink_to(".git", target_is_directory=True)
    settings_of(project, f"output-dir = '{folder}'\n")
    run = citeaudit(capsys, "check", "a.txt", "--offline")
    assert run.code == 2
    assert "Git's own" in run.err
    assert not list((project / ".git").iterdir())


def test_an_output_folder_within_the_project_may_be_a_link(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "kept").mkdir()
    (project / "reports").symlink_to("kept", target_is_directory=True)
    assert citeaudit(capsys, "check", "a.txt", "--offline").code == 0
    assert json.loads((project / "kept" / "a" / "report.json").read_text(encoding="utf-8"))
