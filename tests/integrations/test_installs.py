"""Installed as others install us: by pre-commit, and by the commands of the Dockerfile."""

import os
import re
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

from tests.conftest import program
from tests.end_to_end.run import ROOT

ARTICLE = "# Bridge\n\n“It is much too wide,” Anna Lindqvist told the BBC.\n"


def run(*command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program's run, with the environment's own PATH and the variables given."""
    return subprocess.run(
        command,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "CI": "true", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.program("pre-commit")
def test_the_manifest_of_the_hooks_is_valid(tmp_path: Path) -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    done = run(str(program("pre-commit")), "validate-manifest", manifest, folder=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.program("pre-commit")
def test_the_hooks_run_in_another_repository(tmp_path: Path) -> None:
    (tmp_path / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    for command in ("init", "add bridge.md"):
        assert run("git", *command.split(), folder=tmp_path).returncode == 0
    tried = (str(program("pre-commit")), "try-repo", str(ROOT))
    home = str(tmp_path / "home")
    done = run(*tried, "--all-files", "--verbose", folder=tmp_path, PRE_COMMIT_HOME=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2
    assert "Anna Lindqvist" in done.stdout
    assert not (tmp_path / "reports").exists()


@pytest.mark.program("pre-commit")  # what needs the package index runs with what needs programs
def test_the_commands_of_the_dockerfile_install_a_tool_that_runs(tmp_path: Path) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    [install] = re.findall(
        r"^RUN python -m (pip install .*?) && rm -rf /src$", dockerfile, re.MULTILINE
    )
    source = tmp_path / "src"
    source.mkdir()
    for name in re.findall(r"^!(.*)$", copied, re.MULTILINE):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name)
        else:
            shutil.copy(ROOT / name, source / name)
    venv.create(tmp_path / "clean", with_pip=True)
    python = str(tmp_path / "clean" / "bin" / "python")
    arguments = install.replace('"', "").replace("/src", str(source)).split()
    done = run(python, "-m", *arguments, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    shutil.rmtree(source)
    (tmp_path / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    [entry] = re.findall(r'^ENTRYPOINT \["(.*)"\]$', dockerfile, re.MULTILINE)
    tool = str(tmp_path / "clean" / "bin" / entry)
    assert "Anna Lindqvist" in run(tool, "extract", "bridge.md", folder=tmp_path).stdout
    assert run(tool, "check", "bridge.md", "--offline", folder=tmp_path).returncode == 0
