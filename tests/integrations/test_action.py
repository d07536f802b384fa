"""The GitHub action: its shell steps are run as GitHub would, and its files held to their schemas."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import program
from tests.end_to_end.run import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
ARTICLE = """<html lang="en"><body><article><h1>Bridge</h1>
<p>“It is much too wide,” Anna Lindqvist told the BBC.</p>
<!-- citeaudit: ignore[source-unlinked] own interview, notes 2 Nov -->
<p>“It is far too long,” Bo Holm told the BBC.</p>
</article></body></html>
"""
HOSTILE = "$(touch hacked.txt)`touch hacked.txt`; touch hacked.txt"


def step(identifier: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs one shell step of the action, with the inputs' defaults where none are given."""
    [found] = [step for step in ACTION["runs"]["steps"] if step.get("id") == identifier]
    given = {
        name: declared.get("default", "") for name, declared in ACTION["inputs"].items()
    } | inputs
    environment = {
        name: value.replace("${{ inputs.", "").replace(" }}", "")
        for name, value in found.get("env", {}).items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]],
        cwd=folder,
        env={
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "CI": "true",
            "RUNNER_TEMP": str(folder / "temp"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "GITHUB_OUTPUT": str(folder / "output.txt"),
            **{name: given[name_of] for name, name_of in environment.items()},
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "temp").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "bridge.html").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_the_steps_annotate_sum_up_and_tell_code_scanning_what_is_open(folder: Path) -> None:
    done = step("audit", folder, articles="drafts/\n", arguments="--offline\n\n")
    assert done.returncode == 0, done.stderr
    assert "::warning" in done.stdout
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("## Citation audit\n\n**Found ")
    assert "drafts/bridge.html" in summary
    everything = json.loads((folder / "temp" / "citeaudit-all.sarif").read_text(encoding="utf-8"))
    assert step("sarif", folder).returncode == 0
    path = (folder / "output.txt").read_text(encoding="utf-8").strip().removeprefix("path=")
    kept = json.loads(Path(path).read_text(encoding="utf-8"))
    [all_results], [open_results] = (
        [run["results"] for run in log["runs"]] for log in (everything, kept)
    )
    waived = [result for result in all_results if result.get("suppressions")]
    assert len(waived) == 1
    assert open_results == [result for result in all_results if result not in waived]
    assert open_results


def test_the_step_fails_on_what_was_asked_for(folder: Path) -> None:
    inputs = {"articles": "drafts/bridge.html", "arguments": "--offline", "fail-on": "warning"}
    assert step("audit", folder, **inputs).returncode == 1
    assert step("sarif", folder).returncode == 0


def test_what_a_baseline_has_fails_no_step(folder: Path) -> None:
    inputs = {"articles": "drafts/", "arguments": "--offline", "fail-on": "warning"}
    written = {**inputs, "arguments": "--offline\n--write-baseline\nknown.json"}
    assert step("audit", folder, **written).returncode == 0
    assert step("audit", folder, **inputs).returncode == 1
    assert step("audit", folder, **inputs, baseline="known.json").returncode == 0


@pytest.mark.parametrize("name", ["articles", "arguments", "fail-on", "output-dir", "baseline"])
def test_no_input_becomes_a_command(folder: Path, name: str) -> None:
    inputs = {"articles": "drafts/", "arguments": "--offline", name: HOSTILE}
    step("audit", folder, **inputs)
    assert not list(folder.rglob("hacked.txt"))


@pytest.mark.program("check-jsonschema")
@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", "docs/ci/github-workflow.yml"),
        ("vendor.gitlab-ci", "docs/ci/gitlab-ci.yml"),
    ],
)
def test_the_files_of_the_services_are_valid(schema: str, file: str) -> None:
    command = [str(program("check-jsonschema")), "--builtin-schema", schema, str(ROOT / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
