"""The switch for tests that need programs beside Python, tried on a small suite of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import pytest

@pytest.mark.program("no-such-program")
def test_needs_it() -> None:
    pass

@pytest.mark.program("not-listed")
def test_needs_what_is_not_listed() -> None:
    pass
"""


@pytest.mark.parametrize(("required", "outcome"), [("", "1 skipped, 1 error"), ("1", "2 errors")])
def test_a_missing_program_skips_or_where_required_fails(
    required: str, outcome: str, tmp_path: Path
) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "programs.toml").write_text('[no-such-program]\ndebian = "none"\n')
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = program(name)\n")
    (tmp_path / "test_suite.py").write_text(SUITE)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={**os.environ, "REQUIRE_PROGRAMS": required},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in done.stdout
