"""A checkout of somebody else's: links where outputs go and among what is read."""

import os
from pathlib import Path

import pytest

from audit.cli import main
from tests.end_to_end.run import citeaudit

ARTICLE = "“We will go there now,” said Ann Lee, the mayor of Exampleton, on Monday.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout to work in, with one article; beside it a folder that is none of its business."""
    folder = tmp_path / "project"
    (folder / "drafts").mkdir(parents=True)
    (folder / "drafts" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "secret.txt").write_text("“My secret,” said Bo.\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return folder


def secret(project: Path) -> Path:
    return project.parent / "home" / "secret.txt"


def in_home(project: Path) -> list[str]:
    return sorted(os.listdir(project.parent / "home"))  # noqa: PTH208 — hidden files, too


@pytest.mark.parametrize(
    "name", ["report.md", "report.json", "report.html", "captures.cdxj", ".report.md.part"]
)
def test_a_link_in_the_place_of_an_output_harms_nothing_behind_it(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (project / "reports" / "a").mkdir(parents=True)
    (project / "reports" / "a" / name).symlink_to(secret(project))
    before = secret(project).read_bytes()
    assert citeaudit(capsys, "check", "drafts/a.txt").code == 0
    assert secret(project).read_bytes() == before
    assert in_home(project) == ["secret.txt"]


@pytest.mark.parametrize("target", ["../../../home/secret.txt", "/dev/zero", "/dev/full", "none"])
def test_an_archive_that_is_a_link_is_refused_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    (project / "reports" / "a").mkdir(parents=True)
    (project / "reports" / "a" / "captures.warc.gz").symlink_to(target)
    before = secret(project).read_bytes()
    run = citeaudit(capsys, "check", "drafts/a.txt")
    assert run.code == 2
    [line] = run.err.splitlines()
    assert "captures.warc.gz" in line
    assert "link" in line
    assert secret(project).read_bytes() == before
    assert not (project / "reports" / "a" / "none").exists()


@pytest.mark.parametrize("command", ["check", "capture", "quote"])
def test_an_article_folder_that_is_a_link_is_refused_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (project / "reports").mkdir()
    (project / "reports" / "a").symlink_to(project.parent / "home", target_is_directory=True)
    words = {"quote": ("quote", "We will go", "http://127.0.0.1:9/a")}
    run = citeaudit(capsys, *words.get(command, (command, "drafts/a.txt")))
    assert run.code == 2
    assert len(run.err.splitlines()) == 1
    assert "is a link" in run.err
    assert in_home(project) == ["secret.txt"]


def test_an_index_that_is_a_link_is_replaced(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "drafts" / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "reports").mkdir()
    (project / "reports" / "index.md").symlink_to(secret(project))
    assert citeaudit(capsys, "check", "drafts").code == 0
    assert secret(project).read_text(encoding="utf-8").startswith("“My secret")
    assert not (project / "reports" / "index.md").is_symlink()


def test_links_in_a_walked_folder_that_lead_out_or_to_what_is_hidden_are_passed_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("[remote]\nurl = https://token@x.example\n")
    (project / "drafts" / "x.txt").symlink_to("../.git/config")
    (project / "drafts" / "y.txt").symlink_to(secret(project))
    (project / "drafts" / "z.txt").symlink_to("a.txt")
    (project / "drafts" / "round.txt").symlink_to("round.txt")
    for inputs in (("drafts",), ("drafts/*.txt",), (".",)):
        run = citeaudit(capsys, "check", *inputs, "--no-output-dir", "-f", "json", "--offline")
        assert "secret" not in run.out
        assert "token" not in run.out
        assert "drafts/x.txt is passed over: its link leads" in run.err
        assert "drafts/y.txt is passed over: its link leads out of" in run.err
        assert run.out.count('"path": "drafts/z.txt"') == 1


def test_a_link_that_is_named_is_the_users_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "drafts" / "y.txt").symlink_to(secret(project))
    assert "My secret" in citeaudit(capsys, "extract", "drafts/y.txt").out


def test_init_and_baselines_leave_what_links_lead_to(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = secret(project).read_bytes()
    for name in ("citeaudit.toml", "known.json", "out.json"):
        (project / name).symlink_to(secret(project))
    assert citeaudit(capsys, "init").code == 2
    (project / "citeaudit.toml").unlink()
    words = ("check", "drafts/a.txt", "--no-output-dir", "--write-baseline", "known.json")
    assert citeaudit(capsys, *words, "-o", "json:out.json").code == 0
    assert secret(project).read_bytes() == before


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
@pytest.mark.parametrize(
    "words",
    [
        ("check", "drafts/a.txt", "--offline", "--captures", "zero"),
        ("check", "drafts/a.txt", "--sources", "zero"),
        ("check", "drafts/a.txt", "--baseline", "zero"),
        ("check", "drafts/a.txt", "--config", "zero"),
        ("check", "--from-file", "zero"),
        ("check", "zero"),
        ("render", "zero"),
        ("verify", "zero"),
        ("quote", "We will go", "zero"),
        ("check", "drafts/a.txt", "-o", "json:zero"),
    ],
)
def test_a_device_behind_a_link_is_one_line(
    project: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    (project / "zero").symlink_to("/dev/zero")
    run = citeaudit(capsys, *words)
    assert run.code in {2, 3}
    assert "zero" in run.err
    assert "egular file" in run.err


def test_what_is_written_by_others_in_the_meantime_stays(project: Path) -> None:
    """A fixed temporary name of an earlier version is nobody's business any more."""
    (project / "reports" / "a").mkdir(parents=True)
    other = project / "reports" / "a" / ".captures.cdxj.part"
    other.write_text("theirs", encoding="utf-8")
    assert main(["check", "drafts/a.txt"]) == 0
    assert other.read_text(encoding="utf-8") == "theirs"
