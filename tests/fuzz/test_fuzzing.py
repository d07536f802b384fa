"""Each target takes its seeds, and some thousand inputs that a fuzzer makes of them."""

import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from audit.errors import CiteauditError
from tests.fuzz.run import TARGETS, fuzz, load

SEEDS = Path(__file__).with_name("seeds")


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_its_seeds(name: str) -> None:
    run = load(name).run
    seeds = sorted(SEEDS.joinpath(name).iterdir())
    assert seeds
    for seed in seeds:
        with suppress(CiteauditError):
            run(seed.read_bytes())


@pytest.mark.fuzz
@pytest.mark.parametrize("name", TARGETS)
def test_a_fuzzer_finds_nothing_in_a_short_time(name: str) -> None:
    _needs_atheris()
    outcome = fuzz(name, runs=load(name).RUNS, seed=1)
    assert outcome.found is None, outcome.found
    assert outcome.runs > 0


@pytest.mark.fuzz
@pytest.mark.parametrize(
    ("fault", "deadline", "told"),
    [
        ("hangs", 1, "libFuzzer: timeout"),
        ("raises", 10, "IndexError"),
        ("grows", 60, "out-of-memory"),
    ],
)
def test_faults_of_each_kind_are_found(fault: str, deadline: int, told: str) -> None:
    _needs_atheris()
    outcome = fuzz(f"tests.fuzz.faulty.{fault}", runs=2000, seed=1, deadline=deadline)
    assert outcome.found is not None
    assert told in outcome.found


def _needs_atheris() -> None:
    if find_spec("atheris") is None:
        assert os.environ.get("REQUIRE_PROGRAMS") != "1", "atheris is missing: see pyproject.toml"
        pytest.skip("atheris is not installed")
