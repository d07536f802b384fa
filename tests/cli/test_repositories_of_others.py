"""A repository of somebody else's whose settings name programs: ``--changed-since`` runs none of them."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.run import citeaudit

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
ARTICLE = "“We will go there now,” said Ann Lee, the mayor of Exampleton, on Monday.\n"


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=Ann Lee", "-c", "user.email=lee@example.org")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository with two articles, both touched and one changed since its only commit."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(folder, "init", "--quiet")
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    (folder / ".gitattributes").write_text("*.txt filter=theirs diff=theirs\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Add two articles")
    (folder / "a.txt").write_text(ARTICLE * 2, encoding="utf-8")
    (folder / "b.txt").write_text(ARTICLE, encoding="utf-8")
    yield folder
    assert not (tmp_path / "ran").exists()


def settle(folder: Path, text: str) -> None:
    with (folder / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize(
    "settings",
    [
        '[filter "theirs"]\n clean = "touch ../ran; cat"\n required\n',
        '[filter "theirs"]\n process = "touch ../ran"\n required = true\n',
        '[FILTER "theirs"]\n Clean = "touch ../ran; cat"\n',
        '[diff "theirs"]\n textconv = "touch ../ran; cat"\n command = "touch ../ran"\n',
        '[diff]\n external = "touch ../ran"\n',
        '[core]\n fsmonitor = "touch ../ran"\n pager = "touch ../ran"\n',
    ],
    ids=["clean", "process", "case", "diff", "external", "monitor"],
)
def test_no_program_of_a_repository_is_run(
    repository: Path, capsys: pytest.CaptureFixture[str], settings: str
) -> None:
    settle(repository, settings)
    run = citeaudit(capsys, "check", ".", "--changed-since", "HEAD", "--offline")
    assert run.code == 0, run.err
    assert (repository / "reports" / "a").is_dir()
    assert not (repository / "reports" / "b").exists()


def test_a_filter_that_cannot_be_set_back_is_one_line(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / ".gitattributes").write_text("*.txt filter=a=b\n", encoding="utf-8")
    settle(repository, '[filter "a=b"]\n clean = "touch ../ran; cat"\n')
    run = citeaudit(capsys, "check", ".", "--changed-since", "HEAD", "--offline")
    assert run.code == 2
    [line] = run.err.splitlines()
    assert "name the articles instead" in line


def test_no_program_of_a_submodule_is_run(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = repository / "inner"
    inner.mkdir()
    git(inner, "init", "--quiet")
    (inner / "c.txt").write_text(ARTICLE, encoding="utf-8")
    (inner / ".gitattributes").write_text("*.txt filter=theirs\n", encoding="utf-8")
    git(inner, "add", ".")
    git(inner, "commit", "--quiet", "--message", "Add an article")
    git(repository, "add", "inner")
    git(repository, "commit", "--quiet", "--message", "Add a repository")
    settle(inner, f'[filter "theirs"]\n clean = "touch {tmp_path}/ran; cat"\n')
    (inner / "c.txt").write_text(ARTICLE, encoding="utf-8")
    assert citeaudit(capsys, "check", ".", "--changed-since", "HEAD", "--offline").code == 0


def test_what_a_partial_clone_lacks_is_asked_of_nobody(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settle(
        repository,
        f'[extensions]\n partialClone = theirs\n[remote "theirs"]\n url = {repository}\n'
        f' promisor = true\n uploadpack = "touch {tmp_path}/ran; false"\n',
    )
    git(repository, "config", "core.repositoryFormatVersion", "1")
    tree = git(repository, "rev-parse", "HEAD^{tree}")
    (repository / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    run = citeaudit(capsys, "check", ".", "--changed-since", "HEAD", "--offline")
    assert run.code == 2
    assert len(run.err.splitlines()) == 1
